"""Session-first writes of accounts, for this room's use cases and for rooms that need a person. No commit here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.models import OneTimeToken, Person, SignInAttempt, SignInSession
from workspace.accounts import rules
from workspace.accounts.secrets import new_token, token_hash
from workspace.accounts.words import Purpose
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken


def add_person(
    session: Session,
    *,
    name: str,
    locale: str,
    email: str | None = None,
    password_hash: str | None = None,
    is_admin: bool = False,
    is_example: bool = False,
) -> Person:
    """A new person. Raises RuleBroken `error-email-taken` when somebody has the address."""
    if email is not None and session.scalar(select(Person.id).where(Person.email == email)) is not None:
        raise RuleBroken("error-email-taken")
    now = utc_now()
    person = Person(
        name=name,
        locale=locale,
        email=email,
        password_hash=password_hash,
        is_admin=is_admin,
        is_example=is_example,
        created_at=now,
        password_changed_at=now if password_hash else None,
    )
    session.add(person)
    try:
        session.flush()
    except IntegrityError as clash:  # two invitations to one address, accepted at the same moment
        raise RuleBroken("error-email-taken") from clash
    return person


def issue_token(session: Session, purpose: Purpose, person_id: UUID, life: timedelta) -> str:
    """A one-time token; earlier unused ones for the same purpose and person stop working."""
    now = utc_now()
    if purpose is Purpose.RESET:
        session.execute(
            update(OneTimeToken)
            .where(
                OneTimeToken.person_id == person_id,
                OneTimeToken.purpose == purpose.value,
                OneTimeToken.used_at.is_(None),
            )
            .values(used_at=now)
        )
    token = new_token()
    session.add(
        OneTimeToken(
            purpose=purpose.value,
            token_hash=token_hash(token),
            person_id=person_id,
            created_at=now,
            expires_at=now + life,
        )
    )
    session.flush()
    return token


def find_token(session: Session, purpose: Purpose, token: str, *, lock: bool = False) -> OneTimeToken | None:
    """The unused, unexpired token of that purpose."""
    query = select(OneTimeToken).where(
        OneTimeToken.token_hash == token_hash(token),
        OneTimeToken.purpose == purpose.value,
        OneTimeToken.used_at.is_(None),
        OneTimeToken.expires_at > utc_now(),
    )
    return session.scalar(query.with_for_update() if lock else query)


def end_sessions(session: Session, person_id: UUID, *, but: UUID | None = None) -> list[UUID]:
    """End a person's open sessions (all, or all but one) and give their ids."""
    open_ids = session.scalars(
        select(SignInSession.id).where(SignInSession.person_id == person_id, SignInSession.ended_at.is_(None))
    ).all()
    ended = [session_id for session_id in open_ids if session_id != but]
    if ended:
        session.execute(update(SignInSession).where(SignInSession.id.in_(ended)).values(ended_at=utc_now()))
    return ended


def end_sessions_in_group(session: Session, group_id: UUID, person_ids: Iterable[UUID]) -> None:
    """End the open sessions of people who leave a group, where they stand in that group."""
    session.execute(
        update(SignInSession)
        .where(
            SignInSession.person_id.in_(list(person_ids)),
            SignInSession.group_id == group_id,
            SignInSession.ended_at.is_(None),
        )
        .values(ended_at=utc_now())
    )


def persons_of_other_groups(session: Session, group_id: UUID | None) -> frozenset[UUID]:
    """Who of a group is also in another one."""
    from db.models import Member  # only the functions about groups need the members' table

    here = select(Member.person_id).where(Member.group_id == group_id, Member.left_at.is_(None))
    return frozenset(
        session.scalars(
            select(Member.person_id).where(
                Member.group_id != group_id, Member.left_at.is_(None), Member.person_id.in_(here)
            )
        )
    )


def count_guesses(session: Session, key: str, window: timedelta) -> int:
    """Failures under a key inside a window that ends now."""
    since = utc_now() - window
    return (
        session.scalar(
            select(func.count()).select_from(SignInAttempt).where(SignInAttempt.key == key, SignInAttempt.at > since)
        )
        or 0
    )


def forget_guesses(session: Session, before: datetime) -> None:
    """Failures older than a day serve no limit."""
    session.execute(delete(SignInAttempt).where(SignInAttempt.at < before - timedelta(days=1)))


def note_guess(session: Session, *keys: str) -> None:
    """Count one failure under each key."""
    now = utc_now()
    for key in keys:
        session.add(SignInAttempt(key=key, at=now))
    forget_guesses(session, now)


def default_group(session: Session, person_id: UUID) -> UUID | None:
    """The group a person lands in: the one they saw last, else the first they joined."""
    from db.models import Member  # only the functions about groups need the members' table

    return session.scalar(
        select(Member.group_id)
        .where(Member.person_id == person_id, Member.left_at.is_(None))
        .order_by(Member.seen_at.desc().nulls_last(), Member.joined_at)
        .limit(1)
    )


def open_session_row(session: Session, person_id: UUID, agent: str) -> tuple[str, SignInSession]:
    """A new session row and the token of its cookie."""
    token = new_token()
    now = utc_now()
    row = SignInSession(
        token_hash=token_hash(token),
        person_id=person_id,
        group_id=default_group(session, person_id),
        created_at=now,
        last_seen_at=now,
        expires_at=now + rules.SESSION_LIFE,
        agent=agent[:200],
    )
    session.add(row)
    session.flush()
    return token, row
