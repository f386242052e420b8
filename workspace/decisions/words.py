"""The vocabulary of decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

AGAINST = "against"


class DecisionsOperation(StrEnum):
    """What can be done with proposals, ballots and outcomes."""

    VIEW_DECISIONS = "view_decisions"
    VIEW_PROPOSAL = "view_proposal"
    OPEN_PROPOSAL = "open_proposal"
    CHANGE_PROPOSAL = "change_proposal"
    CLOSE_PROPOSAL = "close_proposal"
    WITHDRAW_PROPOSAL = "withdraw_proposal"
    NEW_ROUND = "new_round"
    REMIND_VOTERS = "remind_voters"
    CAST_BALLOT = "cast_ballot"
    GIVE_ADVICE = "give_advice"
    DISCUSS_OBJECTION = "discuss_objection"
    SETTLE_OBJECTION = "settle_objection"
    GIVE_PROCURATION = "give_procuration"
    REVOKE_PROCURATION = "revoke_procuration"
    NAME_REPRESENTATIVES = "name_representatives"
    STAND_CANDIDATE = "stand_candidate"
    WITHDRAW_CANDIDATE = "withdraw_candidate"
    EXPORT_DECISION = "export_decision"
    SETTLE_VOTE = "settle_vote"


class Method(StrEnum):
    """How the group decides."""

    MAJORITY_JUDGMENT = "majority_judgment"
    APPROVAL = "approval"
    SIMPLE_MAJORITY = "simple_majority"
    QUALIFIED_MAJORITY = "qualified_majority"
    CONSENT = "consent"
    RANKING = "ranking"
    DOTS = "dots"
    DATE_POLL = "date_poll"


class Kind(StrEnum):
    """What is decided; each kind comes with advice on the method."""

    VISUAL = "visual"
    ORGANISATION = "organisation"
    SPECIFICATION = "specification"
    ADMISSION = "admission"
    DATE = "date"
    DEVIS = "devis"
    OTHER = "other"


class Asks(StrEnum):
    """What an effect must be told of each option: a name, one of its own choices, or nothing more."""

    NAME = "name"
    CHOICE = "choice"
    NOTHING = "nothing"


class Threshold(StrEnum):
    """What a majority must reach."""

    SIMPLE = "simple"  # more for than against
    ABSOLUTE = "absolute"  # more than half
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"


class Base(StrEnum):
    """Of what a majority is counted."""

    EXPRESSED = "expressed"  # abstentions and blanks left out
    CAST = "cast"  # blanks count against, abstentions left out
    PRESENT = "present"  # everybody present or represented
    ROLL = "roll"  # everybody entitled to vote


class TieRule(StrEnum):
    """What is done about a tie; chosen before the vote, never after."""

    SECOND_ROUND = "second_round"
    CASTING_VOICE = "casting_voice"
    DRAW = "draw"


class Stand(StrEnum):
    """What a ballot is. A structure without a ballot is absent: a fifth thing."""

    EXPRESSED = "expressed"
    BLANK = "blank"
    ABSTAIN = "abstain"
    NO_PART = "no_part"


class Stance(StrEnum):
    """What one answers to a text submitted to consent."""

    NO_OBJECTION = "no_objection"
    RESERVATION = "reservation"
    OBJECTION = "objection"


class ObjectionStatus(StrEnum):
    """Where an objection stands."""

    OPEN = "open"
    LIFTED = "lifted"
    WITHDRAWN = "withdrawn"
    KEPT = "kept"


class CandidateState(StrEnum):
    """Where a candidate structure stands; a vote that decides nothing leaves it a candidate."""

    CANDIDATE = "candidate"
    ADMITTED = "admitted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Stage(StrEnum):
    """Where a proposal stands."""

    SCHEDULED = "scheduled"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Verdict(StrEnum):
    """What a count says."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    CHOSEN = "chosen"
    TIE = "tie"
    NONE_GOOD = "none_good"  # majority judgment: the best is only among the rejecting mentions
    OBJECTED = "objected"
    NO_VOICE = "no_voice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How a vote is counted; frozen with the first ballot. `mentions` go from the worst to the best.

    `voters` empty = every structure of the group. `quorum` is a percentage of the roll, 0 for none.
    """

    method: Method
    mentions: tuple[str, ...] = ()
    threshold: Threshold = Threshold.SIMPLE
    base: Base = Base.EXPRESSED
    quorum: int = 0
    tie_rule: TieRule = TieRule.SECOND_ROUND
    casting: UUID | None = None
    secret: bool = False
    hidden: bool = True
    dots: int = 0
    voters: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionDraft:
    """An option as typed. `option_id` None = a new one; `at` is the instant of a date poll."""

    name: str
    text: str = ""
    author: str = ""
    pictures: tuple[UUID, ...] = ()
    at: datetime | None = None
    option_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalDraft:
    """What the form says. `opens_at` None = now. `about` such as `fiche:<id>`; `effect` a registered name or empty.

    `effect_data` says by place of an option ("1", "2"…) what it does. `version` is the one the form showed; `note`
    says what a change of text corrects.
    """

    title: str
    context: str = ""
    kind: Kind = Kind.OTHER
    rule: Rule
    options: tuple[OptionDraft, ...]
    closes_at: datetime
    opens_at: datetime | None = None
    authors_shown: bool = False
    about: str = ""
    effect: str = ""
    effect_data: Mapping[str, str] = field(default_factory=dict)
    review_on: date | None = None
    version: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateDraft:
    """What the form says of a structure that stands: no way to reach anybody, which members alone give."""

    name: str
    legal_form: str = ""
    presentation: str = ""
    motive: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a ballot says.

    `marks` by option: a mention, 1 for approved, a rank, dots, or yes/if need be/no. `choice`: an option, `against`,
    or a stance. `reason` is a remark, and what an objection rests on.
    """

    stand: Stand = Stand.EXPRESSED
    marks: Mapping[str, int] = field(default_factory=dict)
    choice: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnout:
    """Who took part. `expressed` counts for the result; the others are four different silences."""

    roll: int
    expressed: int
    blank: int
    abstain: int
    no_part: int
    represented: int
    needed: int

    @property
    def present(self) -> int:
        """Present or represented: every ballot."""
        return self.expressed + self.blank + self.abstain + self.no_part

    @property
    def absent(self) -> int:
        """Entitled, and without a ballot."""
        return self.roll - self.present

    @property
    def has_quorum(self) -> bool:
        """Whether enough took part for the result to bind the group."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionCount:
    """An option's figures: by mention (worst first), (yes, if need be, no), or a single total."""

    option: str
    rank: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count. `rows` follow the ranking; `duels[a][b]` follow `rows`, for a ranking by duels.

    `against` and `stances` (no objection, reservation, objection) are for majority and consent. `tied` names the
    options of a tie for first; `drawn` says that the rule chosen before has parted them, and `seed` how.
    """

    method: Method
    verdict: Verdict
    turnout: Turnout
    rows: tuple[OptionCount, ...] = ()
    duels: tuple[tuple[int, ...], ...] = ()
    winner: str = ""
    condorcet: bool = False
    against: int = 0
    base: int = 0
    stances: tuple[int, ...] = ()
    tied: tuple[str, ...] = ()
    parted_by: str = ""
    seed: str = ""

    @property
    def is_advisory(self) -> bool:
        """Without quorum a result is an advice, never a decision."""
        return not self.turnout.has_quorum


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Whom to write to: (address, language, name) of those whose structure has not voted."""

    proposal_id: UUID
    title: str
    closes_at: datetime
    zone: str
    people: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What an effect is given: the round, the option that was taken with its pictures, what the form said of it."""

    group_id: UUID
    proposal_id: UUID
    round: int
    option_id: UUID | None
    pictures: tuple[UUID, ...]
    value: str
