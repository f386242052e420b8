"""Reads of outlines: the trame in use, proposed trames, and the two ways to arrange the presentation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    Group,
    Person,
    Structure,
    StructureEtape,
    TrameDescent,
    TrameQuestion,
    TrameVariant,
    TrameVariantLine,
    TrameVariantSource,
)
from workspace.fiches import queries as fiches
from workspace.fiches import rules as fiches_rules
from workspace.fiches import trame
from workspace.fiches.board import get_board
from workspace.fiches.words import BoardFilters, FichesOperation
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed
from workspace.outline import arranging, rules
from workspace.outline.words import (
    Descent,
    Line,
    LineView,
    Organisation,
    OrganisationView,
    Outline,
    OutlineView,
    QuestionState,
    Sheet,
    Tally,
    VariantLine,
    VariantsView,
    Wording,
)
from workspace.outline.words import OutlineOperation as Op


def list_rows(session: Session, group_id: UUID, *, lock: bool = False) -> list[TrameQuestion]:
    """Every question of a group, kept or not, in order: for this room's own writes."""
    query = (
        select(TrameQuestion)
        .where(TrameQuestion.group_id == group_id)
        .order_by(TrameQuestion.position, TrameQuestion.id)
    )
    return list(session.scalars(query.with_for_update() if lock else query))


def outline_in_use(rows: Sequence[TrameQuestion], lineage: trame.Lineage) -> Outline:
    """The trame in use as an outline: kept lines in order, then those aside."""
    lines = [
        Line(
            line_id=row.id,
            wording=_wording(row),
            sources=(row.id, *lineage.taken_in(row.id)),
            is_aside=row.state is QuestionState.ASIDE,
            version=row.version,
        )
        for row in rows
        if row.state is not QuestionState.MERGED
    ]
    return rules.kept(lines) + rules.aside(lines)


def _wording(row: TrameQuestion | TrameVariantLine) -> Wording:
    return Wording(text=row.text, text_en=row.text_en, etape_id=row.etape_id)


def originals(rows: Iterable[TrameQuestion]) -> dict[UUID, Wording]:
    """The own words of each question, before it took others in."""
    return {
        row.id: Wording(text=row.own_text, text_en=row.own_text_en, etape_id=row.etape_id)
        if row.own_text
        else _wording(row)
        for row in rows
    }


def find_variant(session: Session, actor: Actor, variant_id: UUID, *, lock: bool = False) -> TrameVariant:
    """A proposed trame of the actor's group. Raises NotFound, for another group's as for none."""
    query = select(TrameVariant).where(TrameVariant.id == variant_id, TrameVariant.group_id == actor.group_id)
    variant = session.scalar(query.with_for_update() if lock else query)
    if variant is None:
        raise NotFound
    return variant


def variant_target(variant: TrameVariant) -> Target:
    """To whom a proposed trame belongs: its proposer, and the structure they proposed it for."""
    structures = frozenset({variant.structure_id} if variant.structure_id else ())
    return Target(group_id=variant.group_id, structure_ids=structures, person_id=variant.created_by)


def variant_outlines(session: Session, variant_ids: Iterable[UUID]) -> dict[UUID, Outline]:
    """The outlines of proposed trames: kept lines in order, then those aside. Two queries."""
    wanted = list(variant_ids)
    sources: dict[UUID, list[UUID]] = defaultdict(list)
    for link in session.scalars(
        select(TrameVariantSource)
        .join(TrameVariantLine, TrameVariantLine.id == TrameVariantSource.line_id)
        .where(TrameVariantLine.variant_id.in_(wanted))
        .order_by(TrameVariantSource.position, TrameVariantSource.question_id)
    ):
        sources[link.line_id].append(link.question_id)
    lines: dict[UUID, list[Line]] = {one: [] for one in wanted}
    for row in session.scalars(
        select(TrameVariantLine)
        .where(TrameVariantLine.variant_id.in_(wanted))
        .order_by(TrameVariantLine.position, TrameVariantLine.id)
    ):
        lines[row.variant_id].append(
            Line(
                line_id=row.id,
                wording=_wording(row),
                sources=tuple(sources[row.id]),
                is_aside=row.is_aside,
                version=row.version,
            )
        )
    return {one: rules.kept(found) + rules.aside(found) for one, found in lines.items()}


def tally_in_use(session: Session, rows: Sequence[TrameQuestion]) -> Tally:
    """The count before and after of the trame in use: at first = every question that is no part of another."""
    parts = select(TrameDescent.question_id).where(
        TrameDescent.kind == Descent.SPLIT, TrameDescent.question_id.in_([row.id for row in rows])
    )
    born = set(session.scalars(parts))
    states = [row.state for row in rows]
    return Tally(
        started=len(rows) - len(born),
        kept=states.count(QuestionState.KEPT),
        aside=states.count(QuestionState.ASIDE),
        merged=states.count(QuestionState.MERGED),
        born=len(born),
    )


