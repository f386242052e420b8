"""Reading the cells of a devis as people type them, pure. The row is named, so that a person finds the cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from budget.quotes.devis_words import DevisDraft, DevisView, PricedLine, StatedTotal, TypedLine, TypedTotal
from budget.quotes.words import PriceKind
from workspace.accounts.rules import clean_line
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import parse_amount

LABEL_LENGTH = 300
LINES_MAXIMUM = 200
COPIES_MAXIMUM = 10_000_000
RATE_MAXIMUM_BP = 10_000
_SPACES = " \u00a0\u202f\u2009"
_WHOLE = re.compile(rf"[0-9]{{1,8}}|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{1,2}}")
_EXACT = re.compile(rf"-?(?:[0-9]{{1,9}}|[0-9]{{1,3}}(?:[{_SPACES}][0-9]{{3}}){{1,2}})(?:[.,][0-9]{{1,6}})?")
_TWO_WAYS = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")


def _exact(typed: str) -> Decimal | None:
    """A number of nine figures at most with up to six decimals; None when it is none."""
    kept = typed.strip(_SPACES).replace("\u2212", "-")
    if not _EXACT.fullmatch(kept):
        return None
    return Decimal(re.sub(rf"[{_SPACES}]", "", kept).replace(",", "."))


def read_copies(typed: str, row: int) -> int:
    """A number of copies, or 0 for nothing. Raises RuleBroken `error-line-copies`."""
    kept = typed.strip(_SPACES)
    if not kept:
        return 0
    number = int(re.sub(rf"[{_SPACES}]", "", kept)) if _WHOLE.fullmatch(kept) else 0
    if not 0 < number <= COPIES_MAXIMUM:
        raise RuleBroken("error-line-copies", row=row, typed=typed)
    return number


def read_quantity(typed: str, row: int) -> Decimal:
    """How many of a line, with decimals (half a day); one when nothing is typed. Raises `error-line-quantity`."""
    number = _exact(typed) if typed.strip(_SPACES) else Decimal(1)
    if number is None or number <= 0:
        raise RuleBroken("error-line-quantity", row=row, typed=typed)
    return number


def read_price(typed: str, row: int) -> Decimal:
    """A unit price in euros with up to six decimals; negative for a discount.

    Raises RuleBroken `error-line-price`, `error-line-price-two-ways` when three figures follow the only mark: 1,195
    is one euro or one thousand; 0,195 can only be read once.
    """
    kept = typed.strip(_SPACES).removesuffix("€").strip(_SPACES)
    if _TWO_WAYS.fullmatch(kept):
        raise RuleBroken("error-line-price-two-ways", row=row, typed=typed)
    number = _exact(kept)
    if number is None:
        raise RuleBroken("error-line-price", row=row, typed=typed)
    return number


def read_rate(typed: str, row: int) -> int:
    """A rate of VAT in hundredths of a percent: ``20``, ``5,5 %``. Raises RuleBroken `error-line-rate`."""
    number = _exact(typed.strip(_SPACES).removesuffix("%"))
    if number is None or number < 0 or number * 100 > RATE_MAXIMUM_BP or number * 100 % 1:
        raise RuleBroken("error-line-rate", row=row, typed=typed)
    return int(number * 100)


def read_lines(typed: Sequence[TypedLine]) -> tuple[PricedLine, ...]:
    """The lines that were typed, blank ones left out.

    Raises the RuleBroken of the first cell that will not do, `error-devis-no-line`, `error-too-many`.
    """
    kept = [(row, line) for row, line in enumerate(typed, start=1) if not line.is_blank]
    if not kept:
        raise RuleBroken("error-devis-no-line")
    if len(kept) > LINES_MAXIMUM:
        raise RuleBroken("error-too-many", field="devis-lines", maximum=LINES_MAXIMUM)
    return tuple(_read_line(row, line) for row, line in kept)


def _read_line(row: int, line: TypedLine) -> PricedLine:
    if not line.label.strip():
        raise RuleBroken("error-line-label", row=row)
    kind = PriceKind(line.kind) if line.kind in set(PriceKind) else PriceKind.WORK
    return PricedLine(
        kind=kind,
        label=clean_line(line.label, maximum=LABEL_LENGTH, field="line-label"),
        copies=read_copies(line.copies, row),
        quantity=read_quantity(line.quantity, row),
        unit_price=read_price(line.unit_price, row),
        vat_bp=read_rate(line.rate, row),
        kept=line.kept and kind is PriceKind.OPTION,
    )


def read_stated(typed: Sequence[TypedTotal], lots: Sequence[int]) -> tuple[StatedTotal, ...]:
    """The totals that the document states. Raises RuleBroken `error-stated-lot` for a lot without a line."""
    made: dict[int, StatedTotal] = {}
    for row, one in enumerate(typed, start=1):
        if not any(cell.strip() for cell in (one.net, one.vat, one.gross)):
            continue
        copies = read_copies(one.copies, row)
        if copies not in lots or copies in made:
            raise RuleBroken("error-stated-lot", row=row, typed=one.copies)
        made[copies] = StatedTotal(
            copies=copies, net_cents=_cents(one.net), vat_cents=_cents(one.vat), gross_cents=_cents(one.gross)
        )
    return tuple(made.values())


def _cents(typed: str) -> int | None:
    return parse_amount(typed) if typed.strip(_SPACES) else None


def read_pasted(text: str) -> tuple[TypedLine, ...]:
    """Lines copied from a spreadsheet or typed as text: description, copies, quantity, unit price, rate.

    Cells are parted by tabs or semicolons; a line with fewer cells is taken as far as it goes, checked when saved.
    """
    made = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("\t" if "\t" in line else ";")]
        if not any(cells):
            continue
        label, copies, quantity, unit_price, rate = (*cells, "", "", "", "", "")[:5]
        made.append(TypedLine(label=label, copies=copies, quantity=quantity, unit_price=unit_price, rate=rate))
    return tuple(made)


def retype(number: Decimal) -> str:
    """A kept number as people type it in France, for a form that shows it again."""
    return format(number, "f").replace(".", ",")


def draft_of(view: DevisView) -> DevisDraft:
    """A kept devis as its form shows it again."""
    return DevisDraft(
        supplier_id=view.supplier_id,
        kind=view.kind,
        label=view.label,
        number=view.number,
        issued_on=view.issued_on,
        valid_until=view.valid_until,
        rounding=view.rounding,
        lines=tuple(
            TypedLine(
                kind=one.kind.value,
                label=one.label,
                copies=str(one.copies or ""),
                quantity=retype(one.quantity),
                unit_price=retype(one.unit_price),
                rate=retype((Decimal(one.vat_bp) / 100).normalize()),
                kept=one.kept,
            )
            for one in view.lines
        ),
        stated=tuple(
            TypedTotal(
                copies=str(lot.stated.copies or ""),
                net=retyped(lot.stated.net_cents),
                vat=retyped(lot.stated.vat_cents),
                gross=retyped(lot.stated.gross_cents),
            )
            for lot in view.lots
        ),
        rights=view.rights,
        note=view.note,
        document_id=view.document_id,
        invitation_id=view.invitation_id,
        version=view.version,
    )


def retyped(cents: int | None) -> str:
    """A kept amount as people type it in France; empty for None."""
    return "" if cents is None else retype(Decimal(cents).scaleb(-2))
