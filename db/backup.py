"""Make a backup while people write: one consistent picture of the database, with its attachments.

The picture is one read transaction (SQLite in WAL: a snapshot that writers do not disturb; PostgreSQL: REPEATABLE
READ). Attachments never change and outlive their row, so each row of that picture has its file, unless somebody
removed it since: then the row is left out too. The file appears under its name only when it was read back.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from uuid import UUID, uuid4

from sqlalchemy import Connection, Table, select

from db import models
from db.archive import CHUNK, MANIFEST, BackupRefused, Manifest, Part, copy_out, encode_rows, lines_of, open_archive
from db.archive import read_manifest as manifest_of
from db.base import Base
from db.migrate import revisions
from db.session import engine, is_sqlite
from workspace.kernel.clock import utc_now
from workspace.kernel.settings import settings

# Who is signed in now: people sign in again after a restore, and a copy of the file opens no session.
LEFT_OUT = frozenset({"sign_in_session", "one_time_token", "sign_in_attempt", "text_presence"})
ROWS_AT_ONCE = 500


def kept_tables() -> list[Table]:
    """The tables of a backup, parents first."""
    return [table for table in Base.metadata.sorted_tables if table.name not in LEFT_OUT]


def default_name() -> str:
    """The name of a backup made now, sortable by time."""
    return f"chemise-{utc_now():%Y%m%d-%H%M%S}.zip"


def make_backup(target: Path, *, force: bool = False) -> Manifest:
    """Write a backup to `target`, or under a name of its own when that is a folder.

    Raises BackupRefused `error-backup-exists` (without `force`), `error-backup-revision` when the database is not
    at the code's version, `error-backup-source` when the database itself is damaged. Leaves no half file.
    """
    if target.is_dir():
        target = target / default_name()
    if target.exists() and not force:
        raise BackupRefused("error-backup-exists", file=str(target))
    current, head = revisions()
    if current is None or current != head:
        raise BackupRefused("error-backup-revision")
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.{uuid4().hex}.partial")
    try:
        manifest = _write(partial, current)
        verify_parts(partial)
        if target.exists() and not force:
            raise BackupRefused("error-backup-exists", file=str(target))
        partial.replace(target)
        _sync_folder(target.parent)
    finally:
        partial.unlink(missing_ok=True)
    return manifest


def verify_parts(path: Path) -> Manifest:
    """Read a backup through: every part has the size, count and hash it should. Raises BackupRefused."""
    with open_archive(path) as archive, Path(os.devnull).open("wb") as nowhere:
        manifest = manifest_of(archive)
        for part in manifest.tables.values():
            for _ in lines_of(archive, part):
                pass
        for part in manifest.pictures.values():
            copy_out(archive, part, nowhere)
    return manifest


@contextmanager
def _snapshot() -> Iterator[Connection]:
    """One consistent, read-only picture of the whole database."""
    level = None if is_sqlite() else "REPEATABLE READ"
    bound = engine().execution_options(isolation_level=level) if level else engine()
    with bound.connect() as connection:
        if is_sqlite():
            _check_source(connection)
        yield connection
        connection.rollback()


def _check_source(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
        raise BackupRefused("error-backup-source")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise BackupRefused("error-backup-source")


def _write(path: Path, revision: str) -> Manifest:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive, _snapshot() as connection:
            made_at = utc_now()
            # The pictures first: only then is it known which rows lost their file to a removal meanwhile.
            pictures, damaged, gone = _write_pictures(archive, connection)
            tables = [_write_table(archive, connection, table, gone) for table in kept_tables()]
            manifest = Manifest(
                made_at=made_at,
                revision=revision,
                engine=engine().dialect.name,
                parts=(*tables, *pictures),
                damaged=tuple(damaged),
            )
            archive.writestr(MANIFEST, manifest.to_json())
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _write_table(archive: zipfile.ZipFile, connection: Connection, table: Table, gone: list[UUID]) -> Part:
    name = f"tables/{table.name}.jsonl"
    digest, size, count = hashlib.sha256(), 0, 0
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=ROWS_AT_ONCE)
    with archive.open(name, "w", force_zip64=True) as file:
        for rows in connection.execute(query).partitions():
            kept = [row for row in rows if row.id not in gone] if table is models.Picture.__table__ and gone else rows
            for line in encode_rows(table, kept):
                file.write(line)
                digest.update(line)
                size, count = size + len(line), count + 1
    columns = tuple(column.name for column in table.columns)
    return Part(name=name, byte_count=size, sha256=digest.hexdigest(), count=count, columns=columns)


def _write_pictures(archive: zipfile.ZipFile, connection: Connection) -> tuple[list[Part], list[str], list[UUID]]:
    """(parts, ids whose file was lost or changed on disk, ids whose row was removed since the snapshot)."""
    parts: list[Part] = []
    damaged: list[str] = []
    gone: list[UUID] = []
    pictures = models.Picture.__table__
    for picture_id, sha256 in connection.execute(select(pictures.c.id, pictures.c.sha256)).all():
        part = _write_picture(archive, str(picture_id), sha256)
        if part is not None:
            parts.append(part)
        elif _row_is_there(picture_id):
            damaged.append(str(picture_id))
        else:
            gone.append(picture_id)
    return parts, damaged, gone


def _write_picture(archive: zipfile.ZipFile, picture_id: str, sha256: str) -> Part | None:
    """Pack a picture's file; None when it is missing or is not what its row says."""
    found = picture_file(settings().picture_dir, picture_id)
    if found is None:
        return None
    with suppress(FileNotFoundError), found.open("rb") as file:
        if _digest(file) != sha256:
            return None
        file.seek(0)
        name = f"pictures/{found.name}"
        entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))  # pictures are compressed already: stored
        with archive.open(entry, "w", force_zip64=True) as packed:
            while block := file.read(CHUNK):
                packed.write(block)
        return Part(name=name, byte_count=file.tell(), sha256=sha256)
    return None


def picture_file(folder: Path, picture_id: str) -> Path | None:
    """The file of a picture: `<id>.<suffix>` in the pictures folder."""
    return next(iter(sorted(folder.glob(f"{picture_id}.*"))), None)


def damaged_pictures() -> list[str]:
    """Ids of pictures whose file is missing or changed."""
    pictures = models.Picture.__table__
    with engine().connect() as connection:
        rows = connection.execute(select(pictures.c.id, pictures.c.sha256)).all()
    damaged = []
    for picture_id, sha256 in rows:
        found = picture_file(settings().picture_dir, str(picture_id))
        if found is None or _file_digest(found) != sha256:
            damaged.append(str(picture_id))
    return damaged


def _row_is_there(picture_id: object) -> bool:
    pictures = models.Picture.__table__
    with engine().connect() as connection:
        return connection.execute(select(pictures.c.id).where(pictures.c.id == picture_id)).first() is not None


def _file_digest(path: Path) -> str:
    with path.open("rb") as file:
        return _digest(file)


def _digest(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while block := file.read(CHUNK):
        digest.update(block)
    return digest.hexdigest()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
