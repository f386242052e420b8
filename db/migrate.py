"""Bring the database to the code's version."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.engine import make_url

from db.session import engine

MIGRATIONS = Path(__file__).resolve().parent / "migrations"


def alembic_config(bound: Engine | None = None) -> Config:
    """Alembic's configuration without an ini file."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(year)d%%(month).2d%%(day).2d_%%(slug)s")
    config.attributes["engine"] = bound or engine()
    return config


def migrate(bound: Engine | None = None) -> None:
    """Create or upgrade the database; the data folder is made when it is missing."""
    target = bound or engine()
    if target.dialect.name == "sqlite" and target.url.database:
        Path(make_url(str(target.url)).database or "").parent.mkdir(parents=True, exist_ok=True)
    command.upgrade(alembic_config(target), "head")


def revisions(bound: Engine | None = None) -> tuple[str | None, str | None]:
    """(the database's revision, the code's revision)."""
    target = bound or engine()
    with target.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current, ScriptDirectory.from_config(alembic_config(target)).get_current_head()
