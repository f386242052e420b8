"""The vocabulary of lightness: targets of a group, and what a measure says of a fiche."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workspace.fiches.words import Lightness
from workspace.publishing.words import Paper, SideFit


class LightnessOperation(StrEnum):
    """What can be done about lightness."""

    VIEW_TARGETS = "view_targets"
    CHANGE_TARGETS = "change_targets"
    MEASURE_FICHE = "measure_fiche"
    PREVIEW_FICHE = "preview_fiche"


class Zone(StrEnum):
    """The four places of a fiche that have a target. The recto's words include title and accroche."""

    TITLE = "title"
    ACCROCHE = "accroche"
    RECTO = "recto"
    VERSO = "verso"


@dataclass(frozen=True, slots=True)
class Bounds:
    """Words of a zone: `target` is what one aims at, beyond `limit` it is too long."""

    target: int
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """A group's own targets. `sentence_…` is the longest sentence in words; `ease` a Kandel-Moles score."""

    title: Bounds = Bounds(7, 10)
    accroche: Bounds = Bounds(25, 35)
    recto: Bounds = Bounds(100, 125)
    verso: Bounds = Bounds(250, 300)
    sentence_recto: int = 20
    sentence_verso: int = 25
    ease: int = 60
    paper: Paper = Paper.A4

    def bounds(self, zone: Zone) -> Bounds:
        """The bounds of a zone."""
        bounds: dict[Zone, Bounds] = {
            Zone.TITLE: self.title,
            Zone.ACCROCHE: self.accroche,
            Zone.RECTO: self.recto,
            Zone.VERSO: self.verso,
        }
        return bounds[zone]

    def longest_sentence(self, zone: Zone) -> int:
        """Words of the longest sentence that a zone should hold."""
        return self.sentence_verso if zone is Zone.VERSO else self.sentence_recto


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsView:
    """The targets in force. `version` is 0 while the group keeps the defaults and nobody saved any."""

    targets: Targets
    version: int
    may_change: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in the text, and its words."""

    text: str
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visuals:
    """What a side shows besides sentences."""

    pictures: int = 0
    key_figures: int = 0
    tables: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.pictures + self.key_figures + self.tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneMeasure:
    """One zone. `ease` is None under a hundred words, where one syllable moves the score by points."""

    zone: Zone
    words: int
    bounds: Bounds
    weight: Lightness
    longest: Sentence | None
    sentence_bound: int
    ease: float | None = None
    visuals: Visuals = Visuals()

    @property
    def sentence_is_long(self) -> bool:
        """Whether the longest sentence is beyond the group's target."""
        return self.longest is not None and self.longest.words > self.sentence_bound


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheMeasure:
    """A fiche measured. `fits` is None when the typesetter could not answer; then nothing is said of the sheet."""

    fiche_id: UUID
    zones: tuple[ZoneMeasure, ...]
    targets: Targets
    fits: tuple[SideFit, ...] | None
    is_live: bool
    stamp: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FichePreview:
    """A fiche as it will look. `sides` are PNG images, recto first, empty when the typesetter could not answer."""

    sides: tuple[bytes, ...]
    fits: tuple[SideFit, ...] | None
    phone: str
    stamp: str
