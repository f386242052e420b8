"""Names, mail addresses, passwords and limits, without a store."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.accounts import rules
from workspace.accounts.secrets import hash_password, password_matches
from workspace.kernel.errors import RuleBroken


def refused(code: str, call, *args, **kwargs) -> RuleBroken:
    with pytest.raises(RuleBroken) as caught:
        call(*args, **kwargs)
    assert caught.value.code == code
    return caught.value


def test_name_is_folded_composed_and_kept_as_typed() -> None:
    assert rules.clean_line("  E\u0301lodie \t\n  Née ") == "Élodie Née"
    assert rules.clean_line("<b>x</b> & 'y' **z**") == "<b>x</b> & 'y' **z**"
    assert rules.clean_line("Zoë 👩‍🌾 d’Aix") == "Zoë 👩‍🌾 d’Aix"


@pytest.mark.parametrize("empty", ["", "   ", "\u00a0", "\u200b\u200b", "\t\n", "\u202e", "\ufeff", "\u200d"])
def test_name_without_a_visible_sign_is_refused(empty: str) -> None:
    assert refused("error-empty", rules.clean_line, empty).values == {"field": "name"}
    assert rules.clean_line(empty, required=False) == ""


def test_name_cannot_turn_the_direction_of_what_follows() -> None:
    assert rules.clean_line("ab\u202ecd\u2066ef") == "abcdef"


def test_name_of_120_signs_fits_and_121_says_how_many() -> None:
    assert len(rules.clean_line("é" * 120)) == 120
    assert refused("error-too-long", rules.clean_line, "é" * 121).values == {
        "field": "name",
        "maximum": 120,
        "length": 121,
    }


@given(st.text())
def test_cleaning_a_line_twice_changes_nothing(typed: str) -> None:
    once = rules.clean_line(typed, maximum=10**6, required=False)
    assert rules.clean_line(once, maximum=10**6, required=False) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(sign) == "Cc" for sign in once)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Prenom.NOM@Structure.ORG ", "prenom.nom@structure.org"),
        ("a+b@x.fr", "a+b@x.fr"),
        ("ｆoo@x.fr", "foo@x.fr"),
        ("e\u0301@x.fr", "é@x.fr"),
    ],
)
def test_mail_address_has_one_compared_form(typed: str, kept: str) -> None:
    assert rules.clean_email(typed) == kept
    assert rules.normal_email(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "x",
        "@x.fr",
        "a@",
        "a@x",
        "a@.fr",
        "a@x.",
        "a@x..fr",
        "a b@x.fr",
        "a@x.fr\nBcc: b@y.fr",
        "<a@x.fr>",
        "a@x.fr,b@y.fr",
        'a"@x.fr',
        "a" * 250 + "@x.fr",
    ],
)
def test_mail_address_that_cannot_be_one_is_refused(typed: str) -> None:
    refused("error-email", rules.clean_email, typed)


@given(st.text())
def test_compared_form_of_an_address_is_stable(typed: str) -> None:
    once = rules.normal_email(typed)
    assert rules.normal_email(once) == once


ACCENTS = "éèàùçêîôûëïüÿœæâäöñ" * 2 + "éè"


def test_password_of_forty_accented_letters_counts_to_the_last_one() -> None:
    assert (len(ACCENTS), len(ACCENTS.encode()) > 72) == (40, True)
    normal = rules.check_new_password(ACCENTS, name="A", email="a@x.fr")
    kept = hash_password(normal)
    assert password_matches(kept, normal)
    assert not password_matches(kept, normal[:-1] + "a")


def test_password_is_the_same_however_the_keyboard_composes_it() -> None:
    typed = unicodedata.normalize("NFD", "été à l’ombre des pins")
    kept = hash_password(rules.check_new_password(typed, name="A", email="a@x.fr"))
    assert password_matches(kept, rules.normal_password("  été à l’ombre des pins "))


def test_password_typed_on_a_keyboard_of_wide_letters_or_ligatures_is_the_same() -> None:
    assert rules.normal_password("ｍｏｔ ﬁn") == "mot fin"


def test_password_of_emoji_is_taken() -> None:
    typed = "🐬🌻🚲🍋🐌🎈🌊🪁🥖🎻🦔🪺"
    assert password_matches(hash_password(rules.check_new_password(typed, name="A", email="a@x.fr")), typed)


def test_password_length_is_told_before_anything_else() -> None:
    assert refused("error-password-short", rules.check_new_password, "onze signes", name="A", email="").values == {
        "minimum": 12
    }
    rules.check_new_password("douze signes", name="A", email="")
    rules.check_new_password("ab1!" * 32, name="A", email="")
    assert refused("error-password-long", rules.check_new_password, "ab1!" * 32 + "x", name="A", email="").values == {
        "maximum": 128
    }


@pytest.mark.parametrize(
    "typed", ["aaaaaaaaaaaa", "abababababab", "password1234", "Benjamin Martin", "B.MARTIN@EXEMPLE.ORG"]
)
def test_password_that_everybody_guesses_is_refused(typed: str) -> None:
    refused(
        "error-password-common",
        rules.check_new_password,
        typed,
        name="Benjamin Martin",
        email="b.martin@exemple.org",
    )


@given(st.text(min_size=1, max_size=30))
def test_normal_form_of_a_password_is_stable(typed: str) -> None:
    once = rules.normal_password(typed)
    assert rules.normal_password(once) == once


def test_limits_count_the_pair_and_the_address_apart() -> None:
    assert not rules.guess_refused(same_person_and_address=9, same_address=59)
    assert rules.guess_refused(same_person_and_address=10, same_address=10)
    assert rules.guess_refused(same_person_and_address=0, same_address=60)


def test_session_is_idle_after_a_week_and_not_before() -> None:
    now = datetime(2026, 7, 14, tzinfo=UTC)
    assert not rules.session_is_idle(now - timedelta(days=7), now)
    assert rules.session_is_idle(now - timedelta(days=7, seconds=1), now)
