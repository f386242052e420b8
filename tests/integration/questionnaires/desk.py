"""A questionnaire to answer, and good fields for it."""

from __future__ import annotations

import time
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import FormAnswer, PersonalLink
from tests.days import group_today
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.questionnaires import service, stamps, store
from workspace.questionnaires.checking import field_name
from workspace.questionnaires.stamps import Stamp
from workspace.questionnaires.words import FormDraft, Item, ItemDraft, ItemKind, Source

ITEMS = (
    ItemDraft(kind=ItemKind.SECTION, text="Votre projet"),
    ItemDraft(kind=ItemKind.OPEN, text="Quelle question vous posez-vous ?", required=True),
    ItemDraft(kind=ItemKind.SINGLE, text="Où en êtes-vous ?", choices=("Idée", "Projet", "Création"), required=True),
    ItemDraft(kind=ItemKind.MULTIPLE, text="Qui avez-vous vu ?", choices=("Une structure", "Un ami", "Personne")),
    ItemDraft(kind=ItemKind.SCALE, text="Vous sentez-vous seul ?", steps=5, ends=("Pas du tout", "Tout à fait")),
    ItemDraft(kind=ItemKind.RANKING, text="Qu’est-ce qui compte ?", choices=("L’argent", "Le collectif", "Le temps")),
)


def draft(**changes: object) -> FormDraft:
    given: dict[str, object] = {
        "title": "Vos questions",
        "controller": "LaPlateforme",
        "purpose": "Écrire notre présentation.",
        "contact": "S. D.",
    }
    return FormDraft(**(given | changes))  # type: ignore[arg-type]


def make_form(actor: Actor, *, opened: bool = True, **changes: object) -> UUID:
    form_id = service.create_form(actor, draft(**changes))
    for item in ITEMS:
        service.save_item(actor, form_id, None, item)
    if opened:
        service.open_form(actor, form_id)
    return form_id


def items(actor: Actor, form_id: UUID) -> dict[ItemKind, Item]:
    return {item.kind: item for item in service.view_form(actor, form_id).items}


def good(actor: Actor, form_id: UUID, text: str = "Par où commencer ?") -> dict[str, list[str]]:
    by = items(actor, form_id)
    return {
        "consent": ["yes"],
        field_name(by[ItemKind.OPEN]): [text],
        field_name(by[ItemKind.SINGLE]): ["1"],
        field_name(by[ItemKind.MULTIPLE]): ["0", "2"],
        field_name(by[ItemKind.SCALE]): ["4"],
        field_name(by[ItemKind.RANKING], 0): ["2"],
        field_name(by[ItemKind.RANKING], 1): ["1"],
        field_name(by[ItemKind.RANKING], 2): ["3"],
    }


def stamp(form_id: UUID, *, age: float = 60) -> Stamp:
    return stamps.read_stamp(form_id, stamps.make_stamp(form_id, now=time.time() - age))


def public_token(actor: Actor, form_id: UUID) -> str:
    return service.view_form(actor, form_id).public_token


def tomorrow(days: int = 1) -> object:
    return group_today() + timedelta(days=days)


def fill_tables(session: Session, group_id: UUID, question_id: UUID) -> None:
    """One row in each table of this room, with the values that are easy to break."""
    form = store.add_form(session, group_id=group_id, draft=draft(erase_on=tomorrow()), created_by=None)
    item = store.add_item(session, form, ITEMS[5])
    session.add(PersonalLink(questionnaire_id=form.id, label="É", token_hash="2" * 64, created_at=utc_now()))
    row = store.add_response(session, form, {item.id: [2, 0, 1]}, source=Source.ONLINE)
    answer_id = session.scalars(select(FormAnswer.id).where(FormAnswer.response_id == row.id)).one()
    store.replace_tags(session, answer_id, ["à « voir »"])
    store.replace_attached(session, group_id, answer_id, [question_id])
    store.use_stamp(session, "n", utc_now() + timedelta(days=1))
