"""Contributions on both stores: key, pledge, call, receipt, cancellation, reminders, what is in kind, the ledger."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from pypdf import PdfReader
from sqlalchemy import select, text, update

from budget import clock
from budget.adhesions import service as adhesions
from budget.adhesions.words import FeeKind, RuleDraft
from budget.contributions import calls, in_kind, mails, reminders, service
from budget.contributions.views import KeyView, Letter, StandingLine
from budget.contributions.words import Basis, InKindKind, InKindState, KeyKind, KeyLine, MethodDraft, ReceiptDraft
from budget.quotes import service as quotes
from budget.quotes import suppliers
from budget.quotes.words import SupplierDraft
from budget.spending.words import PaymentMeans
from db.models import (
    CallReminder,
    ContributionCall,
    ContributionPayee,
    JournalEntry,
    LedgerEntry,
    LedgerYear,
    Person,
    Structure,
)
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.budget.contribution_rows import PAYEE, hours, key_draft
from tests.integration.budget.offers import devis
from tests.integration.budget.rows import add_envelope
from tests.integration.fiches.world import World, make_world
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.kernel.settings import settings

TODAY = group_today()
SOON = TODAY + timedelta(days=30)


@pytest.fixture
def postgresql_world(postgresql_store: str) -> World:
    return make_world()


@pytest.fixture
def treasurer(world: World) -> Actor:
    return world.people["treasurer"]


@pytest.fixture
def partner(world: World) -> Actor:
    return world.people["partner_b"]


@pytest.fixture
def key_id(world: World, treasurer: Actor) -> UUID:
    service.save_payee(treasurer, PAYEE)
    return service.save_key(treasurer, None, key_draft(world.host, world.a, world.b))


def the_key(actor: Actor) -> KeyView:
    return service.view_contributions(actor).keys[0]


def line_of(actor: Actor, structure_id: UUID) -> StandingLine:
    return next(line for line in the_key(actor).lines if line.structure_id == structure_id)


def movements() -> list[tuple[str, str, str, int]]:
    with reading() as session:
        rows = session.scalars(select(LedgerEntry).order_by(LedgerEntry.number))
        return [(row.kind, row.debit, row.credit, row.amount_cents) for row in rows]


def test_shares_of_a_key_are_exact_and_stay_as_kept(world: World, treasurer: Actor, key_id: UUID) -> None:
    view = the_key(treasurer)
    assert [line.share_cents for line in view.lines] == [33_334, 33_333, 33_333]
    changed = key_draft(world.host, world.a, world.b, version=view.version)
    changed = replace(changed, lines=(KeyLine(structure_id=world.host, fixed_cents=15_000), *changed.lines[1:]))
    service.save_key(treasurer, key_id, changed)
    assert [line.share_cents for line in the_key(treasurer).lines] == [15_000, 42_500, 42_500]
    with pytest.raises(StaleEdit):
        service.save_key(treasurer, key_id, changed)
    with pytest.raises(RuleBroken, match="error-key-title"):
        service.save_key(treasurer, None, key_draft(world.a, title="IMPRESSION"))


def test_key_by_fiches_counts_the_living_fiches(world: World, treasurer: Actor) -> None:
    from tests.integration.fiches.world import structure_draft
    from workspace.fiches import service as fiches

    for place in range(3):
        fiches.create_fiche(world.people["facilitator"], structure_draft(world.a, title=f"Fiche {place}"))
    fiches.create_fiche(world.people["facilitator"], structure_draft(world.b))
    gone = fiches.create_fiche(world.people["facilitator"], structure_draft(world.b, title="Archivée"))
    fiches.archive_fiche(world.people["facilitator"], gone)
    counted = {one.structure_id: one.fiches for one in service.view_contributions(treasurer).participants}
    assert counted == {world.host: 0, world.a: 3, world.b: 1}
    draft = replace(
        key_draft(cents=10_000),
        kind=KeyKind.FICHES,
        lines=tuple(KeyLine(structure_id=one, weight=weight) for one, weight in counted.items()),
    )
    service.save_key(treasurer, None, draft)
    assert [line.share_cents for line in the_key(treasurer).lines] == [0, 2_500, 7_500]  # Apeas before Inter-Made


def test_amount_of_the_envelope_is_read_and_checked(world: World, treasurer: Actor) -> None:
    with unit_of_work() as session:
        envelope_id = add_envelope(session, world.group_id).envelope_id
    bases = service.view_contributions(treasurer).bases
    assert [(one.detail, one.amount_cents) for one in bases] == [("minimum", 300_000), ("maximum", 400_000)]
    draft = replace(key_draft(world.a, cents=300_000), basis=Basis.ENVELOPE, basis_id=envelope_id)
    service.save_key(treasurer, None, draft)
    with pytest.raises(StaleEdit):
        service.save_key(treasurer, None, replace(draft, title="Autre", amount_cents=123))
    with pytest.raises(NotFound):
        service.save_key(treasurer, None, replace(draft, title="Autre", basis_id=world.a))
    with pytest.raises(NotFound):
        service.save_key(treasurer, None, key_draft(world.other_structure, title="Ailleurs"))


def test_lots_of_a_devis_that_is_open_may_be_shared(world: World, treasurer: Actor) -> None:
    printer = suppliers.add_supplier(treasurer, SupplierDraft(name="Imprimerie"))
    devis_id = quotes.enter_devis(treasurer, devis(printer))
    bases = service.view_contributions(treasurer).bases
    assert [(one.basis_id, one.copies, one.amount_cents) for one in bases] == [
        (devis_id, 500, 150_000),
        (devis_id, 1000, 181_200),
    ]
    draft = replace(key_draft(world.a, world.b, cents=181_200), basis=Basis.DEVIS, basis_id=devis_id)
    service.save_key(treasurer, None, draft)
    assert [line.share_cents for line in the_key(treasurer).lines] == [90_600, 90_600]


def test_three_facts_from_the_pledge_to_the_receipt(
    world: World, treasurer: Actor, partner: Actor, key_id: UUID
) -> None:
    pledge_id = service.pledge(partner, key_id, world.b, 20_000, "Avec plaisir")
    service.pledge(partner, key_id, world.b, 15_000)
    assert line_of(partner, world.b).pledged_cents == 15_000
    with pytest.raises(NotAllowed):
        service.pledge(partner, key_id, world.a, 1)
    made = calls.call_pledge(treasurer, pledge_id, SOON, "Merci !")
    assert made.mailed == 0
    for act in (
        lambda: service.pledge(partner, key_id, world.b, 1),
        lambda: service.withdraw_pledge(partner, pledge_id),
    ):
        with pytest.raises(RuleBroken, match="error-pledge-called"):
            act()
    with pytest.raises(RuleBroken, match="error-call-made"):
        calls.call_pledge(treasurer, pledge_id, SOON)
    calls.receive(treasurer, pledge_id, ReceiptDraft(amount_cents=10_000, received_on=TODAY))
    with pytest.raises(RuleBroken) as over:
        calls.receive(treasurer, pledge_id, ReceiptDraft(amount_cents=5_001, received_on=TODAY))
    assert over.value.values == {"left_cents": 5_000}
    second = calls.receive(treasurer, pledge_id, ReceiptDraft(amount_cents=5_000, received_on=TODAY))
    line = line_of(partner, world.b)
    assert (line.pledged_cents, line.received_cents, line.still_due_cents) == (15_000, 15_000, 0)
    assert [one.number for one in line.receipts] == [f"R-{TODAY.year}-001", f"R-{TODAY.year}-002"]
    assert line.call is not None
    assert line.call.number == f"A-{TODAY.year}-001"
    calls.cancel_receipt(treasurer, second, "Chèque sans provision")
    with pytest.raises(RuleBroken, match="error-receipt-cancelled"):
        calls.cancel_receipt(treasurer, second, "Encore")
    assert movements() == [
        ("contribution_received", "512", "7551", 10_000),
        ("contribution_received", "512", "7551", 5_000),
        ("contribution_cancelled", "7551", "512", 5_000),
    ]
    assert line_of(partner, world.b).received_cents == 10_000
    cash = ReceiptDraft(amount_cents=5_000, received_on=TODAY, means=PaymentMeans.CASH)
    calls.cancel_receipt(treasurer, calls.receive(treasurer, pledge_id, cash), "Rendu")
    assert movements()[3:] == [
        ("contribution_received", "530", "7551", 5_000),
        ("contribution_cancelled", "7551", "530", 5_000),
    ]


def test_key_that_was_called_changes_no_more(world: World, treasurer: Actor, key_id: UUID) -> None:
    pledge_id = service.pledge(treasurer, key_id, world.b, 1_000)
    with pytest.raises(RuleBroken, match="error-key-pledged"):
        service.remove_key(treasurer, key_id)
    call = calls.call_pledge(treasurer, pledge_id, SOON)
    with pytest.raises(RuleBroken, match="error-key-called"):
        service.save_key(treasurer, key_id, key_draft(world.b, version=1))
    calls.cancel_call(treasurer, call.call_id, "Trop tôt")
    service.save_key(treasurer, key_id, key_draft(world.b, version=1))
    service.withdraw_pledge(treasurer, pledge_id)
    assert line_of(treasurer, world.b).pledge_id is None
    assert calls.call_pledge(treasurer, service.pledge(treasurer, key_id, world.b, 7), SOON).call_id


def test_call_needs_an_account_and_a_day_to_come(world: World, treasurer: Actor) -> None:
    key_id = service.save_key(treasurer, None, key_draft(world.b))
    pledge_id = service.pledge(treasurer, key_id, world.b, 1_000)
    with pytest.raises(RuleBroken, match="error-payee-missing"):
        calls.call_pledge(treasurer, pledge_id, SOON)
    with pytest.raises(RuleBroken, match="error-iban"):
        service.save_payee(treasurer, replace(PAYEE, iban="FR1420041010050500013M02607"))
    service.save_payee(treasurer, replace(PAYEE, iban="fr14 2004 1010 0505 0001 3M02 606"))
    assert service.view_contributions(treasurer).payee == replace(PAYEE, version=1)
    with pytest.raises(StaleEdit):
        service.save_payee(treasurer, PAYEE)
    with pytest.raises(RuleBroken, match="error-call-due"):
        calls.call_pledge(treasurer, pledge_id, TODAY - timedelta(days=1))
    calls.receive(treasurer, pledge_id, ReceiptDraft(amount_cents=1_000, received_on=TODAY))
    with pytest.raises(RuleBroken, match="error-call-paid"):
        calls.call_pledge(treasurer, pledge_id, SOON)


def test_closed_year_takes_no_receipt(world: World, treasurer: Actor, key_id: UUID) -> None:
    pledge_id = service.pledge(treasurer, key_id, world.b, 1_000)
    with unit_of_work() as session:
        session.add(LedgerYear(group_id=world.group_id, year=TODAY.year, closed_at=utc_now()))
    with pytest.raises(RuleBroken, match="error-year-closed"):
        calls.receive(treasurer, pledge_id, ReceiptDraft(amount_cents=1_000, received_on=TODAY))
    assert line_of(treasurer, world.b).receipts == ()


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_letter_and_receipt_as_pdf(world: World, treasurer: Actor, key_id: UUID, locale: str) -> None:
    reader = replace(world.people["observer"], locale=locale)
    pledge_id = service.pledge(treasurer, key_id, world.b, 15_000)
    call_id = calls.call_pledge(treasurer, pledge_id, SOON, "#let <b>merci</b>").call_id
    receipt_id = calls.receive(treasurer, pledge_id, ReceiptDraft(amount_cents=5_000, received_on=TODAY))
    letter = PdfReader(io.BytesIO(calls.export_call(reader, call_id).data))
    said = letter.pages[0].extract_text()
    assert letter.trailer["/Root"]["/Lang"] == locale
    assert "FR14 2004 1010 0505 0001 3M02 606" in said
    assert "#let <b>merci</b>" in said
    assert ("100,00" in said) == (locale == "fr")  # what is left after the part that was paid
    paper = calls.export_receipt(reader, receipt_id)
    assert paper.name == f"R-{TODAY.year}-001.pdf"
    assert "Apeas" in PdfReader(io.BytesIO(paper.data)).pages[0].extract_text()


@pytest.fixture
def mailed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str, bytes]]]:
    """Where SMTP is set: what goes out, taken at the last step."""
    from workspace.kernel import mail

    for name, value in {
        "CHEMISE_SMTP_URL": "smtp://localhost",
        "CHEMISE_MAIL_FROM": "chemise@exemple.fr",
        "CHEMISE_BASE_URL": "https://exemple.fr",
    }.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    sent: list[tuple[str, str, bytes]] = []

    def take(message: object, _parts: object) -> None:
        pdf = next(message.iter_attachments(), None)  # type: ignore[attr-defined]
        content = pdf.get_content() if pdf is not None else b""
        sent.append((message["To"], message["Subject"], content))  # type: ignore[index]

    monkeypatch.setattr(mail, "_deliver", take)
    yield sent
    settings.cache_clear()


def test_call_and_reminders_go_by_mail_once_each(
    world: World, treasurer: Actor, partner: Actor, key_id: UUID, mailed: list[tuple[str, str, bytes]]
) -> None:
    with unit_of_work() as session:
        session.execute(update(Person).where(Person.id == partner.person_id).values(email="amanda@exemple.fr"))
        session.execute(
            update(Person).where(Person.id == world.people["observer"].person_id).values(email="lit@exemple.fr")
        )
    pledge_id = service.pledge(treasurer, key_id, world.b, 15_000)
    made = calls.call_pledge(treasurer, pledge_id, SOON)
    assert made.mailed == 1
    assert [(to, pdf[:5]) for to, _, pdf in mailed] == [("amanda@exemple.fr", b"%PDF-")]
    assert clock.tick() == 0
    days = []
    for ahead in (15, 8, 7, 0, -14, -15, -60):  # days from today until the due date
        with unit_of_work() as session:
            values = {"due_on": TODAY + timedelta(days=ahead), "issued_on": TODAY - timedelta(days=400)}
            session.execute(update(ContributionCall).values(**values))
        days.append([clock.tick() for _ in range(2)])
    assert days == [[1, 0], [0, 0], [1, 0], [1, 0], [0, 0], [1, 0], [0, 0]]
    with reading() as session:
        given = session.execute(select(CallReminder.days, CallReminder.by_mail).order_by(CallReminder.days)).all()
    assert [tuple(one) for one in given] == [(-15, True), (-7, True), (0, True), (15, True)]
    with pytest.raises(RuleBroken, match="error-reminder-none"):
        calls.remind(treasurer, made.call_id)


def test_reminder_whose_process_died_before_its_mails_left_is_given_again(
    world: World, key_id: UUID, mailed: list[tuple[str, str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    treasurer, partner = world.people["treasurer"], world.people["partner_b"]
    with unit_of_work() as session:
        session.execute(update(Person).where(Person.id == partner.person_id).values(email="amanda@exemple.fr"))
    calls.call_pledge(treasurer, service.pledge(treasurer, key_id, world.b, 15_000), SOON)
    with unit_of_work() as session:
        session.execute(update(ContributionCall).values(due_on=TODAY, issued_on=TODAY - timedelta(days=400)))
    mailed.clear()
    with monkeypatch.context() as dying:  # killed: neither mailed, nor settled
        dying.setattr(reminders, "deliver", lambda *_given, **_named: 0)
        assert clock.tick() == 0
    assert clock.tick() == 0, "another process may be sending it now"
    with unit_of_work() as session:
        session.execute(update(CallReminder).values(at=utc_now() - timedelta(minutes=31)))
    assert [clock.tick() for _ in range(2)] == [1, 0]
    assert [to for to, _, _ in mailed] == ["amanda@exemple.fr"]
    with reading() as session:
        (row,) = session.scalars(select(CallReminder)).all()
        assert row.sent_at is not None
        lines = session.scalars(select(JournalEntry.id).where(JournalEntry.operation == "remind_contribution")).all()
    assert len(lines) == 1


def test_reminder_that_did_not_leave_is_tried_again_and_holds_back_no_other(
    world: World, key_id: UUID, mailed: list[tuple[str, str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from workspace.kernel import mail

    treasurer, partner = world.people["treasurer"], world.people["partner_b"]
    with unit_of_work() as session:
        session.execute(update(Person).where(Person.id == partner.person_id).values(email="amanda@exemple.fr"))
        session.execute(
            update(Person).where(Person.id == world.people["partner"].person_id).values(email="essor@exemple.fr")
        )
    for structure_id in (world.a, world.b):
        calls.call_pledge(treasurer, service.pledge(treasurer, key_id, structure_id, 15_000), SOON)
    with unit_of_work() as session:
        session.execute(update(ContributionCall).values(due_on=TODAY, issued_on=TODAY - timedelta(days=400)))
    mailed.clear()
    take = mail._deliver

    def refuse(message: object, parts: object) -> None:
        if "amanda" in message["To"]:  # type: ignore[index]
            raise TimeoutError
        take(message, parts)  # type: ignore[arg-type]

    def given() -> list[int]:
        with reading() as session:
            return list(session.scalars(select(CallReminder.days)))

    monkeypatch.setattr(mail, "_deliver", refuse)
    assert clock.tick() == 1
    assert given() == [0], "nothing went to the other structure: it is not marked"
    real = mails.send_letter

    def broken(letter: Letter) -> int:
        raise RuleBroken("error-epc", part="size")

    monkeypatch.setattr(mails, "send_letter", broken)
    assert clock.tick() == 0
    assert given() == [0]
    monkeypatch.setattr(mails, "send_letter", real)
    monkeypatch.setattr(mail, "_deliver", take)
    assert clock.tick() == 1
    assert [to for to, _, _ in mailed] == ["essor@exemple.fr", "amanda@exemple.fr"]
    with reading() as session:
        lines = session.scalars(select(JournalEntry.id).where(JournalEntry.operation == "remind_contribution")).all()
    assert (given(), len(lines)) == ([0, 0], 2)


def test_call_that_no_code_can_say_is_refused_before_it_stands(world: World, treasurer: Actor, key_id: UUID) -> None:
    with pytest.raises(RuleBroken, match="error-epc"):
        service.save_payee(treasurer, replace(PAYEE, holder="\u20ac" * 70, version=1))
    with unit_of_work() as session:
        session.get_one(ContributionPayee, world.group_id).holder = "é" * 70
        session.get_one(Structure, world.b).name = "\u20ac" * 60
    pledge_id = service.pledge(treasurer, key_id, world.b, 15_000)
    call_id = calls.call_pledge(treasurer, pledge_id, SOON).call_id
    assert calls.export_call(treasurer, call_id).data[:5] == b"%PDF-"
    other = service.pledge(treasurer, key_id, world.a, 100_000_000_000)
    with pytest.raises(RuleBroken, match="error-epc"):
        calls.call_pledge(treasurer, other, SOON)
    assert line_of(treasurer, world.a).call is None


def test_reminder_is_noted_by_hand_where_mail_is_not_set_and_not_for_what_is_paid(
    world: World, treasurer: Actor, key_id: UUID
) -> None:
    pledge_id = service.pledge(treasurer, key_id, world.b, 15_000)
    call_id = calls.call_pledge(treasurer, pledge_id, TODAY).call_id
    with unit_of_work() as session:
        session.execute(update(ContributionCall).values(issued_on=TODAY - timedelta(days=30)))
    assert clock.tick() == 0
    line = line_of(treasurer, world.b)
    assert line.call is not None
    assert line.call.reminder == 0
    subject, body = mails.words_of(calls.view_letter(treasurer, call_id, is_reminder=True), "fr", "A. M.")
    assert f"A-{TODAY.year}-001" in subject
    assert "150,00" in body
    assert calls.remind(treasurer, call_id) == 0
    line = line_of(treasurer, world.b)
    assert line.call is not None
    assert (line.call.reminder, line.call.given) == (None, (0,))
    calls.receive(treasurer, pledge_id, ReceiptDraft(amount_cents=15_000, received_on=TODAY))
    with unit_of_work() as session:
        session.execute(update(ContributionCall).values(due_on=TODAY - timedelta(days=20)))
    line = line_of(treasurer, world.b)
    assert line.call is not None
    assert (line.call.reminder, line.call.is_late) == (None, False)


def test_in_kind_is_valued_by_the_method_of_its_day_and_validated_by_another(
    world: World, treasurer: Actor, partner: Actor
) -> None:
    with pytest.raises(RuleBroken, match="error-method-missing"):
        in_kind.declare(partner, world.b, hours())
    in_kind.add_method(treasurer, MethodDraft(text="SMIC de 2008", hourly_cents=863, from_on=date(2008, 5, 1)))
    in_kind.add_method(treasurer, MethodDraft(text="SMIC de 2026", hourly_cents=1_202, from_on=date(2026, 1, 1)))
    with pytest.raises(RuleBroken, match="error-method-day"):
        in_kind.add_method(treasurer, MethodDraft(text="x", hourly_cents=1, from_on=date(2026, 1, 1)))
    before = in_kind.declare(partner, world.b, hours(day=date(2025, 12, 31)))
    now = in_kind.declare(treasurer, world.a, hours())
    values = {one.in_kind_id: one.draft.value_cents for one in service.view_contributions(treasurer).in_kind}
    assert values == {before: 8_630, now: 12_020}
    with pytest.raises(NotAllowed, match="error-in-kind-own"):
        in_kind.decide(treasurer, now, accepted=True)
    in_kind.decide(treasurer, before, accepted=True)
    in_kind.decide(world.people["facilitator"], now, accepted=True)
    with pytest.raises(RuleBroken, match="error-in-kind-decided"):
        in_kind.decide(treasurer, before, accepted=False, reason="x")
    in_kind.cancel(treasurer, now, "Compté deux fois")
    assert movements() == [("in_kind", "864", "875", 8_630), ("in_kind", "864", "875", 12_020), (
        "in_kind_cancelled", "875", "864", 12_020,
    )]  # fmt: skip
    view = service.view_contributions(partner)
    assert [(one.name, one.received_cents, one.minutes, one.in_kind_cents) for one in view.brought] == [
        ("Apeas", 0, 600, 8_630)
    ]


def test_refusal_says_why_and_enters_nothing(world: World, treasurer: Actor, partner: Actor) -> None:
    in_kind.add_method(treasurer, MethodDraft(text="x", hourly_cents=1_000, from_on=date(2020, 1, 1)))
    gift = replace(hours(), kind=InKindKind.GOODS, value_cents=4_000, valued_by="Catalogue")
    refused, taken_back = (in_kind.declare(partner, world.b, gift) for _ in range(2))
    with pytest.raises(RuleBroken, match="error-empty"):
        in_kind.decide(treasurer, refused, accepted=False)
    in_kind.decide(treasurer, refused, accepted=False, reason="Sans preuve")
    in_kind.withdraw(partner, taken_back)
    states = {one.in_kind_id: (one.state, one.reason) for one in service.view_contributions(partner).in_kind}
    assert states == {refused: (InKindState.REFUSED, "Sans preuve"), taken_back: (InKindState.CANCELLED, "")}
    assert movements() == []


def test_declaration_is_its_structure_s_to_take_back(world: World, treasurer: Actor, partner: Actor) -> None:
    in_kind.add_method(treasurer, MethodDraft(text="Au SMIC", hourly_cents=1_202, from_on=date(2020, 1, 1)))
    declared = in_kind.declare(partner, world.b, hours())
    colleague = replace(partner, person_id=None)
    shown = {who: service.view_contributions(who).in_kind[0].may_withdraw for who in (colleague, treasurer)}
    assert shown == {colleague: True, treasurer: False}
    with pytest.raises(NotAllowed):
        in_kind.withdraw(treasurer, declared)
    in_kind.withdraw(colleague, declared)
    assert service.view_contributions(partner).in_kind[0].state is InKindState.CANCELLED


def somebody_waits() -> bool:
    """Whether a transaction of this database waits for another one's lock."""
    asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    with reading() as session:
        return bool(session.scalar(text(asked)))


