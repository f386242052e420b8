"""History on a real store: compare, restore in one lineage, what changed since, replay."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from db.models import Fiche, JournalEntry, Text, TextUpdate, TextVersion
from db.session import reading, unit_of_work
from tests.integration.browser import open_session
from tests.integration.fiches.world import World, structure_draft
from tests.integration.livetext.harness import Somebody, join, serving, stored_text
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheStatus
from workspace.history import service
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import DomainError, NotAllowed, NotFound, RuleBroken
from workspace.livetext import compaction
from workspace.livetext import service as livetext
from workspace.livetext import store as text_store
from workspace.livetext.content import read_content
from workspace.livetext.edits import replace_content
from workspace.livetext.words import Block, Run


def paragraphs(*texts: str) -> list[Block]:
    return [Block("paragraph", runs=(Run(text),)) for text in texts]


def begun(world: World, *texts: str) -> tuple[UUID, UUID]:
    """A fiche with its text, by the partner."""
    fiche_id = fiches.create_fiche(world.people["partner"], structure_draft(world.a))
    with unit_of_work() as session:
        text_id = session.get_one(Fiche, fiche_id).text_id
        person_id = world.people["partner"].person_id
        text_store.seed_text(session, text_id, person_id, {"level1": paragraphs(*texts), "level2": []})
    return fiche_id, text_id


def write(world: World, text_id: UUID, *texts: str, who: str = "partner_b") -> None:
    replace_content(world.people[who], text_id, {"level1": paragraphs(*texts)})
    with unit_of_work() as session:
        text_store.write_projection(session, text_id, *read_content(session, text_id))


def test_two_moments_are_compared_word_by_word(world: World) -> None:
    fiche_id, text_id = begun(world, "Une idée suffit pour venir.", "On vous accueille.")
    actor = world.people["observer"]
    first = service.view_history(actor, fiche_id).versions[0]
    write(world, text_id, "Une idée suffit pour venir nous voir.", "On vous accueille.")
    comparison = service.compare_versions(actor, fiche_id, first.version_id, None)
    assert (comparison.words_added, comparison.words_removed) == (2, 0)
    whole = service.compare_versions(actor, fiche_id, None, first.version_id)
    assert whole.words_added == 8 + len(["Une", "fiche", "de", "structure"])
    other, _ = begun(world, "Ailleurs")
    with pytest.raises(NotFound):
        service.compare_versions(actor, other, first.version_id, None)


def test_restoring_is_a_new_edit_of_the_same_lineage_and_loses_nothing(world: World) -> None:
    fiche_id, text_id = begun(world, "Une idée suffit.", "On vous accueille.")
    actor = world.people["partner_b"]
    first = service.view_history(actor, fiche_id).versions[0]
    write(world, text_id, "Tout autre chose.")
    with reading() as session:
        before = session.query(TextUpdate).filter(TextUpdate.text_id == text_id).count()
    service.restore_version(actor, fiche_id, first.version_id)
    with reading() as session:
        _, content = read_content(session, text_id)
        rows = session.query(TextUpdate).filter(TextUpdate.text_id == text_id).count()
        line = session.query(JournalEntry).filter(JournalEntry.operation == "restore_version").one()
        versions = session.query(TextVersion).filter(TextVersion.text_id == text_id).order_by(TextVersion.seq).all()
    assert content["level1"] == tuple(paragraphs("Une idée suffit.", "On vous accueille."))
    assert rows == before + 1
    assert line.object_id == fiche_id
    assert [version.blocks["level1"][0]["runs"][0]["text"] for version in versions] == [
        "Une idée suffit.",
        "Tout autre chose.",  # kept before it went
        "Une idée suffit.",
    ]
    with pytest.raises(RuleBroken) as refused:
        service.restore_version(actor, fiche_id, first.version_id)
    assert refused.value.code == "error-history-same"
    write(world, text_id, "Encore")
    livetext.lock_text(world.people["facilitator"], text_id)
    with pytest.raises(RuleBroken) as refused:
        service.restore_version(actor, fiche_id, first.version_id)
    assert refused.value.code == "error-livetext-locked"


def test_restoring_is_seen_live_by_who_is_in_the_text(world: World) -> None:
    fiche_id, text_id = begun(world, "Une idée suffit.", "On vous accueille.")
    actor = world.people["partner"]
    first = service.view_history(actor, fiche_id).versions[0]
    who = Somebody(actor.person_id, open_session(actor), actor)  # type: ignore[arg-type]

    async def scenario() -> None:
        async with serving() as address:
            one = await join(address, text_id, who)
            await one.type("Brouillon ")
            await one.settled()
            await asyncio.to_thread(service.restore_version, world.people["partner_b"], fiche_id, first.version_id)
            await one.until(lambda: "Brouillon" not in one.text)
            await one.type("Et ")
            await one.settled()
            assert stored_text(text_id) == one.text
            assert "Et Une idée suffit." in one.text

    asyncio.run(scenario())


def _at(text_id: UUID, **when: Any) -> None:
    """Move all that is kept of a text into the past."""
    before = utc_now() - timedelta(**when)
    with unit_of_work() as session:
        session.execute(update(TextVersion).where(TextVersion.text_id == text_id).values(at=before))
        session.execute(update(Text).where(Text.id == text_id).values(changed_at=before))
        session.execute(update(Fiche).where(Fiche.text_id == text_id).values(created_at=before))


def test_what_changed_since_an_instant_in_all_fiches(world: World) -> None:
    changed, changed_text = begun(world, "Une idée suffit.")
    quiet, quiet_text = begun(world, "Rien de neuf.")
    for text_id in (changed_text, quiet_text):
        _at(text_id, days=10)
    write(world, changed_text, "Une bonne idée suffit.")
    fresh, _ = begun(world, "Trois mots neufs")
    view = service.view_changes(world.people["observer"], utc_now() - timedelta(days=7))
    told = {one.fiche_id: (one.comparison.words_added, one.comparison.words_removed) for one in view.fiches}
    assert told == {changed: (1, 0), fresh: (3 + 4, 0)}  # its title is new too
    one = next(one for one in view.fiches if one.fiche_id == changed)
    assert one.authors == ("Amanda",)
    assert one.since is not None
    assert view.unchanged == 1
    assert quiet not in told
    theirs = service.view_changes(world.people["stranger"], utc_now() - timedelta(days=7)).fiches
    assert [one.fiche_id for one in theirs] == [world.other_fiche]


def reword(world: World, fiche_id: UUID, title: str, accroche: str = "", who: str = "partner") -> None:
    draft = fiches.view_fiche(world.people[who], fiche_id).draft
    fiches.change_fiche(world.people[who], fiche_id, replace(draft, title=title, accroche=accroche))


def test_titles_and_accroches_have_a_history_that_is_compared_and_restored(world: World) -> None:
    fiche_id, _ = begun(world, "Une idée suffit.")
    partner, observer = world.people["partner"], world.people["observer"]
    first = service.view_history(observer, fiche_id)
    assert first.wordings == ()
    reword(world, fiche_id, "Une belle fiche de structure")
    reword(world, fiche_id, "Une belle fiche de structure", "Venez nous voir", who="facilitator")
    fiches.change_fiche(partner, fiche_id, fiches.view_fiche(partner, fiche_id).draft)  # the links only
    latest, oldest = service.view_history(observer, fiche_id).wordings
    assert [one.author for one in (latest, oldest)] == ["Sandrine", "Benjamin"]
    added = [(one.comparison.words_added, one.comparison.words_removed) for one in (latest, oldest)]
    assert added == [(3, 0), (1, 0)]
    comparison = service.compare_versions(observer, fiche_id, first.versions[0].version_id, None)
    assert (comparison.words_added, comparison.words_removed) == (4, 0)
    service.restore_wording(partner, fiche_id, oldest.wording_id)
    now = fiches.view_fiche(partner, fiche_id).draft
    assert (now.title, now.accroche) == ("Une fiche de structure", "")
    assert len(service.view_history(observer, fiche_id).wordings) == 3  # a new change; nothing is lost
    with pytest.raises(RuleBroken) as refused:
        service.restore_wording(partner, fiche_id, oldest.wording_id)
    assert refused.value.code == "error-history-same"
    with reading() as session:
        line = session.query(JournalEntry).filter(JournalEntry.operation == "restore_wording").one()
    assert (line.object_id, line.label) == (fiche_id, "Une fiche de structure")
    other, _ = begun(world, "Ailleurs")
    with pytest.raises(NotFound):
        service.restore_wording(partner, other, latest.wording_id)
    with pytest.raises(NotAllowed):
        service.restore_wording(world.people["partner_b"], fiche_id, latest.wording_id)
    fiches.archive_fiche(partner, fiche_id)
    assert not service.view_history(partner, fiche_id).may_reword
    with pytest.raises(RuleBroken) as refused:
        service.restore_wording(partner, fiche_id, latest.wording_id)
    assert refused.value.code == "error-fiche-archived"


def test_an_approved_title_is_not_restored_away(world: World) -> None:
    fiche_id, _ = begun(world, "Une idée suffit.")
    partner = world.people["partner"]
    reword(world, fiche_id, "Autrement dit")
    (change,) = service.view_history(partner, fiche_id).wordings
    with unit_of_work() as session:
        session.get_one(Fiche, fiche_id).status = FicheStatus.APPROVED
    assert not service.view_history(partner, fiche_id).may_reword
    with pytest.raises(RuleBroken) as refused:
        service.restore_wording(partner, fiche_id, change.wording_id)
    assert refused.value.code == "error-fiche-settled"


def test_a_new_title_is_a_change_since_an_instant(world: World) -> None:
    fiche_id, text_id = begun(world, "Une idée suffit.")
    _at(text_id, days=10)
    since = utc_now() - timedelta(days=7)
    assert service.view_changes(world.people["observer"], since).fiches == ()
    reword(world, fiche_id, "Une fiche de belle structure", who="facilitator")
    (one,) = service.view_changes(world.people["observer"], since).fiches
    assert (one.comparison.words_added, one.comparison.words_removed) == (1, 0)
    assert (one.authors, one.since) == (("Sandrine",), since)
    reword(world, fiche_id, "Une fiche de structure")  # as it was: nothing changed on the whole
    assert service.view_changes(world.people["observer"], since).fiches == ()


def test_named_versions_are_the_moments_to_choose_from(world: World) -> None:
    _, text_id = begun(world, "Une idée suffit.")
    _, other = begun(world, "Autre")
    for one in (text_id, other):
        livetext.name_version(world.people["partner"], one, "Réunion du 26 novembre")
    view = service.view_moments(world.people["observer"])
    assert [(moment.name, moment.may_forget) for moment in view.moments] == [("Réunion du 26 novembre", False)]
    assert not view.may_name
    assert service.view_moments(world.people["stranger"]).moments == ()


def test_a_moment_named_for_the_group_serves_for_all_fiches_until_it_is_forgotten(world: World) -> None:
    fiche_id, text_id = begun(world, "Une idée suffit.")
    other, other_text = begun(world, "Autre")
    for one in (text_id, other_text):
        _at(one, days=10)
    partner, chief, observer = (world.people[who] for who in ("partner_b", "facilitator", "observer"))
    meeting = utc_now() - timedelta(days=7)
    service.name_moment(partner, "  Réunion du  22 novembre ", meeting)
    for refused_with, name, at in (
        ("error-moment-same", "réunion du 22 NOVEMBRE", meeting),
        ("error-moment-future", "Demain", utc_now() + timedelta(minutes=5)),
        ("error-empty", "  ", meeting),
    ):
        with pytest.raises(DomainError) as refused:
            service.name_moment(chief, name, at)
        assert refused.value.code == refused_with
    (moment,) = service.view_moments(observer).moments
    assert (moment.name, moment.at, moment.may_forget) == ("Réunion du 22 novembre", meeting, False)
    livetext.name_version(chief, text_id, "Réunion du 22 novembre")  # the group's own moment goes before
    assert len(service.view_moments(observer).moments) == 1
    write(world, text_id, "Une bonne idée suffit.")
    assert [one.fiche_id for one in service.view_changes(observer, moment.at).fiches] == [fiche_id]
    assert len(service.view_changes(observer, moment.at, fiche_id).fiches) == 1
    quiet = service.view_changes(observer, moment.at, other)
    assert (quiet.fiches, quiet.unchanged) == ((), 1)
    with pytest.raises(NotFound):
        service.view_changes(world.people["stranger"], moment.at, fiche_id)
    assert moment.moment_id is not None
    with pytest.raises(NotAllowed):
        service.forget_moment(world.people["partner"], moment.moment_id)
    with pytest.raises(NotFound):
        service.forget_moment(world.people["stranger"], moment.moment_id)
    service.forget_moment(chief, moment.moment_id)
    assert [one.moment_id for one in service.view_moments(observer).moments] == [None]
    with reading() as session:
        lines = session.query(JournalEntry).filter(JournalEntry.kind == "moment").order_by(JournalEntry.at).all()
    assert [(one.operation, one.label) for one in lines] == [
        ("name_moment", "Réunion du 22 novembre"),
        ("forget_moment", "Réunion du 22 novembre"),
    ]


def test_a_group_keeps_so_many_moments(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workspace.history.rules.MOMENTS_MAXIMUM", 1)
    service.name_moment(world.people["partner"], "Une", utc_now())
    with pytest.raises(RuleBroken) as refused:
        service.name_moment(world.people["partner"], "Deux", utc_now())
    assert refused.value.code == "error-moment-many"


def test_replay_tells_who_wrote_what_even_after_the_log_was_archived(world: World) -> None:
    fiche_id, text_id = begun(world, "Une idée.")
    write(world, text_id, "Une idée.", "Une suite.", who="partner_b")
    write(world, text_id, "Une idée.", "Une suite.", "Une fin.", who="facilitator")
    steps = service.view_replay(world.people["observer"], fiche_id)
    assert [(step.author, len(step.content["level1"])) for step in steps] == [
        ("Benjamin", 1), ("Amanda", 2), ("Sandrine", 3),
    ]  # fmt: skip
    from workspace.livetext.blocks import text_hash
    from workspace.livetext.content import load_doc
    from workspace.livetext.words import FRAGMENTS, TextKind

    with unit_of_work() as session:
        stored = text_store.load(session, text_id)
        doc = load_doc(stored)
        text_store.write_version(session, text_id, read_content(session, text_id)[1], created_by=None)
        said = text_hash(doc, FRAGMENTS[TextKind.FICHE])
        assert compaction.compact(session, text_id, stored.seq, doc.get_update(), said) == 3
    again = service.view_replay(world.people["observer"], fiche_id)
    assert [(step.author, step.content) for step in again] == [(step.author, step.content) for step in steps]
