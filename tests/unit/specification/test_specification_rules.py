"""The rules of the cahier des charges, without a store."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from workspace.kernel.messages import LANGUAGES
from workspace.livetext.words import Block, Run
from workspace.specification import rules
from workspace.specification.template import CLAUSES, template, to_block
from workspace.specification.words import AdoptionRule, ClauseState, ExportFormat, Stance

YES, NO = Stance.APPROVED, Stance.OBJECTION
ALL, CONSENT = AdoptionRule.ALL, AdoptionRule.CONSENT


def said(text: str) -> tuple[Block, ...]:
    return (Block("paragraph", runs=(Run(text),)),)


@pytest.mark.parametrize(
    ("text", "state", "blanks"),
    [
        ("", ClauseState.EMPTY, ()),
        (" … ! ", ClauseState.EMPTY, ()),
        ("500 exemplaires", ClauseState.WRITTEN, ()),
        ("[quantité] exemplaires sur [papier]", ClauseState.OPEN, ("quantité", "papier")),
        ("Un tableau a[] vide, un crochet [ seul", ClauseState.WRITTEN, ()),
    ],
)
def test_clause_says_how_far_it_is(text: str, state: ClauseState, blanks: tuple[str, ...]) -> None:
    assert (rules.clause_state(said(text)), rules.blanks(said(text))) == (state, blanks)


@pytest.mark.parametrize(
    ("rows", "total"),
    [
        ([["Critère", "Poids"], ["Prix", "40"], ["Qualité", "60 %"]], "100"),
        ([["Critère", "Poids"], ["Prix", "12,5"], ["Qualité", "60"], ["Total", "72,5"]], "72.5"),
        ([["Critère", "Poids"], ["Prix", "[poids]"]], None),
        ([["Critère"], ["Prix en 2008"]], None),
    ],
)
def test_weights_are_read_in_the_last_column(rows: list[list[str]], total: str | None) -> None:
    assert rules.weights((to_block({"rows": rows}),)) == (None if total is None else Decimal(total))


def test_weights_are_read_before_a_percent_sign_in_sentences() -> None:
    listed = to_block({"items": ["Prix : 30 %", "Qualité : 69,5 %", "Total : 99,5 %", "Remis en 2008"]})
    assert rules.weights((*said("Les critères, en 3 points :"), listed)) == Decimal("99.5")
    assert rules.weights(said("Au choix du groupe.")) is None


def test_blanks_are_found_in_tables_and_across_marks() -> None:
    table = to_block({"rows": [["Objet", "Quantité"], ["Chemise", "[quantité]"]]})
    bold = Block("paragraph", runs=(Run("[pa"), Run("pier]", bold=True)))
    assert rules.blanks((table, bold)) == ("quantité", "papier")


@pytest.mark.parametrize(
    ("rule", "stances", "adopted"),
    [
        (ALL, [], False), (CONSENT, [], False), (ALL, [YES], True), (ALL, [YES, None], False),
        (ALL, [YES, NO], False),
        (CONSENT, [YES, None], True), (CONSENT, [YES, None, None], False), (CONSENT, [YES, YES, NO], False),
        (CONSENT, [None], False),
    ],
)  # fmt: skip
def test_rule_of_adoption(rule: AdoptionRule, stances: list[Stance | None], adopted: bool) -> None:
    assert rules.may_be_adopted(rule, stances) is adopted


@pytest.mark.parametrize("language", LANGUAGES)
def test_template_has_every_clause_and_something_to_fill_in(language: str) -> None:
    clauses = template(language)
    assert tuple(one.name for one in clauses) == CLAUSES
    assert all(one.heading and one.hint for one in clauses)
    assert {rules.clause_state(one.starter) for one in clauses} == {ClauseState.OPEN}


def test_template_has_the_same_shape_in_both_languages() -> None:
    def shape(blocks: tuple[Block, ...]) -> list[object]:
        return [(block.kind, shape(block.children)) for block in blocks]

    for french, english in zip(template("fr"), template("en"), strict=True):
        assert shape(french.starter) == shape(english.starter), french.name


def test_seal_covers_each_thing_that_is_adopted() -> None:
    at = datetime(2008, 1, 16, 14, tzinfo=UTC)
    whole = ("a", 1, ALL, at, [{"name": "Apeas"}])
    others = [
        ("b", *whole[1:]), ("a", 2, *whole[2:]), ("a", 1, CONSENT, *whole[3:]),
        ("a", 1, ALL, at.replace(hour=15), whole[4]), (*whole[:4], []),
    ]  # fmt: skip
    seals = {rules.seal(*one) for one in (whole, *others)}
    assert len(seals) == 1 + len(others)
    assert rules.seal(*whole) == rules.seal(*whole)


def test_file_name_is_plain() -> None:
    assert rules.file_name('Été "à" l’œil / \\', 2, ExportFormat.PDF) == "Ete-a-lil-v2.pdf"
    assert rules.file_name("日本", 1, ExportFormat.DOCX) == "cahier-des-charges-v1.docx"
