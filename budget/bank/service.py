"""Use cases of the bank account: look at a statement, take it in. What each row is: `matching.py`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.bank import queries, rules
from budget.bank.words import (
    Alike,
    BankDesk,
    StatementForm,
    StatementPreview,
    Taken,
)
from budget.bank.words import BankOperation as Op
from budget.documents.queries import get_document
from budget.documents.words import MediaType
from budget.reading import statements
from budget.reading.columns import name_heads
from budget.reading.words import Columns, Sheet, Statement
from db.journal import record
from db.models import (
    BankColumns,
    BankRow,
    BankStatement,
)
from db.session import reading, unit_of_work
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
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
