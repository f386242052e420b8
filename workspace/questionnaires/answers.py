"""Use cases of answering: on line without an account, on paper keyed in by the team, and taking one's answer back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.journal import record
from db.models import FormResponse, PersonalLink, Questionnaire
from db.session import reading, unit_of_work
from workspace.accounts.secrets import new_token, token_hash
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import require
from workspace.questionnaires import checking, queries, rules, store
from workspace.questionnaires.checking import Fields
from workspace.questionnaires.service import KIND
from workspace.questionnaires.stamps import Stamp
from workspace.questionnaires.words import FormsOperation as Op
from workspace.questionnaires.words import FormState, Posted, PublicForm, Source, Taken

# Nothing real is longer: 128 bits or 256 in base64.
TOKEN_LENGTH = 64


def _behind(session: Session, token: str, *, lock: bool = False) -> tuple[Questionnaire, PersonalLink | None]:
    """The open questionnaire that a token opens, with the personal link if it is one.

    Raises NotFound for a token that opens nothing, `error-form-closed` and `error-form-link-used`.
    """
    if not token or len(token) > TOKEN_LENGTH:
        raise NotFound
    query = select(Questionnaire).where(Questionnaire.public_token == token)
    link = session.scalar(
        select(PersonalLink).where(PersonalLink.token_hash == token_hash(token), PersonalLink.revoked_at.is_(None))
    )
    if link is not None:
        query = select(Questionnaire).where(Questionnaire.id == link.questionnaire_id)
    form = session.scalar(query.with_for_update() if lock else query)
    if form is None:
        raise NotFound
    if rules.state_on(form.state, form.closes_on, queries.today_in(session, form.group_id)) is not FormState.OPEN:
        raise RuleBroken("error-form-closed")
    if link is not None and link.is_used:
        raise RuleBroken("error-form-link-used")
    return form, link


def find_public_form(token: str) -> PublicForm:
    """What a link opens. Raises NotFound, `error-form-closed` or `error-form-link-used`."""
    with reading() as session:
        form, link = _behind(session, token)
        return queries.get_public_form(session, form, link_id=link.id if link else None)


def take_answer(token: str, form_id: UUID, fields: Fields, stamp: Stamp) -> Taken | Posted:
    """Keep one answer; or give back what is wrong, field by field, and keep nothing.

    `stamp` was read and is good. Raises NotFound, `error-form-closed`, `error-form-link-used`, and
    `error-form-twice` when this very form was sent before.
    """
    with unit_of_work() as session:
        form, link = _behind(session, token, lock=True)
        if form.id != form_id:
            raise NotFound
        posted = checking.read_posted(queries.get_items(session, form.id), fields)
        if posted.errors:
            return posted
        if not store.use_stamp(session, stamp.nonce, stamp.expires_at):
            raise RuleBroken("error-form-twice")
        if link is not None and not store.use_link(session, link.id):
            raise RuleBroken("error-form-link-used")
        withdraw = new_token()
        row = store.add_response(
            session,
            form,
            posted.values,
            source=Source.ONLINE,
            notice=rules.notice_hash(queries.draft_of(form)),
            withdraw_hash=token_hash(withdraw),
            link_id=link.id if link else None,
        )
        # The journal names the questionnaire, never the answer: an hour must not lead to somebody's words.
        record(
            session,
            ANONYMOUS,
            Op.ANSWER_QUESTIONNAIRE,
            kind=KIND,
            object_id=form.id,
            group_id=form.group_id,
            label=form.title,
        )
        return Taken(number=row.number, withdraw_token=withdraw)


def _kept(session: Session, token: str) -> tuple[FormResponse, Questionnaire]:
    if not token or len(token) > TOKEN_LENGTH:
        raise NotFound
    row = session.scalar(select(FormResponse).where(FormResponse.withdraw_hash == token_hash(token)))
    if row is None:
        raise NotFound
    return row, session.get_one(Questionnaire, row.questionnaire_id)


def find_own_answer(token: str) -> str:
    """The title of the questionnaire whose answer this token takes back. Raises NotFound."""
    with reading() as session:
        return _kept(session, token)[1].title


def withdraw_answer(token: str) -> str:
    """Erase an answer on its author's word (GDPR, article 7.3); gives the questionnaire's title. Raises NotFound."""
    with unit_of_work() as session:
        row, form = _kept(session, token)
        session.delete(row)
        record(
            session,
            ANONYMOUS,
            Op.WITHDRAW_ANSWER,
            kind=KIND,
            object_id=form.id,
            group_id=form.group_id,
            label=form.title,
        )
        return form.title


def view_keying(actor: Actor, form_id: UUID) -> PublicForm:
    """The questionnaire for keying in what came on paper. Raises NotFound."""
    require(rules.POLICIES[Op.ENTER_PAPER_ANSWER], actor, rules.form_target(actor.group_id))
    with reading() as session:
        return queries.get_public_form(session, queries.find_form(session, actor, form_id))


def enter_paper_answer(actor: Actor, form_id: UUID, fields: Fields, stamp: Stamp) -> int | Posted:
    """Key in an answer given on paper, marked so; gives its number, or what is wrong field by field.

    A closed questionnaire still takes paper: it comes in later. Raises `error-form-draft` before the opening,
    `error-form-erased` once the answers were erased, `error-form-blank` when nothing was answered, and
    `error-form-twice` when this very form was kept already, as by a double click.
    """
    with unit_of_work() as session:
        require(rules.POLICIES[Op.ENTER_PAPER_ANSWER], actor, rules.form_target(actor.group_id))
        form = queries.find_form(session, actor, form_id, lock=True)
        if form.erased_at is not None:
            raise RuleBroken("error-form-erased")
        if form.state is FormState.DRAFT:
            raise RuleBroken("error-form-draft")
        posted = checking.read_posted(queries.get_items(session, form.id), fields, keyed=True)
        if posted.errors:
            return posted
        if not posted.values:
            raise RuleBroken("error-form-blank")
        if not stamp.nonce or not store.use_stamp(session, stamp.nonce, stamp.expires_at):
            raise RuleBroken("error-form-twice")
        row = store.add_response(
            session,
            form,
            posted.values,
            source=Source.PAPER,
            notice=rules.notice_hash(queries.draft_of(form)),
            entered_by=actor.person_id,
        )
        number = row.number
        record(session, actor, Op.ENTER_PAPER_ANSWER, kind=KIND, object_id=form.id, label=form.title, number=number)
        return number
