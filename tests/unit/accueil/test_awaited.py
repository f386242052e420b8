"""What awaits whom: pure, from facts."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from workspace.accueil.rules import OF_A_KIND_MAXIMUM, SHOWN_MAXIMUM, awaited_acts
from workspace.accueil.words import Awaited, FicheFact, HomeFacts, OwnStructure
from workspace.review.words import ReviewFact, Standing

OWN = OwnStructure(structure_id=uuid4(), name="Apeas", has_presentation=True, has_etapes=True)
ETAPE = (uuid4(), "Idée")


def fiche(**changes: object) -> FicheFact:
    made = FicheFact(
        fiche_id=uuid4(),
        title="Partir d’une idée",
        is_blank=False,
        is_heavy=False,
        status="draft",
        etape_ids=(ETAPE[0],),
        structure_ids=(OWN.structure_id,),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


QUIET = HomeFacts(
    fiches=(fiche(),),
    etapes=(ETAPE,),
    own=OWN,
    silent_structures=(),
    unanswered_count=0,
    question_count=3,
    structure_count=2,
    member_count=4,
    is_facilitator=False,
    may_write=True,
)


def kinds(facts: HomeFacts) -> list[Awaited]:
    return [act.kind for act in awaited_acts(facts)]


def test_nothing_awaits_when_all_is_done() -> None:
    assert kinds(QUIET) == []
    assert kinds(replace(QUIET, is_facilitator=True)) == []


def test_own_blank_fiche_awaits_its_structure_and_not_another() -> None:
    assert kinds(replace(QUIET, fiches=(fiche(is_blank=True),))) == [Awaited.WRITE_OWN_FICHE]
    assert kinds(replace(QUIET, fiches=(fiche(is_blank=True, structure_ids=(uuid4(),)),))) == []


def reviewed(own: Standing | None, *, change_asked: bool = False, **others: object) -> HomeFacts:
    fact = ReviewFact(fiche_id=uuid4(), own=own, change_asked=change_asked)
    return replace(QUIET, fiches=(fiche(review=fact, **others),))


def test_fiche_in_review_awaits_the_structures_that_did_not_approve_these_words() -> None:
    assert kinds(reviewed(Standing.AWAITED)) == [Awaited.APPROVE_FICHE]
    assert kinds(reviewed(Standing.STALE)) == [Awaited.APPROVE_AGAIN]
    assert kinds(reviewed(Standing.APPROVED)) == []
    assert kinds(reviewed(None)) == []


def test_change_asked_for_awaits_those_whose_fiche_it_is() -> None:
    assert kinds(reviewed(Standing.CHANGES, change_asked=True, structure_ids=())) == [Awaited.ANSWER_CHANGE]
    assert kinds(reviewed(Standing.APPROVED, change_asked=True, structure_ids=(uuid4(),))) == []
    assert kinds(replace(reviewed(Standing.AWAITED), may_write=False)) == []


def test_heavy_fiche_awaits_its_structure_and_the_facilitator() -> None:
    other = replace(QUIET, fiches=(fiche(is_heavy=True, structure_ids=(uuid4(),)),))
    assert kinds(other) == []
    assert kinds(replace(other, is_facilitator=True)) == [Awaited.LIGHTEN_FICHE]
    assert kinds(replace(QUIET, fiches=(fiche(is_heavy=True),))) == [Awaited.LIGHTEN_FICHE]


def test_gaps_await_the_facilitator_only() -> None:
    gaps = replace(QUIET, fiches=(fiche(etape_ids=()),), silent_structures=((uuid4(), "Place"),), unanswered_count=2)
    assert kinds(gaps) == []
    expected = [Awaited.INVITE_STRUCTURE, Awaited.COVER_ETAPE, Awaited.ANSWER_QUESTIONS]
    assert kinds(replace(gaps, is_facilitator=True)) == expected
    assert awaited_acts(replace(gaps, is_facilitator=True))[-1].count == 2


def test_young_group_is_led_step_by_step() -> None:
    young = replace(QUIET, fiches=(), etapes=(), member_count=1, is_facilitator=True)
    assert kinds(young) == [Awaited.FIRST_ETAPES, Awaited.FIRST_INVITATION, Awaited.FIRST_FICHE]


def test_incomplete_structure_page_awaits_its_own_people() -> None:
    assert kinds(replace(QUIET, own=replace(OWN, has_etapes=False))) == [Awaited.COMPLETE_STRUCTURE]


@given(
    st.lists(
        st.builds(
            fiche,
            is_blank=st.booleans(),
            is_heavy=st.booleans(),
            review=st.sampled_from([None, ReviewFact(fiche_id=uuid4(), own=Standing.AWAITED, change_asked=True)]),
            structure_ids=st.sampled_from([(), (OWN.structure_id,)]),
        ),
        max_size=40,
    ),
    st.lists(st.tuples(st.uuids(), st.just("S")), max_size=10),
    st.booleans(),
)
def test_list_stays_short_whatever_the_group(
    fiches: list[FicheFact], silent: list[tuple[UUID, str]], is_facilitator: bool
) -> None:
    facts = replace(QUIET, fiches=tuple(fiches), silent_structures=tuple(silent), is_facilitator=is_facilitator)
    acts = awaited_acts(facts)
    assert len(acts) <= SHOWN_MAXIMUM
    assert all(kinds(facts).count(kind) <= OF_A_KIND_MAXIMUM for kind in Awaited)
