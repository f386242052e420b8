"""How invoices and payments are said on the screens."""

from __future__ import annotations

from datetime import date

from budget.spending.words import InvoiceLine, InvoiceStanding, PaymentView
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.widgets.plain import plain

COLOURS = {
    InvoiceStanding.TO_APPROVE: "orange",
    InvoiceStanding.OVERDUE: "red",
    InvoiceStanding.TO_PAY: "blue",
    InvoiceStanding.TO_REFUND: "violet",
    InvoiceStanding.PAID: "green",
    InvoiceStanding.SET_OFF: "green",
    InvoiceStanding.REFUSED: "gray",
    InvoiceStanding.CANCELLED: "gray",
}
OPEN = (InvoiceStanding.TO_APPROVE, InvoiceStanding.OVERDUE, InvoiceStanding.TO_PAY, InvoiceStanding.TO_REFUND)


def key_of(standing: InvoiceStanding) -> str:
    """A standing as the keys of sentences spell it."""
    return standing.value.replace("_", "-")


def standing_line(line: InvoiceLine, today: date) -> str:
    """Where an invoice is, on one line of Markdown: its state, its kind when it is not a plain one, its due date."""
    parts = [f":{COLOURS[line.standing]}-badge[{t(f'invoice-standing-{key_of(line.standing)}')}]"]
    if line.kind.value != "invoice":
        parts.append(t(f"invoice-kind-{line.kind.value.replace('_', '-')}"))
    parts.append(plain(line.line))
    if line.standing in OPEN and line.due_on is not None:
        late = (today - line.due_on).days
        parts.append(t("invoice-late", count=late) if late > 0 else t("invoice-due-on", day=day(line.due_on)))
    if line.invented:
        parts.append(t("invoice-invented"))
    return " · ".join(parts)


def amounts_line(line: InvoiceLine) -> str:
    """What an invoice asks, and what is left of it once something was paid."""
    said = f"**{plain(money(line.owed_cents))}**"
    if line.standing in OPEN and line.paid_cents:
        said += f" · {plain(t('invoice-left', left=money(line.left_cents)))}"
    return said


def payment_line(one: PaymentView) -> str:
    """A payment on one line of Markdown; a cancelled one is struck out."""
    parts = [f"**{plain(money(one.amount_cents))}**", day(one.paid_on), t(f"payment-means-{means_key(one)}")]
    if one.payee.value != "supplier":
        parts.append(t(f"payment-payee-{one.payee.value}"))
    if one.reference:
        parts.append(plain(one.reference))
    said = " · ".join(parts)
    if one.is_cancelled:
        return f"~~{said}~~ · {t('payment-cancelled')}"
    return f"{said} · :green-badge[{t('payment-from-bank')}]" if one.from_bank else said


def means_key(one: PaymentView) -> str:
    """The means of a payment as the keys of sentences spell it."""
    return one.means.value.replace("_", "-")


def typed(cents: int | None) -> str:
    """A kept amount as somebody types it, with its two decimals; empty for None."""
    if cents is None:
        return ""
    euros, rest = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{euros},{rest:02d}"
