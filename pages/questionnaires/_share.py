"""Partager: open and close, the public link and its code, personal links."""

from __future__ import annotations

import streamlit as st
from chemise_editor import bridge

from pages.questionnaires import _links
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.links import address
from workspace.questionnaires import service
from workspace.questionnaires.scene import qr_svg
from workspace.questionnaires.words import FormState, FormView


def draw(view: FormView) -> None:
    """The part of the page."""
    if not view.abilities.may_share:
        st.info(t("forms-share-read"), icon=":material/info:")
        return
    if view.state is FormState.OPEN:
        _public(view)
        _links.draw(view)
        if st.button(t("forms-close"), icon=":material/lock:", key="forms.close"):
            _act("close", view)
        return
    st.write(t("forms-draft-share" if view.state is FormState.DRAFT else "forms-closed-share"))
    if view.erased_at is not None:
        return
    if view.state is FormState.DRAFT:
        st.caption(t("forms-open-warning"))
        st.link_button(t("forms-try"), f"/questionnaires/{view.form_id}/essai", icon=":material/play_arrow:")
    label = t("forms-open" if view.state is FormState.DRAFT else "forms-reopen")
    if st.button(label, type="primary", icon=":material/lock_open:", key="forms.open"):
        _act("open", view)


def _act(act: str, view: FormView) -> None:
    actor = require_actor()
    with attempt() as outcome:
        if act == "open":
            service.open_form(actor, view.form_id)
        elif act == "close":
            service.close_form(actor, view.form_id)
        else:
            service.renew_public_link(actor, view.form_id)
    if outcome.ok:
        flash({"open": "forms-opened", "close": "forms-closed-said", "renew": "forms-renewed"}[act])
        st.rerun()


def _public(view: FormView) -> None:
    st.header(t("forms-public-link"), anchor=False)
    st.write(t("forms-public-text"))
    link = address(f"/q/{view.public_token}")
    words, code = st.columns([3, 1], gap="large")
    with words:
        st.code(link, language=None, wrap_lines=True)
        with st.container(horizontal=True, vertical_alignment="center"):
            bridge(
                {
                    "act": "copy",
                    "text": link,
                    "label": t("forms-copy-link"),
                    "copied": t("forms-link-copied"),
                    "nonce": view.public_token[-12:],
                },
                key="forms.link.copy",
            )
        with st.container(horizontal=True):
            st.link_button(t("forms-code-get"), f"/questionnaires/{view.form_id}/qr.svg", icon=":material/qr_code_2:")
            st.link_button(t("forms-paper"), f"/questionnaires/{view.form_id}/papier", icon=":material/print:")
            if st.button(t("forms-renew"), type="tertiary", icon=":material/autorenew:", key="forms.renew"):
                st.dialog(t("forms-renew-title"))(_renew)(view)
    with code:
        st.image(qr_svg(link), caption=t("forms-code"), width=168)


def _renew(view: FormView) -> None:
    st.write(t("forms-renew-text"))
    if st.button(t("forms-renew"), type="primary", key="forms.renew.yes"):
        _act("renew", view)
