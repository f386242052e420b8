"""What the text of a PDF seems to say of a devis, pure: proposed to a person, never filled in by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from budget.documents.rules import bounded_lines
from budget.documents.words import PdfReading
from budget.quotes.identifiers import check_siret
from budget.quotes.words import SupplierView
from workspace.kernel.errors import RuleBroken

_SPACE = "[ \u00a0\u202f]"
_NUMBER = re.compile(
    rf"devis{_SPACE}*(?:n{_SPACE}?[°o]|num[ée]ro|:){_SPACE}*:?{_SPACE}*([A-Z0-9][\w./-]{{1,30}})", re.IGNORECASE
)
_DAY = r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})"
_ISSUED = re.compile(rf"(?:date|le|du)[^\d\n]{{0,20}}{_DAY}", re.IGNORECASE)
_VALID = re.compile(rf"(?:valable|validit[ée])[^\d\n]{{0,40}}{_DAY}", re.IGNORECASE)
_SIRET = re.compile(rf"(?<!\d)\d{{3}}{_SPACE}?\d{{3}}{_SPACE}?\d{{3}}{_SPACE}?\d{{5}}(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What seems to be said; None or empty where nothing was found. Amounts in cents."""

    supplier_id: UUID | None = None
    number: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    net_cents: int | None = None
    vat_cents: int | None = None
    gross_cents: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return self == Proposed()


def propose(reading: PdfReading, suppliers: Iterable[SupplierView]) -> Proposed:
    """What a reading seems to say; a supplier is known by its SIRET alone, because a name proves nothing."""
    text = "\n".join(bounded_lines(reading.text))
    sirets = {found for one in _SIRET.findall(text) if (found := _siret(one))}
    known = [one for one in suppliers if one.draft.siret and one.draft.siret in sirets]
    number = _NUMBER.search(text)
    return Proposed(
        supplier_id=known[0].supplier_id if len(known) == 1 else None,
        number=number.group(1).rstrip(".-/") if number else "",
        issued_on=_day(_ISSUED, text),
        valid_until=_day(_VALID, text),
        net_cents=reading.net_cents,
        vat_cents=reading.vat_cents,
        gross_cents=reading.gross_cents,
    )


def _siret(typed: str) -> str:
    try:
        return check_siret(typed)
    except RuleBroken:
        return ""


def _day(pattern: re.Pattern[str], text: str) -> date | None:
    found = pattern.search(text)
    if found is None:
        return None
    try:
        return date(int(found.group(3)), int(found.group(2)), int(found.group(1)))
    except ValueError:
        return None
