"""Use cases of proposals: the list, one proposal, opening, changing, closing. Ballots: `ballots.py` beside this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from db.journal import record
from db.models import Proposal, ProposalRound
from db.session import reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.decisions import closing, desk, drafts, effects, floor, queries, rules, store, subjects
from workspace.decisions.packing import packed, rule_of, tally_of
from workspace.decisions.reading import get_proposal
from workspace.decisions.views import Changing, Decisions, OpeningChoices, ProposalView, StructureSeat, Visual
from workspace.decisions.visual import get_visual
from workspace.decisions.words import DecisionsOperation as Op
from workspace.decisions.words import OptionDraft, ProposalDraft, Reminder, Stage
from workspace.fiches.queries import get_zone, group_of, list_structures
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.rights import Target, require


def view_decisions(actor: Actor) -> Decisions:
    """The list: what awaits the actor first, then the register."""
    require(rules.POLICIES[Op.VIEW_DECISIONS], actor, Target(group_id=actor.group_id))
    closing.settle_due(actor.group_id)
    with reading() as session:
        return desk.get_decisions(session, actor)


def view_proposal(actor: Actor, proposal_id: UUID) -> ProposalView:
    """One proposal. Raises NotFound, for another group's as for none."""
    require(rules.POLICIES[Op.VIEW_PROPOSAL], actor, Target(group_id=actor.group_id))
    closing.settle_due(actor.group_id)
    with reading() as session:
        return get_proposal(session, actor, proposal_id)


