"""Use cases of invoices: see, read from a document, enter, correct, approve, refuse, cancel."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from budget.bank import rules as bank_rules
from budget.bank.words import BankOperation
from budget.envelope import queries as envelopes
from budget.envelope import rules as envelope_rules
from budget.envelope.queries import find_line
from budget.envelope.words import Band
from budget.ledger.queries import is_closed
from budget.ledger.store import check_open
from budget.quotes.queries import find_supplier, list_suppliers
from budget.rates.queries import load as load_rates
from budget.spending import dues, proposing, queries, rules, store
from budget.spending.views import InvoiceDesk
from budget.spending.words import (
    CommitmentState,
    Dues,
    InvoiceAbilities,
    InvoiceDraft,
    InvoiceKind,
    InvoiceProposal,
    InvoiceState,
    InvoiceView,
)
from budget.spending.words import SpendingOperation as Op
from db.journal import record
from db.models import BudgetDocument, BudgetLine, Commitment, Envelope, Invoice
from db.session import reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.rights import Target, allowed, require

OPEN = (InvoiceState.RECEIVED, InvoiceState.REFUSED, InvoiceState.CANCELLED)


def view_invoices(actor: Actor) -> InvoiceDesk:
    """The invoices of the group, the latest first."""
    group = Target(group_id=actor.group_id)
    require(rules.POLICIES[Op.VIEW], actor, group)
    with reading() as session:
        return InvoiceDesk(
            invoices=queries.list_invoices(session, actor),
            commitments=queries.list_commitments(session, actor),
            lines=envelopes.list_lines(session, actor),
            suppliers=list_suppliers(session, actor),
            rates=load_rates(session, group_of(actor)),
            may_enter=allowed(rules.POLICIES[Op.ENTER], actor, group),
            today=queries.today(session, actor),
        )


def view_invoice(actor: Actor, invoice_id: UUID) -> InvoiceView:
    """One invoice with its payments, and what the actor may do with it. Raises NotFound."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        view = queries.get_invoice(session, actor, invoice_id)
        return replace(view, abilities=_abilities(session, actor, queries.find_invoice(session, actor, invoice_id)))


