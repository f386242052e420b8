"""Invitation: join a group through a link. Runs without an actor: the link is the right."""

from __future__ import annotations

import streamlit as st

from pages.shell import language
from pages.shell.formats import when
from pages.shell.i18n import language as current_language
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.tickets import use_ticket, waiting
from workspace.accounts.rules import PASSWORD_MINIMUM
from workspace.kernel.errors import NotFound
from workspace.members import people
from workspace.members.words import InvitationTarget


def page() -> None:
    """Say what the link opens, and let the person in."""
    if waiting():
        use_ticket()
        return
    language.chooser()
    token = st.query_params.get("lien", "")
    if not token:
        st.title(t("menu-invitation"), anchor=False)
        st.info(t("invitation-missing"), icon=":material/link:")
        return
    try:
        target = people.find_invitation(token)
    except NotFound:
        st.title(t("invitation-dead-title"), anchor=False)
        st.warning(t("invitation-dead-text"), icon=":material/link_off:")
        return
    _form(token, target)


def _form(token: str, target: InvitationTarget) -> None:
    st.title(t("invitation-title", group=target.group_name), anchor=False)
    role = t(f"role-{target.role.value}")
    st.write(t("invitation-lead", structure=target.structure_name, role=role.lower()))
    st.caption(t("invitation-until", date=when(target.expires_at)))
    with st.form("invitation"):
        name = st.text_input(t("invitation-name"), target.name, autocomplete="name", key="invitation.name")
        email = st.text_input(t("field-email"), target.email, autocomplete="email", key="invitation.email")
        password = st.text_input(
            t("invitation-password-new"),
            type="password",
            autocomplete="new-password",
            key="invitation.password",
        )
        st.caption(t("invitation-password-help", minimum=PASSWORD_MINIMUM))
        if st.form_submit_button(t("invitation-accept"), type="primary"):
            with attempt():
                use_ticket(
                    people.accept_invitation(
                        token, name=name, email=email, password=password, locale=current_language()
                    )
                )


page()
