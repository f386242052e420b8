"""The PostgreSQL database that the tests of one process use in turn."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

SHAPE = """
SELECT (SELECT count(*) FROM pg_class), (SELECT max(oid::bigint) FROM pg_class),
       (SELECT count(*) FROM pg_attribute WHERE NOT attisdropped), (SELECT count(*) FROM pg_trigger)
"""
WRITTEN = """
SELECT quote_ident(relname) FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0
"""
COUNTED = """
SELECT quote_ident(sequencename) FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL
"""
OTHERS_OUT = """
SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def with_database(url: str, name: str) -> str:
    """The same server's address, with another database."""
    return make_url(url).set(database=name).render_as_string(hide_password=False)


class Shelf:
    """One database, emptied before each test: to make and drop one costs ten times as much (600 files).

    What a test may leave goes: connections, rows, counters. One that changed the tables gets thrown away whole.
    """

    def __init__(self, admin: Any, url: str) -> None:
        self._admin, self._url = admin, url
        self._name = ""
        self._engine: Any = None
        self._shape: Any = None
        self._first: dict[str, list[dict[str, Any]]] = {}

    def take(self) -> str:
        """The address of the database, empty."""
        if self._engine is None or not self._emptied():
            self.close()
            self._make()
        return with_database(self._url, self._name)

    def close(self) -> None:
        """Throw the database away."""
        if self._engine is None:
            return
        self._engine.dispose()
        self._engine = None
        self._on_server(f"DROP DATABASE {self._name} WITH (FORCE)")

    def _make(self) -> None:
        self._name = f"t_{uuid.uuid4().hex}"
        self._on_server(f"CREATE DATABASE {self._name} TEMPLATE chemise_template")
        address = with_database(self._url, self._name).replace("postgresql://", "postgresql+psycopg://")
        self._engine = create_engine(address, poolclass=NullPool)  # nobody is connected between two tests
        with self._engine.connect() as connection:
            self._shape = connection.execute(text(SHAPE)).one()
            for table in connection.scalars(text(WRITTEN)):
                rows = connection.execute(text(f"SELECT * FROM {table}")).mappings()
                self._first[table] = [dict(row) for row in rows]

    def _emptied(self) -> bool:
        """Empty it; False when its tables are not those of the template any more."""
        with self._engine.begin() as connection:
            connection.execute(text(OTHERS_OUT))
            if connection.execute(text(SHAPE)).one() != self._shape:
                return False
            # Neither foreign keys nor the triggers that keep a journal from being changed.
            connection.execute(text("SET session_replication_role = replica"))
            for table in connection.scalars(text(WRITTEN)).all():
                connection.execute(text(f"DELETE FROM {table}"))
                for row in self._first.get(table, ()):
                    names = ", ".join(row)
                    values = ", ".join(f":{name}" for name in row)
                    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), row)
            for sequence in connection.scalars(text(COUNTED)).all():
                connection.execute(text(f"ALTER SEQUENCE {sequence} RESTART"))
            connection.execute(text("SET session_replication_role = origin"))
        return True

    def _on_server(self, command: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(command))
