"""The vocabulary of Accueil."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from workspace.comments.words import Mention
from workspace.meetings.words import Announced
from workspace.review.words import ReviewFact
from workspace.specification.words import SpecificationLine


class AccueilOperation(StrEnum):
    """What can be done on Accueil."""

    VIEW_HOME = "view_home"


class Awaited(StrEnum):
    """What may await somebody. The sentence of each is `accueil-awaits-<value>`."""

    ANSWER_MENTION = "answer-mention"
    WRITE_OWN_FICHE = "write-own-fiche"
    COMPLETE_STRUCTURE = "complete-structure"
    APPROVE_FICHE = "approve-fiche"
    APPROVE_AGAIN = "approve-again"
    APPROVE_SPECIFICATION = "approve-specification"
    APPROVE_COMMITMENT = "approve-commitment"
    APPROVE_INVOICE = "approve-invoice"
    PLEDGE_CONTRIBUTION = "pledge-contribution"
    PAY_CONTRIBUTION = "pay-contribution"
    PAY_FEE = "pay-fee"
    VALIDATE_IN_KIND = "validate-in-kind"
    ANSWER_CHANGE = "answer-change"
    LIGHTEN_FICHE = "lighten-fiche"
    INVITE_STRUCTURE = "invite-structure"
    COVER_ETAPE = "cover-etape"
    ANSWER_QUESTIONS = "answer-questions"
    VOTE = "vote"
    DO_ACTION = "do-action"
    FIRST_FICHE = "first-fiche"
    FIRST_ETAPES = "first-etapes"
    FIRST_INVITATION = "first-invitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitedAct:
    """One thing to do: what, on which object, and the page with its query that leads there."""

    kind: Awaited
    label: str = ""
    count: int = 1
    page: str
    object_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that others did. `operation` names the sentence; `people` are names, one or several."""

    at: datetime
    operation: str
    people: tuple[str, ...]
    label: str
    page: str = ""
    object_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnStructure:
    """What Accueil needs of the actor's own structure."""

    structure_id: UUID
    name: str
    has_presentation: bool
    has_etapes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheFact:
    """What Accueil needs of a fiche."""

    fiche_id: UUID
    title: str
    is_blank: bool
    is_heavy: bool
    status: str
    etape_ids: tuple[UUID, ...]
    structure_ids: tuple[UUID, ...]
    review: ReviewFact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFacts:
    """All that decides what awaits somebody."""

    fiches: tuple[FicheFact, ...]
    etapes: tuple[tuple[UUID, str], ...]
    own: OwnStructure | None
    silent_structures: tuple[tuple[UUID, str], ...]
    unanswered_count: int
    question_count: int
    structure_count: int
    member_count: int
    open_votes: tuple[tuple[UUID, str], ...] = ()
    is_facilitator: bool
    may_write: bool
    mentions: tuple[Mention, ...] = ()
    actions: tuple[tuple[UUID, str], ...] = ()
    specifications: tuple[SpecificationLine, ...] = ()
    registered: tuple[AwaitedAct, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastMeeting:
    """The meeting that the group held last."""

    meeting_id: UUID
    title: str
    starts_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The whole page. `since`: the visit before this one, or the last meeting when that was asked; None: neither.

    `next_meeting` and `last_meeting`: None when there is none.
    """

    group_name: str
    territory: str
    zone: str
    since: datetime | None
    awaited: tuple[AwaitedAct, ...]
    changes: tuple[Change, ...]
    facts: HomeFacts
    next_meeting: Announced | None = None
    last_meeting: LastMeeting | None = None
