"""Session-first writes of the cahier des charges, for this room and for the example. No commit here.

Nothing here changes a version but `adopt`, once; the triggers of the migration refuse every other update.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from db.models import (
    Specification,
    SpecificationLink,
    SpecificationNeed,
    SpecificationVersion,
    SpecificationVoice,
)
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
from workspace.livetext import store as text_store
from workspace.livetext.words import Block, TextKind
from workspace.specification import rules
from workspace.specification.words import AdoptionRule, FrozenClause, LinkKind, Stance


def add_specification(
    session: Session,
    *,
    group_id: UUID,
    title: str,
    language: str,
    created_by: UUID | None,
    content: Mapping[str, Sequence[Block]],
) -> Specification:
    """A new cahier des charges with its first words."""
    text_id = text_store.create_text(session, group_id=group_id, kind=TextKind.SPECIFICATION)
    text_store.seed_text(session, text_id, created_by, content)
    made = Specification(
        group_id=group_id,
        text_id=text_id,
        title=title,
        language=language,
        created_at=utc_now(),
        created_by=created_by,
    )
    session.add(made)
    session.flush()
    return made


def replace_links(session: Session, specification_id: UUID, clause: str, kind: LinkKind, ids: Iterable[UUID]) -> None:
    """What justifies a clause, of one kind."""
    session.execute(
        delete(SpecificationLink).where(
            SpecificationLink.specification_id == specification_id,
            SpecificationLink.clause == clause,
            SpecificationLink.kind == kind.value,
        )
    )
    session.add_all(
        SpecificationLink(specification_id=specification_id, clause=clause, kind=kind.value, object_id=one)
        for one in dict.fromkeys(ids)
    )
    session.flush()


def freeze(
    session: Session,
    row: Specification,
    *,
    number: int,
    clauses: Sequence[FrozenClause],
    rule: AdoptionRule,
    needs: Iterable[UUID],
    frozen_by: UUID | None,
) -> SpecificationVersion:
    """Keep the words as a version that waits for the voices of structures."""
    kept = [rules.clause_to_json(clause) for clause in clauses]
    made = SpecificationVersion(
        specification_id=row.id,
        number=number,
        title=row.title,
        language=row.language,
        clauses=kept,
        said_hash=rules.said_hash(row.title, kept),
        rule=rule,
        frozen_at=utc_now(),
        frozen_by=frozen_by,
    )
    session.add(made)
    session.flush()
    session.add_all(SpecificationNeed(version_id=made.id, structure_id=one) for one in needs)
    session.flush()
    return made


def write_voice(
    session: Session,
    version: SpecificationVersion,
    before: SpecificationVoice | None,
    *,
    structure_id: UUID,
    person_id: UUID | None,
    stance: Stance,
    reason: str = "",
) -> None:
    """Write what a structure says; one voice each, the latest holds. Raises RuleBroken once it is adopted."""
    if version.adopted_at is not None:
        raise RuleBroken("error-specification-adopted")
    voice = before
    if voice is None:
        voice = SpecificationVoice(version_id=version.id, structure_id=structure_id)
        session.add(voice)
    voice.person_id, voice.at, voice.stance, voice.reason = person_id, utc_now(), stance, reason
    session.flush()


def adopt(
    session: Session,
    version: SpecificationVersion,
    approvals: list[dict[str, Any]],
    *,
    adopted_by: UUID | None,
    at: datetime | None = None,
) -> None:
    """Settle a version for good, with its voices and its seal. Raises RuleBroken when it is already."""
    if version.adopted_at is not None:
        raise RuleBroken("error-specification-adopted")
    at = at or utc_now()
    version.adopted_at, version.adopted_by, version.approvals = at, adopted_by, approvals
    version.seal = rules.seal(version.said_hash, version.number, version.rule, at, approvals)
    session.flush()
