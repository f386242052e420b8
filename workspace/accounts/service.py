"""Use cases of accounts: sign in and out, passwords, profile. One function = one transaction."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from db.journal import record
from db.models import Group, Member, Person, SignInSession
from db.session import after_commit, reading, unit_of_work
from workspace.accounts import rules, store
from workspace.accounts.queries import get_profile, list_open_sessions
from workspace.accounts.secrets import attempt_key, hash_password, password_matches, token_hash
from workspace.accounts.words import AccountsOperation as Op
from workspace.accounts.words import OpenedSession, ProfileView, Purpose, ResetTarget, SessionLine
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, TooManyAttempts
from workspace.kernel.events import rights_changed
from workspace.kernel.messages import LANGUAGES
from workspace.kernel.rights import Target, require


def sign_in(email: str, password: str, *, address: str) -> str:
    """Check a password and give a one-time ticket (60 s) that the browser turns into its cookie.

    `address` is the client's network address, for the limits only. Raises RuleBroken `error-sign-in` (the same
    for an unknown name and a wrong password, after the same work) and TooManyAttempts.
    """
    wanted = rules.normal_email(email)
    both, place = attempt_key(wanted, address), attempt_key("address", address)
    with reading() as session:
        person = session.scalar(select(Person).where(Person.email == wanted, Person.removed_at.is_(None)))
        _refuse_many(session, both, place)
    fits = password_matches(person.password_hash if person else None, rules.normal_password(password))
    with unit_of_work() as session:
        # Guesses made side by side were all let in above: only as many as the limit get an answer. Where writers are
        # many, they wait for each other at the person whose door it is.
        session.execute(select(Person.id).where(Person.email == wanted).with_for_update(key_share=True)).all()
        _refuse_many(session, both, place)
        if fits and person is not None:
            who = Actor(person_id=person.id, locale=person.locale)
            record(session, who, Op.SIGN_IN, kind="person", object_id=person.id, result="ok")
            return store.issue_token(session, Purpose.TICKET, person.id, rules.TICKET_LIFE)
        store.note_guess(session, both, place)
        record(
            session,
            ANONYMOUS,
            Op.SIGN_IN,
            kind="person",
            object_id=person.id if person else None,
            result="no",
        )
    raise RuleBroken("error-sign-in")


def _refuse_many(session: Session, both: str, place: str) -> None:
    """Raise TooManyAttempts once too much was guessed at a person from an address, or from the address at all."""
    if rules.guess_refused(
        same_person_and_address=store.count_guesses(session, both, rules.GUESS_WINDOW),
        same_address=store.count_guesses(session, place, rules.ADDRESS_WINDOW),
    ):
        raise TooManyAttempts(minutes=15)


def check_own_password(person_id: UUID, password: str, *, place: str) -> bool:
    """Whether a password is that person's; a wrong one is counted under `place`. Raises TooManyAttempts."""
    key = attempt_key(str(person_id), place)
    with reading() as session:
        if store.count_guesses(session, key, rules.GUESS_WINDOW) >= rules.GUESSES_PER_PERSON_AND_ADDRESS:
            raise TooManyAttempts(minutes=15)
        person = session.get_one(Person, person_id)
    if password_matches(person.password_hash, rules.normal_password(password)):
        return True
    with unit_of_work() as session:
        store.note_guess(session, key)
        record(session, ANONYMOUS, Op.SIGN_IN, kind="person", object_id=person_id, result="no")
    return False


def open_session(ticket: str, *, agent: str) -> OpenedSession:
    """Turn a ticket into a session. Raises NotAllowed when it was used, is too old or never was."""
    with unit_of_work() as session:
        row = store.find_token(session, Purpose.TICKET, ticket, lock=True)
        if row is None:
            raise NotAllowed("error-ticket")
        row.used_at = utc_now()
        token, opened = store.open_session_row(session, row.person_id, agent)
        who = Actor(person_id=row.person_id, group_id=opened.group_id)
        record(session, who, Op.OPEN_SESSION, kind="session", object_id=opened.id)
        return OpenedSession(token=token, expires_at=opened.expires_at)


def find_session(token: str) -> UUID | None:
    """The living session behind a cookie, noting now and then that it was seen; None when it has ended."""
    now = utc_now()
    with reading() as session:
        row = session.scalar(
            select(SignInSession).where(
                SignInSession.token_hash == token_hash(token),
                SignInSession.ended_at.is_(None),
                SignInSession.expires_at > now,
            )
        )
    if row is None or rules.session_is_idle(row.last_seen_at, now):
        return None
    if now - row.last_seen_at > rules.SEEN_EVERY:
        _note_seen(row.id)
    return row.id