def get_outline(session: Session, actor: Actor, variant_id: UUID | None) -> OutlineView:
    """An outline to work on. Raises NotFound for a variant that is not the group's."""
    group_id = fiches.group_of(actor)
    rows = list_rows(session, group_id)
    lineage = trame.get_lineage(session, actor)
    if variant_id is None:
        name, outline, count = "", outline_in_use(rows, lineage), tally_in_use(session, rows)
        policy = fiches_rules.POLICIES[FichesOperation.CHANGE_TRAME]
        may_change = allowed(policy, actor, Target(group_id=group_id))
    else:
        variant = find_variant(session, actor, variant_id)
        name, outline = variant.name, variant_outlines(session, [variant_id])[variant_id]
        count = rules.tally(outline, variant.started_with)
        may_change = _may_change(actor, variant)
    answering = trame.list_answering(session, group_id)
    etapes = fiches.list_etapes(session, actor)
    names = {one.choice_id: one.name for one in etapes}
    return OutlineView(
        variant_id=variant_id,
        name=name,
        lines=tuple(
            LineView(
                line=line,
                etape=names.get(line.wording.etape_id, "") if line.wording.etape_id else "",
                fiche_count=len({one.choice_id for source in line.sources for one in answering.get(source, ())}),
                merged=lineage.words(line.sources[1:]),
            )
            for line in outline
        ),
        tally=count,
        etapes=tuple((one.choice_id, one.name) for one in etapes),
        may_change=may_change,
    )


def _may_change(actor: Actor, variant: TrameVariant) -> bool:
    """An adopted trame is a record: what follows is done on the trame in use, or in another proposal."""
    return variant.adopted_at is None and allowed(rules.POLICIES[Op.CHANGE_VARIANT], actor, variant_target(variant))


def list_variants(session: Session, actor: Actor) -> VariantsView:
    """Every proposed trame of the group, the latest first."""
    group_id = fiches.group_of(actor)
    rows = session.execute(
        select(TrameVariant, Person.name, Structure.name)
        .outerjoin(Person, Person.id == TrameVariant.created_by)
        .outerjoin(Structure, Structure.id == TrameVariant.structure_id)
        .where(TrameVariant.group_id == group_id)
        .order_by(TrameVariant.created_at.desc(), TrameVariant.id)
    ).all()
    outlines = variant_outlines(session, [variant.id for variant, _, _ in rows])
    may_adopt = allowed(rules.POLICIES[Op.ADOPT_VARIANT], actor, Target(group_id=group_id))
    return VariantsView(
        variants=tuple(
            VariantLine(
                variant_id=variant.id,
                name=variant.name,
                reason=variant.reason,
                proposed_by=person or "",
                structure=structure or "",
                created_at=variant.created_at,
                adopted_at=variant.adopted_at,
                tally=rules.tally(outlines[variant.id], variant.started_with),
                version=variant.version,
                may_change=_may_change(actor, variant),
                may_withdraw=allowed(rules.POLICIES[Op.WITHDRAW_VARIANT], actor, variant_target(variant)),
                may_adopt=may_adopt,
            )
            for variant, person, structure in rows
        ),
        in_use=tally_in_use(session, list_rows(session, group_id)),
        zone=fiches.get_zone(session, group_id),
        may_propose=allowed(rules.POLICIES[Op.PROPOSE_TRAME], actor, Target(group_id=group_id)),
    )


def get_organisation(session: Session, group_id: UUID) -> Organisation:
    """What the group's presentation follows."""
    return session.scalars(select(Group.organisation).where(Group.id == group_id)).one()


def view_organisation(session: Session, actor: Actor) -> OrganisationView:
    """Both arrangements of the living fiches, and the chosen one."""
    group_id = fiches.group_of(actor)
    board = get_board(session, actor, BoardFilters())
    sheets = tuple(
        Sheet(
            fiche_id=card.fiche_id,
            title=card.title,
            kind=card.kind.value,
            words=card.words_recto + card.words_verso,
            etape_ids=card.etape_ids,
            structure_ids=card.structure_ids,
        )
        for card in board.cards
    )
    present: dict[UUID, list[UUID]] = defaultdict(list)
    covers: dict[UUID, list[UUID]] = defaultdict(list)
    for structure_id, etape_id in session.execute(
        select(StructureEtape.structure_id, StructureEtape.etape_id)
        .join(Structure, Structure.id == StructureEtape.structure_id)
        .where(Structure.group_id == group_id)
    ):
        present[etape_id].append(structure_id)
        covers[structure_id].append(etape_id)
    return OrganisationView(
        chosen=get_organisation(session, group_id),
        by_etape=arranging.by_etape(sheets, board.etapes, board.structures, present),
        by_structure=arranging.by_structure(sheets, board.etapes, board.structures, covers),
        may_set=allowed(rules.POLICIES[Op.SET_ORGANISATION], actor, Target(group_id=group_id)),
    )
