"""The two doors of a visit: signing in, and the very first one."""

from __future__ import annotations

import streamlit as st

from pages.shell import authenticator, language
from pages.shell.i18n import language as current_language
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import VisitFacts
from pages.shell.tickets import use_ticket, waiting
from pages.widgets import founding
from workspace.accounts.mails import send_reset
from workspace.kernel.actor import Role
from workspace.welcome import service as welcome


def sign_in(facts: VisitFacts) -> None:
    """The sign-in form, with the example's doors beside it when the example is here."""
    if waiting():
        use_ticket()
        return
    _head()
    left, right = st.columns([3, 2], gap="large")
    with left:
        authenticator.sign_in_form(facts)
        with st.expander(t("gate-forgotten")):
            _forgotten(facts)
    with right:
        st.caption(t("gate-invited-only"))
        if facts.is_loopback:
            _example_doors(facts)
    use_ticket()


def first_visit(facts: VisitFacts) -> None:
    """Two doors: explore the example, or create one's own group."""
    if waiting():
        use_ticket()
        return
    _head()
    st.write(t("gate-first-lead"))
    left, right = st.columns(2, gap="large")
    with left, st.container(border=True):
        st.header(t("gate-explore-title"), anchor=False)
        st.write(t("gate-explore-text"))
        if facts.is_loopback:
            _example_doors(facts)
        else:
            st.info(t("gate-explore-elsewhere"), icon=":material/lock:")
    with right, st.container(border=True):
        st.header(t("gate-create-title"), anchor=False)
        st.write(t("gate-create-text"))
        founding.form(facts)
    use_ticket()


def _head() -> None:
    head, choice = st.columns([3, 1], vertical_alignment="center")
    with head:
        st.title(t("app-name"), anchor=False)
        st.markdown(t("app-promise"))
    with choice:
        language.chooser()


def _example_doors(facts: VisitFacts) -> None:
    door = welcome.view_example_door()
    if not door.installed:
        if st.button(t("gate-install-example"), type="primary", key="gate.install", width="stretch"):
            with st.spinner(t("gate-installing")), attempt() as outcome:
                welcome.install_example(is_loopback=facts.is_loopback)
            if outcome.ok:
                st.rerun()
        return
    st.caption(t("gate-enter-as"))
    for role, player in door.roles:
        label = t(f"gate-enter-{role.value}", name=player)
        icon = {Role.PARTNER: "edit_note", Role.FACILITATOR: "diversity_3", Role.TREASURER: "savings"}[role]
        if st.button(label, key=f"gate.enter.{role.value}", width="stretch", icon=f":material/{icon}:"):
            with attempt():
                ticket = welcome.enter_example(role, is_loopback=facts.is_loopback, locale=current_language())
                use_ticket(ticket)


def _forgotten(facts: VisitFacts) -> None:
    with st.form("gate.forgotten", border=False):
        st.write(t("gate-forgotten-text"))
        email = st.text_input(t("field-email"), autocomplete="email", key="gate.forgotten.email")
        if st.form_submit_button(t("gate-forgotten-send")):
            with attempt() as outcome:
                send_reset(email, address=facts.address)
            if outcome.ok:
                st.success(t("gate-forgotten-said"), icon=":material/mail:")
