"""Rules of invoices and payments, pure: who may, what is owed, where an invoice is, what a payment may be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from budget.ledger.words import Movement
from budget.quotes.rules import artist_contribution
from budget.rates.rules import artist_bp
from budget.rates.table import CHART
from budget.rates.words import RateTable
from budget.spending.words import (
    CommitmentCheck,
    Dues,
    InvoiceDraft,
    InvoiceKind,
    InvoiceStanding,
    InvoiceState,
    Payee,
    PaymentMeans,
)
from budget.spending.words import SpendingOperation as Op
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import half_up
from workspace.kernel.rights import Policy, Reach, everyone

_TREASURY = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.ENTER: _TREASURY,
    Op.DECIDE: _TREASURY,
    Op.CANCEL: _TREASURY,
    Op.PAY: _TREASURY,
}

NUMBER_LENGTH = 60
NOTE_LENGTH = 1000
REASON_LENGTH = 500
REFERENCE_LENGTH = 140
# Accounts of the French chart (ANC 2018-06): suppliers, the URSSAF and its like, the bank, the cash box.
SUPPLIERS, SOCIAL, BANK, CASH_BOX = CHART.suppliers, CHART.social, CHART.bank, CHART.cash_box
FIRST_YEAR = 2000


def same_number(one: str, other: str) -> bool:
    """Whether two invoice numbers are one, whatever the case, the spaces and the accents of who typed them."""
    return _number_key(one) == _number_key(other)


def _number_key(number: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", number)).casefold()


def signed(draft: InvoiceDraft) -> InvoiceDraft:
    """The draft when its amounts hold together, a credit note's negative.

    Raises RuleBroken `error-invoice-totals` when the three totals do not add up, `error-invoice-nothing`,
    `error-invoice-negative`, `error-invoice-deducted` when more is taken off than there is, `error-invoice-side` for
    a negative side cost, `error-invoice-dates`.
    """
    net, vat, gross = draft.net_cents, draft.vat_cents, draft.gross_cents
    if net + vat != gross:
        difference = gross - net - vat
        raise RuleBroken("error-invoice-totals", sum_cents=net + vat, stated_cents=gross, off_cents=difference)
    if gross == 0:
        raise RuleBroken("error-invoice-nothing")
    if (draft.due_on is not None and draft.due_on < draft.issued_on) or draft.issued_on.year < FIRST_YEAR:
        raise RuleBroken("error-invoice-dates")
    if draft.kind is InvoiceKind.CREDIT_NOTE:
        sign = -1 if gross > 0 else 1
        return replace(
            draft, net_cents=sign * net, vat_cents=sign * vat, gross_cents=sign * gross, deducted_cents=0,
            side_cents=-abs(draft.side_cents),
        )  # fmt: skip
    if gross < 0:
        raise RuleBroken("error-invoice-negative")
    if not 0 <= draft.deducted_cents < gross:
        raise RuleBroken("error-invoice-deducted")
    if draft.side_cents < 0:
        raise RuleBroken("error-invoice-side")
    return draft


def check_issued(issued_on: date, today: date) -> None:
    """An invoice bears a day that has come, in the group's zone. Raises RuleBroken `error-invoice-future`."""
    if issued_on > today:
        raise RuleBroken("error-invoice-future")


def check_paid_on(paid_on: date, today: date) -> None:
    """A payment was made, and lately. Raises RuleBroken `error-payment-future`, `error-payment-old`."""
    if paid_on > today:
        raise RuleBroken("error-payment-future")
    if paid_on.year < FIRST_YEAR:
        raise RuleBroken("error-payment-old", first=str(FIRST_YEAR))


def check_deposits(deducted_cents: int, left_cents: int) -> None:
    """No more is taken off than the supplier's approved deposits. Raises RuleBroken `error-invoice-deposits`."""
    if deducted_cents > max(0, left_cents):
        raise RuleBroken("error-invoice-deposits", left_cents=max(0, left_cents))


