"""The ledger: numbered in order, chained; a change behind its back is found; years close and open again."""

from __future__ import annotations

import random
from datetime import date
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from budget.__main__ import main
from budget.ledger import queries, service
from budget.ledger.export import export_year
from budget.ledger.store import enter
from budget.ledger.words import Break, Fault, Movement
from budget.tables import Form
from db.models import LedgerYear
from db.session import engine, is_sqlite, reading, unit_of_work
from tests.integration.fiches.world import World
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken

TRIES = 40


def write(group_id: UUID, count: int, day: date = date(2025, 6, 1)) -> None:
    """Entries of 1, 2, 3… cents on a day."""
    with unit_of_work() as session:
        for cents in range(1, count + 1):
            moved = Movement(
                kind="payment",
                object_id=uuid4(),
                label="Élan « print »",
                day=day,
                debit="401",
                credit="512",
                amount_cents=cents,
            )
            enter(session, group_id, moved)


def broken(group_id: UUID) -> Break | None:
    with reading() as session:
        return queries.check_group(session, group_id, "").broken


def behind_the_back(*statements: str, **values: object) -> None:
    """Write past the triggers, as somebody with the database's own tools would."""
    with engine().execution_options(writes=True).begin() as connection:
        if is_sqlite():
            kept = connection.execute(
                text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_entry'")
            ).all()
            for name, _ in kept:
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("ALTER TABLE ledger_entry DISABLE TRIGGER USER"))
        for statement in statements:
            connection.execute(text(statement), values)
        if is_sqlite():
            for _, made in kept:
                connection.execute(text(made))
        else:
            connection.execute(text("ALTER TABLE ledger_entry ENABLE TRIGGER USER"))


def test_triggers_refuse_what_people_try_first(world: World) -> None:
    write(world.group_id, 2)
    for statement in ("UPDATE ledger_entry SET amount_cents = 9", "DELETE FROM ledger_entry"):
        with pytest.raises(Exception, match="cannot be changed"), unit_of_work() as session:
            session.execute(text(statement))


COLUMNS = {
    "label": "'autre'",
    "amount_cents": "amount_cents + 1",
    "debit": "'402'",
    "credit": "'530'",
    "kind": "'gift'",
    "day": "'2025-06-02'",
    "hash": "previous_hash",
    "previous_hash": "hash",
}


@pytest.mark.parametrize("column", COLUMNS)
def test_changed_entry_is_found(world: World, column: str) -> None:
    write(world.group_id, 6)
    assert broken(world.group_id) is None
    behind_the_back(f"UPDATE ledger_entry SET {column} = {COLUMNS[column]} WHERE number = 4")
    assert broken(world.group_id) == Break(fault=Fault.ENTRY, at=4)


@pytest.mark.parametrize("number", range(1, 7))
def test_removed_entry_is_found_even_the_last(world: World, number: int) -> None:
    write(world.group_id, 6)
    behind_the_back("DELETE FROM ledger_entry WHERE number = :number", number=number)
    expected = Break(fault=Fault.END, at=5) if number == 6 else Break(fault=Fault.ENTRY, at=number)
    assert broken(world.group_id) == expected


def test_inserted_and_swapped_entries_are_found(world: World) -> None:
    write(world.group_id, 4)
    copy = (
        "INSERT INTO ledger_entry (group_id, number, at, day, kind, object_id, label, debit, credit, amount_cents,"
        " previous_hash, hash) SELECT group_id, 5, at, day, kind, object_id, label, debit, credit, amount_cents,"
        " hash, hash FROM ledger_entry WHERE number = 4"
    )
    behind_the_back(copy)
    assert broken(world.group_id) == Break(fault=Fault.ENTRY, at=5)
    behind_the_back(
        "DELETE FROM ledger_entry WHERE number = 5",
        "UPDATE ledger_entry SET number = 90 WHERE number = 2",
        "UPDATE ledger_entry SET number = 2 WHERE number = 3",
        "UPDATE ledger_entry SET number = 3 WHERE number = 90",
    )
    assert broken(world.group_id) == Break(fault=Fault.ENTRY, at=2)


