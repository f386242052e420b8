"""The vocabulary of accounts: operations, one-time purposes, what the pages see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class AccountsOperation(StrEnum):
    """What can be done with persons and sessions."""

    SIGN_IN = "sign_in"
    OPEN_SESSION = "open_session"
    CLOSE_SESSION = "close_session"
    END_SESSION = "end_session"
    LIST_SESSIONS = "list_sessions"
    CHANGE_PASSWORD = "change_password"
    ASK_RESET = "ask_reset"
    MAKE_RESET_LINK = "make_reset_link"
    RESET_PASSWORD = "reset_password"
    CHANGE_PROFILE = "change_profile"
    SWITCH_GROUP = "switch_group"
    EXPORT_MY_DATA = "export_my_data"
    CHECK_INSTALLATION = "check_installation"


class Purpose(StrEnum):
    """What a one-time token opens."""

    TICKET = "ticket"
    RESET = "reset"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSession:
    """A session that was just opened: `token` goes into the cookie and is known nowhere else."""

    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One of a person's open sessions, as Mon compte shows it."""

    session_id: UUID
    agent: str
    created_at: datetime
    last_seen_at: datetime
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """A person's own profile and the groups they may enter."""

    name: str
    email: str
    locale: str
    has_password: bool
    groups: tuple[tuple[UUID, str], ...]
    current_group_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetTarget:
    """Whom a reset link is for; the link works once, until `expires_at`."""

    name: str
    locale: str
    expires_at: datetime
