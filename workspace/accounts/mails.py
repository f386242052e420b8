"""Mails of accounts."""

from __future__ import annotations

from workspace.accounts.service import ask_reset
from workspace.kernel.mail import send
from workspace.kernel.messages import translate
from workspace.kernel.settings import settings


def send_reset(email: str, *, address: str) -> None:
    """Mail a reset link to whoever has this address; says nothing about whether somebody does.

    Raises TooManyAttempts. Without SMTP nothing goes out: the page tells to ask the facilitator for a link.
    """
    prepared = ask_reset(email, address=address)
    if prepared is None:
        return
    to, token, locale = prepared
    link = f"{settings().base_url}/mot_de_passe?lien={token}"
    send(to, translate(locale, "mail-reset-subject"), translate(locale, "mail-reset-body", link=link))
