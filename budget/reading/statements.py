"""Bank statements in three forms: CSV as French banks export it, OFX, CAMT.053. Limits first; nothing is fetched."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from budget.reading.columns import find_heads, propose_columns
from budget.reading.words import Columns, Sheet, Statement, StatementRow
from budget.reading.xml import open_xml
from workspace.accounts.rules import clean_line
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import half_up, parse_amount

MOST_ROWS = 5_000
LABEL_LENGTH, REFERENCE_LENGTH, ACCOUNT_LENGTH = 300, 140, 60
_OFX_HEAD = re.compile(rb"^\s*(?:OFXHEADER\s*:|<\?xml[^>]*>\s*<\?OFX|<OFX>)", re.IGNORECASE)
_OFX_TAG = re.compile(r"<(/?)([A-Z0-9.]+)>([^<\r\n]*)", re.IGNORECASE)
_SPACED = re.compile("[ \u00a0\u202f\u2009']")
_DATES = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%Y%m%d")


def is_ofx(data: bytes) -> bool:
    """Whether a file says that it is OFX."""
    return bool(_OFX_HEAD.match(data[:2000]))


def decoded(data: bytes) -> str:
    """The text of a file: UTF-8 when it is, else the encoding of Windows, which French banks use."""
    for name in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def read_sheet(data: bytes) -> Sheet:
    """A CSV cut in cells, with what its columns seem to be.

    Raises RuleBroken `error-statement-unreadable` when it has no line of heads with rows under it,
    `error-statement-long`.
    """
    text = decoded(data)
    separator = max(";\t,", key=text[:4000].count)
    try:
        cells = [tuple(one.strip() for one in row) for row in csv.reader(io.StringIO(text), delimiter=separator)]
    except csv.Error:
        raise RuleBroken("error-statement-unreadable") from None
    cells = [row for row in cells if any(row)]
    if len(cells) > MOST_ROWS:
        raise RuleBroken("error-statement-long", maximum=MOST_ROWS)
    place = find_heads(cells)
    if place is None:
        raise RuleBroken("error-statement-unreadable")
    heads = cells[place]
    under = cells[place + 1 :]
    rows = tuple(row for row in under if len(row) >= len(heads) - 1)
    signature = hashlib.sha256("\x1f".join(heads).casefold().encode()).hexdigest()
    return Sheet(
        heads=heads,
        rows=rows,
        proposed=propose_columns(heads, rows),
        signature=signature,
        short=len(under) - len(rows),
    )


def read_csv(sheet: Sheet, columns: Columns) -> Statement:
    """The movements of a CSV under the columns that a person confirmed.

    Raises RuleBroken `error-statement-row` with the row's number for a date or an amount that is none,
    `error-statement-columns` for columns that are not there, `error-statement-empty`.
    """
    width = len(sheet.heads)
    chosen = [columns.day, *columns.labels, columns.amount, columns.debit, columns.credit, columns.reference]
    has_amount = columns.amount is not None or (columns.debit is not None and columns.credit is not None)
    if not columns.labels or not has_amount or any(one is not None and not 0 <= one < width for one in chosen):
        raise RuleBroken("error-statement-columns")
    rows = []
    undated = 0
    for number, cells in enumerate(sheet.rows, start=1):
        row = tuple(cells) + ("",) * (width - len(cells))
        if not row[columns.day]:  # a line of totals under the movements
            undated += 1
            continue
        rows.append(_csv_row(row, columns, number))
    return replace(_statement("", rows, None, None), left_out=sheet.short + undated)


def _csv_row(row: tuple[str, ...], columns: Columns, number: int) -> StatementRow:
    try:
        if columns.amount is not None:
            amount = read_amount(row[columns.amount])
        else:
            debit, credit = row[columns.debit or 0], row[columns.credit or 0]
            amount = (read_amount(credit) if credit else 0) - (abs(read_amount(debit)) if debit else 0)
        day = read_day(row[columns.day])
    except (RuleBroken, ValueError):
        raise RuleBroken("error-statement-row", row=number) from None
    label = " ".join(row[one] for one in columns.labels if row[one])
    reference = row[columns.reference] if columns.reference is not None else ""
    return StatementRow(day=day, amount_cents=amount, label=label, reference=reference)


def read_amount(typed: str) -> int:
    """Cents of an amount as banks write it: a sign before or after, spaces or a point between thousands.

    A file's own habit is known, unlike a person's: a last mark with one or two digits after it is the decimal one.
    Raises RuleBroken.
    """
    plain = _SPACED.sub("", typed).replace("\u2212", "-").removesuffix("€").removesuffix("EUR")
    if plain.endswith(("-", "+")):
        plain = plain[-1] + plain[:-1]
    whole, mark, decimals = plain.replace(",", ".").rpartition(".")
    if mark and len(decimals) <= 2:  # noqa: PLR2004 the cents
        plain = f"{whole.replace('.', '')}.{decimals}"
    return parse_amount(plain.removeprefix("+"))


def read_day(typed: str) -> date:
    """A day as banks write it, the day before the month. Raises ValueError."""
    for form in _DATES:
        try:
            return datetime.strptime(typed.strip()[:10], form).date()  # noqa: DTZ007 a day has no zone
        except ValueError:
            continue
    raise ValueError(typed)


def read_ofx(data: bytes) -> Statement:
    """The movements of one account in OFX, whose tags may stay open (1.x) or close as XML (2.x).

    Raises RuleBroken `error-statement-damaged`, `error-statement-accounts` for several accounts in one file,
    `error-statement-currency`, `error-statement-empty`, `error-statement-long`.
    """
    if re.search(rb"<!\s*(?:DOCTYPE|ENTITY)", data, re.IGNORECASE):
        raise RuleBroken("error-xml-entities")
    found: list[dict[str, str]] = []
    outside: dict[str, str] = {}
    inside: dict[str, str] | None = None
    for closing, name, value in _OFX_TAG.findall(decoded(data)):
        tag = name.upper()
        if tag == "STMTTRN":
            inside = None if closing else {}
            found += [inside] if inside is not None else []
        elif not closing and value.strip():
            (outside if inside is None else inside).setdefault(tag, _unescaped(value))
            if inside is None and tag == "ACCTID" and outside[tag] != _unescaped(value):
                raise RuleBroken("error-statement-accounts")
    if len(found) > MOST_ROWS:
        raise RuleBroken("error-statement-long", maximum=MOST_ROWS)
    if outside.get("CURDEF", "EUR") != "EUR":
        raise RuleBroken("error-statement-currency", currency=outside["CURDEF"])
    try:
        rows = [_ofx_row(one) for one in found]
        closing_cents = read_amount(outside["BALAMT"]) if "BALAMT" in outside else None
    except (KeyError, ValueError, RuleBroken):
        raise RuleBroken("error-statement-damaged") from None
    return _statement(outside.get("ACCTID", ""), rows, None, closing_cents)


def _ofx_row(one: dict[str, str]) -> StatementRow:
    parts = [one.get("NAME", ""), one.get("MEMO", "")]
    label = " ".join(part for place, part in enumerate(parts) if part and part not in parts[:place])
    return StatementRow(
        day=read_day(one["DTPOSTED"][:8]),
        amount_cents=read_amount(one["TRNAMT"]),
        label=label,
        reference=one.get("FITID", ""),
    )


def _unescaped(value: str) -> str:
    for sign, plain in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")):
        value = value.replace(sign, plain)
    return value.strip()


def read_camt(data: bytes) -> Statement:
    """The movements of one account in CAMT.053 (ISO 20022), any of its versions; a batch is one movement.

    Raises RuleBroken `error-xml-…`, `error-statement-not-camt`, `error-statement-accounts`,
    `error-statement-unbalanced` when the balances and the movements do not agree, `error-statement-currency`,
    `error-statement-empty`, `error-statement-long`.
    """
    root = open_xml(data)
    statements = root.findall("./{*}BkToCstmrStmt/{*}Stmt")
    if not statements:
        raise RuleBroken("error-statement-not-camt")
    if len(statements) > 1:
        raise RuleBroken("error-statement-accounts")
    statement = statements[0]
    entries = statement.findall("{*}Ntry")
    if len(entries) > MOST_ROWS:
        raise RuleBroken("error-statement-long", maximum=MOST_ROWS)
    try:
        rows = [_camt_row(one) for one in entries if not _is_pending(one)]
        balances = {_said(one, "{*}Tp/{*}CdOrPrtry/{*}Cd"): _camt_cents(one) for one in statement.findall("{*}Bal")}
    except ValueError:
        raise RuleBroken("error-statement-damaged") from None
    account = _said(statement, "{*}Acct/{*}Id/{*}IBAN") or _said(statement, "{*}Acct/{*}Id/{*}Othr/{*}Id")
    opening = balances.get("OPBD", balances.get("PRCD"))
    return _statement(account, rows, opening, balances.get("CLBD"))


def _is_pending(entry: Any) -> bool:
    """Told by the bank before it is sure; it comes again once it is booked."""
    return "PDNG" in {_said(entry, "{*}Sts"), _said(entry, "{*}Sts/{*}Cd")}


def _camt_row(entry: Any) -> StatementRow:
    words = [one.text or "" for one in entry.iterfind(".//{*}RmtInf/{*}Ustrd")]
    words = words or [_said(entry, "{*}AddtlNtryInf")]
    others = [
        one.text or ""
        for path in ("Cdtr", "Dbtr")
        for one in entry.iterfind(f".//{{*}}RltdPties/{{*}}{path}//{{*}}Nm")
    ]
    typed = _said(entry, "{*}BookgDt/{*}Dt") or _said(entry, "{*}BookgDt/{*}DtTm") or _said(entry, "{*}ValDt/{*}Dt")
    reference = _said(entry, "{*}AcctSvcrRef") or _said(entry, "{*}NtryDtls/{*}TxDtls/{*}Refs/{*}AcctSvcrRef")
    return StatementRow(
        day=read_day(typed), amount_cents=_camt_cents(entry), label=" ".join([*others, *words]), reference=reference
    )


def _camt_cents(node: Any) -> int:
    """The amount of a movement or a balance, negative when it is a debit. Raises ValueError, RuleBroken."""
    amount = node.find("{*}Amt")
    typed = (amount.text or "").strip() if amount is not None else ""
    if not re.fullmatch(r"\d{1,12}(?:\.\d{1,5})?", typed):
        raise ValueError(typed)
    if amount.get("Ccy", "EUR") != "EUR":
        raise RuleBroken("error-statement-currency", currency=amount.get("Ccy", ""))
    cents = half_up(Decimal(typed) * 100)
    return -cents if _said(node, "{*}CdtDbtInd") == "DBIT" else cents


def _said(node: Any, path: str) -> str:
    found = node.find(path)
    return "" if found is None else " ".join((found.text or "").split())


def _statement(
    account: str, rows: Iterable[StatementRow], opening_cents: int | None, closing_cents: int | None
) -> Statement:  # fmt: skip
    """A statement whose rows are cleaned and keyed, once its balances agree with them."""
    said = _line(account, ACCOUNT_LENGTH).replace(" ", "")
    cleaned = [
        replace(one, label=_line(one.label, LABEL_LENGTH), reference=_line(one.reference, REFERENCE_LENGTH))
        for one in rows
        if one.amount_cents
    ]
    if not cleaned:
        raise RuleBroken("error-statement-empty")
    total = sum(one.amount_cents for one in cleaned)
    if opening_cents is not None and closing_cents is not None and opening_cents + total != closing_cents:
        off = closing_cents - opening_cents - total
        raise RuleBroken(
            "error-statement-unbalanced", opening_cents=opening_cents, total_cents=total,
            closing_cents=closing_cents, off_cents=abs(off),
        )  # fmt: skip
    return Statement(
        account=said, rows=tuple(_keyed(said, cleaned)), opening_cents=opening_cents, closing_cents=closing_cents
    )


def _keyed(account: str, rows: list[StatementRow]) -> list[StatementRow]:
    """Each row with its key: its day, its amount, the bank's reference on this account or else its words, its rank.

    A reference alone is not enough: some banks write the same one (a mandate, a kind of operation) month after month.
    """
    seen: Counter[tuple[object, ...]] = Counter()
    keyed = []
    for one in rows:
        own = (account, one.reference) if one.reference else ("", one.label)
        known = (one.day, one.amount_cents, *own)
        seen[known] += 1
        # A bank that gives one reference to two movements of a file gives two movements all the same.
        said = "\x1f".join(str(part) for part in (*known, seen[known]))
        keyed.append(replace(one, key=hashlib.sha256(said.encode()).hexdigest()))
    return keyed


def _line(text: str, maximum: int) -> str:
    return clean_line(text[: 4 * maximum], maximum=4 * maximum, required=False)[:maximum]
