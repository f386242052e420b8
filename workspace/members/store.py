"""Session-first writes of groups and members, for this room and for rooms that set a group up. No commit here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.models import (
    Etape,
    Fonction,
    Group,
    Member,
    Proposal,
    ProposalRound,
    ProposalVoter,
    Structure,
    StructureEtape,
    StructureFonction,
)
from db.turns import hold_group
from workspace.kernel.actor import Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.members.words import ListEntry, ListKind, StructureDraft


def add_group(
    session: Session,
    *,
    name: str,
    territory: str,
    purpose: str = "",
    languages: tuple[str, ...] = ("fr", "en"),
    zone: str = "Europe/Paris",
    is_example: bool = False,
) -> Group:
    """A new, empty group."""
    group = Group(
        name=name,
        territory=territory,
        purpose=purpose,
        languages=list(languages),
        zone=zone,
        is_example=is_example,
        created_at=utc_now(),
    )
    session.add(group)
    session.flush()
    return group


def add_structure(session: Session, group_id: UUID, draft: StructureDraft, *, is_host: bool = False) -> Structure:
    """A new structure, or one of that name that had left and comes back to the same row.

    Raises RuleBroken `error-same-name` when the group has one of that name now.
    """
    check_free_name(session, group_id, draft.name)
    now = utc_now()
    structure = _structure_named(session, group_id, draft.name)
    if structure is None:
        structure = Structure(
            group_id=group_id, name=draft.name, is_host=is_host, created_at=now, joined_on=now.date(), version=0
        )
        session.add(structure)
    structure.left_at = None
    structure.joined_on = now.date()
    write_structure(session, structure, draft)
    return structure


def check_free_name(session: Session, group_id: UUID, name: str, *, but: UUID | None = None) -> None:
    """Raise `error-same-name` when another structure of the group has this name.

    One that left keeps its name only against a renaming: a structure that is added takes its row up again.
    """
    other = _structure_named(session, group_id, name)
    if other is not None and other.id != but and (other.left_at is None or but is not None):
        raise RuleBroken("error-same-name", name=name)


def _structure_named(session: Session, group_id: UUID, name: str) -> Structure | None:
    """Compared here and not by the database: SQLite's lower() leaves É as it is."""
    rows = session.scalars(
        select(Structure)
        .where(Structure.group_id == group_id)
        .order_by(Structure.left_at.is_not(None), Structure.created_at)
    )
    return next((row for row in rows if row.name.casefold() == name.casefold()), None)


def write_structure(session: Session, structure: Structure, draft: StructureDraft) -> None:
    """Write a cleaned draft; étapes and fonctions of other groups are refused (NotFound)."""
    structure.name = draft.name
    structure.legal_form = draft.legal_form
    structure.since_year = draft.since_year
    structure.presentation = draft.presentation
    structure.web = draft.web
    structure.sites = list(draft.sites)
    structure.version += 1
    flush_or(session, RuleBroken("error-same-name", name=draft.name))
    check_etapes(session, structure.group_id, draft.etape_ids)
    known = set(session.scalars(select(Fonction.id).where(Fonction.group_id == structure.group_id)))
    if not set(draft.fonction_ids) <= known:
        raise NotFound
    session.execute(delete(StructureEtape).where(StructureEtape.structure_id == structure.id))
    session.execute(delete(StructureFonction).where(StructureFonction.structure_id == structure.id))
    session.add_all(StructureEtape(structure_id=structure.id, etape_id=one) for one in draft.etape_ids)
    session.add_all(StructureFonction(structure_id=structure.id, fonction_id=one) for one in draft.fonction_ids)
    session.flush()


def check_etapes(session: Session, group_id: UUID, etape_ids: Iterable[UUID]) -> None:
    """Raise NotFound when one of the étapes is not the group's."""
    known = set(session.scalars(select(Etape.id).where(Etape.group_id == group_id)))
    if not set(etape_ids) <= known:
        raise NotFound