def view_choices(actor: Actor, about: str = "") -> OpeningChoices:
    """What the form of a proposal can choose from. Raises NotFound when `about` names nothing of the group."""
    require(rules.POLICIES[Op.VIEW_DECISIONS], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return _choices(session, group_of(actor), about)


def _choices(session: Session, group_id: UUID, about: str) -> OpeningChoices:
    return OpeningChoices(
        structures=tuple((one.choice_id, one.name) for one in list_structures(session, group_id)),
        effects=effects.offered(session, group_id),
        about=subjects.find_about(session, group_id, about),
        zone=get_zone(session, group_id),
    )


def view_change(actor: Actor, proposal_id: UUID) -> Changing:
    """A proposal as the form that changes it begins, authors and order of options as typed. Raises NotFound.

    Raises RuleBroken `error-decision-closed` once it is closed or withdrawn.
    """
    with reading() as session:
        proposal, current = queries.find_proposal(session, actor.group_id, proposal_id)
        require(rules.POLICIES[Op.CHANGE_PROPOSAL], actor, floor.target_of(session, proposal))
        stage = _stage(proposal, current)
        if stage not in rules.CURRENT:
            raise RuleBroken("error-decision-closed")
        return Changing(
            draft=drafts.draft_of(proposal, current, queries.list_options(session, proposal.id)),
            choices=_choices(session, proposal.group_id, ""),
            may_change_rule=not queries.list_ballots(session, proposal.id, current.number),
            is_scheduled=stage is Stage.SCHEDULED,
        )


def view_visual(actor: Actor) -> Visual | None:
    """The visual that the group chose for the folder; None before the first."""
    require(rules.POLICIES[Op.VIEW_DECISIONS], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return get_visual(session, group_of(actor))


def view_seat(actor: Actor) -> StructureSeat | None:
    """The actor's structure as a voter: who may cast for it; None without a structure."""
    require(rules.POLICIES[Op.VIEW_DECISIONS], actor, Target(group_id=actor.group_id))
    with reading() as session:
        if actor.structure_id is None:
            return None
        titular, substitute = queries.seat(session, actor.structure_id)
        return StructureSeat(
            structure_id=actor.structure_id,
            name=floor.structure_name(session, actor.structure_id),
            titular=titular,
            substitute=substitute,
            people=tuple(queries.list_seat_people(session, actor.structure_id)),
        )


def open_proposal(actor: Actor, draft: ProposalDraft) -> UUID:
    """A new proposal, open now or at `draft.opens_at`. Raises the error of the first thing that will not do."""
    require(rules.POLICIES[Op.OPEN_PROPOSAL], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        now = utc_now()
        cleaned = _checked(session, group_of(actor), draft, now)
        subjects.find_about(session, actor.group_id, cleaned.about)
        proposal = store.add_proposal(
            session, group_id=group_of(actor), draft=cleaned, opened_by=actor.person_id, now=now
        )
        record(session, actor, Op.OPEN_PROPOSAL, kind="proposal", object_id=proposal.id, label=proposal.title)
        return proposal.id


def _checked(
    session: Session, group_id: UUID, draft: ProposalDraft, now: datetime, *, has_ballots: bool = False
) -> ProposalDraft:
    """The draft cleaned, and everything that it points at found in the group; a frozen effect is left as it is."""
    opens_at = draft.opens_at if draft.opens_at is not None and draft.opens_at > now else now
    rules.check_dates(opens_at, draft.closes_at, now)
    there = {one.choice_id for one in list_structures(session, group_id)}
    rule = draft.rule
    if set(rule.voters) - there or (rule.casting is not None and rule.casting not in there):
        raise NotFound
    cleaned = drafts.clean_draft(draft, roll=len(rule.voters or there))
    casting = cleaned.rule.casting
    if casting is not None and cleaned.rule.voters and casting not in cleaned.rule.voters:
        raise RuleBroken("error-decision-casting-none")
    queries.check_pictures(session, group_id, {one for option in cleaned.options for one in option.pictures})
    if has_ballots:
        return replace(cleaned, opens_at=opens_at)
    does = effects.clean(
        session, group_id, cleaned.effect, cleaned.effect_data, method=rule.method, options=cleaned.options
    )
    return replace(cleaned, opens_at=opens_at, effect_data=does)


def _held(session: Session, actor: Actor, op: Op, proposal_id: UUID) -> tuple[Proposal, ProposalRound]:
    """The proposal and its round, kept for this transaction, once the actor's right is checked."""
    proposal, current = store.hold_round(session, proposal_id)
    require(rules.POLICIES[op], actor, floor.target_of(session, proposal))
    return proposal, current


def _stage(proposal: Proposal, current: ProposalRound) -> Stage:
    return floor.stage_now(proposal, current, utc_now())


def change_proposal(actor: Actor, proposal_id: UUID, draft: ProposalDraft) -> None:
    """Change a proposal that is open or to come.

    Words can always change, as a new version with its notice. What decides the result (method, options with their
    pictures and authors, roll, quorum, majority, dates, effect) cannot once a ballot is in: RuleBroken
    `error-decision-frozen`. StaleEdit when somebody saved first.
    """
    with unit_of_work() as session:
        proposal, current = _held(session, actor, Op.CHANGE_PROPOSAL, proposal_id)
        now = utc_now()
        if _stage(proposal, current) not in rules.CURRENT:
            raise RuleBroken("error-decision-closed")
        if proposal.version != draft.version:
            raise StaleEdit
        has_ballots = bool(queries.list_ballots(session, proposal.id, current.number))
        cleaned = _checked(session, proposal.group_id, draft, now, has_ballots=has_ballots)
        if has_ballots:
            _check_frozen(session, proposal, current, cleaned)
        before = queries.words_of(session, proposal)
        proposal.title, proposal.context, proposal.kind = cleaned.title, cleaned.context, cleaned.kind
        proposal.authors_shown, proposal.review_on = cleaned.authors_shown, cleaned.review_on
        option_ids = store.write_options(session, proposal, cleaned.options)
        if not has_ballots:
            _write_rule(session, proposal, current, cleaned, option_ids=option_ids)
        if queries.words_of(session, proposal) != before:
            if has_ballots and not cleaned.note:
                raise RuleBroken("error-empty", field="correction")
            proposal.text_version += 1
            store.write_text(session, proposal, actor.person_id, note=cleaned.note, now=now)
        proposal.version += 1
        record(
            session,
            actor,
            Op.CHANGE_PROPOSAL,
            kind="proposal",
            object_id=proposal.id,
            label=proposal.title,
            text_version=proposal.text_version,
        )


def _fixed(option: OptionDraft) -> tuple[object, ...]:
    """What of an option is the thing that was voted on, and not its wording: its date, its pictures, its author."""
    return option.at, option.pictures, option.author


def _check_frozen(session: Session, proposal: Proposal, current: ProposalRound, draft: ProposalDraft) -> None:
    before = drafts.draft_of(proposal, current, queries.list_options(session, proposal.id))
    same = (
        packed(draft.rule) == proposal.rule
        and [str(one.option_id) for one in draft.options] == current.option_ids
        and [_fixed(one) for one in draft.options] == [_fixed(one) for one in before.options]
        and draft.authors_shown == before.authors_shown
        and draft.closes_at == current.closes_at
        and draft.effect == proposal.effect
        and dict(draft.effect_data) == rules.by_place(proposal.effect_data, current.option_ids)
    )
    if not same:
        raise RuleBroken("error-decision-frozen")


def _write_rule(
    session: Session, proposal: Proposal, current: ProposalRound, draft: ProposalDraft, *, option_ids: list[str]
) -> None:
    """What only a vote without any ballot may still change; its roll is drawn up again."""
    proposal.rule, proposal.method = packed(draft.rule), draft.rule.method
    proposal.effect, proposal.effect_data = draft.effect, rules.by_option(draft.effect_data, option_ids)
    current.option_ids, current.closes_at = option_ids, draft.closes_at
    if current.roll_at is None and draft.opens_at is not None:
        current.opens_at = draft.opens_at
    session.flush()
    if current.roll_at is not None:
        store.freeze_roll(session, proposal, current)


def close_proposal(actor: Actor, proposal_id: UUID) -> None:
    """Close before the date, once every structure of the roll has voted: nobody's time is cut short."""
    with unit_of_work() as session:
        proposal, current = _held(session, actor, Op.CLOSE_PROPOSAL, proposal_id)
        if _stage(proposal, current) is not Stage.OPEN:
            raise RuleBroken("error-decision-closed")
        ballots = queries.list_ballots(session, proposal.id, current.number)
        awaited = queries.count_roll(session, proposal.id, current.number) - len(ballots)
        if awaited:
            raise RuleBroken("error-decision-awaited", count=awaited)
        outcome = store.finalise(session, proposal, current, utc_now())
        record(
            session,
            actor,
            Op.CLOSE_PROPOSAL,
            kind="proposal",
            object_id=proposal.id,
            label=proposal.title,
            outcome=outcome.number,
            effect=outcome.effect,
            effect_code=outcome.effect_code,
        )


def withdraw_proposal(actor: Actor, proposal_id: UUID, reason: str) -> None:
    """Take a proposal back before its close, saying why; it stays in the list, and nothing is decided."""
    said = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        proposal, current = _held(session, actor, Op.WITHDRAW_PROPOSAL, proposal_id)
        if _stage(proposal, current) not in rules.CURRENT:
            raise RuleBroken("error-decision-closed")
        proposal.withdrawn_at, proposal.withdrawn_reason = utc_now(), said
        proposal.version += 1
        record(session, actor, Op.WITHDRAW_PROPOSAL, kind="proposal", object_id=proposal.id, label=proposal.title)


def new_round(actor: Actor, proposal_id: UUID, *, closes_at: datetime, option_ids: Sequence[UUID] = ()) -> None:
    """Vote again on a proposal that decided nothing: the earlier round stays in sight.

    After a tie only the tied options go on, unless others are named. Raises `error-round-decided`.
    """
    with unit_of_work() as session:
        proposal, current = _held(session, actor, Op.NEW_ROUND, proposal_id)
        now = utc_now()
        if current.closed_at is None or current.tally is None:
            raise RuleBroken("error-round-open")
        tally = tally_of(current.tally)
        if rules.decides(tally.verdict, is_advisory=tally.is_advisory):
            raise RuleBroken("error-round-decided")
        rules.check_dates(now, closes_at, now)
        wanted = [str(one) for one in option_ids] or [one for one in tally.tied if one in current.option_ids]
        kept = [one for one in current.option_ids if one in wanted] or current.option_ids
        rule = rule_of(proposal.rule)
        rules.clean_rule(rule, len(kept), len(queries.list_entitled(session, proposal.group_id, rule, now)))
        store.add_round(session, proposal, current.number + 1, kept, opens_at=now, closes_at=closes_at, now=now)
        proposal.version += 1
        record(
            session,
            actor,
            Op.NEW_ROUND,
            kind="proposal",
            object_id=proposal.id,
            label=proposal.title,
            round=proposal.round,
        )


def remind_voters(actor: Actor, proposal_id: UUID) -> Reminder:
    """Note that those who have not voted are reminded, and say who they are; `mails.py` writes to them.

    Raises `error-remind-soon` when it was done in the last twenty hours.
    """
    with unit_of_work() as session:
        proposal, current = _held(session, actor, Op.REMIND_VOTERS, proposal_id)
        if _stage(proposal, current) is not Stage.OPEN:
            raise RuleBroken("error-decision-closed")
        now = utc_now()
        rules.check_remind(current.reminded_at, now)
        current.reminded_at = now
        reminder = queries.get_reminder(session, proposal, current)
        record(
            session,
            actor,
            Op.REMIND_VOTERS,
            kind="proposal",
            object_id=proposal.id,
            label=proposal.title,
            people=len(reminder.people),
        )
        return reminder
