"""Writing the example's proposals, with their invented ballots, in the transaction that installs the example."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Ballot, Member, Person, Proposal, ProposalRound, ProposalText
from examples.decisions import Proposal as ExampleProposal
from examples.decisions import read_decisions
from examples.loader import EXAMPLE
from workspace.decisions import store
from workspace.decisions.effects import CHOOSE_VISUAL
from workspace.decisions.rules import ORSAY
from workspace.decisions.words import Content, Kind, Method, OptionDraft, ProposalDraft, Rule, Stand
from workspace.fiches import pictures
from workspace.fiches import store as fiche_store
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.settings import settings

DAYS_OPEN = 14
HALF = 50


def install_decisions(session: Session, group_id: UUID, zone: str, people: dict[str, UUID]) -> dict[str, UUID]:
    """Every proposal of the example, its ballots, and the outcome of those that are closed; ids by their keys."""
    made = {one.key: _install(session, group_id, zone, people, one) for one in read_decisions(EXAMPLE, tuple(people))}
    made.pop("", None)
    return made


def _install(session: Session, group_id: UUID, zone: str, people: dict[str, UUID], one: ExampleProposal) -> UUID:
    now = utc_now()
    today = local(now, zone).date()
    drafts = tuple(
        OptionDraft(
            name=option.name or _dated(_at(today + timedelta(days=option.in_days), option.hour, zone)),
            text=option.text,
            pictures=(_picture(session, group_id, EXAMPLE / "pictures" / option.picture),) if option.picture else (),
            at=_at(today + timedelta(days=option.in_days), option.hour, zone) if option.in_days else None,
        )
        for option in one.options
    )
    method = Method(one.method)
    draft = ProposalDraft(
        title=one.title,
        context=one.context,
        kind=Kind(one.kind),
        rule=Rule(
            method=method, mentions=ORSAY if method is Method.MAJORITY_JUDGMENT else (), quorum=HALF, hidden=True
        ),
        options=drafts,
        effect=CHOOSE_VISUAL if one.kind == Kind.VISUAL.value else "",
        closes_at=now + timedelta(days=one.closes_in_days or DAYS_OPEN),
        review_on=today + timedelta(days=one.review_in_days) if one.review_in_days else None,
    )
    opener = people[one.opened_by]
    proposal = store.add_proposal(session, group_id=group_id, draft=draft, opened_by=opener, now=now)
    current = session.get_one(ProposalRound, (proposal.id, 1))
    ids = dict(zip([option.key for option in one.options], current.option_ids, strict=True))
    for ballot in one.ballots:
        choice = ballot.choice
        silent = choice in set(Stand)
        content = Content(
            stand=Stand(choice) if silent else Stand.EXPRESSED,
            choice="" if silent else ids.get(choice, ""),
            marks={ids[key]: mark for key, mark in ballot.marks.items()},
        )
        actor = _actor(session, group_id, people[ballot.person])
        if actor.structure_id is not None:
            store.write_ballot(session, actor, proposal, actor.structure_id, content, via=None, now=now)
    if one.closed_days_ago:
        _close(session, proposal, current, now - timedelta(days=one.closed_days_ago))
    return proposal.id


def _at(day: date, hour: int, zone: str) -> datetime:
    return datetime.combine(day, time(hour), ZoneInfo(zone))


def _dated(at: datetime) -> str:
    return str(format_datetime(at, "d MMM y, HH:mm", locale="fr_FR"))


def _picture(session: Session, group_id: UUID, path: Path) -> UUID:
    """A mock-up taken in as anybody's picture is: decoded, encoded again, safe on disk before its row."""
    prepared, picture_id = pictures.prepare(path.read_bytes()), uuid4()
    pictures.write_safely(settings().picture_dir / f"{picture_id}.{prepared.suffix}", prepared.data)
    fiche_store.add_picture(session, picture_id, group_id=group_id, prepared=prepared, created_by=None)
    return picture_id


def _actor(session: Session, group_id: UUID, person_id: UUID) -> Actor:
    member = session.scalars(select(Member).where(Member.group_id == group_id, Member.person_id == person_id)).one()
    name = session.get_one(Person, person_id).name
    return Actor(person_id=person_id, name=name, group_id=group_id, structure_id=member.structure_id)


def _close(session: Session, proposal: Proposal, current: ProposalRound, closed: datetime) -> None:
    """A vote of the past: its instants are moved back, then it is counted as any other."""
    opened = closed - timedelta(days=DAYS_OPEN)
    proposal.created_at = opened
    current.opens_at, current.roll_at, current.closes_at = opened, opened, closed
    session.get_one(ProposalText, (proposal.id, 1)).at = opened
    for row in session.scalars(select(Ballot).where(Ballot.proposal_id == proposal.id)):
        row.received_at = closed - timedelta(days=1)
    session.flush()
    store.finalise(session, proposal, current, closed)
