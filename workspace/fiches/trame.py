"""Read of the trame: the outline with its answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.models import Fiche, FicheQuestion, TrameDescent, TrameQuestion
from workspace.fiches import queries, rules
from workspace.fiches.words import AnswerBehind, Choice, TrameQuestionView, TrameView
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Target, allowed
from workspace.outline.words import Descent

# (session, group) -> the answers tied to each question, merged ones under their own id.
AnswersOf = Callable[[Session, UUID], Mapping[UUID, tuple[AnswerBehind, ...]]]
_answers_of: list[AnswersOf] = []


def offer_answers(source: AnswersOf) -> None:
    """A room that holds answers of project bearers offers its read here, once, when it is imported."""
    if source not in _answers_of:
        _answers_of.append(source)


def answers_behind(session: Session, group_id: UUID) -> dict[UUID, tuple[AnswerBehind, ...]]:
    """The bearers' answers behind each question of a group's trame, from every room that offers some."""
    found: dict[UUID, dict[UUID, AnswerBehind]] = defaultdict(dict)
    for source in _answers_of:
        for question_id, answers in source(session, group_id).items():
            found[question_id] |= {answer.answer_id: answer for answer in answers}
    return {question_id: tuple(answers.values()) for question_id, answers in found.items()}


@dataclass(slots=True)
class Lineage:
    """How the questions of a group descend from one another.

    `merged[x]` were taken in by x; `split[x]` is what x was parted from.
    """

    texts: dict[UUID, str] = field(default_factory=dict)
    merged: dict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))
    split: dict[UUID, UUID] = field(default_factory=dict)

    def taken_in(self, question_id: UUID) -> list[UUID]:
        """All that a question took in, and what that had taken in before."""
        found: dict[UUID, None] = {}
        waiting = list(self.merged.get(question_id, ()))
        while waiting:
            one = waiting.pop(0)
            if one not in found and one != question_id:
                found[one] = None
                waiting += self.merged.get(one, ())
        return list(found)

    def words(self, ids: Iterable[UUID]) -> tuple[str, ...]:
        """What these questions say."""
        return tuple(self.texts[one] for one in ids)


def get_lineage(session: Session, actor: Actor) -> Lineage:
    """The lineage of the actor's group, words in the actor's language. Two queries."""
    lineage = Lineage()
    rows = session.execute(
        select(TrameQuestion.id, TrameQuestion.text, TrameQuestion.text_en)
        .where(TrameQuestion.group_id == actor.group_id)
        .order_by(TrameQuestion.position, TrameQuestion.id)
    ).all()
    lineage.texts = {row.id: (row.text_en or row.text) if actor.locale == "en" else row.text for row in rows}
    order = {row.id: number for number, row in enumerate(rows)}
    links = session.scalars(
        select(TrameDescent)
        .join(TrameQuestion, TrameQuestion.id == TrameDescent.question_id)
        .where(TrameQuestion.group_id == actor.group_id)
    ).all()
    for link in sorted(links, key=lambda one: order.get(one.from_id, 0)):
        if link.kind is Descent.MERGED:
            lineage.merged[link.question_id].append(link.from_id)
        else:
            lineage.split[link.question_id] = link.from_id
    return lineage


def list_answering(session: Session, group_id: UUID) -> dict[UUID, list[Choice]]:
    """The living fiches that answer each question, in the fiches' order."""
    answering: dict[UUID, list[Choice]] = defaultdict(list)
    living: ColumnElement[bool] = (Fiche.group_id == group_id) & Fiche.archived_at.is_(None)
    for question_id, fiche_id, title in session.execute(
        select(FicheQuestion.question_id, Fiche.id, Fiche.title)
        .join(Fiche, Fiche.id == FicheQuestion.fiche_id)
        .where(living)
        .order_by(*queries.FICHE_ORDER)
    ):
        answering[question_id].append(Choice(choice_id=fiche_id, name=title))
    return answering


def get_trame(session: Session, actor: Actor) -> TrameView:
    """The trame with the fiches and the bearers' answers behind each question.

    Six queries, and those of the rooms that offer answers.
    """
    group_id = queries.group_of(actor)
    etapes = queries.list_etapes(session, actor)
    names = {choice.choice_id: choice.name for choice in etapes}
    rows = queries.list_questions(session, group_id)
    answering = list_answering(session, group_id)
    behind = answers_behind(session, group_id)
    lineage = get_lineage(session, actor)

    def answers(question_id: UUID) -> tuple[AnswerBehind, ...]:
        """Its own, then those of the questions that it took in; each answer once."""
        every = [one for key in (question_id, *lineage.taken_in(question_id)) for one in behind.get(key, ())]
        return tuple({one.answer_id: one for one in every}.values())

    return TrameView(
        questions=tuple(
            TrameQuestionView(
                question_id=row.id,
                text=row.text,
                text_en=row.text_en,
                etape_id=row.etape_id,
                etape=names.get(row.etape_id, "") if row.etape_id else "",
                fiches=tuple(answering[row.id]),
                version=row.version,
                answers=answers(row.id),
                merged=lineage.words(lineage.taken_in(row.id)),
                split_from=lineage.texts.get(lineage.split[row.id], "") if row.id in lineage.split else "",
            )
            for row in rows
        ),
        etapes=etapes,
        stamp=rules.trame_stamp((row.id, row.version) for row in rows),
        may_change=allowed(rules.POLICIES[rules.Op.CHANGE_TRAME], actor, Target(group_id=actor.group_id)),
    )
