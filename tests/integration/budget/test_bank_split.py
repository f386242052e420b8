"""One row settles several things to the cent, several rows settle one thing, and a match is undone whole."""

from __future__ import annotations

import threading
from datetime import date
from uuid import UUID

import pytest

from budget.adhesions import service as adhesions
from budget.adhesions.words import FeeKind, MembershipDraft, RuleDraft
from budget.bank import matching, service
from budget.bank.words import Candidate, Part, TargetKind
from budget.contributions.store import write_pledge
from budget.contributions.words import Basis, KeyKind
from budget.ledger.queries import list_balances
from budget.spending import invoices, payments
from budget.spending.words import InvoiceStanding, Payee, PaymentDraft
from db.models import FundingKey, Supplier
from db.session import reading, unit_of_work
from tests.integration.budget.bank_rows import bring, match
from tests.integration.budget.spending_desk import DAY, Plain, make_artist, make_plain
from tests.integration.fiches.world import World, make_world
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken

LINE = "03/11/2026;VIR IMPR DUBOIS"


@pytest.fixture
def plain(world: World) -> Plain:
    made = make_plain(world)
    with unit_of_work() as session:
        session.get_one(Supplier, made.supplier_id).name = "Imprimerie Dubois"
    return made


def part(kind: TargetKind, object_id: UUID, cents: int) -> Part:
    return Part(kind=kind, object_id=object_id, amount_cents=cents)


def standing(plain: Plain, invoice_id: UUID) -> InvoiceStanding:
    return invoices.view_invoice(plain.world.people["treasurer"], invoice_id).shown.standing


def balances(world: World) -> dict[str, int]:
    """Debit less credit of each account, in cents; those that balance are left out."""
    with reading() as session:
        found = list_balances(session, world.group_id, 2026)
    return {one.account: one.debit_cents - one.credit_cents for one in found if one.debit_cents != one.credit_cents}


def pledged(world: World, *cents: int) -> list[UUID]:
    """Pledges of structure b, a key each."""
    made = []
    with unit_of_work() as session:
        for at, amount in enumerate(cents):
            key = FundingKey(
                group_id=world.group_id, title=f"Clé {at}", basis=Basis.AMOUNT, amount_cents=10_000,
                kind=KeyKind.FREE, created_at=utc_now(),
            )  # fmt: skip
            session.add(key)
            session.flush()
            made.append(write_pledge(session, key.id, world.b, amount, by=None).id)
    return made


def test_one_transfer_pays_two_invoices(plain: Plain) -> None:
    treasurer = plain.world.people["treasurer"]
    one, two = plain.approved("F-1", 10_000), plain.approved("F-2", 2_050)
    plain.approved("F-3", 99_999)
    row = bring(treasurer, f"{LINE};-120,50")[-12_050]
    together = service.view_bank(treasurer).waiting[0].together
    assert {(found.object_id, found.amount_cents) for found in together} == {(one, 10_000), (two, 2_050)}
    matching.settle_row(treasurer, row, [part(TargetKind.INVOICE, one, 10_000), part(TargetKind.INVOICE, two, 2_050)])
    assert {standing(plain, one), standing(plain, two)} == {InvoiceStanding.PAID}
    settled = service.view_bank(treasurer).settled[0]
    assert (len(settled.said), settled.made) == (2, True)
    matching.release_row(treasurer, row)
    assert {standing(plain, one), standing(plain, two)} == {InvoiceStanding.TO_PAY}
    assert [found.is_cancelled for found in invoices.view_invoice(treasurer, one).payments] == [True]
    assert [found.row_id for found in service.view_bank(treasurer).waiting] == [row]
    assert "512" not in balances(plain.world)


