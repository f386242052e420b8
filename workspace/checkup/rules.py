"""Pure judgements of the installation check: from a fact to a line."""

from __future__ import annotations

from urllib.parse import urlsplit

from workspace.checkup.words import CheckLine, CheckStatus, HostFacts, StoreFacts

# The WAL-reset defect (3.7.0 to 3.51.2) can damage a file that is written while it is checkpointed.
OLDEST_SQLITE = (3, 51, 3)
OLDEST_POSTGRESQL = (14,)
DISK_WARN_PERCENT, DISK_BAD_PERCENT = 10, 3
SKEW_MILLISECONDS = 2000
BACKUP_WARN_HOURS, BACKUP_BAD_HOURS = 26, 24 * 7
OWNER_ONLY = 0o600
INLINE_SCRIPTS = 1
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

OK, WARN, BAD = CheckStatus.OK, CheckStatus.WARN, CheckStatus.BAD


def _line(key: str, status: CheckStatus, value: str, action: str = "", **values: str | int) -> CheckLine:
    return CheckLine(
        key=f"check-{key}",
        status=status,
        value=f"value-{value}",
        values=tuple(values.items()),
        action=f"action-{action}" if action and status is not OK else "",
    )


def _megabytes(count: int) -> int:
    return round(count / 1_000_000)


def engine_line(facts: StoreFacts) -> CheckLine:
    """The database's kind and version."""
    oldest = OLDEST_SQLITE if facts.engine == "sqlite" else OLDEST_POSTGRESQL
    name = "SQLite" if facts.engine == "sqlite" else "PostgreSQL"
    version = ".".join(map(str, facts.version))
    status = OK if facts.version >= oldest else BAD
    return _line("engine", status, "engine", f"engine-{facts.engine}", name=name, version=version)


def settings_line(facts: StoreFacts) -> CheckLine:
    """Whether the settings that keep acknowledged work through a power cut are in force."""
    if not facts.unexpected:
        return _line("settings", OK, "settings-ok")
    return _line("settings", BAD, "settings-bad", "settings", names=", ".join(facts.unexpected))


def revision_line(current: str | None, head: str | None) -> CheckLine:
    """Whether the database is at the code's version."""
    status = OK if current == head else BAD
    return _line("revision", status, "revision", "revision", current=current or "-", head=head or "-")


def integrity_line(facts: StoreFacts) -> CheckLine:
    """Whether the database's own check finds it whole. On PostgreSQL: whether it answers."""
    if not facts.is_sound:
        return _line("integrity", BAD, "integrity-bad", "integrity")
    return _line("integrity", OK, "integrity-ok", milliseconds=facts.check_milliseconds)


def disk_line(facts: HostFacts) -> CheckLine:
    """Room where the data lies."""
    percent = 100 * facts.free_bytes // max(facts.total_bytes, 1)
    status = BAD if percent < DISK_BAD_PERCENT else WARN if percent < DISK_WARN_PERCENT else OK
    return _line("disk", status, "disk", "disk", percent=percent, megabytes=_megabytes(facts.free_bytes))


def clock_line(skew: int | None, jump: int) -> CheckLine:
    """The clock against the database's (milliseconds), and against its own steady clock since the start."""
    apart = max(abs(skew or 0), abs(jump))
    status = OK if apart <= SKEW_MILLISECONDS else WARN
    return _line("clock", status, "clock" if skew is not None else "clock-alone", "clock", milliseconds=apart)


def zones_line(facts: HostFacts) -> CheckLine:
    """Whether dates can be shown in the group's own time."""
    return _line("zones", OK, "zones-ok") if facts.has_zones else _line("zones", BAD, "zones-bad", "zones")


def mail_line(facts: HostFacts) -> CheckLine:
    """Whether mails can go out."""
    if not facts.mail_host:
        return _line("mail", WARN, "mail-none", "mail")
    return _line("mail", OK, "mail-ok", host=facts.mail_host)


def backup_line(facts: HostFacts) -> CheckLine:
    """How old the newest backup is that lies where backups are looked for."""
    age = facts.backup_age_hours
    if age is None:
        return _line("backup", BAD, "backup-never", "backup")
    status = BAD if age > BACKUP_BAD_HOURS else WARN if age > BACKUP_WARN_HOURS else OK
    return _line("backup", status, "backup-age", "backup", hours=age)


def address_line(facts: HostFacts) -> CheckLine:
    """The public address: needed for mails, and https for a site that others reach."""
    if not facts.base_url:
        return _line("address", WARN, "address-none", "address")
    parts = urlsplit(facts.base_url)
    safe = parts.scheme == "https" or parts.hostname in LOOPBACK
    return _line("address", OK if safe else BAD, "address", "address", address=facts.base_url)


def cookie_line(facts: HostFacts) -> CheckLine:
    """The flags of the sign-in cookie; Secure follows the public address."""
    secure = facts.base_url.startswith("https://")
    return _line("cookie", OK if secure else WARN, "cookie", "address", secure=", Secure, __Host-" if secure else "")


def secret_line(facts: HostFacts) -> CheckLine:
    """Who may read the secret key."""
    if facts.secret_mode is None:
        return _line("secret", OK, "secret-environment")
    status = OK if facts.secret_mode & ~OWNER_ONLY == 0 else BAD
    return _line("secret", status, "secret-file", "secret", mode=f"{facts.secret_mode:04o}")


def policy_line(facts: HostFacts) -> CheckLine:
    """The content policy allows the one inline script of the page we know, and no other."""
    status = OK if facts.script_hashes == INLINE_SCRIPTS else WARN
    return _line("policy", status, "policy", "policy", count=facts.script_hashes)


def plain_lines(facts: StoreFacts) -> tuple[CheckLine, ...]:
    """Figures that need no judgement."""
    return (
        _line("size", OK, "megabytes", megabytes=_megabytes(facts.byte_count)),
        _line(
            "pictures",
            OK,
            "pictures",
            count=facts.picture_count,
            megabytes=_megabytes(facts.picture_bytes),
        ),
        _line("rooms", OK, "rooms", texts=facts.open_texts, people=facts.people_in_texts),
    )


def judge(store: StoreFacts, host: HostFacts, *, current: str | None, head: str | None) -> list[CheckLine]:
    """All lines, in the order of the page."""
    return [
        engine_line(store),
        settings_line(store),
        revision_line(current, head),
        integrity_line(store),
        disk_line(host),
        clock_line(store.skew_milliseconds, host.clock_jump_milliseconds),
        zones_line(host),
        mail_line(host),
        backup_line(host),
        address_line(host),
        cookie_line(host),
        secret_line(host),
        policy_line(host),
        *plain_lines(store),
    ]
