"""What the lots of a devis cost, pure: totals, differences with the document, inversions, the lot to order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations

from budget.quotes import rules
from budget.quotes.devis_words import Inversion, LotChoice, LotCost, LotView, PricedLine, StatedTotal
from budget.quotes.words import DevisState, PriceKind, QuoteLine, QuoteTotals, SupplierStatus, VatRounding

WAITING = frozenset({DevisState.RECEIVED, DevisState.SHORTLISTED})


def lots_of(lines: Iterable[PricedLine]) -> tuple[int, ...]:
    """The quantities that a devis gives a price for, the smallest first; (0,) when its price depends on none."""
    return tuple(sorted({line.copies for line in lines if line.copies})) or (0,)


def _totals(lines: Iterable[PricedLine], rounding: VatRounding) -> QuoteTotals:
    return rules.totals(
        [QuoteLine(rules.line_net(line.unit_price, line.quantity), line.vat_bp) for line in lines], rounding
    )


def lot_cost(
    lines: Sequence[PricedLine],
    copies: int,
    rounding: VatRounding,
    status: SupplierStatus,
    artist_bp: int,
    *,
    all_options: bool = False,
) -> LotCost:
    """What one lot costs the group: its own lines and those of every lot, the options it keeps (or all of them).

    The contribution of an artist-author's fee is counted on the whole without VAT (CSS L382-4), delivery left out:
    that is an expense paid back, not a fee; `artist_bp` is its rate, in hundredths of a percent.
    """
    mine = [line for line in lines if line.copies in {0, copies}]
    base = [line for line in mine if line.kind is not PriceKind.OPTION]
    options = [line for line in mine if line.kind is PriceKind.OPTION and (line.kept or all_options)]
    fee = sum(
        rules.line_net(line.unit_price, line.quantity)
        for line in base + options
        if line.kind is not PriceKind.DELIVERY
    )
    # Rounded together with the base, as one document would, so that the options cost what they add.
    whole, alone = _totals(base + options, rounding), _totals(base, rounding)
    return LotCost(
        copies=copies,
        base=alone,
        options=QuoteTotals(whole.net_cents - alone.net_cents, whole.vat_cents - alone.vat_cents),
        artist_cents=rules.artist_contribution(fee, artist_bp) if status is SupplierStatus.ARTIST_AUTHOR else 0,
    )


def lot_views(
    lines: Sequence[PricedLine],
    stated: Iterable[StatedTotal],
    rounding: VatRounding,
    status: SupplierStatus,
    artist_bp: int,
) -> tuple[LotView, ...]:
    """Each lot with its cost and what its document states, and by how many cents the two differ."""
    said = {one.copies: one for one in stated}
    made = []
    for copies in lots_of(lines):
        cost, told = (
            lot_cost(lines, copies, rounding, status, artist_bp),
            said.get(copies, StatedTotal(copies=copies)),
        )
        made.append(
            LotView(
                cost=cost,
                stated=told,
                net_off=_off(told.net_cents, cost.base.net_cents),
                vat_off=_off(told.vat_cents, cost.base.vat_cents),
                gross_off=_off(told.gross_cents, cost.base.gross_cents),
            )
        )
    return tuple(made)


def _off(stated: int | None, ours: int) -> int | None:
    return None if stated is None else stated - ours


def inversions(costs: Iterable[LotCost]) -> tuple[Inversion, ...]:
    """Each lot beside the cheapest larger one, when that one costs less in all."""
    found: dict[int, Inversion] = {}
    for small, large in combinations(sorted(costs, key=lambda one: one.copies), 2):
        known = found.get(small.copies)
        if large.total_cents < (known.cheaper_cents if known else small.total_cents):
            found[small.copies] = Inversion(
                copies=small.copies,
                total_cents=small.total_cents,
                cheaper_copies=large.copies,
                cheaper_cents=large.total_cents,
            )
    return tuple(found.values())


def choose_lot(lots: Sequence[int], wanted: int) -> LotChoice:
    """Which lot gives a wanted quantity: that very one, else the next larger; prices between lots are not made up."""
    if tuple(lots) == (0,):
        return LotChoice(wanted=wanted, order=0, below=None)
    enough = [one for one in lots if one >= wanted]
    short = [one for one in lots if one < wanted]
    return LotChoice(wanted=wanted, order=min(enough, default=None), below=max(short, default=None))


def state_on(day: date, state: DevisState, valid_until: date | None) -> DevisState:
    """Where a devis stands on a day: one that still waits is expired after the last day of its validity."""
    if state in WAITING and valid_until is not None and day > valid_until:
        return DevisState.EXPIRED
    return state
