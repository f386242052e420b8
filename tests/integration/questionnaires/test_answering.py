"""Answering: each refused case keeps nothing, each taken one keeps no trace of who."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from db.models import FormAnswer, FormResponse, FormStamp, JournalEntry, PersonalLink, Questionnaire
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.fiches.world import World
from tests.integration.questionnaires.desk import good, items, make_form, public_token, stamp, tomorrow
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.questionnaires import answers, results, service
from workspace.questionnaires.checking import field_name
from workspace.questionnaires.words import FormState, ItemKind, Posted, Source, Taken


def responses() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(FormResponse)) or 0


def test_an_answer_is_kept_word_for_word(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief)
    nasty = "<script>alert(1)</script> =2+2 « été »\r\nEt &amp; ensuite ?"
    taken = answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id, nasty), stamp(form_id))
    assert isinstance(taken, Taken)
    assert taken.number == 1
    found = results.view_results(chief, form_id)
    by = items(chief, form_id)
    said = {kind: found.answers[by[kind].item_id][0].value for kind in by if kind is not ItemKind.SECTION}
    assert said == {
        ItemKind.OPEN: "<script>alert(1)</script> =2+2 « été »\nEt &amp; ensuite ?",
        ItemKind.SINGLE: 1,
        ItemKind.MULTIPLE: [0, 2],
        ItemKind.SCALE: 4,
        ItemKind.RANKING: [1, 0, 2],
    }
    assert found.respondents[0].source is Source.ONLINE


def test_what_is_wrong_is_told_and_nothing_is_kept(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief)
    by, fields = items(chief, form_id), good(chief, form_id)
    fields["consent"] = []
    fields[field_name(by[ItemKind.OPEN])] = ["  "]
    fields[field_name(by[ItemKind.SINGLE])] = ["9"]
    fields[field_name(by[ItemKind.RANKING], 0)] = ["1"]
    token = public_token(chief, form_id)
    one = stamp(form_id)
    posted = answers.take_answer(token, form_id, fields, one)
    assert isinstance(posted, Posted)
    assert posted.errors == {
        "consent": "consent",
        field_name(by[ItemKind.OPEN]): "empty",
        field_name(by[ItemKind.SINGLE]): "choice",
        field_name(by[ItemKind.RANKING]): "ranks",
    }
    assert responses() == 0
    # The same page, corrected: its stamp was not used up.
    assert isinstance(answers.take_answer(token, form_id, good(chief, form_id), one), Taken)


def test_the_same_page_twice_counts_once(world: World) -> None:
    chief = world.people["facilitator"]
    form_id, one = make_form(chief), None
    token, one = public_token(chief, form_id), stamp(form_id)
    answers.take_answer(token, form_id, good(chief, form_id), one)
    with pytest.raises(RuleBroken, match="error-form-twice"):
        answers.take_answer(token, form_id, good(chief, form_id), one)
    assert responses() == 1


def test_thirty_replays_at_once_count_once(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief)
    token, one, fields = public_token(chief, form_id), stamp(form_id), good(chief, form_id)

    def post(_: int) -> str:
        try:
            answers.take_answer(token, form_id, fields, one)
        except RuleBroken as broken:
            return broken.code
        return "taken"

    with ThreadPoolExecutor(10) as pool:
        said = list(pool.map(post, range(30)))
    assert sorted(said) == ["error-form-twice"] * 29 + ["taken"]
    assert responses() == 1


@pytest.mark.parametrize("anonymous", [True, False])
def test_a_personal_link_in_a_race_takes_one_answer(world: World, anonymous: bool) -> None:
    chief = world.people["partner"]
    form_id = make_form(chief, is_anonymous=anonymous)
    (link,) = service.make_links(chief, form_id, ["B. B."])
    fields = good(chief, form_id)

    def post(_: int) -> str:
        try:
            answers.take_answer(link.token, form_id, fields, stamp(form_id))
        except RuleBroken as broken:
            return broken.code
        return "taken"

    with ThreadPoolExecutor(10) as pool:
        said = list(pool.map(post, range(20)))
    assert sorted(said) == ["error-form-link-used"] * 19 + ["taken"]
    with reading() as session:
        row, kept = session.scalars(select(PersonalLink)).one(), session.scalars(select(FormResponse)).one()
        assert row.is_used
        # Where answers are anonymous nothing in the row leads to the link, and no hour does either.
        assert (kept.link_id is None) == anonymous
        assert ((kept.answered_at.hour, kept.answered_at.minute, kept.answered_at.second) == (12, 0, 0)) or (
            not anonymous
        )
        line = session.scalars(select(JournalEntry).where(JournalEntry.operation == "answer_questionnaire")).one()
        assert (line.person_id, line.object_id, line.details) == (None, form_id, {})
    with pytest.raises(RuleBroken, match="error-form-link-used"):
        answers.find_public_form(link.token)


def test_after_closing_nothing_is_taken(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief)
    token, fields = public_token(chief, form_id), good(chief, form_id)
    service.close_form(chief, form_id)
    for act in (
        lambda: answers.find_public_form(token),
        lambda: answers.take_answer(token, form_id, fields, stamp(form_id)),
    ):
        with pytest.raises(RuleBroken, match="error-form-closed"):
            act()
    service.open_form(chief, form_id)
    assert isinstance(answers.take_answer(token, form_id, fields, stamp(form_id)), Taken)


def test_the_last_day_closes_by_itself(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief, closes_on=tomorrow())
    token = public_token(chief, form_id)
    assert service.view_form(chief, form_id).state is FormState.OPEN
    with unit_of_work() as session:
        session.execute(update(Questionnaire).values(closes_on=group_today() - timedelta(days=2)))
    assert service.view_form(chief, form_id).state is FormState.CLOSED
    with pytest.raises(RuleBroken, match="error-form-closed"):
        answers.find_public_form(token)


def test_links_that_open_nothing_are_all_the_same(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief)
    (link,) = service.make_links(chief, form_id, ["x"])
    link_id = service.view_form(chief, form_id).links[0].link_id
    service.revoke_link(chief, form_id, link_id)
    old = public_token(chief, form_id)
    service.renew_public_link(chief, form_id)
    for token in ("", "x", "x" * 5000, old, link.token, str(form_id)):
        with pytest.raises(NotFound):
            answers.find_public_form(token)
    with reading() as session:
        assert session.scalars(select(PersonalLink.token_hash)).one() != link.token


def test_a_link_of_one_questionnaire_does_not_answer_another(world: World) -> None:
    chief = world.people["facilitator"]
    first, second = make_form(chief), make_form(chief)
    with pytest.raises(NotFound):
        answers.take_answer(public_token(chief, first), second, good(chief, second), stamp(second))


def test_an_answer_can_be_taken_back(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief)
    taken = answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id), stamp(form_id))
    assert isinstance(taken, Taken)
    assert answers.find_own_answer(taken.withdraw_token) == "Vos questions"
    answers.withdraw_answer(taken.withdraw_token)
    with pytest.raises(NotFound):
        answers.withdraw_answer(taken.withdraw_token)
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(FormAnswer)) == 0
    again = answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id), stamp(form_id))
    assert isinstance(again, Taken)
    assert again.number == 2  # a number is never given twice


def test_paper_is_keyed_in_marked_and_once(world: World) -> None:
    chief = world.people["partner"]
    form_id = make_form(chief, opened=False)
    fields, one = good(chief, form_id), stamp(form_id, age=0)
    with pytest.raises(RuleBroken, match="error-form-draft"):
        answers.enter_paper_answer(chief, form_id, fields, one)
    service.open_form(chief, form_id)
    service.close_form(chief, form_id)
    by = items(chief, form_id)
    fields[field_name(by[ItemKind.OPEN])] = [""]  # on paper every question may have stayed empty
    assert answers.enter_paper_answer(chief, form_id, fields, one) == 1
    with pytest.raises(RuleBroken, match="error-form-twice"):
        answers.enter_paper_answer(chief, form_id, fields, one)
    assert results.view_results(chief, form_id).respondents[0].source is Source.PAPER


def test_old_stamps_are_forgotten(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief)
    with unit_of_work() as session:
        session.add(FormStamp(nonce="old", expires_at=utc_now() - timedelta(days=2)))
    answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id), stamp(form_id))
    with reading() as session:
        assert session.get(FormStamp, "old") is None
        assert session.scalar(select(func.count()).select_from(FormStamp)) == 1
