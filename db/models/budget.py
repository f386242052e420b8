"""The shared facts of the budget: envelope and lines, suppliers, documents, commitments, invoices, payments, ledger.

Amounts are whole cents. A devis, a commitment, an invoice and a payment are four rows in four tables.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Enum,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from budget.envelope.words import LineKind
from budget.quotes.words import SupplierStatus
from budget.spending.words import CommitmentState, InvoiceKind, InvoiceState, Payee, PaymentMeans
from db.base import Base, Identified, Versioned, values_of


class Envelope(Identified, Versioned, Base):
    """What the group may spend in one year: from a minimum to a maximum. Its row is locked when money is committed.

    From `two_approvals_from_cents` on, a commitment needs two persons. Whoever raised it last (`raised_by`) needs
    another from `raised_from_cents` on.
    """

    __tablename__ = "envelope"
    __table_args__ = (
        UniqueConstraint("group_id", "title", "year"),
        CheckConstraint("0 <= minimum_cents AND minimum_cents <= maximum_cents", name="band"),
    )

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    title: Mapped[str] = mapped_column(String(160))
    year: Mapped[int]
    minimum_cents: Mapped[int] = mapped_column(BigInteger)
    maximum_cents: Mapped[int] = mapped_column(BigInteger)
    two_approvals_from_cents: Mapped[int] = mapped_column(BigInteger)
    raised_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    raised_from_cents: Mapped[int | None] = mapped_column(BigInteger)
    source: Mapped[str] = mapped_column(String(300), default="")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class BudgetLine(Identified, Versioned, Base):
    """A line of an envelope with its own range and its account in the French chart."""

    __tablename__ = "budget_line"
    __table_args__ = (CheckConstraint("0 <= minimum_cents AND minimum_cents <= maximum_cents", name="band"),)

    envelope_id: Mapped[UUID] = mapped_column(ForeignKey("envelope.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[LineKind] = mapped_column(Enum(LineKind, native_enum=False, length=20, values_callable=values_of))
    label: Mapped[str] = mapped_column(String(120))
    account: Mapped[str] = mapped_column(String(12))
    minimum_cents: Mapped[int] = mapped_column(BigInteger)
    maximum_cents: Mapped[int] = mapped_column(BigInteger)


class Supplier(Identified, Versioned, Base):
    """A designer, a printer: how it stands to VAT and where it is paid. SIRET and IBAN are checked before.

    `withholding_exempt`: an artist-author who showed a dispense from the contributions withheld at source.
    """

    __tablename__ = "supplier"
    __table_args__ = (UniqueConstraint("group_id", "name"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(160))
    status: Mapped[SupplierStatus] = mapped_column(
        Enum(SupplierStatus, native_enum=False, length=20, values_callable=values_of)
    )
    withholding_exempt: Mapped[bool] = mapped_column(default=False)
    siret: Mapped[str] = mapped_column(String(14), default="")
    vat_number: Mapped[str] = mapped_column(String(20), default="")
    iban: Mapped[str] = mapped_column(String(34), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    address: Mapped[str] = mapped_column(String(300), default="")
    invented: Mapped[bool] = mapped_column(default=False)
    archived_at: Mapped[datetime | None]


class BudgetDocument(Identified, Base):
    """A file received (devis, invoice, bank statement), byte for byte. Kept even when it could not be read."""

    __tablename__ = "budget_document"
    __table_args__ = (UniqueConstraint("group_id", "sha256"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(80))
    sha256: Mapped[str] = mapped_column(String(64))
    byte_count: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    received_at: Mapped[datetime]
    received_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class Commitment(Identified, Versioned, Base):
    """Money the group has bound itself to spend on a line, side costs included. A devis names the one it created.

    Cancelling one that was invoiced in part frees the rest; its invoices stay.
    """

    __tablename__ = "commitment"
    __table_args__ = (CheckConstraint("amount_cents > 0", name="amount"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    line_id: Mapped[UUID] = mapped_column(ForeignKey("budget_line.id", ondelete="CASCADE"), index=True)
    supplier_id: Mapped[UUID] = mapped_column(ForeignKey("supplier.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(String(200))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    reason: Mapped[str] = mapped_column(String(1000), default="")
    state: Mapped[CommitmentState] = mapped_column(
        Enum(CommitmentState, native_enum=False, length=20, values_callable=values_of)
    )
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None]
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    cancel_reason: Mapped[str] = mapped_column(String(500), default="")


class CommitmentApproval(Base):
    """One person's approval of a commitment; the database keeps it to one a person."""

    __tablename__ = "commitment_approval"

    commitment_id: Mapped[UUID] = mapped_column(ForeignKey("commitment.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
    at: Mapped[datetime]


class Invoice(Identified, Versioned, Base):
    """A supplier's invoice, deposit or credit note: what it adds to what is owed. Negative on a credit note.

    `deducted_cents` is what it takes off for deposits invoiced before: the three totals are those it states, less the
    deposits' share, so that nothing counts twice. `corrects_id`: the invoice that a credit note is set off against.
    `over_reason`: why it goes over its commitment. `warnings`: mentions that were not found. `side_cents` is what the
    group owes beside it (the artist-author's 1.1 %), `withheld_cents` what of the fee goes to the URSSAF in its
    author's place, both at the rates of its day. `due_on` None: on receipt.
    """

    __tablename__ = "invoice"
    __table_args__ = (UniqueConstraint("supplier_id", "number"),)

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    supplier_id: Mapped[UUID] = mapped_column(ForeignKey("supplier.id", ondelete="CASCADE"))
    line_id: Mapped[UUID] = mapped_column(ForeignKey("budget_line.id", ondelete="CASCADE"), index=True)
    commitment_id: Mapped[UUID | None] = mapped_column(ForeignKey("commitment.id", ondelete="SET NULL"), index=True)
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("budget_document.id", ondelete="SET NULL"))
    kind: Mapped[InvoiceKind] = mapped_column(
        Enum(InvoiceKind, native_enum=False, length=20, values_callable=values_of)
    )
    number: Mapped[str] = mapped_column(String(60))
    issued_on: Mapped[date]
    due_on: Mapped[date | None]
    net_cents: Mapped[int] = mapped_column(BigInteger)
    vat_cents: Mapped[int] = mapped_column(BigInteger)
    gross_cents: Mapped[int] = mapped_column(BigInteger)
    side_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    withheld_cents: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    state: Mapped[InvoiceState] = mapped_column(
        Enum(InvoiceState, native_enum=False, length=20, values_callable=values_of)
    )
    note: Mapped[str] = mapped_column(String(1000), default="")
    deducted_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    deducted_net_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("invoice.id", ondelete="SET NULL"), index=True)
    over_reason: Mapped[str] = mapped_column(String(500), default="")
    warnings: Mapped[list[str]] = mapped_column(JSON, default=list)
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))


