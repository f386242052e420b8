"""The store's promises: one commit, no nesting, instants keep their zone, writers take turns."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, text

from db.models import Instance, Person
from db.session import reading, unit_of_work
from workspace.kernel.clock import utc_now


def test_unit_of_work_commits_once_and_gives_instants_back_in_utc(store: str) -> None:
    at = datetime(2026, 7, 14, 12, 30, 15, 123456, tzinfo=UTC)
    with unit_of_work() as session:
        session.add(Person(name="É. A.", created_at=at))
    with reading() as session:
        assert session.scalars(select(Person.created_at)).one() == at


def test_unit_of_work_that_fails_leaves_nothing(store: str) -> None:
    def half_way() -> None:
        with unit_of_work() as session:
            session.add(Person(name="x", created_at=utc_now()))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_way()
    with reading() as session:
        assert session.scalars(select(Person)).all() == []


def test_unit_of_work_inside_another_is_refused_at_once(store: str) -> None:
    with unit_of_work(), pytest.raises(RuntimeError), unit_of_work():
        pass


def test_naive_instant_is_refused(store: str) -> None:
    def write_naive() -> None:
        with unit_of_work() as session:
            session.add(Person(name="x", created_at=datetime(2026, 1, 1)))  # noqa: DTZ001
            session.flush()

    with pytest.raises(Exception, match="naive"):
        write_naive()


def test_read_then_write_from_many_threads_loses_nothing(store: str) -> None:
    with unit_of_work() as session:
        session.add(Instance(id=1, set_up_at=None))
        session.execute(text("CREATE TABLE counter (n INTEGER)"))
        session.execute(text("INSERT INTO counter VALUES (0)"))

    def bump() -> None:
        for _ in range(20):
            with unit_of_work() as session:
                session.scalars(select(Instance).where(Instance.id == 1).with_for_update()).one()
                now = session.scalar(text("SELECT n FROM counter"))
                session.execute(text("UPDATE counter SET n = :n"), {"n": (now or 0) + 1})

    threads = [threading.Thread(target=bump) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading() as session:
        assert session.scalar(text("SELECT n FROM counter")) == 120


def test_sqlite_runs_with_the_measured_settings(sqlite_store: object) -> None:
    with reading() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA synchronous")) == 2
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
        assert session.scalar(text("PRAGMA secure_delete")) == 1
        version = session.scalar(text("SELECT sqlite_version()"))
        assert tuple(map(int, str(version).split("."))) >= (3, 51, 3)