def check_credit(credit: Dues, corrected: Dues, number: str) -> None:
    """A credit note takes off no more than is left of what it corrects, the side cost counted apart.

    Raises RuleBroken `error-invoice-credit-over`.
    """
    left = (corrected.gross_cents + credit.gross_cents, corrected.side_cents + credit.side_cents)
    if min(left) < 0:
        owed = corrected.gross_cents + corrected.side_cents
        raise RuleBroken("error-invoice-credit-over", number=number, owed_cents=owed)


def deducted_net(draft: InvoiceDraft) -> int:
    """The share without VAT of the deposits that a paper takes off, in the paper's own proportion."""
    return half_up(Decimal(draft.net_cents) * draft.deducted_cents / draft.gross_cents)


def side_of(draft: InvoiceDraft, rates: RateTable) -> int:
    """Cents owed beside an artist-author's invoice (CSS L382-4), on what is left of its fee after the deposits.

    At the rate of the invoice's own day.
    """
    if draft.gross_cents == 0:
        return 0
    return artist_contribution(draft.net_cents - deducted_net(draft), artist_bp(rates, draft.issued_on))


def check_commitment(check: CommitmentCheck, over_reason: str) -> None:
    """The invoices of a commitment stay within it, or somebody wrote why not.

    Raises RuleBroken `error-invoice-over`: by how much.
    """
    if check.rest_cents < 0 and not over_reason:
        raise RuleBroken(
            "error-invoice-over", label=check.label, amount_cents=check.amount_cents, over_cents=-check.rest_cents
        )


def check_decider(amount_cents: int, two_from_cents: int, author_id: UUID | None, decider_id: UUID | None) -> None:
    """From the envelope's threshold on, somebody else than its author decides on an invoice.

    Raises RuleBroken `error-invoice-own`.
    """
    if needs_another(amount_cents, two_from_cents, author_id, decider_id):
        raise RuleBroken("error-invoice-own", threshold_cents=two_from_cents)


def needs_another(amount_cents: int, two_from_cents: int, author_id: UUID | None, decider_id: UUID | None) -> bool:
    """Whether this decider is the author of an invoice too large for one person."""
    return abs(amount_cents) >= two_from_cents and author_id == decider_id


def standing(
    state: InvoiceState, *, owed_cents: int, paid_cents: int, due_on: date | None, is_set_off: bool, today: date
) -> InvoiceStanding:
    """Where an invoice is. Without a due date it is due on receipt, and nobody can say since when it is late."""
    if state is not InvoiceState.APPROVED:
        return {
            InvoiceState.RECEIVED: InvoiceStanding.TO_APPROVE,
            InvoiceState.REFUSED: InvoiceStanding.REFUSED,
            InvoiceState.CANCELLED: InvoiceStanding.CANCELLED,
        }[state]
    if is_set_off:
        return InvoiceStanding.SET_OFF
    if paid_cents == owed_cents:
        return InvoiceStanding.PAID
    if paid_cents > owed_cents:
        return InvoiceStanding.TO_REFUND
    return InvoiceStanding.OVERDUE if due_on is not None and due_on < today else InvoiceStanding.TO_PAY


def payable(dues: Dues, payee: Payee) -> int:
    """The most that one payee may be brought to, in cents: the side cost is never the supplier's.

    What was withheld from the supplier may go to the URSSAF instead of it, on either order.
    """
    if dues.gross_cents < 0:
        return dues.gross_cents if payee is Payee.SUPPLIER else dues.side_cents
    if payee is Payee.SUPPLIER:
        return max(0, dues.gross_cents - max(0, dues.to_urssaf_cents - dues.side_cents))
    return max(0, dues.gross_cents + dues.side_cents - dues.to_supplier_cents)


def lefts(dues: Dues) -> dict[Payee, int]:
    """What to pay to each payee now, in cents; negative when it has to pay back. Together: all that is left."""
    left, gross = dues.left_cents, dues.gross_cents - dues.to_supplier_cents
    supplier = max(left, min(0, gross)) if left < 0 else min(left, max(0, gross - dues.withheld_cents))
    return {Payee.SUPPLIER: supplier, Payee.URSSAF: left - supplier}


def social_left(dues: Dues) -> int:
    """Cents that stand owed to the URSSAF: what is beside the fee and what was withheld from it, less what was paid.

    What the supplier was paid all the same is not withheld any more, and what went to the URSSAF was.
    """
    kept = min(dues.withheld_cents, max(0, dues.gross_cents - dues.to_supplier_cents))
    return dues.side_cents + max(kept, dues.to_urssaf_cents - dues.side_cents, 0) - dues.to_urssaf_cents


