"""The vocabulary of review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from workspace.fiches.words import FicheStatus
from workspace.livetext.words import Block


class ReviewOperation(StrEnum):
    """What can be done about the review of a fiche; the journal's word for it."""

    VIEW_REVIEW = "view_review"
    ASK_REVIEW = "ask_review"
    APPROVE_FICHE = "approve_fiche"
    ASK_CHANGES = "ask_changes"
    STOP_REVIEW = "stop_review"
    REOPEN_FICHE = "reopen_fiche"
    PUBLISH_FICHE = "publish_fiche"


class ReviewScope(StrEnum):
    """Who must approve: the structures that the fiche is linked to, or all of the group."""

    CONCERNED = "concerned"
    ALL = "all"


class RoundState(StrEnum):
    """How far a round of review is."""

    OPEN = "open"
    APPROVED = "approved"
    CLOSED = "closed"


class Decision(StrEnum):
    """What a structure said."""

    APPROVED = "approved"
    CHANGES = "changes"


class Standing(StrEnum):
    """Where a structure stands: nothing said, approved these words, approved other words, asked for a change."""

    AWAITED = "awaited"
    APPROVED = "approved"
    STALE = "stale"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The words of a fiche as somebody sees them: `said_hash` is what a click sends back."""

    title: str
    accroche: str
    content: Mapping[str, Sequence[Block]]
    seq: int
    said_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureVoice:
    """Where one structure stands, who spoke for it, and why when it asked for a change."""

    structure_id: UUID
    name: str
    standing: Standing
    person: str = ""
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewAbilities:
    """What the actor may do now; the service enforces the same."""

    may_ask: bool
    may_speak: bool
    may_stop: bool
    may_reopen: bool
    may_publish: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """The review of a fiche. `voices` is empty in draft; `silent` are structures with nobody who could approve."""

    fiche_id: UUID
    status: FicheStatus
    zone: str
    scope: ReviewScope
    voices: tuple[StructureVoice, ...]
    note: str
    asked_at: datetime | None
    asked_by: str
    approved_at: datetime | None
    reopened_at: datetime | None
    reopened_by: str
    reason: str
    linked: tuple[str, ...]
    silent: tuple[str, ...]
    own: Standing | None
    abilities: ReviewAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFact:
    """What Accueil needs of a fiche in review: where the actor's structure stands, and whether a change is asked."""

    fiche_id: UUID
    own: Standing | None
    change_asked: bool
