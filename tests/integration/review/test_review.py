"""Review on a real store: voices tied to words, staleness, the lock, reopening, and what happens at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from db.models import Fiche, JournalEntry, Member, ReviewVoice, Text
from db.session import reading, unit_of_work
from tests.integration.fiches.world import World, structure_draft
from workspace.accueil.service import view_home
from workspace.accueil.words import Awaited
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheDraft, FicheStatus
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.livetext import service as livetext
from workspace.livetext.edits import replace_content
from workspace.livetext.words import Block, Run
from workspace.review import service
from workspace.review.words import ReviewScope, Standing


def write(actor: Actor, fiche_id: UUID, *texts: str) -> None:
    """What the fiche's level 1 says from now on, projection included."""
    from workspace.livetext import store
    from workspace.livetext.content import read_content

    text_id = text_of(fiche_id)
    replace_content(actor, text_id, {"level1": [Block("paragraph", runs=(Run(text),)) for text in texts]})
    with unit_of_work() as session:
        store.write_projection(session, text_id, *read_content(session, text_id))


def text_of(fiche_id: UUID) -> UUID:
    with reading() as session:
        return session.get_one(Fiche, fiche_id).text_id


def is_locked(fiche_id: UUID) -> bool:
    with reading() as session:
        return session.get_one(Text, text_of(fiche_id)).locked_at is not None


def common(world: World, scope: ReviewScope = ReviewScope.ALL) -> UUID:
    """A fiche of structures A and B, written and put in review."""
    partner = world.people["partner"]
    fiche_id = fiches.create_fiche(partner, structure_draft(world.a, world.b, title="Partir d’une idée"))
    write(partner, fiche_id, "Une idée suffit pour venir.", "On vous accueille.")
    service.ask_review(partner, fiche_id, scope, "Surtout le verso")
    return fiche_id


def approve(actor: Actor, fiche_id: UUID) -> bool:
    return service.approve_fiche(actor, fiche_id, service.show_fiche(actor, fiche_id).said_hash)


def standings(actor: Actor, fiche_id: UUID) -> dict[str, Standing]:
    return {voice.name: voice.standing for voice in service.view_review(actor, fiche_id).voices}


