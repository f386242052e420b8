"""Words of reading: an electronic invoice as it stands, what is wrong in it, a bank statement and its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class VatGroup:
    """What an invoice says of one rate, in euros: its basis (BT-116), the rate in percent, the tax (BT-117)."""

    category: str
    basis: Decimal
    rate: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedLine:
    """A line, in euros: what it states (BT-131), and what that should come from; a quantity of 0 says nothing."""

    label: str = ""
    stated: Decimal
    quantity: Decimal = Decimal(0)
    price: Decimal = Decimal(0)
    per: Decimal = Decimal(1)
    charges: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectronicInvoice:
    """An invoice as its XML states it, in euros. `line_total` is None in the profiles that have no lines."""

    number: str
    type_code: str
    issued_on: date
    due_on: date | None = None
    currency: str = "EUR"
    seller_name: str = ""
    seller_siret: str = ""
    seller_vat: str = ""
    seller_address: str = ""
    buyer_siren: str = ""
    notes: str = ""
    has_delivery_date: bool = False
    lines: tuple[StatedLine, ...] = ()
    line_total: Decimal | None = None
    charges: Decimal = Decimal(0)
    allowances: Decimal = Decimal(0)
    tax_basis: Decimal
    vat: tuple[VatGroup, ...] = ()
    tax_total: Decimal = Decimal(0)
    grand_total: Decimal
    prepaid: Decimal = Decimal(0)
    rounding: Decimal = Decimal(0)
    due: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule that an invoice breaks, or a doubt: its code, what the invoice states and what comes of it, in euros."""

    code: str
    stated: Decimal = Decimal(0)
    computed: Decimal = Decimal(0)
    where: str = ""


class Mention(StrEnum):
    """What an invoice should say (CGI, annexe II, article 242 nonies A; code de commerce L441-9)."""

    NUMBER = "number"
    SIREN = "siren"
    ADDRESS = "address"
    VAT_NUMBER = "vat_number"
    SUPPLY_DATE = "supply_date"
    EXEMPTION = "exemption"
    LATE_FEES = "late_fees"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One movement of an account, in cents, negative when money leaves. `key` tells it from all others."""

    day: date
    amount_cents: int
    label: str
    reference: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A bank statement. The two balances, in cents, are None where the form of the file does not give them.

    `left_out` counts the lines of a CSV that are too short or have no date, such as totals.
    """

    account: str = ""
    rows: tuple[StatementRow, ...] = ()
    opening_cents: int | None = None
    closing_cents: int | None = None
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where things stand in a CSV statement, as column numbers from 0; None: there is no such column.

    Either one signed `amount`, or `debit` and `credit`. `labels` are joined.
    """

    day: int
    labels: tuple[int, ...]
    amount: int | None = None
    debit: int | None = None
    credit: int | None = None
    reference: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A CSV statement cut in cells: its heads, the rows under them, and what the columns seem to be.

    `short` counts the lines under the heads that have too few cells to be rows.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    proposed: Columns | None = None
    signature: str = field(default="")
    short: int = 0
