"""Put a backup back: all of it or nothing, on SQLite or PostgreSQL, whichever it came from.

Everything is checked before the store is touched: the file's parts, then its rows in a scratch SQLite database
built at the backup's own revision and brought forward by the usual migrations. Only then one transaction replaces
all rows. Pictures are laid down before it (a file without row harms nobody) and former ones removed after it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

from alembic import command
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Column, Connection, Engine, MetaData, Table, delete, func, insert, select, text

from db import models
from db.archive import (
    PICTURE_PART,
    BackupRefused,
    Manifest,
    copy_out,
    decode_row,
    lines_of,
    open_archive,
)
from db.backup import LEFT_OUT, ROWS_AT_ONCE, default_name, kept_tables, make_backup, verify_parts
from db.base import Base
from db.migrate import alembic_config, migrate
from db.session import engine, is_sqlite, make_engine
from workspace.kernel.settings import settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came back; `safety` is the backup that was made of what stood there before."""

    manifest: Manifest
    rows: int
    pictures: int
    safety: Path | None


def rehearse(path: Path) -> Manifest:
    """Try a backup without touching the store: the drill that says it would restore. Raises BackupRefused."""
    manifest = verify_parts(path)
    with _scratch(path, manifest):
        return manifest


def restore_backup(path: Path, *, replace: bool = False) -> Restored:
    """Put a backup back. The server must be stopped.

    Raises BackupRefused: `error-restore-not-empty` (without `replace`), `error-restore-busy` when the server or
    somebody else is connected, `error-backup-newer` for a backup of a later version, and the file's own defects.
    Whatever is raised, the store is as it was.
    """
    manifest = verify_parts(path)
    with _scratch(path, manifest) as scratch:
        engine().dispose()
        migrate()
        empty = store_is_empty()
        if not empty and not replace:
            raise BackupRefused("error-restore-not-empty")
        _refuse_while_used()
        safety = None
        if not empty:
            settings().backup_dir.mkdir(parents=True, exist_ok=True)
            safety = settings().backup_dir / f"avant-restauration-{uuid4().hex[:6]}-{default_name()}"
            make_backup(safety)
        with _pictures_laid_down(path, manifest):
            rows = _replace_rows(scratch)
        _remove_former_pictures(set(manifest.pictures))
    return Restored(manifest=manifest, rows=rows, pictures=len(manifest.pictures), safety=safety)


def store_is_empty() -> bool:
    """Whether nobody and no group is in the store."""
    with engine().connect() as connection:
        return all(
            connection.execute(select(table.c.id).limit(1)).first() is None
            for table in (models.Person.__table__, models.Group.__table__)
        )


@contextmanager
def _scratch(path: Path, manifest: Manifest) -> Iterator[Engine]:
    """The backup's rows in a temporary SQLite database at today's revision, references checked."""
    known = {one.revision for one in ScriptDirectory.from_config(alembic_config()).walk_revisions()}
    if manifest.revision not in known:
        raise BackupRefused("error-backup-newer")
    settings().data_dir.mkdir(parents=True, exist_ok=True)
    needed = sum(part.byte_count for part in manifest.parts)
    if shutil.disk_usage(settings().data_dir).free < 2 * needed:
        raise BackupRefused("error-restore-disk", megabytes=2 * needed >> 20)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=settings().data_dir) as folder:
        scratch = make_engine(f"sqlite:///{folder}/scratch.db")
        try:
            command.upgrade(alembic_config(scratch), manifest.revision)
            with open_archive(path) as archive:
                _load(scratch, archive, manifest)
            _check_references(scratch)
            migrate(scratch)
            _check_scratch(scratch, manifest)
            yield scratch
        except CommandError:
            raise BackupRefused("error-backup-newer") from None
        finally:
            scratch.dispose()


