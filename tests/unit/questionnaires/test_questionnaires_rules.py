"""The pure rules: questions, dates, order, reading a page, counting, formulas, stamps, floods, templates."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.kernel import sheets
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.questionnaires import checking, rules, scene, stamps, tally
from workspace.questionnaires.flood import DAY_SECONDS, PER_ADDRESS, PER_FORM, WINDOW_SECONDS, Flood
from workspace.questionnaires.stamps import StampState
from workspace.questionnaires.words import (
    FormDraft,
    FormState,
    GivenAnswer,
    Item,
    ItemDraft,
    ItemKind,
    Source,
)

TODAY = date(2026, 11, 26)


def item(
    kind: ItemKind, *, required: bool = False, choices: tuple[str, ...] = ("a", "b", "c"), steps: int = 5
) -> Item:
    return Item(item_id=uuid4(), kind=kind, text="?", required=required, choices=choices, ends=("", ""), steps=steps)


def test_the_erasing_day_is_a_year_ahead_by_default() -> None:
    cleaned = rules.clean_draft(FormDraft(title=" Vos  questions "), today=TODAY)
    assert (cleaned.title, cleaned.erase_on) == ("Vos questions", TODAY + timedelta(days=365))


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (ItemDraft(kind=ItemKind.OPEN, text=" \u200b"), "error-empty"),
        (ItemDraft(kind=ItemKind.SINGLE, text="x", choices=("a", " ")), "error-form-choices"),
        (ItemDraft(kind=ItemKind.SINGLE, text="x", choices=("a", "A")), "error-form-same-choice"),
        (ItemDraft(kind=ItemKind.RANKING, text="x", choices=tuple("abcdefghi")), "error-too-many"),
        (ItemDraft(kind=ItemKind.SCALE, text="x", steps=99), "error-form-steps"),
        (ItemDraft(kind=ItemKind.OPEN, text="x" * 301), "error-too-long"),
    ],
)
def test_questions_that_will_not_do(draft: ItemDraft, code: str) -> None:
    with pytest.raises(RuleBroken, match=code):
        rules.clean_item(draft)


def test_a_question_keeps_only_what_its_kind_has() -> None:
    given_all = ItemDraft(kind=ItemKind.SECTION, text="x", required=True, choices=("a", "b"), steps=5)
    assert rules.clean_item(given_all) == ItemDraft(kind=ItemKind.SECTION, text="x")


def test_closed_from_the_day_after_the_last() -> None:
    assert rules.state_on(FormState.OPEN, TODAY, TODAY) is FormState.OPEN
    assert rules.state_on(FormState.OPEN, TODAY, TODAY + timedelta(days=1)) is FormState.CLOSED
    assert rules.state_on(FormState.DRAFT, TODAY, TODAY + timedelta(days=1)) is FormState.DRAFT


@given(st.lists(st.uuids(), min_size=1, max_size=8, unique=True), st.data(), st.integers(-9, 9))
def test_moving_loses_nothing(order: list[UUID], data: st.DataObject, step: int) -> None:
    one = data.draw(st.sampled_from(order))
    moved = rules.moved(order, one, step)
    assert sorted(moved) == sorted(order)
    assert [other for other in moved if other != one] == [other for other in order if other != one]
    with pytest.raises(NotFound):
        rules.moved(order, uuid4(), step)


@given(st.dictionaries(st.text(max_size=8), st.lists(st.text(max_size=12), max_size=4), max_size=6), st.data())
def test_whatever_is_posted_gives_values_or_errors(fields: dict[str, list[str]], data: st.DataObject) -> None:
    asked = [item(kind, required=data.draw(st.booleans())) for kind in ItemKind]
    for one in asked:
        fields[checking.field_name(one)] = data.draw(st.lists(st.text(max_size=6), max_size=3))
        fields[checking.field_name(one, 0)] = data.draw(
            st.lists(st.sampled_from(["", "1", "2", "9", "²"]), max_size=2)
        )
    posted = checking.read_posted(asked, fields)
    for one in asked:
        if one.is_question and one.required and one.item_id not in posted.values:
            assert checking.field_name(one) in posted.errors
        if one.item_id in posted.values:
            assert checking.said(one, posted.values[one.item_id]) != ""


def test_ranking_without_gaps() -> None:
    one = item(ItemKind.RANKING)

    def read(*places: str, required: bool = False) -> object:
        asked = Item(**{**{name: getattr(one, name) for name in one.__slots__}, "required": required})
        fields = {checking.field_name(one, place): [said] for place, said in enumerate(places)}
        posted = checking.read_posted([asked], fields | {"consent": ["yes"]})
        return posted.errors.get(checking.field_name(one)) or posted.values.get(one.item_id)

    assert read("2", "1", "3") == [1, 0, 2]
    assert read("", "1", "") == [1]
    assert read("", "1", "", required=True) == "ranks"
    assert read("1", "3", "") == "ranks"
    assert read("1", "1", "") == "ranks"
    assert read("4", "", "") == "choice"
    assert read("0", "", "") == "choice"
    assert read("", "", "") is None


def said(value: object, number: int = 1) -> GivenAnswer:
    return GivenAnswer(answer_id=uuid4(), number=number, source=Source.ONLINE, value=value)  # type: ignore[arg-type]


def test_counting() -> None:
    multiple = tally.bars(item(ItemKind.MULTIPLE), [said([0, 2]), said([2])])
    assert [(one.count, one.share) for one in multiple] == [(1, 0.5), (0, 0.0), (2, 1.0)]
    ranking = tally.bars(item(ItemKind.RANKING), [said([1, 0, 2]), said([1])])
    assert [(one.count, one.share) for one in ranking] == [(0, 2.0), (2, 1.0), (0, 2.5)]
    assert tally.mean_step([said(4), said(5)]) == 4.5
    assert tally.mean_step([]) is None
    assert len(tally.bars(item(ItemKind.SCALE), [])) == 5


@given(st.text(max_size=20))
def test_no_text_stays_a_formula(text: str) -> None:
    cell = str(sheets.harmless(text))
    assert cell.endswith(text)
    assert not cell.lstrip(" \u00a0\u202f").startswith(sheets.FORMULA_SIGNS)


def test_stamps() -> None:
    form_id = uuid4()
    stamp = stamps.make_stamp(form_id, now=1000)
    assert stamps.read_stamp(form_id, stamp, now=1001).state is StampState.TOO_FAST
    good = stamps.read_stamp(form_id, stamp, now=1010)
    assert (good.state, len(good.nonce)) == (StampState.GOOD, 22)
    assert stamps.read_stamp(form_id, stamp, now=1000 + 86_401).state is StampState.EXPIRED
    assert stamps.read_stamp(uuid4(), stamp, now=1010).state is StampState.FORGED
    assert stamps.read_stamp(form_id, "999" + stamp[4:], now=1010).state is StampState.FORGED


def test_one_flooder_stops_nobody_else() -> None:
    flood, form_id = Flood(), uuid4()
    mine = [flood.may_post(form_id, "10.0.0.1", now=0) for _ in range(PER_FORM * 2)]
    assert sum(mine) == PER_ADDRESS
    assert flood.may_post(form_id, "10.0.0.2", now=0)
    assert flood.may_post(form_id, "10.0.0.1", now=WINDOW_SECONDS + 1)
    many = [flood.may_post(form_id, f"10.1.0.{one}", now=5000) for one in range(PER_FORM + 9)]
    assert sum(many) == PER_FORM


def test_the_salt_of_the_day_goes_with_its_counts() -> None:
    flood, form_id = Flood(), uuid4()
    flood.may_post(form_id, "10.0.0.1")
    before = flood._key("post", str(form_id), "10.0.0.1")
    flood.may_post(form_id, "10.0.0.1", now=flood._since + DAY_SECONDS + 1)
    assert flood._key("post", str(form_id), "10.0.0.1") != before
    assert before not in flood._seen


def test_templates_ask_for_sentences_that_the_code_names() -> None:
    asked = set()
    for path in scene.FOLDER.glob("*.html"):
        asked |= set(re.findall(r'w\["([a-z-]+)"\]', path.read_text(encoding="utf-8")))
    assert asked == set(scene.SENTENCES)


def test_clean_texts() -> None:
    assert rules.clean_tags([" Seul ", "seul", "", "Argent"]) == ("Argent", "Seul")
    assert rules.clean_labels(["A", " ", "B"]) == ("A", "B")
    with pytest.raises(RuleBroken, match="error-form-no-label"):
        rules.clean_labels([" "])
    assert rules.clean_text("a\r\n\r\n\r\n\r\nb\x00", maximum=99, field="title") == "a\n\nb"
