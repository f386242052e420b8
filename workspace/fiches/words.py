"""The vocabulary of fiches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class FicheKind(StrEnum):
    """What a fiche is about."""

    ETAPE = "etape"
    STRUCTURE = "structure"
    FREE = "free"


class FicheStatus(StrEnum):
    """How far the group is with a fiche."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"


class Lightness(StrEnum):
    """How a fiche stands against the word targets of the printed chemise."""

    LIGHT = "light"
    FAIR = "fair"
    HEAVY = "heavy"


class FichesOperation(StrEnum):
    """What can be done with fiches, their pictures and the trame."""

    VIEW_BOARD = "view_board"
    VIEW_FICHE = "view_fiche"
    CREATE_FICHE = "create_fiche"
    CHANGE_FICHE = "change_fiche"
    ORDER_FICHES = "order_fiches"
    ARCHIVE_FICHE = "archive_fiche"
    RESTORE_FICHE = "restore_fiche"
    ADD_PICTURE = "add_picture"
    VIEW_PICTURE = "view_picture"
    VIEW_ALBUM = "view_album"
    DESCRIBE_PICTURE = "describe_picture"
    VIEW_TRAME = "view_trame"
    CHANGE_TRAME = "change_trame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to point at: an étape, a structure, a question, another fiche."""

    choice_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheDraft:
    """What a form says of a fiche. `version` is the one the form showed (0 for a new one)."""

    title: str
    accroche: str = ""
    kind: FicheKind = FicheKind.FREE
    etape_ids: tuple[UUID, ...] = ()
    structure_ids: tuple[UUID, ...] = ()
    question_ids: tuple[UUID, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheFacts:
    """What the rules need to know of a fiche to decide who may act on it. `structure_ids`: those still there."""

    group_id: UUID
    kind: FicheKind
    structure_ids: frozenset[UUID] = frozenset()
    created_by: UUID | None = None
    is_archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheAbilities:
    """What the actor may do with one fiche: the page draws from it, the service enforces the same."""

    may_change: bool
    may_archive: bool
    may_restore: bool
    may_order: bool
    may_add_picture: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardAbilities:
    """What the actor may do with the fiches as a whole."""

    may_create: bool
    may_order: bool
    may_change_trame: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """A person seen in a text now."""

    person_id: UUID
    name: str
    is_writing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheCard:
    """A fiche on the board. `number` is its place among the group's fiches, from 1; 0 when archived.

    `words_recto` counts title, accroche and level 1; `words_verso` counts level 2. `changed_by` is empty when
    nobody wrote yet and the creator is gone.
    """

    fiche_id: UUID
    text_id: UUID
    title: str
    accroche: str
    kind: FicheKind
    status: FicheStatus
    number: int
    etape_ids: tuple[UUID, ...]
    structure_ids: tuple[UUID, ...]
    words_recto: int
    words_verso: int
    is_blank: bool
    lightness: Lightness
    changed_at: datetime
    changed_by: str
    present: tuple[Someone, ...]
    is_archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilters:
    """Which cards to keep. Nothing chosen = every fiche that is not archived."""

    etape_id: UUID | None = None
    structure_id: UUID | None = None
    status: FicheStatus | None = None
    kind: FicheKind | None = None
    words: str = ""
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The group's fiches, its étapes in the order of the path, its structures by name.

    `total` counts the fiches before filtering, archived ones left out; `archived_total` counts those.
    """

    cards: tuple[FicheCard, ...]
    etapes: tuple[Choice, ...]
    structures: tuple[Choice, ...]
    total: int
    archived_total: int
    zone: str
    abilities: BoardAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChoices:
    """What the form of a new fiche can choose from."""

    etapes: tuple[Choice, ...]
    structures: tuple[Choice, ...]
    questions: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentFiche:
    """A fiche where somebody is now."""

    fiche_id: UUID
    title: str
    people: tuple[Someone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheView:
    """One fiche with its links and what the actor may do. The `all_…` tuples are what a form can choose from."""

    fiche_id: UUID
    text_id: UUID
    draft: FicheDraft
    status: FicheStatus
    created_at: datetime
    created_by: str
    changed_at: datetime
    changed_by: str
    archived_at: datetime | None
    words_recto: int
    words_verso: int
    is_blank: bool
    lightness: Lightness
    etapes: tuple[Choice, ...]
    structures: tuple[Choice, ...]
    questions: tuple[Choice, ...]
    all_etapes: tuple[Choice, ...]
    all_structures: tuple[Choice, ...]
    all_questions: tuple[Choice, ...]
    other_fiches: tuple[Choice, ...]
    zone: str
    abilities: FicheAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class TrameEntry:
    """A question as typed. `question_id` None = a new one; an empty `text` sets the question aside."""

    question_id: UUID | None
    text: str
    text_en: str = ""
    etape_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBehind:
    """What a project bearer answered, word for word; `origin` names where (a questionnaire)."""

    answer_id: UUID
    text: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrameQuestionView:
    """A question with its étape, the fiches that answer it and the bearers' answers behind it.

    `merged`: the words of the questions that it took in; `split_from`: those of the one it was parted from.
    """

    question_id: UUID
    text: str
    text_en: str
    etape_id: UUID | None
    etape: str
    fiches: tuple[Choice, ...]
    version: int
    answers: tuple[AnswerBehind, ...] = ()
    merged: tuple[str, ...] = ()
    split_from: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrameView:
    """The ordered outline. `stamp` names this state of the whole: `save_trame` refuses any other."""

    questions: tuple[TrameQuestionView, ...]
    etapes: tuple[Choice, ...]
    stamp: str
    may_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPicture:
    """An image decoded, turned upright, cut down and encoded again, without metadata."""

    data: bytes
    media_type: str
    suffix: str
    width: int
    height: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """A stored picture that the actor may see."""

    picture_id: UUID
    media_type: str
    suffix: str
    sha256: str
    width: int
    height: int
