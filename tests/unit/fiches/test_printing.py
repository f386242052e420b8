"""How pictures print: 300 points an inch at their width, and what is asked of a licence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.fiches import printing
from workspace.fiches.album_words import Licence, PictureDraft, Sharpness
from workspace.kernel.errors import RuleBroken


@pytest.mark.parametrize(
    ("width", "millimetres", "expected"),
    [
        (2008, 170, Sharpness.SHARP),
        (2007, 170, Sharpness.SOFT),
        (1339, 170, Sharpness.SOFT),
        (1338, 170, Sharpness.COARSE),
        (969, 82, Sharpness.SHARP),
        (968, 82, Sharpness.SOFT),
        (640, 82, Sharpness.COARSE),
        # A picture measured in a printed prototype: 1500 px placed 160 mm wide is 238 points an inch.
        (1500, 160, Sharpness.SOFT),
    ],
)
def test_sharpness_at_a_width(width: int, millimetres: int, expected: Sharpness) -> None:
    assert printing.sharpness(width, millimetres) is expected


def test_measured_prototype_gives_its_published_density() -> None:
    assert printing.ppi_at(1500, 160) == 238


@given(st.integers(1, 4000))
def test_picture_is_sharp_up_to_the_width_that_is_said(width: int) -> None:
    largest = printing.sharp_mm(width)
    if largest:
        assert printing.sharpness(width, largest) is Sharpness.SHARP
    assert printing.sharpness(width, largest + 2) is not Sharpness.SHARP


@given(st.sampled_from(printing.PRINT_WIDTHS))
def test_print_copy_is_exactly_sharp(millimetres: int) -> None:
    assert printing.sharpness(printing.pixels_for(millimetres), millimetres) is Sharpness.SHARP


def draft(licence: Licence, credit: str = "") -> PictureDraft:
    return PictureDraft(credit=credit, licence=licence, source=" une\nadresse ", version=1)


@pytest.mark.parametrize("licence", [Licence.CC_BY, Licence.CC_BY_SA])
def test_attribution_asks_for_a_name(licence: Licence) -> None:
    with pytest.raises(RuleBroken) as raised:
        printing.clean_picture(draft(licence, " "))
    assert raised.value.code == "error-picture-credit"
    assert printing.clean_picture(draft(licence, "A. B.")).source == "une adresse"


def test_other_grounds_need_no_name_and_long_credits_are_refused() -> None:
    assert printing.clean_picture(draft(Licence.OWN)).credit == ""
    with pytest.raises(RuleBroken) as raised:
        printing.clean_picture(draft(Licence.OWN, "x" * 201))
    assert raised.value.code == "error-too-long"


@pytest.mark.parametrize("millimetres", [82, 170])
def test_a_soft_picture_begins_where_the_warning_says(millimetres: int) -> None:
    least = printing.soft_pixels(millimetres)
    assert printing.ppi_at(least, millimetres) >= printing.PPI_WARNING > printing.ppi_at(least - 1, millimetres)
    assert printing.sharpness(least, millimetres) is Sharpness.SOFT
    assert printing.sharpness(least - 1, millimetres) is Sharpness.COARSE
