"""Use cases of the bank account: look at a statement, take it in, say what each row is."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.bank import queries, rules, store
from budget.bank.words import (
    Alike,
    BankDesk,
    Candidate,
    MatchKind,
    StatementForm,
    StatementPreview,
    Taken,
    TargetKind,
)
from budget.bank.words import BankOperation as Op
from budget.contributions import queries as contributions
from budget.contributions import rules as receipts
from budget.contributions import store as contribution_store
from budget.contributions.words import ReceiptDraft
from budget.documents.queries import get_document
from budget.documents.words import MediaType
from budget.reading import statements
from budget.reading.columns import name_heads
from budget.reading.words import Columns, Sheet, Statement
from budget.spending import queries as spending
from budget.spending import rules as spending_rules
from budget.spending import store as payments
from budget.spending.dues import get_dues
from budget.spending.rules import REFERENCE_LENGTH
from budget.spending.words import PaymentDraft
from db.journal import record
from db.models import (
    BankColumns,
    BankMatch,
    BankRow,
    BankStatement,
    ContributionReceipt,
    Payment,
    Structure,
)
from db.session import reading, unit_of_work
from workspace.fiches.queries import group_of, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Target, require

SAMPLE = 5


def view_bank(actor: Actor) -> BankDesk:
    """The rows that wait, what each of them could be, and the statements that were read."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_desk(session, actor)


def preview_statement(actor: Actor, document_id: UUID) -> StatementPreview:
    """What a file that is kept holds; nothing is written. Raises NotFound; other failings stand in the preview."""
    require(rules.POLICIES[Op.IMPORT], actor, Target(group_id=actor.group_id))
    with reading() as session:
        file = get_document(session, actor, document_id)
        if _is_known(session, actor, document_id):
            return StatementPreview(document_id=document_id, name=file.name, problem="error-statement-twice")
    try:
        form = _form(file.media_type, file.content)
        if form is not StatementForm.CSV:
            read = _read(form, file.content)
            return StatementPreview(document_id=document_id, name=file.name, form=form, rows=len(read.rows))
        sheet = statements.read_sheet(file.content)
    except RuleBroken as broken:
        return StatementPreview(document_id=document_id, name=file.name, problem=broken.code, values=broken.values)
    with reading() as session:
        remembered = _remembered(session, actor, sheet)
    return StatementPreview(
        document_id=document_id,
        name=file.name,
        form=form,
        rows=len(sheet.rows),
        short=sheet.short,
        heads=name_heads(sheet.heads),
        sample=sheet.rows[:SAMPLE],
        columns=remembered or sheet.proposed,
        remembered=remembered is not None,
    )


def count_alike(actor: Actor, document_id: UUID, columns: Columns | None = None) -> int:
    """How many rows a statement of another form seems to have brought already; 0 for a file that cannot be taken."""
    require(rules.POLICIES[Op.IMPORT], actor, Target(group_id=actor.group_id))
    try:
        read = _parsed(actor, document_id, columns)
    except RuleBroken:
        return 0
    with reading() as session:
        return len(queries.list_alike(session, group_of(actor), read.statement.rows))


def import_statement(
    actor: Actor, document_id: UUID, columns: Columns | None = None, alike: Alike | None = None
) -> Taken:
    """Take a kept file in; `columns` for a CSV, remembered for the next one of this bank.

    A row that another statement brought is counted and not repeated. Raises NotFound, RuleBroken
    `error-statement-twice` when the file, or every row of it, is known, `error-statement-alike` when rows seem known
    in another form and `alike` does not say what to do with them, and those of `budget.reading.statements`; whatever
    is raised, the file stays kept.
    """
    require(rules.POLICIES[Op.IMPORT], actor, Target(group_id=actor.group_id))
    # Up to 10 MB are read before the store is held.
    read = _parsed(actor, document_id, columns)
    with unit_of_work() as session:
        if _is_known(session, actor, document_id):
            raise RuleBroken("error-statement-twice")
        if read.sheet is not None and read.columns is not None:
            _remember(session, actor, read.sheet, read.columns)
        taken = _write(session, actor, document_id, read.statement, alike)
        record(
            session, actor, Op.IMPORT, kind="bank_statement", object_id=document_id, label=read.name,
            added=taken.added, known=taken.known,
        )  # fmt: skip
        return taken


