"""The vocabulary of the installation check."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CheckStatus(StrEnum):
    """How a point stands."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One point. `key`, `value` and `action` are message ids; `values` fill the value; no action = nothing to do."""

    key: str
    status: CheckStatus
    value: str
    values: tuple[tuple[str, str | int], ...] = ()
    action: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFacts:
    """What the database says of itself. `unexpected` names settings that are not as intended; sizes are bytes."""

    engine: str
    version: tuple[int, ...]
    unexpected: tuple[str, ...]
    is_sound: bool
    check_milliseconds: int
    byte_count: int
    skew_milliseconds: int | None
    open_texts: int
    people_in_texts: int
    picture_count: int
    picture_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HostFacts:
    """What the machine and the settings say. `secret_mode`: None when the secret comes from the environment."""

    free_bytes: int
    total_bytes: int
    clock_jump_milliseconds: int
    has_zones: bool
    mail_host: str
    backup_age_hours: int | None
    base_url: str
    secret_mode: int | None
    script_hashes: int