@pytest.mark.parametrize("act", ["key", "method", "rule"])
def test_two_at_once_of_one_name_get_a_sentence(postgresql_world: World, act: str) -> None:
    """The second waits for the first, then reads what it wrote: no error of the database."""
    world = postgresql_world
    treasurer = world.people["treasurer"]
    draft = MethodDraft(text="Au SMIC", hourly_cents=1_202, from_on=date(2020, 1, 1))
    rule = RuleDraft(label="Structures", kind=FeeKind.CALENDAR, amount_cents=5_000)
    acts: dict[str, tuple[Callable[[], object], str]] = {
        "key": (lambda: service.save_key(treasurer, None, key_draft(world.b)), "error-key-title"),
        "method": (lambda: in_kind.add_method(treasurer, draft), "error-method-day"),
        "rule": (lambda: adhesions.save_rule(treasurer, None, rule), "error-fee-rule-label"),
    }
    write, code = acts[act]
    met = threading.Barrier(2)
    codes: list[str] = []
    inside: list[object] = []
    real = {module: module.record for module in (service, in_kind, adhesions)}

    def slow(*given: object, **more: object) -> None:
        inside.append(write)
        # Until the other waits for this one, or has asked whether the name is free before this one commits.
        end = time.monotonic() + 30
        while len(inside) < 2 and not somebody_waits() and time.monotonic() < end:
            pass
        real[service](*given, **more)  # type: ignore[arg-type]

    def run() -> None:
        met.wait()
        try:
            write()
            codes.append("")
        except RuleBroken as broken:
            codes.append(broken.code)
        except Exception as error:  # noqa: BLE001 said by the test
            codes.append(type(error).__name__)

    with pytest.MonkeyPatch.context() as patch:
        for module in real:
            patch.setattr(module, "record", slow)
        threads = [threading.Thread(target=run) for _ in range(2)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
    assert sorted(codes) == ["", code]
