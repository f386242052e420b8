"""Read the example's invented devis from `devis.toml`, strictly: no database, only the standard library."""

from dataclasses import dataclass
from pathlib import Path

from examples.reading import Table, known, open_table, unique

Rows = tuple[tuple[str, ...], ...]
LINE, STATED, RIGHT, MARK, CLAUSE = 7, 4, 5, 3, 3


@dataclass(frozen=True, slots=True)
class Supplier:
    """An invented supplier, and how it stands to VAT."""

    name: str
    status: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """What devis of a kind are marked on."""

    kind: str
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Request:
    """An invented request for quotes; `closes_in_days` is negative once its deadline has passed."""

    kind: str
    title: str
    message: str
    copies: str
    days_ago: int
    closes_in_days: int
    suppliers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Devis:
    """An invented devis; cells are what a treasurer types. `copies`: the lot that was selected."""

    supplier: str
    kind: str
    label: str
    number: str
    days_ago: int
    valid_days: int
    rounding: str
    state: str
    copies: int
    reason: str
    note: str
    lines: Rows
    stated: Rows
    rights: Rows
    marks: Rows
    clauses: Rows


@dataclass(frozen=True, slots=True)
class ExampleDevis:
    """All of it."""

    suppliers: tuple[Supplier, ...]
    criteria: tuple[Criterion, ...]
    requests: tuple[Request, ...]
    devis_list: tuple[Devis, ...]


def read_devis(folder: Path) -> ExampleDevis:
    """The devis of an example. Raises ValueError, file named, for a fault."""
    source = open_table(folder / "devis.toml")
    made = ExampleDevis(
        suppliers=tuple(_supplier(one) for one in source.tables("supplier")),
        criteria=tuple(_criterion(one) for one in source.tables("criterion")),
        requests=tuple(_request(one) for one in source.tables("request")),
        devis_list=tuple(_devis(one) for one in source.tables("devis")),
    )
    source.close()
    unique((one.name for one in made.suppliers), "devis.toml")
    unique((one.number for one in made.devis_list), "devis.toml")
    unique((one.kind for one in made.requests), "devis.toml")
    asked = [name for one in made.requests for name in one.suppliers]
    known([*asked, *(one.supplier for one in made.devis_list)], [one.name for one in made.suppliers], "devis.toml")
    return made


def _supplier(entry: Table) -> Supplier:
    made = Supplier(entry.text("name"), entry.text("status"))
    entry.close()
    return made


def _criterion(entry: Table) -> Criterion:
    made = Criterion(entry.text("kind"), entry.text("name"), entry.integer("weight"))
    entry.close()
    return made


def _request(entry: Table) -> Request:
    made = Request(
        kind=entry.text("kind"),
        title=entry.text("title"),
        message=entry.text("message"),
        copies=entry.text("copies", ""),
        days_ago=entry.integer("days_ago"),
        closes_in_days=entry.integer("closes_in_days"),
        suppliers=entry.texts("suppliers"),
    )
    entry.close()
    return made


def _devis(entry: Table) -> Devis:
    made = Devis(
        supplier=entry.text("supplier"),
        kind=entry.text("kind"),
        label=entry.text("label"),
        number=entry.text("number"),
        days_ago=entry.integer("days_ago"),
        valid_days=entry.integer("valid_days"),
        rounding=entry.text("rounding"),
        state=entry.text("state"),
        copies=entry.integer("copies"),
        reason=entry.text("reason", ""),
        note=entry.text("note", ""),
        lines=_rows(entry, "lines", LINE),
        stated=_rows(entry, "stated", STATED),
        rights=_rows(entry, "rights", RIGHT),
        marks=_rows(entry, "marks", MARK),
        clauses=_rows(entry, "clauses", CLAUSE),
    )
    entry.close()
    return made


def _rows(entry: Table, key: str, cells: int) -> Rows:
    rows = entry.rows(key)
    if any(len(row) != cells for row in rows):
        raise entry.fail(f"each of {key!r} has {cells} cells")
    return rows