def _note_seen(session_id: UUID) -> None:
    with unit_of_work() as session:
        session.execute(update(SignInSession).where(SignInSession.id == session_id).values(last_seen_at=utc_now()))


def close_session(actor: Actor) -> None:
    """Sign out: the actor's own session ends."""
    require(rules.POLICIES[Op.CLOSE_SESSION], actor, Target(person_id=actor.person_id))
    with unit_of_work() as session:
        session.execute(update(SignInSession).where(SignInSession.id == actor.session_id).values(ended_at=utc_now()))
        record(session, actor, Op.CLOSE_SESSION, kind="session", object_id=actor.session_id)
        after_commit(session, rights_changed)


def list_sessions(actor: Actor) -> list[SessionLine]:
    """The actor's own open sessions, the latest first."""
    require(rules.POLICIES[Op.LIST_SESSIONS], actor, Target(person_id=actor.person_id))
    with reading() as session:
        return list_open_sessions(session, actor)


def end_session(actor: Actor, session_id: UUID) -> None:
    """End one of the actor's own sessions. Another's is NotFound."""
    with unit_of_work() as session:
        row = session.get(SignInSession, session_id)
        if row is None or row.person_id != actor.person_id:
            raise NotFound
        require(rules.POLICIES[Op.END_SESSION], actor, Target(person_id=row.person_id))
        row.ended_at = utc_now()
        record(session, actor, Op.END_SESSION, kind="session", object_id=session_id)
        after_commit(session, rights_changed)


def end_other_sessions(actor: Actor) -> int:
    """End all of the actor's own sessions but the current one. Returns how many."""
    require(rules.POLICIES[Op.END_SESSION], actor, Target(person_id=actor.person_id))
    with unit_of_work() as session:
        if actor.person_id is None:
            raise NotFound
        ended = store.end_sessions(session, actor.person_id, but=actor.session_id)
        record(session, actor, Op.END_SESSION, kind="person", object_id=actor.person_id, ended=len(ended))
        after_commit(session, rights_changed)
        return len(ended)


def change_password(actor: Actor, current: str, new: str) -> None:
    """Change one's password; every other session ends. Raises RuleBroken `error-password-current` and the rules'."""
    require(rules.POLICIES[Op.CHANGE_PASSWORD], actor, Target(person_id=actor.person_id))
    with reading() as session:
        person = session.get_one(Person, actor.person_id)
    new_hash = hash_password(rules.check_new_password(new, name=person.name, email=person.email or ""))
    if not check_own_password(person.id, current, place="change"):
        raise RuleBroken("error-password-current")
    with unit_of_work() as session:
        _write_password(session.get_one(Person, person.id), new_hash)
        ended = store.end_sessions(session, person.id, but=actor.session_id)
        record(session, actor, Op.CHANGE_PASSWORD, kind="person", object_id=person.id, ended=len(ended))
        after_commit(session, rights_changed)


def _write_password(person: Person, new_hash: str) -> None:
    person.password_hash = new_hash
    person.password_changed_at = utc_now()


def ask_reset(email: str, *, address: str) -> tuple[str, str, str] | None:
    """Prepare a reset for whoever has this address: (address, token, language) to mail, or None.

    The page says the same thing in both cases. Raises TooManyAttempts past the limits.
    """
    wanted = rules.normal_email(email)
    place, both = attempt_key("reset-address", address), attempt_key("reset", wanted)
    with unit_of_work() as session:
        if (
            store.count_guesses(session, place, rules.ADDRESS_WINDOW) >= rules.GUESSES_PER_PERSON_AND_ADDRESS
            or store.count_guesses(session, both, rules.ADDRESS_WINDOW) >= 3  # noqa: PLR2004 mails an hour
        ):
            raise TooManyAttempts(minutes=60)
        store.note_guess(session, place, both)
        person = session.scalar(select(Person).where(Person.email == wanted, Person.removed_at.is_(None)))
        record(session, ANONYMOUS, Op.ASK_RESET, kind="person", object_id=person.id if person else None)
        if person is None:
            return None
        return wanted, store.issue_token(session, Purpose.RESET, person.id, rules.RESET_LIFE), person.locale