def test_anything_anywhere_is_found(world: World) -> None:
    """A change or a removal at random, undone by a copy each time."""
    write(world.group_id, 12)
    draw = random.Random(TRIES)  # noqa: S311 the same tries each time
    table = "CREATE TABLE kept AS SELECT * FROM ledger_entry"
    behind_the_back(table)
    for _ in range(TRIES):
        number = draw.randint(1, 12)
        column = draw.choice([*COLUMNS, ""])
        act = f"UPDATE ledger_entry SET {column} = {COLUMNS[column]}" if column else "DELETE FROM ledger_entry"
        behind_the_back(f"{act} WHERE number = {number}")
        assert broken(world.group_id) is not None, (number, column)
        behind_the_back("DELETE FROM ledger_entry", "INSERT INTO ledger_entry SELECT * FROM kept")
        assert broken(world.group_id) is None


def test_closed_year_takes_nothing_more_until_it_is_open_again(world: World) -> None:
    who = world.people["treasurer"]
    write(world.group_id, 3)
    service.close_year(who, 2025)
    with pytest.raises(RuleBroken, match="error-year-closed"):
        write(world.group_id, 1)
    with pytest.raises(RuleBroken, match="error-year-closed"):
        service.close_year(who, 2025)
    write(world.group_id, 1, date(2026, 1, 2))
    view = service.view_ledger(world.people["observer"], 2025)
    assert [(one.year, one.count) for one in view.years] == [(2026, 1), (2025, 3)]
    assert (view.shown.closed_by, view.abilities.may_reopen) == ("Pierre", False)
    assert [(one.account, one.debit_cents, one.credit_cents) for one in view.balances] == [
        ("401", 6, 0),
        ("512", 0, 6),
    ]
    with pytest.raises(RuleBroken, match="error-empty"):
        service.reopen_year(who, 2025, " ")
    service.reopen_year(who, 2025, "Facture oubliée")
    write(world.group_id, 1)
    shown = service.view_ledger(who, 2025).shown
    assert (shown.count, shown.closed_at, shown.reason) == (4, None, "Facture oubliée")
    with pytest.raises(RuleBroken, match="error-year-open"):
        service.reopen_year(who, 2025, "encore")
    service.close_year(who, 2025)
    assert broken(world.group_id) is None


def test_seal_finds_a_chain_made_anew_and_an_entry_slipped_in(world: World) -> None:
    write(world.group_id, 2)
    service.close_year(world.people["treasurer"], 2025)
    with unit_of_work() as session:
        year = session.get_one(LedgerYear, (world.group_id, 2025))
        closed_at, year.closed_at = year.closed_at, None
    write(world.group_id, 1)
    with unit_of_work() as session:
        session.get_one(LedgerYear, (world.group_id, 2025)).closed_at = closed_at
    assert broken(world.group_id) == Break(fault=Fault.CLOSED, at=3)
    behind_the_back(
        "DELETE FROM ledger_entry WHERE number = 3",
        "UPDATE ledger_head SET number = 2, hash = (SELECT hash FROM ledger_entry WHERE number = 2)",
        "UPDATE ledger_year SET seal = 'x'",
    )
    assert broken(world.group_id) == Break(fault=Fault.SEAL, at=2025)


def test_broken_chain_is_not_sealed(world: World) -> None:
    write(world.group_id, 2)
    behind_the_back("UPDATE ledger_entry SET label = 'x' WHERE number = 1")
    with pytest.raises(RuleBroken, match="error-ledger-broken"):
        service.close_year(world.people["treasurer"], 2025)


def test_who_may_close(world: World) -> None:
    for act in (lambda who: service.close_year(who, 2025), lambda who: service.reopen_year(who, 2025, "x")):
        for who in ("partner", "observer"):
            with pytest.raises(NotAllowed):
                act(world.people[who])
    with pytest.raises(RuleBroken, match="error-year-not-over"):
        service.close_year(world.people["treasurer"], 2090)


def test_command_checks_every_group(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    write(world.group_id, 3)
    write(world.other_group_id, 2)
    assert main(["check"]) == 0
    assert "Accompagner 13 : chaîne entière, 3 écritures" in capsys.readouterr().out.replace("\u00a0", " ")
    group = world.other_group_id.hex if is_sqlite() else str(world.other_group_id)
    behind_the_back("DELETE FROM ledger_entry WHERE number = 2 AND group_id = :group", group=group)
    assert main(["check"]) == 1
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Autre : chaîne rompue" in said
    assert "s’arrête au n° 1" in said


@pytest.mark.parametrize("year", [0, 1899, 2200, 10_000])
def test_year_that_no_books_are_kept_in_is_not_found(world: World, year: int) -> None:
    who = world.people["treasurer"]
    with pytest.raises(NotFound):
        export_year(who, year, "csv", Form.FRENCH)
    with pytest.raises(NotFound):
        service.close_year(who, year)
    assert year not in [one.year for one in service.view_ledger(who, year).years]
