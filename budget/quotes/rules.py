"""Rules of quotes, pure: totals as the supplier rounds them, what is owed beside an artist-author's fee."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from budget.quotes.words import QuoteLine, QuoteTotals, VatRounding
from budget.quotes.words import QuotesOperation as Op
from workspace.kernel.money import half_up
from workspace.kernel.rights import Policy, Reach, everyone

_KEEPERS = Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.CHANGE_SUPPLIER: _KEEPERS,
    Op.ENTER: _KEEPERS,
    Op.SORT: _KEEPERS,
    Op.JUDGE: _KEEPERS,
    Op.WEIGH: _KEEPERS,
    Op.SELECT: _KEEPERS,
    Op.REQUEST: _KEEPERS,
    Op.DROP: Policy(public=True),
}


def _part(cents: int, basis_points: int) -> int:
    return half_up(Decimal(cents) * basis_points / 10_000)


def line_net(unit_price: Decimal, quantity: int | Decimal) -> int:
    """Cents of a line without VAT. The unit price, in euros, keeps all its decimals: printers use three or four."""
    return half_up(unit_price * quantity * 100)


def totals(lines: Sequence[QuoteLine], rounding: VatRounding) -> QuoteTotals:
    """Totals of a devis, VAT rounded on each line or on the total of each rate, as the document does."""
    net = sum(line.net_cents for line in lines)
    if rounding is VatRounding.LINE:
        return QuoteTotals(net, sum(_part(line.net_cents, line.vat_bp) for line in lines))
    by_rate: dict[int, int] = defaultdict(int)
    for line in lines:
        by_rate[line.vat_bp] += line.net_cents
    return QuoteTotals(net, sum(_part(base, rate) for rate, base in by_rate.items()))


def from_gross(gross_cents: int, vat_bp: int) -> QuoteTotals:
    """Totals of an offer that states its price with VAT: without it, rounded; the VAT is what is left."""
    net = half_up(Decimal(gross_cents) * 10_000 / (10_000 + vat_bp))
    return QuoteTotals(net, gross_cents - net)


def artist_contribution(gross_fee_cents: int, artist_bp: int) -> int:
    """Cents the group owes beside the fee of an artist-author, whatever is withheld from the artist.

    `artist_bp`: the rate of the fee's day, in hundredths of a percent (`budget.rates.rules.artist_bp`).
    """
    return _part(gross_fee_cents, artist_bp)
