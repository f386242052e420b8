"""What devis bring to decisions: a proposal can be about devis of a kind, and its outcome can choose one of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.envelope.queries import list_lines
from budget.envelope.words import LineKind
from budget.quotes import queries
from budget.quotes.devis_words import DevisView, LotCost
from budget.quotes.selection import choose
from budget.quotes.words import QuotesOperation as Op
from db.journal import record
from db.models import Member, Outcome, Proposal
from workspace.decisions import effects, rules, service, subjects
from workspace.decisions.views import About
from workspace.decisions.words import Asks, Decided, Kind, OptionDraft, ProposalDraft, Rule
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken
from workspace.kernel.money import format_money

SELECT_DEVIS = "select_devis"
DEVIS = "devis"
HALF = 50
# Votes opened before the price was kept with the option have no third part.
_VALUE = re.compile(r"([0-9a-f-]{1,40})/([0-9]{1,8})(?:/([0-9]{1,12}))?")


def _reader(group_id: UUID) -> Actor:
    """Nobody, in a group: enough to read what all its members may read."""
    return Actor(group_id=group_id)


def lot_value(devis_id: UUID, cost: LotCost) -> str:
    """What an option of a proposal is told: one lot of one devis at its cost, which is what people vote on."""
    return f"{devis_id}/{cost.copies}/{cost.total_cents}"


def _choices(session: Session, group_id: UUID) -> Mapping[str, str]:
    return {
        lot_value(view.devis_id, cost): _named(view, cost.copies, cost.total_cents)
        for view in queries.list_devis(session, _reader(group_id))
        if view.is_open
        for cost in view.costs
    }


def _name_of(session: Session, group_id: UUID, value: str) -> str:
    devis_id, copies, cents = _read(value)
    return _named(queries.get_devis(session, _reader(group_id), devis_id), copies, cents)


def _named(view: DevisView, copies: int, cents: int | None) -> str:
    parts = (view.supplier, view.number, str(copies or ""), format_money(cents) if cents is not None else "")
    return " – ".join(one for one in parts if one)


def _read(value: str) -> tuple[UUID, int, int | None]:
    """The devis, its lot and the cost in cents that the option was opened with; None where it was not kept."""
    found = _VALUE.fullmatch(value)
    if found is None:
        raise NotFound
    return subjects.id_of(found[1]), int(found[2]), int(found[3]) if found[3] else None


def _apply(session: Session, decided: Decided) -> None:
    """Choose the devis in the name of who opened the proposal: a vote gives no right to commit money.

    Raises NotAllowed when that person may not (or no more), `error-devis-no-line-for-kind` without a single line for
    it, `error-devis-price` when it costs something else than what was voted, `error-devis-unpriced` when the vote
    did not keep what it cost.
    """
    devis_id, copies, cents = _read(decided.value)
    if cents is None:
        raise RuleBroken("error-devis-unpriced")
    proposal = session.get_one(Proposal, decided.proposal_id)
    actor = _opener(session, proposal)
    view = queries.get_devis(session, actor, devis_id)
    number = session.scalar(
        select(Outcome.number).where(Outcome.proposal_id == proposal.id, Outcome.round == decided.round)
    )
    commitment_id = choose(
        session,
        actor,
        devis_id,
        copies=copies,
        cost_cents=cents,
        line_id=_line(session, actor, view.kind),
        reason=f"{proposal.title} (n° {number})" if number else proposal.title,
    )
    record(
        session, actor, Op.SELECT, kind="devis", object_id=devis_id, label=view.label, supplier=view.supplier,
        copies=copies, commitment=str(commitment_id), proposal=str(proposal.id),
    )  # fmt: skip


def _opener(session: Session, proposal: Proposal) -> Actor:
    member = session.scalar(
        select(Member).where(
            Member.group_id == proposal.group_id,
            Member.person_id == proposal.opened_by,
            Member.left_at.is_(None),
        )
    )
    if member is None:
        raise NotAllowed
    return Actor(
        person_id=member.person_id,
        group_id=member.group_id,
        member_id=member.id,
        structure_id=member.structure_id,
        role=member.role,
    )


def _line(session: Session, actor: Actor, kind: LineKind) -> UUID:
    """The line for a kind in the latest year that has one."""
    lines = [one for one in list_lines(session, actor) if one.kind is kind]
    latest = [one for one in lines if one.year == max(known.year for known in lines)]
    if len(latest) != 1:
        raise RuleBroken("error-devis-no-line-for-kind")
    return latest[0].line_id


def _about(session: Session, group_id: UUID, rest: str) -> About:
    """`devis:<kind>`: the comparison of that kind."""
    if rest not in set(LineKind):
        raise NotFound
    there = [one for one in queries.list_devis(session, _reader(group_id)) if one.kind.value == rest and one.is_open]
    if not there:
        raise NotFound
    return About(
        key=f"{DEVIS}:{rest}",
        kind=DEVIS,
        name=", ".join(one.supplier for one in there),
        page="devis_compare",
        query={"nature": rest},
        choice=Kind.DEVIS,
        effect=SELECT_DEVIS,
    )


def put_to_vote(
    actor: Actor, *, kind: LineKind, lots: Sequence[tuple[str, str, str]], title: str, closes_at: datetime
) -> UUID:
    """Open a decision on devis, one option each, that chooses the winner by itself; gives the proposal's id.

    `lots`: (value of `lot_value`, name of the option, its description). Raises as `open_proposal`.
    """
    draft = ProposalDraft(
        title=title,
        kind=Kind.DEVIS,
        rule=Rule(method=rules.ADVICE[Kind.DEVIS][0], mentions=tuple(reversed(rules.ORSAY)), quorum=HALF),
        options=tuple(OptionDraft(name=name, text=text) for _, name, text in lots),
        closes_at=closes_at,
        about=f"{DEVIS}:{kind.value}",
        effect=SELECT_DEVIS,
        effect_data={str(place): value for place, (value, _, _) in enumerate(lots, start=1)},
    )
    return service.open_proposal(actor, draft)


effects.register(
    effects.Effect(
        name=SELECT_DEVIS,
        kind=Kind.DEVIS,
        asks=Asks.CHOICE,
        apply=_apply,
        choices=_choices,
        name_of=_name_of,
        methods=effects.CHOOSING,
    )
)
subjects.register(DEVIS, _about)
