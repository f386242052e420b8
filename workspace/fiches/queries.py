"""Reads of fiches and of the trame."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from db.models import (
    Etape,
    Fiche,
    FicheEtape,
    FicheQuestion,
    FicheStructure,
    Group,
    JournalEntry,
    Person,
    Structure,
    Text,
    TextProjection,
    TrameQuestion,
)
from workspace.fiches import rules
from workspace.fiches.words import (
    Board,
    BoardChoices,
    BoardFilters,
    Choice,
    FicheCard,
    FicheDraft,
    FicheFacts,
    FicheView,
    PresentFiche,
    Someone,
)
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.lightness.queries import get_targets
from workspace.lightness.words import Targets
from workspace.livetext import queries as livetext_queries
from workspace.outline.words import QuestionState

_Changer = aliased(Person)
_Creator = aliased(Person)
FICHE_ORDER = (Fiche.position, Fiche.created_at, Fiche.id)


def group_of(actor: Actor) -> UUID:
    """The group the actor is in. Raises NotFound outside of one."""
    if actor.group_id is None:
        raise NotFound
    return actor.group_id


def get_zone(session: Session, group_id: UUID) -> str:
    """The zone in which a group tells the time."""
    return session.scalars(select(Group.zone).where(Group.id == group_id)).one()


def list_etapes(session: Session, actor: Actor) -> tuple[Choice, ...]:
    """The étapes of the actor's group along the path, in the actor's language."""
    rows = session.execute(
        select(Etape.id, Etape.name, Etape.name_en).where(Etape.group_id == actor.group_id).order_by(Etape.position)
    )
    return tuple(
        Choice(choice_id=row.id, name=(row.name_en or row.name) if actor.locale == "en" else row.name) for row in rows
    )


def list_structures(session: Session, group_id: UUID) -> tuple[Choice, ...]:
    """The structures that are in the group now, the host first, then by name."""
    rows = session.execute(
        select(Structure.id, Structure.name)
        .where(Structure.group_id == group_id, Structure.left_at.is_(None))
        .order_by(Structure.is_host.desc(), func.lower(Structure.name))
    )
    return tuple(Choice(choice_id=row.id, name=row.name) for row in rows)


def list_fiches(session: Session, group_id: UUID) -> tuple[Choice, ...]:
    """The group's living fiches in their order."""
    rows = session.execute(
        select(Fiche.id, Fiche.title)
        .where(Fiche.group_id == group_id, Fiche.archived_at.is_(None))
        .order_by(*FICHE_ORDER)
    )
    return tuple(Choice(choice_id=row.id, name=row.title) for row in rows)


def get_choices(session: Session, actor: Actor) -> BoardChoices:
    """What the form of a new fiche can choose from. Three queries, however many fiches there are."""
    return BoardChoices(
        etapes=list_etapes(session, actor),
        structures=list_structures(session, group_of(actor)),
        questions=_questions(session, actor),
    )


