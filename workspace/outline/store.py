"""Session-first writes of outlines, for this room and for the example. No commit here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.models import (
    FicheQuestion,
    Group,
    TrameDescent,
    TrameQuestion,
    TrameVariant,
    TrameVariantLine,
    TrameVariantSource,
)
from workspace.kernel.clock import utc_now
from workspace.members.store import check_etapes
from workspace.outline import queries, rules
from workspace.outline.words import Descent, Organisation, Outline, Planned, QuestionState, VariantDraft


def write_in_use(
    session: Session, group_id: UUID, outline: Outline, *, removes: bool
) -> dict[UUID, tuple[UUID, ...]]:
    """Make an outline the trame in use. Fiches follow the lineage of their questions; nothing is lost.

    Questions that the outline does not know are erased when it `removes` (it was read in this transaction), else
    they keep their state, after the others. Gives what each line became: its question, and those it took in.
    Raises NotFound for an étape of another group.
    """
    rows = {row.id: row for row in queries.list_rows(session, group_id, lock=True)}
    check_etapes(session, group_id, _etapes(outline))
    planned = rules.plan(outline, list(rows))
    known = {one.question_id for one in planned} | {source for one in planned for source in one.takes_in}
    unknown = [row for row in rows.values() if row.id not in known]
    ids: dict[int, UUID] = {}
    position = 0
    for number, one in enumerate(planned):
        if one.state is QuestionState.ASIDE and not removes:
            # What came since stays in the presentation: before what is aside.
            position = _number(unknown, position)
            unknown = []
        position += 1
        row = rows.get(one.question_id) if one.question_id else None
        if row is None:
            row = TrameQuestion(id=one.line_id, group_id=group_id, created_at=utc_now(), version=0, own_text="")
            session.add(row)
        _write_row(row, one, position)
        ids[number] = row.id
    for one in planned:
        for source in one.takes_in:
            _fold(rows[source])
    if removes:
        for row in unknown:
            session.delete(row)
    else:
        _number(unknown, position)
    session.flush()
    _write_descent(session, planned, ids, known)
    _write_links(session, planned, ids)
    return {one.line_id: (ids[number], *one.takes_in) for number, one in enumerate(planned)}


def _etapes(outline: Outline) -> tuple[UUID, ...]:
    return tuple({line.wording.etape_id for line in outline if line.wording.etape_id is not None})


def _fold(row: TrameQuestion) -> None:
    """A question that another takes in goes back to its own words, to be found again when they are parted."""
    row.state = QuestionState.MERGED
    if row.own_text:
        row.text, row.text_en, row.own_text, row.own_text_en = row.own_text, row.own_text_en, "", ""


def _number(rows: Sequence[TrameQuestion], position: int) -> int:
    for row in rows:
        position += 1
        row.position = position
    return position


def _write_row(row: TrameQuestion, one: Planned, position: int) -> None:
    if not one.takes_in:
        row.own_text, row.own_text_en = "", ""
    elif not row.own_text:
        row.own_text, row.own_text_en = row.text, row.text_en
    state = (position, one.wording.text, one.wording.text_en, one.wording.etape_id, one.state)
    if (row.position, row.text, row.text_en, row.etape_id, row.state) != state:
        row.position, row.text, row.text_en, row.etape_id, row.state = state
        row.version += 1


def _write_descent(
    session: Session, planned: Sequence[Planned], ids: dict[int, UUID], known: set[UUID | None]
) -> None:
    session.execute(
        delete(TrameDescent).where(
            TrameDescent.kind == Descent.MERGED, TrameDescent.from_id.in_([one for one in known if one])
        )
    )
    for number, one in enumerate(planned):
        session.add_all(
            TrameDescent(question_id=ids[number], from_id=source, kind=Descent.MERGED) for source in one.takes_in
        )
        if one.split_from is not None:
            session.add(TrameDescent(question_id=ids[number], from_id=one.split_from, kind=Descent.SPLIT))
    session.flush()


def _write_links(session: Session, planned: Sequence[Planned], ids: dict[int, UUID]) -> None:
    """A question is answered by the fiches of every question it comes from; the others keep their own links."""
    answering: dict[UUID, set[UUID]] = defaultdict(set)
    asked = [source for one in planned for source in one.links_of] + list(ids.values())
    for link in session.scalars(select(FicheQuestion).where(FicheQuestion.question_id.in_(asked))):
        answering[link.question_id].add(link.fiche_id)
    for number, one in enumerate(planned):
        wanted = {fiche_id for source in one.links_of for fiche_id in answering.get(source, ())}
        session.add_all(
            FicheQuestion(fiche_id=fiche_id, question_id=ids[number])
            for fiche_id in sorted(wanted - answering.get(ids[number], set()))
        )
    session.flush()


def add_variant(
    session: Session,
    *,
    group_id: UUID,
    draft: VariantDraft,
    outline: Outline,
    created_by: UUID | None,
    structure_id: UUID | None,
    started_with: int,
) -> TrameVariant:
    """A proposed trame that begins as this outline; its lines are its own, their sources are the trame's."""
    variant = TrameVariant(
        group_id=group_id,
        name=draft.name,
        reason=draft.reason,
        started_with=started_with,
        created_at=utc_now(),
        created_by=created_by,
        structure_id=structure_id,
    )
    session.add(variant)
    session.flush()
    write_variant(session, variant, rules.copied(outline))
    return variant


def write_variant(session: Session, variant: TrameVariant, outline: Outline) -> None:
    """Write a variant's lines and their sources. Raises NotFound for an étape of another group."""
    check_etapes(session, variant.group_id, _etapes(outline))
    query = select(TrameVariantLine).where(TrameVariantLine.variant_id == variant.id)
    rows = {row.id: row for row in session.scalars(query)}
    session.execute(delete(TrameVariantSource).where(TrameVariantSource.line_id.in_(list(rows))))
    for line_id in set(rows) - {line.line_id for line in outline}:
        session.delete(rows[line_id])
    for position, line in enumerate(outline, start=1):
        row = rows.get(line.line_id)
        if row is None:
            row = TrameVariantLine(id=line.line_id, variant_id=variant.id)
            session.add(row)
        row.position, row.is_aside, row.version = position, line.is_aside, line.version
        row.text, row.text_en, row.etape_id = line.wording.text, line.wording.text_en, line.wording.etape_id
    session.flush()
    session.add_all(
        TrameVariantSource(line_id=line.line_id, question_id=source, position=number)
        for line in outline
        for number, source in enumerate(line.sources)
    )
    session.flush()


def note_adopted(session: Session, variant: TrameVariant, became: dict[UUID, tuple[UUID, ...]]) -> None:
    """Tie each line of an adopted variant to the questions that it became: later comparisons know them."""
    variant.adopted_at = utc_now()
    variant.version += 1
    session.execute(delete(TrameVariantSource).where(TrameVariantSource.line_id.in_(list(became))))
    session.add_all(
        TrameVariantSource(line_id=line_id, question_id=question_id, position=number)
        for line_id, questions in became.items()
        for number, question_id in enumerate(questions)
    )
    session.flush()


def write_organisation(session: Session, group_id: UUID, organisation: Organisation) -> None:
    """What the group's presentation follows from now on."""
    group = session.get_one(Group, group_id, with_for_update={"key_share": True})
    group.organisation = Organisation(organisation)
    session.flush()
