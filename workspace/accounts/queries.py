"""Reads of persons and sessions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from db.models import Group, Member, Person, SignInSession
from workspace.accounts.rules import SESSION_IDLE
from workspace.accounts.words import ProfileView, SessionLine
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now

# Written once: every click asks this, and building it costs more than running it.
_LIVING_SESSIONS = (
    select(
        SignInSession.id,
        Person.id.label("person_id"),
        Person.name,
        Person.locale,
        Person.is_admin,
        Member.id.label("member_id"),
        Member.structure_id,
        Member.role,
        Group.id.label("group_id"),
        Group.name.label("group_name"),
        Group.zone,
        Group.is_example,
    )
    .join(Person, Person.id == SignInSession.person_id)
    .outerjoin(
        Member,
        (Member.person_id == Person.id) & (Member.group_id == SignInSession.group_id) & Member.left_at.is_(None),
    )
    .outerjoin(Group, Group.id == Member.group_id)
    .where(
        SignInSession.ended_at.is_(None),
        SignInSession.expires_at > bindparam("now"),
        Person.removed_at.is_(None),
    )
)


_ACTOR_OF_SESSION = _LIVING_SESSIONS.where(SignInSession.id == bindparam("session_id"))
_ACTORS_OF_SESSIONS = _LIVING_SESSIONS.where(SignInSession.id.in_(bindparam("session_ids", expanding=True)))


def find_actor(session: Session | Connection, session_id: UUID, *, now: datetime | None = None) -> Actor | None:
    """Who acts through a sign-in session right now, or None when it is ended, expired or its person removed.

    One query: session, person, and the membership of the session's group when it is alive.
    """
    row = session.execute(_ACTOR_OF_SESSION, {"session_id": session_id, "now": now or utc_now()}).first()
    return _actor(row) if row is not None else None


def names_of(session: Session, ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    """The names of persons by id. None, for nobody, may be among the ids and has no name; nor has who is erased."""
    known = {one for one in ids if one is not None}
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(known))) if known else ()
    return {row.id: row.name for row in rows}


def find_actors(session: Session, session_ids: Iterable[UUID]) -> dict[UUID, Actor]:
    """Who acts through each of these sessions, by the same rule, in one query; those that have ended are left out."""
    rows = session.execute(_ACTORS_OF_SESSIONS, {"session_ids": list(session_ids), "now": utc_now()})
    return {row.id: _actor(row) for row in rows}


def _actor(row: Any) -> Actor:
    return Actor(
        person_id=row.person_id,
        session_id=row.id,
        name=row.name,
        locale=row.locale,
        is_admin=row.is_admin,
        group_id=row.group_id,
        member_id=row.member_id,
        structure_id=row.structure_id,
        role=row.role,
        group_name=row.group_name or "",
        zone=row.zone or "Europe/Paris",
        in_example=bool(row.is_example),
    )


def list_open_sessions(session: Session, actor: Actor) -> list[SessionLine]:
    """A person's open sessions, the latest seen first."""
    rows = session.scalars(
        select(SignInSession)
        .where(
            SignInSession.person_id == actor.person_id,
            SignInSession.ended_at.is_(None),
            SignInSession.expires_at > utc_now(),
            (SignInSession.last_seen_at > utc_now() - SESSION_IDLE) | (SignInSession.id == actor.session_id),
        )
        .order_by(SignInSession.last_seen_at.desc())
    )
    return [
        SessionLine(
            session_id=row.id,
            agent=row.agent,
            created_at=row.created_at,
            last_seen_at=row.last_seen_at,
            is_current=row.id == actor.session_id,
        )
        for row in rows
    ]


def get_profile(session: Session, actor: Actor) -> ProfileView:
    """A person's profile and groups."""
    person = session.get_one(Person, actor.person_id)
    groups = session.execute(
        select(Group.id, Group.name)
        .join(Member, Member.group_id == Group.id)
        .where(Member.person_id == person.id, Member.left_at.is_(None))
        .order_by(Group.name)
    ).all()
    return ProfileView(
        name=person.name,
        email=person.email or "",
        locale=person.locale,
        has_password=person.password_hash is not None,
        groups=tuple((row.id, row.name) for row in groups),
        current_group_id=actor.group_id,
    )
