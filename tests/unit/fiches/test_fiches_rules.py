"""Rules of fiches without a store: cleaning, lightness, order, whose a fiche is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace.fiches import rules
from workspace.fiches.words import (
    BoardFilters,
    FicheCard,
    FicheDraft,
    FicheFacts,
    FicheKind,
    FichesOperation,
    FicheStatus,
    Lightness,
    TrameEntry,
)
from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.lightness.words import Targets

GROUP, A, B = uuid4(), uuid4(), uuid4()
ALL = (A, B)


def somebody(role: Role, structure_id: UUID = A, group_id: UUID = GROUP) -> Actor:
    return Actor(person_id=uuid4(), member_id=uuid4(), group_id=group_id, structure_id=structure_id, role=role)


def facts(kind: FicheKind, *structures: UUID, created_by: UUID | None = None, archived: bool = False) -> FicheFacts:
    return FicheFacts(
        group_id=GROUP,
        kind=kind,
        structure_ids=frozenset(structures),
        created_by=created_by,
        is_archived=archived,
    )


def test_every_operation_has_a_policy() -> None:
    assert set(rules.POLICIES) == set(FichesOperation)


@pytest.mark.parametrize("role", [Role.PARTNER, Role.TREASURER])
def test_own_fiche_may_be_changed_and_archived_by_its_structure_only(role: Role) -> None:
    mine = rules.fiche_abilities(somebody(role, A), facts(FicheKind.STRUCTURE, A), ALL)
    theirs = rules.fiche_abilities(somebody(role, B), facts(FicheKind.STRUCTURE, A), ALL)
    assert (mine.may_change, mine.may_archive, mine.may_order, mine.may_add_picture) == (True, True, False, True)
    assert (theirs.may_change, theirs.may_archive, theirs.may_add_picture) == (False, False, True)


@pytest.mark.parametrize("kind", [FicheKind.ETAPE, FicheKind.FREE])
def test_common_fiche_without_structure_is_everyones(kind: FicheKind) -> None:
    assert rules.fiche_abilities(somebody(Role.PARTNER, B), facts(kind), ALL).may_change
    assert not rules.fiche_abilities(somebody(Role.PARTNER, B), facts(kind, A), ALL).may_change
    assert not rules.fiche_abilities(somebody(Role.OBSERVER, B), facts(kind), ALL).may_change


def test_structure_fiche_that_lost_its_structure_is_left_to_creator_and_facilitator() -> None:
    creator = somebody(Role.PARTNER, B)
    orphan = facts(FicheKind.STRUCTURE, created_by=creator.person_id)
    assert rules.fiche_abilities(creator, orphan, ALL).may_change
    assert rules.fiche_abilities(somebody(Role.FACILITATOR), orphan, ALL).may_change
    assert not rules.fiche_abilities(somebody(Role.PARTNER, B), orphan, ALL).may_change


def test_archived_fiche_can_only_be_restored() -> None:
    able = rules.fiche_abilities(somebody(Role.FACILITATOR), facts(FicheKind.FREE, archived=True), ALL)
    assert able.may_restore
    assert not any((able.may_change, able.may_archive, able.may_order, able.may_add_picture))


def test_other_group_may_nothing() -> None:
    able = rules.fiche_abilities(somebody(Role.FACILITATOR, group_id=uuid4()), facts(FicheKind.FREE), ALL)
    assert not any((able.may_change, able.may_archive, able.may_restore, able.may_order, able.may_add_picture))


@pytest.mark.parametrize(
    ("recto", "verso", "expected"),
    [
        (0, 0, Lightness.LIGHT),
        (100, 250, Lightness.LIGHT),
        (101, 250, Lightness.FAIR),
        (100, 251, Lightness.FAIR),
        (125, 300, Lightness.FAIR),
        (126, 0, Lightness.HEAVY),
        (0, 301, Lightness.HEAVY),
    ],
)
def test_lightness_follows_the_heavier_side(recto: int, verso: int, expected: Lightness) -> None:
    assert rules.lightness(recto, verso, Targets()) is expected


def test_words_are_counted_as_readers_count_them() -> None:
    assert rules.recto_words("Qu’est-ce que l’ESS\u202f?", "Un appui, un réseau – et vous\u00a0!", 10) == 3 + 6 + 10


def test_clean_draft_keeps_markup_as_text_and_one_line() -> None:
    cleaned = rules.clean_draft(FicheDraft(title="  <b>Idée</b>\n& projet ", accroche="<script>1</script>"))
    assert cleaned.title == "<b>Idée</b> & projet"
    assert cleaned.accroche == "<script>1</script>"


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (FicheDraft(title="   "), "error-empty"),
        (FicheDraft(title="x" * 500), "error-too-long"),
        (FicheDraft(title="x", accroche="y" * 241), "error-too-long"),
        (FicheDraft(title="x", kind=FicheKind.ETAPE), "error-fiche-etape"),
        (FicheDraft(title="x", kind=FicheKind.STRUCTURE), "error-fiche-structure"),
    ],
)
def test_clean_draft_says_what_is_wrong(draft: FicheDraft, code: str) -> None:
    with pytest.raises(RuleBroken) as raised:
        rules.clean_draft(draft)
    assert raised.value.code == code


def test_clean_trame_drops_empty_questions_and_refuses_twins() -> None:
    one = uuid4()
    empty = TrameEntry(question_id=None, text=" ")
    kept = rules.clean_trame([TrameEntry(question_id=one, text=" Ai-je une idée ? "), empty])
    assert [(entry.question_id, entry.text) for entry in kept] == [(one, "Ai-je une idée ?")]
    with pytest.raises(RuleBroken) as raised:
        rules.clean_trame([TrameEntry(question_id=None, text="Où ?"), TrameEntry(question_id=None, text="OÙ ?")])
    assert raised.value.code == "error-same-question"
    with pytest.raises(NotFound):
        rules.clean_trame([TrameEntry(question_id=one, text="a"), TrameEntry(question_id=one, text="b")])


def card(title: str, **changes: object) -> FicheCard:
    made = FicheCard(
        fiche_id=uuid4(),
        text_id=uuid4(),
        title=title,
        accroche="",
        kind=FicheKind.FREE,
        status=FicheStatus.DRAFT,
        number=1,
        etape_ids=(),
        structure_ids=(),
        words_recto=0,
        words_verso=0,
        is_blank=True,
        lightness=Lightness.LIGHT,
        changed_at=datetime(2026, 11, 1, tzinfo=UTC),
        changed_by="",
        present=(),
        is_archived=False,
    )
    return replace(made, **changes)


def test_filter_cards_looks_without_accents_and_hides_archived() -> None:
    cards = [card("Étape de création", structure_ids=(A,)), card("Financer"), card("Vieille", is_archived=True)]

    def titles(**filters: object) -> list[str]:
        return [one.title for one in rules.filter_cards(cards, BoardFilters(**filters))]

    assert titles() == ["Étape de création", "Financer"]
    assert titles(words="ETAPE crea") == ["Étape de création"]
    assert titles(structure_id=A) == ["Étape de création"]
    assert titles(structure_id=B) == []
    assert titles(archived=True) == ["Vieille"]
    assert titles(kind=FicheKind.ETAPE) == []
    assert titles(status=FicheStatus.DRAFT, words="fin") == ["Financer"]


@given(st.integers(1, 30), st.integers(0, 29), st.integers(-5, 40))
def test_moved_keeps_everything_and_puts_the_one_where_asked(size: int, which: int, place: int) -> None:
    order = [uuid4() for _ in range(size)]
    one = order[which % size]
    after = rules.moved(order, one, place)
    assert sorted(after) == sorted(order)
    assert after.index(one) == min(max(place, 1), size) - 1
    assert [other for other in after if other != one] == [other for other in order if other != one]


def test_order_that_misses_a_fiche_is_stale() -> None:
    rules.check_order([A, B], [B, A])
    for wanted in ([A], [A, B, GROUP], [A, A, B]):
        with pytest.raises(StaleEdit):
            rules.check_order([A, B], wanted)
    with pytest.raises(NotFound):
        rules.moved([A], B, 1)


def test_trame_stamp_changes_with_order_and_version() -> None:
    stamps = {rules.trame_stamp(state) for state in ([(A, 1), (B, 1)], [(B, 1), (A, 1)], [(A, 2), (B, 1)], [(A, 1)])}
    assert len(stamps) == 4


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([1, 2, 3], [0, 1, 2]),
        ([1, 2, 1], [2, 0, 1]),
        ([3, 2, 3], [1, 2, 0]),
        ([2, 1, 3], [1, 0, 2]),
        ([1, 2, 3, 2], [0, 3, 1, 2]),
        ([], []),
    ],
)
def test_typed_places_put_lines_where_people_mean(places: list[int], expected: list[int]) -> None:
    assert rules.reordered(places) == expected
