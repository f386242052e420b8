"""What the machine and the settings say; reads files and clocks, writes nothing."""

from __future__ import annotations

import os
import shutil
import stat
import time
import zipfile
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from db.archive import BackupRefused, open_archive, read_manifest
from workspace.checkup.words import HostFacts
from workspace.kernel.clock import utc_now
from workspace.kernel.mail import mail_is_set
from workspace.kernel.settings import settings

# The distance between the two clocks when this process began: a later one tells that somebody moved the first.
_BEGAN = time.time() - time.monotonic()


def get_host_facts(*, script_hashes: int) -> HostFacts:
    """The facts of this machine now."""
    given = settings()
    usage = shutil.disk_usage(given.data_dir if given.data_dir.is_dir() else given.data_dir.parent)
    return HostFacts(
        free_bytes=usage.free,
        total_bytes=usage.total,
        clock_jump_milliseconds=round((time.time() - time.monotonic() - _BEGAN) * 1000),
        has_zones=_has_zones(),
        mail_host=(urlsplit(given.smtp_url).hostname or "") if mail_is_set() else "",
        backup_age_hours=newest_backup_hours(given.backup_dir),
        base_url=given.base_url,
        secret_mode=_secret_mode(given.data_dir / "secret.key"),
        script_hashes=script_hashes,
    )


def newest_backup_hours(folder: Path) -> int | None:
    """Whole hours since the newest backup in a folder was begun; None without one that opens."""
    made = []
    for path in folder.glob("*.zip"):
        try:
            with open_archive(path) as archive:
                made.append(read_manifest(archive).made_at)
        except (BackupRefused, OSError, zipfile.BadZipFile):
            continue
    return max(0, int((utc_now() - max(made)).total_seconds() // 3600)) if made else None


def _has_zones() -> bool:
    try:
        ZoneInfo("Europe/Paris")
    except ZoneInfoNotFoundError:
        return False
    return True


def _secret_mode(path: Path) -> int | None:
    if os.environ.get("CHEMISE_SECRET") or not path.is_file():
        return None
    return stat.S_IMODE(path.stat().st_mode)
