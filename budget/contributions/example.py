"""The example's key, pledges, one call, one receipt and what is in kind: all invented, written as anybody's."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from budget.contributions import epc, rules, store
from budget.contributions.words import (
    InKindDraft,
    InKindKind,
    InKindState,
    KeyDraft,
    KeyKind,
    KeyLine,
    MethodDraft,
    PayeeDraft,
    ReceiptDraft,
)
from examples.contributions import ExampleContributions, Gift, read_contributions
from workspace.fiches.queries import group_today
from workspace.kernel.money import parse_amount
from workspace.welcome.example_parts import Place

TREASURER = "tr"


def install(session: Session, place: Place) -> None:
    """Write the contributions of `contributions.toml`."""
    source = read_contributions()
    today = group_today(session, place.group_id)
    by = place.people[TREASURER]
    payee = epc.clean_payee(PayeeDraft(holder=source.payee[0], iban=source.payee[1]))
    store.write_payee(session, place.group_id, payee, by)
    _pledges(session, place, source, payee, today)
    text, hourly, days_ago = source.method
    method = store.add_method(
        session,
        place.group_id,
        rules.clean_method(
            MethodDraft(text=text, hourly_cents=parse_amount(hourly), from_on=today - timedelta(days=days_ago))
        ),
        by,
    )
    for one in source.gifts:
        row = store.add_in_kind(
            session,
            place.group_id,
            place.structures[one.structure],
            method.id,
            rules.clean_in_kind(_gift(one, today), hourly_cents=method.hourly_cents, today=today),
            declared_by=place.people[one.by],
        )
        if one.validated:
            store.decide_in_kind(session, row, InKindState.VALIDATED, by, "")


def _pledges(session: Session, place: Place, source: ExampleContributions, payee: PayeeDraft, today: date) -> None:
    by: UUID = place.people[TREASURER]
    due_on = today + timedelta(days=source.days_to_pay)
    draft = KeyDraft(
        title=source.title,
        kind=KeyKind(source.kind),
        amount_cents=parse_amount(source.amount),
        note=source.note,
        due_on=due_on,
        lines=tuple(
            KeyLine(structure_id=one, fixed_cents=parse_amount(source.fixed[key]) if key in source.fixed else None)
            for key, one in place.structures.items()
        ),
    )
    key = store.add_key(session, place.group_id, rules.clean_key(draft), by)
    for one in source.pledges:
        structure_id, cents = place.structures[one.structure], parse_amount(one.amount)
        pledge = store.write_pledge(session, key.id, structure_id, cents, note=one.note, by=place.people[one.by])
        if one.called:
            store.add_call(session, key, pledge, payee, issued_on=today, due_on=due_on, created_by=by)
        if one.received_days_ago is not None:
            received = ReceiptDraft(amount_cents=cents, received_on=today - timedelta(days=one.received_days_ago))
            store.add_receipt(session, key, pledge, received, structure=one.structure, created_by=by)


def _gift(one: Gift, today: date) -> InKindDraft:
    return InKindDraft(
        kind=InKindKind(one.kind),
        task=one.task,
        who=one.who,
        day=today - timedelta(days=one.days_ago),
        minutes=one.minutes,
        value_cents=parse_amount(one.value) if one.value else 0,
        valued_by=one.valued_by,
    )
