"""Devis side by side: what each costs for the wanted quantity, how it answers the clauses, how it is marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from budget.envelope.words import LineKind
from budget.quotes import comparison
from budget.quotes.compare_words import Criterion, Judged, Judgement, Mark
from budget.quotes.words import ClauseStanding
from db.session import unit_of_work
from tests.integration.budget.offers import adopt_specification
from tests.integration.budget.test_selection import line, treasurer, two  # noqa: F401 fixtures
from workspace.kernel.errors import NotFound, RuleBroken


def adopted(world):
    """The id of an adopted version."""
    with unit_of_work() as session:
        return adopt_specification(session, world.people["facilitator"], "Chemise")


def test_comparison_ranks_by_what_it_costs_and_says_which_lot(treasurer, two):  # noqa: F811
    found = comparison.view_comparison(treasurer)
    assert (found.kind, found.wanted) == (LineKind.PRINTING, 500)
    found = comparison.view_comparison(treasurer, LineKind.PRINTING, 700)
    assert [(one.view.devis_id, one.cost.total_cents, one.is_cheapest) for one in found.compared] == [
        (two[0], 181_200, True),
        (two[1], 217_200, False),
    ]
    assert (found.compared[0].choice.order, found.compared[0].choice.below) == (1000, 500)
    assert found.compared[0].with_all_options == 181_200 + 21_600
    assert all(one.cost is None for one in comparison.view_comparison(treasurer, wanted=3000).compared)
    assert found.band is None


def test_band_is_the_line_of_that_kind(treasurer, two, line):  # noqa: F811
    assert two
    band = comparison.view_comparison(treasurer).band
    assert (band.label, band.minimum_cents, band.maximum_cents) == ("Impression", 300_000, 400_000)
    assert comparison.view_comparison(treasurer, LineKind.DESIGN).band.label == "Plaquette commune"
    assert comparison.view_comparison(treasurer).lines[0].line_id == line


def test_clauses_and_marks_are_kept_and_weighed(world, treasurer, two):  # noqa: F811
    version_id = adopted(world)
    typed = [
        Criterion(criterion_id=None, name=name, weight=weight) for name, weight in (("Qualité", 3), ("Délai", 1))
    ]
    comparison.save_criteria(treasurer, LineKind.PRINTING, typed)
    quality, delay = comparison.view_comparison(treasurer).criteria
    judgement = Judgement(
        version_id=version_id,
        clauses={
            "deliverables": Judged(standing=ClauseStanding.COVERED),
            "web": Judged(standing=ClauseStanding.MISSING, note="Pas de web"),
            "charter": Judged(),
        },
        marks={quality.criterion_id: Mark(mark=4), delay.criterion_id: Mark(mark=2, note="Trois semaines")},
    )
    comparison.judge_devis(treasurer, two[0], judgement)
    found = next(one for one in comparison.view_comparison(treasurer).compared if one.view.devis_id == two[0])
    assert found.clauses["web"].note == "Pas de web"
    assert found.count(ClauseStanding.COVERED) == 1
    assert "charter" not in found.clauses
    assert found.score == 3.5
    comparison.save_criteria(treasurer, LineKind.PRINTING, [replace(quality, weight=1)])
    again = comparison.view_comparison(treasurer)
    assert [one.name for one in again.criteria] == ["Qualité"]
    assert {one.score for one in again.compared} == {4, None}


def test_judging_what_is_not_the_groups_is_refused(world, treasurer, two):  # noqa: F811
    said = Judged(standing=ClauseStanding.EXTRA)
    version_id = adopted(world)
    for judgement in (
        Judgement(version_id=version_id, clauses={"inventee": said}),
        Judgement(version_id=None, clauses={"web": said}),
    ):
        with pytest.raises(NotFound):
            comparison.judge_devis(treasurer, two[0], judgement)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ([("x", 0)], "error-criterion-weight"),
        ([("Prix", 1), ("prix", 1)], "error-criterion-twice"),
        ([(" ", 1)], "error-empty"),
        ([(str(one), 1) for one in range(13)], "error-too-many"),
    ],
)
def test_criteria_that_will_not_do(treasurer, typed, code):  # noqa: F811
    criteria = [Criterion(criterion_id=None, name=name, weight=weight) for name, weight in typed]
    with pytest.raises(RuleBroken, match=code):
        comparison.save_criteria(treasurer, LineKind.WEB, criteria)
