"""The side bar: group, screens, who I am, sign out; and the banner that says one is in the example."""

from __future__ import annotations

import secrets

import streamlit as st
from chemise_editor import bridge

from pages.search.box import box
from pages.shell import state, tickets
from pages.shell.i18n import language, t
from pages.shell.messages import attempt
from pages.shell.session import VisitFacts
from workspace.kernel.actor import Actor
from workspace.kernel.errors import DomainError
from workspace.members.service import note_visit
from workspace.welcome import service as welcome


def draw(actor: Actor, facts: VisitFacts) -> None:
    """Draw what stands under the menu of a signed-in person."""
    with st.sidebar:
        if actor.is_member:
            box()
        role = t(f"role-{actor.role.value}") if actor.role else t("shell-no-group")
        st.caption("  \n".join(part for part in (actor.group_name, f"{actor.name} · {role}") if part))
        if st.button(t("shell-sign-out"), icon=":material/logout:", key="shell.signout.button", type="tertiary"):
            st.session_state[state.SIGN_OUT] = secrets.token_hex(8)
    # A screen reader chooses its voice by this; the index page could only guess from the browser.
    if language() != facts.language:
        bridge({"act": "language", "lang": language()}, key="shell.language.html")
    if state.SIGN_OUT in st.session_state:
        tickets.sign_out()
    if actor.in_example:
        _example_banner(actor, facts)


def _example_banner(actor: Actor, facts: VisitFacts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="example-banner"):
        st.info(t("shell-example-banner"), icon=":material/explore:")
        if facts.is_loopback and st.button(t("shell-example-remove"), key="shell.example.remove"):
            _confirm_removal(actor, facts)


@st.dialog(" ")
def _confirm_removal(actor: Actor, facts: VisitFacts) -> None:
    st.subheader(t("shell-example-remove-title"), anchor=False)
    st.write(t("shell-example-remove-text"))
    if st.button(t("shell-example-remove-yes"), type="primary", key="shell.example.remove.yes"):
        with attempt() as outcome:
            welcome.remove_example(actor, is_loopback=facts.is_loopback)
        if outcome.ok:
            st.session_state[state.SIGN_OUT] = secrets.token_hex(8)
            st.rerun()


def note_visit_once(actor: Actor) -> None:
    """Once a browser session: what Accueil compares with is the visit before this one."""
    if st.session_state.get(state.VISIT_NOTED) == actor.member_id or not actor.is_member:
        return
    st.session_state[state.VISIT_NOTED] = actor.member_id
    try:
        note_visit(actor)
    except DomainError:
        # A store that refuses writes still lets people read; the page itself will say so when they write.
        return
