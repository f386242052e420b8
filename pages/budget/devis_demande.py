"""Request for quotes: send the adopted cahier des charges to suppliers, see who has answered."""

from __future__ import annotations

import streamlit as st

from budget.quotes import asking
from budget.quotes.request_words import InvitationView, RequestDesk, RequestView
from pages.budget import _request_form, _request_links
from pages.fiches._style import use_style
from pages.shell.formats import number, when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain, plain_lines


def page() -> None:
    """Draw the requests; the page says itself what has to be there first."""
    actor = require_actor()
    desk = asking.view_requests(actor)
    use_style()
    st.page_link(page_of("devis"), label=t("devis-back"), icon=":material/arrow_back:")
    st.title(t("request-title"), anchor=False)
    st.caption(t("request-lead"))
    _request_links.once()
    _first(desk)
    for one in desk.requests:
        _request(desk, one)


def _first(desk: RequestDesk) -> None:
    """What is missing before a request can go out, or the way to make one."""
    if not desk.may_request:
        if not desk.requests:
            st.info(t("request-empty-read"), icon=":material/outgoing_mail:")
    elif not desk.version_name:
        st.info(t("request-no-version"), icon=":material/assignment:")
        st.page_link(page_of("cahier"), label=t("menu-cahier"), icon=":material/assignment:")
    elif not any(not one.is_archived for one in desk.suppliers):
        st.info(t("request-no-supplier"), icon=":material/storefront:")
        st.page_link(page_of("suppliers"), label=t("suppliers-title"), icon=":material/storefront:")
    else:
        if not desk.requests:
            st.info(t("request-empty-text"), icon=":material/outgoing_mail:")
        with st.expander(t("request-new"), icon=":material/add:", expanded=not desk.requests):
            _request_form.draw(desk)


def _request(desk: RequestDesk, view: RequestView) -> None:
    with st.container(border=True):
        st.header(plain(view.title), anchor=False)
        state = "request-open" if view.is_open else "request-over"
        parts = [
            f":{'green' if view.is_open else 'gray'}-badge[{t(state, day=when(view.deadline, desk.zone))}]",
            t(f"devis-kind-{view.kind.value}"),
            plain(view.version_name),
        ]
        if view.copies:
            parts.append(t("request-lots", lots=", ".join(number(one) for one in view.copies)))
        st.markdown(" · ".join(parts))
        st.markdown(t("request-answered", count=view.answered, total=len(view.invitations)))
        if view.message:
            st.markdown(plain_lines(view.message))
        for one in view.invitations:
            _invitation(desk, view, one)


def _invitation(desk: RequestDesk, view: RequestView, one: InvitationView) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(one.supplier)}** · {_standing(desk, one)}", width="stretch")
        if one.devis_id is not None:
            st.page_link(
                page_of("devis"), label=t("request-see"), icon=":material/request_quote:",
                query_params={"devis": str(one.devis_id)},
            )  # fmt: skip
        elif desk.may_request and view.is_open:
            if st.button(t("request-renew"), icon=":material/link:", key=f"request.renew.{one.invitation_id}"):
                _renew(view, one)
            if not one.is_revoked and st.button(
                t("request-revoke"), type="tertiary", icon=":material/link_off:",
                key=f"request.revoke.{one.invitation_id}",
            ):  # fmt: skip
                _revoke(one)


def _standing(desk: RequestDesk, one: InvitationView) -> str:
    if one.devis_id is not None:
        return f":green-badge[{t('request-state-answered')}]"
    if one.is_revoked:
        return f":red-badge[{t('request-state-revoked')}]"
    if one.mailed_at is not None:
        return t("request-state-mailed", day=when(one.mailed_at, desk.zone))
    return t("request-state-waiting")


def _renew(view: RequestView, one: InvitationView) -> None:
    made = None
    with attempt():
        made = asking.renew_link(require_actor(), one.invitation_id)
    if made is not None:
        _request_links.hold((made,), title=view.title, deadline=view.deadline)
        st.rerun()


def _revoke(one: InvitationView) -> None:
    with attempt() as outcome:
        asking.revoke_link(require_actor(), one.invitation_id)
    if outcome.ok:
        flash("request-revoked", supplier=plain(one.supplier))
        st.rerun()


page()
