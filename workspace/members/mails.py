"""Mails of members."""

from __future__ import annotations

from workspace.kernel.actor import Actor
from workspace.kernel.mail import send
from workspace.kernel.messages import translate
from workspace.kernel.settings import settings
from workspace.members.people import note_mailed
from workspace.members.service import view_group
from workspace.members.words import MadeInvitation


def send_invitation(actor: Actor, made: MadeInvitation) -> bool:
    """Mail an invitation's link; True when it went out. Without SMTP or address the link is copied by hand."""
    if not made.email:
        return False
    group = view_group(actor)
    link = f"{settings().base_url}/invitation?lien={made.token}"
    subject = translate(actor.locale, "mail-invitation-subject", group=group.name)
    body = translate(
        actor.locale, "mail-invitation-body", name=made.name, inviter=actor.name, group=group.name, link=link
    )
    if not send(made.email, subject, body):
        return False
    note_mailed(actor, made.invitation_id)
    return True
