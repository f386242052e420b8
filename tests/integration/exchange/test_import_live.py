"""Importing into a text that people are in: one lineage, the person's name in the log, seen live, nothing lost."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from db.models import JournalEntry, Picture, TextUpdate
from db.session import reading
from tests.integration.browser import open_session
from tests.integration.fiches.world import World
from tests.integration.livetext.harness import Somebody, eventually, join, serving, stored_text
from tests.samples import docx, paragraph, photograph, picture
from workspace.exchange import service
from workspace.exchange.words import Target, Upload
from workspace.fiches import pictures
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheDraft
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken
from workspace.livetext import hand, hub
from workspace.livetext import service as livetext
from workspace.livetext.blocks import add_blocks
from workspace.livetext.words import Block, Run

GIVEN = Upload(name="note.docx", data=docx(paragraph("Le parcours", style="Titre1") + paragraph("Une idée de plus")))


def make_fiche(world: World) -> tuple[UUID, UUID]:
    chief = world.people["facilitator"]
    fiche_id = fiches.create_fiche(chief, FicheDraft(title="À plusieurs"))
    return fiche_id, fiches.view_fiche(chief, fiche_id).text_id


def test_import_without_rooms_is_logged_projected_journaled(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    partner = world.people["partner"]
    service.import_text(partner, fiche_id, GIVEN)
    service.import_text(partner, fiche_id, GIVEN)
    said = livetext.text_content(partner, text_id)
    assert said["level1"].plain == "Le parcours\nUne idée de plus\nLe parcours\nUne idée de plus"
    assert said["level2"].plain == ""
    with reading() as session:
        assert set(session.scalars(select(TextUpdate.person_id))) == {partner.person_id}
        lines = session.scalars(select(JournalEntry).where(JournalEntry.operation == "import_text")).all()
    assert [(line.object_id, line.details) for line in lines] == [
        (fiche_id, {"words": 6, "left_out": 0, "pictures": 0})
    ] * 2


def test_refusals(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    with pytest.raises(NotAllowed):
        service.import_text(world.people["observer"], fiche_id, GIVEN)
    with pytest.raises(NotAllowed):
        service.preview_import(world.people["observer"], fiche_id, GIVEN)
    with pytest.raises(NotFound):
        service.import_text(world.people["stranger"], fiche_id, GIVEN)
    with pytest.raises(NotFound):
        service.import_text(world.people["partner"], fiche_id, Upload(name="a.md", data=b"x", level="level9"))
    livetext.lock_text(world.people["facilitator"], text_id)
    with pytest.raises(RuleBroken) as refused:
        service.import_text(world.people["partner"], fiche_id, GIVEN)
    assert refused.value.code == "error-livetext-locked"
    fiches.archive_fiche(world.people["facilitator"], fiche_id)
    with pytest.raises(RuleBroken) as refused:
        service.import_text(world.people["facilitator"], fiche_id, GIVEN)
    assert refused.value.code == "error-fiche-archived"


def with_pictures(*alts: str) -> Upload:
    """A document with a picture for each text; an empty one has none."""
    media = {f"rId{30 + place}": photograph(width=600 + place) for place in range(len(alts))}
    body = "".join(paragraph(picture(alt, name)) for alt, name in zip(alts, media, strict=True))
    return Upload(name="note.docx", data=docx(paragraph("Une idée") + body, media))


def kept_pictures() -> int:
    with reading() as session:
        return len(session.scalars(select(Picture.id)).all())


def test_pictures_come_in_like_uploads_and_once(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    partner = world.people["partner"]
    seen = service.preview_import(partner, fiche_id, with_pictures("La façade", ""))
    assert [(one.alt, one.width, one.height) for one in seen.glimpses] == [("La façade", 600, 400), ("", 601, 400)]
    assert kept_pictures() == 0
    given = with_pictures("La façade", "")
    with pytest.raises(RuleBroken) as refused:
        service.import_text(partner, fiche_id, given)
    assert refused.value.code == "error-import-alt"
    assert kept_pictures() == 0
    assert "level1" not in livetext.text_content(partner, text_id)
    named = replace(given, alts={seen.glimpses[1].name: "Le jardin"})
    service.import_text(partner, fiche_id, named)
    service.import_text(partner, fiche_id, named)
    figures = [one for one in livetext.text_content(partner, text_id)["level1"].blocks if one.kind == "figure"]
    assert [one.attrs["alt"] for one in figures] == ["La façade", "Le jardin"] * 2
    assert len({one.attrs["src"] for one in figures}) == kept_pictures() == 2
    used = {one.picture_id: [use.fiche_id for use in one.uses] for one in pictures.view_album(partner).pictures}
    assert used == {UUID(one.attrs["picture"]): [fiche_id, fiche_id] for one in figures}
    with reading() as session:
        lines = session.scalars(select(JournalEntry).where(JournalEntry.operation == "import_text")).all()
    assert [line.details for line in lines] == [{"words": 2, "left_out": 0, "pictures": 2}] * 2


def test_a_picture_may_stay_outside(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    partner = world.people["partner"]
    given = with_pictures("La façade", "")
    names = [one.name for one in service.preview_import(partner, fiche_id, given).glimpses]
    service.import_text(partner, fiche_id, replace(given, without=frozenset({names[1]})))
    kinds = [block.kind for block in livetext.text_content(partner, text_id)["level1"].blocks]
    assert kinds == ["paragraph", "figure"]
    assert kept_pictures() == 1


def test_a_locked_text_keeps_no_picture_either(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    livetext.lock_text(world.people["facilitator"], text_id)
    with pytest.raises(RuleBroken) as refused:
        service.import_text(world.people["partner"], fiche_id, with_pictures("La façade"))
    assert refused.value.code == "error-livetext-locked"
    assert kept_pictures() == 0


def signed_in(actor: Actor) -> Somebody:
    """A session for a person of the fiches' world, as the sockets want one."""
    assert actor.person_id is not None
    return Somebody(actor.person_id, open_session(actor), actor)


