"""The door: one answer for every refusal, limits that last, tickets that serve once."""

from __future__ import annotations

import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from db.models import JournalEntry, OneTimeToken, SignInAttempt, SignInSession
from db.session import forget_engine, reading, unit_of_work
from tests.integration.accounts.world import PASSWORD, World, address_of, now_as, sign_in
from workspace.accounts import rules, service
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, RuleBroken, TooManyAttempts


def refused(call, *args, **kwargs) -> str:
    with pytest.raises(RuleBroken) as caught:
        call(*args, **kwargs)
    return caught.value.code


def test_sign_in_gives_a_ticket_that_opens_one_session(world: World) -> None:
    ticket = service.sign_in("  BENJAMIN@exemple.org ", PASSWORD, address="192.0.2.1")
    opened = service.open_session(ticket, agent="Mozilla/5.0 Firefox/140.0")
    session_id = service.find_session(opened.token)
    assert session_id is not None
    with reading() as session:
        row = session.get_one(SignInSession, session_id)
    assert (row.person_id, row.group_id) == (world["partner"].person_id, world.group_id)
    assert opened.token not in row.token_hash
    with pytest.raises(NotAllowed, match="error-ticket"):
        service.open_session(ticket, agent="")


def test_ticket_that_is_old_or_invented_opens_nothing(world: World) -> None:
    ticket = sign_in("Benjamin")
    with unit_of_work() as session:
        session.execute(update(OneTimeToken).values(expires_at=utc_now() - timedelta(seconds=1)))
    for dead in (ticket, "inventé", ""):
        with pytest.raises(NotAllowed, match="error-ticket"):
            service.open_session(dead, agent="")


def test_unknown_name_and_wrong_password_get_the_same_answer(sqlite_world: World) -> None:
    assert refused(sign_in, "Benjamin", "pas le bon du tout") == refused(sign_in, "Personne") == "error-sign-in"


def test_unknown_name_takes_as_long_as_a_known_one(sqlite_world: World) -> None:
    def seconds(name: str, turn: int) -> float:
        start = time.perf_counter()
        refused(sign_in, name, "pas le bon du tout", address=f"192.0.2.{turn}")
        return time.perf_counter() - start

    pairs = [(seconds("Benjamin", turn), seconds(f"personne{turn}", turn)) for turn in range(9)]
    known, unknown = (statistics.median(column) for column in zip(*pairs, strict=True))
    assert 0.5 < unknown / known < 2


def test_guesses_are_limited_and_the_limit_outlives_a_restart(world: World) -> None:
    for _ in range(rules.GUESSES_PER_PERSON_AND_ADDRESS):
        assert refused(sign_in, "Benjamin", "pas le bon du tout") == "error-sign-in"
    forget_engine()
    with pytest.raises(TooManyAttempts):
        sign_in("Benjamin")
    # Neither a colleague at the same place nor the person elsewhere is shut out.
    sign_in("Amanda")
    sign_in("Benjamin", address="198.51.100.7")


def test_guesses_side_by_side_get_no_more_answers_than_one_after_the_other(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = rules.GUESSES_PER_PERSON_AND_ADDRESS + 6
    all_let_in = threading.Barrier(count)

    def slow(kept: str | None, given: str) -> bool:
        del kept, given
        all_let_in.wait(timeout=30)
        return False

    monkeypatch.setattr(service, "password_matches", slow)
    with ThreadPoolExecutor(count) as pool:
        answers = list(pool.map(lambda _: _answer(), range(count)))
    assert answers.count("error-sign-in") == rules.GUESSES_PER_PERSON_AND_ADDRESS
    assert answers.count("too many") == count - rules.GUESSES_PER_PERSON_AND_ADDRESS


def _answer() -> str:
    try:
        sign_in("Benjamin", "pas le bon du tout")
    except TooManyAttempts:
        return "too many"
    except RuleBroken as error:
        return error.code
    return "in"


def test_guesses_are_forgotten_after_their_window(sqlite_world: World) -> None:
    for _ in range(rules.GUESSES_PER_PERSON_AND_ADDRESS):
        refused(sign_in, "Benjamin", "pas le bon du tout")
    with unit_of_work() as session:
        session.execute(update(SignInAttempt).values(at=utc_now() - rules.GUESS_WINDOW))
    sign_in("Benjamin")


def test_one_address_that_tries_many_names_is_shut_out(sqlite_world: World) -> None:
    with unit_of_work() as session:
        key = _address_key("203.0.113.9")
        session.add_all(SignInAttempt(key=key, at=utc_now()) for _ in range(rules.GUESSES_PER_ADDRESS))
    with pytest.raises(TooManyAttempts):
        sign_in("Benjamin", address="203.0.113.9")
    sign_in("Benjamin", address="203.0.113.10")


def _address_key(address: str) -> str:
    from workspace.accounts.secrets import attempt_key

    return attempt_key("address", address)


def test_journal_holds_no_address_no_password_and_no_token(sqlite_world: World) -> None:
    ticket = sign_in("Benjamin")
    refused(sign_in, "Benjamin", "pas le bon du tout")
    with reading() as session:
        lines = [
            f"{line.operation} {line.kind} {line.label} {line.details}"
            for line in session.scalars(select(JournalEntry))
        ]
        keys = [row.key for row in session.scalars(select(SignInAttempt))]
    written = " ".join(lines + keys)
    assert [line for line in lines if line.startswith("sign_in")]
    for secret in (ticket, PASSWORD, "pas le bon", address_of("Benjamin"), "192.0.2.1"):
        assert secret not in written


def test_sign_out_ends_the_session_at_once(world: World) -> None:
    opened = service.open_session(sign_in("Benjamin"), agent="")
    here = replace(world["partner"], session_id=service.find_session(opened.token))
    assert now_as(here) is not None
    service.close_session(here)
    assert now_as(here) is None
    assert service.find_session(opened.token) is None
    assert now_as(world["partner"]) is not None


@pytest.mark.parametrize(
    "values",
    [
        {"expires_at": utc_now() - timedelta(seconds=1)},
        {"last_seen_at": utc_now() - rules.SESSION_IDLE - timedelta(minutes=1)},
        {"ended_at": utc_now()},
    ],
    ids=["expired", "idle", "ended"],
)
def test_cookie_of_a_dead_session_is_nobody(sqlite_world: World, values: dict[str, object]) -> None:
    opened = service.open_session(sign_in("Benjamin"), agent="")
    with unit_of_work() as session:
        session.execute(update(SignInSession).values(**values))
    assert service.find_session(opened.token) is None
