"""Numbers that a supplier is known and paid by, checked by their own keys, without any network (python-stdnum)."""

from __future__ import annotations

from collections.abc import Callable

from stdnum import iban as _iban
from stdnum.eu import vat as _vat
from stdnum.exceptions import ValidationError
from stdnum.fr import siren as _siren
from stdnum.fr import siret as _siret

from workspace.kernel.errors import RuleBroken

SIREN_FIGURES = 9
# What people put between the groups of figures: spaces of all widths, points, hyphens.
_BETWEEN = dict.fromkeys(map(ord, " \u00a0\u202f\u2009\t.-"))


def _checked(typed: str, validate: Callable[[str], str], code: str) -> str:
    bare = typed.translate(_BETWEEN).upper()
    if not bare:
        return ""
    try:
        return str(validate(bare))
    except ValidationError:
        raise RuleBroken(code) from None


def check_siret(typed: str) -> str:
    """Fourteen figures with a right key (La Poste has its own), or nothing. Raises RuleBroken `error-siret`.

    Its first nine are the company's SIREN, which has a key of its own.
    """
    return _checked(typed, _siret_and_siren, "error-siret")


def _siret_and_siren(bare: str) -> str:
    siret = str(_siret.validate(bare))
    _siren.validate(siret[:SIREN_FIGURES])
    return siret


def check_vat_number(typed: str) -> str:
    """A VAT number of a country of the European Union, or nothing. Raises RuleBroken `error-vat-number`."""
    return _checked(typed, _vat.validate, "error-vat-number")


def check_iban(typed: str) -> str:
    """An IBAN whose key (ISO 13616, modulo 97) and country form are right, or nothing. Raises `error-iban`.

    The inner key of a French RIB is the bank's affair and is not looked at.
    """
    return _checked(typed, _iban.validate, "error-iban")