def get_board(session: Session, actor: Actor, filters: BoardFilters) -> Board:
    """The whole board. Nine queries, whatever the number of fiches, étapes and structures."""
    group_id = group_of(actor)
    etapes = list_etapes(session, actor)
    structures = list_structures(session, group_id)
    etapes_of = _links(session, FicheEtape.fiche_id, FicheEtape.etape_id, group_id)
    structures_of = _links(session, FicheStructure.fiche_id, FicheStructure.structure_id, group_id)
    rows = session.execute(
        select(
            Fiche,
            Text.changed_at,
            func.coalesce(_Changer.name, _Creator.name, "").label("changed_by"),
        )
        .join(Text, Text.id == Fiche.text_id)
        .outerjoin(_Changer, _Changer.id == Text.changed_by)
        .outerjoin(_Creator, _Creator.id == Fiche.created_by)
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
                # In the board's own order, so that chips and columns agree.
                etape_ids=_ordered(etapes, etapes_of[fiche.id]),
                structure_ids=_ordered(structures, structures_of[fiche.id]),
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


def _ordered(choices: Iterable[Choice], ids: Iterable[UUID]) -> tuple[UUID, ...]:
    wanted = set(ids)
    return tuple(choice.choice_id for choice in choices if choice.choice_id in wanted)


def _links(
    session: Session, left: Any, right: Any, group_id: UUID, only: UUID | None = None
) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    query = select(left, right).join(Fiche, Fiche.id == left).where(Fiche.group_id == group_id)
    if only is not None:
        query = query.where(Fiche.id == only)
    for fiche_id, other_id in session.execute(query):
        found[fiche_id].append(other_id)
    return found


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


def get_board_stamp(session: Session, group_id: UUID) -> str:
    """A short text that changes whenever the board's content may have changed, presence apart."""
    lines, last, written, counted = session.execute(_BOARD_STAMP, {"group_id": group_id}).one()
    return f"{lines}.{last or 0}.{written or 0}.{counted or 0}"


def find_fiche(session: Session, actor: Actor, fiche_id: UUID, *, lock: bool = False) -> Fiche:
    """A fiche of the actor's group. Raises NotFound, for another group's as for none."""
    query = select(Fiche).where(Fiche.id == fiche_id, Fiche.group_id == actor.group_id)
    fiche = session.scalar(query.with_for_update() if lock else query)
    if fiche is None:
        raise NotFound
    return fiche


def get_facts(session: Session, fiche: Fiche) -> tuple[FicheFacts, frozenset[UUID]]:
    """(what the rules need of a fiche, all structures of its group). Two queries."""
    group = frozenset(choice.choice_id for choice in list_structures(session, fiche.group_id))
    linked = session.scalars(select(FicheStructure.structure_id).where(FicheStructure.fiche_id == fiche.id))
    return _facts(fiche, frozenset(linked) & group), group


def _facts(fiche: Fiche, structure_ids: frozenset[UUID]) -> FicheFacts:
    return FicheFacts(
        group_id=fiche.group_id,
        kind=fiche.kind,
        structure_ids=structure_ids,
        created_by=fiche.created_by,
        is_archived=fiche.archived_at is not None,
    )


def get_fiche(session: Session, actor: Actor, fiche_id: UUID) -> FicheView:
    """A fiche as the actor sees it. Raises NotFound."""
    fiche = find_fiche(session, actor, fiche_id)
    etapes, structures = list_etapes(session, actor), list_structures(session, group_of(actor))
    questions = _questions(session, actor)
    group_id, only = fiche.group_id, fiche.id
    etape_ids = _links(session, FicheEtape.fiche_id, FicheEtape.etape_id, group_id, only)[only]
    structure_ids = _links(session, FicheStructure.fiche_id, FicheStructure.structure_id, group_id, only)[only]
    question_ids = _links(session, FicheQuestion.fiche_id, FicheQuestion.question_id, group_id, only)[only]
    changed_at, changer, creator = session.execute(
        select(Text.changed_at, _Changer.name, _Creator.name)
        .select_from(Fiche)
        .join(Text, Text.id == Fiche.text_id)
        .outerjoin(_Changer, _Changer.id == Text.changed_by)
        .outerjoin(_Creator, _Creator.id == Fiche.created_by)
        .where(Fiche.id == fiche.id)
    ).one()
    words = {name: said.words for name, said in livetext_queries.get_projection(session, fiche.text_id).items()}
    level1, verso = words.get("level1", 0), words.get("level2", 0)
    recto = rules.recto_words(fiche.title, fiche.accroche, level1)
    group = frozenset(choice.choice_id for choice in structures)
    return FicheView(
        fiche_id=fiche.id,
        text_id=fiche.text_id,
        draft=FicheDraft(
            title=fiche.title,
            accroche=fiche.accroche,
            kind=fiche.kind,
            etape_ids=_ordered(etapes, etape_ids),
            structure_ids=_ordered(structures, structure_ids),
            question_ids=_ordered(questions, question_ids),
            version=fiche.version,
        ),
        status=fiche.status,
        created_at=fiche.created_at,
        created_by=creator or "",
        changed_at=changed_at or fiche.created_at,
        changed_by=changer or creator or "",
        archived_at=fiche.archived_at,
        words_recto=recto,
        words_verso=verso,
        is_blank=level1 + verso == 0,
        lightness=rules.lightness(recto, verso, get_targets(session, group_id)[0]),
        etapes=_chosen(etapes, etape_ids),
        structures=_chosen(structures, structure_ids),
        questions=_chosen(questions, question_ids),
        all_etapes=etapes,
        all_structures=structures,
        all_questions=questions,
        other_fiches=tuple(one for one in list_fiches(session, group_of(actor)) if one.choice_id != fiche.id),
        zone=get_zone(session, group_id),
        abilities=rules.fiche_abilities(actor, _facts(fiche, frozenset(structure_ids) & group), group),
    )


def _chosen(choices: Iterable[Choice], ids: Iterable[UUID]) -> tuple[Choice, ...]:
    wanted = set(ids)
    return tuple(choice for choice in choices if choice.choice_id in wanted)


def list_questions(session: Session, group_id: UUID, *, lock: bool = False) -> list[TrameQuestion]:
    """The kept rows of the trame in their order, for this room's own writes."""
    query = (
        select(TrameQuestion)
        .where(TrameQuestion.group_id == group_id, TrameQuestion.state == QuestionState.KEPT)
        .order_by(TrameQuestion.position, TrameQuestion.id)
    )
    return list(session.scalars(query.with_for_update() if lock else query))


def _questions(session: Session, actor: Actor) -> tuple[Choice, ...]:
    return tuple(
        Choice(choice_id=row.id, name=(row.text_en or row.text) if actor.locale == "en" else row.text)
        for row in list_questions(session, group_of(actor))
    )
