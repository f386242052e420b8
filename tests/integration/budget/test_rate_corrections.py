"""The treasurer corrects a rate from a day on; what is entered keeps what it was worked out with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from budget.rates import service
from budget.rates.words import CorrectionDraft, RateKind
from budget.spending import invoices
from budget.spending.rules import side_of
from db.models import JournalEntry
from db.session import reading
from tests.integration.budget.spending_desk import DAY, Plain, make_artist, make_plain
from tests.integration.fiches.world import World
from workspace.kernel.actor import Role
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken

NEXT = DAY + timedelta(days=1)


@pytest.fixture
def plain(world: World) -> Plain:
    return make_plain(world)


def correction(**given: object) -> CorrectionDraft:
    made = {"kind": RateKind.ARTIST, "value": "2", "from_on": NEXT, "source": "urssaf.fr, 2026"} | given
    return CorrectionDraft(**made)  # type: ignore[arg-type]


def now(world: World, kind: RateKind) -> int:
    """What everyone reads as holding today."""
    return next(one.now.value for one in service.view_rates(world.people["observer"]).rates if one.kind is kind)


def test_correction_holds_from_its_day_until_it_is_taken_back(world: World) -> None:
    treasurer = world.people["treasurer"]
    made = service.correct_rate(treasurer, correction())
    assert now(world, RateKind.ARTIST) == 200
    view = service.view_rates(world.people["partner"])
    assert (view.corrections[0].line.source, view.may_correct) == ("urssaf.fr, 2026", False)
    with pytest.raises(RuleBroken, match="error-rate-day-taken"):
        service.correct_rate(treasurer, correction(value="3"))
    later = service.correct_rate(treasurer, correction(value="4", from_on=date(2090, 1, 1)))
    shown = next(one for one in service.view_rates(treasurer).rates if one.kind is RateKind.ARTIST)
    assert [one.correction_id for one in shown.coming] == [later]
    service.withdraw_correction(treasurer, made)
    assert now(world, RateKind.ARTIST) == 100
    with pytest.raises(RuleBroken, match="error-rate-withdrawn"):
        service.withdraw_correction(treasurer, made)
    kept = service.view_rates(treasurer).corrections
    assert [one.withdrawn_at is not None for one in kept] == [False, True]
    with reading() as session:
        said = session.scalars(select(JournalEntry).where(JournalEntry.operation == "correct_rate")).all()
    assert len(said) == 3


def test_only_the_treasurer_corrects(world: World) -> None:
    made = service.correct_rate(world.people["treasurer"], correction())
    for who in ("facilitator", "partner", "observer"):
        with pytest.raises(NotAllowed):
            service.correct_rate(world.people[who], correction())
        with pytest.raises(NotAllowed):
            service.withdraw_correction(world.people[who], made)
    assert service.view_rates(world.people["stranger"]).corrections == ()


def test_another_group_keeps_its_own_rates(world: World) -> None:
    made = service.correct_rate(world.people["treasurer"], correction())
    assert now(world, RateKind.ARTIST) == 200
    stranger = service.view_rates(world.people["stranger"])
    assert next(one.now.value for one in stranger.rates if one.kind is RateKind.ARTIST) == 100
    other = replace(world.people["stranger"], role=Role.TREASURER)
    with pytest.raises(NotFound):
        service.withdraw_correction(other, made)


def test_entered_document_keeps_what_it_was_worked_out_with(plain: Plain) -> None:
    treasurer = plain.world.people["treasurer"]
    make_artist(plain, exempt=False)
    first = plain.approved("N-1", 100_000, side_cents=1_100)
    with pytest.raises(RuleBroken, match="error-rate-used") as broken:
        service.correct_rate(treasurer, correction(kind=RateKind.OLD_AGE, value="7,15", from_on=DAY))
    assert broken.value.values["day"] == "02/11/2026"
    made = service.correct_rate(treasurer, correction(kind=RateKind.OLD_AGE, value="7,15"))
    assert invoices.view_invoice(treasurer, first).withheld_cents == 16_030
    rates = invoices.view_invoices(treasurer).rates
    draft = plain.draft("N-2", 100_000, issued_on=NEXT)
    second = invoices.enter_invoice(treasurer, draft)
    assert invoices.view_invoice(treasurer, second).withheld_cents == 17_030
    assert invoices.view_invoice(treasurer, second).withheld_source == "urssaf.fr, 2026"
    assert side_of(draft, rates) == 1_100
    with pytest.raises(RuleBroken, match="error-rate-used"):
        service.withdraw_correction(treasurer, made)
    invoices.refuse_invoice(plain.world.people["facilitator"], second, "double")
    service.withdraw_correction(treasurer, made)
