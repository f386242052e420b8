"""Reads of questionnaires, their links and their answers."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import (
    AnswerQuestion,
    AnswerTag,
    FormAnswer,
    FormResponse,
    Group,
    PersonalLink,
    Questionnaire,
    QuestionnaireItem,
    TrameQuestion,
)
from workspace.fiches.trame import offer_answers
from workspace.fiches.words import AnswerBehind
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import NotFound
from workspace.questionnaires import checking, rules
from workspace.questionnaires.words import (
    AttachedAnswer,
    FormDraft,
    FormLine,
    FormList,
    FormResults,
    FormView,
    GivenAnswer,
    Item,
    ItemKind,
    LinkLine,
    PublicForm,
    Respondent,
    Source,
    TrameChoice,
)


def today_in(session: Session, group_id: UUID, now: datetime | None = None) -> date:
    """The day it is for a group."""
    zone = session.scalars(select(Group.zone).where(Group.id == group_id)).one()
    return local(now or utc_now(), zone).date()


def find_form(session: Session, actor: Actor, form_id: UUID, *, lock: bool = False) -> Questionnaire:
    """A questionnaire of the actor's group. Raises NotFound, for another group's as for none."""
    query = select(Questionnaire).where(Questionnaire.id == form_id, Questionnaire.group_id == actor.group_id)
    form = session.scalar(query.with_for_update() if lock else query)
    if form is None:
        raise NotFound
    return form


def list_items(session: Session, form_id: UUID) -> list[QuestionnaireItem]:
    """The rows of a questionnaire's items in their order, for this room's own writes."""
    return list(
        session.scalars(
            select(QuestionnaireItem)
            .where(QuestionnaireItem.questionnaire_id == form_id)
            .order_by(QuestionnaireItem.position, QuestionnaireItem.id)
        )
    )


def item_of(row: QuestionnaireItem) -> Item:
    """An item as it stands."""
    return Item(
        item_id=row.id,
        kind=row.kind,
        text=row.text,
        help=row.help,
        required=row.required,
        choices=tuple(row.choices),
        ends=tuple(row.ends),
        steps=row.steps,
    )


def get_items(session: Session, form_id: UUID) -> tuple[Item, ...]:
    """A questionnaire's items in their order."""
    return tuple(item_of(row) for row in list_items(session, form_id))


def draft_of(row: Questionnaire) -> FormDraft:
    """Title and notice as they stand."""
    return FormDraft(
        title=row.title,
        intro=row.intro,
        language=row.language,
        controller=row.controller,
        purpose=row.purpose,
        contact=row.contact,
        is_anonymous=row.is_anonymous,
        closes_on=row.closes_on,
        erase_on=row.erase_on,
        version=row.version,
    )


def get_list(session: Session, actor: Actor) -> FormList:
    """The questionnaires of the actor's group. Three queries, however many there are."""
    if actor.group_id is None:
        raise NotFound
    today = today_in(session, actor.group_id)
    asked = (
        select(func.count())
        .where(
            QuestionnaireItem.questionnaire_id == Questionnaire.id,
            QuestionnaireItem.kind != ItemKind.SECTION,
        )
        .scalar_subquery()
    )
    answered = select(func.count()).where(FormResponse.questionnaire_id == Questionnaire.id).scalar_subquery()
    rows = session.execute(
        select(Questionnaire, asked, answered)
        .where(Questionnaire.group_id == actor.group_id)
        .order_by(Questionnaire.created_at.desc(), Questionnaire.id)
    )
    lines = tuple(
        FormLine(
            form_id=row.id,
            title=row.title,
            state=rules.state_on(row.state, row.closes_on, today),
            questions=questions,
            answers=answers,
            closes_on=row.closes_on,
            created_at=row.created_at,
            is_invented=row.is_invented,
        )
        for row, questions, answers in rows
    )
    return FormList(lines=lines, abilities=rules.form_abilities(actor))


def count_answers(session: Session, form_id: UUID) -> int:
    """How many filled-in questionnaires are kept."""
    return session.scalar(select(func.count()).where(FormResponse.questionnaire_id == form_id)) or 0


def get_form(session: Session, actor: Actor, form_id: UUID) -> FormView:
    """One questionnaire as the actor sees it. Raises NotFound."""
    row = find_form(session, actor, form_id)
    name, zone = session.execute(select(Group.name, Group.zone).where(Group.id == row.group_id)).one()
    abilities = rules.form_abilities(actor)
    links = session.scalars(
        select(PersonalLink)
        .where(PersonalLink.questionnaire_id == row.id, PersonalLink.revoked_at.is_(None))
        .order_by(func.lower(PersonalLink.label), PersonalLink.id)
    )
    return FormView(
        form_id=row.id,
        group_name=name,
        draft=draft_of(row),
        state=rules.state_on(row.state, row.closes_on, local(utc_now(), zone).date()),
        items=get_items(session, row.id),
        answers=count_answers(session, row.id),
        public_token=(row.public_token or "") if abilities.may_share else "",
        links=tuple(LinkLine(link_id=one.id, label=one.label, is_used=one.is_used) for one in links)
        if abilities.may_share
        else (),
        is_invented=row.is_invented,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        erased_at=row.erased_at,
        zone=zone,
        abilities=abilities,
    )


