"""The example group's cahier des charges: drafted from the template, version 1 frozen, approved by some."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from examples.specification import read_specification
from examples.words import ExampleGroup
from workspace.livetext.content import read_content
from workspace.review.queries import able_structures
from workspace.specification import linking, queries, store
from workspace.specification.template import to_block
from workspace.specification.words import AdoptionRule, LinkKind, Stance


def install(
    session: Session,
    group_id: UUID,
    example: ExampleGroup,
    *,
    fiches: Mapping[str, UUID],
    people: Mapping[str, UUID],
    structures: Mapping[str, UUID],
) -> None:
    """Write it; its file says what is invented."""
    source = read_specification()
    homes = {one.key: structures[one.structure] for one in example.people}
    author = people[source.approved_by[0]]
    row = store.add_specification(
        session, group_id=group_id, title=source.title, language="fr", created_by=author,
        content={name: [to_block(entry) for entry in entries] for name, entries in source.clauses.items()},
    )  # fmt: skip
    for clause, keys in source.fiches.items():
        store.replace_links(session, row.id, clause, LinkKind.FICHE, [fiches[key] for key in keys])
    _, content = read_content(session, row.text_id)
    clauses = queries.frozen_clauses(row, content, linking.list_links(session, row))
    needs = able_structures(session, group_id)
    version = store.freeze(
        session, row, number=1, clauses=clauses, rule=AdoptionRule.ALL, needs=needs, frozen_by=author
    )
    for key in source.approved_by:
        store.write_voice(
            session, version, None, structure_id=homes[key], person_id=people[key], stance=Stance.APPROVED
        )
