"""Invoices and payments: two persons, the commitment, twice the same number, deposits, credit notes, the ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from budget.documents.service import keep_file
from budget.ledger.queries import check_group
from budget.quotes.words import SupplierStatus
from budget.spending import invoices, payments
from budget.spending.words import (
    CommitmentState,
    InvoiceDraft,
    InvoiceKind,
    InvoiceStanding,
    Payee,
    PaymentDraft,
    ReadFrom,
)
from db.models import Commitment, JournalEntry, LedgerEntry, Supplier
from db.session import reading, unit_of_work
from tests.integration.budget.rows import add_envelope, add_supplier
from tests.integration.fiches.world import World
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit

SAMPLES = Path(__file__).parents[2] / "samples" / "invoices"
DAY = date(2026, 11, 2)


@dataclass(frozen=True)
class Desk:
    """A line of 4,000 euros, a supplier, an approved commitment of 1,820.01 euros with it."""

    line_id: UUID
    supplier_id: UUID
    commitment_id: UUID


@pytest.fixture
def desk(world: World) -> Desk:
    with unit_of_work() as session:
        line, supplier = add_envelope(session, world.group_id), add_supplier(session, world.group_id)
        bound = Commitment(
            group_id=world.group_id, line_id=line.id, supplier_id=supplier.id, label="1 000 exemplaires",
            amount_cents=182_001, state=CommitmentState.APPROVED, created_at=utc_now(),
        )  # fmt: skip
        session.add(bound)
        session.flush()
        return Desk(line.id, supplier.id, bound.id)


def draft(desk: Desk, number: str = "F-2026/1", gross: int = 182_001, **given: object) -> InvoiceDraft:
    net = gross * 5 // 6
    made = InvoiceDraft(
        supplier_id=desk.supplier_id, line_id=desk.line_id, number=number, issued_on=DAY, net_cents=net,
        vat_cents=gross - net, gross_cents=gross, commitment_id=desk.commitment_id,
    )  # fmt: skip
    return replace(made, **given)


def entries(group_id: UUID) -> list[tuple[str, str, str, int]]:
    with reading() as session:
        rows = session.scalars(
            select(LedgerEntry).where(LedgerEntry.group_id == group_id).order_by(LedgerEntry.number)
        ).all()
        assert check_group(session, group_id, "").broken is None
    return [(row.kind, row.debit, row.credit, row.amount_cents) for row in rows]


def test_from_entry_to_payment(world: World, desk: Desk) -> None:
    treasurer, facilitator = world.people["treasurer"], world.people["facilitator"]
    invoice_id = invoices.enter_invoice(treasurer, draft(desk))
    assert invoices.view_invoice(treasurer, invoice_id).shown.standing is InvoiceStanding.TO_APPROVE
    assert entries(world.group_id) == []
    with pytest.raises(RuleBroken, match="error-invoice-own"):
        invoices.approve_invoice(treasurer, invoice_id, 1)
    assert invoices.view_invoice(treasurer, invoice_id).abilities.own
    invoices.approve_invoice(facilitator, invoice_id, 1)
    with pytest.raises(RuleBroken, match="error-invoice-decided"):
        invoices.approve_invoice(facilitator, invoice_id, 1)
    payments.pay_invoice(treasurer, invoice_id, PaymentDraft(amount_cents=100_000, paid_on=DAY))
    view = invoices.view_invoice(world.people["observer"], invoice_id)
    assert (view.shown.standing, view.shown.left_cents) == (InvoiceStanding.TO_PAY, 82_001)
    assert view.commitment is not None
    assert view.commitment.rest_cents == 0
    with pytest.raises(RuleBroken, match="error-payment-too-much"):
        payments.pay_invoice(treasurer, invoice_id, PaymentDraft(amount_cents=82_002, paid_on=DAY))
    payments.pay_invoice(treasurer, invoice_id, PaymentDraft(amount_cents=82_001, paid_on=DAY, reference="VIR 2"))
    view = invoices.view_invoice(treasurer, invoice_id)
    assert (view.shown.standing, view.entered_by, view.decided_by) == (InvoiceStanding.PAID, "Pierre", "Sandrine")
    assert entries(world.group_id) == [
        ("invoice", "6236", "401", 182_001),
        ("payment", "401", "512", 100_000),
        ("payment", "401", "512", 82_001),
    ]
    with reading() as session:
        lines = session.scalars(select(JournalEntry.operation).where(JournalEntry.kind == "invoice")).all()
    assert lines == ["enter_invoice", "decide_invoice"]


def test_a_small_invoice_is_approved_by_its_author(world: World, desk: Desk) -> None:
    treasurer = world.people["treasurer"]
    invoice_id = invoices.enter_invoice(treasurer, draft(desk, gross=49_999))
    invoices.approve_invoice(treasurer, invoice_id, 1)
    assert invoices.view_invoice(treasurer, invoice_id).shown.standing is InvoiceStanding.TO_PAY


@pytest.mark.parametrize("number", ["F-2026/1", "f-2026/1", " F - 2026 / 1 "])
def test_same_number_twice_says_the_way_out(world: World, desk: Desk, number: str) -> None:
    treasurer = world.people["treasurer"]
    first = invoices.enter_invoice(treasurer, draft(desk, gross=1_200))
    with pytest.raises(RuleBroken, match="error-invoice-twice"):
        invoices.enter_invoice(treasurer, draft(desk, number, gross=1_200))
    invoices.refuse_invoice(treasurer, first, "pas la nôtre")
    version = invoices.view_invoice(treasurer, first).draft.version
    invoices.change_invoice(treasurer, first, draft(desk, gross=1_400, version=version))
    view = invoices.view_invoice(treasurer, first)
    assert (view.shown.standing, view.shown.owed_cents) == (InvoiceStanding.TO_APPROVE, 1_400)
    with pytest.raises(StaleEdit):
        invoices.change_invoice(treasurer, first, draft(desk, gross=1_500, version=version))


def test_over_its_commitment_needs_a_written_reason(world: World, desk: Desk) -> None:
    treasurer, facilitator = world.people["treasurer"], world.people["facilitator"]
    invoices.enter_invoice(treasurer, draft(desk, gross=100_000))
    with pytest.raises(RuleBroken) as broken:
        invoices.enter_invoice(treasurer, draft(desk, "F-2", gross=82_002))
    assert (broken.value.code, broken.value.values["over_cents"]) == ("error-invoice-over", 1)
    second = invoices.enter_invoice(treasurer, draft(desk, "F-2", gross=82_002, over_reason="Papier plus lourd"))
    invoices.approve_invoice(facilitator, second, 1)
    assert invoices.view_invoice(treasurer, second).draft.over_reason == "Papier plus lourd"


def test_envelope_is_never_passed_without_a_commitment(world: World, desk: Desk) -> None:
    treasurer, facilitator = world.people["treasurer"], world.people["facilitator"]
    free = 400_000 - 182_001
    fits = invoices.enter_invoice(treasurer, draft(desk, "F-2", gross=free, commitment_id=None))
    passes = invoices.enter_invoice(treasurer, draft(desk, "F-3", gross=1, commitment_id=None))
    invoices.approve_invoice(facilitator, fits, 1)
    with pytest.raises(RuleBroken, match="error-envelope-passed"):
        invoices.approve_invoice(facilitator, passes, 1)
    own = invoices.enter_invoice(treasurer, draft(desk, "F-4"))
    invoices.approve_invoice(facilitator, own, 1)  # it takes what its commitment had taken
    assert len(entries(world.group_id)) == 2


def test_deposit_is_not_counted_twice(world: World, desk: Desk) -> None:
    treasurer, facilitator = world.people["treasurer"], world.people["facilitator"]
    deposit = invoices.enter_invoice(treasurer, draft(desk, "A-1", gross=60_000, kind=InvoiceKind.DEPOSIT))
    invoices.approve_invoice(facilitator, deposit, 1)
    final = invoices.enter_invoice(treasurer, draft(desk, deducted_cents=60_000))
    invoices.approve_invoice(facilitator, final, 1)
    view = invoices.view_invoice(treasurer, final)
    assert (view.shown.owed_cents, view.draft.gross_cents, view.draft.net_cents) == (122_001, 182_001, 151_667)
    assert view.commitment is not None
    assert view.commitment.rest_cents == 0
    assert [one[3] for one in entries(world.group_id)] == [60_000, 122_001]


def test_credit_note_lowers_its_invoice_and_what_was_paid_comes_back(world: World, desk: Desk) -> None:
    treasurer, facilitator = world.people["treasurer"], world.people["facilitator"]
    invoice_id = invoices.enter_invoice(treasurer, draft(desk))
    invoices.approve_invoice(facilitator, invoice_id, 1)
    payments.pay_invoice(treasurer, invoice_id, PaymentDraft(amount_cents=182_001, paid_on=DAY))
    note = draft(desk, "AV-1", gross=12_000, kind=InvoiceKind.CREDIT_NOTE, corrects_id=invoice_id)
    credit = invoices.enter_invoice(treasurer, note)
    invoices.approve_invoice(facilitator, credit, 1)
    view = invoices.view_invoice(treasurer, invoice_id)
    assert (view.shown.standing, view.shown.left_cents) == (InvoiceStanding.TO_REFUND, -12_000)
    assert invoices.view_invoice(treasurer, credit).shown.standing is InvoiceStanding.SET_OFF
    with pytest.raises(RuleBroken, match="error-payment-set-off"):
        payments.pay_invoice(treasurer, credit, PaymentDraft(amount_cents=-12_000, paid_on=DAY))
    with pytest.raises(RuleBroken, match="error-invoice-paid"):
        invoices.cancel_invoice(facilitator, invoice_id, "essai")
    refund = payments.pay_invoice(treasurer, invoice_id, PaymentDraft(amount_cents=-12_000, paid_on=DAY))
    assert invoices.view_invoice(treasurer, invoice_id).shown.standing is InvoiceStanding.PAID
    payments.cancel_payment(treasurer, refund, "pas encore reçu")
    assert invoices.view_invoice(treasurer, invoice_id).shown.standing is InvoiceStanding.TO_REFUND
    assert entries(world.group_id)[2:] == [
        ("invoice", "401", "6236", 12_000),
        ("payment", "512", "401", 12_000),
        ("payment_cancelled", "401", "512", 12_000),
    ]


def test_cancelling_enters_the_other_way_round(world: World, desk: Desk) -> None:
    treasurer, facilitator = world.people["treasurer"], world.people["facilitator"]
    invoice_id = invoices.enter_invoice(treasurer, draft(desk))
    invoices.approve_invoice(facilitator, invoice_id, 1)
    payment = payments.pay_invoice(treasurer, invoice_id, PaymentDraft(amount_cents=182_001, paid_on=DAY))
    payments.cancel_payment(facilitator, payment, "erreur de compte")
    with pytest.raises(RuleBroken, match="error-payment-cancelled"):
        payments.cancel_payment(facilitator, payment, "encore")
    invoices.cancel_invoice(facilitator, invoice_id, "doublon")
    version = invoices.view_invoice(treasurer, invoice_id).draft.version
    invoices.change_invoice(treasurer, invoice_id, draft(desk, version=version))
    invoices.approve_invoice(facilitator, invoice_id, version + 1)
    invoices.cancel_invoice(facilitator, invoice_id, "doublon encore")
    balance: dict[str, int] = {}
    for _, debit, credit, cents in entries(world.group_id):
        balance[debit] = balance.get(debit, 0) + cents
        balance[credit] = balance.get(credit, 0) - cents
    assert set(balance.values()) == {0}


def test_artist_author_s_contribution_is_owed_beside(world: World, desk: Desk) -> None:
    treasurer, facilitator = world.people["treasurer"], world.people["facilitator"]
    with unit_of_work() as session:
        session.get_one(Supplier, desk.supplier_id).status = SupplierStatus.ARTIST_AUTHOR
    made = draft(desk, gross=100_000, net_cents=100_000, vat_cents=0, side_cents=1_100)
    invoice_id = invoices.enter_invoice(treasurer, made)
    invoices.approve_invoice(facilitator, invoice_id, 1)
    payments.pay_invoice(treasurer, invoice_id, PaymentDraft(amount_cents=83_970, paid_on=DAY))
    urssaf = PaymentDraft(amount_cents=17_130, paid_on=DAY, payee=Payee.URSSAF)
    payments.pay_invoice(treasurer, invoice_id, urssaf)
    assert invoices.view_invoice(treasurer, invoice_id).shown.standing is InvoiceStanding.PAID
    assert entries(world.group_id) == [
        ("invoice", "6236", "401", 100_000),
        ("invoice", "6236", "431", 1_100),
        ("withheld", "401", "431", 16_030),
        ("payment", "401", "512", 83_970),
        ("payment", "431", "512", 17_130),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"vat_cents": 30_335}, "error-invoice-totals"),
        ({"net_cents": 0, "vat_cents": 0, "gross_cents": 0}, "error-invoice-nothing"),
        ({"net_cents": -1, "vat_cents": 0, "gross_cents": -1}, "error-invoice-negative"),
        ({"deducted_cents": 182_001}, "error-invoice-deducted"),
        ({"due_on": date(2026, 10, 1)}, "error-invoice-dates"),
        ({"number": "  "}, "error-empty"),
    ],
)
def test_amounts_that_do_not_hold_are_refused(world: World, desk: Desk, change: dict, code: str) -> None:
    with pytest.raises(RuleBroken) as broken:
        invoices.enter_invoice(world.people["treasurer"], draft(desk, **change))
    assert broken.value.code == code


def test_another_group_and_a_partner(world: World, desk: Desk) -> None:
    invoice_id = invoices.enter_invoice(world.people["treasurer"], draft(desk))
    stranger = world.people["stranger"]
    for act in (
        lambda: invoices.view_invoice(stranger, invoice_id),
        lambda: invoices.approve_invoice(stranger, invoice_id, 1),
        lambda: invoices.enter_invoice(stranger, draft(desk, "X")),
    ):
        with pytest.raises(NotFound):
            act()
    with pytest.raises(NotAllowed):
        invoices.enter_invoice(world.people["partner"], draft(desk, "X"))


def test_facturx_is_proposed_and_what_is_wrong_is_kept(world: World, desk: Desk) -> None:
    treasurer = world.people["treasurer"]
    pdf = keep_file(treasurer, "facture.pdf", (SAMPLES / "akretion_invoice_EN16931.pdf").read_bytes())
    got = invoices.read_document(treasurer, pdf)
    assert (got.source, got.number, got.gross_cents, got.problem) == (ReadFrom.FACTURX, "F20260023", 10_490, "")
    xml = (SAMPLES / "akretion_factur-x-minimum.xml").read_bytes()
    wrong = xml.replace(b"<ram:GrandTotalAmount>104.90", b"<ram:GrandTotalAmount>104.91")
    kept = keep_file(treasurer, "fausse.xml", wrong)
    said = invoices.read_document(treasurer, kept)
    assert (said.problem, said.values["rules"], said.gross_cents) == (
        "error-invoice-broken",
        "BR-CO-15, BR-CO-16",
        None,
    )
    with unit_of_work() as session:
        session.get_one(Supplier, desk.supplier_id).siret = "12345678200077"
    assert invoices.read_document(treasurer, pdf).supplier_id == desk.supplier_id
