"""Use cases of groups, structures and lists. Invitations and people: `people.py` beside this file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update

from db.journal import record
from db.models import Group, Member, Person
from db.session import after_commit, reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.accounts.store import end_sessions_in_group
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.events import rights_changed
from workspace.kernel.rights import Target, require
from workspace.members import queries, rules, store
from workspace.members.founding import set_group_up
from workspace.members.words import (
    EntryUse,
    GroupView,
    ListEntry,
    ListKind,
    StructureDraft,
    StructureView,
)
from workspace.members.words import MembersOperation as Op

VISIT_GAP = timedelta(minutes=30)


def view_group(actor: Actor) -> GroupView:
    """The actor's group."""
    require(rules.POLICIES[Op.VIEW_GROUP], actor, Target(group_id=actor.group_id))
    with reading() as session:
        if actor.group_id is None:
            raise NotFound
        return queries.get_group(session, actor.group_id)


def view_list(actor: Actor, kind: ListKind) -> list[ListEntry]:
    """The group's étapes or fonctions, in their order."""
    require(rules.POLICIES[Op.VIEW_GROUP], actor, Target(group_id=actor.group_id))
    with reading() as session:
        if actor.group_id is None:
            raise NotFound
        return queries.list_entries(session, actor.group_id, kind)


def view_uses(actor: Actor, kind: ListKind) -> dict[UUID, EntryUse]:
    """What each étape or fonction is used for; an unused one is not in the answer."""
    require(rules.POLICIES[Op.VIEW_GROUP], actor, Target(group_id=actor.group_id))
    with reading() as session:
        if actor.group_id is None:
            raise NotFound
        return queries.count_uses(session, actor.group_id, kind)


def view_structures(actor: Actor) -> list[StructureView]:
    """The directory of the actor's group."""
    require(rules.POLICIES[Op.VIEW_GROUP], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.list_structures(session, actor)


def create_group(
    actor: Actor, *, name: str, territory: str, host: str, languages: tuple[str, ...], purpose: str = ""
) -> UUID:
    """A further group on this installation; the administrator who makes it is its first facilitator."""
    require(rules.POLICIES[Op.CREATE_GROUP], actor, Target())
    with unit_of_work() as session:
        person = session.get_one(Person, actor.person_id)
        group_id = set_group_up(
            session, person, name=name, territory=territory, host=host, languages=languages, purpose=purpose
        )
        record(session, actor, Op.CREATE_GROUP, kind="group", object_id=group_id, group_id=group_id, label=name)
        return group_id


def change_group(actor: Actor, *, name: str, territory: str, purpose: str, zone: str, version: int) -> None:
    """Change the group's name, territory, purpose or zone. Raises StaleEdit when somebody saved first."""
    from zoneinfo import available_timezones  # slow to import, used here only

    cleaned = (
        clean_line(name, field="group-name"),
        clean_line(territory, field="territory"),
        rules.clean_text(purpose, field="purpose"),
    )
    if zone not in available_timezones():
        raise RuleBroken("error-zone")
    with unit_of_work() as session:
        group = session.scalar(select(Group).where(Group.id == actor.group_id).with_for_update())
        require(rules.POLICIES[Op.CHANGE_GROUP], actor, Target(group_id=group.id if group else None))
        if group is None:
            raise NotFound
        if group.version != version:
            raise StaleEdit
        group.name, group.territory, group.purpose = cleaned
        group.zone = zone
        group.version += 1
        record(session, actor, Op.CHANGE_GROUP, kind="group", object_id=group.id, label=group.name)


def change_list(
    actor: Actor, kind: ListKind, entries: list[ListEntry], *, shown: Sequence[ListEntry] | None = None
) -> None:
    """Rename, order, add or remove the group's étapes or fonctions in one go.

    `shown` is the list as the form showed it: StaleEdit when somebody changed it since, so that a line added
    meanwhile is not removed unseen.
    """
    require(rules.POLICIES[Op.CHANGE_LISTS], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_entries(entries)
    with unit_of_work() as session:
        if actor.group_id is None:
            raise NotFound
        store.lock_group(session, actor.group_id)
        if shown is not None and list(shown) != queries.list_entries(session, actor.group_id, kind):
            raise StaleEdit
        store.replace_list(session, actor.group_id, kind, cleaned)
        record(session, actor, Op.CHANGE_LISTS, kind=kind.value, count=len(cleaned))


def create_structure(actor: Actor, draft: StructureDraft) -> UUID:
    """Add a structure to the actor's group."""
    require(rules.POLICIES[Op.CREATE_STRUCTURE], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_structure(draft)
    with unit_of_work() as session:
        if actor.group_id is None:
            raise NotFound
        structure = store.add_structure(session, actor.group_id, cleaned)
        record(session, actor, Op.CREATE_STRUCTURE, kind="structure", object_id=structure.id, label=structure.name)
        return structure.id


def change_structure(actor: Actor, structure_id: UUID, draft: StructureDraft) -> None:
    """Change a structure's page. Raises StaleEdit when `draft.version` is not the current one."""
    with unit_of_work() as session:
        structure, target = queries.find_structure(session, structure_id, lock=True)
        require(rules.POLICIES[Op.CHANGE_STRUCTURE], actor, target)
        if structure.version != draft.version:
            raise StaleEdit
        cleaned = rules.clean_structure(draft)
        store.check_free_name(session, structure.group_id, cleaned.name, but=structure.id)
        store.write_structure(session, structure, cleaned)
        record(session, actor, Op.CHANGE_STRUCTURE, kind="structure", object_id=structure.id, label=structure.name)


def leave_structure(actor: Actor, structure_id: UUID) -> None:
    """A structure leaves the group: its people with it; what they wrote stays. The host cannot leave."""
    with unit_of_work() as session:
        structure, target = queries.find_structure(session, structure_id, lock=True)
        require(rules.POLICIES[Op.LEAVE_STRUCTURE], actor, target)
        if structure.is_host:
            raise RuleBroken("error-host-stays")
        store.check_no_open_vote(session, structure.id)
        now = utc_now()
        leaving = (Member.structure_id == structure.id) & Member.left_at.is_(None)
        roles = list(session.scalars(select(Member.role).where(leaving)))
        staying = store.count_facilitators(session, structure.group_id) - roles.count(Role.FACILITATOR)
        if staying < 1:
            raise RuleBroken("error-last-facilitator")
        structure.left_at = now
        structure.version += 1
        people = list(session.scalars(select(Member.person_id).where(leaving)))
        session.execute(update(Member).where(leaving).values(left_at=now))
        end_sessions_in_group(session, structure.group_id, people)
        record(session, actor, Op.LEAVE_STRUCTURE, kind="structure", object_id=structure.id, label=structure.name)
        after_commit(session, rights_changed)


def note_visit(actor: Actor) -> None:
    """Remember that the actor came, so that Accueil can say what changed since. A visit ends after half an hour."""
    if actor.member_id is None:
        return
    with unit_of_work() as session:
        member = session.get_one(Member, actor.member_id)
        require(
            rules.POLICIES[Op.NOTE_VISIT],
            actor,
            Target(
                group_id=member.group_id,
                structure_ids=frozenset({member.structure_id}),
                person_id=member.person_id,
            ),
        )
        now = utc_now()
        if member.seen_at is None or now - member.seen_at > VISIT_GAP:
            member.seen_before_at = member.seen_at
            record(session, actor, Op.NOTE_VISIT, kind="member", object_id=member.id)
        member.seen_at = now
