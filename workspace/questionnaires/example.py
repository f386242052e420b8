"""The example's questionnaire in the store: the returns presented at the meeting, with answers that are invented."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FormAnswer
from examples.questionnaires import Answer, ExampleQuestionnaire, read_questionnaire
from workspace.kernel.clock import utc_now
from workspace.questionnaires import rules, store
from workspace.questionnaires.words import FormDraft, FormState, ItemDraft, ItemKind, Source

Ids = Mapping[str, UUID]


def install(session: Session, group_id: UUID, *, author: UUID, questions: Ids) -> UUID:
    """Write it open, with its twelve answers; `questions` are the trame's ids by key."""
    example = read_questionnaire()
    today = utc_now().date()
    draft = FormDraft(
        title=example.title,
        intro=example.intro,
        controller=example.controller,
        purpose=example.purpose,
        contact=example.contact,
    )
    form = store.add_form(session, group_id=group_id, draft=rules.clean_draft(draft, today=today), created_by=author)
    items = _items(example)
    ids = {key: store.add_item(session, form, one).id for key, one in items.items()}
    form.state, form.opened_at, form.is_invented = FormState.OPEN, utc_now(), True
    form.public_token = store.new_public_token()
    for answer in example.answers:
        values = {ids[key]: value for key, value in answer.values.items()}
        row = store.add_response(session, form, values, source=Source.INVENTED)
        kept = session.execute(select(FormAnswer.item_id, FormAnswer.id).where(FormAnswer.response_id == row.id))
        given = {one.item_id: one.id for one in kept}
        _sorted(session, group_id, answer, {key: given[ids[key]] for key in answer.values}, questions)
    return form.id


def _items(example: ExampleQuestionnaire) -> dict[str, ItemDraft]:
    return {
        one.key: rules.clean_item(
            ItemDraft(
                kind=ItemKind(one.kind),
                text=one.text,
                help=one.help,
                required=one.required,
                choices=one.choices,
                ends=one.ends,
                steps=one.steps,
            )
        )
        for one in example.items
    }


def _sorted(session: Session, group_id: UUID, answer: Answer, given: Ids, questions: Ids) -> None:
    """Tags stand on the first open answer; each attachment on the answer that the example names."""
    first = next(key for key in answer.values if isinstance(answer.values[key], str))
    store.replace_tags(session, given[first], rules.clean_tags(answer.tags))
    for key, names in answer.trame.items():
        store.replace_attached(session, group_id, given[key], [questions[name] for name in names])
