"""Pure rules of comments: bodies, names, moved words, whose decision stands."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from workspace.comments import rules
from workspace.comments.words import Place, Standing
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken, TooManyAttempts

QUOTE = "porteurs de projet"
PLACE = Place(
    fragment="level1", runs=((7, 0, 18),), quote=QUOTE, before="Nous accueillons les ", after=" à Aix, et partout."
)


def test_body_keeps_its_lines_and_loses_what_is_hidden() -> None:
    assert rules.clean_body("  Un  avis\u200b\r\nsur deux lignes \n\n") == "Un avis\nsur deux lignes"
    assert rules.clean_body("<b>pas du gras</b>") == "<b>pas du gras</b>"


@pytest.mark.parametrize(
    ("body", "code"), [("", "error-comments-empty"), (" \n\u200b\n", "error-comments-empty"),
                       ("x" * 4001, "error-too-long"), (("x" * 3000 + "\n") * 2, "error-comments-too-long")]
)  # fmt: skip
def test_bad_body_says_why(body: str, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        rules.clean_body(body)
    assert refused.value.code == code


def test_pace() -> None:
    rules.check_pace(19)
    with pytest.raises(TooManyAttempts):
        rules.check_pace(20)


def test_only_those_really_named_are_mentioned() -> None:
    lea, max_, away = uuid4(), uuid4(), uuid4()
    people = {lea: "Léa M.", max_: "Max"}
    body = "Qu’en pensez-vous, @Léa M. ? Et @Ailleurs ?"
    assert rules.named_in(body, people, [lea, max_, away, lea], None) == [lea]
    assert rules.named_in(body, people, [lea], lea) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nous accueillons les porteurs de projet à Aix, et partout.", 21),
        ("Titre\nNous accueillons les porteurs de projet\nautrement", 27),  # cut after them
        ("Ici. porteurs de projet à Aix, et partout.", 5),  # cut before them
        ("Des porteurs de projet, ailleurs.", None),  # the same words in another sentence
        ("Nous accueillons les porteurs de projet. " * 2, None),  # twice
        ("Nous accueillons les porteurs de projet. Et les porteurs de projet à Aix, et partout.", None),  # two minds
        ("", None),
    ],
)
def test_moved_words_are_found_by_what_stood_beside_them(text: str, found: int | None) -> None:
    assert rules.find_words(PLACE, text) == found


def test_too_little_is_never_looked_for() -> None:
    place = Place(fragment="level1", runs=((7, 0, 3),), quote="Aix", before="", after="")
    assert rules.find_words(place, "Aix") is None


def test_standing() -> None:
    assert rules.standing_of(None, "", "") is Standing.WHOLE_TEXT
    assert rules.standing_of(PLACE, QUOTE, "") is Standing.PLACED
    assert rules.standing_of(PLACE, "porteurs", "") is Standing.CHANGED
    assert rules.standing_of(PLACE, " .", "") is Standing.GONE
    assert rules.standing_of(PLACE, "", "Nous accueillons les porteurs de projet") is Standing.PLACED


def test_whose_decision_stands() -> None:
    now = utc_now()
    assert rules.decision_stands(now - timedelta(seconds=5), now, is_mine=False)
    assert not rules.decision_stands(now - timedelta(seconds=5), now, is_mine=True)
    assert not rules.decision_stands(now - timedelta(minutes=2), now, is_mine=False)
