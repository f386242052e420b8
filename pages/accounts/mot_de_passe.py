"""Mot de passe: set a new one through a link. Runs without an actor: the link is the right."""

from __future__ import annotations

import streamlit as st

from pages.shell import language
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.tickets import use_ticket, waiting
from workspace.accounts import service
from workspace.accounts.rules import PASSWORD_MINIMUM
from workspace.kernel.errors import NotFound


def page() -> None:
    """Ask for the new password once; the link dies with it."""
    if waiting():
        use_ticket()
        return
    language.chooser()
    token = st.query_params.get("lien", "")
    try:
        target = service.find_reset(token)
    except NotFound:
        st.title(t("invitation-dead-title"), anchor=False)
        st.warning(t("reset-dead-text"), icon=":material/link_off:")
        return
    st.title(t("reset-title"), anchor=False)
    st.write(t("reset-lead", name=target.name))
    with st.form("reset"):
        password = st.text_input(
            t("reset-new"),
            type="password",
            autocomplete="new-password",
            help=t("founding-password-help", minimum=PASSWORD_MINIMUM),
            key="reset.password",
        )
        if st.form_submit_button(t("reset-save"), type="primary"):
            with attempt():
                use_ticket(service.reset_password(token, password))


page()
