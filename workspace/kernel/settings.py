"""Typed settings from the environment. Every variable is named in docs/operate.md (a test checks it)."""

from __future__ import annotations

import functools
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

MINIMUM_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that the environment decides.

    `base_url` is the public address (scheme and host) used in mails and as the allowed Origin behind a proxy;
    empty means: whatever host the browser used. Limits are per connection unless they say otherwise.
    """

    data_dir: Path
    database_url: str
    base_url: str
    smtp_url: str
    mail_from: str
    backup_dir: Path
    live_frames_per_second: int
    live_frame_bytes: int
    picture_bytes: int
    log_level: str

    @property
    def secure(self) -> bool:
        """Whether people reach us over TLS, so that cookies are marked Secure."""
        return self.base_url.startswith("https://")

    @property
    def picture_dir(self) -> Path:
        """Where attachments lie; database rows name the files."""
        return self.data_dir / "pictures"


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from a mapping like `os.environ`; pure but for resolving the data folder's path.

    Raises ValueError, which names the variable, when an address of a mail server cannot be read.
    """
    smtp_url = environ.get("CHEMISE_SMTP_URL", "")
    if smtp_url:
        _check_mail_server(smtp_url)
    data_dir = Path(environ.get("CHEMISE_DATA", "data")).resolve()
    database_url = environ.get("DATABASE_URL", "") or f"sqlite:///{data_dir / 'chemise.db'}"
    return Settings(
        data_dir=data_dir,
        database_url=database_url.replace("postgres://", "postgresql://", 1),
        base_url=environ.get("CHEMISE_BASE_URL", "").rstrip("/"),
        smtp_url=smtp_url,
        mail_from=environ.get("CHEMISE_MAIL_FROM", ""),
        backup_dir=Path(environ.get("CHEMISE_BACKUPS", str(data_dir / "backups"))).resolve(),
        live_frames_per_second=int(environ.get("CHEMISE_LIVE_FRAMES_PER_SECOND", "60")),
        live_frame_bytes=int(environ.get("CHEMISE_LIVE_FRAME_BYTES", str(1 << 20))),
        picture_bytes=int(environ.get("CHEMISE_PICTURE_BYTES", str(15 << 20))),
        log_level=environ.get("CHEMISE_LOG", "INFO"),
    )


def _check_mail_server(address: str) -> None:
    """The address itself stays out of the message: a password may stand in it."""
    try:
        parts = urlsplit(address)
        readable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        readable = False
    if not readable:
        message = "CHEMISE_SMTP_URL is no address that can be read; it looks like smtp://user:password@host:587"
        raise ValueError(message)


@functools.cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return read_settings(os.environ)


@functools.cache
def secret_key() -> bytes:
    """The installation's own secret: CHEMISE_SECRET, or made once and kept beside the data (mode 0600).

    Raises ValueError when CHEMISE_SECRET is shorter than 32 bytes: a short secret is as bad as a default one.
    """
    given = os.environ.get("CHEMISE_SECRET", "").encode()
    if given:
        if len(given) < MINIMUM_SECRET_BYTES:
            message = "CHEMISE_SECRET must be at least 32 bytes long"
            raise ValueError(message)
        return given
    path = settings().data_dir / "secret.key"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(48))
        file.flush()
        os.fsync(file.fileno())
    return path.read_bytes()
