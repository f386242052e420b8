"""A devis as a treasurer types it, and an adopted cahier des charges, for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from budget.envelope.words import LineKind
from budget.quotes import service
from budget.quotes.devis_words import CededRight, DevisDraft, DevisView, TypedLine, TypedTotal
from tests.days import group_today
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.livetext.queries import get_projection
from workspace.specification import store as specification_store
from workspace.specification.queries import frozen_clauses
from workspace.specification.template import template
from workspace.specification.words import AdoptionRule

TODAY = group_today()


def devis(supplier_id: UUID, **changes: Any) -> DevisDraft:
    """Two lots, an option and delivery; the stated total of the first lot is one cent off."""
    draft = DevisDraft(
        supplier_id=supplier_id,
        kind=LineKind.PRINTING,
        label="Chemise et huit fiches",
        number="D-2026-17",
        issued_on=TODAY,
        valid_until=TODAY + timedelta(days=30),
        lines=(
            TypedLine(label="500 exemplaires", copies="500", unit_price="1 190,00", rate="20"),
            TypedLine(label="1 000 exemplaires", copies="1 000", quantity="1000", unit_price="1,4500", rate="20"),
            TypedLine(kind="option", label="Pelliculage", copies="1000", unit_price="180,00", rate="20"),
            TypedLine(kind="delivery", label="Livraison", unit_price="60", rate="20"),
            TypedLine(rate="20"),
        ),
        stated=(TypedTotal(copies="500", net="1 250,00", vat="250,00", gross="1 500,01"),),
        rights=(CededRight(name="Reproduction", extent="Chemise et fiches", place="France", duration="5 ans"),),
    )
    return replace(draft, **changes)


def read_devis(actor: Actor, devis_id: UUID) -> DevisView:
    """One devis, as the page of all of them gives it."""
    return next(one for one in service.view_devis_list(actor).devis_list if one.devis_id == devis_id)


def adopt_specification(session: Session, actor: Actor, title: str) -> UUID:
    """A cahier des charges of the actor's group whose first version is adopted; gives the version's id."""
    row = specification_store.add_specification(
        session,
        group_id=group_of(actor),
        title=title,
        language="fr",
        created_by=actor.person_id,
        content={one.name: one.starter for one in template("fr")},
    )
    said = {name: one.blocks for name, one in get_projection(session, row.text_id).items()}
    version = specification_store.freeze(
        session,
        row,
        number=1,
        clauses=frozen_clauses(row, said, {}),
        rule=AdoptionRule.ALL,
        needs=[actor.structure_id],
        frozen_by=None,
    )
    specification_store.adopt(session, version, [], adopted_by=None)
    return version.id
