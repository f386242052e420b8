"""Personal links: made in a handful, shown once, taken back one by one."""

from __future__ import annotations

import streamlit as st
from chemise_editor import bridge

from pages.fiches._scene import draw as draw_html
from pages.fiches._scene import text_of
from pages.fiches._style import use_style
from pages.questionnaires import keys
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.links import address
from workspace.questionnaires import service
from workspace.questionnaires.words import FormView, LinkLine, MadeLink


def draw(view: FormView) -> None:
    """The links there are, and how to make more."""
    st.header(t("forms-links"), anchor=False)
    st.write(t("forms-links-text"))
    made: tuple[MadeLink, ...] = st.session_state.get(f"{keys.MADE_LINKS}.{view.form_id}", ())
    if made:
        _once(view, made)
        return
    if view.links:
        _table(view.links)
    else:
        st.caption(t("forms-links-none"))
    with st.expander(t("forms-make-links"), icon=":material/add_link:"):
        _make(view)
    if view.links:
        with st.expander(t("forms-revoke"), icon=":material/link_off:"):
            _revoke(view)


def _table(links: tuple[LinkLine, ...]) -> None:
    use_style()
    used = sum(one.is_used for one in links)
    rows = "".join(
        f'<tr><th scope="row">{text_of(one.label)}</th>'
        f"<td>{t('forms-link-used' if one.is_used else 'forms-link-waiting')}</td></tr>"
        for one in links
    )
    draw_html(
        f'<div class="cf"><p class="cf-soft">{t("forms-link-used-count", used=used, total=len(links))}</p>'
        f'<table class="cf-versions"><caption class="cf-sr">{t("forms-links")}</caption><thead><tr>'
        f'<th scope="col">{t("forms-link-for")}</th><th scope="col">{t("forms-link-state")}</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _once(view: FormView, made: tuple[MadeLink, ...]) -> None:
    st.success(t("forms-links-once"), icon=":material/check_circle:")
    lines = "\n".join(f"{one.label} : {address(f'/q/{one.token}')}" for one in made)
    st.code(lines, language=None, wrap_lines=True)
    bridge(
        {
            "act": "copy",
            "text": lines,
            "label": t("forms-copy-link"),
            "copied": t("forms-link-copied"),
            "nonce": made[0].token[-12:],
        },
        key="forms.links.copy",
    )
    if st.button(t("forms-links-close"), key="forms.links.close"):
        del st.session_state[f"{keys.MADE_LINKS}.{view.form_id}"]
        st.rerun()


def _make(view: FormView) -> None:
    with st.form("forms.links.make", border=False, clear_on_submit=False):
        labels = st.text_area(t("forms-labels"), help=t("forms-labels-help"), height=110, key="forms.links.labels")
        makes = st.form_submit_button(t("forms-make-links"), type="primary")
    if makes:
        made: tuple[MadeLink, ...] = ()
        with attempt():
            made = service.make_links(require_actor(), view.form_id, labels.splitlines())
        if made:
            st.session_state[f"{keys.MADE_LINKS}.{view.form_id}"] = made
            st.rerun()


def _revoke(view: FormView) -> None:
    names = {one.link_id: one.label for one in view.links}
    which = st.selectbox(
        t("forms-revoke-which"), tuple(names), format_func=names.__getitem__, key="forms.links.which"
    )
    if st.button(t("forms-revoke-yes"), key="forms.links.revoke") and which is not None:
        with attempt() as outcome:
            service.revoke_link(require_actor(), view.form_id, which)
        if outcome.ok:
            flash("forms-revoked")
            st.rerun()