def match_row(actor: Actor, row_id: UUID, kind: TargetKind, object_id: UUID) -> None:
    """Confirm what a row is: a payment or a receipt that is known, or one entered now, of an invoice or of a pledge.

    Raises NotFound, RuleBroken `error-row-matched` when somebody said what it is, `error-row-unfit` when its amount
    cannot be this, and those of a payment or a receipt.
    """
    require(rules.POLICIES[Op.MATCH], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        _hold(session, actor, kind, object_id)
        row = _free_row(session, actor, row_id)
        target = _candidate(session, actor, kind, object_id)
        if not rules.fits(row.amount_cents, target):
            raise RuleBroken("error-row-unfit")
        known = object_id
        if kind is TargetKind.INVOICE:
            known = _pay(session, actor, row, object_id)
        elif kind is TargetKind.PLEDGE:
            known = _receive(session, actor, row, object_id)
        out = kind in {TargetKind.INVOICE, TargetKind.PAYMENT}
        store.match(session, row, MatchKind.PAYMENT if out else MatchKind.RECEIPT, known, actor.person_id)
        record(
            session, actor, Op.MATCH, kind="bank_row", object_id=row.id, label=row.label, cents=row.amount_cents,
            number=target.number,
        )  # fmt: skip


def set_aside(actor: Actor, row_id: UUID) -> None:
    """Say that a row is none of the budget's business. Raises NotFound, RuleBroken `error-row-matched`."""
    require(rules.POLICIES[Op.MATCH], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = _free_row(session, actor, row_id)
        store.match(session, row, MatchKind.ASIDE, row.id, actor.person_id)
        record(session, actor, Op.MATCH, kind="bank_row", object_id=row.id, label=row.label, aside=1)


def release_row(actor: Actor, row_id: UUID) -> None:
    """Take back what was said of a row; a payment entered from it stays, and is cancelled on its invoice."""
    require(rules.POLICIES[Op.MATCH], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = queries.hold_row(session, actor, row_id)
        match = session.get(BankMatch, row.id)
        if match is not None:
            session.delete(match)
        record(session, actor, Op.MATCH, kind="bank_row", object_id=row.id, label=row.label, released=1)


def _form(media_type: str, content: bytes) -> StatementForm:
    if statements.is_ofx(content):
        return StatementForm.OFX
    if media_type == MediaType.XML:
        return StatementForm.CAMT
    if media_type == MediaType.TEXT:
        return StatementForm.CSV
    raise RuleBroken("error-statement-form")


def _read(form: StatementForm, content: bytes) -> Statement:
    return statements.read_ofx(content) if form is StatementForm.OFX else statements.read_camt(content)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parsed:
    """A file that was read, and for a CSV the columns it was read by."""

    name: str
    statement: Statement
    sheet: Sheet | None = None
    columns: Columns | None = None


def _parsed(actor: Actor, document_id: UUID, columns: Columns | None) -> _Parsed:
    """What a kept file says, read with no transaction open."""
    with reading() as session:
        file = get_document(session, actor, document_id)
        if _is_known(session, actor, document_id):
            raise RuleBroken("error-statement-twice")
    form = _form(file.media_type, file.content)
    if form is not StatementForm.CSV:
        return _Parsed(name=file.name, statement=_read(form, file.content))
    sheet = statements.read_sheet(file.content)
    if columns is None:
        with reading() as session:
            columns = _remembered(session, actor, sheet) or sheet.proposed
    if columns is None:
        raise RuleBroken("error-statement-columns")
    return _Parsed(name=file.name, statement=statements.read_csv(sheet, columns), sheet=sheet, columns=columns)


def _is_known(session: Session, actor: Actor, document_id: UUID) -> bool:
    known = select(BankStatement.id).where(
        BankStatement.document_id == document_id, BankStatement.group_id == actor.group_id
    )
    return session.scalar(known) is not None


def _write(session: Session, actor: Actor, document_id: UUID, read: Statement, said: Alike | None) -> Taken:
    """The statement and those of its rows that no other brought."""
    group_id = group_of(actor)
    known = queries.known_keys(session, group_id, [one.key for one in read.rows])
    alike = queries.list_alike(session, group_id, read.rows)
    if alike and said is None:
        raise RuleBroken("error-statement-alike", count=len(alike))
    left = alike if said is Alike.LEAVE else set()
    fresh = [one for one in read.rows if one.key not in known | left]
    if not fresh:
        raise RuleBroken("error-statement-twice")
    statement = BankStatement(
        group_id=group_id, document_id=document_id, account=read.account, opening_cents=read.opening_cents,
        closing_cents=read.closing_cents, read_at=utc_now(), read_by=actor.person_id,
    )  # fmt: skip
    session.add(statement)
    session.flush()
    session.add_all(
        BankRow(
            group_id=group_id, statement_id=statement.id, position=place, day=one.day, amount_cents=one.amount_cents,
            label=one.label, reference=one.reference, key=one.key,
        )
        for place, one in enumerate(fresh)
    )  # fmt: skip
    session.flush()
    return Taken(
        added=len(fresh), known=len(read.rows) - len(fresh) - len(left), alike=len(left), left_out=read.left_out
    )


def _remembered(session: Session, actor: Actor, sheet: Sheet) -> Columns | None:
    row = session.get(BankColumns, (group_of(actor), sheet.signature))
    return Columns(**row.columns | {"labels": tuple(row.columns["labels"])}) if row is not None else None


def _remember(session: Session, actor: Actor, sheet: Sheet, columns: Columns) -> None:
    session.merge(BankColumns(group_id=group_of(actor), signature=sheet.signature, columns=asdict(columns)))


def _free_row(session: Session, actor: Actor, row_id: UUID) -> BankRow:
    row = queries.hold_row(session, actor, row_id)
    if session.get(BankMatch, row.id) is not None:
        raise RuleBroken("error-row-matched")
    return row


def _candidate(session: Session, actor: Actor, kind: TargetKind, object_id: UUID) -> Candidate:
    for one in queries.list_candidates(session, actor):
        if (one.kind, one.object_id) == (kind, object_id):
            return one
    raise NotFound


def _hold(session: Session, actor: Actor, kind: TargetKind, object_id: UUID) -> None:
    """Hold what the row would settle before the row: whoever pays, receives or cancels holds it first too."""
    if kind is TargetKind.INVOICE:
        spending.hold_invoice(session, actor, object_id)
    elif kind is TargetKind.PLEDGE:
        contributions.find_pledge(session, actor, object_id)
    elif kind is TargetKind.PAYMENT:
        session.get(Payment, object_id, with_for_update=True)
    else:
        session.get(ContributionReceipt, object_id, with_for_update=True)


def _pay(session: Session, actor: Actor, row: BankRow, invoice_id: UUID) -> UUID:
    """The payment of an invoice, as the row tells it; to the URSSAF once the supplier has its whole fee."""
    invoice = spending.find_invoice(session, actor, invoice_id)
    draft = PaymentDraft(
        amount_cents=-row.amount_cents, paid_on=row.day, reference=row.label[:REFERENCE_LENGTH],
        payee=spending_rules.payee_of_row(get_dues(session, invoice)),
    )  # fmt: skip
    return payments.write_payment(session, actor, invoice, draft, spending.label_of(session, invoice)).id


def _receive(session: Session, actor: Actor, row: BankRow, pledge_id: UUID) -> UUID:
    """The receipt of a structure's contribution, as the row tells it."""
    pledge, key = contributions.find_pledge(session, actor, pledge_id)
    draft = ReceiptDraft(
        amount_cents=row.amount_cents, received_on=row.day, reference=row.label[:REFERENCE_LENGTH]
    )  # fmt: skip
    checked = receipts.check_receipt(
        draft,
        still_due_cents=pledge.amount_cents - contributions.received_of(session, pledge.id),
        today=group_today(session, key.group_id),
    )
    name = session.get_one(Structure, pledge.structure_id).name
    made = contribution_store.add_receipt(
        session, key, pledge, checked, structure=name, created_by=actor.person_id
    )  # fmt: skip
    return made.id
