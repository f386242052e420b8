"""Use cases of fiches and of the trame. Pictures: `pictures.py` beside this file."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from db.journal import record
from db.models import Fiche
from db.session import glancing, reading, unit_of_work
from db.turns import hold_group
from workspace.fiches import board, queries, rules, store, trame
from workspace.fiches.words import (
    Board,
    BoardChoices,
    BoardFilters,
    Choice,
    FicheDraft,
    FicheView,
    PresentFiche,
    TrameEntry,
    TrameView,
)
from workspace.fiches.words import FichesOperation as Op
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken, StaleEdit
from workspace.kernel.rights import Target, require
from workspace.livetext import hub

ALL = BoardFilters()


def view_board(actor: Actor, filters: BoardFilters = ALL) -> Board:
    """The group's fiches, étapes and structures."""
    require(rules.POLICIES[Op.VIEW_BOARD], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return board.get_board(session, actor, filters)


def view_order(actor: Actor) -> tuple[Choice, ...]:
    """The living fiches in their order, by name."""
    require(rules.POLICIES[Op.VIEW_BOARD], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.list_fiches(session, queries.group_of(actor))


def view_choices(actor: Actor) -> BoardChoices:
    """What the form of a new fiche can choose from."""
    require(rules.POLICIES[Op.VIEW_BOARD], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_choices(session, actor)


def board_stamp(actor: Actor) -> str:
    """A text that changes with the board's content: what was drawn from an equal stamp is still true."""
    require(rules.POLICIES[Op.VIEW_BOARD], actor, Target(group_id=actor.group_id))
    with glancing() as connection:
        return board.get_board_stamp(connection, queries.group_of(actor))


def view_presence(actor: Actor) -> list[PresentFiche]:
    """Where people are now; light enough to be asked every few seconds."""
    require(rules.POLICIES[Op.VIEW_BOARD], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return board.list_present(session, queries.group_of(actor))


def view_fiche(actor: Actor, fiche_id: UUID) -> FicheView:
    """One fiche. Raises NotFound, for another group's as for none."""
    require(rules.POLICIES[Op.VIEW_FICHE], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_fiche(session, actor, fiche_id)


def create_fiche(actor: Actor, draft: FicheDraft) -> UUID:
    """A new fiche at the end of the board, with an empty text."""
    require(rules.POLICIES[Op.CREATE_FICHE], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_draft(draft)
    with unit_of_work() as session:
        fiche = store.add_fiche(session, group_id=queries.group_of(actor), draft=cleaned, created_by=actor.person_id)
        record(session, actor, Op.CREATE_FICHE, kind="fiche", object_id=fiche.id, label=fiche.title)
        return fiche.id


def _find_for(session: Session, actor: Actor, op: Op, fiche_id: UUID, *, lock: bool = True) -> Fiche:
    """The fiche, kept for this transaction, once the actor's right is checked."""
    fiche = queries.find_fiche(session, actor, fiche_id, lock=lock)
    facts, group = queries.get_facts(session, fiche)
    require(rules.POLICIES[op], actor, rules.fiche_target(facts, group))
    return fiche


def change_fiche(actor: Actor, fiche_id: UUID, draft: FicheDraft) -> None:
    """Change title, accroche, kind and links. Raises StaleEdit when `draft.version` is not the current one.

    Raises RuleBroken `error-fiche-settled` when what people approved would change.
    """
    cleaned = rules.clean_draft(draft)
    with unit_of_work() as session:
        fiche = _find_for(session, actor, Op.CHANGE_FICHE, fiche_id)
        if fiche.archived_at is not None:
            raise RuleBroken("error-fiche-archived")
        if fiche.version != cleaned.version:
            raise StaleEdit
        rules.check_settled(
            fiche.status, before=(fiche.title, fiche.accroche), after=(cleaned.title, cleaned.accroche)
        )
        store.write_fiche(session, fiche, cleaned, changed_by=actor.person_id)
        record(session, actor, Op.CHANGE_FICHE, kind="fiche", object_id=fiche.id, label=fiche.title)


def archive_fiche(actor: Actor, fiche_id: UUID) -> None:
    """Take a fiche off the board; its text is locked, with all that was acknowledged in it.

    Raises RuleBroken `error-fiche-archived` when it already is.
    """
    text_id = _text_to_hold(actor, Op.ARCHIVE_FICHE, fiche_id)
    with hub.held(text_id), unit_of_work() as session:
        fiche = _find_for(session, actor, Op.ARCHIVE_FICHE, fiche_id)
        if fiche.archived_at is not None:
            raise RuleBroken("error-fiche-archived")
        store.set_archived(session, fiche, archived=True)
        record(session, actor, Op.ARCHIVE_FICHE, kind="fiche", object_id=fiche.id, label=fiche.title)


def restore_fiche(actor: Actor, fiche_id: UUID) -> None:
    """Bring an archived fiche back to the end of the board; its text opens again."""
    text_id = _text_to_hold(actor, Op.RESTORE_FICHE, fiche_id)
    with hub.held(text_id), unit_of_work() as session:
        fiche = _find_for(session, actor, Op.RESTORE_FICHE, fiche_id)
        if fiche.archived_at is None:
            raise RuleBroken("error-fiche-not-archived")
        store.set_archived(session, fiche, archived=False)
        record(session, actor, Op.RESTORE_FICHE, kind="fiche", object_id=fiche.id, label=fiche.title)


def _text_to_hold(actor: Actor, op: Op, fiche_id: UUID) -> UUID:
    """The text whose edits wait while its lock changes: asked before, because they are committed meanwhile."""
    with reading() as session:
        return _find_for(session, actor, op, fiche_id, lock=False).text_id


def order_fiches(actor: Actor, order: Sequence[UUID]) -> None:
    """Put the living fiches in this order. Raises StaleEdit when one was added, archived or restored meanwhile."""
    require(rules.POLICIES[Op.ORDER_FICHES], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        group_id = queries.group_of(actor)
        hold_group(session, group_id)
        rules.check_order([choice.choice_id for choice in queries.list_fiches(session, group_id)], order)
        store.write_order(session, group_id, list(order))
        record(session, actor, Op.ORDER_FICHES, kind="board", count=len(order))


def move_fiche(actor: Actor, fiche_id: UUID, place: int) -> None:
    """Take one fiche to a place among the living ones (1 = first); the others keep their order."""
    require(rules.POLICIES[Op.ORDER_FICHES], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        group_id = queries.group_of(actor)
        hold_group(session, group_id)
        living = queries.list_fiches(session, group_id)
        order = rules.moved([choice.choice_id for choice in living], fiche_id, place)
        store.write_order(session, group_id, order)
        label = next(choice.name for choice in living if choice.choice_id == fiche_id)
        record(session, actor, Op.ORDER_FICHES, kind="fiche", object_id=fiche_id, label=label, place=place)


def view_trame(actor: Actor) -> TrameView:
    """The outline of questions, with the fiches that answer them."""
    require(rules.POLICIES[Op.VIEW_TRAME], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return trame.get_trame(session, actor)


def save_trame(actor: Actor, entries: Sequence[TrameEntry], stamp: str) -> None:
    """Reword, order, add and remove questions in one go. Raises StaleEdit when `stamp` is not the current one."""
    require(rules.POLICIES[Op.CHANGE_TRAME], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_trame(entries)
    with unit_of_work() as session:
        group_id = queries.group_of(actor)
        hold_group(session, group_id)
        rows = queries.list_questions(session, group_id, lock=True)
        if rules.trame_stamp((row.id, row.version) for row in rows) != stamp:
            raise StaleEdit
        store.replace_trame(session, group_id, cleaned)
        record(session, actor, Op.CHANGE_TRAME, kind="trame", count=len(cleaned))