def projected(actor: Actor, text_id: UUID) -> str:
    said = livetext.text_content(actor, text_id).get("level1")
    return said.plain if said else ""


def test_import_is_seen_live_by_those_who_write_meanwhile(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    partner, writer = world.people["partner"], signed_in(world.people["facilitator"])

    async def story() -> None:
        async with serving() as address:
            one, two = await join(address, text_id, writer), await join(address, text_id, writer)
            await one.type("Bonjour ")
            await one.settled()
            importing = asyncio.create_task(asyncio.to_thread(service.import_text, partner, fiche_id, GIVEN))
            for letter in "pendant":
                await two.type(letter)
            await importing
            await two.settled()
            for peer in (one, two):
                await peer.until(lambda peer=peer: "Une idée de plus" in peer.text and "tnadnep" in peer.text)
            assert one.text == two.text
            assert one.text.index("Bonjour") < one.text.index("Le parcours")
            await eventually(lambda: "idée" in projected(partner, text_id))
            await one.leave()
            await two.leave()
        assert stored_text(text_id) == one.text

    asyncio.run(story())
    with reading() as session:
        authors = set(session.scalars(select(TextUpdate.person_id).where(TextUpdate.text_id == text_id)))
    assert authors == {partner.person_id, writer.person_id}


def test_an_import_while_the_store_is_late_waits_for_it_and_is_made_once(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The room refuses everybody while a commit is overdue; who imports is not asked to start again."""
    fiche_id, text_id = make_fiche(world)
    partner, writer = world.people["partner"], signed_in(world.people["facilitator"])
    refused = threading.Event()
    refuse = hand.Hand.refuse
    monkeypatch.setattr(hand.Hand, "refuse", lambda self, code: (refuse(self, code), refused.set()))

    async def story() -> None:
        async with serving() as address:
            one = await join(address, text_id, writer)
            registry = hub.current()
            assert registry is not None
            registry._set_health(healthy=False)
            importing = asyncio.create_task(asyncio.to_thread(service.import_text, partner, fiche_id, GIVEN))
            assert await asyncio.to_thread(refused.wait, 10)
            registry._set_health(healthy=True)
            await importing
            await one.until(lambda: one.text.count("Une idée de plus") == 1)
            await one.leave()
        assert stored_text(text_id) == one.text

    asyncio.run(story())


def test_import_into_an_open_locked_text_says_so_and_changes_nothing(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    writer = signed_in(world.people["facilitator"])

    async def story() -> None:
        async with serving() as address:
            one = await join(address, text_id, writer)
            await asyncio.to_thread(livetext.lock_text, world.people["facilitator"], text_id)
            with pytest.raises(RuleBroken) as refused:
                await asyncio.to_thread(service.import_text, world.people["partner"], fiche_id, GIVEN)
            assert refused.value.code == "error-livetext-locked"
            assert one.text == ""
            await one.leave()

    asyncio.run(story())
    assert stored_text(text_id) == ""


def test_the_empty_paragraph_that_an_editor_leaves_stays_last(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    partner = world.people["partner"]
    hand.edit(partner, text_id, lambda doc: add_blocks(doc, "level1", [Block("paragraph")]))
    service.import_text(partner, fiche_id, GIVEN)
    kinds = [(block.kind, bool(block.runs)) for block in livetext.text_content(partner, text_id)["level1"].blocks]
    assert kinds == [("heading", True), ("paragraph", True), ("paragraph", False)]


def test_blocks_that_the_room_would_refuse_are_refused(world: World) -> None:
    _fiche_id, text_id = make_fiche(world)
    partner = world.people["partner"]
    with pytest.raises(RuleBroken) as refused:
        hand.edit(partner, text_id, lambda doc: add_blocks(doc, "level1", [Block("script", runs=(Run("x"),))]))
    assert refused.value.code == "error-livetext-unreadable"


def test_what_an_editor_of_somebody_s_own_stored_still_leaves_as_a_file(world: World) -> None:
    fiche_id, text_id = make_fiche(world)
    partner = world.people["partner"]
    odd = [
        Block("heading", {"level": "x"}, runs=(Run("titre"),)),
        Block("orderedList", {"start": "abc"}, children=(Block("listItem", children=(Block("paragraph"),)),)),
        Block(
            "orderedList",
            {"start": -4},
            children=(Block("listItem", children=(Block("heading", runs=(Run("un"),)),)),),
        ),
        Block("keyFigure", children=(Block("paragraph", runs=(Run("seul"),)),)),
        Block("table", children=(Block("tableRow"), Block("paragraph", runs=(Run("cellule"),)))),
        Block("callout", {"tone": 7}, children=(Block("figure", {"picture": "pas-un-uuid", "src": "/x", "alt": 3}),)),
    ]
    hand.edit(partner, text_id, lambda doc: add_blocks(doc, "level1", odd))
    for target in Target:
        made = service.export_fiches(partner, target, fiche_id)
        assert made.data
    said = service.export_fiches(partner, Target.MARKDOWN, fiche_id).data.decode()
    assert all(word in said for word in ("titre", "un", "seul", "cellule"))
