"""Taking a year of the ledger away: for a spreadsheet, or for Paheko."""

from __future__ import annotations

from budget.ledger import queries, rules
from budget.ledger.words import Entry
from budget.ledger.words import LedgerOperation as Op
from budget.tables import Cell, Form, Money, Table, csv_file, xlsx_file
from db.session import reading
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.handout import Handout
from workspace.kernel.messages import translate
from workspace.kernel.rights import Target, require

# The columns of Paheko's simple form (Accounting/Export.php, version 1.3.22), in its own words.
PAHEKO = (
    "Numéro d'écriture", "Type", "Statut", "Libellé", "Date", "Remarques", "Numéro pièce comptable",
    "Référence paiement", "Compte de débit", "Compte de crédit", "Montant", "Projet analytique", "Membres associés",
)  # fmt: skip
PAHEKO_TYPE = "Avancé"


def export_year(actor: Actor, year: int, target: str, form: Form) -> Handout:
    """The entries of a year as `csv`, `xlsx` or `paheko.csv`. Raises NotFound for another target or no such year."""
    require(rules.POLICIES[Op.EXPORT], actor, Target(group_id=actor.group_id))
    rules.check_year(year)
    with reading() as session:
        entries = queries.list_entries(session, group_of(actor), year)
    stem = f"ecritures-{year}"
    if target == "paheko.csv":
        return csv_file(f"{stem}-paheko", _paheko(entries), Form.FRENCH)
    if target not in {"csv", "xlsx"}:
        raise NotFound
    table = _table(entries, actor.locale)
    return csv_file(stem, table, form) if target == "csv" else xlsx_file(stem, (table,), form)


def _table(entries: tuple[Entry, ...], language: str) -> Table:
    def say(key: str) -> str:
        return translate(language, key)

    head = (
        say("ledger-number"), say("budget-date"), say("ledger-label"), say("ledger-debit"), say("ledger-credit"),
        say("budget-amount"), say("ledger-fingerprint"),
    )  # fmt: skip
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.number,
            one.movement.day,
            one.movement.label,
            one.movement.debit,
            one.movement.credit,
            Money(one.movement.amount_cents),
            one.hash,
        )
        for one in entries
    )
    return Table(say("ledger-entries"), head, rows)


def _paheko(entries: tuple[Entry, ...]) -> Table:
    """The number is left out: Paheko takes a number for one of its own entries and writes over it."""
    return Table(
        "Paheko",
        PAHEKO,
        tuple(
            (
                "", PAHEKO_TYPE, "", one.movement.label, one.movement.day, f"Chemise n° {one.number}", "", "",
                one.movement.debit, one.movement.credit, Money(one.movement.amount_cents), "", "",
            )
            for one in entries
        ),
    )  # fmt: skip
