"""`python -m db backup FILE`, `restore FILE`, `migrate`, `check [FILE]`: what an operator does by hand or from cron.

It speaks the language of LANG (French unless it names English). Exit status: 0 done, 1 refused or a defect found.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.exc import OperationalError

from db import backup, restore
from db.migrate import migrate, revisions
from db.session import engine, is_sqlite
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import DomainError, StoreUnavailable
from workspace.kernel.messages import translate
from workspace.kernel.settings import settings

DONE, REFUSED = 0, 1


def say(key: str, **values: object) -> None:
    """A sentence on the standard output, in the operator's language."""
    print(translate(_language(), key, **values))


def _language() -> str:
    wanted = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if wanted.lower().startswith("en") else "fr"


def run_backup(options: argparse.Namespace) -> int:
    """Write a backup; a picture that was already lost on disk is named, and makes the status 1."""
    target: Path = options.file
    if str(options.raw).endswith(os.sep):
        target.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        target = target / backup.default_name()
    manifest = backup.make_backup(target, force=options.force)
    size = max(1, target.stat().st_size >> 10)
    say("db-backup-done", file=str(target), rows=manifest.row_count, pictures=len(manifest.pictures), size=size)
    if manifest.damaged:
        say("db-pictures-damaged", count=len(manifest.damaged), names=", ".join(manifest.damaged[:10]))
        return REFUSED
    return DONE


def run_restore(options: argparse.Namespace) -> int:
    """Put a backup back."""
    done = restore.restore_backup(options.file, replace=options.replace)
    if done.safety is not None:
        say("db-restore-safety", file=str(done.safety))
    day = f"{done.manifest.made_at:%Y-%m-%d %H:%M} UTC"
    say("db-restore-done", day=day, rows=done.rows, pictures=done.pictures)
    if done.manifest.damaged:
        say("db-pictures-damaged", count=len(done.manifest.damaged), names=", ".join(done.manifest.damaged[:10]))
    say("db-restore-sign-in")
    return DONE


def run_migrate(_options: argparse.Namespace) -> int:
    """Bring the database to the code's version; an older SQLite file is copied beside the backups first."""
    path = engine().url.database or ""
    if is_sqlite() and Path(path).is_file():
        current, head = revisions()
        if current is not None and current != head:
            settings().backup_dir.mkdir(parents=True, exist_ok=True)
            copy = settings().backup_dir / f"avant-migration-{current}-{utc_now():%Y%m%d-%H%M%S}.db"
            driver = engine().raw_connection()
            try:
                driver.cursor().execute("VACUUM INTO ?", (str(copy),))
            finally:
                driver.close()
            copy.chmod(0o600)
            say("db-migrate-copy", file=str(copy))
    migrate()
    say("db-migrate-done", revision=revisions()[1] or "")
    return DONE


def run_check(options: argparse.Namespace) -> int:
    """Check the store, or rehearse the restore of a backup."""
    if options.file is not None:
        manifest = restore.rehearse(options.file)
        day = f"{manifest.made_at:%Y-%m-%d %H:%M} UTC"
        say("db-check-backup", day=day, rows=manifest.row_count, pictures=len(manifest.pictures))
        return DONE
    current, head = revisions()
    if current != head:
        say("error-backup-revision")
        return REFUSED
    if is_sqlite():
        with engine().connect() as connection:
            sound = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() == "ok"
            sound = sound and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
        if not sound:
            say("error-backup-source")
            return REFUSED
    damaged = backup.damaged_pictures()
    if damaged:
        say("db-pictures-damaged", count=len(damaged), names=", ".join(damaged[:10]))
        return REFUSED
    say("db-check-done", revision=current or "")
    return DONE


def _parser() -> argparse.ArgumentParser:
    def words(key: str) -> str:
        return translate(_language(), key)

    parser = argparse.ArgumentParser(prog="python -m db", description=words("db-help"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=words(f"db-help-{name}"), description=words(f"db-help-{name}"))
        made.set_defaults(run=run)
        return made

    saving = add("backup", run_backup)
    saving.add_argument("raw", metavar="FILE", help=words("db-help-backup-file"))
    saving.add_argument("--force", action="store_true", help=words("db-help-force"))
    putting_back = add("restore", run_restore)
    putting_back.add_argument("raw", metavar="FILE")
    putting_back.add_argument("--replace", action="store_true", help=words("db-help-replace"))
    add("migrate", run_migrate)
    add("check", run_check).add_argument("raw", metavar="FILE", nargs="?", help=words("db-help-check-file"))
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command."""
    options = _parser().parse_args(arguments)
    raw = getattr(options, "raw", None)
    options.file = Path(raw).resolve() if raw else None
    try:
        return int(options.run(options))
    except OperationalError:
        print(translate(_language(), StoreUnavailable.default_code), file=sys.stderr)
        return REFUSED
    except DomainError as error:
        print(translate(_language(), error.code, **error.values), file=sys.stderr)
        return REFUSED


if __name__ == "__main__":
    sys.exit(main())
