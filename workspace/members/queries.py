"""Reads of groups, structures and members."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import (
    Etape,
    Fiche,
    FicheEtape,
    Fonction,
    Group,
    Invitation,
    Member,
    Person,
    Structure,
    StructureEtape,
    StructureFonction,
    TrameQuestion,
)
from workspace.accounts.rules import POLICIES as ACCOUNT_POLICIES
from workspace.accounts.store import persons_of_other_groups
from workspace.accounts.words import AccountsOperation
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.kernel.letters import folded
from workspace.kernel.rights import Target, allowed
from workspace.members import rules
from workspace.members.words import (
    EntryUse,
    GroupView,
    InvitationLine,
    ListEntry,
    ListKind,
    MemberLine,
    MembersOperation,
    StructureDraft,
    StructureView,
)


def get_group(session: Session, group_id: UUID) -> GroupView:
    """A group with its counts. Raises NotFound."""
    group = session.get(Group, group_id)
    if group is None:
        raise NotFound
    facilitators = session.scalars(
        select(Person.name)
        .join(Member, Member.person_id == Person.id)
        .where(Member.group_id == group_id, Member.role == Role.FACILITATOR, Member.left_at.is_(None))
        .order_by(Member.joined_at)
    )
    structures = session.execute(
        select(Structure.name, Structure.is_host).where(Structure.group_id == group_id, Structure.left_at.is_(None))
    ).all()
    people = session.scalar(
        select(func.count()).select_from(Member).where(Member.group_id == group_id, Member.left_at.is_(None))
    )
    return GroupView(
        group_id=group.id,
        name=group.name,
        territory=group.territory,
        purpose=group.purpose,
        languages=tuple(group.languages),
        zone=group.zone,
        is_example=group.is_example,
        version=group.version,
        facilitators=tuple(facilitators),
        host_name=next((row.name for row in structures if row.is_host), ""),
        structure_count=len(structures),
        member_count=people or 0,
    )


def list_entries(session: Session, group_id: UUID, kind: ListKind) -> list[ListEntry]:
    """A group's étapes or fonctions, in their order."""
    table: Any = Etape if kind is ListKind.ETAPES else Fonction
    rows = session.scalars(select(table).where(table.group_id == group_id).order_by(table.position))
    return [
        ListEntry(
            entry_id=row.id,
            name=row.name,
            name_en=row.name_en,
            summary=row.summary if isinstance(row, Etape) else "",
        )
        for row in rows
    ]


def count_uses(session: Session, group_id: UUID, kind: ListKind) -> dict[UUID, EntryUse]:
    """For each étape or fonction, how many things speak of it."""
    if kind is ListKind.FONCTIONS:
        table: Any = StructureFonction
        counts = {"structures": _count_by(session, table.fonction_id, Structure, table.structure_id, group_id)}
    else:
        counts = {
            "structures": _count_by(
                session, StructureEtape.etape_id, Structure, StructureEtape.structure_id, group_id
            ),
            "fiches": _count_by(session, FicheEtape.etape_id, Fiche, FicheEtape.fiche_id, group_id),
            "questions": _count_by(session, TrameQuestion.etape_id, TrameQuestion, TrameQuestion.id, group_id),
        }
    ids = {entry_id for found in counts.values() for entry_id in found}
    return {one: EntryUse(**{what: found.get(one, 0) for what, found in counts.items()}) for one in ids}


def _count_by(session: Session, entry: Any, owner: Any, owner_id: Any, group_id: UUID) -> dict[UUID, int]:
    query = (
        select(entry, func.count())
        .select_from(owner)
        .where(owner.id == owner_id, owner.group_id == group_id, entry.is_not(None))
        .group_by(entry)
    )
    if owner is Structure:
        query = query.where(Structure.left_at.is_(None))
    return {entry_id: count for entry_id, count in session.execute(query)}  # noqa: C416 rows are not pairs to mypy


def find_structure(session: Session, structure_id: UUID, *, lock: bool = False) -> tuple[Structure, Target]:
    """(a structure that is in its group now, what rights are asked on). Raises NotFound for one that left."""
    query = select(Structure).where(Structure.id == structure_id, Structure.left_at.is_(None))
    structure = session.scalar(query.with_for_update() if lock else query)
    if structure is None:
        raise NotFound
    return structure, Target(group_id=structure.group_id, structure_ids=frozenset({structure.id}))


def list_structures(session: Session, actor: Actor) -> list[StructureView]:
    """Every structure of the actor's group with its people, the host first, then by name. Five queries."""
    group_id = actor.group_id
    found = session.scalars(select(Structure).where(Structure.group_id == group_id, Structure.left_at.is_(None)))
    rows = sorted(found, key=lambda row: (not row.is_host, folded(row.name)))
    people: dict[UUID, list[MemberLine]] = defaultdict(list)
    for line in list_members(session, actor):
        people[line.structure_id].append(line)
    etapes = _links(session, actor, ListKind.ETAPES)
    fonctions = _links(session, actor, ListKind.FONCTIONS)
    return [_structure_view(row, actor, people[row.id], etapes[row.id], fonctions[row.id]) for row in rows]


