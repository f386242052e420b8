"""Rules of the envelope, pure: who may, where it stands, whether it bears one amount more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from budget.envelope.words import (
    Alert,
    AlertKind,
    Band,
    BudgetAbilities,
    DueDate,
    DueKind,
    EnvelopeDraft,
    Funding,
    LineDraft,
    LineView,
    Position,
    Spending,
    Standing,
)
from budget.envelope.words import EnvelopeOperation as Op
from workspace.accounts.rules import clean_line
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone

_TREASURY = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.CREATE: _TREASURY,
    Op.CHANGE: _TREASURY,
    Op.PROPOSE_COMMITMENT: _TREASURY,
    Op.APPROVE_COMMITMENT: _TREASURY,
    Op.CANCEL_COMMITMENT: _TREASURY,
    Op.EXPORT: everyone(Reach.GROUP),
}

TITLE_LENGTH = 160
SOURCE_LENGTH = 300
LINE_LENGTH = 120
LINES_MAXIMUM = 20
YEARS = (2000, 2100)
# An account of the French chart (ANC 2018-06): from two to twelve digits, the first between 1 and 8.
_ACCOUNT = re.compile(r"[1-8][0-9]{1,11}")
LABEL_LENGTH = 200
REASON_LENGTH = 1000
CANCEL_LENGTH = 500
# Days before which a date to come is worth an alert.
QUOTE_NOTICE = timedelta(days=7)
URSSAF_NOTICE = timedelta(days=30)
# From how much on two persons agree when nobody chose otherwise: whoever sets more at first stays held to it.
USUAL_THRESHOLD_CENTS = 50_000
NOTHING = Spending()
NO_FUNDING = Funding()


def standing(band: Band, taken_cents: int) -> Standing:
    """Where an amount stands against a band; both bounds belong to it."""
    if taken_cents > band.maximum_cents:
        return Standing.OVER_MAXIMUM
    return Standing.WITHIN if taken_cents >= band.minimum_cents else Standing.BELOW_MINIMUM


def position(band: Band, spending: Spending, funding: Funding = NO_FUNDING) -> Position:
    """Where an envelope stands. In-kind changes nothing to what is free."""
    taken = spending.taken_cents
    return Position(
        band=band,
        spending=spending,
        funding=funding,
        standing=standing(band, taken),
        free_to_minimum_cents=band.minimum_cents - taken,
        free_to_maximum_cents=band.maximum_cents - taken,
        host_share_cents=still_to_fund(taken, max(funding.pledged_cents, funding.received_cents)),
    )


def still_to_fund(cost_cents: int, existing_cents: int) -> int:
    """What is left to bring of a cost once what exists is taken off (Cobudget's thread 723); never negative."""
    return max(0, cost_cents - existing_cents)


def whole_band(lines: Iterable[tuple[int, int | None]]) -> Band:
    """The band of several lines together: a line without a maximum counts for its minimum (Cobudget's maxGoal)."""
    known = [(minimum, minimum if maximum is None else maximum) for minimum, maximum in lines]
    return Band(sum(one[0] for one in known), sum(one[1] for one in known))


def check_bears(band: Band, spending: Spending, amount_cents: int) -> None:
    """The envelope bears one amount more. Raises RuleBroken `error-envelope-passed` past its maximum."""
    free = band.maximum_cents - spending.taken_cents
    if amount_cents > free:
        raise RuleBroken("error-envelope-passed", free_cents=max(0, free), over_cents=amount_cents - max(0, free))


def approvals_needed(amount_cents: int, two_from_cents: int) -> int:
    """How many persons must approve a commitment, its author counted: two from the envelope's threshold on."""
    return 2 if amount_cents >= two_from_cents else 1


class Raise(NamedTuple):
    """Who raised a threshold of two approvals last, and from how many cents on that person still needs another."""

    by: UUID | None
    from_cents: int | None


def own_threshold(threshold_cents: int, raised: Raise, author_id: UUID | None) -> int:
    """The threshold that holds one author: whoever raised it gains nothing alone by it."""
    if raised.from_cents is None or raised.by is None or raised.by != author_id:
        return threshold_cents
    return min(threshold_cents, raised.from_cents)


def raised(before_cents: int, after_cents: int, known: Raise, person_id: UUID | None) -> Raise:
    """What to keep once a person saves a threshold: the raise that is not yet another person's too."""
    own = own_threshold(before_cents, known, person_id)
    if after_cents > own:
        return Raise(person_id, own)
    still = known.from_cents is not None and after_cents > known.from_cents
    return known if still else Raise(None, None)


def abilities(actor: Actor, *, is_closed: bool) -> BudgetAbilities:
    """What `actor` may do with an envelope; that of a closed year is only read."""
    group = Target(group_id=actor.group_id)
    return BudgetAbilities(
        may_change=not is_closed and allowed(POLICIES[Op.CHANGE], actor, group),
        may_commit=not is_closed and allowed(POLICIES[Op.PROPOSE_COMMITMENT], actor, group),
    )


def clean_envelope(draft: EnvelopeDraft) -> EnvelopeDraft:
    """The same draft, cleaned. Raises RuleBroken with the code of the first thing that will not do.

    A maximum below the minimum is refused: Cobudget's thread 951 tells what comes of taking it.
    """
    title = clean_line(draft.title, maximum=TITLE_LENGTH, field="title")
    source = clean_line(draft.source, maximum=SOURCE_LENGTH, required=False, field="budget-source")
    if not YEARS[0] <= draft.year <= YEARS[1]:
        raise RuleBroken("error-year", first=str(YEARS[0]), last=str(YEARS[1]))
    _check_band(draft.minimum_cents, draft.maximum_cents)
    if draft.maximum_cents == 0:
        raise RuleBroken("error-envelope-empty")
    if draft.two_approvals_from_cents < 0:
        raise RuleBroken("error-envelope-threshold")
    return EnvelopeDraft(
        title=title,
        year=draft.year,
        minimum_cents=draft.minimum_cents,
        maximum_cents=draft.maximum_cents,
        two_approvals_from_cents=draft.two_approvals_from_cents,
        source=source,
        version=draft.version,
    )


def clean_line_draft(draft: LineDraft) -> LineDraft:
    """The same line, cleaned, with its maximum. Raises as `clean_envelope`, `error-account` for a wrong account."""
    maximum = draft.minimum_cents if draft.maximum_cents is None else draft.maximum_cents
    _check_band(draft.minimum_cents, maximum)
    account = draft.account.replace(" ", "")
    if not _ACCOUNT.fullmatch(account):
        raise RuleBroken("error-account", typed=draft.account[:40])
    return LineDraft(
        label=clean_line(draft.label, maximum=LINE_LENGTH, field="budget-line"),
        kind=draft.kind,
        account=account,
        minimum_cents=draft.minimum_cents,
        maximum_cents=maximum,
        version=draft.version,
    )


def _check_band(minimum_cents: int, maximum_cents: int) -> None:
    if minimum_cents < 0:
        raise RuleBroken("error-envelope-negative")
    if maximum_cents < minimum_cents:
        raise RuleBroken("error-envelope-band", minimum_cents=minimum_cents, maximum_cents=maximum_cents)


def alerts(position: Position, lines: Iterable[LineView], due: Iterable[DueDate], today: date) -> tuple[Alert, ...]:
    """What deserves a look, the worst first; what concerns single invoices is added by who reads them."""
    known = tuple(lines)
    found = []
    over = -position.free_to_maximum_cents
    if over > 0:
        found.append(Alert(kind=AlertKind.ENVELOPE_OVER, cents=over))
    found += [
        Alert(kind=AlertKind.LINE_OVER, label=one.label, cents=-one.position.free_to_maximum_cents)
        for one in known
        if one.position.standing is Standing.OVER_MAXIMUM
    ]
    asked = whole_band((one.position.band.minimum_cents, one.position.band.maximum_cents) for one in known)
    if asked.minimum_cents > position.band.maximum_cents:
        beyond = asked.minimum_cents - position.band.maximum_cents
        found.append(Alert(kind=AlertKind.LINES_OVER, cents=beyond))
    return (*found, *(alert for one in due if (alert := _date_alert(one, today)) is not None))


def _date_alert(due: DueDate, today: date) -> Alert | None:
    if due.kind is DueKind.INVOICE and due.on < today:
        return Alert(kind=AlertKind.INVOICE_LATE, label=due.label, cents=due.cents, on=due.on)
    if due.kind is DueKind.URSSAF and due.on <= today + URSSAF_NOTICE:
        return Alert(kind=AlertKind.URSSAF, label=due.label, cents=due.cents, on=due.on)
    if due.kind is DueKind.QUOTE and today <= due.on <= today + QUOTE_NOTICE:
        return Alert(kind=AlertKind.QUOTE_EXPIRES, label=due.label, cents=due.cents, on=due.on)
    return None
