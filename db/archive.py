"""The form of a backup: one ZIP file, the same for both databases.

    manifest.json            what is inside, with the size and SHA-256 of each part
    tables/<table>.jsonl     one JSON list a row, in the order of the manifest's columns
    pictures/<id>.<suffix>   attachments as they lie on disk

A value is written as SQLite would keep it (UUID as 32 hexadecimal signs, instants as UTC text, JSON as text;
bytes as ``{"b64": "…"}``), so that a row can be put back at the revision it had, before the models of today apply.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite

from workspace.kernel.errors import DomainError

FORMAT = 1
MANIFEST = "manifest.json"
LINE_BYTES = 256 << 20
MANIFEST_BYTES = 64 << 20
CHUNK = 1 << 20
# What reading a cut, flipped, encrypted or otherwise foreign archive may raise; an encrypted one is a RuntimeError.
DAMAGED = (zipfile.BadZipFile, EOFError, zlib.error, RuntimeError, ValueError)
# JSON of ids and sentences deflates 3 to 30 times; DEFLATE itself stops at 1032.
DEFLATE_RATIO = 300
RATIO_MATTERS_FROM = 1 << 20

TABLE_PART = re.compile(r"tables/([a-z_]{1,63})\.jsonl")
PICTURE_PART = re.compile(r"pictures/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z]{3,4})")

_SQLITE = sqlite.dialect()


class BackupRefused(DomainError):
    """A backup that cannot be made, or a file that cannot be restored; the code says why."""

    default_code = "error-backup-damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One table or picture: `count` is rows for a table, 1 for a picture; sizes are bytes before compression."""

    name: str
    byte_count: int
    sha256: str
    count: int = 1
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself. `damaged`: pictures whose file was already lost or changed on the source."""

    made_at: datetime
    revision: str
    engine: str
    parts: tuple[Part, ...]
    damaged: tuple[str, ...] = ()

    def to_json(self) -> bytes:
        """The manifest's file."""
        said = {
            "what": "chemise backup",
            "format": FORMAT,
            "made_at": self.made_at.isoformat(),
            "revision": self.revision,
            "engine": self.engine,
            "damaged": list(self.damaged),
            "parts": [asdict(part) for part in self.parts],
        }
        return json.dumps(said, ensure_ascii=False, indent=1).encode()

    @property
    def tables(self) -> dict[str, Part]:
        """The table parts, by table name, in the order they were written."""
        return {found[1]: part for part in self.parts if (found := TABLE_PART.fullmatch(part.name))}

    @property
    def pictures(self) -> dict[str, Part]:
        """The picture parts, by the picture's id (with hyphens)."""
        return {found[1]: part for part in self.parts if (found := PICTURE_PART.fullmatch(part.name))}

    @property
    def row_count(self) -> int:
        """Rows of all tables."""
        return sum(part.count for part in self.tables.values())


