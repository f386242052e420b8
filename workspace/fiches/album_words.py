"""The vocabulary of the album: a group's pictures, where they are used, how large they print."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Licence(StrEnum):
    """On what ground the group may publish a picture."""

    UNSAID = ""
    OWN = "own"
    AGREED = "agreed"
    CC0 = "cc0"
    CC_BY = "cc-by"
    CC_BY_SA = "cc-by-sa"
    OTHER = "other"


class Sharpness(StrEnum):
    """How a picture prints at a width: at 300 points an inch or more, from 200, or under."""

    SHARP = "sharp"
    SOFT = "soft"
    COARSE = "coarse"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureDraft:
    """What a form says of a picture. `version` is the one that the form showed."""

    credit: str
    licence: Licence
    source: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureUse:
    """A place where a picture stands. `width_mm` is its printed width there, `ppi` its points an inch at it."""

    fiche_id: UUID
    title: str
    fragment: str
    alt: str
    credit: str
    width_mm: int
    ppi: int
    sharpness: Sharpness


class Elsewhere(StrEnum):
    """What else than a fiche shows a picture; the value ends the key of its sentence."""

    CLAUSE = "clause"
    VERSION = "version"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturePlace:
    """A place outside fiches. `part`: the clause; `number`: the version that keeps it for good, 0 for none."""

    kind: Elsewhere
    object_id: UUID
    title: str
    part: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AlbumPicture:
    """A picture of the group. `sharp_mm`: the largest width at which it prints at 300 points an inch."""

    picture_id: UUID
    width: int
    height: int
    byte_count: int
    draft: PictureDraft
    added_at: datetime
    added_by: str
    sharp_mm: int
    uses: tuple[PictureUse, ...]
    places: tuple[PicturePlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """The group's pictures, the latest first."""

    pictures: tuple[AlbumPicture, ...]
    zone: str
    may_describe: bool
