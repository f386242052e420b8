"""Reads of history."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import Fiche, Text, TextVersion
from workspace.accounts.queries import names_of
from workspace.fiches.queries import FICHE_ORDER, find_fiche, get_zone, group_of
from workspace.history import rules
from workspace.history.replay import LOG_BYTES, steps
from workspace.history.words import ChangesView, Content, FicheChange, HistoryOperation, HistoryView, Moment, Step
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed
from workspace.livetext import queries as livetext
from workspace.livetext.rules import POLICIES as TEXT_POLICIES
from workspace.livetext.words import FRAGMENTS, Operation, TextKind, VersionKind

MOMENTS_MAXIMUM = 12
BLANK: Content = dict.fromkeys(FRAGMENTS[TextKind.FICHE], ())


def get_history(session: Session, actor: Actor, fiche_id: UUID) -> HistoryView:
    """The moments of a fiche. Raises NotFound."""
    fiche = find_fiche(session, actor, fiche_id)
    text = livetext.find_text(session, fiche.text_id)
    if text is None:
        raise NotFound
    target = Target(group_id=fiche.group_id)
    return HistoryView(
        fiche_id=fiche.id,
        text_id=fiche.text_id,
        title=fiche.title,
        zone=get_zone(session, fiche.group_id),
        versions=tuple(livetext.list_versions(session, fiche.text_id)),
        seq=text.seq,
        stamp=f"{text.seq}.{fiche.version}",
        is_locked=text.locked,
        may_name=allowed(TEXT_POLICIES[Operation.NAME_VERSION], actor, target),
        may_restore=not text.locked and allowed(rules.POLICIES[HistoryOperation.RESTORE_VERSION], actor, target),
    )


def get_content(session: Session, text_id: UUID, version_id: UUID | None) -> Content:
    """What a version says; None is the text as last projected. Raises NotFound for another text's version."""
    if version_id is None:
        said = livetext.get_projection(session, text_id)
        return {name: said[name].blocks if name in said else () for name in BLANK}
    content = livetext.find_version(session, text_id, version_id)
    if content is None:
        raise NotFound
    return {name: content.get(name, ()) for name in BLANK}


def list_moments(session: Session, group_id: UUID) -> tuple[Moment, ...]:
    """The dates to which somebody gave a name, latest first: those of the named versions, each name once."""
    rows = session.execute(
        select(TextVersion.name, func.min(TextVersion.at).label("at"))
        .join(Fiche, Fiche.text_id == TextVersion.text_id)
        .where(Fiche.group_id == group_id, TextVersion.kind == VersionKind.NAMED)
        .group_by(TextVersion.name)
        .order_by(func.min(TextVersion.at).desc())
        .limit(MOMENTS_MAXIMUM)
    )
    return tuple(Moment(name=row.name, at=row.at) for row in rows)


def get_changes(session: Session, actor: Actor, since: datetime) -> ChangesView:
    """The living fiches whose words changed since an instant, in their order."""
    group_id = group_of(actor)
    rows = session.execute(
        select(Fiche.id, Fiche.title, Fiche.text_id, Text.changed_at)
        .join(Text, Text.id == Fiche.text_id)
        .where(Fiche.group_id == group_id, Fiche.archived_at.is_(None))
        .order_by(*FICHE_ORDER)
    ).all()
    changed = [row for row in rows if row.changed_at is not None and row.changed_at > since]
    ids = [row.text_id for row in changed]
    before = livetext.versions_at(session, ids, since)
    writers = livetext.authors_since(session, ids, since)
    names = names_of(session, {one for people in writers.values() for one in people})
    fiches = []
    for row in changed:
        at, content = before.get(row.text_id, (None, BLANK))
        now = get_content(session, row.text_id, None)
        comparison = rules.compare(rules.sheet(content), rules.sheet(now))
        if not comparison.is_same:
            fiches.append(
                FicheChange(
                    fiche_id=row.id,
                    title=row.title,
                    changed_at=row.changed_at,
                    authors=tuple(sorted(names[one] for one in writers[row.text_id] if one in names)),
                    since=at,
                    comparison=comparison,
                )
            )
    return ChangesView(
        since=since, zone=get_zone(session, group_id), fiches=tuple(fiches), unchanged=len(rows) - len(fiches)
    )


def list_steps(session: Session, text_id: UUID) -> list[Step]:
    """The moments of writing of a text: from its log, or from its versions when the log is very long."""
    log = livetext.whole_log(session, text_id, largest=LOG_BYTES)
    if log is None:
        lines = reversed(livetext.list_versions(session, text_id))
        return [
            Step(at=line.at, author=", ".join(line.authors), content=get_content(session, text_id, line.version_id))
            for line in lines
        ]
    made = steps(tuple(BLANK), log)
    names = names_of(session, {step.person_id for step in made if step.person_id})
    return [
        Step(at=step.at, author=names.get(step.person_id, "") if step.person_id else "", content=step.content)
        for step in made
    ]
