"""The only place that opens, commits and rolls back. One use case = one `unit_of_work`.

SQLite settings and their reasons: docs/decisions/0003-store.md. In short: WAL with synchronous=FULL, because
NORMAL loses acknowledged commits at a power cut; BEGIN IMMEDIATE for writers, because a read that becomes a
write inside a plain BEGIN fails with "database is locked" whatever the timeout; one writer at a time in this
process, in order of arrival, because SQLite's own waiting starves some of them.
"""

from __future__ import annotations

import functools
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from workspace.kernel.errors import StoreUnavailable
from workspace.kernel.settings import settings

AFTER = "after_commit"
_inside: ContextVar[bool] = ContextVar("inside_unit_of_work", default=False)

SQLITE_PRAGMAS = (
    "busy_timeout=15000",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "journal_size_limit=67108864",
)


class _Turnstile:
    """A lock that serves strictly in order of arrival."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._busy = False
        self._waiting: deque[threading.Event] = deque()

    def __enter__(self) -> None:
        with self._guard:
            if not self._busy:
                self._busy = True
                return
            turn = threading.Event()
            self._waiting.append(turn)
        turn.wait()

    def __exit__(self, *_: object) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._busy = False


_sqlite_turn = _Turnstile()


def _sqlite_module() -> Any:
    """A SQLite library with the WAL-reset fix (>= 3.51.3); Python's own only where no wheel exists."""
    try:
        import pysqlite3

        return pysqlite3
    except ImportError:
        import sqlite3

        return sqlite3


def _make_sqlite_engine(url: str) -> Engine:
    made = create_engine(
        url,
        module=_sqlite_module(),
        connect_args={"isolation_level": None, "timeout": 15, "check_same_thread": False},
    )

    @event.listens_for(made, "connect")
    def _configure(connection: Any, _record: object) -> None:
        for pragma in SQLITE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


_engine_guard = threading.Lock()


@functools.cache
def _engine() -> Engine:
    return make_engine(settings().database_url)


def engine() -> Engine:
    """The engine of this process, from the settings. Made once, even when threads ask for it together."""
    with _engine_guard:
        return _engine()


def forget_engine() -> None:
    """Close the engine's connections; the next call makes another, from the settings of that moment."""
    with _engine_guard:
        if _engine.cache_info().currsize:
            _engine().dispose()
        _engine.cache_clear()


def make_engine(url: str) -> Engine:
    """An engine for SQLite or PostgreSQL with the house's settings."""
    if make_url(url).get_backend_name() == "sqlite":
        return _make_sqlite_engine(url)
    return create_engine(url, pool_size=10, max_overflow=20, pool_pre_ping=True)


def is_sqlite() -> bool:
    """Whether this process keeps its data in SQLite."""
    return engine().dialect.name == "sqlite"


@contextmanager
def reading() -> Iterator[Session]:
    """A session that only reads, from one consistent picture; never commits."""
    # Closing gives the connection back, which rolls back; an explicit rollback would empty the rows just read.
    with Session(engine(), expire_on_commit=False, autoflush=False) as session:
        yield session


@contextmanager
def glancing() -> Iterator[Connection]:
    """A connection that only reads, without the layers of a session: for the reads that each click makes."""
    with engine().connect() as connection:
        yield connection


@contextmanager
def unit_of_work() -> Iterator[Session]:
    """A writing session: commits once at the end, or leaves nothing.

    Raises RuntimeError when nested (two use cases inside each other would wait for themselves) and
    StoreUnavailable when the store refuses writes.
    """
    if _inside.get():
        message = "a unit of work inside another"
        raise RuntimeError(message)
    token = _inside.set(True)
    try:
        if is_sqlite():
            with _sqlite_turn:
                yield from _write()
        else:
            yield from _write()
    except OperationalError as error:
        raise StoreUnavailable from error
    except DBAPIError as error:
        if "read-only" in str(error.orig):
            raise StoreUnavailable from error
        raise
    finally:
        _inside.reset(token)


def _write() -> Iterator[Session]:
    writer = engine().execution_options(writes=True)
    with Session(writer, expire_on_commit=False) as session:
        with session.begin():
            yield session
        callbacks: list[Callable[[], None]] = session.info.get(AFTER, [])
    for callback in callbacks:
        callback()


class DirectWriter:
    """SQLite's own connection inside one writing transaction: for the one write that runs fifty times a second."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def execute(self, statement: str, values: Sequence[Any]) -> list[Any]:
        """Run one statement with bound values; gives its rows."""
        rows: list[Any] = self._connection.execute(statement, values).fetchall()
        return rows

    def execute_many(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement once for each row of values."""
        self._connection.executemany(statement, rows)


_direct = threading.local()


@contextmanager
def direct_write() -> Iterator[DirectWriter]:
    """A unit of work on SQLite without the layers above the driver: same turnstile, same settings, one commit.

    Building a session and its statements costs four times the commit itself. Raises StoreUnavailable.
    """
    connection = _direct_connection()
    failures = (_sqlite_module().OperationalError, OperationalError)
    with _sqlite_turn:
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield DirectWriter(connection)
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, failures):
                raise StoreUnavailable from error
            raise


def _direct_connection() -> Any:
    """One connection a thread, made by the engine's pool; another when the engine has changed."""
    current = engine()
    if getattr(_direct, "engine", None) is not current:
        _direct.engine, _direct.connection = current, current.raw_connection()
    return _direct.connection.driver_connection


def after_commit(session: Session, callback: Callable[[], None]) -> None:
    """Call `callback` once what this session writes is safe; never when it is rolled back."""
    session.info.setdefault(AFTER, []).append(callback)
