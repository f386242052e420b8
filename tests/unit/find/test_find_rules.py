"""Words compared without accents and case; the place found again in the text as it was typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.find import rules
from workspace.find.words import Piece


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"[{one.text}]" if one.is_hit else one.text for one in pieces)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Étape n° 2", "etape n 2"),
        ("l’Œuvre d'Ève", "l oeuvre d eve"),
        ("co-production_rapide", "co production rapide"),
        ("A & B | !C:*", "a b c"),
        ("ﬁnance ½", "finance 12"),
        ("", ""),
    ],
)
def test_folding(text: str, said: str) -> None:
    assert rules.folded(text) == said


@given(st.text(max_size=200))
def test_folded_words_are_plain_and_one_for_one(text: str) -> None:
    composed = rules.composed(text)
    words = re.findall(r"[^\W_]+", composed)
    folded = rules.folded(composed)
    assert len(folded.split()) == len(words)
    assert all(word.isalnum() for word in folded.split())


def test_decomposed_accents_do_not_cut_words() -> None:
    assert rules.folded(rules.composed("e\u0301tape")) == "etape"


def test_terms_and_what_goes_on() -> None:
    assert rules.terms_of("L'ÉTAPE l'étape proj") == ("l", "etape", "proj")
    assert not rules.is_ended("proj")
    assert rules.is_ended("proj ")
    assert len(rules.terms_of(" ".join(f"m{n}" for n in range(50)))) == rules.MOST_TERMS


def test_excerpt_shows_the_rarest_word_in_its_part() -> None:
    parts = {"accroche": "Une idée simple", "level1": f"{'idée ' * 40}puis la Création,\nenfin.", "level2": "rien"}
    body = " ".join(rules.folded(text) for text in parts.values())
    terms = ("idee", "creat")
    pattern = rules.pattern_of(terms)
    assert rules.rarest(body, terms)[0] == "creat"
    part, pieces = rules.excerpt(parts, rules.pattern_of(("creat",)), pattern)
    assert part == "level1"
    assert "[Création]" in shown(pieces)
    assert "[idée]" in shown(pieces)
    assert shown(pieces).startswith("… ")
    assert shown(pieces).endswith(", enfin.")
    assert rules.rarest(body, ("absent",)) == ("", 0)
    assert rules.excerpt(parts, rules.pattern_of(("absent",)), pattern) == ("", ())


@pytest.mark.parametrize(
    ("text", "term", "said"),
    [
        ("Création d’entreprise", "creation", "[Création] d’entreprise"),
        ("Créations", "creation", "Créations"),
        ("Le CŒUR de l’œuvre", "coeur", "Le [CŒUR] de l’œuvre"),
        ("coeur, cœur", "coeur", "[coeur], [cœur]"),
        ("x_creation_", "creation", "x_[creation]_"),
    ],
)
def test_marks_stand_on_whole_words(text: str, term: str, said: str) -> None:
    assert shown(rules.marked(text, rules.pattern_of((term,), exact_last=True))) == said


FRENCH = st.text(alphabet="aàâäæcçeéèêëiîïoôœuùûüyÿAÀÇÉŒ’'- .,n°2½ﬁ\n", max_size=80)


@given(FRENCH)
def test_every_indexed_word_is_found_again_where_it_was_typed(text: str) -> None:
    composed = rules.composed(text)
    words = re.findall(r"[^\W_]+", composed)
    for word in words:
        pieces = rules.marked(composed, rules.pattern_of((rules.folded_word(word),), exact_last=True))
        assert word in [piece.text for piece in pieces if piece.is_hit]


@given(FRENCH, st.integers(0, 79))
def test_excerpts_are_of_the_text(text: str, at: int) -> None:
    start, end = rules._window(text * 9, min(at, len(text)))
    assert 0 <= start <= min(at, len(text)) <= end <= len(text) * 9
    assert end - start <= rules.EXCERPT_BEFORE + rules.EXCERPT_LENGTH


def test_title_weighs_more() -> None:
    assert rules.score(("idee",), "une idee", "") > rules.score(("idee",), "", "idee " * 5)
