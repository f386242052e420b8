"""A table as a file: CSV and XLSX, in which no cell is ever a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import xlsxwriter

# A spreadsheet runs what begins so; an apostrophe before it makes it text (OWASP, CSV injection).
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
WIDTHS = (8, 12, 14)
WIDTH = 40
NAME_LENGTH = 31  # the format's own limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table to take away: a heading and rows of plain text or whole numbers."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def harmless(cell: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0\u202f").startswith(FORMULA_SIGNS):
        return f"'{cell}"
    return cell


def csv_bytes(sheet: Sheet) -> bytes:
    """Semicolons and a byte-order mark, so that a French spreadsheet opens it as it is."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in sheet.head])
    writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def xlsx_bytes(sheet: Sheet) -> bytes:
    """A workbook of one sheet: text is written as text whatever it begins with, so nothing is guessed."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet(sheet.name[:NAME_LENGTH])
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(sheet.head):
        page.set_column(column, column, WIDTHS[column] if column < len(WIDTHS) else WIDTH)
        page.write_string(0, column, name, strong)
    for line, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(line, column, cell, wrapped)
            else:
                page.write_string(line, column, cell, wrapped)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.head) - 1)
    book.close()
    return out.getvalue()