def payee_of_row(dues: Dues) -> Payee:
    """Whom a row of the bank pays: the URSSAF once the supplier has its whole fee and something is left."""
    settled = dues.left_cents > 0 and dues.to_supplier_cents >= dues.gross_cents
    return Payee.URSSAF if settled else Payee.SUPPLIER


def check_payment(amount_cents: int, *, owed_cents: int, paid_cents: int, payee: Payee = Payee.SUPPLIER) -> None:
    """A payment brings what a payee was paid towards what it may be paid, never past it.

    Raises RuleBroken `error-payment-nothing`, `error-payment-too-much` or, to the URSSAF,
    `error-payment-too-much-urssaf` (what is left), `error-payment-back` (what can
    be paid back at most).
    """
    after = paid_cents + amount_cents
    if amount_cents == 0:
        raise RuleBroken("error-payment-nothing")
    if amount_cents > 0 and after > max(0, owed_cents):
        code = "error-payment-too-much" if payee is Payee.SUPPLIER else "error-payment-too-much-urssaf"
        raise RuleBroken(code, left_cents=max(0, owed_cents - paid_cents))
    if amount_cents < 0 and after < min(0, owed_cents):
        raise RuleBroken("error-payment-back", left_cents=max(0, paid_cents - min(0, owed_cents)))


def check_cancelled(amount_cents: int, *, owed_cents: int, paid_cents: int) -> None:
    """A payment may be cancelled unless a later refund leans on it. Raises RuleBroken `error-payment-leaned`."""
    if amount_cents > 0 and paid_cents - amount_cents < min(0, owed_cents):
        raise RuleBroken("error-payment-leaned")


def invoice_movements(
    *, invoice_id: UUID, label: str, day: date, account: str, gross_cents: int, side_cents: int
) -> tuple[Movement, ...]:
    """What an approved invoice enters: the expense owed to the supplier, and beside it what is owed to the URSSAF."""
    parts = [(account, SUPPLIERS, gross_cents), (account, SOCIAL, side_cents)]
    return moved("invoice", invoice_id, label, day, parts)


def payment_movements(
    *,
    payment_id: UUID,
    label: str,
    day: date,
    amount_cents: int,
    payee: Payee,
    means: PaymentMeans = PaymentMeans.TRANSFER,
) -> tuple[Movement, ...]:
    """What a payment enters: less owed to its payee. Cash leaves the cash box (530), all else the bank."""
    owed = SOCIAL if payee is Payee.URSSAF else SUPPLIERS
    account = CASH_BOX if means is PaymentMeans.CASH else BANK
    return moved("payment", payment_id, label, day, [(owed, account, amount_cents)])


def withheld_movements(invoice_id: UUID, label: str, day: date, cents: int) -> tuple[Movement, ...]:
    """What is withheld from a fee enters: owed to the URSSAF in the supplier's place; the other way when negative."""
    return moved("withheld", invoice_id, label, day, [(SUPPLIERS, SOCIAL, cents)])


def reversed_parts(entered: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """What undoes entries given as (debit, credit, cents): those already undone cancel each other out."""
    balance: dict[tuple[str, str], int] = {}
    for debit, credit, cents in entered:
        if (credit, debit) in balance:
            balance[credit, debit] -= cents
        else:
            balance[debit, credit] = balance.get((debit, credit), 0) + cents
    return [(debit, credit, -cents) for (debit, credit), cents in balance.items()]


def moved(
    kind: str, object_id: UUID, label: str, day: date, parts: Iterable[tuple[str, str, int]]
) -> tuple[Movement, ...]:
    """Movements of (debit, credit, cents); a negative amount goes the other way, nothing enters nothing."""
    return tuple(
        Movement(
            kind=kind,
            object_id=object_id,
            label=label[:200],
            day=day,
            debit=debit if cents > 0 else credit,
            credit=credit if cents > 0 else debit,
            amount_cents=abs(cents),
        )
        for debit, credit, cents in parts
        if cents
    )
