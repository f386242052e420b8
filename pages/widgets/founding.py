"""The form that creates a group and its first person."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import LANGUAGE_NAMES, language, t
from pages.shell.messages import attempt
from pages.shell.session import VisitFacts
from pages.shell.tickets import use_ticket
from workspace.accounts.rules import PASSWORD_MINIMUM
from workspace.kernel.messages import LANGUAGES
from workspace.welcome import service as welcome
from workspace.welcome.door import setup_code
from workspace.welcome.words import Founding


def form(facts: VisitFacts) -> None:
    """Ask what the first group needs. What was typed stays when something is refused."""
    with st.form("founding", border=False):
        group = st.text_input(t("founding-group"), placeholder=t("founding-group-example"), key="founding.group")
        territory = st.text_input(
            t("field-territory"), placeholder=t("founding-territory-example"), key="founding.territory"
        )
        host = st.text_input(t("founding-host"), help=t("founding-host-help"), key="founding.host")
        languages = st.pills(
            t("founding-languages"),
            LANGUAGES,
            selection_mode="multi",
            default=list(LANGUAGES),
            format_func=lambda code: LANGUAGE_NAMES[code],
            key="founding.languages",
        )
        name = st.text_input(t("founding-you"), autocomplete="name", key="founding.name")
        email = st.text_input(t("field-email"), autocomplete="email", key="founding.email")
        password = st.text_input(
            t("field-password"),
            type="password",
            autocomplete="new-password",
            key="founding.password",
        )
        # In sight, not behind a question mark: it is the one field with a rule.
        st.caption(t("founding-password-help", minimum=PASSWORD_MINIMUM))
        code = ""
        if not facts.is_loopback:
            code = st.text_input(t("founding-code"), help=t("founding-code-help"), key="founding.code")
        if st.form_submit_button(t("founding-create"), type="primary", width="stretch"):
            founding = Founding(
                group_name=group,
                territory=territory,
                host=host,
                languages=tuple(languages),
                person_name=name,
                email=email,
                password=password,
                locale=language(),
            )
            _create(founding, facts, code)


def _create(founding: Founding, facts: VisitFacts, code: str) -> None:
    with attempt():
        use_ticket(
            welcome.set_up(
                founding,
                is_loopback=facts.is_loopback,
                typed_code=code,
                code=setup_code(),
                address=facts.address,
            )
        )
