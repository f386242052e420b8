"""What the database says of itself."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from db.models import Picture, TextPresence
from db.session import SQLITE_PRAGMAS
from workspace.checkup.words import StoreFacts
from workspace.kernel.clock import utc_now

PRESENT = timedelta(minutes=1)
SPELLED = {"FULL": "2", "ON": "1", "OFF": "0"}
EXPECTED_POSTGRESQL = {"synchronous_commit": "on", "fsync": "on", "full_page_writes": "on"}


def get_store_facts(session: Session) -> StoreFacts:
    """The facts of the session's own database. Takes as long as SQLite's quick_check: about 1 s for 200 MB."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    begun = time.perf_counter()
    sound = (
        session.scalar(text("PRAGMA quick_check(1)")) == "ok" if is_sqlite else session.scalar(text("SELECT 1")) == 1
    )
    taken = round((time.perf_counter() - begun) * 1000)
    texts, people = session.execute(
        select(func.count(TextPresence.text_id.distinct()), func.count(TextPresence.person_id.distinct())).where(
            TextPresence.seen_at > utc_now() - PRESENT
        )
    ).one()
    pictures, picture_bytes = session.execute(
        select(func.count(), func.coalesce(func.sum(Picture.byte_count), 0))
    ).one()
    return StoreFacts(
        engine="sqlite" if is_sqlite else "postgresql",
        version=_version(session, is_sqlite=is_sqlite),
        unexpected=tuple(_unexpected_sqlite(session) if is_sqlite else _unexpected_postgresql(session)),
        is_sound=sound,
        check_milliseconds=taken,
        byte_count=_size(session, is_sqlite=is_sqlite),
        skew_milliseconds=None if is_sqlite else _skew(session),
        open_texts=texts,
        people_in_texts=people,
        picture_count=pictures,
        picture_bytes=picture_bytes,
    )


def _version(session: Session, *, is_sqlite: bool) -> tuple[int, ...]:
    said = str(session.scalar(text("SELECT sqlite_version()") if is_sqlite else text("SHOW server_version")))
    return tuple(int(number) for number in re.findall(r"\d+", said.split(" ", maxsplit=1)[0]))


def _unexpected_sqlite(session: Session) -> list[str]:
    """The pragmas of this connection that are not those of `db.session`."""
    names = []
    for pragma in SQLITE_PRAGMAS:
        name, _, wanted = pragma.partition("=")
        found = session.scalar(text(f"PRAGMA {name}"))  # a constant of db.session, never a person's words
        # A build without memory mapping answers nothing at all, which is what mmap_size=0 asks for.
        if str(found or 0).lower() != SPELLED.get(wanted, wanted).lower():
            names.append(name)
    return names


def _unexpected_postgresql(session: Session) -> list[str]:
    return [
        name
        for name, wanted in EXPECTED_POSTGRESQL.items()
        if session.scalar(select(func.current_setting(name))) != wanted
    ]


def _size(session: Session, *, is_sqlite: bool) -> int:
    if not is_sqlite:
        return int(session.scalar(select(func.pg_database_size(func.current_database()))) or 0)
    path = str(session.scalar(text("SELECT file FROM pragma_database_list WHERE name = 'main'")) or "")
    return sum(one.stat().st_size for one in (Path(path), Path(f"{path}-wal")) if one.is_file())


def _skew(session: Session) -> int:
    """Our clock minus the database's, in milliseconds."""
    theirs = session.scalar(select(func.clock_timestamp()))
    assert isinstance(theirs, datetime)  # noqa: S101 the driver's own type
    return round((utc_now() - theirs.astimezone(UTC)).total_seconds() * 1000)