def get_public_form(
    session: Session, row: Questionnaire, *, link_id: UUID | None = None, is_trial: bool = False
) -> PublicForm:
    """What somebody who answers sees."""
    return PublicForm(
        form_id=row.id,
        group_name=session.scalars(select(Group.name).where(Group.id == row.group_id)).one(),
        draft=draft_of(row),
        items=get_items(session, row.id),
        erase_on=row.erase_on,
        link_id=link_id,
        is_trial=is_trial,
    )


def get_results(session: Session, actor: Actor, form_id: UUID) -> FormResults:
    """Every answer, with tags and attachments. Seven queries, however many answers there are."""
    row = find_form(session, actor, form_id)
    zone = session.scalars(select(Group.zone).where(Group.id == row.group_id)).one()
    responses = session.execute(
        select(FormResponse.id, FormResponse.number, FormResponse.source, FormResponse.answered_at)
        .where(FormResponse.questionnaire_id == row.id)
        .order_by(FormResponse.number)
    ).all()
    tags, questions = _tags(session, row.id), _attached(session, row.id)
    answers: dict[UUID, list[GivenAnswer]] = defaultdict(list)
    for answer, number, source in session.execute(
        select(FormAnswer, FormResponse.number, FormResponse.source)
        .join(FormResponse, FormResponse.id == FormAnswer.response_id)
        .where(FormResponse.questionnaire_id == row.id)
        .order_by(FormResponse.number)
    ):
        answers[answer.item_id].append(
            GivenAnswer(
                answer_id=answer.id,
                number=number,
                source=source,
                value=answer.value,
                tags=tuple(sorted(tags[answer.id], key=str.casefold)),
                question_ids=tuple(questions[answer.id]),
            )
        )
    return FormResults(
        form_id=row.id,
        items=get_items(session, row.id),
        respondents=tuple(
            Respondent(
                response_id=one.id, number=one.number, source=one.source, day=local(one.answered_at, zone).date()
            )
            for one in responses
        ),
        answers={item_id: tuple(given) for item_id, given in answers.items()},
        tags=tuple(sorted({tag for mine in tags.values() for tag in mine}, key=str.casefold)),
        trame=_trame(session, actor),
    )


def _tags(session: Session, form_id: UUID) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for answer_id, tag in session.execute(
        select(AnswerTag.answer_id, AnswerTag.tag)
        .join(FormAnswer, FormAnswer.id == AnswerTag.answer_id)
        .join(FormResponse, FormResponse.id == FormAnswer.response_id)
        .where(FormResponse.questionnaire_id == form_id)
    ):
        found[answer_id].append(tag)
    return found


def _attached(session: Session, form_id: UUID) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for answer_id, question_id in session.execute(
        select(AnswerQuestion.answer_id, AnswerQuestion.question_id)
        .join(FormAnswer, FormAnswer.id == AnswerQuestion.answer_id)
        .join(FormResponse, FormResponse.id == FormAnswer.response_id)
        .join(TrameQuestion, TrameQuestion.id == AnswerQuestion.question_id)
        .where(FormResponse.questionnaire_id == form_id)
        .order_by(TrameQuestion.position)
    ):
        found[answer_id].append(question_id)
    return found


def _trame(session: Session, actor: Actor) -> tuple[TrameChoice, ...]:
    rows = session.scalars(
        select(TrameQuestion).where(TrameQuestion.group_id == actor.group_id).order_by(TrameQuestion.position)
    )
    english = actor.locale == "en"
    return tuple(
        TrameChoice(question_id=row.id, text=(row.text_en or row.text) if english else row.text) for row in rows
    )


def answers_by_question(session: Session, group_id: UUID) -> dict[UUID, tuple[AttachedAnswer, ...]]:
    """The answers that stand behind each question of a group's trame, by questionnaire and number. One query."""
    found: dict[UUID, list[AttachedAnswer]] = defaultdict(list)
    rows = session.execute(
        select(AnswerQuestion.question_id, FormAnswer, QuestionnaireItem, FormResponse, Questionnaire)
        .join(FormAnswer, FormAnswer.id == AnswerQuestion.answer_id)
        .join(QuestionnaireItem, QuestionnaireItem.id == FormAnswer.item_id)
        .join(FormResponse, FormResponse.id == FormAnswer.response_id)
        .join(Questionnaire, Questionnaire.id == FormResponse.questionnaire_id)
        .where(Questionnaire.group_id == group_id)
        .order_by(Questionnaire.created_at, FormResponse.number, QuestionnaireItem.position)
    )
    for question_id, answer, item, response, form in rows:
        found[question_id].append(
            AttachedAnswer(
                answer_id=answer.id,
                form_id=form.id,
                form_title=form.title,
                asked=item.text,
                said=checking.said(item_of(item), answer.value),
                number=response.number,
                is_invented=response.source is Source.INVENTED,
            )
        )
    return {question_id: tuple(answers) for question_id, answers in found.items()}


def _behind(session: Session, group_id: UUID) -> dict[UUID, tuple[AnswerBehind, ...]]:
    return {
        question_id: tuple(
            AnswerBehind(answer_id=one.answer_id, text=one.said, origin=f"{one.form_title}, nº {one.number}")
            for one in answers
        )
        for question_id, answers in answers_by_question(session, group_id).items()
    }


offer_answers(_behind)
