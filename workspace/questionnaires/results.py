"""Use cases of what was answered: read, tag, attach to the trame, take away, erase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.journal import record
from db.models import FormAnswer, FormResponse, Questionnaire
from db.session import reading, unit_of_work
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import require
from workspace.kernel.sheets import Sheet
from workspace.questionnaires import queries, rules, store, tally
from workspace.questionnaires.service import KIND
from workspace.questionnaires.words import FormResults
from workspace.questionnaires.words import FormsOperation as Op


def view_results(actor: Actor, form_id: UUID) -> FormResults:
    """Every answer, with its tags and its questions of the trame. Raises NotFound."""
    require(rules.POLICIES[Op.VIEW_ANSWERS], actor, rules.form_target(actor.group_id))
    with reading() as session:
        return queries.get_results(session, actor, form_id)


def sort_answer(actor: Actor, answer_id: UUID, *, tags: Iterable[str], question_ids: Iterable[UUID]) -> None:
    """Tag an answer, and put it behind questions of the trame; what was there before is replaced. Raises NotFound."""
    cleaned = rules.clean_tags(tags)
    with unit_of_work() as session:
        require(rules.POLICIES[Op.SORT_ANSWERS], actor, rules.form_target(actor.group_id))
        form = _form_of(session, actor, answer_id)
        store.replace_tags(session, answer_id, cleaned)
        store.replace_attached(session, form.group_id, answer_id, question_ids)
        record(session, actor, Op.SORT_ANSWERS, kind=KIND, object_id=form.id, label=form.title)


def _form_of(session: Session, actor: Actor, answer_id: UUID) -> Questionnaire:
    form = session.scalar(
        select(Questionnaire)
        .join(FormResponse, FormResponse.questionnaire_id == Questionnaire.id)
        .join(FormAnswer, FormAnswer.response_id == FormResponse.id)
        .where(FormAnswer.id == answer_id, Questionnaire.group_id == actor.group_id)
    )
    if form is None:
        raise NotFound
    return form


def export_answers(actor: Actor, form_id: UUID, words: Mapping[str, str]) -> Sheet:
    """The answers as a table, its headings in `words` (see `tally.sheet`); the journal notes who took them away."""
    with unit_of_work() as session:
        require(rules.POLICIES[Op.EXPORT_ANSWERS], actor, rules.form_target(actor.group_id))
        form = queries.find_form(session, actor, form_id)
        results = queries.get_results(session, actor, form_id)
        count = len(results.respondents)
        record(session, actor, Op.EXPORT_ANSWERS, kind=KIND, object_id=form.id, label=form.title, count=count)
        return tally.sheet(results, words)


def erase_answers(actor: Actor, form_id: UUID) -> int:
    """Erase every answer and every link now, before the day that was said; gives how many answers there were."""
    with unit_of_work() as session:
        require(rules.POLICIES[Op.ERASE_ANSWERS], actor, rules.form_target(actor.group_id))
        form = queries.find_form(session, actor, form_id, lock=True)
        count = store.erase_answers(session, form)
        record(session, actor, Op.ERASE_ANSWERS, kind=KIND, object_id=form.id, label=form.title, count=count)
        return count


def erase_answer(actor: Actor, form_id: UUID, number: int) -> None:
    """Erase one respondent's answers, as they may ask of the contact in the notice. Raises NotFound."""
    with unit_of_work() as session:
        require(rules.POLICIES[Op.ERASE_ANSWERS], actor, rules.form_target(actor.group_id))
        form = queries.find_form(session, actor, form_id)
        row = session.scalar(
            select(FormResponse).where(FormResponse.questionnaire_id == form.id, FormResponse.number == number)
        )
        if row is None:
            raise NotFound
        session.delete(row)
        record(session, actor, Op.ERASE_ANSWERS, kind=KIND, object_id=form.id, label=form.title, number=number)


def erase_due_answers() -> int:
    """Erase the answers whose day has come, in every group; gives how many. Done at the start and once a day.

    One journal line a questionnaire, by nobody: the house does what the notice promised.
    """
    erased = 0
    with unit_of_work() as session:
        living = select(Questionnaire).where(Questionnaire.erased_at.is_(None)).with_for_update()
        for form in session.scalars(living).all():
            if form.opened_at is None or form.erase_on > queries.today_in(session, form.group_id):
                continue
            count = store.erase_answers(session, form)
            erased += count
            record(
                session,
                ANONYMOUS,
                Op.ERASE_DUE_ANSWERS,
                kind=KIND,
                object_id=form.id,
                group_id=form.group_id,
                label=form.title,
                count=count,
            )
    return erased
