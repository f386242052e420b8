"""Rows that were there before an update are there after it, whole, in both databases; and after going back."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, Table, text

from db.migrate import alembic_config
from db.session import make_engine
from tests.conftest import ENGINES
from tests.shelf import with_database

FIRST = "0009_specification"
FORGETS = {"find_entry"}  # 0012 empties it on purpose: the server fills it again
NOT_OURS = ("alembic_version", "find_index", "sqlite_")
AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
MADE: tuple[tuple[type[Any], Callable[[], Any]], ...] = (
    (sa.Uuid, uuid.uuid4),
    (sa.Boolean, lambda: False),
    (sa.Integer, lambda: 1),
    (sa.DateTime, lambda: AT),
    (sa.Date, AT.date),
    (sa.LargeBinary, lambda: b"x"),
    (sa.JSON, list),
    (sa.String, lambda: "x"),
)
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=ENGINES)
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database that no migration has seen."""
    if request.param == "sqlite":
        made = make_engine(f"sqlite:///{tmp_path / 'bare.db'}")
        yield made
        made.dispose()
        return
    admin, url = request.getfixturevalue("postgres_server")
    name = f"t_{uuid.uuid4().hex}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    made = make_engine(with_database(url, name))
    yield made
    made.dispose()
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


def names(engine: Engine) -> list[str]:
    """The tables of now."""
    return [one for one in sa.inspect(engine).get_table_names() if not one.startswith(NOT_OURS)]


def read(engine: Engine) -> Rows:
    """Every row of every table as the driver gives it, by column."""
    found = {name: sa.select(sa.text("*")).select_from(sa.table(name)) for name in names(engine)}
    with engine.connect() as connection:
        return {name: [dict(row._mapping) for row in connection.execute(one)] for name, one in found.items()}


def fill(engine: Engine) -> None:
    """One row in each table that has none, each pointing at the others' rows."""
    empty = [name for name, rows in read(engine).items() if not rows]
    if not empty:
        return
    found = MetaData()
    found.reflect(engine, only=empty)
    with engine.execution_options(writes=True).begin() as connection:
        for table in found.sorted_tables:
            if table.name in empty:
                values = {column.name: _value(connection, table, column) for column in table.columns}
                connection.execute(table.insert().values(values))


def _value(connection: Connection, table: Table, column: sa.Column[Any]) -> Any:
    for key in column.foreign_keys:
        if key.column.table is not table:
            return connection.execute(sa.select(key.column).limit(1)).scalar()
    if column.nullable:
        return None
    if isinstance(column.type, sa.CHAR):  # as SQLite keeps an identifier
        return uuid.uuid4().hex
    return next(make() for kind, make in MADE if isinstance(column.type, kind))


def check_kept(before: Rows, after: Rows, step: str) -> None:
    """What both revisions know of is the same in both."""
    for name, rows in before.items():
        if name not in after or name in FORGETS:
            continue
        assert len(after[name]) == len(rows), f"{step}: rows of {name}"
        for one, other in zip(rows, after[name], strict=True):
            both = one.keys() & other.keys()
            assert {key: one[key] for key in both} == {key: other[key] for key in both}, f"{step}: {name}"


def steps() -> list[str]:
    """The revisions after the first that is tried, in order."""
    script = ScriptDirectory.from_config(alembic_config(sa.create_engine("sqlite://")))
    known = [one.revision for one in script.walk_revisions()][::-1]
    return known[known.index(FIRST) + 1 :]


def test_rows_survive_every_update_and_every_way_back(bare: Engine) -> None:
    config = alembic_config(bare)
    command.upgrade(config, FIRST)
    fill(bare)
    for step in steps():
        before = read(bare)
        command.upgrade(config, step)
        after = read(bare)
        check_kept(before, after, step)
        CHECKS.get(step, lambda _rows: None)(after)
        fill(bare)
    for step in [FIRST, *steps()][-2::-1]:
        before = read(bare)
        command.downgrade(config, step)
        check_kept(before, read(bare), f"back to {step}")


def _raised(rows: Rows) -> None:
    assert [(one["raised_by"], one["raised_from_cents"]) for one in rows["envelope"]] == [(None, None)]


def _files(rows: Rows) -> None:
    assert [one["file_count"] for one in rows["quote_invitation"]] == [0]


def _keys(rows: Rows) -> None:
    assert [one["envelope_id"] for one in rows["funding_key"]] == [one["id"] for one in rows["envelope"]]


def _sent(rows: Rows) -> None:
    for name in ("call_reminder", "fee_reminder"):
        assert [one["sent_at"] for one in rows[name]] == [one["at"] for one in rows[name]]


CHECKS = {
    "0016_mend_spending": _raised,
    "0017_mend_quotes": _files,
    "0018_mend_contributions": _keys,
    "0022_reminders_sent": _sent,
}
