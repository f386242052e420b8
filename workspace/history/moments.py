"""The points in time that a group gave a name to: its meetings, moments that somebody named, named versions."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Fiche, GroupMoment, TextVersion
from workspace.fiches.queries import group_of
from workspace.history import rules
from workspace.history.words import HistoryOperation, Moment
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Target, allowed
from workspace.livetext.words import VersionKind
from workspace.meetings.queries import list_held

VERSIONS_MAXIMUM = 12


def list_moments(session: Session, actor: Actor) -> tuple[Moment, ...]:
    """What has a name, latest first: meetings held, the group's moments, named versions of other names."""
    group_id = group_of(actor)
    made = [
        Moment(name=row.name, at=row.at, moment_id=row.id, may_forget=_may_forget(actor, row))
        for row in session.scalars(select(GroupMoment).where(GroupMoment.group_id == group_id))
    ]
    known = {one.name.casefold() for one in made}
    made += [one for one in _named_versions(session, group_id) if one.name.casefold() not in known]
    made += [Moment(name=name, at=at, meeting_id=one) for one, name, at in list_held(session, group_id)]
    return tuple(sorted(made, key=lambda one: one.at, reverse=True))


def _may_forget(actor: Actor, row: GroupMoment) -> bool:
    target = Target(group_id=row.group_id, person_id=row.created_by)
    return allowed(rules.POLICIES[HistoryOperation.FORGET_MOMENT], actor, target)


def _named_versions(session: Session, group_id: UUID) -> list[Moment]:
    rows = session.execute(
        select(TextVersion.name, func.min(TextVersion.at).label("at"))
        .join(Fiche, Fiche.text_id == TextVersion.text_id)
        .where(Fiche.group_id == group_id, TextVersion.kind == VersionKind.NAMED)
        .group_by(TextVersion.name)
        .order_by(func.min(TextVersion.at).desc())
        .limit(VERSIONS_MAXIMUM)
    )
    return [Moment(name=row.name, at=row.at) for row in rows]


def check_name(session: Session, group_id: UUID, name: str) -> None:
    """Raise RuleBroken `error-moment-same` for a name that the group gave, `error-moment-many` when it has enough."""
    names = session.scalars(select(GroupMoment.name).where(GroupMoment.group_id == group_id)).all()
    if name.casefold() in {one.casefold() for one in names}:
        raise RuleBroken("error-moment-same", name=name)
    if len(names) >= rules.MOMENTS_MAXIMUM:
        raise RuleBroken("error-moment-many", maximum=rules.MOMENTS_MAXIMUM)


def find_moment(session: Session, actor: Actor, moment_id: UUID) -> GroupMoment:
    """One of the actor's group. Raises NotFound."""
    row = session.get(GroupMoment, moment_id)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row
