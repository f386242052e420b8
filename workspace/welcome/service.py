"""Use cases of the first visit."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.journal import record
from db.models import Fiche, Group, Instance, Member, Person
from db.session import after_commit, reading, unit_of_work
from workspace.accounts import rules as account_rules
from workspace.accounts import store as account_store
from workspace.accounts.secrets import attempt_key, hash_password
from workspace.accounts.words import Purpose
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, TooManyAttempts
from workspace.kernel.events import rights_changed
from workspace.kernel.messages import LANGUAGES
from workspace.members.founding import set_group_up
from workspace.welcome import example, rules
from workspace.welcome.words import ExampleDoor, Founding
from workspace.welcome.words import WelcomeOperation as Op

INSTANCE_ID = 1
ENTER_ROLES = (Role.PARTNER, Role.FACILITATOR, Role.TREASURER)


def is_set_up() -> bool:
    """Whether a group of one's own exists on this installation."""
    with reading() as session:
        return session.scalar(select(Instance.set_up_at).where(Instance.id == INSTANCE_ID)) is not None


def set_up(founding: Founding, *, is_loopback: bool, typed_code: str, code: str, address: str) -> str:
    """Create the first group and its first person, who is administrator and facilitator. Returns a ticket.

    Off this machine the printed code is needed (RuleBroken `error-setup-code`, guesses limited). Two people at
    once: the second gets RuleBroken `error-already-set-up`.
    """
    # Three names are asked on one form: each fault says which, and in the order of the form.
    group_name = account_rules.clean_line(founding.group_name, field="group-name")
    account_rules.clean_line(founding.territory, field="territory")
    account_rules.clean_line(founding.host, field="host")
    name = account_rules.clean_line(founding.person_name, field="your-name")
    email = account_rules.clean_email(founding.email)
    normal = account_rules.check_new_password(founding.password, name=name, email=email)
    _check_code(is_loopback=is_loopback, typed_code=typed_code, code=code, address=address)
    new_hash = hash_password(normal)
    with unit_of_work() as session:
        instance = session.get(Instance, INSTANCE_ID, with_for_update=True)
        if instance is None:
            instance = Instance(id=INSTANCE_ID, set_up_at=None)
            session.add(instance)
            try:
                session.flush()
            except IntegrityError:
                # Somebody else's row was committed while this insert waited for it.
                raise RuleBroken("error-already-set-up") from None
        if instance.set_up_at is not None:
            raise RuleBroken("error-already-set-up")
        instance.set_up_at = utc_now()
        person = account_store.add_person(
            session, name=name, locale=founding.locale, email=email, password_hash=new_hash, is_admin=True
        )
        group_id = set_group_up(
            session,
            person,
            name=group_name,
            territory=founding.territory,
            host=founding.host,
            languages=founding.languages,
            purpose="",
        )
        who = Actor(person_id=person.id, group_id=group_id)
        record(session, who, Op.SET_UP, kind="group", object_id=group_id, label=group_name)
        return account_store.issue_token(session, Purpose.TICKET, person.id, account_rules.TICKET_LIFE)


def _check_code(*, is_loopback: bool, typed_code: str, code: str, address: str) -> None:
    """Compare the code outside of the founding's transaction, so that a wrong one is counted and kept."""
    key = attempt_key("setup", address)
    try:
        with reading() as session:
            guesses = account_store.count_guesses(session, key, account_rules.ADDRESS_WINDOW)
        if guesses >= account_rules.GUESSES_PER_PERSON_AND_ADDRESS:
            raise TooManyAttempts(minutes=60)
        rules.check_door(is_loopback=is_loopback, typed_code=typed_code, code=code)
    except RuleBroken:
        with unit_of_work() as session:
            account_store.note_guess(session, key)
            record(session, Actor(), Op.SET_UP, kind="instance", result="no")
        raise


def view_example_door() -> ExampleDoor:
    """Whether the example is installed and who plays which role in it."""
    with reading() as session:
        rows = session.execute(
            select(Member.role, Person.name)
            .join(Person, Person.id == Member.person_id)
            .join(Group, Group.id == Member.group_id)
            .where(Group.is_example, Member.left_at.is_(None))
            .order_by(Person.name)
        ).all()
    players = {row.role: row.name for row in reversed(rows)}
    return ExampleDoor(
        installed=bool(rows), roles=tuple((role, players[role]) for role in ENTER_ROLES if role in players)
    )


def install_example(*, is_loopback: bool) -> None:
    """Bring the example group in; a second call changes nothing. Only on this machine."""
    rules.check_loopback(is_loopback=is_loopback)
    with unit_of_work() as session:
        if _example_id(session) is not None:
            return
        group_id = example.install(session)
        record(session, Actor(), Op.INSTALL_EXAMPLE, kind="group", object_id=group_id, group_id=group_id)


def enter_example(role: Role, *, is_loopback: bool, locale: str = "fr") -> str:
    """A ticket for the example's person of that role, who then speaks the visitor's language.

    Only on this machine. Raises NotFound without example.
    """
    rules.check_loopback(is_loopback=is_loopback)
    with unit_of_work() as session:
        person_id = session.scalar(
            select(Member.person_id)
            .join(Person, Person.id == Member.person_id)
            .join(Group, Group.id == Member.group_id)
            .where(Group.is_example, Member.role == role, Member.left_at.is_(None), Person.is_example)
            .order_by(Person.name)
            .limit(1)
        )
        if person_id is None:
            raise NotFound
        session.get_one(Person, person_id).locale = locale if locale in LANGUAGES else LANGUAGES[0]
        who = Actor(person_id=person_id, group_id=_example_id(session))
        record(session, who, Op.ENTER_EXAMPLE, kind="person", object_id=person_id, role=role.value)
        return account_store.issue_token(session, Purpose.TICKET, person_id, account_rules.TICKET_LIFE)


def remove_example(actor: Actor, *, is_loopback: bool) -> None:
    """Remove the example group with all that was written in it, and its people. This machine or an administrator."""
    if not actor.is_admin:
        rules.check_loopback(is_loopback=is_loopback)
    with unit_of_work() as session:
        group_id = _example_id(session)
        if group_id is None:
            raise NotFound
        session.execute(delete(Fiche).where(Fiche.group_id == group_id))
        session.execute(delete(Member).where(Member.group_id == group_id))
        session.execute(delete(Group).where(Group.id == group_id))
        session.execute(delete(Person).where(Person.is_example))
        record(session, actor, Op.REMOVE_EXAMPLE, kind="group", object_id=group_id, group_id=group_id)
        after_commit(session, rights_changed)


def _example_id(session: Session) -> UUID | None:
    return session.scalar(select(Group.id).where(Group.is_example))
