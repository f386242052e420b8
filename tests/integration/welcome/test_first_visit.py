"""The first visit: two doors, one code, one founder; the example comes and goes whole."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import func, select

from db.base import Base
from db.session import reading, unit_of_work
from workspace.accounts import service as accounts
from workspace.accounts.visits import actor_of_session
from workspace.kernel.actor import ANONYMOUS, Actor, Role
from workspace.kernel.errors import DomainError, NotAllowed, NotFound, RuleBroken, TooManyAttempts
from workspace.welcome import service as welcome
from workspace.welcome.words import Founding

CODE = "ABCD-EFGH-JKLM-NPQR"
FOUNDING = Founding(
    group_name="Groupe du Var",
    territory="Var",
    host="Une coopérative",
    languages=("fr", "en"),
    person_name="A. B.",
    email="a@exemple.org",
    password="quatre mots sans rapport",
    locale="fr",
)


def found(*, is_loopback: bool = True, typed: str = "", founding: Founding = FOUNDING) -> str:
    return welcome.set_up(founding, is_loopback=is_loopback, typed_code=typed, code=CODE, address="192.0.2.1")


def enter(ticket: str) -> Actor:
    session_id = accounts.find_session(accounts.open_session(ticket, agent="").token)
    assert session_id is not None
    actor = actor_of_session(session_id)
    assert actor is not None
    return actor


def test_set_up_makes_its_founder_facilitator_and_administrator(store: str) -> None:
    actor = enter(found())
    assert (actor.role, actor.is_admin, actor.name) == (Role.FACILITATOR, True, "A. B.")
    assert welcome.is_set_up()


def test_set_up_from_elsewhere_needs_the_printed_code(store: str) -> None:
    with pytest.raises(RuleBroken, match="error-setup-code"):
        found(is_loopback=False, typed="ABCD-EFGH-JKLM-0000")
    assert not welcome.is_set_up()
    assert enter(found(is_loopback=False, typed=" abcd efgh-jklmnpqr ")).is_admin


def test_set_up_code_cannot_be_guessed_for_long(store: str) -> None:
    for _ in range(10):
        with pytest.raises(RuleBroken):
            found(is_loopback=False, typed="x")
    with pytest.raises(TooManyAttempts):
        found(is_loopback=False, typed=CODE)


def test_set_up_twice_at_once_has_one_founder(store: str) -> None:
    start, outcomes = threading.Barrier(4), []

    def attempt(number: int) -> None:
        founding = Founding(
            group_name=f"Groupe {number}",
            territory="Var",
            host="H",
            languages=("fr",),
            person_name="A. B.",
            email=f"a{number}@exemple.org",
            password="quatre mots sans rapport",
            locale="fr",
        )
        start.wait()
        try:
            outcomes.append(bool(found(founding=founding)))
        except DomainError as error:
            outcomes.append(error.code)

    threads = [threading.Thread(target=attempt, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["True"] + ["error-already-set-up"] * 3


def rows() -> dict[str, int]:
    """How many rows each table holds, but for what a journal and a counter keep for ever."""
    kept = {"journal_entry", "instance", "alembic_version"}
    with reading() as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
            if table.name not in kept
        }


def test_example_comes_once_and_goes_whole(store: str) -> None:
    before = rows()
    welcome.install_example(is_loopback=True)
    there = rows()
    welcome.install_example(is_loopback=True)
    assert rows() == there
    assert there["fiche"] >= 8
    assert there["text"] == there["fiche"] + there["specification"] + there["meeting"]
    assert there["text_version"] == there["text"] + 1  # each text's first words, and the minutes that are closed
    actor = enter(welcome.enter_example(Role.PARTNER, is_loopback=True, locale="en"))
    assert actor.locale == "en"
    welcome.remove_example(ANONYMOUS, is_loopback=True)
    assert rows() == before
    assert accounts.find_session("x") is None
    with pytest.raises(NotFound):
        welcome.remove_example(ANONYMOUS, is_loopback=True)


def test_example_opens_on_this_machine_only(store: str) -> None:
    with pytest.raises(NotAllowed):
        welcome.install_example(is_loopback=False)
    welcome.install_example(is_loopback=True)
    with pytest.raises(NotAllowed):
        welcome.enter_example(Role.FACILITATOR, is_loopback=False)
    with pytest.raises(NotAllowed):
        welcome.remove_example(ANONYMOUS, is_loopback=False)
    assert welcome.view_example_door().installed


def test_removing_the_example_leaves_ones_own_group(store: str) -> None:
    founder = enter(found())
    own = rows()
    welcome.install_example(is_loopback=True)
    welcome.remove_example(founder, is_loopback=False)
    assert rows() == own


def test_example_is_installed_whole_or_not_at_all(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from workspace.livetext import store as text_store

    real, calls = text_store.seed_text, []

    def fails_late(*given: object, **named: object) -> None:
        calls.append(1)
        if len(calls) == 5:
            raise OSError("disk")
        real(*given, **named)  # type: ignore[arg-type]

    before = rows()
    monkeypatch.setattr(text_store, "seed_text", fails_late)
    with pytest.raises(OSError, match="disk"):
        welcome.install_example(is_loopback=True)
    assert rows() == before
    with unit_of_work():
        pass