@pytest.mark.parametrize(
    ("cents", "code"),
    [((10_000, 2_049), "error-row-sum"), ((10_050, 2_000), "error-row-unfit"), ((10_000, 2_051), "error-row-unfit")],
)
def test_parts_that_do_not_make_the_row_are_refused(plain: Plain, cents: tuple[int, int], code: str) -> None:
    treasurer = plain.world.people["treasurer"]
    ids = plain.approved("F-1", 10_000), plain.approved("F-2", 2_050)
    row = bring(treasurer, f"{LINE};-120,50")[-12_050]
    parts = [part(TargetKind.INVOICE, one, some) for one, some in zip(ids, cents, strict=True)]
    with pytest.raises(RuleBroken, match=code):
        matching.settle_row(treasurer, row, parts)
    with pytest.raises(RuleBroken, match="error-row-twice"):
        matching.settle_row(treasurer, row, [part(TargetKind.INVOICE, ids[0], 6_025)] * 2)
    with pytest.raises(RuleBroken, match="error-row-sum"):
        matching.settle_row(treasurer, row, [])
    assert invoices.view_invoice(treasurer, ids[0]).payments == ()


def test_several_rows_pay_one_invoice(plain: Plain) -> None:
    treasurer = plain.world.people["treasurer"]
    bill = plain.approved("F-1", 10_000)
    rows = bring(treasurer, f"{LINE} F-1;-60,00", f"{LINE} F-1;-40,00")
    match(treasurer, rows[-6_000], TargetKind.INVOICE, bill)
    assert standing(plain, bill) is InvoiceStanding.TO_PAY
    match(treasurer, rows[-4_000], TargetKind.INVOICE, bill)
    assert standing(plain, bill) is InvoiceStanding.PAID
    matching.release_row(treasurer, rows[-6_000])
    assert invoices.view_invoice(treasurer, bill).shown.left_cents == 6_000


def test_known_payment_and_a_new_one_in_one_row(plain: Plain) -> None:
    treasurer = plain.world.people["treasurer"]
    one, two = plain.approved("F-1", 10_000), plain.approved("F-2", 2_050)
    known = payments.pay_invoice(treasurer, one, PaymentDraft(amount_cents=10_000, paid_on=DAY))
    row = bring(treasurer, f"{LINE};-120,50")[-12_050]
    matching.settle_row(
        treasurer, row, [part(TargetKind.PAYMENT, known, 10_000), part(TargetKind.INVOICE, two, 2_050)]
    )
    matching.release_row(treasurer, row)
    assert standing(plain, one) is InvoiceStanding.PAID, "what was known before stays"
    assert standing(plain, two) is InvoiceStanding.TO_PAY


def test_one_transfer_covers_two_pledges_and_a_fee(world: World) -> None:
    treasurer = world.people["treasurer"]
    one, two = pledged(world, 3_000, 2_000)
    rule = adhesions.save_rule(
        treasurer, None, RuleDraft(label="Structures", kind=FeeKind.CALENDAR, amount_cents=5_000)
    )
    due = date(2026, 12, 31)
    membership = adhesions.adhere(
        treasurer, MembershipDraft(structure_id=world.b, rule_id=rule, starts_on=date(2026, 11, 1), due_on=due)
    )
    rows = bring(treasurer, "03/11/2026;VIR APEAS;50,00", "04/11/2026;VIR APEAS;50,01")
    proposed = next(found for found in service.view_bank(treasurer).waiting if found.row_id == rows[5_000])
    assert (proposed.proposals[0].kind, proposed.proposals[0].object_id) == (TargetKind.FEE, membership)
    matching.settle_row(
        treasurer, rows[5_000], [part(TargetKind.PLEDGE, one, -3_000), part(TargetKind.PLEDGE, two, -2_000)]
    )
    match(treasurer, bring(treasurer, "05/11/2026;VIR APEAS;20,00")[2_000], TargetKind.FEE, membership)
    with pytest.raises(RuleBroken, match="error-row-unfit"):
        match(treasurer, rows[5_001], TargetKind.FEE, membership)
    assert balances(world) == {"512": 7_000, "7551": -5_000, "756": -2_000}
    settled = {found.row_id: found for found in service.view_bank(treasurer).settled}
    fee = next(found for found in settled.values() if len(found.said) == 1)
    receipt = adhesions.view_adhesions(treasurer).lines
    assert any(found.memberships for found in receipt)
    matching.release_row(treasurer, fee.row_id)
    matching.release_row(treasurer, rows[5_000])
    assert balances(world) == {}


