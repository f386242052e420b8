"""Session-first writes of fiches and of the trame, for this room and for the example. No commit here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from db.models import (
    Etape,
    Fiche,
    FicheEtape,
    FicheQuestion,
    FicheStructure,
    FicheWording,
    Picture,
    TrameDescent,
    TrameQuestion,
)
from db.turns import hold_group
from workspace.fiches import queries
from workspace.fiches.rules import SETTLED
from workspace.fiches.words import FicheDraft, FicheStatus, PreparedPicture, TrameEntry
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.livetext import store as livetext_store
from workspace.livetext.words import TextKind
from workspace.members.store import check_etapes, check_structures
from workspace.outline.words import Descent, QuestionState


def add_fiche(
    session: Session,
    *,
    group_id: UUID,
    draft: FicheDraft,
    created_by: UUID | None,
    status: FicheStatus = FicheStatus.DRAFT,
) -> Fiche:
    """A new fiche at the end of the group's, with its empty text. The draft must be clean already.

    Raises NotFound when a link points outside the group.
    """
    hold_group(session, group_id)
    fiche = Fiche(
        group_id=group_id,
        text_id=livetext_store.create_text(session, group_id=group_id, kind=TextKind.FICHE),
        title=draft.title,
        kind=draft.kind,
        status=status,
        position=next_position(session, group_id),
        created_at=utc_now(),
        created_by=created_by,
        version=0,
    )
    session.add(fiche)
    write_fiche(session, fiche, draft)
    return fiche


def next_position(session: Session, group_id: UUID) -> int:
    """The place after the last fiche."""
    return (session.scalar(select(func.max(Fiche.position)).where(Fiche.group_id == group_id)) or 0) + 1


def write_fiche(session: Session, fiche: Fiche, draft: FicheDraft, *, changed_by: UUID | None = None) -> None:
    """Write a cleaned draft and its links. Raises NotFound for an étape, structure or question of another group.

    A link to a structure that has left the group, or to a question set aside, is kept as it is: the form did not
    show it. A question merged into another since the form was shown brings the other with it.
    """
    check_etapes(session, fiche.group_id, draft.etape_ids)
    check_structures(session, fiche.group_id, draft.structure_ids)
    questions = _followed(session, fiche.group_id, draft.question_ids)
    fiche.kind = draft.kind
    reword(session, fiche, draft.title, draft.accroche, changed_by=changed_by)
    shown = {choice.choice_id for choice in queries.list_structures(session, fiche.group_id)}
    _replace_links(session, FicheEtape, FicheEtape.etape_id, fiche.id, draft.etape_ids)
    _replace_links(session, FicheStructure, FicheStructure.structure_id, fiche.id, draft.structure_ids, within=shown)
    kept = {row.id for row in queries.list_questions(session, fiche.group_id)}
    _replace_links(session, FicheQuestion, FicheQuestion.question_id, fiche.id, questions, within=kept)


def reword(session: Session, fiche: Fiche, title: str, accroche: str, *, changed_by: UUID | None) -> None:
    """Give a fiche this title and accroche; those that it had are kept."""
    if fiche.version and (fiche.title, fiche.accroche) != (title, accroche):
        session.add(
            FicheWording(
                fiche_id=fiche.id,
                title=fiche.title,
                accroche=fiche.accroche,
                ended_at=utc_now(),
                ended_by=changed_by,
            )
        )
    fiche.title, fiche.accroche = title, accroche
    fiche.version += 1
    session.flush()


def _replace_links(
    session: Session,
    table: Any,
    column: Any,
    fiche_id: UUID,
    wanted: Iterable[UUID],
    *,
    within: set[UUID] | None = None,
) -> None:
    there = set(session.scalars(select(column).where(table.fiche_id == fiche_id)))
    gone = (there if within is None else there & within) - set(wanted)
    if gone:
        session.execute(delete(table).where(table.fiche_id == fiche_id, column.in_(gone)))
    session.add_all(table(fiche_id=fiche_id, **{column.key: one}) for one in wanted if one not in there)
    session.flush()


def _followed(session: Session, group_id: UUID, question_ids: Iterable[UUID]) -> tuple[UUID, ...]:
    """The questions, and those that took one of them in. Raises NotFound for a question of another group."""
    wanted = dict.fromkeys(question_ids)
    known = set(session.scalars(select(TrameQuestion.id).where(TrameQuestion.group_id == group_id)))
    if not set(wanted) <= known:
        raise NotFound
    taken_in = {
        row.from_id: row.question_id
        for row in session.scalars(
            select(TrameDescent).where(TrameDescent.kind == Descent.MERGED, TrameDescent.from_id.in_(known))
        )
    }
    for one in tuple(wanted):
        now = one
        while now in taken_in:
            now = taken_in[now]
            wanted[now] = None
    return tuple(wanted)


def write_order(session: Session, group_id: UUID, order: list[UUID]) -> None:
    """Number the group's living fiches from 1 in this order."""
    rows = {row.id: row for row in session.scalars(select(Fiche).where(Fiche.group_id == group_id))}
    for position, fiche_id in enumerate(order, start=1):
        rows[fiche_id].position = position
    session.flush()


def set_archived(session: Session, fiche: Fiche, *, archived: bool) -> None:
    """Archive or restore a fiche; its text is locked with it, and unlocked unless the fiche is approved.

    A restored fiche comes back last.
    """
    if archived:
        fiche.archived_at = utc_now()
    else:
        fiche.position = next_position(session, fiche.group_id)
        fiche.archived_at = None
    fiche.version += 1
    session.flush()
    livetext_store.set_lock(session, fiche.text_id, archived or fiche.status in SETTLED)


def replace_trame(session: Session, group_id: UUID, entries: list[TrameEntry]) -> None:
    """Write the trame in its new order; questions left out are set aside with their links. Entries must be clean.

    Raises NotFound for a question or an étape of another group.
    """
    existing = {row.id: row for row in queries.list_questions(session, group_id, lock=True)}
    kept = {entry.question_id for entry in entries if entry.question_id is not None}
    if not kept <= set(existing):
        raise NotFound
    known = set(session.scalars(select(Etape.id).where(Etape.group_id == group_id)))
    if not {entry.etape_id for entry in entries if entry.etape_id is not None} <= known:
        raise NotFound
    for question_id in set(existing) - kept:
        existing[question_id].state = QuestionState.ASIDE
        existing[question_id].version += 1
    for position, entry in enumerate(entries, start=1):
        row = existing.get(entry.question_id) if entry.question_id else None
        if row is None:
            row = TrameQuestion(group_id=group_id, created_at=utc_now(), version=0)
            session.add(row)
        state = (position, entry.text, entry.text_en, entry.etape_id)
        if (row.position, row.text, row.text_en, row.etape_id) != state:
            row.position, row.text, row.text_en, row.etape_id = state
            row.version += 1
    session.flush()


def add_picture(
    session: Session, picture_id: UUID, *, group_id: UUID, prepared: PreparedPicture, created_by: UUID | None
) -> None:
    """The row of a picture whose file is already written and safe on disk."""
    session.add(
        Picture(
            id=picture_id,
            group_id=group_id,
            sha256=prepared.sha256,
            media_type=prepared.media_type,
            width=prepared.width,
            height=prepared.height,
            byte_count=len(prepared.data),
            created_at=utc_now(),
            created_by=created_by,
        )
    )
    session.flush()
