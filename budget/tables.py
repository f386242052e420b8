"""Tables as files: CSV and XLSX, in the French form or the international one. No cell is ever a formula.

French: semicolons, decimal commas, 22/11/2026. International: commas, decimal points, 2026-11-22. In a workbook,
amounts and days are numbers and dates, so that they add up and sort there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import xlsxwriter

from workspace.kernel.handout import CSV, XLSX, Handout
from workspace.kernel.sheets import harmless

WIDTHS = {"money": 14, "day": 12, "text": 28}
NAME_LENGTH = 31  # the format's own limit


class Form(StrEnum):
    """How numbers and days are written."""

    FRENCH = "fr"
    INTERNATIONAL = "international"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a cell, in cents."""

    cents: int


Cell = str | int | Money | date


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the heads of its columns."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def csv_file(stem: str, table: Table, form: Form) -> Handout:
    """One table as text, with the mark that lets a spreadsheet read its accents."""
    out = io.StringIO(newline="")
    french = form is Form.FRENCH
    writer = csv.writer(out, delimiter=";" if french else ",", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([harmless(one) for one in table.head])
    writer.writerows([_written(cell, french=french) for cell in row] for row in table.rows)
    return Handout(name=f"{stem}.csv", media_type=CSV, data=b"\xef\xbb\xbf" + out.getvalue().encode())


def _written(cell: Cell, *, french: bool) -> str | int:
    if isinstance(cell, Money):
        sign, (euros, rest) = "-" if cell.cents < 0 else "", divmod(abs(cell.cents), 100)
        return f"{sign}{euros}{',' if french else '.'}{rest:02d}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}" if french else cell.isoformat()
    return harmless(cell)


def xlsx_file(stem: str, tables: Sequence[Table], form: Form) -> Handout:
    """A workbook, a sheet a table. Text is written as text whatever it begins with."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    money = book.add_format({"num_format": "#,##0.00", "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy" if form is Form.FRENCH else "yyyy-mm-dd", "valign": "top"})
    for table in tables:
        page = book.add_worksheet(table.name[:NAME_LENGTH])
        for column, head in enumerate(table.head):
            page.write_string(0, column, head, strong)
            page.set_column(column, column, _width(table, column))
        for line, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, Money):
                    page.write_number(line, column, cell.cents / 100, money)
                elif isinstance(cell, date):
                    page.write_datetime(line, column, cell, day)
                elif isinstance(cell, int):
                    page.write_number(line, column, cell, wrapped)
                else:
                    page.write_string(line, column, cell, wrapped)
        page.freeze_panes(1, 0)
    book.close()
    return Handout(name=f"{stem}.xlsx", media_type=XLSX, data=out.getvalue())


def _width(table: Table, column: int) -> int:
    first = table.rows[0][column] if table.rows else ""
    kind = "money" if isinstance(first, Money | int) else "day" if isinstance(first, date) else "text"
    return WIDTHS[kind]