def make_reset_link(actor: Actor, person_id: UUID) -> str:
    """A reset token for a member of the actor's group, to hand over in person. Returns the token (1 hour)."""
    with unit_of_work() as session:
        person = session.get(Person, person_id)
        member = session.scalar(
            select(Member).where(
                Member.person_id == person_id, Member.group_id == actor.group_id, Member.left_at.is_(None)
            )
        )
        if person is None or person.removed_at is not None or person.is_example:
            raise NotFound
        if member is None and not actor.is_admin:
            raise NotFound
        group_id = member.group_id if member else None
        require(rules.POLICIES[Op.MAKE_RESET_LINK], actor, Target(group_id=group_id))
        if person.is_admin and not actor.is_admin:
            raise NotAllowed("error-reset-admin")
        # Else a facilitator could enter, under that person's name, a group that is none of theirs.
        if not actor.is_admin and person.id in store.persons_of_other_groups(session, actor.group_id):
            raise NotAllowed("error-reset-elsewhere")
        record(session, actor, Op.MAKE_RESET_LINK, kind="person", object_id=person.id, label=person.name)
        return store.issue_token(session, Purpose.RESET, person.id, rules.RESET_LIFE)


def find_reset(token: str) -> ResetTarget:
    """Whom a reset link is for. Raises NotFound `error-link-dead` when it was used or is too old."""
    with reading() as session:
        row = store.find_token(session, Purpose.RESET, token)
        if row is None:
            raise NotFound("error-link-dead")
        person = session.get_one(Person, row.person_id)
        return ResetTarget(name=person.name, locale=person.locale, expires_at=row.expires_at)


def reset_password(token: str, new: str) -> str:
    """Set a new password through a reset link; all sessions end. Returns a sign-in ticket."""
    with reading() as session:
        row = store.find_token(session, Purpose.RESET, token)
        if row is None:
            raise NotFound("error-link-dead")
        person = session.get_one(Person, row.person_id)
    normal = rules.check_new_password(new, name=person.name, email=person.email or "")
    new_hash = hash_password(normal)
    with unit_of_work() as session:
        row = store.find_token(session, Purpose.RESET, token, lock=True)
        if row is None:
            raise NotFound("error-link-dead")
        row.used_at = utc_now()
        _write_password(session.get_one(Person, row.person_id), new_hash)
        store.end_sessions(session, row.person_id)
        record(session, Actor(person_id=row.person_id), Op.RESET_PASSWORD, kind="person", object_id=row.person_id)
        after_commit(session, rights_changed)
        return store.issue_token(session, Purpose.TICKET, row.person_id, rules.TICKET_LIFE)


def view_profile(actor: Actor) -> ProfileView:
    """The actor's own profile."""
    require(rules.POLICIES[Op.CHANGE_PROFILE], actor, Target(person_id=actor.person_id))
    with reading() as session:
        return get_profile(session, actor)


def change_profile(actor: Actor, *, name: str | None = None, locale: str | None = None) -> None:
    """Change one's own name or language. Raises RuleBroken for a bad name or an unknown language."""
    require(rules.POLICIES[Op.CHANGE_PROFILE], actor, Target(person_id=actor.person_id))
    cleaned = rules.clean_line(name) if name is not None else None
    if locale is not None and locale not in LANGUAGES:
        raise RuleBroken("error-language")
    with unit_of_work() as session:
        person = session.get_one(Person, actor.person_id)
        if cleaned is not None:
            person.name = cleaned
        if locale is not None:
            person.locale = locale
        record(session, actor, Op.CHANGE_PROFILE, kind="person", object_id=person.id)


def switch_group(actor: Actor, group_id: UUID) -> None:
    """Enter another of one's groups in this session. A group one is not in is NotFound."""
    require(rules.POLICIES[Op.SWITCH_GROUP], actor, Target(person_id=actor.person_id))
    with unit_of_work() as session:
        name = session.scalar(
            select(Group.name)
            .join(Member, Member.group_id == Group.id)
            .where(Group.id == group_id, Member.person_id == actor.person_id, Member.left_at.is_(None))
        )
        if name is None:
            raise NotFound
        session.execute(update(SignInSession).where(SignInSession.id == actor.session_id).values(group_id=group_id))
        record(session, actor, Op.SWITCH_GROUP, kind="group", object_id=group_id, group_id=group_id, label=name)
        after_commit(session, rights_changed)
