"""Mails of decisions: reminders to those whose structure has not voted."""

from __future__ import annotations

from workspace.decisions.words import Reminder
from workspace.kernel.dates import long_instant
from workspace.kernel.mail import send
from workspace.kernel.messages import translate
from workspace.kernel.settings import settings


def send_reminders(reminder: Reminder) -> int:
    """Write to each in their language; gives how many mails went out. Never inside a transaction."""
    link = f"{settings().base_url}/decision?decision={reminder.proposal_id}"
    sent = 0
    for address, language, name in reminder.people:
        closes = long_instant(reminder.closes_at, reminder.zone, language)
        subject = translate(language, "mail-vote-subject", title=reminder.title)
        body = translate(language, "mail-vote-body", name=name, title=reminder.title, date=closes, link=link)
        sent += send(address, subject, body)
    return sent
