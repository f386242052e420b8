"""What is taken away: tables that compute nothing, both forms, entries for Paheko, a statement that is a PDF."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from lxml import etree
from pypdf import PdfReader
from sqlalchemy import update

from budget.connections import connect
from budget.envelope.export import export_envelope
from budget.ledger.export import export_year
from budget.ledger.store import enter
from budget.ledger.words import Movement
from budget.spending import commitments
from budget.tables import Form, Money, Table, csv_file, xlsx_file
from db.models import BudgetLine, FeeReceipt, Supplier
from db.session import unit_of_work
from tests.integration.budget.contribution_rows import make_given
from tests.integration.budget.rows import add_envelope, add_supplier
from tests.integration.budget.test_commitments import add_invoice
from tests.integration.fiches.world import World
from workspace.kernel.errors import NotFound

LIVE = '=HYPERLINK("http://exemple.invalid")'


@pytest.fixture
def envelope_id(world: World) -> UUID:
    """An envelope on which a formula was typed wherever one can type."""
    with unit_of_work() as session:
        line = add_envelope(session, world.group_id)
        line.label = LIVE
        supplier = add_supplier(session, world.group_id, LIVE)
        place, envelope = (line.id, supplier.id), line.envelope_id
    made = commitments.propose_commitment(
        world.people["treasurer"], line_id=place[0], supplier_id=place[1], label=LIVE, amount_cents=49_950,
        reason="@SUM(1)",
    )  # fmt: skip
    add_invoice(world, place, 12_345, made)
    add_invoice(world, place, -45)
    with unit_of_work() as session:
        moved = Movement(
            kind="invoice", object_id=uuid4(), label=LIVE, day=date(2026, 11, 22), debit="6236", credit="401",
            amount_cents=123_456,
        )  # fmt: skip
        enter(session, world.group_id, moved)
    return envelope


def rows_of(data: bytes, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=delimiter))


def sheets_of(data: bytes) -> list[list[list[tuple[str, str]]]]:
    """Each sheet as rows of (kind, value); a cell with a formula is of kind `f`."""
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        words = [
            "".join(one.itertext())
            for one in etree.fromstring(book.read("xl/sharedStrings.xml")).findall("x:si", space)
        ]
        names = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
        pages = [etree.fromstring(book.read(name)) for name in names]

    def cell(one: etree._Element) -> tuple[str, str]:
        if one.find("x:f", space) is not None:
            return "f", ""
        value = one.findtext("x:v", "", space)
        return ("s", words[int(value)]) if one.get("t") == "s" else ("n", value)

    return [
        [[cell(one) for one in row.findall("x:c", space)] for row in page.iterfind("x:sheetData/x:row", space)]
        for page in pages
    ]


def test_forms_differ_in_marks_only() -> None:
    table = Table("x", ("Jour", "Montant"), ((date(2026, 11, 22), Money(-123_405)),))
    assert rows_of(csv_file("x", table, Form.FRENCH).data, ";")[1] == ["22/11/2026", "-1234,05"]
    assert rows_of(csv_file("x", table, Form.INTERNATIONAL).data, ",")[1] == ["2026-11-22", "-1234.05"]


def test_workbook_holds_numbers_and_days() -> None:
    table = Table("x", ("Texte", "Jour", "Montant"), (("=1+1", date(2026, 11, 22), Money(-5)),))
    (page,) = sheets_of(xlsx_file("x", (table,), Form.FRENCH).data)
    # A day of a workbook is a number: the days since the last of 1899.
    assert page[1] == [("s", "=1+1"), ("n", "46348"), ("n", "-0.05")]


@pytest.mark.parametrize("form", Form)
def test_nothing_that_was_typed_is_computed(world: World, envelope_id: UUID, form: Form) -> None:
    who = world.people["observer"]
    mark = ";" if form is Form.FRENCH else ","
    for file in (export_envelope(who, envelope_id, "csv", form), export_year(who, 2026, "csv", form)):
        cells = [cell for row in rows_of(file.data, mark) for cell in row]
        assert any("HYPERLINK" in cell for cell in cells)
        numbers = re.compile(r"-?[0-9]+[.,][0-9]{2}")
        assert [one for one in cells if one.startswith(("=", "+", "-", "@")) and not numbers.fullmatch(one)] == []
    for file in (export_envelope(who, envelope_id, "xlsx", form), export_year(who, 2026, "xlsx", form)):
        assert {kind for page in sheets_of(file.data) for row in page for kind, _ in row} == {"s", "n"}


def test_amounts_of_the_export_are_those_of_the_envelope(world: World, envelope_id: UUID) -> None:
    data = export_envelope(world.people["partner"], envelope_id, "csv", Form.INTERNATIONAL).data
    rows = rows_of(data, ",")[1:]
    assert sorted(row[-1] for row in rows) == ["-0.45", "123.45", "499.50"]
    lines = sheets_of(export_envelope(world.people["partner"], envelope_id, "xlsx", Form.FRENCH).data)[0][1]
    assert [value for _, value in lines[1:]] == ["6236", "3000", "4000", "0", "123", "376.05", "3500.95"]


def test_what_structures_brought_is_taken_away_too(world: World, envelope_id: UUID) -> None:
    connect()
    with unit_of_work() as session:
        make_given(session, world.group_id, world.b, None, "Apeas")
        session.execute(update(FeeReceipt).values(received_on=date(2026, 11, 20)))
    brought = {"Contribution pledged", "Contribution received", "Fee received", "In kind (counted apart)"}
    who = replace(world.people["partner"], locale="en")
    rows = rows_of(export_envelope(who, envelope_id, "csv", Form.INTERNATIONAL).data, ",")[1:]
    told = sorted((row[1], row[3], row[4], row[-1]) for row in rows if row[1] in brought)
    assert told == [
        ("Contribution pledged", "7551", "Apeas", "100.00"),
        ("Contribution pledged", "7551", "Apeas", "200.00"),
        ("Contribution received", "7551", "Apeas", "50.00"),
        ("Fee received", "756", "Apeas", "10.00"),
        ("In kind (counted apart)", "875", "Apeas", "120.20"),
    ]
    sheet = sheets_of(export_envelope(who, envelope_id, "xlsx", Form.INTERNATIONAL).data)[2]
    assert len(sheet) == 1 + len(told)


def test_entries_for_paheko_have_its_columns(world: World, envelope_id: UUID) -> None:
    head, row = rows_of(export_year(world.people["treasurer"], 2026, "paheko.csv", Form.INTERNATIONAL).data, ";")
    assert len(head) == len(row) == 13
    told = dict(zip(head, row, strict=True))
    assert told["Numéro d'écriture"] == ""
    assert (told["Date"], told["Compte de débit"], told["Compte de crédit"], told["Montant"]) == (
        "22/11/2026",
        "6236",
        "401",
        "1234,56",
    )


@pytest.mark.parametrize("language", ["fr", "en"])
def test_statement_is_a_pdf_that_tells_the_position(world: World, envelope_id: UUID, language: str) -> None:
    who = replace(world.people["observer"], locale=language)
    file = export_envelope(who, envelope_id, "pdf", Form.FRENCH)
    reader = PdfReader(io.BytesIO(file.data))
    said = " ".join(page.extract_text() for page in reader.pages).replace("\u202f", " ").replace("\u00a0", " ")
    assert ("Relevé de l’opération" if language == "fr" else "Statement of the operation") in said
    assert ("3 500,95 €" if language == "fr" else "€3,500.95") in said
    assert LIVE in said
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_statement_stands_an_emoji(world: World, envelope_id: UUID) -> None:
    with unit_of_work() as session:
        session.query(BudgetLine).one().label = "Fête 🎉"
        session.query(Supplier).one().name = "🎈"
    assert export_envelope(world.people["observer"], envelope_id, "pdf", Form.FRENCH).data.startswith(b"%PDF")


def test_others_get_nothing(world: World, envelope_id: UUID) -> None:
    with pytest.raises(NotFound):
        export_envelope(world.people["stranger"], envelope_id, "csv", Form.FRENCH)
    with pytest.raises(NotFound):
        export_envelope(world.people["partner"], envelope_id, "exe", Form.FRENCH)
    with pytest.raises(NotFound):
        export_year(world.people["partner"], 2026, "exe", Form.FRENCH)
