"""Read of the trame: the outline with its answers."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.models import Fiche, FicheQuestion
from workspace.fiches import queries, rules
from workspace.fiches.words import Choice, TrameQuestionView, TrameView
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Target, allowed


def get_trame(session: Session, actor: Actor) -> TrameView:
    """The trame with the fiches that answer each question. Three queries."""
    etapes = queries.list_etapes(session, actor)
    names = {choice.choice_id: choice.name for choice in etapes}
    rows = queries.list_questions(session, queries.group_of(actor))
    answers: dict[UUID, list[Choice]] = defaultdict(list)
    living: ColumnElement[bool] = (Fiche.group_id == actor.group_id) & Fiche.archived_at.is_(None)
    for question_id, fiche_id, title in session.execute(
        select(FicheQuestion.question_id, Fiche.id, Fiche.title)
        .join(Fiche, Fiche.id == FicheQuestion.fiche_id)
        .where(living)
        .order_by(*queries.FICHE_ORDER)
    ):
        answers[question_id].append(Choice(choice_id=fiche_id, name=title))
    return TrameView(
        questions=tuple(
            TrameQuestionView(
                question_id=row.id,
                text=row.text,
                text_en=row.text_en,
                etape_id=row.etape_id,
                etape=names.get(row.etape_id, "") if row.etape_id else "",
                fiches=tuple(answers[row.id]),
                version=row.version,
            )
            for row in rows
        ),
        etapes=etapes,
        stamp=rules.trame_stamp((row.id, row.version) for row in rows),
        may_change=allowed(rules.POLICIES[rules.Op.CHANGE_TRAME], actor, Target(group_id=actor.group_id)),
    )
