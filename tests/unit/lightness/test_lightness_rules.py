"""What a block tree weighs, by vectors made by hand."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.fiches.words import Lightness
from workspace.kernel.errors import RuleBroken
from workspace.lightness import rules
from workspace.lightness.words import Bounds, Sentence, Targets, Zone
from workspace.livetext.words import Block, Run

TARGETS = Targets()


def paragraph(text: str, kind: str = "paragraph") -> Block:
    return Block(kind, runs=(Run(text),))


def said(text: str) -> list[str]:
    return [one.text for one in rules.sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un. Deux ! Trois ?", ["Un.", "Deux !", "Trois ?"]),
        ("J’écris à M. Martin et à S. D. demain. On vote.", ["J’écris à M. Martin et à S. D. demain.", "On vote."]),
        ("Des outils, des lieux, etc. et du temps.", ["Des outils, des lieux, etc. et du temps."]),
        ("Cela coûte 3.50 euros. C’est peu.", ["Cela coûte 3.50 euros.", "C’est peu."]),
        ("« Venez\u202f! » Elle rit.", ["« Venez\u202f! »", "Elle rit."]),
        ("Alors… Rien", ["Alors…", "Rien"]),
        ("Voir art. 5 et n°. 7 du texte", ["Voir art. 5 et n°. 7 du texte"]),
        ("Quinze ans déjà\u00a0! Déjà quinze ans.", ["Quinze ans déjà\u00a0!", "Déjà quinze ans."]),
        ("", []),
        ("— … !", []),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@given(st.lists(st.text("abcé .!?…«»’-0", max_size=40), max_size=5))
def test_sentences_lose_no_word(parts: list[str]) -> None:
    text = " ".join(parts)
    assert sum(one.words for one in rules.sentences(text)) == rules.count_words(text)


def test_words_are_those_of_the_board() -> None:
    from workspace.kernel.letters import count_words
    from workspace.livetext.blocks import shown_text

    blocks = (
        paragraph("Titre de partie", "heading"),
        paragraph("L’atelier, c’est rendez-vous à 9 h\u202f: venez\u202f!"),
        Block("figure", {"alt": "Une très longue description de la photographie", "credit": "Photo A. B."}),
        Block("keyFigure", children=(paragraph("150", "keyFigureValue"), paragraph("salariés", "keyFigureLabel"))),
    )
    measured = rules.measure_zone(Zone.VERSO, blocks, TARGETS)
    assert measured.words == count_words(shown_text(blocks)) == 3 + 7 + 3 + 2


def test_recto_counts_title_and_accroche() -> None:
    zones = rules.measure(
        "Un titre court", "Une accroche de cinq mots", {"level1": (paragraph("Trois petits mots"),)}, TARGETS
    )
    assert [(one.zone, one.words) for one in zones] == [
        (Zone.TITLE, 3), (Zone.ACCROCHE, 5), (Zone.RECTO, 11), (Zone.VERSO, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (0, Lightness.LIGHT),
        (100, Lightness.LIGHT),
        (101, Lightness.FAIR),
        (125, Lightness.FAIR),
        (126, Lightness.HEAVY),
    ],
)
def test_weight_follows_the_bounds(words: int, expected: Lightness) -> None:
    assert rules.weight(words, Bounds(100, 125)) is expected


def test_longest_sentence_is_quoted_and_titles_are_no_sentences() -> None:
    long = " ".join(["mot"] * 21) + "."
    blocks = (paragraph(" ".join(["titre"] * 40), "heading"), paragraph(f"Court. {long.capitalize()} Court."))
    measured = rules.measure_zone(Zone.RECTO, blocks, TARGETS)
    assert measured.longest == Sentence(long.capitalize(), 21)
    assert measured.sentence_is_long
    looser = dataclasses.replace(TARGETS, sentence_recto=21)
    assert not rules.measure_zone(Zone.RECTO, blocks, looser).sentence_is_long


def test_list_items_and_forced_breaks_end_a_sentence() -> None:
    item = Block("listItem", children=(paragraph("un deux trois"),))
    blocks = (
        Block("bulletList", children=(item, item)),
        Block("paragraph", runs=(Run("quatre mots"), Run("\n"), Run("puis"))),
    )
    assert rules.measure_zone(Zone.RECTO, blocks, TARGETS).longest == Sentence("un deux trois", 3)


def test_table_cells_are_words_and_no_sentences() -> None:
    cell = Block("tableCell", children=(paragraph("cinq mots dans une cellule"),))
    blocks = (Block("table", children=(Block("tableRow", children=(cell, cell)),)),)
    measured = rules.measure_zone(Zone.VERSO, blocks, TARGETS)
    assert (measured.words, measured.longest, measured.visuals.tables) == (10, None, 1)


def test_ease_by_hand() -> None:
    # "Une bonne idée se vérifie sur le terrain, avant d'écrire un dossier.": 12 words, 19 syllables, 1 sentence.
    sentence = "Une bonne idée se vérifie sur le terrain, avant d'écrire un dossier."
    found = rules.sentences(" ".join([sentence] * 9))
    assert (len(found), sum(one.words for one in found)) == (9, 108)
    assert rules.ease(found) == round(207 - 1.015 * 12 - 73.6 * 19 / 12, 1) == 78.3


def test_ease_stays_on_its_scale() -> None:
    assert rules.ease(rules.sentences("Un pas. " * 60)) == 100
    hard = " ".join(["particulièrement individuellement"] * 60) + "."
    assert rules.ease(rules.sentences(hard)) == 0


def test_ease_says_nothing_under_a_hundred_words() -> None:
    assert rules.ease(rules.sentences("Une bonne idée.")) is None
    assert rules.ease([]) is None


def test_visuals_are_counted_however_deep() -> None:
    figure = Block("figure", {"src": "/pictures/x", "alt": "a"})
    blocks = (figure, Block("callout", children=(figure, Block("keyFigure"))))
    visuals = rules.measure_zone(Zone.RECTO, blocks, TARGETS).visuals
    assert (visuals.pictures, visuals.key_figures, visuals.total) == (2, 1, 3)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"recto": Bounds(0, 10)}, "error-target-range"),
        ({"verso": Bounds(250, 9999)}, "error-target-range"),
        ({"title": Bounds(10, 7)}, "error-target-limit"),
        ({"sentence_recto": 4}, "error-target-range"),
        ({"ease": 101}, "error-target-range"),
    ],
)
def test_targets_that_make_no_sense_are_refused(change: dict[str, object], code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        rules.clean_targets(dataclasses.replace(TARGETS, **change))
    assert refused.value.code == code


def test_default_targets_are_those_of_the_sources() -> None:
    assert rules.clean_targets(rules.DEFAULTS) == Targets(
        title=Bounds(7, 10), accroche=Bounds(25, 35), recto=Bounds(100, 125), verso=Bounds(250, 300),
        sentence_recto=20, sentence_verso=25, ease=60,
    )  # fmt: skip
