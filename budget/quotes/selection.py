"""Choosing a devis: the reason is kept, the money is committed, the others are refused; one transaction.

`choose` is the same act inside a decision's closing (`joining.py`).
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy.orm import Session

from budget.quotes import pricing, queries, rules, store
from budget.quotes.checking import REASON_LENGTH
from budget.quotes.devis_words import DevisView, LotCost
from budget.quotes.words import DevisState
from budget.quotes.words import QuotesOperation as Op
from budget.spending.commitments import propose
from db.journal import record
from db.session import unit_of_work
from workspace.accounts.rules import clean_line
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Target, require

LABEL_LENGTH = 200


def select_devis(
    actor: Actor,
    devis_id: UUID,
    *,
    copies: int,
    cost_cents: int,
    line_id: UUID,
    reason: str,
    refused: Collection[UUID] = (),
    refused_reason: str = "",
) -> UUID:
    """Choose one lot of a devis, commit what it costs on a line of the envelope, refuse others; gives the commitment.

    `cost_cents`: the total cost that was shown, or voted; nothing is committed at another price.
    Raises RuleBroken: `error-empty` without a reason (for the choice, and for the refusals if there are any),
    `error-devis-selected`, `error-devis-expired`, `error-devis-lot`, `error-devis-price` when the cost is no more
    the one shown, and those of `propose`, such as `error-envelope-passed`; then nothing is written.
    """
    require(rules.POLICIES[Op.SELECT], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        commitment_id = choose(
            session, actor, devis_id, copies=copies, cost_cents=cost_cents, line_id=line_id, reason=reason,
            refused=refused, refused_reason=refused_reason,
        )  # fmt: skip
        view = queries.get_devis(session, actor, devis_id)
        record(
            session, actor, Op.SELECT, kind="devis", object_id=devis_id, label=view.label, supplier=view.supplier,
            copies=copies, commitment=str(commitment_id), reason=view.reason, refused=len(set(refused)),
        )  # fmt: skip
        return commitment_id


def choose(
    session: Session,
    actor: Actor,
    devis_id: UUID,
    *,
    copies: int,
    cost_cents: int,
    line_id: UUID,
    reason: str,
    refused: Collection[UUID] = (),
    refused_reason: str = "",
) -> UUID:
    """The choice, inside the caller's unit of work, which journals it; raises as `select_devis`."""
    kept = clean_line(reason, maximum=REASON_LENGTH, field="reason")
    others = set(refused) - {devis_id}
    why = clean_line(refused_reason, maximum=REASON_LENGTH, field="refused-reason") if others else ""
    # All in one order, and before the envelope: two persons who choose each other's devis take turns.
    held = {one: queries.find_devis(session, actor, one, lock=True) for one in sorted({devis_id, *others})}
    row = held[devis_id]
    view = queries.get_devis(session, actor, devis_id)
    cost = _wanted(view, copies)
    if cost.total_cents != cost_cents:
        raise RuleBroken("error-devis-price")
    row.commitment_id = propose(
        session, actor, line_id=line_id, supplier_id=row.supplier_id, label=_label(view, copies),
        amount_cents=cost.total_cents, reason=kept,
    )  # fmt: skip
    row.copies = copies
    store.set_state(row, DevisState.SELECTED, reason=kept, decided_by=actor.person_id)
    for other_id in sorted(others):
        other = held[other_id]
        if queries.state_now(session, other) in pricing.WAITING:
            store.set_state(other, DevisState.REFUSED, reason=why, decided_by=actor.person_id)
    session.flush()
    return row.commitment_id


def _wanted(view: DevisView, copies: int) -> LotCost:
    """What the lot costs. Raises RuleBroken when this devis cannot be chosen, or has no such lot."""
    if view.state is DevisState.SELECTED:
        raise RuleBroken("error-devis-selected")
    if view.state is DevisState.EXPIRED:
        raise RuleBroken("error-devis-expired", number=view.number)
    if view.state is DevisState.REFUSED:
        raise RuleBroken("error-devis-refused")
    found = next((one for one in view.costs if one.copies == copies), None)
    if found is None:
        raise RuleBroken("error-devis-lot")
    return found


def _label(view: DevisView, copies: int) -> str:
    parts = (view.label, view.number, str(copies) if copies else "")
    return " – ".join(one for one in parts if one)[:LABEL_LENGTH]