def test_one_transfer_to_the_urssaf_covers_a_quarter(plain: Plain) -> None:
    treasurer = plain.world.people["treasurer"]
    make_artist(plain, exempt=False)
    fees = [plain.approved(f"N-{at}", 100_000, side_cents=1_100) for at in (1, 2)]
    for fee in fees:
        payments.pay_invoice(treasurer, fee, PaymentDraft(amount_cents=83_970, paid_on=DAY))
    row = bring(treasurer, "10/11/2026;PRLV URSSAF LIMOUSIN;-342,60")[-34_260]
    together: tuple[Candidate, ...] = service.view_bank(treasurer).waiting[0].together
    assert {(one.kind, one.amount_cents) for one in together} == {(TargetKind.URSSAF, 17_130)}
    assert balances(plain.world)["431"] == -34_260
    matching.settle_row(treasurer, row, [part(TargetKind.URSSAF, one, 17_130) for one in fees])
    assert {standing(plain, one) for one in fees} == {InvoiceStanding.PAID}
    assert balances(plain.world) == {"6236": 202_200, "512": -202_200}


def test_debt_to_the_urssaf_follows_the_facts_in_any_order(plain: Plain) -> None:
    """Whatever is paid and undone, 431 owes what is left for the URSSAF and 401 what is left to the author."""
    treasurer, facilitator = plain.world.people["treasurer"], plain.world.people["facilitator"]
    make_artist(plain, exempt=False)
    fee = plain.approved("N-1", 100_000, side_cents=1_100)

    def owed() -> tuple[int, int]:
        found = balances(plain.world)
        return -found.get("401", 0), -found.get("431", 0)

    assert owed() == (83_970, 17_130)
    whole = payments.pay_invoice(treasurer, fee, PaymentDraft(amount_cents=100_000, paid_on=DAY))
    assert owed() == (0, 1_100), "paid in full, nothing is withheld any more"
    payments.cancel_payment(treasurer, whole, "précompte oublié")
    assert owed() == (83_970, 17_130)
    urssaf = PaymentDraft(amount_cents=17_130, paid_on=DAY, payee=Payee.URSSAF)
    first = payments.pay_invoice(treasurer, fee, urssaf)
    assert owed() == (83_970, 0)
    payments.cancel_payment(treasurer, first, "erreur")
    invoices.cancel_invoice(facilitator, fee, "doublon")
    assert balances(plain.world) == {}


@pytest.mark.usefixtures("postgresql_store")
def test_two_rows_for_one_invoice_at_once_pay_it_once() -> None:
    plain = make_plain(make_world())
    treasurer = plain.world.people["treasurer"]
    bill, other = plain.approved("F-1", 5_000), plain.approved("F-2", 5_000)
    rows = bring(treasurer, f"{LINE};-100,00", f"{LINE} bis;-100,00", f"{LINE};-1,00")
    ids = [one.row_id for one in service.view_bank(treasurer).waiting if one.amount_cents == -10_000]
    assert len(ids) == 2, rows
    met, codes = threading.Barrier(2), []

    def settle(actor: Actor, row_id: UUID, order: tuple[UUID, UUID]) -> None:
        met.wait()
        try:
            matching.settle_row(actor, row_id, [part(TargetKind.INVOICE, one, 5_000) for one in order])
            codes.append("")
        except NotFound:
            codes.append("not-found")
        except Exception as error:  # noqa: BLE001 said by the test
            codes.append(repr(error))

    threads = [
        threading.Thread(target=settle, args=(treasurer, ids[0], (bill, other))),
        threading.Thread(target=settle, args=(treasurer, ids[1], (other, bill))),
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(codes) == ["", "not-found"]
