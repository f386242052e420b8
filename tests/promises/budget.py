"""Promises of the treasurer's room: exact shares, a quick page, a chain that tells."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from xml.etree import ElementTree as ET

from tests.conftest import point_at
from tests.promises.decisions import fresh_store
from tests.promises.stage import ROOT, Result, median, rounds
from workspace.kernel.money import share

TRIES, SEED = 10_000, 20261126
CHAIN_TRIES, CHAIN_LENGTH = 1_000, 60
FEW, MANY, YEARS, MEASURES, TURNS = 200, 2_000, 5, 9, 7

# The tests that hold each family of vectors; a family without a test counts as missed.
UNIT = ROOT / "tests" / "unit" / "budget"
VECTORS = {
    "vat_rounding": ("test_vat_on_lines_and_on_totals",),
    "line_ht_rounding": ("test_unit_price_keeps_its_decimals",),
    "ttc_to_ht": ("test_price_with_vat_is_parted_exactly",),
    "en16931_invoices": ("test_readable_samples_give_their_official_totals",),
    "en16931_invalid": ("test_wrong_samples_are_refused_with_their_rules", "test_doubts_are_told_and_refuse_nothing"),
    "price_breaks": (
        "test_tiers_of_vectors_and_their_inversions",
        "test_lots_of_vectors_cost_their_price_and_nothing_in_between",
    ),
    "budget_range": (
        "test_ranges_of_lines_add_up",
        "test_existing_money_lowers_what_is_asked",
        "test_band_holds_both_its_bounds",
    ),
    "allocation": ("test_shares_of_vectors",),
    "allocation_errors": ("test_shares_refuse_weights_that_share_nothing",),
    "identifiers": ("test_identifiers_of_vectors",),
    "epc_qr": (
        "test_published_codes_are_right",
        "test_published_code_without_its_character_set_is_refused",
        "test_our_code_is_the_observed_one_and_the_library_s",
        "test_limits_of_the_code",
    ),
    "artist_author_cost": ("test_artist_author_costs_the_contribution",),
    "quote_comparison": ("test_comparison_of_vectors",),
    "bank_import": ("test_vectors_of_bank_statements",),
    "membership_periods": (
        "test_calendar_year_of_the_published_case",
        "test_rolling_year_of_the_published_case",
        "test_no_overlap_of_the_published_rule",
        "test_reminders_of_the_published_case_come_once_each_on_their_day",
    ),
    "in_kind": ("test_vectors_of_in_kind",),
    "number_input_fr": ("test_amounts_typed",),
}


def shares() -> list[Result]:
    """Keys whose shares do not add up to the amount, or where one is off by more than a cent: none of 10,000."""
    draw = random.Random(SEED)  # noqa: S311
    wrong = 0
    worst = Fraction(0)
    for _ in range(TRIES):
        amount = draw.randint(-1_000_000, 1_000_000)
        weights = [draw.randint(0, 10_000) for _ in range(draw.randint(1, 40))] + [1]
        got = share(amount, weights)
        off = max(abs(part - Fraction(amount * one, sum(weights))) for part, one in zip(got, weights, strict=True))
        worst = max(worst, off)
        wrong += sum(got) != amount or off > 1
    note = f"{TRIES} keys, the worst share off by {float(worst):.3f} cent"
    return [Result(name="shares", value=wrong, bound=0, note=note)]


def vectors() -> list[Result]:
    """The share of published and derived cases that the rules give, family by family."""
    cases: dict[str, Any] = json.loads((ROOT / "tests" / "vectors" / "budget.json").read_text(encoding="utf-8"))
    families = {name: len(found) for name, found in cases.items() if name != "meta"}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", str(UNIT)]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        done = ET.parse(report).iter("testcase")  # noqa: S314 written by our own run
        ended: dict[str, list[bool]] = {}
        for case in done:
            ended.setdefault(case.get("name", "").split("[")[0], []).append(len(case) == 0)
    missed = [name for name in families if not _held(ended, VECTORS.get(name, ()))]
    total = sum(families.values())
    held = total - sum(families[name] for name in missed)
    note = f"{held} of {total} in {len(families)} families" + (f"; missed: {', '.join(missed)}" if missed else "")
    return [Result(name="vectors-budget", value=100 * held / total, bound=100, unit="%", at_least=True, note=note)]


def _held(ended: dict[str, list[bool]], tests: tuple[str, ...]) -> bool:
    return bool(tests) and all(ended.get(name) and all(ended[name]) for name in tests)


def dashboard() -> list[Result]:
    """CPU of the page's model with 2,000 documents over five years, over the same with 200."""
    from budget.envelope import service
    from tests.integration.fiches.world import make_world

    def spent(who: Any) -> float:
        begun = time.process_time()
        view = service.view_budget(who).shown
        assert view is not None
        assert view.commitments
        return time.process_time() - begun

    def filled(count: int) -> Callable[[], float]:
        """The measure of a store of this many documents: its middle of some, after one that warms it up."""
        world = make_world()
        who, folder = world.people["treasurer"], Path(os.environ["CHEMISE_DATA"])
        _fill(world.group_id, who.person_id, count)

        def measure() -> float:
            point_at(folder)
            spent(who)
            return median([spent(who) for _ in range(MEASURES)])

        return measure

    with fresh_store("sqlite"):
        few = filled(FEW)
        with fresh_store("sqlite"):
            # In turns: a machine with neighbours is not the same from one second to the next.
            times = rounds(TURNS, few, filled(MANY))
    ratio = median([many / one for one, many in zip(*times, strict=True)])
    note = f"{median(times[0]) * 1000:.1f} ms with {FEW}, {median(times[1]) * 1000:.1f} ms with {MANY}"
    return [Result(name="dashboard", value=ratio, bound=1.5, note=note)]


