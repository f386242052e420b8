"""What an example group is made of: frozen values, no database, no id.

Everything points to everything else by key ("energies-alternatives", "creation"): ids exist only once the
group is written in a database.
"""

from dataclasses import dataclass
from enum import StrEnum

from examples.blocks import Block

LANGUAGES = ("fr", "en")


class Role(StrEnum):
    """A person's place in the group."""

    FACILITATOR = "facilitator"
    TREASURER = "treasurer"
    PARTNER = "partner"
    OBSERVER = "observer"


class Presence(StrEnum):
    """Whether a structure is in the group, or only named as one that may come later."""

    MEMBER = "member"
    LATER = "later"


class FicheKind(StrEnum):
    """What a fiche is about."""

    ETAPE = "etape"
    STRUCTURE = "structure"
    FREE = "free"


class FicheStatus(StrEnum):
    """How far a fiche is."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in both interface languages."""

    fr: str
    en: str

    def within(self, language: str) -> str:
        """The words in one of LANGUAGES."""
        return self.en if language == "en" else self.fr


@dataclass(frozen=True, slots=True)
class Etape:
    """A step of the bearer's path; `name` and `line` are in the language that was asked for."""

    code: str
    order: int
    name: str
    line: str
    names: Words
    lines: Words


@dataclass(frozen=True, slots=True)
class Fonction:
    """A kind of support; `name` is in the language that was asked for."""

    code: str
    order: int
    name: str
    names: Words


@dataclass(frozen=True, slots=True)
class Offer:
    """The steps a structure covers and the support it gives; `note` says on what ground."""

    etapes: tuple[str, ...] = ()
    fonctions: tuple[str, ...] = ()
    invented: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a structure, as it is to be shown."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Subsidiary:
    """A company or cooperative that a structure created."""

    name: str
    activity: str
    since: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """An organisation; a field the meeting report does not support is empty."""

    key: str
    name: str
    presence: Presence
    summary: str
    legal_form: str
    founded: int | None
    web: str
    sites: tuple[str, ...]
    networks: tuple[str, ...]
    subsidiaries: tuple[Subsidiary, ...]
    figures: tuple[Figure, ...]
    offer: Offer


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, by initials and part only: no mail, no phone, no full name."""

    key: str
    name: str
    structure: str
    role: Role
    invented: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the trame; `etape` is None when it crosses all steps."""

    key: str
    order: int
    text: str
    texts: Words
    etape: str | None
    fiches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VariantLine:
    """A question of a proposed trame; `texts` is None when it keeps the words of its one source."""

    texts: Words | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """Another trame that somebody proposes; `aside` are the questions it leaves out."""

    key: str
    name: str
    reason: str
    author: str
    invented: bool
    lines: tuple[VariantLine, ...]
    aside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fiche:
    """A sheet in two levels, with its links still by key."""

    key: str
    title: str
    accroche: str
    kind: FicheKind
    status: FicheStatus
    order: int
    etapes: tuple[str, ...]
    structures: tuple[str, ...]
    authors: tuple[str, ...]
    level1: tuple[Block, ...]
    level2: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ExampleGroup:
    """A whole example: every tuple is in its display order."""

    key: str
    language: str
    languages: tuple[str, ...]
    name: str
    names: Words
    purpose: str
    purposes: Words
    territory: str
    host: str
    etapes: tuple[Etape, ...]
    fonctions: tuple[Fonction, ...]
    structures: tuple[Structure, ...]
    people: tuple[Person, ...]
    trame: tuple[Question, ...]
    variants: tuple[Variant, ...]
    fiches: tuple[Fiche, ...]