def _load(scratch: Engine, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Write the rows as they were kept, without the models of today."""
    connection: Any = scratch.raw_connection()
    try:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("PRAGMA synchronous=OFF")  # a scratch copy: a power cut leaves nothing to keep
        connection.execute("BEGIN")
        for name, part in manifest.tables.items():
            present = {row[1] for row in connection.execute("SELECT * FROM pragma_table_info(?)", (name,)).fetchall()}
            if not part.columns or not set(part.columns) <= present or name in LEFT_OUT:
                raise BackupRefused
            statement = insert(_bare_table(name, part.columns)).compile(dialect=scratch.dialect)
            # Closed even when a row is refused half-way: the part's file would else stay open behind the error.
            with closing(lines_of(archive, part)) as lines:
                rows = (decode_row(line, len(part.columns)) for line in lines)
                while some := list(islice(rows, ROWS_AT_ONCE)):
                    connection.executemany(str(statement), some)
        connection.execute("COMMIT")
    except scratch.dialect.dbapi.Error:  # type: ignore[union-attr]
        raise BackupRefused from None
    finally:
        connection.close()
        scratch.dispose()


def _bare_table(name: str, columns: tuple[str, ...]) -> Table:
    """A table known by its names only; SQLAlchemy quotes them."""
    return Table(name, MetaData(), *(Column(column) for column in columns))


def _check_references(scratch: Engine) -> None:
    with scratch.connect() as connection:
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise BackupRefused


def _check_scratch(scratch: Engine, manifest: Manifest) -> None:
    """Today's models read every row, the counts are those announced, and pictures and rows name each other."""
    with scratch.connect() as connection:
        pictures = models.Picture.__table__
        rows = {str(row.id): row.sha256 for row in connection.execute(select(pictures.c.id, pictures.c.sha256))}
        counted = {table.name: _count(connection, table) for table in kept_tables()}
    said = {name: part.count for name, part in manifest.tables.items()}
    if any(counted.get(name) != count for name, count in said.items() if name in counted):
        raise BackupRefused
    packed = {picture_id: part.sha256 for picture_id, part in manifest.pictures.items()}
    if any(rows.get(picture_id) != sha256 for picture_id, sha256 in packed.items()):
        raise BackupRefused
    if set(rows) - set(packed) != set(manifest.damaged):
        raise BackupRefused


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _refuse_while_used() -> None:
    """Raise `error-restore-busy` when anybody else is connected to the store.

    A running server would go on serving the texts that it holds in memory, over the restored ones.
    """
    engine().dispose()
    if _sqlite_in_use() if is_sqlite() else _postgresql_in_use():
        raise BackupRefused("error-restore-busy")


def _sqlite_in_use() -> bool:
    """Leaving WAL needs the file for oneself: the one question SQLite answers about other connections."""
    driver: Any = engine().raw_connection()
    try:
        driver.execute("PRAGMA busy_timeout=500")
        return bool(driver.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete")
    except engine().dialect.dbapi.OperationalError as error:  # type: ignore[union-attr]
        if "locked" in str(error):
            return True
        raise
    finally:
        driver.execute("PRAGMA journal_mode=WAL")
        driver.close()
        engine().dispose()


def _postgresql_in_use() -> bool:
    query = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    with engine().connect() as connection:
        return bool(connection.execute(query).scalar_one())


def _replace_rows(scratch: Engine) -> int:
    """All rows of the store replaced by the scratch copy's, in one transaction. Returns how many rows."""
    written = 0
    target = engine().execution_options(writes=True)
    with scratch.connect() as source, target.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            # The ledger lets its entries go only with their group.
            if table.name != models.LedgerEntry.__tablename__:
                connection.execute(delete(table))
        for table in kept_tables():
            for rows in source.execute(select(table).execution_options(yield_per=ROWS_AT_ONCE)).partitions():
                connection.execute(insert(table), [row._asdict() for row in rows])
                written += len(rows)
        if not is_sqlite():
            _move_sequences(connection)
    return written


def _move_sequences(connection: Connection) -> None:
    """PostgreSQL numbers the journal by a sequence, which must go on after the restored lines."""
    journal = models.JournalEntry.__table__
    last = connection.execute(select(func.max(journal.c.id))).scalar()
    name = func.pg_get_serial_sequence(models.JournalEntry.__tablename__, "id")
    connection.execute(select(func.setval(name, last or 1, last is not None)))


@contextmanager
def _pictures_laid_down(path: Path, manifest: Manifest) -> Iterator[None]:
    """Put the pictures' files in place; those that were not there are taken away again when the rows fail."""
    folder = settings().picture_dir
    folder.mkdir(parents=True, exist_ok=True)
    added: list[Path] = []
    try:
        with open_archive(path) as archive:
            for part in manifest.pictures.values():
                target = folder / Path(part.name).name
                fresh = not target.exists()
                partial = target.with_name(f".{target.name}.restore")
                try:
                    with partial.open("wb") as file:
                        copy_out(archive, part, file)
                        file.flush()
                        os.fsync(file.fileno())
                    partial.replace(target)
                finally:
                    partial.unlink(missing_ok=True)
                if fresh:
                    added.append(target)
        yield
    except BaseException:
        for target in added:
            target.unlink(missing_ok=True)
        raise


def _remove_former_pictures(kept: set[str]) -> None:
    """Files of pictures that the restored rows do not name, and the narrow copies of all."""
    folder = settings().picture_dir
    for file in folder.glob("*.*"):
        if file.is_file() and file.stem not in kept and PICTURE_PART.fullmatch(f"pictures/{file.name}"):
            file.unlink()
    shutil.rmtree(folder / "widths", ignore_errors=True)