def _fill(group_id: UUID, person_id: UUID | None, count: int) -> None:
    """Documents over five years: a fourth commitments, a half invoices, a fourth payments."""
    from datetime import date

    from budget.spending.words import CommitmentState, InvoiceKind, InvoiceState, PaymentMeans
    from db.models import Commitment, CommitmentApproval, Invoice, Payment
    from db.session import unit_of_work
    from tests.integration.budget.rows import add_envelope, add_supplier
    from workspace.kernel.clock import utc_now

    now = utc_now()
    with unit_of_work() as session:
        lines = [
            add_envelope(session, group_id, title=f"Année {place}", year=now.year - place) for place in range(YEARS)
        ]
        supplier_id = add_supplier(session, group_id).id
        for number in range(count // 4):
            line, bound = lines[number % YEARS], uuid4()
            session.add(
                Commitment(
                    id=bound,
                    group_id=group_id,
                    line_id=line.id,
                    supplier_id=supplier_id,
                    label=f"Pli {number}",
                    amount_cents=300,
                    reason="x",
                    state=CommitmentState.APPROVED,
                    created_at=now,
                    created_by=person_id,
                    decided_at=now,
                )
            )
            session.flush()
            session.add(CommitmentApproval(commitment_id=bound, person_id=person_id, at=now))
            for half in range(2):
                invoice_id = uuid4()
                session.add(
                    Invoice(
                        id=invoice_id,
                        group_id=group_id,
                        supplier_id=supplier_id,
                        line_id=line.id,
                        commitment_id=bound,
                        kind=InvoiceKind.INVOICE,
                        number=f"F-{number}-{half}",
                        issued_on=date(line_year(now.year, number), 3, 1),
                        due_on=date(2030, 1, 1),
                        net_cents=100,
                        vat_cents=20,
                        gross_cents=120,
                        state=InvoiceState.APPROVED,
                        created_at=now,
                    )
                )
                if half == 0:
                    session.flush()
                    session.add(
                        Payment(
                            group_id=group_id,
                            invoice_id=invoice_id,
                            amount_cents=120,
                            paid_on=date(2026, 3, 2),
                            means=PaymentMeans.TRANSFER,
                            created_at=now,
                        )
                    )


def line_year(this_year: int, number: int) -> int:
    """The year of the document of that number."""
    return this_year - number % YEARS


def chain() -> list[Result]:
    """Entries changed, removed or put in, one at random each time: how many of 1,000 are missed, on each store."""
    return [result for kind in ("sqlite", "postgresql") for result in _chain(kind)]


def _chain(kind: str) -> list[Result]:
    from datetime import date

    from budget.ledger import queries
    from budget.ledger.store import enter
    from budget.ledger.words import Movement
    from db.session import reading, unit_of_work
    from tests.integration.budget.test_ledger import COLUMNS, behind_the_back
    from tests.integration.fiches.world import make_world

    draw = random.Random(SEED)  # noqa: S311
    unseen = false_alarms = 0
    with fresh_store(kind):
        group_id = make_world().group_id
        with unit_of_work() as session:
            for cents in range(1, CHAIN_LENGTH + 1):
                moved = Movement(
                    kind="payment", object_id=uuid4(), label="x", day=date(2025, 6, 1), debit="401", credit="512",
                    amount_cents=cents,
                )  # fmt: skip
                enter(session, group_id, moved)
        behind_the_back("CREATE TABLE kept AS SELECT * FROM ledger_entry")

        def holds() -> bool:
            with reading() as session:
                return queries.check_group(session, group_id, "").broken is None

        for _ in range(CHAIN_TRIES):
            number, column = draw.randint(1, CHAIN_LENGTH), draw.choice([*COLUMNS, "removed", "put in"])
            behind_the_back(*_tamper(number, column, COLUMNS))
            unseen += holds()
            behind_the_back("DELETE FROM ledger_entry", "INSERT INTO ledger_entry SELECT * FROM kept")
        false_alarms += not holds()
    note = f"{CHAIN_TRIES} tries on {CHAIN_LENGTH} entries"
    return [
        Result(name=f"chain-{kind}", value=unseen, bound=0, note=note),
        Result(name=f"chain-false-alarm-{kind}", value=false_alarms, bound=0),
    ]


def _tamper(number: int, column: str, columns: dict[str, str]) -> list[str]:
    if column == "removed":
        return [f"DELETE FROM ledger_entry WHERE number = {number}"]
    if column == "put in":
        names = "group_id, at, day, kind, object_id, label, debit, credit, amount_cents, previous_hash, hash"
        copied = (
            f"INSERT INTO ledger_entry (number, {names}) SELECT {number}, {names} FROM ledger_entry "
            f"WHERE number = {number + 1000}"
        )
        return [
            f"UPDATE ledger_entry SET number = number + 1000 WHERE number >= {number}",
            copied,
            "UPDATE ledger_entry SET number = number - 999 WHERE number > 1000",
        ]
    return [f"UPDATE ledger_entry SET {column} = {columns[column]} WHERE number = {number}"]


def invoices() -> list[Result]:
    """Readable samples that miss their official totals, and wrong ones that are not refused with their rule."""
    from tests.unit.budget import vector_spending as vectors

    failed = [*vectors.misread(), *vectors.accepted(), *vectors.undoubted()]
    note = f"{len(vectors.readable())} readable, {len(vectors.WRONG) + 1} wrong" + (
        f"; {failed[0]}" if failed else ""
    )
    return [Result(name="invoices", value=len(failed), bound=0, note=note)]