def _links(session: Session, actor: Actor, kind: ListKind) -> dict[UUID, list[tuple[UUID, str]]]:
    if kind is ListKind.ETAPES:
        query = (
            select(StructureEtape.structure_id, Etape.id, Etape.name, Etape.name_en)
            .join(Etape, Etape.id == StructureEtape.etape_id)
            .where(Etape.group_id == actor.group_id)
            .order_by(Etape.position)
        )
    else:
        query = (
            select(StructureFonction.structure_id, Fonction.id, Fonction.name, Fonction.name_en)
            .join(Fonction, Fonction.id == StructureFonction.fonction_id)
            .where(Fonction.group_id == actor.group_id)
            .order_by(Fonction.position)
        )
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for structure_id, entry_id, name, name_en in session.execute(query):
        found[structure_id].append((entry_id, name_en or name if actor.locale == "en" else name))
    return found


def _structure_view(
    row: Structure,
    actor: Actor,
    members: list[MemberLine],
    etapes: list[tuple[UUID, str]],
    fonctions: list[tuple[UUID, str]],
) -> StructureView:
    return StructureView(
        structure_id=row.id,
        draft=StructureDraft(
            name=row.name,
            legal_form=row.legal_form,
            since_year=row.since_year,
            presentation=row.presentation,
            web=row.web,
            sites=tuple(row.sites),
            etape_ids=tuple(entry_id for entry_id, _ in etapes),
            fonction_ids=tuple(entry_id for entry_id, _ in fonctions),
            version=row.version,
        ),
        is_host=row.is_host,
        etapes=tuple(name for _, name in etapes),
        fonctions=tuple(name for _, name in fonctions),
        members=tuple(members),
        abilities=rules.structure_abilities(actor, row.group_id, row.id, is_host=row.is_host),
    )


def list_members(session: Session, actor: Actor) -> list[MemberLine]:
    """The people of the actor's group, by structure then name. Addresses only for who may reset them."""
    target = Target(group_id=actor.group_id)
    op = MembersOperation
    may_change = allowed(rules.POLICIES[op.CHANGE_MEMBER], actor, target)
    may_remove = allowed(rules.POLICIES[op.REMOVE_MEMBER], actor, target)
    may_reset = allowed(ACCOUNT_POLICIES[AccountsOperation.MAKE_RESET_LINK], actor, target)
    elsewhere = persons_of_other_groups(session, actor.group_id) if may_reset and not actor.is_admin else frozenset()
    rows = session.execute(
        select(Member, Person, Structure.name)
        .join(Person, Person.id == Member.person_id)
        .join(Structure, Structure.id == Member.structure_id)
        .where(Member.group_id == actor.group_id, Member.left_at.is_(None), Person.removed_at.is_(None))
    )
    lines = [
        MemberLine(
            member_id=member.id,
            person_id=person.id,
            name=person.name,
            title=member.title,
            role=member.role,
            structure_id=member.structure_id,
            structure_name=structure_name,
            email=(person.email or "") if may_reset or person.id == actor.person_id else "",
            version=member.version,
            may_change=may_change,
            may_remove=may_remove and person.id != actor.person_id,
            may_reset=may_reset
            and not person.is_example
            and not (person.is_admin and not actor.is_admin)
            and person.id not in elsewhere,
        )
        for member, person, structure_name in rows
    ]
    return sorted(lines, key=lambda line: (folded(line.structure_name), folded(line.name)))


def list_open_invitations(session: Session, actor: Actor) -> list[InvitationLine]:
    """Invitations that can still be used, of the structures for which the actor may invite."""
    rows = session.execute(
        select(Invitation, Structure.name)
        .join(Structure, Structure.id == Invitation.structure_id)
        .where(
            Invitation.group_id == actor.group_id,
            Invitation.used_at.is_(None),
            Invitation.revoked_at.is_(None),
            Invitation.expires_at > utc_now(),
            Structure.left_at.is_(None),
        )
        .order_by(Invitation.created_at.desc())
    )
    policy = rules.POLICIES[MembersOperation.REVOKE_INVITATION]
    lines = []
    for row, structure_name in rows:
        target = Target(group_id=row.group_id, structure_ids=frozenset({row.structure_id}))
        if not allowed(policy, actor, target):
            continue
        lines.append(
            InvitationLine(
                invitation_id=row.id,
                name=row.name,
                email=row.email,
                role=row.role,
                structure_id=row.structure_id,
                structure_name=structure_name,
                expires_at=row.expires_at,
                mailed=row.mailed_at is not None,
                may_revoke=True,
            )
        )
    return lines
