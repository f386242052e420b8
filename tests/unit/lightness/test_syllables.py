"""Syllables against words counted by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.lightness.french_words import COUNTED, DRAWN, counted
from workspace.lightness.syllables import syllables

LEAST = 0.98


def test_at_least_98_percent_of_the_words_counted_by_hand_are_right() -> None:
    pairs = counted()
    wrong = {word: (syllables(word), heard) for word, heard in pairs if syllables(word) != heard}
    assert len(pairs) >= 300
    assert 1 - len(wrong) / len(pairs) >= LEAST, wrong


def test_words_drawn_by_lot_are_right_too() -> None:
    pairs = counted(DRAWN)
    assert len(pairs) >= 100
    assert not {word for word, _ in counted(COUNTED)} & {word for word, _ in pairs}
    assert sum(syllables(word) == heard for word, heard in pairs) / len(pairs) >= LEAST


def test_a_sentence_counted_aloud() -> None:
    # U-ne bo-nne i-dée se vé-ri-fie sur le ter-rain a-vant d'é-crire un do-ssier: 19.
    said = "Une bonne idée se vérifie sur le terrain, avant d'écrire un dossier."
    assert sum(syllables(word) for word in said.split()) == 19


@given(st.text(max_size=60))
def test_any_text_counts_something_finite(text: str) -> None:
    assert 0 <= syllables(text) <= 2 * len(text) + 2


@given(st.sampled_from([word for word, _ in counted()]), st.sampled_from([",", ".", " !", "\u202f?", "»", "…"]))
def test_punctuation_is_not_heard(word: str, sign: str) -> None:
    assert syllables(word + sign) == syllables(word)


def test_decomposed_accents_are_the_same_word() -> None:
    assert syllables("the\u0301a\u0302tre") == syllables("théâtre") == 2
