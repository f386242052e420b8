"""Read the example's envelope from `budget.toml`, strictly: no database, only the standard library."""

from dataclasses import dataclass
from pathlib import Path

from examples.reading import Table, known, open_table, unique


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the envelope; amounts in cents."""

    key: str
    kind: str
    label: str
    account: str
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Supplier:
    """An invented supplier, and how it stands to VAT."""

    key: str
    name: str
    status: str


@dataclass(frozen=True, slots=True)
class Commitment:
    """An invented commitment in cents; the first who approves it is who proposed it."""

    line: str
    supplier: str
    label: str
    amount: int
    reason: str
    days_ago: int
    approved_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """The envelope with all that stands on it; amounts in cents."""

    title: str
    minimum: int
    maximum: int
    two_approvals_from: int
    source: str
    lines: tuple[Line, ...]
    suppliers: tuple[Supplier, ...]
    commitments: tuple[Commitment, ...]


def read_budget(folder: Path, people: tuple[str, ...]) -> Envelope:
    """The envelope of an example. Raises ValueError, file named, for a fault."""
    source = open_table(folder / "budget.toml")
    head = source.table("envelope")
    if head is None:
        raise source.fail("no 'envelope'")
    made = Envelope(
        title=head.text("title"),
        minimum=head.integer("minimum"),
        maximum=head.integer("maximum"),
        two_approvals_from=head.integer("two_approvals_from"),
        source=head.text("source"),
        lines=tuple(_line(one) for one in source.tables("line")),
        suppliers=tuple(_supplier(one) for one in source.tables("supplier")),
        commitments=tuple(_commitment(one) for one in source.tables("commitment")),
    )
    head.close()
    source.close()
    where = "budget.toml"
    unique((one.key for one in made.lines), where)
    unique((one.key for one in made.suppliers), where)
    known([one.line for one in made.commitments], [one.key for one in made.lines], where)
    known([one.supplier for one in made.commitments], [one.key for one in made.suppliers], where)
    known([who for one in made.commitments for who in one.approved_by], people, where)
    return made


def _line(entry: Table) -> Line:
    made = Line(
        key=entry.text("key"),
        kind=entry.text("kind"),
        label=entry.text("label"),
        account=entry.text("account"),
        minimum=entry.integer("minimum"),
        maximum=entry.integer("maximum"),
    )
    entry.close()
    return made


def _supplier(entry: Table) -> Supplier:
    made = Supplier(key=entry.text("key"), name=entry.text("name"), status=entry.text("status"))
    entry.close()
    return made


def _commitment(entry: Table) -> Commitment:
    made = Commitment(
        line=entry.text("line"),
        supplier=entry.text("supplier"),
        label=entry.text("label"),
        amount=entry.integer("amount"),
        reason=entry.text("reason"),
        days_ago=entry.integer("days_ago"),
        approved_by=entry.texts("approved_by"),
    )
    entry.close()
    return made
