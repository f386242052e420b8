"""Alembic's entry: same models and same steps on SQLite and PostgreSQL.

Foreign keys are off while SQLite tables are rebuilt, and checked before the commit: with them on, rebuilding a
parent table silently deletes its children.
"""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy import text

from db import models
from db.base import Base
from db.session import engine

TABLES = models.__all__


def run() -> None:
    """Run the pending migrations in one transaction."""
    bound = context.config.attributes.get("engine") or engine()
    sqlite = bound.dialect.name == "sqlite"
    with bound.execution_options(writes=True).connect() as connection:
        driver: Any = connection.connection.driver_connection
        if sqlite:
            driver.execute("PRAGMA foreign_keys=OFF")
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_as_batch=sqlite,
            compare_type=True,
            user_module_prefix="db.base.",
        )
        try:
            with context.begin_transaction():
                if not sqlite:
                    connection.execute(text("SELECT pg_advisory_xact_lock(7243001)"))
                context.run_migrations()
                if sqlite:
                    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
                    if broken:
                        message = f"migration would break {len(broken)} references"
                        raise RuntimeError(message)
        finally:
            if sqlite:
                connection.rollback()
                driver.execute("PRAGMA foreign_keys=ON")


run()