def test_structures_of_the_fiche_approve_then_it_is_approved_and_locked(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    partner, other = world.people["partner"], world.people["partner_b"]
    assert standings(partner, fiche_id) == {"Apeas": Standing.AWAITED, "Inter-Made": Standing.AWAITED}
    assert not approve(partner, fiche_id)
    assert standings(other, fiche_id) == {"Apeas": Standing.AWAITED, "Inter-Made": Standing.APPROVED}
    assert not is_locked(fiche_id)
    assert approve(other, fiche_id)
    view = service.view_review(partner, fiche_id)
    assert view.status is FicheStatus.APPROVED
    assert view.approved_at is not None
    assert is_locked(fiche_id)
    with pytest.raises(RuleBroken) as refused:
        write(partner, fiche_id, "Trop tard")
    assert refused.value.code == "error-livetext-locked"
    version = fiches.view_fiche(partner, fiche_id).draft.version
    draft = structure_draft(world.a, world.b, title="Un autre titre")
    with pytest.raises(RuleBroken) as refused:
        fiches.change_fiche(partner, fiche_id, _at(draft, version))
    assert refused.value.code == "error-fiche-settled"
    fiches.change_fiche(partner, fiche_id, _at(structure_draft(world.a, title="Partir d’une idée"), version))


def _at(draft: FicheDraft, version: int) -> FicheDraft:
    from dataclasses import replace

    return replace(draft, version=version)


def test_all_structures_means_those_with_somebody_who_can_approve(world: World) -> None:
    fiche_id = common(world)
    assert set(standings(world.people["partner"], fiche_id)) == {"LaPlateforme", "Inter-Made", "Apeas"}
    with unit_of_work() as session:
        place = session.scalars(select(Member).where(Member.id == world.people["partner_b"].member_id)).one()
        place.left_at = utc_now()
    second = fiches.create_fiche(world.people["partner"], FicheDraft(title="Autre"))
    service.ask_review(world.people["partner"], second, ReviewScope.ALL)
    assert set(standings(world.people["partner"], second)) == {"LaPlateforme", "Inter-Made"}
    alone = fiches.create_fiche(world.people["facilitator"], structure_draft(world.b))
    with pytest.raises(RuleBroken) as refused:
        service.ask_review(world.people["facilitator"], alone, ReviewScope.CONCERNED)
    assert refused.value.code == "error-review-nobody"


def test_approval_of_words_that_changed_meanwhile_is_refused_and_nothing_is_written(world: World) -> None:
    fiche_id = common(world)
    partner, other = world.people["partner"], world.people["partner_b"]
    shown = service.show_fiche(partner, fiche_id)
    write(other, fiche_id, "Une idée suffit pour venir.", "On vous accueille le mardi.")
    for speak in (
        lambda: service.approve_fiche(partner, fiche_id, shown.said_hash),
        lambda: service.ask_changes(partner, fiche_id, shown.said_hash, "Trop long"),
    ):
        with pytest.raises(StaleEdit) as refused:
            speak()
        assert refused.value.code == "error-review-changed"
    assert standings(partner, fiche_id)["Inter-Made"] is Standing.AWAITED
    assert not approve(partner, fiche_id)


def test_title_and_accroche_are_part_of_what_is_approved(world: World) -> None:
    fiche_id = common(world)
    partner = world.people["partner"]
    approve(partner, fiche_id)
    view = fiches.view_fiche(partner, fiche_id)
    draft = structure_draft(world.a, world.b, title="Un autre titre")
    fiches.change_fiche(partner, fiche_id, _at(draft, view.draft.version))
    assert standings(partner, fiche_id)["Inter-Made"] is Standing.STALE
    seen, now = service.view_voice(partner, fiche_id, world.a)
    assert (seen.title, now.title) == ("Partir d’une idée", "Un autre titre")


def test_a_later_change_makes_approvals_stale_and_asks_again(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    partner, other = world.people["partner"], world.people["partner_b"]
    approve(partner, fiche_id)
    write(other, fiche_id, "Une idée suffit pour venir.", "On vous accueille partout.")
    assert standings(partner, fiche_id)["Inter-Made"] is Standing.STALE
    assert view_home(partner).awaited[0].kind is Awaited.APPROVE_AGAIN
    assert not approve(other, fiche_id)  # the stale one is still missing
    seen, now = service.view_voice(partner, fiche_id, world.a)
    assert seen.content != now.content
    assert approve(partner, fiche_id)
    assert Awaited.APPROVE_AGAIN not in [act.kind for act in view_home(partner).awaited]


def test_a_change_is_asked_for_with_its_reason_and_awaits_the_authors(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    partner, other = world.people["partner"], world.people["partner_b"]
    shown = service.show_fiche(other, fiche_id)
    with pytest.raises(RuleBroken) as refused:
        service.ask_changes(other, fiche_id, shown.said_hash, "  ")
    assert refused.value.code == "error-empty"
    service.ask_changes(other, fiche_id, shown.said_hash, "L’adresse manque")
    voice = next(one for one in service.view_review(partner, fiche_id).voices if one.name == "Apeas")
    assert (voice.standing, voice.reason, voice.person) == (Standing.CHANGES, "L’adresse manque", "Amanda")
    assert Awaited.ANSWER_CHANGE in [act.kind for act in view_home(partner).awaited]
    approve(partner, fiche_id)
    assert approve(other, fiche_id)  # it may change its mind


def test_reopening_says_why_and_keeps_approvals_for_as_long_as_the_words_stay(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    partner, other = world.people["partner"], world.people["partner_b"]
    approve(partner, fiche_id)
    approve(other, fiche_id)
    with pytest.raises(RuleBroken):
        service.reopen_fiche(partner, fiche_id, "")
    service.reopen_fiche(partner, fiche_id, "Une adresse a changé")
    view = service.view_review(other, fiche_id)
    assert (view.status, view.reason, view.reopened_by) == (FicheStatus.IN_REVIEW, "Une adresse a changé", "Benjamin")
    assert not is_locked(fiche_id)
    assert set(standings(other, fiche_id).values()) == {Standing.APPROVED}
    with reading() as session:
        line = session.scalars(select(JournalEntry).where(JournalEntry.operation == "reopen_fiche")).one()
        assert line.details == {"reason": "Une adresse a changé"}
    assert approve(other, fiche_id)  # nothing changed: one look closes it again
    service.reopen_fiche(other, fiche_id, "Encore")
    write(partner, fiche_id, "Tout autre chose.")
    assert set(standings(other, fiche_id).values()) == {Standing.STALE}


def test_publishing_is_the_facilitators_act_on_an_approved_fiche(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    chief, partner = world.people["facilitator"], world.people["partner"]
    with pytest.raises(RuleBroken):
        service.publish_fiche(chief, fiche_id)
    approve(partner, fiche_id)
    approve(world.people["partner_b"], fiche_id)
    with pytest.raises(NotAllowed):
        service.publish_fiche(partner, fiche_id)
    service.publish_fiche(chief, fiche_id)
    assert is_locked(fiche_id)
    with pytest.raises(NotAllowed):
        service.reopen_fiche(partner, fiche_id, "Une faute")
    service.reopen_fiche(chief, fiche_id, "Une faute")
    assert service.view_review(chief, fiche_id).status is FicheStatus.IN_REVIEW


def test_an_approved_text_is_unlocked_by_its_review_only(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    chief, text_id = world.people["facilitator"], text_of(fiche_id)
    livetext.lock_text(chief, text_id)
    livetext.unlock_text(chief, text_id)  # while nothing is approved, the facilitator closes and opens it
    for who in ("partner", "partner_b"):
        approve(world.people[who], fiche_id)
    with pytest.raises(RuleBroken) as refused:
        livetext.unlock_text(chief, text_id)
    assert refused.value.code == "error-livetext-approved"
    service.publish_fiche(chief, fiche_id)
    with pytest.raises(RuleBroken):
        livetext.unlock_text(chief, text_id)
    with pytest.raises(NotAllowed):
        livetext.unlock_text(world.people["partner"], text_id)
    with pytest.raises(NotFound):
        livetext.unlock_text(world.people["stranger"], text_id)
    assert is_locked(fiche_id)
    with reading() as session:
        lines = session.scalars(select(JournalEntry).where(JournalEntry.operation == "text_unlock")).all()
    assert len(lines) == 1
    service.reopen_fiche(chief, fiche_id, "Une faute")
    assert not is_locked(fiche_id)
    fiches.archive_fiche(chief, fiche_id)
    with pytest.raises(RuleBroken) as refused:
        livetext.unlock_text(chief, text_id)
    assert refused.value.code == "error-fiche-archived"
    assert is_locked(fiche_id)


def test_archiving_and_restoring_an_approved_fiche_keeps_it_locked(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    for who in ("partner", "partner_b"):
        approve(world.people[who], fiche_id)
    fiches.archive_fiche(world.people["facilitator"], fiche_id)
    with pytest.raises(RuleBroken):
        service.reopen_fiche(world.people["partner"], fiche_id, "Pourquoi pas")
    fiches.restore_fiche(world.people["facilitator"], fiche_id)
    assert is_locked(fiche_id)


def test_stopping_a_review_forgets_its_approvals(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    partner = world.people["partner"]
    approve(partner, fiche_id)
    with pytest.raises(RuleBroken):
        service.ask_review(partner, fiche_id, ReviewScope.ALL)
    service.stop_review(partner, fiche_id)
    assert service.view_review(partner, fiche_id).status is FicheStatus.DRAFT
    with pytest.raises((RuleBroken, NotAllowed)):
        approve(partner, fiche_id)
    service.ask_review(partner, fiche_id, ReviewScope.CONCERNED)
    assert set(standings(partner, fiche_id).values()) == {Standing.AWAITED}


def test_only_structures_that_are_asked_have_a_voice(world: World) -> None:
    fiche_id = common(world, ReviewScope.CONCERNED)
    shown = service.show_fiche(world.people["observer"], fiche_id)
    for who in ("facilitator", "observer"):  # the host is not linked; an observer of A only reads
        with pytest.raises(NotAllowed):
            service.approve_fiche(world.people[who], fiche_id, shown.said_hash)
    with pytest.raises(NotFound):
        service.approve_fiche(world.people["stranger"], fiche_id, shown.said_hash)
    approve(world.people["treasurer"], fiche_id)
    approve(world.people["partner"], fiche_id)  # of the same structure: still one voice
    with reading() as session:
        assert len(session.scalars(select(ReviewVoice)).all()) == 1


def _together(*acts: Callable[[], object]) -> list[object]:
    """Run acts at the same time; gives what each gave or raised."""
    start, results = threading.Barrier(len(acts)), [None] * len(acts)

    def one(index: int) -> None:
        start.wait()
        try:
            results[index] = acts[index]()
        except Exception as error:  # noqa: BLE001 - what it raised is what is looked at
            results[index] = error

    threads = [threading.Thread(target=one, args=(index,)) for index in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return list(results)


def test_two_last_approvals_at_once_approve_once(world: World) -> None:
    for _ in range(5):
        fiche_id = common(world, ReviewScope.CONCERNED)
        said = service.show_fiche(world.people["partner"], fiche_id).said_hash
        results = _together(
            lambda said=said, fiche_id=fiche_id: service.approve_fiche(world.people["partner"], fiche_id, said),
            lambda said=said, fiche_id=fiche_id: service.approve_fiche(world.people["partner_b"], fiche_id, said),
        )
        assert sorted(map(str, results)) == ["False", "True"]
        assert service.view_review(world.people["partner"], fiche_id).status is FicheStatus.APPROVED
        assert is_locked(fiche_id)


def test_an_approval_against_an_edit_never_approves_other_words(world: World) -> None:
    from workspace.livetext.content import read_content
    from workspace.review.rules import said_hash

    partner, other = world.people["partner"], world.people["partner_b"]
    for turn in range(6):
        fiche_id = common(world, ReviewScope.CONCERNED)
        approve(partner, fiche_id)
        said = service.show_fiche(other, fiche_id).said_hash
        text_id = text_of(fiche_id)
        blocks = {"level1": [Block("paragraph", runs=(Run(f"Tour {turn}"),))]}
        approved, edited = _together(
            lambda said=said, fiche_id=fiche_id: service.approve_fiche(other, fiche_id, said),
            lambda text_id=text_id, blocks=blocks: replace_content(partner, text_id, blocks),
        )
        with reading() as session:
            fiche = session.get_one(Fiche, fiche_id)
            now = said_hash(fiche.title, fiche.accroche, read_content(session, text_id)[1])
        if fiche.status is FicheStatus.APPROVED:
            assert approved is True
            assert now == said
            assert isinstance(edited, RuleBroken)
        else:
            assert isinstance(approved, StaleEdit)
            assert edited is None
            assert now != said
