"""streamlit-authenticator behind one adapter: it draws and checks the sign-in form, and nothing else.

Its own cookie, files, mails and registration are never used (docs/decisions/0005-identity.md): the credentials
are checked by our service, which reads the database, and the session is ours.
"""

from __future__ import annotations

from typing import Any

import streamlit as st
import streamlit_authenticator as stauth
from streamlit_authenticator.controllers import AuthenticationController
from streamlit_authenticator.models import AuthenticationModel
from streamlit_authenticator.utilities import Encryptor, Validator

from pages.shell.i18n import t
from pages.shell.messages import sentence
from pages.shell.session import VisitFacts
from pages.shell.tickets import use_ticket
from workspace.accounts import service
from workspace.kernel.errors import DomainError
from workspace.kernel.settings import secret_key

NOT_USED: dict[str, Any] = {"usernames": {}}
WIDGET_STATE = ("name", "authentication_status", "username", "email", "roles", "logout", "password_hint")


class _NoCookie:
    """The library's cookie, which JavaScript could read: never set, never read."""

    def get_cookie(self) -> None:
        """There is none."""

    def set_cookie(self) -> None:
        """None is set."""

    def delete_cookie(self) -> None:
        """None is kept."""


class _Model(AuthenticationModel):  # type: ignore[misc]
    """Credentials from the database, through the use case that limits guesses and keeps the journal."""

    def __init__(self, address: str) -> None:
        super().__init__(NOT_USED, auto_hash=False, secret_key=secret_key().hex())
        self.address = address
        self.ticket: str | None = None
        self.problem: DomainError | None = None

    def login(self, username: str | None = None, password: str | None = None, *_: Any, **__: Any) -> bool:
        """Check; keep the ticket or the reason. The library expects a boolean."""
        try:
            self.ticket = service.sign_in(username or "", password or "", address=self.address)
        except DomainError as error:
            self.problem = error
        return self.ticket is not None


class _Controller(AuthenticationController):  # type: ignore[misc]
    """The library's controller around our model."""

    def __init__(self, model: _Model) -> None:
        self.secret_key = secret_key().hex()
        self.validator = Validator()
        self.authentication_model = model
        self.encryptor = Encryptor(self.secret_key)


class _Adapter(stauth.Authenticate):  # type: ignore[misc]
    """The library's widgets, without its files, cookies, sleeps and mails."""

    def __init__(self, model: _Model) -> None:
        self.api_key = None
        self.path = None
        self.attrs = {"login_sleep_time": 0}
        self.secret_key = secret_key().hex()
        self.cookie_controller = _NoCookie()
        self.authentication_controller = _Controller(model)
        self.encryptor = Encryptor(self.secret_key)


def sign_in_form(facts: VisitFacts) -> None:
    """Draw the form; a right password leads to a ticket, a wrong one to one sentence, the same for every name."""
    model = _Model(facts.address)
    fields = {
        "Form name": t("gate-sign-in"),
        "Username": t("field-email"),
        "Password": t("field-password"),
        "Login": t("gate-sign-in-button"),
    }
    _Adapter(model).login(location="main", fields=fields, key="gate.sign_in")
    for name in WIDGET_STATE:
        st.session_state.pop(name, None)
    if model.problem is not None:
        st.error(sentence(model.problem), icon=":material/error:")
    if model.ticket is not None:
        use_ticket(model.ticket)
