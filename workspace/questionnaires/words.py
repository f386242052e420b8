"""The vocabulary of questionnaires."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

# A text, the index of a choice, the step of a scale, or indexes of choices (in order for a ranking).
Value = str | int | list[int]


class FormState(StrEnum):
    """Where a questionnaire stands."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class ItemKind(StrEnum):
    """A heading, or a kind of question."""

    SECTION = "section"
    OPEN = "open"
    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    RANKING = "ranking"


WITH_CHOICES = frozenset({ItemKind.SINGLE, ItemKind.MULTIPLE, ItemKind.RANKING})


class Source(StrEnum):
    """How an answer came: filled in on line, on paper and keyed in, or invented for the example."""

    ONLINE = "online"
    PAPER = "paper"
    INVENTED = "invented"


class FormsOperation(StrEnum):
    """What can be done with questionnaires. The last one is done by the house itself, each day."""

    LIST_QUESTIONNAIRES = "list_questionnaires"
    VIEW_QUESTIONNAIRE = "view_questionnaire"
    CREATE_QUESTIONNAIRE = "create_questionnaire"
    CHANGE_QUESTIONNAIRE = "change_questionnaire"
    SHARE_QUESTIONNAIRE = "share_questionnaire"
    ANSWER_QUESTIONNAIRE = "answer_questionnaire"
    WITHDRAW_ANSWER = "withdraw_answer"
    ENTER_PAPER_ANSWER = "enter_paper_answer"
    VIEW_ANSWERS = "view_answers"
    SORT_ANSWERS = "sort_answers"
    EXPORT_ANSWERS = "export_answers"
    ERASE_ANSWERS = "erase_answers"
    ERASE_DUE_ANSWERS = "erase_due_answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDraft:
    """Title and notice as typed. `version` is the one that the form showed."""

    title: str
    intro: str = ""
    language: str = "fr"
    controller: str = ""
    purpose: str = ""
    contact: str = ""
    is_anonymous: bool = True
    closes_on: date | None = None
    erase_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDraft:
    """A question or a section as typed."""

    kind: ItemKind
    text: str
    help: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    steps: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question or a section as it stands."""

    item_id: UUID
    kind: ItemKind
    text: str
    help: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    steps: int = 0

    @property
    def is_question(self) -> bool:
        """Whether something is answered here."""
        return self.kind is not ItemKind.SECTION


@dataclass(frozen=True, slots=True, kw_only=True)
class FormAbilities:
    """What the actor may do: the page draws from it, the service enforces the same."""

    may_create: bool
    may_change: bool
    may_share: bool
    may_enter: bool
    may_sort: bool
    may_export: bool
    may_erase: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """A questionnaire in the list."""

    form_id: UUID
    title: str
    state: FormState
    questions: int
    answers: int
    closes_on: date | None
    created_at: datetime
    is_invented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormList:
    """The group's questionnaires, the newest first."""

    lines: tuple[FormLine, ...]
    abilities: FormAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """A personal link, as far as it may be known."""

    link_id: UUID
    label: str
    is_used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLink:
    """A personal link that is shown once."""

    label: str
    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """One questionnaire for who builds, shares or reads it. `state` already knows that the closing day is over."""

    form_id: UUID
    group_name: str
    draft: FormDraft
    state: FormState
    items: tuple[Item, ...]
    answers: int
    public_token: str
    links: tuple[LinkLine, ...]
    is_invented: bool
    opened_at: datetime | None
    closed_at: datetime | None
    erased_at: datetime | None
    zone: str
    abilities: FormAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicForm:
    """What somebody who answers sees; nothing of the group's accounts. `link_id` is set for a personal link."""

    form_id: UUID
    group_name: str
    draft: FormDraft
    items: tuple[Item, ...]
    erase_on: date
    link_id: UUID | None = None
    is_trial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A posted form, read: the values that hold, and for each field that does not, the code of its error."""

    values: dict[UUID, Value] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An answer that was taken in; the token is how its author takes it back."""

    number: int
    withdraw_token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """What one respondent said to one question, with what the group did with it."""

    answer_id: UUID
    number: int
    source: Source
    value: Value
    tags: tuple[str, ...] = ()
    question_ids: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """One filled-in questionnaire, without a name."""

    response_id: UUID
    number: int
    source: Source
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrameChoice:
    """A question of the trame that answers can be attached to."""

    question_id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormResults:
    """All that was answered. `answers` by item, in the order of the respondents."""

    form_id: UUID
    items: tuple[Item, ...]
    respondents: tuple[Respondent, ...]
    answers: dict[UUID, tuple[GivenAnswer, ...]]
    tags: tuple[str, ...]
    trame: tuple[TrameChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of a chart and of its table. `share`: a part of those who answered, or a mean place (ranking)."""

    label: str
    count: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedAnswer:
    """An answer that stands behind a question of the trame."""

    answer_id: UUID
    form_id: UUID
    form_title: str
    asked: str
    said: str
    number: int
    is_invented: bool
