"""Reads of history."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Fiche, TextVersion
from workspace.accounts.queries import names_of
from workspace.fiches.queries import find_fiche, get_facts, get_zone
from workspace.fiches.rules import SETTLED, fiche_target
from workspace.history import rules, wordings
from workspace.history.replay import LOG_BYTES, steps
from workspace.history.words import (
    Content,
    HistoryOperation,
    HistoryView,
    Line,
    Step,
    Wording,
)
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed
from workspace.livetext import queries as livetext
from workspace.livetext.rules import POLICIES as TEXT_POLICIES
from workspace.livetext.words import FRAGMENTS, Operation, TextKind

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
        wordings=wordings.list_changes(session, fiche),
        may_name=allowed(TEXT_POLICIES[Operation.NAME_VERSION], actor, target),
        may_restore=not text.locked and allowed(rules.POLICIES[HistoryOperation.RESTORE_VERSION], actor, target),
        may_reword=_may_reword(session, actor, fiche),
    )


def _may_reword(session: Session, actor: Actor, fiche: Fiche) -> bool:
    open_now = fiche.archived_at is None and fiche.status not in SETTLED
    target = fiche_target(*get_facts(session, fiche))
    return open_now and allowed(rules.POLICIES[HistoryOperation.RESTORE_WORDING], actor, target)


def get_sheet(session: Session, fiche: Fiche, version_id: UUID | None) -> tuple[Line, ...]:
    """What a fiche said when a version was kept, title and accroche too; None is now. Raises NotFound."""
    content = get_content(session, fiche.text_id, version_id)
    at = session.scalar(select(TextVersion.at).where(TextVersion.id == version_id)) if version_id else None
    held = wordings.wording_at(session, fiche, at) if at else Wording(fiche.title, fiche.accroche)
    return (*rules.heading(held), *rules.sheet(content))


def get_content(session: Session, text_id: UUID, version_id: UUID | None) -> Content:
    """What a version says; None is the text as last projected. Raises NotFound for another text's version."""
    if version_id is None:
        said = livetext.get_projection(session, text_id)
        return {name: said[name].blocks if name in said else () for name in BLANK}
    content = livetext.find_version(session, text_id, version_id)
    if content is None:
        raise NotFound
    return {name: content.get(name, ()) for name in BLANK}


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
