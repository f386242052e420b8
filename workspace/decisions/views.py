"""What pages read of decisions: frozen values, made by `queries`, drawn by `pages/decisions`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from workspace.decisions.words import (
    Asks,
    CandidateState,
    Content,
    Kind,
    Method,
    ObjectionStatus,
    ProposalDraft,
    Rule,
    Stage,
    Tally,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """An option as shown; `author` is empty when it is hidden."""

    option_id: UUID
    name: str
    text: str
    author: str
    pictures: tuple[UUID, ...]
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoterLine:
    """A structure of the roll. `content` only where the reader may see it: a named vote that shows its results."""

    structure_id: UUID
    name: str
    cast_by: str = ""
    via: str = ""
    at: datetime | None = None
    text_version: int = 0
    content: Content | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceLine:
    """An observer's advisory voice, counted apart."""

    name: str
    content: Content | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What somebody answered to an objection."""

    name: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionView:
    """An objection, what was said about it, how it ended."""

    objection_id: UUID
    round: int
    structure_id: UUID
    structure: str
    reason: str
    status: ObjectionStatus
    text_version: int
    settled_by: str
    settled_at: datetime | None
    lifted_by_version: int | None
    note: str
    remarks: tuple[Remark, ...]
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A version of the words voted on, and what it corrected."""

    version: int
    at: datetime
    name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurationView:
    """A voice that one structure gave to another. `proposal_id` None = every vote until `until`."""

    procuration_id: UUID
    giver_id: UUID
    giver: str
    holder_id: UUID
    holder: str
    proposal_id: UUID | None
    until: date | None
    instruction: str
    given_by: str
    given_at: datetime
    may_revoke: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAbilities:
    """What the actor may do with one proposal now."""

    may_vote: bool
    may_advise: bool
    may_change: bool
    may_change_rule: bool
    may_close: bool
    may_withdraw: bool
    may_new_round: bool
    may_remind: bool
    may_discuss: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundView:
    """An earlier round: under which rule, on which options by id, when it closed and what it said."""

    number: int
    rule: Rule
    names: Mapping[str, str]
    is_single: bool
    closed_at: datetime | None
    tally: Tally | None
    voters: tuple[VoterLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What taking an option does by itself: what the effect was told, and its name, empty when sentences say it."""

    option_id: UUID
    value: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a proposal is about, where it is read, and what it brings to the form of a new proposal.

    `key` is what is stored, `kind` its beginning: sentences are `decision-about-<kind>`, with { $name }, and
    `decision-about-<kind>-title`, the question that the form begins with.
    """

    key: str
    kind: str
    name: str
    page: str
    query: Mapping[str, str] = field(default_factory=dict)
    choice: Kind | None = None
    context: str = ""
    effect: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView:
    """A line of the register. `text_hash` is the SHA-256 of the text voted."""

    outcome_id: UUID
    proposal_id: UUID
    number: int
    round: int
    decided_at: datetime
    title: str
    verdict: Verdict
    winner: str
    is_advisory: bool
    text_hash: str
    review_on: date | None
    effect: str
    effect_code: str
    consequence: Consequence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visual:
    """The visual that the group chose: an option of an outcome, its pictures, the first one first."""

    name: str
    pictures: tuple[UUID, ...]
    proposal_id: UUID
    number: int
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateView:
    """A structure that stands for the group, or stood. `proposal_id`: the latest decision about it."""

    candidate_id: UUID
    name: str
    legal_form: str
    presentation: str
    motive: str
    presented_by: str
    presenter: str
    presented_at: datetime
    state: CandidateState
    settled_at: datetime | None
    structure_id: UUID | None
    proposal_id: UUID | None
    is_voted_on: bool
    may_withdraw: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A structure for which the actor may cast: their own, or one that gave them its procuration."""

    structure_id: UUID
    name: str
    is_own: bool
    content: Content | None
    cast_by: str
    text_version: int
    instruction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    """One proposal, for its page. `options` in the reader's own order. `tally` None while it is hidden."""

    proposal_id: UUID
    title: str
    context: str
    kind: Kind
    rule: Rule
    stage: Stage
    round: int
    opens_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    options: tuple[OptionView, ...]
    about: About | None
    effect: str
    consequences: tuple[Consequence, ...]
    review_on: date | None
    opened_by: str
    withdrawn_reason: str
    text_version: int
    version: int
    authors_shown: bool
    changes: tuple[TextChange, ...]
    voters: tuple[VoterLine, ...]
    advice: tuple[AdviceLine, ...]
    voices: tuple[Voice, ...]
    own_advice: Content | None
    tally: Tally | None
    objections: tuple[ObjectionView, ...]
    earlier: tuple[RoundView, ...]
    outcome: OutcomeView | None
    casting_name: str
    zone: str
    abilities: ProposalAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLine:
    """A proposal in the list. `awaits_me`: a voice that the actor may cast has not been cast."""

    proposal_id: UUID
    title: str
    kind: Kind
    method: Method
    stage: Stage
    round: int
    opens_at: datetime
    closes_at: datetime
    cast: int
    roll: int
    awaits_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The list: proposals that are open or to come, the register, procurations in force."""

    open: tuple[ProposalLine, ...]
    withdrawn: tuple[ProposalLine, ...]
    register: tuple[OutcomeView, ...]
    procurations: tuple[ProcurationView, ...]
    zone: str
    may_open: bool
    may_give: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureSeat:
    """A structure as a voter: who may cast for it, and its people to choose from."""

    structure_id: UUID
    name: str
    titular: UUID | None
    substitute: UUID | None
    people: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectOffer:
    """An effect as the form offers it. `choices`: what each option can be told, with its name or an empty one."""

    name: str
    kind: Kind
    asks: Asks
    methods: frozenset[Method]
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningChoices:
    """What the form of a proposal can choose from."""

    structures: tuple[tuple[UUID, str], ...]
    effects: tuple[EffectOffer, ...]
    about: About | None
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changing:
    """A proposal as the form that changes it begins. `may_change_rule`: no ballot is in."""

    draft: ProposalDraft
    choices: OpeningChoices
    may_change_rule: bool
    is_scheduled: bool
