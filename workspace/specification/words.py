"""The vocabulary of the cahier des charges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from workspace.livetext.words import Block


class SpecificationOperation(StrEnum):
    """What can be done with a cahier des charges; the journal's word for it."""

    VIEW = "view_specification"
    CREATE = "create_specification"
    LINK = "link_clause"
    FREEZE = "freeze_specification"
    APPROVE = "approve_specification"
    OBJECT = "object_specification"
    ADOPT = "adopt_specification"
    EXPORT = "export_specification"


class ClauseState(StrEnum):
    """How far a clause is: no word, words between square brackets left to fill in, or written."""

    EMPTY = "empty"
    OPEN = "open"
    WRITTEN = "written"


class AdoptionRule(StrEnum):
    """When a version may be adopted: every structure approved; or nobody objects and half of them answered."""

    ALL = "all"
    CONSENT = "consent"


class Stance(StrEnum):
    """What a structure says of a version."""

    APPROVED = "approved"
    OBJECTION = "objection"


class LinkKind(StrEnum):
    """What may justify a clause. Another room adds its kind here and its names in `queries.JUSTIFICATIONS`."""

    FICHE = "fiche"


class ExportFormat(StrEnum):
    """What a version leaves as; the value is the file's suffix."""

    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseTemplate:
    """A clause of the template in one language. `hint` says what to write in it, `starter` begins it."""

    name: str
    heading: str
    hint: str
    is_required: bool
    starter: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Something that justifies a clause, with its name for people."""

    kind: LinkKind
    object_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseView:
    """A clause as it stands in the living text; `blanks` are the words left to fill in."""

    name: str
    heading: str
    hint: str
    is_required: bool
    state: ClauseState
    blanks: tuple[str, ...]
    links: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenClause:
    """A clause of a version: heading, words, names of what justified it."""

    name: str
    heading: str
    blocks: Sequence[Block]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Where one structure stands towards a version; `stance` None: it is awaited."""

    structure_id: UUID
    name: str
    stance: Stance | None
    person: str = ""
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecificationAbilities:
    """What the actor may do now; the service enforces the same."""

    may_link: bool
    may_freeze: bool
    may_speak: bool
    may_adopt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """A version. Adopted: `voices` are those kept under the seal, the others' are read anew."""

    version_id: UUID
    number: int
    title: str
    language: str
    clauses: tuple[FrozenClause, ...]
    said_hash: str
    rule: AdoptionRule
    frozen_at: datetime
    frozen_by: str
    adopted_at: datetime | None
    adopted_by: str
    seal: str
    voices: tuple[Voice, ...]

    @property
    def is_adopted(self) -> bool:
        """Whether it is settled for good."""
        return self.adopted_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecificationView:
    """A cahier des charges with its clauses of now and its versions, the latest first.

    `is_ahead`: the living text says something else than the latest version.
    """

    specification_id: UUID
    text_id: UUID
    title: str
    language: str
    zone: str
    clauses: tuple[ClauseView, ...]
    versions: tuple[VersionView, ...]
    is_ahead: bool
    silent: tuple[str, ...]
    abilities: SpecificationAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecificationLine:
    """A cahier des charges in a list."""

    specification_id: UUID
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecificationDesk:
    """What the page starts from: those that exist, whether the actor may begin one, what clauses may point at."""

    lines: tuple[SpecificationLine, ...]
    may_create: bool
    choices: Mapping[LinkKind, tuple[Reference, ...]] = field(default_factory=dict)
