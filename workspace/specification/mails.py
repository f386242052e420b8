"""Mails of the cahier des charges: reminders to those whose structure is awaited."""

from __future__ import annotations

from workspace.kernel.mail import send
from workspace.kernel.messages import translate
from workspace.kernel.settings import settings
from workspace.specification.words import Reminder


def send_reminders(reminder: Reminder) -> int:
    """Write to each in their language; gives how many mails went out. Never inside a transaction."""
    link = f"{settings().base_url}/cahier?cahier={reminder.specification_id}"
    return sum(
        send(
            address,
            translate(language, "mail-specification-subject", title=reminder.title),
            translate(language, "mail-specification-body", name=name, title=reminder.title, link=link),
        )
        for address, language, name in reminder.people
    )
