"""Mails to people who were just mentioned in a comment. Called after the transaction, never inside."""

from __future__ import annotations

from workspace.comments.words import Posted
from workspace.kernel.mail import mail_is_set, send
from workspace.kernel.messages import translate
from workspace.kernel.settings import settings


def send_mentions(posted: Posted, by: str) -> int:
    """Tell each newly mentioned person that has an address; gives how many mails went out."""
    if not mail_is_set():
        return 0
    about = posted.subject
    link = f"{settings().base_url}/{about.page}?{about.page}={about.object_id}" if about.page else settings().base_url
    values = {"by": by, "title": about.title, "body": posted.body, "link": link}
    return sum(
        send(
            one.email,
            translate(one.locale, "mail-mention-subject", by=by, title=about.title),
            translate(one.locale, "mail-mention-body", name=one.name, **values),
        )
        for one in posted.notices
    )
