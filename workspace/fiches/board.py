"""Reads of the board: all fiches of a group at once, who is in them, and whether anything changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, select
from sqlalchemy.orm import Session

from db.models import Fiche, FicheEtape, FicheStructure, JournalEntry, Text, TextProjection
from workspace.fiches import rules
from workspace.fiches.queries import (
    FICHE_ORDER,
    Changer,
    Creator,
    get_zone,
    group_of,
    in_order,
    links_of,
    list_etapes,
    list_structures,
)
from workspace.fiches.words import Board, BoardFilters, FicheCard, PresentFiche, Someone
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.lightness.queries import get_targets
from workspace.lightness.words import Targets
from workspace.livetext import queries as livetext_queries


def get_board(session: Session, actor: Actor, filters: BoardFilters) -> Board:
    """The whole board. Nine queries, whatever the number of fiches, étapes and structures."""
    group_id = group_of(actor)
    etapes = list_etapes(session, actor)
    structures = list_structures(session, group_id)
    etapes_of = links_of(session, FicheEtape.fiche_id, FicheEtape.etape_id, group_id)
    structures_of = links_of(session, FicheStructure.fiche_id, FicheStructure.structure_id, group_id)
    rows = session.execute(
        select(
            Fiche,
            Text.changed_at,
            func.coalesce(Changer.name, Creator.name, "").label("changed_by"),
        )
        .join(Text, Text.id == Fiche.text_id)
        .outerjoin(Changer, Changer.id == Text.changed_by)
        .outerjoin(Creator, Creator.id == Fiche.created_by)
        .where(Fiche.group_id == group_id)
        .order_by(*FICHE_ORDER)
    ).all()
    words = livetext_queries.words_by_text(session, group_id)
    targets = get_targets(session, group_id)[0]
    people = _present(session, group_id)
    cards: list[FicheCard] = []
    number = 0
    for fiche, changed_at, changed_by in rows:
        number += fiche.archived_at is None
        cards.append(
            _card(
                fiche,
                number=0 if fiche.archived_at else number,
                etape_ids=in_order(etapes, etapes_of[fiche.id]),
                structure_ids=in_order(structures, structures_of[fiche.id]),
                words=words.get(fiche.text_id, {}),
                targets=targets,
                changed=(changed_at or fiche.created_at, changed_by),
                present=people.get(fiche.text_id, ()),
            )
        )
    return Board(
        cards=rules.filter_cards(cards, filters),
        etapes=etapes,
        structures=structures,
        total=number,
        archived_total=len(cards) - number,
        zone=get_zone(session, group_id),
        abilities=rules.board_abilities(actor),
    )


def _card(
    fiche: Fiche,
    *,
    number: int,
    etape_ids: tuple[UUID, ...],
    structure_ids: tuple[UUID, ...],
    words: Mapping[str, int],
    targets: Targets,
    changed: tuple[datetime, str],
    present: tuple[Someone, ...],
) -> FicheCard:
    level1, verso = words.get("level1", 0), words.get("level2", 0)
    recto = rules.recto_words(fiche.title, fiche.accroche, level1)
    return FicheCard(
        fiche_id=fiche.id,
        text_id=fiche.text_id,
        title=fiche.title,
        accroche=fiche.accroche,
        kind=fiche.kind,
        status=fiche.status,
        number=number,
        etape_ids=etape_ids,
        structure_ids=structure_ids,
        words_recto=recto,
        words_verso=verso,
        is_blank=level1 + verso == 0,
        lightness=rules.lightness(recto, verso, targets),
        changed_at=changed[0],
        changed_by=changed[1],
        present=present,
        is_archived=fiche.archived_at is not None,
    )


def _present(session: Session, group_id: UUID) -> dict[UUID, tuple[Someone, ...]]:
    found: dict[UUID, tuple[Someone, ...]] = {}
    for line in livetext_queries.presence(session, group_id, utc_now()):
        someone = Someone(person_id=line.person_id, name=line.name, is_writing=line.typing)
        found[line.text_id] = (*found.get(line.text_id, ()), someone)
    return found


def list_present(session: Session, group_id: UUID) -> list[PresentFiche]:
    """The living fiches where somebody is now, in their order. One query when nobody is there, else two."""
    people = _present(session, group_id)
    if not people:
        return []
    rows = session.execute(
        select(Fiche.id, Fiche.title, Fiche.text_id)
        .where(Fiche.text_id.in_(people), Fiche.archived_at.is_(None))
        .order_by(*FICHE_ORDER)
    )
    return [PresentFiche(fiche_id=row.id, title=row.title, people=people[row.text_id]) for row in rows]


def _stamp_of() -> Select[int, int, int, int]:
    group_id: BindParameter[UUID] = bindparam("group_id")
    journal = select(func.count(), func.max(JournalEntry.id)).where(JournalEntry.group_id == group_id).subquery()
    texts = select(func.sum(Text.seq)).where(Text.group_id == group_id).scalar_subquery()
    projections = (
        select(func.sum(TextProjection.seq))
        .join(Text, Text.id == TextProjection.text_id)
        .where(Text.group_id == group_id)
        .scalar_subquery()
    )
    return select(journal.c[0], journal.c[1], texts, projections)


# Written once: the board asks it at each click, and building it costs more than running it.
_BOARD_STAMP = _stamp_of()


def get_board_stamp(session: Session | Connection, group_id: UUID) -> str:
    """A short text that changes whenever the board's content may have changed, presence apart."""
    lines, last, written, counted = session.execute(_BOARD_STAMP, {"group_id": group_id}).one()
    return f"{lines}.{last or 0}.{written or 0}.{counted or 0}"
