"""Use cases of building and sharing a questionnaire. Answering: `answers.py`; reading the answers: `results.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.journal import record
from db.models import PersonalLink, Questionnaire, QuestionnaireItem
from db.session import reading, unit_of_work
from workspace.accounts.secrets import new_token, token_hash
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.rights import require
from workspace.questionnaires import queries, rules, store
from workspace.questionnaires.words import (
    FormDraft,
    FormList,
    FormState,
    FormView,
    Item,
    ItemDraft,
    MadeLink,
    PublicForm,
)
from workspace.questionnaires.words import FormsOperation as Op

KIND = "questionnaire"


def view_forms(actor: Actor) -> FormList:
    """The group's questionnaires."""
    require(rules.POLICIES[Op.LIST_QUESTIONNAIRES], actor, rules.form_target(actor.group_id))
    with reading() as session:
        return queries.get_list(session, actor)


def view_form(actor: Actor, form_id: UUID) -> FormView:
    """One questionnaire. Raises NotFound, for another group's as for none."""
    require(rules.POLICIES[Op.VIEW_QUESTIONNAIRE], actor, rules.form_target(actor.group_id))
    with reading() as session:
        return queries.get_form(session, actor, form_id)


def view_trial(actor: Actor, form_id: UUID) -> PublicForm:
    """The questionnaire as the public will see it, marked as a trial; for its builders. Raises NotFound."""
    require(rules.POLICIES[Op.CHANGE_QUESTIONNAIRE], actor, rules.form_target(actor.group_id))
    with reading() as session:
        row = queries.find_form(session, actor, form_id)
        return queries.get_public_form(session, row, is_trial=True)


def view_paper(actor: Actor, form_id: UUID) -> tuple[PublicForm, str]:
    """(the questionnaire for its paper version, its public link's token or nothing). Raises NotFound."""
    require(rules.POLICIES[Op.VIEW_QUESTIONNAIRE], actor, rules.form_target(actor.group_id))
    with reading() as session:
        row = queries.find_form(session, actor, form_id)
        state = rules.state_on(row.state, row.closes_on, queries.today_in(session, row.group_id))
        token = row.public_token or "" if state is FormState.OPEN else ""
        return queries.get_public_form(session, row), token


def create_form(actor: Actor, draft: FormDraft) -> UUID:
    """A new, empty questionnaire in draft."""
    require(rules.POLICIES[Op.CREATE_QUESTIONNAIRE], actor, rules.form_target(actor.group_id))
    with unit_of_work() as session:
        if actor.group_id is None:
            raise NotFound
        cleaned = rules.clean_draft(draft, today=queries.today_in(session, actor.group_id))
        row = store.add_form(session, group_id=actor.group_id, draft=cleaned, created_by=actor.person_id)
        record(session, actor, Op.CREATE_QUESTIONNAIRE, kind=KIND, object_id=row.id, label=row.title)
        return row.id


def copy_form(actor: Actor, form_id: UUID, title: str) -> UUID:
    """A new draft with the same questions and notice, no answer and no link; its erasing day starts anew."""
    require(rules.POLICIES[Op.CREATE_QUESTIONNAIRE], actor, rules.form_target(actor.group_id))
    with unit_of_work() as session:
        old = queries.find_form(session, actor, form_id)
        draft = replace(queries.draft_of(old), title=title, closes_on=None, erase_on=None)
        cleaned = rules.clean_draft(draft, today=queries.today_in(session, old.group_id))
        row = store.add_form(session, group_id=old.group_id, draft=cleaned, created_by=actor.person_id)
        for item in queries.get_items(session, old.id):
            store.add_item(
                session,
                row,
                ItemDraft(
                    kind=item.kind,
                    text=item.text,
                    help=item.help,
                    required=item.required,
                    choices=item.choices,
                    ends=item.ends,
                    steps=item.steps,
                ),
            )
        record(session, actor, Op.CREATE_QUESTIONNAIRE, kind=KIND, object_id=row.id, label=row.title)
        return row.id


def _to_change(session: Session, actor: Actor, form_id: UUID) -> Questionnaire:
    """A draft, kept for this transaction. Raises NotFound and `error-form-not-draft`."""
    require(rules.POLICIES[Op.CHANGE_QUESTIONNAIRE], actor, rules.form_target(actor.group_id))
    form = queries.find_form(session, actor, form_id, lock=True)
    rules.check_draft(form.state)
    return form


def _item(session: Session, form: Questionnaire, item_id: UUID) -> QuestionnaireItem:
    row = session.get(QuestionnaireItem, item_id)
    if row is None or row.questionnaire_id != form.id:
        raise NotFound
    return row


def change_form(actor: Actor, form_id: UUID, draft: FormDraft) -> None:
    """Change title and notice of a draft. Raises StaleEdit when `draft.version` is not the current one."""
    with unit_of_work() as session:
        form = _to_change(session, actor, form_id)
        cleaned = rules.clean_draft(draft, today=queries.today_in(session, form.group_id))
        if form.version != cleaned.version:
            raise StaleEdit
        store.write_form(session, form, cleaned)
        record(session, actor, Op.CHANGE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title)