class Payment(Identified, Base):
    """Money that left for an invoice; negative when a supplier pays back. A cancelled one stays readable."""

    __tablename__ = "payment"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), index=True)
    invoice_id: Mapped[UUID] = mapped_column(ForeignKey("invoice.id", ondelete="CASCADE"), index=True)
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    paid_on: Mapped[date]
    means: Mapped[PaymentMeans] = mapped_column(
        Enum(PaymentMeans, native_enum=False, length=20, values_callable=values_of)
    )
    payee: Mapped[Payee] = mapped_column(
        Enum(Payee, native_enum=False, length=20, values_callable=values_of), default=Payee.SUPPLIER
    )
    reference: Mapped[str] = mapped_column(String(140), default="")
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    cancelled_at: Mapped[datetime | None]


class LedgerEntry(Base):
    """One movement in two accounts. Triggers refuse its update, and its removal while its group stands.

    `hash` is the SHA-256 of the entry and of `previous_hash`; `number` counts from 1 in each group.
    """

    __tablename__ = "ledger_entry"
    __table_args__ = (UniqueConstraint("group_id", "number"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"))
    number: Mapped[int]
    at: Mapped[datetime]
    day: Mapped[date]
    kind: Mapped[str] = mapped_column(String(30))
    object_id: Mapped[UUID]
    label: Mapped[str] = mapped_column(String(200))
    debit: Mapped[str] = mapped_column(String(12))
    credit: Mapped[str] = mapped_column(String(12))
    amount_cents: Mapped[int] = mapped_column(BigInteger)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class LedgerHead(Base):
    """How far a group's chain goes: number and hash of its last entry, so that its end cannot be cut unseen."""

    __tablename__ = "ledger_head"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))


class LedgerYear(Base):
    """A year that was closed, with the last hash of its entries. `reopened_at` and its reason stay once reopened."""

    __tablename__ = "ledger_year"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    last_number: Mapped[int] = mapped_column(default=0)
    seal: Mapped[str] = mapped_column(String(64), default="")
    reopened_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(500), default="")