def check_structures(session: Session, group_id: UUID, structure_ids: Iterable[UUID]) -> None:
    """Raise NotFound when one of the structures is not in the group."""
    known = set(
        session.scalars(select(Structure.id).where(Structure.group_id == group_id, Structure.left_at.is_(None)))
    )
    if not set(structure_ids) <= known:
        raise NotFound


def add_member(
    session: Session, *, group_id: UUID, person_id: UUID, structure_id: UUID, role: Role, title: str = ""
) -> Member:
    """A person's place in a group; somebody who had left comes back to the same row."""
    member = session.scalar(select(Member).where(Member.group_id == group_id, Member.person_id == person_id))
    if member is not None and member.left_at is None:
        raise RuleBroken("error-already-member")
    if member is None:
        member = Member(group_id=group_id, person_id=person_id, version=0)
        session.add(member)
    member.structure_id = structure_id
    member.role = role
    member.title = title
    member.joined_at = utc_now()
    member.left_at = None
    member.version += 1
    flush_or(session, RuleBroken("error-already-member"))
    return member


def flush_or(session: Session, error: RuleBroken) -> None:
    """Send what waits to the database; when somebody else was first with the same value, say it as `error`."""
    try:
        session.flush()
    except IntegrityError as clash:
        raise error from clash


def lock_group(session: Session, group_id: UUID) -> None:
    """Make writers of the same group's lists take turns until the end of the transaction."""
    session.execute(select(Group.id).where(Group.id == group_id).with_for_update())


def replace_list(session: Session, group_id: UUID, kind: ListKind, entries: list[ListEntry]) -> None:
    """Write a group's étapes or fonctions in their new order. Entries left out are removed with their links."""
    table: Any = Etape if kind is ListKind.ETAPES else Fonction
    existing: dict[UUID, Etape | Fonction] = {
        row.id: row for row in session.scalars(select(table).where(table.group_id == group_id))
    }
    wanted = {entry.entry_id for entry in entries if entry.entry_id}
    if not wanted <= set(existing):
        raise NotFound
    for row_id in set(existing) - wanted:
        session.delete(existing[row_id])
    session.flush()
    # Two steps, because a swap of two names would break the unique constraint half way.
    for row_id in wanted:
        existing[row_id].name = f"~{row_id}"
    session.flush()
    for position, entry in enumerate(entries, start=1):
        row = existing.get(entry.entry_id) if entry.entry_id else None
        if row is None:
            row = table(group_id=group_id)
            session.add(row)
        row.position = position
        row.name = entry.name
        row.name_en = entry.name_en
        if isinstance(row, Etape):
            row.summary = entry.summary
    session.flush()


def count_facilitators(session: Session, group_id: UUID) -> int:
    """How many facilitators a group has; the group is held, so that nobody else takes one away meanwhile."""
    hold_group(session, group_id)
    is_one = (Member.group_id == group_id) & (Member.role == Role.FACILITATOR) & Member.left_at.is_(None)
    return session.scalar(select(func.count()).select_from(Member).where(is_one)) or 0


def check_no_open_vote(session: Session, structure_id: UUID) -> None:
    """Raise `error-structure-votes` while the structure is on the roll of a vote that is open.

    The roll was frozen at the opening: whoever leaves meanwhile would be counted as silent.
    """
    title = session.scalar(
        select(Proposal.title)
        .join(ProposalRound, (ProposalRound.proposal_id == Proposal.id) & (ProposalRound.number == Proposal.round))
        .join(
            ProposalVoter,
            (ProposalVoter.proposal_id == Proposal.id) & (ProposalVoter.round == ProposalRound.number),
        )
        .where(
            ProposalVoter.structure_id == structure_id,
            ProposalRound.closed_at.is_(None),
            ProposalRound.closes_at > utc_now(),
            Proposal.withdrawn_at.is_(None),
        )
        .limit(1)
    )
    if title is not None:
        raise RuleBroken("error-structure-votes", title=title)