def delete_form(actor: Actor, form_id: UUID) -> None:
    """Remove a draft, which nobody has answered."""
    with unit_of_work() as session:
        form = _to_change(session, actor, form_id)
        record(session, actor, Op.CHANGE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title, removed=1)
        session.delete(form)


def save_item(actor: Actor, form_id: UUID, shown: Item | None, draft: ItemDraft) -> UUID:
    """Add a question or a section at the end (`shown` None), or change the one that was shown. Gives its id.

    Raises StaleEdit when somebody changed it since.
    """
    cleaned = rules.clean_item(draft)
    with unit_of_work() as session:
        form = _to_change(session, actor, form_id)
        if shown is None:
            if len(queries.list_items(session, form.id)) >= rules.ITEMS_MAXIMUM:
                raise RuleBroken("error-too-many", field="list", maximum=rules.ITEMS_MAXIMUM)
            row = store.add_item(session, form, cleaned)
        else:
            row = _item(session, form, shown.item_id)
            if queries.item_of(row) != shown:
                raise StaleEdit
            store.write_item(session, row, cleaned)
        record(session, actor, Op.CHANGE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title)
        return row.id


def move_item(actor: Actor, form_id: UUID, item_id: UUID, step: int) -> None:
    """Take an item up (negative) or down."""
    with unit_of_work() as session:
        form = _to_change(session, actor, form_id)
        order = rules.moved([row.id for row in queries.list_items(session, form.id)], item_id, step)
        store.write_order(session, form, order)
        record(session, actor, Op.CHANGE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title)


def remove_item(actor: Actor, form_id: UUID, item_id: UUID) -> None:
    """Remove an item of a draft."""
    with unit_of_work() as session:
        form = _to_change(session, actor, form_id)
        session.delete(_item(session, form, item_id))
        record(session, actor, Op.CHANGE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title)


def _to_share(session: Session, actor: Actor, form_id: UUID) -> Questionnaire:
    require(rules.POLICIES[Op.SHARE_QUESTIONNAIRE], actor, rules.form_target(actor.group_id))
    return queries.find_form(session, actor, form_id, lock=True)


def open_form(actor: Actor, form_id: UUID) -> None:
    """Open a draft, or a closed one again; it gets its public link. A closing day that is over is forgotten.

    Raises what `rules.check_openable` raises, and `error-form-erased` once its answers were erased.
    """
    with unit_of_work() as session:
        form = _to_share(session, actor, form_id)
        today = queries.today_in(session, form.group_id)
        if form.erased_at is not None:
            raise RuleBroken("error-form-erased")
        if rules.state_on(form.state, form.closes_on, today) is FormState.OPEN:
            raise RuleBroken("error-form-open")
        if form.state is not FormState.DRAFT and form.closes_on is not None and form.closes_on < today:
            form.closes_on = None
        rules.check_openable(queries.draft_of(form), queries.get_items(session, form.id), today=today)
        form.state, form.closed_at = FormState.OPEN, None
        form.opened_at = form.opened_at or utc_now()
        form.public_token = form.public_token or store.new_public_token()
        form.version += 1
        record(session, actor, Op.SHARE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title, act="open")


def close_form(actor: Actor, form_id: UUID) -> None:
    """Take no more answers. The links stay as they are, and say that it is closed."""
    with unit_of_work() as session:
        form = _to_share(session, actor, form_id)
        if form.state is not FormState.OPEN:
            raise RuleBroken("error-form-not-open")
        form.state, form.closed_at = FormState.CLOSED, utc_now()
        form.version += 1
        record(session, actor, Op.SHARE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title, act="close")


def renew_public_link(actor: Actor, form_id: UUID) -> None:
    """Another public link; the one before opens nothing any more."""
    with unit_of_work() as session:
        form = _to_share(session, actor, form_id)
        if form.state is not FormState.OPEN:
            raise RuleBroken("error-form-not-open")
        form.public_token = store.new_public_token()
        record(session, actor, Op.SHARE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title, act="renew")


def make_links(actor: Actor, form_id: UUID, labels: Iterable[str]) -> tuple[MadeLink, ...]:
    """One personal link for each label; the links themselves are given here once and never again."""
    wanted = rules.clean_labels(labels)
    with unit_of_work() as session:
        form = _to_share(session, actor, form_id)
        if form.state is not FormState.OPEN:
            raise RuleBroken("error-form-not-open")
        made = tuple(MadeLink(label=label, token=new_token()) for label in wanted)
        session.add_all(
            PersonalLink(
                questionnaire_id=form.id, label=one.label, token_hash=token_hash(one.token), created_at=utc_now()
            )
            for one in made
        )
        record(
            session, actor, Op.SHARE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title, links=len(made)
        )
        return made


def revoke_link(actor: Actor, form_id: UUID, link_id: UUID) -> None:
    """Make a personal link stop working. An answer that it gave stays."""
    with unit_of_work() as session:
        form = _to_share(session, actor, form_id)
        link = session.scalar(
            select(PersonalLink).where(PersonalLink.id == link_id, PersonalLink.questionnaire_id == form.id)
        )
        if link is None:
            raise NotFound
        link.revoked_at = utc_now()
        record(session, actor, Op.SHARE_QUESTIONNAIRE, kind=KIND, object_id=form.id, label=form.title, act="revoke")
