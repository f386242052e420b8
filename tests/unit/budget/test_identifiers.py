"""Numbers of suppliers: the vectors of published and wrong ones."""

from __future__ import annotations

import pytest
from stdnum import luhn

from budget.quotes import identifiers
from budget.quotes.checking import clean_supplier
from budget.quotes.words import SupplierDraft, SupplierStatus
from tests.unit.budget.test_money_rules import VECTORS
from workspace.kernel.errors import RuleBroken


def with_branch(siren):
    """A SIREN as the start of a SIRET whose own key is right, so that only the SIREN's key is in doubt."""
    bare = "".join(one for one in siren if one.isalnum())
    return next(made for branch in range(10) if luhn.is_valid(made := f"{bare}0001{branch}"))


CHECKS = {
    "siren": lambda siren: identifiers.check_siret(with_branch(siren)),
    "siret": identifiers.check_siret,
    "fr_vat": identifiers.check_vat_number,
    "iban": identifiers.check_iban,
}
CASES = [case for case in VECTORS["identifiers"] if case["type"] in CHECKS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['type']} {case['value']}")
def test_identifiers_of_vectors(case):
    if case["valid"]:
        assert " " not in CHECKS[case["type"]](case["value"])
    else:
        with pytest.raises(RuleBroken):
            CHECKS[case["type"]](case["value"])


def test_nothing_typed_is_nothing():
    assert identifiers.check_iban(" \u202f") == ""


def test_vat_number_of_another_company_is_found():
    with pytest.raises(RuleBroken, match="error-vat-siret"):
        clean_supplier(SupplierDraft(name="x", siret="73282932000074", vat_number="FR23334175221"))


def test_dispense_means_something_for_artist_authors_only():
    assert not clean_supplier(SupplierDraft(name="x", withholding_exempt=True)).withholding_exempt
    artist = SupplierDraft(name="x", withholding_exempt=True, status=SupplierStatus.ARTIST_AUTHOR)
    assert clean_supplier(artist).withholding_exempt