def encode_rows(table: Table, rows: Sequence[Sequence[Any]]) -> Iterator[bytes]:
    """Rows of Python values as lines of a part."""
    writers = [column.type.dialect_impl(_SQLITE).bind_processor(_SQLITE) for column in table.columns]
    for row in rows:
        kept = [_kept(writer(value) if writer else value) for writer, value in zip(writers, row, strict=True)]
        yield json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _kept(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return {"b64": base64.b64encode(bytes(value)).decode()}
    return int(value) if isinstance(value, bool) else value


def decode_row(line: bytes, width: int) -> list[Any]:
    """The SQLite values of a line. Raises BackupRefused when it is no row of `width` columns."""
    try:
        row = json.loads(line)
        if not isinstance(row, list) or len(row) != width:
            raise BackupRefused
        return [base64.b64decode(value["b64"], validate=True) if isinstance(value, dict) else value for value in row]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BackupRefused from None


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """The manifest, checked against the archive's own directory. Raises BackupRefused.

    Nothing is unpacked here: names, sizes and ratios are judged first, so that a bomb or a path with ``..``
    never gets further.
    """
    entries = {entry.filename: entry for entry in archive.infolist()}
    if MANIFEST not in entries or len(entries) != len(archive.infolist()):
        raise BackupRefused("error-backup-foreign")
    if entries[MANIFEST].file_size > MANIFEST_BYTES:
        raise BackupRefused("error-backup-foreign")
    try:
        with archive.open(MANIFEST) as file:
            said = json.loads(file.read(MANIFEST_BYTES))
        if said["what"] != "chemise backup":
            raise BackupRefused("error-backup-foreign")
        if said["format"] != FORMAT:
            raise BackupRefused("error-backup-newer")
        manifest = _manifest(said)
    except (*DAMAGED, OSError, KeyError, TypeError, AttributeError):
        raise BackupRefused("error-backup-foreign") from None
    _check_directory(manifest, entries)
    return manifest


def _manifest(said: dict[str, Any]) -> Manifest:
    made_at = datetime.fromisoformat(said["made_at"])
    return Manifest(
        made_at=made_at if made_at.tzinfo else made_at.replace(tzinfo=UTC),
        revision=str(said["revision"]),
        engine=str(said["engine"]),
        damaged=tuple(str(one) for one in said["damaged"]),
        parts=tuple(
            Part(
                name=str(one["name"]),
                byte_count=int(one["byte_count"]),
                sha256=str(one["sha256"]),
                count=int(one["count"]),
                columns=tuple(str(column) for column in one["columns"]),
            )
            for one in said["parts"]
        ),
    )


def _check_directory(manifest: Manifest, entries: dict[str, zipfile.ZipInfo]) -> None:
    named = {part.name: part for part in manifest.parts}
    if len(named) != len(manifest.parts) or set(entries) != {*named, MANIFEST}:
        raise BackupRefused
    for name, part in named.items():
        if not (TABLE_PART.fullmatch(name) or PICTURE_PART.fullmatch(name)):
            raise BackupRefused("error-backup-path")
        entry = entries[name]
        if entry.file_size != part.byte_count:
            raise BackupRefused
        if entry.file_size > RATIO_MATTERS_FROM and entry.file_size > DEFLATE_RATIO * max(entry.compress_size, 1):
            raise BackupRefused("error-backup-bomb")


def lines_of(archive: zipfile.ZipFile, part: Part) -> Generator[bytes, None, None]:
    """The lines of a table part, while counting bytes, rows and the hash. Raises BackupRefused at the end."""
    digest, size, count = hashlib.sha256(), 0, 0
    try:
        with archive.open(part.name) as file:
            while line := file.readline(LINE_BYTES):
                digest.update(line)
                size, count = size + len(line), count + 1
                if size > part.byte_count:
                    raise BackupRefused
                yield line
    except (*DAMAGED, OSError):
        raise BackupRefused from None
    if (size, count, digest.hexdigest()) != (part.byte_count, part.count, part.sha256):
        raise BackupRefused


def copy_out(archive: zipfile.ZipFile, part: Part, target: IO[bytes]) -> None:
    """Copy a picture part to an open file, never more than it says. Raises BackupRefused."""
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(part.name) as file:
            while block := file.read(CHUNK):
                digest.update(block)
                size += len(block)
                if size > part.byte_count:
                    raise BackupRefused
                target.write(block)
    except DAMAGED:
        raise BackupRefused from None
    if (size, digest.hexdigest()) != (part.byte_count, part.sha256):
        raise BackupRefused


def open_archive(path: Path) -> zipfile.ZipFile:
    """The file as a ZIP. Raises BackupRefused when it is missing, cut short or something else."""
    if not path.is_file():
        raise BackupRefused("error-backup-missing", file=str(path))
    try:
        return zipfile.ZipFile(path)
    except (*DAMAGED, OSError):
        raise BackupRefused("error-backup-foreign") from None
