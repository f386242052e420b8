"""Reads of one fiche, and of what fiches are chosen from and linked to. The board has its own, `board.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from db.models import (
    Etape,
    Fiche,
    FicheEtape,
    FicheQuestion,
    FicheStructure,
    Group,
    Person,
    Structure,
    Text,
    TrameQuestion,
)
from workspace.fiches import rules
from workspace.fiches.words import (
    BoardChoices,
    Choice,
    FicheDraft,
    FicheFacts,
    FicheView,
)
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import NotFound
from workspace.lightness.queries import get_targets
from workspace.livetext import queries as livetext_queries
from workspace.outline.words import QuestionState

# Who changed a fiche's words last, and who began it.
Changer, Creator = aliased(Person), aliased(Person)
FICHE_ORDER = (Fiche.position, Fiche.created_at, Fiche.id)


def group_of(actor: Actor) -> UUID:
    """The group the actor is in. Raises NotFound outside of one."""
    if actor.group_id is None:
        raise NotFound
    return actor.group_id


def get_zone(session: Session, group_id: UUID) -> str:
    """The zone in which a group tells the time."""
    return session.scalars(select(Group.zone).where(Group.id == group_id)).one()


def group_today(session: Session, group_id: UUID) -> date:
    """The day it is where the group is."""
    return local(utc_now(), get_zone(session, group_id)).date()


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


def in_order(choices: Iterable[Choice], ids: Iterable[UUID]) -> tuple[UUID, ...]:
    """Those of `ids` that can be chosen, as the choices stand, so that chips and columns agree."""
    wanted = set(ids)
    return tuple(choice.choice_id for choice in choices if choice.choice_id in wanted)


def links_of(
    session: Session, left: Any, right: Any, group_id: UUID, only: UUID | None = None
) -> dict[UUID, list[UUID]]:
    """What each fiche of a group, or one of them, is linked to: `left` and `right` are the columns of the link."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    query = select(left, right).join(Fiche, Fiche.id == left).where(Fiche.group_id == group_id)
    if only is not None:
        query = query.where(Fiche.id == only)
    for fiche_id, other_id in session.execute(query):
        found[fiche_id].append(other_id)
    return found


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
    etape_ids = links_of(session, FicheEtape.fiche_id, FicheEtape.etape_id, group_id, only)[only]
    structure_ids = links_of(session, FicheStructure.fiche_id, FicheStructure.structure_id, group_id, only)[only]
    question_ids = links_of(session, FicheQuestion.fiche_id, FicheQuestion.question_id, group_id, only)[only]
    changed_at, changer, creator = session.execute(
        select(Text.changed_at, Changer.name, Creator.name)
        .select_from(Fiche)
        .join(Text, Text.id == Fiche.text_id)
        .outerjoin(Changer, Changer.id == Text.changed_by)
        .outerjoin(Creator, Creator.id == Fiche.created_by)
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
            etape_ids=in_order(etapes, etape_ids),
            structure_ids=in_order(structures, structure_ids),
            question_ids=in_order(questions, question_ids),
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
