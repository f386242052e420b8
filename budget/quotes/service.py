"""Use cases of devis: see them, enter one, correct it, put it on the short list or refuse it.

Suppliers: `suppliers.py`; comparison: `comparison.py`; the choice: `selection.py`; requests: `asking.py`.
"""

from __future__ import annotations

from uuid import UUID

from budget.quotes import pricing, queries, rules, store
from budget.quotes.checking import REASON_LENGTH
from budget.quotes.devis_words import DevisDesk, DevisDraft
from budget.quotes.words import DevisState
from budget.quotes.words import QuotesOperation as Op
from budget.rates.queries import load as load_rates
from db.journal import record
from db.session import reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken, StaleEdit
from workspace.kernel.rights import Target, allowed, require


def view_devis_list(actor: Actor) -> DevisDesk:
    """The devis of the actor's group and its suppliers."""
    group = Target(group_id=actor.group_id)
    require(rules.POLICIES[Op.VIEW], actor, group)
    with reading() as session:
        return DevisDesk(
            devis_list=queries.list_devis(session, actor),
            suppliers=queries.list_suppliers(session, actor),
            asked=queries.list_asked(session, actor),
            rates=load_rates(session, group_of(actor)),
            may_enter=allowed(rules.POLICIES[Op.ENTER], actor, group),
        )


def enter_devis(actor: Actor, draft: DevisDraft) -> UUID:
    """Keep a devis that was received.

    Raises the RuleBroken of the first cell or field that will not do, `error-devis-twice` when the supplier's number
    is there already, `error-devis-invitation` for a request that was not made to this supplier or has its answer,
    NotFound for a supplier or a file of another group.
    """
    require(rules.POLICIES[Op.ENTER], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = store.add_devis(session, group_of(actor), draft, created_by=actor.person_id)
        record(
            session, actor, Op.ENTER, kind="devis", object_id=row.id, label=row.label, number=row.number,
            supplier=str(row.supplier_id),
        )  # fmt: skip
        return row.id


def change_devis(actor: Actor, devis_id: UUID, draft: DevisDraft) -> None:
    """Correct a devis; raises as `enter_devis`, StaleEdit, and `error-devis-selected` once it is selected."""
    require(rules.POLICIES[Op.ENTER], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = queries.find_devis(session, actor, devis_id, lock=True)
        if queries.state_now(session, row) is DevisState.SELECTED:
            raise RuleBroken("error-devis-selected")
        if row.version != draft.version:
            raise StaleEdit
        store.write_devis(session, row, draft)
        row.version += 1
        record(session, actor, Op.ENTER, kind="devis", object_id=row.id, label=row.label, number=row.number)


def sort_devis(actor: Actor, devis_id: UUID, state: DevisState, reason: str = "") -> None:
    """Put a devis on the short list, refuse it (with a reason), or take it back among those received.

    Raises RuleBroken `error-devis-selected`, `error-devis-expired` to shortlist one past its validity, `error-empty`
    without a reason to refuse; `error-devis-state` for a state that is not sorted by hand.
    """
    require(rules.POLICIES[Op.SORT], actor, Target(group_id=actor.group_id))
    if state not in {*pricing.WAITING, DevisState.REFUSED}:
        raise RuleBroken("error-devis-state")
    refuses = state is DevisState.REFUSED
    kept = clean_line(reason, maximum=REASON_LENGTH, field="reason") if refuses else ""
    with unit_of_work() as session:
        row = queries.find_devis(session, actor, devis_id, lock=True)
        if queries.state_now(session, row) is DevisState.SELECTED:
            raise RuleBroken("error-devis-selected")
        now = pricing.state_on(group_today(session, row.group_id), state, row.valid_until)
        if state is DevisState.SHORTLISTED and now is DevisState.EXPIRED:
            raise RuleBroken("error-devis-expired", number=row.number)
        store.set_state(row, state, reason=kept, decided_by=actor.person_id if refuses else None)
        record(
            session, actor, Op.SORT, kind="devis", object_id=row.id, label=row.label, state=state.value, reason=kept
        )