def read_document(actor: Actor, document_id: UUID) -> InvoiceProposal:
    """What a document that is kept says, for a person to confirm; nothing is written. Raises NotFound.

    A document that cannot be read gives a proposal whose `problem` says why, an electronic invoice that breaks a rule
    one that names it.
    """
    require(rules.POLICIES[Op.ENTER], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return proposing.read_proposal(session, actor, document_id)


def enter_invoice(actor: Actor, draft: InvoiceDraft) -> UUID:
    """Enter an invoice that was received; it counts once it is approved.

    Raises NotFound for what is not the group's, RuleBroken: those of `rules.signed`, `error-invoice-twice` when the
    supplier's number is known, `error-invoice-commitment` when the commitment is another supplier's or not approved,
    `error-invoice-over` when it goes over its commitment and no reason is written, `error-invoice-future`,
    `error-invoice-deposits` when it takes off more than the supplier's approved deposits, `error-invoice-corrects`,
    `error-invoice-credit-over`, `error-year-closed` for an envelope of a closed year.
    """
    require(rules.POLICIES[Op.ENTER], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        checked = _checked(session, actor, draft, None)
        row = Invoice(
            group_id=group_of(actor), state=InvoiceState.RECEIVED, created_at=utc_now(), created_by=actor.person_id
        )
        store.write_draft(row, checked)
        row.withheld_cents = dues.withheld_now(session, row)
        session.add(row)
        session.flush()
        _note(session, actor, Op.ENTER, row)
        return row.id


def change_invoice(actor: Actor, invoice_id: UUID, draft: InvoiceDraft) -> None:
    """Correct an invoice that does not count, or take a refused or cancelled one up again; it waits for approval.

    Raises as `enter_invoice`, StaleEdit, RuleBroken `error-invoice-decided` once it is approved.
    """
    require(rules.POLICIES[Op.ENTER], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row, _, _ = queries.hold_invoice(session, actor, invoice_id)
        if row.version != draft.version:
            raise StaleEdit
        if row.state not in OPEN:
            raise RuleBroken("error-invoice-decided")
        checked = _checked(session, actor, draft, row.id)
        store.write_draft(row, checked)
        row.withheld_cents = dues.withheld_now(session, row)
        row.state, row.decided_at, row.decided_by = InvoiceState.RECEIVED, None, None
        # Whoever typed the figures last is the one who cannot approve them alone.
        row.created_by = actor.person_id
        row.version += 1
        session.flush()
        _note(session, actor, Op.ENTER, row)


def approve_invoice(actor: Actor, invoice_id: UUID, version: int) -> None:
    """Approve an invoice as it was seen: from now on it counts in the envelope, and its movement is entered.

    `version` is the one that was shown. Raises StaleEdit, RuleBroken `error-invoice-decided`, `error-invoice-own` for
    its author from the envelope's threshold on, `error-invoice-over`, `error-invoice-corrects` and
    `error-invoice-credit-over` when what it corrects no longer bears it, `error-invoice-deposits`,
    `error-envelope-passed` when the envelope does not bear it, `error-year-closed`.
    """
    require(rules.POLICIES[Op.DECIDE], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row, line, envelope = _to_decide(session, actor, invoice_id)
        if row.version != version:
            raise StaleEdit
        _check_again(session, actor, row)
        if row.commitment_id is not None:
            check = queries.check_of(session, row.commitment_id, but=row.id, adding=queries.owed(row))
            rules.check_commitment(check, row.over_reason)
        # The dispense may have been shown since the entry.
        row.withheld_cents = dues.withheld_now(session, row)
        _settle(session, actor, row, envelope, InvoiceState.APPROVED)
        label = queries.label_of(session, row)
        movements = rules.invoice_movements(
            invoice_id=row.id, label=label, day=row.issued_on, account=line.account, gross_cents=row.gross_cents,
            side_cents=row.side_cents,
        )  # fmt: skip
        store.enter_all(session, row.group_id, movements)
        store.settle_social(session, row, label=label, day=row.issued_on)
        _note(session, actor, Op.DECIDE, row)


def refuse_invoice(actor: Actor, invoice_id: UUID, reason: str) -> None:
    """Refuse an invoice and say why; it stays readable. Raises as `approve_invoice`, `error-empty`."""
    require(rules.POLICIES[Op.DECIDE], actor, Target(group_id=actor.group_id))
    why = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row, _, _ = _to_decide(session, actor, invoice_id)
        store.settle(row, InvoiceState.REFUSED, actor)
        _note(session, actor, Op.DECIDE, row, why)


def cancel_invoice(actor: Actor, invoice_id: UUID, reason: str) -> None:
    """Cancel an approved invoice and say why: its movements are entered the other way round.

    Raises RuleBroken `error-invoice-not-approved`, `error-invoice-paid` while payments stand,
    `error-invoice-credited` while an approved credit note corrects it, `error-invoice-deposit-used` while another
    invoice takes this deposit off, `error-envelope-passed` when the envelope does not bear what a credit note gave
    back, `error-year-closed`, `error-empty`.
    """
    require(rules.POLICIES[Op.CANCEL], actor, Target(group_id=actor.group_id))
    why = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row, _, envelope = queries.hold_invoice(session, actor, invoice_id)
        if row.state is not InvoiceState.APPROVED:
            raise RuleBroken("error-invoice-not-approved")
        check_open(session, row.group_id, envelope.year)
        if any(not one.is_cancelled for one in queries.get_invoice(session, actor, row.id).payments):
            raise RuleBroken("error-invoice-paid")
        if queries.credited(session, [row.id]):
            raise RuleBroken("error-invoice-credited")
        if row.kind is InvoiceKind.DEPOSIT:
            find_supplier(session, actor, row.supplier_id, lock=True)
        _settle(session, actor, row, envelope, InvoiceState.CANCELLED)
        if row.kind is InvoiceKind.DEPOSIT and dues.deposits_left(session, row.supplier_id) < 0:
            raise RuleBroken("error-invoice-deposit-used")
        day = queries.today(session, actor)
        label = queries.label_of(session, row)
        store.undo(session, row.group_id, "invoice", row.id, label=label, day=day)
        store.settle_social(session, row, label=label, day=day)
        _note(session, actor, Op.CANCEL, row, why)


def _to_decide(session: Session, actor: Actor, invoice_id: UUID) -> tuple[Invoice, BudgetLine, Envelope]:
    """An invoice that waits and that this actor may decide on, held."""
    row, line, envelope = queries.hold_invoice(session, actor, invoice_id)
    if row.state is not InvoiceState.RECEIVED:
        raise RuleBroken("error-invoice-decided")
    check_open(session, row.group_id, envelope.year)
    threshold = envelopes.own_threshold(envelope, row.created_by)
    rules.check_decider(queries.owed(row), threshold, row.created_by, actor.person_id)
    return row, line, envelope


def _settle(session: Session, actor: Actor, row: Invoice, envelope: Envelope, state: InvoiceState) -> None:
    """Write what was decided of an invoice; the envelope, which is held, bears what that adds."""
    before = envelopes.total(envelopes.list_spending(session, [envelope.id]))
    store.settle(row, state, actor)
    session.flush()
    after = envelopes.total(envelopes.list_spending(session, [envelope.id]))
    if after.taken_cents > before.taken_cents:
        band = Band(envelope.minimum_cents, envelope.maximum_cents)
        envelope_rules.check_bears(band, before, after.taken_cents - before.taken_cents)


def _check_again(session: Session, actor: Actor, row: Invoice) -> None:
    """What was checked at the entry, and may have changed since: what it corrects, the deposits that it takes off."""
    seen = queries.get_invoice(session, actor, row.id).draft
    _check_corrected(session, actor, seen, row.id)
    if row.deducted_cents:
        find_supplier(session, actor, row.supplier_id, lock=True)
        rules.check_deposits(row.deducted_cents, dues.deposits_left(session, row.supplier_id, but=row.id))


def _checked(session: Session, actor: Actor, draft: InvoiceDraft, known: UUID | None) -> InvoiceDraft:
    """The draft cleaned, its amounts signed, all that it points at the group's own."""
    number = clean_line(draft.number, maximum=rules.NUMBER_LENGTH, field="invoice-number")
    note = clean_line(draft.note, maximum=rules.NOTE_LENGTH, required=False, field="invoice-note")
    why = clean_line(draft.over_reason, maximum=rules.REASON_LENGTH, required=False, field="reason")
    made = replace(rules.signed(draft), number=number, note=note, over_reason=why)
    rules.check_issued(made.issued_on, queries.today(session, actor))
    # Two entries of one number take turns on the supplier's row.
    supplier = find_supplier(session, actor, made.supplier_id, lock=True)
    if supplier.archived_at is not None:
        raise RuleBroken("error-supplier-archived", name=supplier.name)
    line = find_line(session, actor, made.line_id)
    check_open(session, supplier.group_id, session.get_one(Envelope, line.envelope_id).year)
    twin = queries.find_twin(session, supplier.id, number, known)
    if twin is not None:
        raise RuleBroken("error-invoice-twice", number=twin.number, supplier=supplier.name)
    if made.document_id is not None:
        document = session.get(BudgetDocument, made.document_id)
        if document is None or document.group_id != actor.group_id:
            raise NotFound
    _check_corrected(session, actor, made, known)
    if made.deducted_cents:
        rules.check_deposits(made.deducted_cents, dues.deposits_left(session, supplier.id, but=known))
    if made.commitment_id is not None:
        _check_commitment(session, actor, made, known)
    return made


def _check_commitment(session: Session, actor: Actor, made: InvoiceDraft, known: UUID | None) -> None:
    bound = session.get(Commitment, made.commitment_id)
    if bound is None or bound.group_id != actor.group_id:
        raise NotFound
    same = (bound.supplier_id, bound.line_id) == (made.supplier_id, made.line_id)
    if not same or bound.state is not CommitmentState.APPROVED:
        raise RuleBroken("error-invoice-commitment", label=bound.label)
    adding = made.gross_cents - made.deducted_cents + made.side_cents
    check = queries.check_of(session, bound.id, but=known, adding=adding)
    if adding > 0:
        rules.check_commitment(check, made.over_reason)


def _check_corrected(session: Session, actor: Actor, made: InvoiceDraft, known: UUID | None) -> None:
    """Only a credit note corrects, and only an approved invoice of the same supplier, not itself a credit note.

    Raises RuleBroken `error-invoice-corrects`, and `error-invoice-credit-over` when it takes off more than is left.
    """
    if made.corrects_id is None:
        return
    invoice = queries.find_invoice(session, actor, made.corrects_id)
    session.refresh(invoice)
    fits = invoice.supplier_id == made.supplier_id and invoice.kind is not InvoiceKind.CREDIT_NOTE
    fits = fits and invoice.state is InvoiceState.APPROVED and invoice.id != known
    if made.kind is not InvoiceKind.CREDIT_NOTE or not fits or invoice.line_id != made.line_id:
        raise RuleBroken("error-invoice-corrects", number=invoice.number)
    credit = Dues(gross_cents=made.gross_cents, side_cents=made.side_cents)
    rules.check_credit(credit, dues.get_dues(session, invoice), invoice.number)


def _abilities(session: Session, actor: Actor, row: Invoice) -> InvoiceAbilities:
    group = Target(group_id=row.group_id)
    line = session.get_one(BudgetLine, row.line_id)
    envelope = session.get_one(Envelope, line.envelope_id)
    threshold = envelopes.own_threshold(envelope, row.created_by)
    is_open = not is_closed(session, row.group_id, envelope.year)
    waits = is_open and row.state is InvoiceState.RECEIVED and allowed(rules.POLICIES[Op.DECIDE], actor, group)
    own = waits and rules.needs_another(queries.owed(row), threshold, row.created_by, actor.person_id)
    counts = row.state is InvoiceState.APPROVED
    untouched = not queries.paid(session, [row.id]) and not queries.credited(session, [row.id])
    return InvoiceAbilities(
        may_change=is_open and row.state in OPEN and allowed(rules.POLICIES[Op.ENTER], actor, group),
        may_decide=waits and not own,
        own=own,
        may_cancel=is_open and counts and untouched and allowed(rules.POLICIES[Op.CANCEL], actor, group),
        may_pay=counts and row.corrects_id is None and allowed(rules.POLICIES[Op.PAY], actor, group),
        may_read_file=allowed(bank_rules.POLICIES[BankOperation.VIEW], actor, group),
    )


def _note(session: Session, actor: Actor, op: Op, row: Invoice, reason: str = "") -> None:
    record(
        session, actor, op, kind="invoice", object_id=row.id, label=queries.label_of(session, row),
        cents=queries.owed(row), state=row.state.value, reason=reason,
    )  # fmt: skip
