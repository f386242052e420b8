"""Use cases of people in a group: invitations, roles, leaving."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.journal import record
from db.models import Group, Invitation, Member, Person, Structure
from db.session import after_commit, reading, unit_of_work
from db.turns import hold_group
from workspace.accounts import rules as account_rules
from workspace.accounts import store as account_store
from workspace.accounts.secrets import hash_password, new_token, token_hash
from workspace.accounts.service import check_own_password
from workspace.accounts.words import Purpose
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.kernel.events import rights_changed
from workspace.kernel.rights import Target, require
from workspace.members import queries, rules, store
from workspace.members.words import InvitationLine, InvitationTarget, MadeInvitation
from workspace.members.words import MembersOperation as Op


def view_invitations(actor: Actor) -> list[InvitationLine]:
    """Open invitations that the actor may see."""
    require(rules.POLICIES[Op.VIEW_GROUP], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.list_open_invitations(session, actor)


def invite(actor: Actor, structure_id: UUID, *, name: str, email: str, role: Role) -> MadeInvitation:
    """Make a single-use link (7 days) for somebody of a structure. `email` may be empty: the link is copied.

    Raises NotAllowed `error-role` for a role the actor may not give.
    """
    cleaned = account_rules.clean_line(name)
    address = account_rules.clean_email(email) if email.strip() else ""
    with unit_of_work() as session:
        structure, target = queries.find_structure(session, structure_id)
        require(rules.POLICIES[Op.INVITE], actor, target)
        if role not in rules.invitable_roles(actor):
            raise NotAllowed("error-role")
        token, now = new_token(), utc_now()
        row = Invitation(
            group_id=structure.group_id,
            structure_id=structure.id,
            name=cleaned,
            email=address,
            role=role,
            token_hash=token_hash(token),
            created_at=now,
            created_by=actor.person_id,
            expires_at=now + rules.INVITATION_LIFE,
        )
        session.add(row)
        session.flush()
        record(session, actor, Op.INVITE, kind="invitation", object_id=row.id, label=cleaned, role=role.value)
        return MadeInvitation(
            invitation_id=row.id, token=token, email=address, name=cleaned, expires_at=row.expires_at
        )


def note_mailed(actor: Actor, invitation_id: UUID) -> None:
    """Remember that the invitation went out by mail."""
    with unit_of_work() as session:
        row = _invitation(session, actor, invitation_id)
        row.mailed_at = utc_now()
        record(session, actor, Op.INVITE, kind="invitation", object_id=row.id, label=row.name, mailed=1)


def revoke_invitation(actor: Actor, invitation_id: UUID) -> None:
    """Make a link stop working."""
    with unit_of_work() as session:
        row = _invitation(session, actor, invitation_id)
        row.revoked_at = utc_now()
        record(session, actor, Op.REVOKE_INVITATION, kind="invitation", object_id=row.id, label=row.name)


def _invitation(session: Session, actor: Actor, invitation_id: UUID) -> Invitation:
    row = session.get(Invitation, invitation_id)
    if row is None:
        raise NotFound
    target = Target(group_id=row.group_id, structure_ids=frozenset({row.structure_id}))
    require(rules.POLICIES[Op.REVOKE_INVITATION], actor, target)
    return row


def find_invitation(token: str) -> InvitationTarget:
    """What a link opens. Raises NotFound `error-link-dead` when it is unknown, used, revoked or too old."""
    with reading() as session:
        row = _living(session, token)
        return InvitationTarget(
            name=row.name,
            email=row.email,
            group_name=session.get_one(Group, row.group_id).name,
            structure_name=session.get_one(Structure, row.structure_id).name,
            role=row.role,
            expires_at=row.expires_at,
        )


def _living(session: Session, token: str, *, lock: bool = False) -> Invitation:
    query = (
        select(Invitation)
        .join(Structure, Structure.id == Invitation.structure_id)
        .where(
            Invitation.token_hash == token_hash(token),
            Invitation.used_at.is_(None),
            Invitation.revoked_at.is_(None),
            Invitation.expires_at > utc_now(),
            Structure.left_at.is_(None),
        )
    )
    row = session.scalar(query.with_for_update(of=Invitation) if lock else query)
    if row is None:
        raise NotFound("error-link-dead")
    return row


def accept_invitation(token: str, *, name: str, email: str, password: str, locale: str) -> str:
    """Join through a link with a new account, or with one's own when the address is known. Returns a ticket.

    With a known address the password must be that account's (RuleBroken `error-sign-in` otherwise): a link
    never opens somebody else's account. Guesses through it are counted like guesses at the door.
    """
    cleaned = account_rules.clean_line(name, field="your-name")
    address = account_rules.clean_email(email)
    with reading() as session:
        _living(session, token)
        known = session.scalar(select(Person).where(Person.email == address, Person.removed_at.is_(None)))
    if known is None:
        new_hash = hash_password(account_rules.check_new_password(password, name=cleaned, email=address))
    elif check_own_password(known.id, password, place=token_hash(token)):
        new_hash = ""
    else:
        raise RuleBroken("error-sign-in")
    with unit_of_work() as session:
        row = _living(session, token, lock=True)
        row.used_at = utc_now()
        person_id = (
            known.id
            if known
            else account_store.add_person(
                session, name=cleaned, locale=locale, email=address, password_hash=new_hash
            ).id
        )
        member = store.add_member(
            session, group_id=row.group_id, person_id=person_id, structure_id=row.structure_id, role=row.role
        )
        who = Actor(person_id=person_id, group_id=row.group_id, structure_id=row.structure_id)
        record(session, who, Op.ACCEPT_INVITATION, kind="member", object_id=member.id, label=cleaned)
        return account_store.issue_token(session, Purpose.TICKET, person_id, account_rules.TICKET_LIFE)


def change_member(actor: Actor, member_id: UUID, *, role: Role, title: str, structure_id: UUID, version: int) -> None:
    """Give a member another role, title or structure. Raises StaleEdit, `error-last-facilitator`."""
    cleaned = account_rules.clean_line(title, required=False, field="position")
    with unit_of_work() as session:
        member = _member(session, member_id)
        target = Target(group_id=member.group_id, structure_ids=frozenset({member.structure_id}))
        require(rules.POLICIES[Op.CHANGE_MEMBER], actor, target)
        if member.version != version:
            raise StaleEdit
        facilitators = store.count_facilitators(session, member.group_id)
        rules.check_last_facilitator(was=member.role, becomes=role, facilitators=facilitators)
        store.check_structures(session, member.group_id, [structure_id])
        member.role, member.title, member.structure_id = role, cleaned, structure_id
        member.version += 1
        name = session.get_one(Person, member.person_id).name
        record(session, actor, Op.CHANGE_MEMBER, kind="member", object_id=member.id, label=name, role=role.value)
        after_commit(session, rights_changed)


def remove_member(actor: Actor, member_id: UUID) -> None:
    """A member leaves the group, and is signed out of it; what they wrote stays under their name.

    Nobody removes themselves (RuleBroken `error-not-yourself`).
    """
    with unit_of_work() as session:
        member = _member(session, member_id)
        target = Target(group_id=member.group_id, structure_ids=frozenset({member.structure_id}))
        require(rules.POLICIES[Op.REMOVE_MEMBER], actor, target)
        if member.person_id == actor.person_id:
            raise RuleBroken("error-not-yourself")
        facilitators = store.count_facilitators(session, member.group_id)
        rules.check_last_facilitator(was=member.role, becomes=None, facilitators=facilitators)
        member.left_at = utc_now()
        member.version += 1
        account_store.end_sessions_in_group(session, member.group_id, [member.person_id])
        name = session.get_one(Person, member.person_id).name
        record(session, actor, Op.REMOVE_MEMBER, kind="member", object_id=member.id, label=name)
        after_commit(session, rights_changed)


def _member(session: Session, member_id: UUID) -> Member:
    """The member, held until the end of the transaction. Raises NotFound.

    The group first: two facilitators who step down at once would each hold their own row and wait for the other.
    """
    group_id = session.scalar(select(Member.group_id).where(Member.id == member_id))
    if group_id is None:
        raise NotFound
    hold_group(session, group_id)
    member = session.scalar(select(Member).where(Member.id == member_id).with_for_update())
    if member is None or member.left_at is not None:
        raise NotFound
    return member
