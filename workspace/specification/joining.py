"""What the cahier des charges brings to decisions: clauses and versions to propose, and a version to adopt."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from db.models import Person, Proposal, Specification, SpecificationVersion
from workspace.decisions import effects, subjects
from workspace.decisions import queries as decisions
from workspace.decisions.views import About
from workspace.decisions.words import Asks, Decided, Kind, Method
from workspace.decisions.words import Stance as BallotStance
from workspace.kernel.errors import NotFound
from workspace.livetext.queries import get_projection
from workspace.specification import adopting, queries, rules, store
from workspace.specification.template import template
from workspace.specification.words import Stance

LOCK = "lock_specification"
CLAUSE = "clause"
VERSION = "version"
AGREES = (BallotStance.NO_OBJECTION.value, BallotStance.RESERVATION.value)


def _choices(session: Session, group_id: UUID) -> Mapping[str, str]:
    """The latest version of each cahier des charges of the group that is not adopted."""
    found = {}
    for row in queries.list_specifications(session, group_id):
        latest = next(iter(queries.list_versions(session, row.id)), None)
        if latest is not None and latest.adopted_at is None:
            found[str(latest.id)] = rules.version_name(row.title, latest.number)
    return found


def _name_of(session: Session, _group_id: UUID, value: str) -> str:
    version = session.get(SpecificationVersion, UUID(value))
    return rules.version_name(version.title, version.number) if version is not None else value


def _lock(session: Session, decided: Decided) -> None:
    """Adopt the version: who agreed in the vote, or whose objection was lifted, approves it by that.

    What a structure objected on the page after its ballot holds. The version's own rule is asked as at any adoption.
    """
    row, version = queries.hold_version(session, UUID(decided.value))
    if row.group_id != decided.group_id:
        raise NotFound
    queries.check_open(session, row, version)
    needed = {voice.structure_id for voice in queries.get_voices(session, version)}
    said = queries.find_voices(session, version.id)
    ballots = decisions.list_ballots(session, decided.proposal_id, decided.round)
    proposal = session.get_one(Proposal, decided.proposal_id)
    answers = dict(decisions.list_said(session, proposal, decided.round, ballots))
    for ballot in ballots:
        content, before = answers.get(ballot.structure_id), said.get(ballot.structure_id)
        later = before is not None and before.stance is Stance.OBJECTION and before.at > ballot.received_at
        if content is not None and content.choice in AGREES and ballot.structure_id in needed and not later:
            person = session.get(Person, ballot.cast_by) if ballot.cast_by else None
            store.write_voice(
                session,
                version,
                before,
                structure_id=ballot.structure_id,
                person_id=person.id if person else None,
                stance=Stance.APPROVED,
            )
    adopting.adopt(session, version, adopted_by=None)


def _clause(session: Session, group_id: UUID, rest: str) -> About:
    """`clause:<cahier des charges>:<clause>`, with its words as the text that would be adopted."""
    number, _, name = rest.partition(":")
    row = session.get(Specification, subjects.id_of(number))
    if row is None or row.group_id != group_id:
        raise NotFound
    clause = next((one for one in template(row.language) if one.name == name), None)
    if clause is None:
        raise NotFound
    said = get_projection(session, row.text_id).get(name)
    return About(
        key=f"{CLAUSE}:{rest}",
        kind=CLAUSE,
        name=clause.heading,
        page="cahier",
        query={"cahier": number, "clause": name},
        choice=Kind.SPECIFICATION,
        context=rules.plain_words(said.blocks) if said is not None else "",
    )


def _version(session: Session, group_id: UUID, rest: str) -> About:
    version = session.get(SpecificationVersion, subjects.id_of(rest))
    row = session.get_one(Specification, version.specification_id) if version is not None else None
    if version is None or row is None or row.group_id != group_id:
        raise NotFound
    return About(
        key=f"{VERSION}:{rest}",
        kind=VERSION,
        name=rules.version_name(version.title, version.number),
        page="cahier",
        query={"cahier": str(row.id)},
        choice=Kind.SPECIFICATION,
        effect=LOCK,
        value=rest,
    )


effects.register(
    effects.Effect(
        name=LOCK,
        kind=Kind.SPECIFICATION,
        asks=Asks.CHOICE,
        apply=_lock,
        choices=_choices,
        name_of=_name_of,
        methods=frozenset({Method.CONSENT}),
    )
)
subjects.register(CLAUSE, _clause)
subjects.register(VERSION, _version)
