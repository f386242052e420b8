"""Two people at once, on PostgreSQL: who waits finds what the other wrote, and is told by a sentence."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from budget.envelope import queries as envelopes
from budget.envelope import service
from budget.spending import invoices
from db.session import unit_of_work
from tests.integration.budget.rows import add_envelope
from tests.integration.budget.spending_desk import make_plain
from tests.integration.budget.test_envelope import DRAFT
from tests.integration.fiches.world import World, make_world
from workspace.kernel.errors import RuleBroken, StaleEdit


@pytest.fixture
def busy(postgresql_store: str) -> World:
    return make_world()


def in_thread(act: Callable[[], Any]) -> list[Any]:
    """Do something as another process would; what it gave or raised."""
    found: list[Any] = []

    def run() -> None:
        try:
            found.append(act())
        except Exception as error:  # noqa: BLE001
            found.append(error)

    worker = threading.Thread(target=run)
    worker.start()
    worker.join(20)
    return found


def test_invoice_moved_to_another_envelope_meanwhile_is_not_approved(
    busy: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = make_plain(busy)
    with unit_of_work() as session:
        other = add_envelope(session, busy.group_id, title="Petite", minimum=0, maximum=1_000).id
    treasurer, facilitator = busy.people["treasurer"], busy.people["facilitator"]
    bill = invoices.enter_invoice(treasurer, plain.draft("F-1", 100_000))
    moved = plain.draft("F-1", 100_000, line_id=other, version=1)
    find, before = envelopes.find_envelope, iter([True])

    def late(session: Any, actor: Any, envelope_id: UUID, *, lock: bool = False) -> Any:
        if lock and next(before, False):
            assert in_thread(lambda: invoices.change_invoice(treasurer, bill, moved)) == [None]
        return find(session, actor, envelope_id, lock=lock)

    monkeypatch.setattr("budget.spending.queries.find_envelope", late)
    with pytest.raises(StaleEdit):
        invoices.approve_invoice(facilitator, bill, 2)
    with pytest.raises(RuleBroken, match="error-envelope-passed"):
        invoices.approve_invoice(facilitator, bill, 2)


@pytest.mark.parametrize("changes", [False, True])
def test_two_envelopes_of_one_title_at_once(busy: World, monkeypatch: pytest.MonkeyPatch, changes: bool) -> None:
    treasurer = busy.people["treasurer"]
    first = service.create_envelope(treasurer, replace(DRAFT, title="Première")) if changes else None
    both, check = threading.Barrier(2, timeout=2), service._check_title

    def slow(*given: Any) -> None:
        check(*given)
        try:
            both.wait()
        except threading.BrokenBarrierError:
            return

    monkeypatch.setattr(service, "_check_title", slow)
    acts: list[Callable[[], Any]] = [lambda: service.create_envelope(treasurer, DRAFT)]
    if first is not None:
        acts.append(lambda: service.change_envelope(treasurer, first, DRAFT))
    else:
        acts.append(lambda: service.create_envelope(treasurer, DRAFT))
    found: list[Any] = []
    workers = [threading.Thread(target=lambda act=act: found.extend(in_thread(act))) for act in acts]
    for one in workers:
        one.start()
    for one in workers:
        one.join(30)
    failed = [one for one in found if isinstance(one, Exception)]
    assert len(found) == 2
    assert [getattr(one, "code", one) for one in failed] == ["error-envelope-same"]
