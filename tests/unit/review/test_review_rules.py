"""Review, pure: who must approve, where a structure stands, what an approval stands on."""

from __future__ import annotations

from uuid import uuid4

import pytest

from workspace.fiches.words import FicheFacts, FicheKind, FicheStatus
from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block, Run
from workspace.review import rules
from workspace.review.words import Decision, ReviewScope, Standing

A, B, HOST = uuid4(), uuid4(), uuid4()
GROUP = uuid4()


def actor(structure: object, role: Role = Role.PARTNER) -> Actor:
    return Actor(person_id=uuid4(), group_id=GROUP, member_id=uuid4(), structure_id=structure, role=role)  # type: ignore[arg-type]


def test_default_is_the_structures_of_the_fiche_else_all() -> None:
    assert rules.default_scope({A}) is ReviewScope.CONCERNED
    assert rules.default_scope(()) is ReviewScope.ALL


def test_needed_structures_are_those_that_can_answer() -> None:
    assert rules.needed_structures(ReviewScope.ALL, {A}, {A, B}) == {A, B}
    assert rules.needed_structures(ReviewScope.CONCERNED, {A, HOST}, {A, B}) == {A}
    for scope, linked, able in ((ReviewScope.CONCERNED, {A}, {B}), (ReviewScope.ALL, {A}, set())):
        with pytest.raises(RuleBroken):
            rules.needed_structures(scope, linked, able)


@pytest.mark.parametrize(
    ("decision", "seen", "expected"),
    [
        (None, "", Standing.AWAITED),
        (Decision.APPROVED, "now", Standing.APPROVED),
        (Decision.APPROVED, "before", Standing.STALE),
        (Decision.CHANGES, "now", Standing.CHANGES),
        (Decision.CHANGES, "before", Standing.CHANGES),
    ],
)
def test_a_voice_stands_on_the_words_it_saw(decision: Decision | None, seen: str, expected: Standing) -> None:
    assert rules.standing(decision, seen, "now") is expected


def test_complete_when_all_approved_these_words_and_never_of_nobody() -> None:
    assert rules.is_complete([Standing.APPROVED, Standing.APPROVED])
    assert not rules.is_complete([Standing.APPROVED, Standing.STALE])
    assert not rules.is_complete([])


def test_hash_changes_with_any_word_mark_title_or_accroche() -> None:
    def content(*runs: Run) -> dict[str, list[Block]]:
        return {"level1": [Block("paragraph", runs=runs)], "level2": []}

    said = rules.said_hash("Titre", "Accroche", content(Run("Une idée")))
    assert said == rules.said_hash("Titre", "Accroche", content(Run("Une idée")))
    others = {
        rules.said_hash("Titre ", "Accroche", content(Run("Une idée"))),
        rules.said_hash("Titre", "", content(Run("Une idée"))),
        rules.said_hash("Titre", "Accroche", content(Run("Une idée", bold=True))),
        rules.said_hash("Titre", "Accroche", content(Run("Une idee"))),
    }
    assert len(others) == 4
    assert said not in others


def test_abilities_follow_the_status() -> None:
    facts = FicheFacts(group_id=GROUP, kind=FicheKind.STRUCTURE, structure_ids=frozenset({A}))
    mine, theirs, chief = actor(A), actor(B), actor(HOST, Role.FACILITATOR)

    def able(who: Actor, status: FicheStatus, standing: Standing | None = None) -> set[str]:
        found = rules.abilities(who, facts, {A, B, HOST}, status, {A: standing} if standing else {})
        return {name for name in found.__slots__ if getattr(found, name)}

    assert able(mine, FicheStatus.DRAFT) == able(chief, FicheStatus.DRAFT) == {"may_ask"}
    assert able(theirs, FicheStatus.DRAFT) == set()
    assert able(mine, FicheStatus.IN_REVIEW, Standing.AWAITED) == {"may_speak", "may_stop"}
    assert able(chief, FicheStatus.IN_REVIEW, Standing.AWAITED) == {"may_stop"}
    assert able(mine, FicheStatus.APPROVED, Standing.APPROVED) == {"may_reopen"}
    assert able(chief, FicheStatus.APPROVED, Standing.APPROVED) == {"may_reopen", "may_publish"}
    assert able(mine, FicheStatus.PUBLISHED, Standing.APPROVED) == set()
    assert able(chief, FicheStatus.PUBLISHED, Standing.APPROVED) == {"may_reopen"}
    assert able(actor(A, Role.OBSERVER), FicheStatus.IN_REVIEW, Standing.AWAITED) == set()
