"""Session-first writes of questionnaires, for this room and for the example. No commit here."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from db.models import (
    AnswerQuestion,
    AnswerTag,
    FormAnswer,
    FormResponse,
    FormStamp,
    PersonalLink,
    Questionnaire,
    QuestionnaireItem,
    TrameQuestion,
)
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.questionnaires import queries, rules
from workspace.questionnaires.words import FormDraft, FormState, ItemDraft, Source, Value


def add_form(session: Session, *, group_id: UUID, draft: FormDraft, created_by: UUID | None) -> Questionnaire:
    """A new questionnaire. The draft must be clean."""
    now = utc_now()
    row = Questionnaire(
        group_id=group_id,
        title=draft.title,
        erase_on=draft.erase_on or now.date() + rules.RETENTION,
        state=FormState.DRAFT,
        created_at=now,
        created_by=created_by,
        version=0,
    )
    session.add(row)
    write_form(session, row, draft)
    return row


def write_form(session: Session, row: Questionnaire, draft: FormDraft) -> None:
    """Write a clean draft."""
    row.title, row.intro, row.language = draft.title, draft.intro, draft.language
    row.controller, row.purpose, row.contact = draft.controller, draft.purpose, draft.contact
    row.is_anonymous, row.closes_on = draft.is_anonymous, draft.closes_on
    row.erase_on = draft.erase_on or row.erase_on
    row.version += 1
    session.flush()


def add_item(session: Session, form: Questionnaire, draft: ItemDraft) -> QuestionnaireItem:
    """A new item at the end. The draft must be clean."""
    last = session.scalar(
        select(func.max(QuestionnaireItem.position)).where(QuestionnaireItem.questionnaire_id == form.id)
    )
    row = QuestionnaireItem(questionnaire_id=form.id, position=(last or 0) + 1, kind=draft.kind, text=draft.text)
    session.add(row)
    write_item(session, row, draft)
    return row


def write_item(session: Session, row: QuestionnaireItem, draft: ItemDraft) -> None:
    """Write a clean draft of an item."""
    row.kind, row.text, row.help, row.required = draft.kind, draft.text, draft.help, draft.required
    row.choices, row.ends, row.steps = list(draft.choices), list(draft.ends), draft.steps
    session.flush()


def write_order(session: Session, form: Questionnaire, order: list[UUID]) -> None:
    """Number the items from 1 in this order."""
    rows = {row.id: row for row in queries.list_items(session, form.id)}
    for position, item_id in enumerate(order, start=1):
        rows[item_id].position = position
    session.flush()


def new_public_token() -> str:
    """128 bits: cannot be guessed, and is still short enough for a small QR code."""
    return secrets.token_urlsafe(16)


def add_response(
    session: Session,
    form: Questionnaire,
    values: Mapping[UUID, Value],
    *,
    source: Source,
    notice: str = "",
    withdraw_hash: str | None = None,
    link_id: UUID | None = None,
    entered_by: UUID | None = None,
) -> FormResponse:
    """One filled-in questionnaire. The form's row must be locked: its counter gives the number."""
    form.last_number += 1
    now = utc_now()
    row = FormResponse(
        questionnaire_id=form.id,
        number=form.last_number,
        source=source,
        answered_at=day_only(now) if form.is_anonymous else now,
        notice_hash=notice,
        withdraw_hash=withdraw_hash,
        link_id=None if form.is_anonymous else link_id,
        entered_by=entered_by,
    )
    session.add(row)
    session.flush()
    session.add_all(FormAnswer(response_id=row.id, item_id=item_id, value=value) for item_id, value in values.items())
    session.flush()
    return row


def day_only(instant: datetime) -> datetime:
    """The instant without its hour: with it, an anonymous answer could be laid beside somebody's day."""
    return instant.replace(hour=12, minute=0, second=0, microsecond=0)


def use_link(session: Session, link_id: UUID) -> bool:
    """Take a personal link for good; False when it already served or was taken away. One statement decides a race."""
    taken = session.execute(
        update(PersonalLink)
        .where(PersonalLink.id == link_id, PersonalLink.is_used.is_(False), PersonalLink.revoked_at.is_(None))
        .values(is_used=True)
    )
    return bool(taken.rowcount)  # type: ignore[attr-defined]


def use_stamp(session: Session, nonce: str, expires_at: datetime) -> bool:
    """Take the number of a sent form; False when it was taken before. The form's row must be locked.

    Numbers that are out of date are forgotten at the same time.
    """
    session.execute(delete(FormStamp).where(FormStamp.expires_at < utc_now() - timedelta(minutes=5)))
    if session.get(FormStamp, nonce) is not None:
        return False
    session.add(FormStamp(nonce=nonce, expires_at=expires_at))
    session.flush()
    return True


def replace_tags(session: Session, answer_id: UUID, tags: Iterable[str]) -> None:
    """The tags of an answer, all anew."""
    session.execute(delete(AnswerTag).where(AnswerTag.answer_id == answer_id))
    session.add_all(AnswerTag(answer_id=answer_id, tag=tag) for tag in tags)
    session.flush()


def replace_attached(session: Session, group_id: UUID, answer_id: UUID, question_ids: Iterable[UUID]) -> None:
    """The questions of the trame that an answer stands behind, all anew. Raises NotFound for another group's."""
    wanted = set(question_ids)
    known = set(session.scalars(select(TrameQuestion.id).where(TrameQuestion.group_id == group_id)))
    if not wanted <= known:
        raise NotFound
    session.execute(delete(AnswerQuestion).where(AnswerQuestion.answer_id == answer_id))
    session.add_all(AnswerQuestion(answer_id=answer_id, question_id=one) for one in wanted)
    session.flush()


def erase_answers(session: Session, form: Questionnaire) -> int:
    """Erase every answer and every personal link, close the form; gives how many answers there were."""
    count = queries.count_answers(session, form.id)
    responses = select(FormResponse.id).where(FormResponse.questionnaire_id == form.id)
    answers = select(FormAnswer.id).where(FormAnswer.response_id.in_(responses))
    session.execute(delete(AnswerTag).where(AnswerTag.answer_id.in_(answers)))
    session.execute(delete(AnswerQuestion).where(AnswerQuestion.answer_id.in_(answers)))
    session.execute(delete(FormAnswer).where(FormAnswer.response_id.in_(responses)))
    session.execute(delete(FormResponse).where(FormResponse.questionnaire_id == form.id))
    session.execute(delete(PersonalLink).where(PersonalLink.questionnaire_id == form.id))
    now = utc_now()
    if form.state is not FormState.CLOSED:
        form.state, form.closed_at = FormState.CLOSED, now
    form.erased_at, form.public_token = now, None
    form.version += 1
    session.flush()
    return count
