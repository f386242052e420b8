"""Promise of the envelope: one euro is spent once, whoever commits at the same moment, and nobody waits for ever."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from tests.promises.decisions import fresh_store
from tests.promises.stage import Result

RACES, RACERS = 300, 4


def envelope_race() -> list[Result]:
    """Four threads commit two quotes that do not fit together, 300 times: overspent envelopes, and stuck threads.

    Once as commitments without a devis, once by choosing devis, each choice refusing the other one.
    """
    return [result for kind in ("sqlite", "postgresql") for way in (_Free, _Chosen) for result in _race(kind, way)]


class _Free:
    """A commitment without a devis."""

    name = "envelope"

    def __init__(self, _who: Any, group_id: UUID, number: int) -> None:
        from db.session import unit_of_work
        from tests.integration.budget.rows import add_supplier

        with unit_of_work() as session:
            self.supplier_id = add_supplier(session, group_id, f"Imprimerie {number}").id

    def commit(self, actor: Any, place: int, line_id: UUID) -> None:
        from budget.spending import commitments

        commitments.propose_commitment(
            actor, line_id=line_id, supplier_id=self.supplier_id, label=f"Devis {place}",
            amount_cents=240_000 + 10_000 * place, reason="x",
        )  # fmt: skip


class _Chosen(_Free):
    """Two devis of which each choice refuses the other."""

    name = "devis"

    def __init__(self, who: Any, group_id: UUID, number: int) -> None:
        from budget.quotes import service
        from budget.quotes.devis_words import TypedLine
        from tests.integration.budget.offers import devis

        super().__init__(who, group_id, number)
        self.made = [
            service.enter_devis(
                who,
                devis(
                    self.supplier_id, number=f"D-{number}-{place}", stated=(),
                    lines=(TypedLine(label="x", unit_price=str(2_400 + 100 * place), rate="0"),),
                ),
            )
            for place in range(2)
        ]  # fmt: skip

    def commit(self, actor: Any, place: int, line_id: UUID) -> None:
        from budget.quotes import selection

        selection.select_devis(
            actor, self.made[place], copies=0, cost_cents=240_000 + 10_000 * place, line_id=line_id, reason="x",
            refused=[self.made[1 - place]], refused_reason="y",
        )  # fmt: skip


def _race(kind: str, way: type[_Free]) -> list[Result]:
    from budget.envelope import queries
    from db.session import reading, unit_of_work
    from tests.integration.budget.rows import add_envelope
    from tests.integration.fiches.world import make_world
    from workspace.kernel.errors import RuleBroken

    overspent = stuck = 0
    with fresh_store(kind), ThreadPoolExecutor(RACERS) as pool:
        world = make_world()
        who = (world.people["treasurer"], world.people["facilitator"])
        gate = threading.Barrier(RACERS)

        def commit(place: int, line_id: UUID, two: _Free) -> bool:
            gate.wait()
            try:
                two.commit(who[place % 2], place % 2, line_id)
            except RuleBroken:
                return False
            return True

        for number in range(RACES):
            with unit_of_work() as session:
                line = add_envelope(session, world.group_id, title=f"Course {number}", alone_below=10_000_000)
                line_id, envelope_id, maximum = line.id, line.envelope_id, line.maximum_cents
            two = way(who[0], world.group_id, number)
            futures = [pool.submit(commit, place, line_id, two) for place in range(RACERS)]
            taken = 0
            for future in futures:
                try:
                    taken += future.result(timeout=60)
                except Exception:  # noqa: BLE001 a thread that waits for ever, or falls, is what is counted
                    stuck += 1
            with reading() as session:
                spent = queries.total(queries.list_spending(session, [envelope_id])).taken_cents
            overspent += spent > maximum or taken != 1
    note = f"{RACES} races of {RACERS} threads"
    return [
        Result(name=f"{way.name}-race-{kind}", value=overspent, bound=0, note=note),
        Result(name=f"{way.name}-stuck-{kind}", value=stuck, bound=0),
    ]
