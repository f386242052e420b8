"""Mail of a request for quotes, sent after the transaction that made the links."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_datetime

from budget.quotes.asking import note_mailed
from budget.quotes.request_words import MadeLink
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local
from workspace.kernel.mail import send
from workspace.kernel.messages import translate


def request_text(actor: Actor, made: MadeLink, *, title: str, deadline: datetime, link: str) -> tuple[str, str]:
    """(subject, body) of what a supplier is told, to be mailed or copied by hand."""
    day = format_datetime(
        local(deadline, actor.zone), "d MMMM y, HH:mm", locale="fr_FR" if actor.locale == "fr" else "en_GB"
    )
    subject = translate(actor.locale, "mail-quotes-subject", title=title, group=actor.group_name)
    body = translate(
        actor.locale, "mail-quotes-body", supplier=made.supplier, title=title, group=actor.group_name, day=day,
        sender=actor.name, link=link,
    )  # fmt: skip
    return subject, body


def send_link(actor: Actor, made: MadeLink, *, title: str, deadline: datetime, link: str) -> bool:
    """Mail one link; True when it went out. Without SMTP or address the text is copied by hand."""
    if not made.email or not send(made.email, *request_text(actor, made, title=title, deadline=deadline, link=link)):
        return False
    note_mailed(actor, made.invitation_id)
    return True
