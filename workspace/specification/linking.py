"""What justifies clauses, read both ways: what a clause points at, and the clauses that a thing justifies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Specification, SpecificationLink
from workspace.decisions.queries import list_decided
from workspace.fiches.queries import list_fiches
from workspace.kernel.messages import translate
from workspace.specification.template import template
from workspace.specification.words import Justified, LinkKind, Reference

Links = Mapping[str, tuple[Reference, ...]]


def _fiches(session: Session, group_id: UUID, _language: str) -> dict[UUID, str]:
    return {one.choice_id: one.name for one in list_fiches(session, group_id)}


def _decisions(session: Session, group_id: UUID, language: str) -> dict[UUID, str]:
    return {
        proposal_id: translate(language, "register-number", number=number, title=title)
        for proposal_id, number, title in list_decided(session, group_id)
    }


# What clauses may point at: the objects of a group, by id, each named as a language names it. A room with a new kind
# adds its own reading here.
JUSTIFICATIONS: dict[LinkKind, Callable[[Session, UUID, str], dict[UUID, str]]] = {
    LinkKind.FICHE: _fiches,
    LinkKind.DECISION: _decisions,
}


def list_choices(session: Session, group_id: UUID, language: str) -> dict[LinkKind, tuple[Reference, ...]]:
    """What clauses of a group may point at, by kind, named in a language."""
    return {
        kind: tuple(
            Reference(kind=kind, object_id=one, name=name) for one, name in read(session, group_id, language).items()
        )
        for kind, read in JUSTIFICATIONS.items()
    }


def list_justified(session: Session, group_id: UUID | None, kind: LinkKind, object_id: UUID) -> tuple[Justified, ...]:
    """The clauses of a group that something justifies, in the order in which they are read."""
    rows = session.execute(
        select(Specification, SpecificationLink.clause)
        .join(SpecificationLink, SpecificationLink.specification_id == Specification.id)
        .where(
            Specification.group_id == group_id,
            SpecificationLink.kind == kind.value,
            SpecificationLink.object_id == object_id,
        )
        .order_by(Specification.created_at)
    ).all()
    return tuple(
        Justified(specification_id=row.id, title=row.title, clause=clause.name, heading=clause.heading)
        for row in dict.fromkeys(row for row, _ in rows)
        for clause in template(row.language)
        if (row, clause.name) in {(one, name) for one, name in rows}
    )


def list_links(session: Session, row: Specification) -> Links:
    """What justifies each clause; a thing that is gone, or put away, is left out."""
    choices = list_choices(session, row.group_id, row.language)
    known = {(kind.value, one.object_id): one for kind, found in choices.items() for one in found}
    links: dict[str, list[Reference]] = {}
    for link in session.scalars(select(SpecificationLink).where(SpecificationLink.specification_id == row.id)):
        reference = known.get((link.kind, link.object_id))
        if reference is not None:
            links.setdefault(link.clause, []).append(reference)
    return {clause: tuple(sorted(found, key=lambda one: one.name)) for clause, found in links.items()}
