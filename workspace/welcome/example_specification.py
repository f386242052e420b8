"""The example group's cahier des charges: drafted from the template, frozen, approved by each structure, adopted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Specification, SpecificationVersion, SpecificationVoice
from examples.specification import read_specification
from examples.words import ExampleGroup
from workspace.kernel.clock import utc_now
from workspace.livetext.content import read_content
from workspace.review.queries import able_structures
from workspace.specification import adopting, linking, queries, store
from workspace.specification.template import to_block
from workspace.specification.words import AdoptionRule, LinkKind, Stance


def install(
    session: Session,
    group_id: UUID,
    example: ExampleGroup,
    *,
    reasons: Mapping[LinkKind, Mapping[str, UUID]],
    people: Mapping[str, UUID],
    structures: Mapping[str, UUID],
) -> None:
    """Write it; its file says what is invented. `reasons`: what clauses may point at, by the example's keys."""
    source, now = read_specification(), utc_now()
    homes = {one.key: structures[one.structure] for one in example.people}
    author = people[source.approved_by[0]]
    row = store.add_specification(
        session, group_id=group_id, title=source.title, language="fr", created_by=author,
        content={name: [to_block(entry) for entry in entries] for name, entries in source.clauses.items()},
    )  # fmt: skip
    for kind, pointed in ((LinkKind.FICHE, source.fiches), (LinkKind.DECISION, source.decisions)):
        for clause, keys in pointed.items():
            store.replace_links(session, row.id, clause, kind, [reasons[kind][key] for key in keys])
    version = _freeze(session, row, author, now - timedelta(days=source.frozen_days_ago))
    adopted_at = now - timedelta(days=source.adopted_days_ago)
    for key in source.approved_by:
        store.write_voice(
            session, version, None, structure_id=homes[key], person_id=people[key], stance=Stance.APPROVED
        )
    for voice in session.scalars(select(SpecificationVoice).where(SpecificationVoice.version_id == version.id)):
        voice.at = adopted_at - timedelta(days=1)
    session.flush()
    adopting.adopt(session, version, adopted_by=author, at=adopted_at)


def _freeze(session: Session, row: Specification, author: UUID, at: datetime) -> SpecificationVersion:
    """Version 1, as if its words had been frozen at an instant of the past."""
    row.created_at = at
    _, content = read_content(session, row.text_id)
    clauses = queries.frozen_clauses(row, content, linking.list_links(session, row))
    needs = able_structures(session, row.group_id)
    version = store.freeze(
        session, row, number=1, clauses=clauses, rule=AdoptionRule.ALL, needs=needs, frozen_by=author
    )
    version.frozen_at = at
    return version
