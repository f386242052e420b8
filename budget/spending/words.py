"""Words of spending: what is committed, invoiced and paid are different facts, each with its own states."""

from __future__ import annotations

from enum import StrEnum


class CommitmentState(StrEnum):
    """A commitment counts in the envelope once it is approved, and no more once it is cancelled."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    CANCELLED = "cancelled"


class InvoiceKind(StrEnum):
    """What a supplier's document is: an invoice, a deposit asked for, or a credit note (its amounts are negative)."""

    INVOICE = "invoice"
    DEPOSIT = "deposit"
    CREDIT_NOTE = "credit_note"


class InvoiceState(StrEnum):
    """An invoice counts in the envelope from its approval; a refused or cancelled one stays readable."""

    RECEIVED = "received"
    APPROVED = "approved"
    REFUSED = "refused"
    CANCELLED = "cancelled"


class PaymentMeans(StrEnum):
    """How money left."""

    TRANSFER = "transfer"
    CHEQUE = "cheque"
    CARD = "card"
    CASH = "cash"
    DIRECT_DEBIT = "direct_debit"
