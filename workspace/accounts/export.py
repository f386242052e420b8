"""What the installation holds about a person, handed to that person. No secret, no hash, nobody else's data."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.journal import record
from db.models import (
    Comment,
    CommentThread,
    Fiche,
    Group,
    Invitation,
    JournalEntry,
    Meeting,
    MeetingAction,
    MeetingAttendance,
    Member,
    Person,
    SignInSession,
    Structure,
    TextUpdate,
)
from db.session import unit_of_work
from workspace.accounts import rules
from workspace.accounts.words import AccountsOperation as Op
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, require


def export_my_data(actor: Actor) -> dict[str, Any]:
    """Everything about the actor as plain values, ready for JSON; the journal notes that it was asked."""
    require(rules.POLICIES[Op.EXPORT_MY_DATA], actor, Target(person_id=actor.person_id))
    with unit_of_work() as session:
        person = session.get(Person, actor.person_id)
        if person is None:
            raise NotFound
        record(session, actor, Op.EXPORT_MY_DATA, kind="person", object_id=person.id)
        session.flush()
        return {
            "made_at": _at(utc_now()),
            "person": _person(person),
            "memberships": _memberships(session, person.id),
            "sessions": _sessions(session, person.id),
            "invitations_made": _invitations(session, Invitation.created_by == person.id),
            "invitations_to_my_address": _invitations(session, Invitation.email == (person.email or "-")),
            "writing": _writing(session, person.id),
            "comments": _comments(session, person.id),
            "meetings": _meetings(session, person.id),
            "actions": _actions(session, person.id),
            "journal": _journal(session, person.id),
        }


def _at(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant is not None else None


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": str(person.id),
        "name": person.name,
        "email": person.email,
        "language": person.locale,
        "administrator": person.is_admin,
        "created_at": _at(person.created_at),
        "password_changed_at": _at(person.password_changed_at),
    }


def _memberships(session: Session, person_id: UUID) -> list[dict[str, Any]]:
    rows = session.execute(
        select(Member, Group.name, Structure.name)
        .join(Group, Group.id == Member.group_id)
        .join(Structure, Structure.id == Member.structure_id)
        .where(Member.person_id == person_id)
        .order_by(Member.joined_at)
    )
    return [
        {
            "group": group,
            "structure": structure,
            "role": member.role.value,
            "title": member.title,
            "joined_at": _at(member.joined_at),
            "left_at": _at(member.left_at),
            "last_visit_at": _at(member.seen_at),
        }
        for member, group, structure in rows
    ]


def _sessions(session: Session, person_id: UUID) -> list[dict[str, Any]]:
    rows = session.scalars(
        select(SignInSession).where(SignInSession.person_id == person_id).order_by(SignInSession.created_at)
    )
    return [
        {
            "browser": row.agent,
            "opened_at": _at(row.created_at),
            "last_seen_at": _at(row.last_seen_at),
            "expires_at": _at(row.expires_at),
            "ended_at": _at(row.ended_at),
        }
        for row in rows
    ]


def _invitations(session: Session, which: Any) -> list[dict[str, Any]]:
    rows = session.scalars(select(Invitation).where(which).order_by(Invitation.created_at))
    return [
        {
            "name": row.name,
            "email": row.email,
            "role": row.role.value,
            "created_at": _at(row.created_at),
            "used_at": _at(row.used_at),
            "revoked_at": _at(row.revoked_at),
        }
        for row in rows
    ]


def _writing(session: Session, person_id: UUID) -> list[dict[str, Any]]:
    """Which texts the person wrote in; the words themselves are the group's and stand in the texts."""
    rows = session.execute(
        select(Fiche.title, func.count(), func.min(TextUpdate.at), func.max(TextUpdate.at))
        .select_from(TextUpdate)
        .outerjoin(Fiche, Fiche.text_id == TextUpdate.text_id)
        .where(TextUpdate.person_id == person_id)
        .group_by(TextUpdate.text_id, Fiche.title)
    )
    return [
        {"fiche": title, "saved_edits": count, "first_at": _at(first), "last_at": _at(last)}
        for title, count, first, last in rows
    ]


def _comments(session: Session, person_id: UUID) -> list[dict[str, Any]]:
    """What the person wrote beside texts."""
    rows = session.execute(
        select(Comment, CommentThread.quote, Fiche.title)
        .join(CommentThread, CommentThread.id == Comment.thread_id)
        .outerjoin(Fiche, Fiche.text_id == CommentThread.text_id)
        .where(Comment.created_by == person_id)
        .order_by(Comment.created_at)
    )
    return [
        {"fiche": title, "about": quote, "words": comment.body, "at": _at(comment.created_at)}
        for comment, quote, title in rows
    ]


def _meetings(session: Session, person_id: UUID) -> list[dict[str, Any]]:
    """At which meetings the person was noted, and how."""
    rows = session.execute(
        select(Meeting.title, Meeting.starts_at, MeetingAttendance.presence)
        .join(Meeting, Meeting.id == MeetingAttendance.meeting_id)
        .where(MeetingAttendance.person_id == person_id)
        .order_by(Meeting.starts_at)
    )
    return [{"meeting": row.title, "at": _at(row.starts_at), "presence": row.presence.value} for row in rows]


def _actions(session: Session, person_id: UUID) -> list[dict[str, Any]]:
    """What meetings asked the person to do."""
    rows = session.execute(
        select(MeetingAction, Meeting.title)
        .join(Meeting, Meeting.id == MeetingAction.meeting_id)
        .where(MeetingAction.person_id == person_id)
        .order_by(MeetingAction.created_at)
    )
    return [
        {
            "meeting": title,
            "what": action.what,
            "due_on": action.due_on.isoformat() if action.due_on else None,
            "done_at": _at(action.done_at),
        }
        for action, title in rows
    ]


def _journal(session: Session, person_id: UUID) -> list[dict[str, Any]]:
    rows = session.execute(
        select(JournalEntry, Group.name)
        .outerjoin(Group, Group.id == JournalEntry.group_id)
        .where(JournalEntry.person_id == person_id)
        .order_by(JournalEntry.id)
    )
    return [
        {
            "at": _at(line.at),
            "group": group,
            "operation": line.operation,
            "kind": line.kind,
            "label": line.label,
            "details": line.details,
        }
        for line, group in rows
    ]
