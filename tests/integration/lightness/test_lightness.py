"""Lightness on a real store: the group's targets, what a measure reads, and the text that is open now."""

from __future__ import annotations

import asyncio
import dataclasses
import io
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from pycrdt import XmlElement, XmlFragment, XmlText
from sqlalchemy import select

from db.models import Fiche, JournalEntry
from db.session import reading, unit_of_work
from tests.integration.fiches.world import World
from workspace.fiches import pictures
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheDraft, Lightness
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.lightness import routes, service
from workspace.lightness.words import Bounds, Targets, Zone
from workspace.livetext import hub, store
from workspace.livetext.words import Block, Run
from workspace.publishing import typesetter
from workspace.publishing.words import Paper, Side, TypesetterBusy

TIGHT = dataclasses.replace(Targets(), recto=Bounds(10, 12), paper=Paper.A5)


def paragraph(text: str) -> Block:
    return Block("paragraph", runs=(Run(text),))


def figure_of(picture_id: UUID) -> Block:
    return Block("figure", {"src": f"/pictures/{picture_id}", "alt": "x", "width": 60, "height": 40})


def written(who: Actor, level1: list[Block], level2: list[Block] | None = None) -> UUID:
    """A fiche with words, as the projection keeps them."""
    fiche_id = fiches.create_fiche(who, FicheDraft(title="Deux mots", accroche="Trois mots ici"))
    with unit_of_work() as session:
        text_id = session.get_one(Fiche, fiche_id).text_id
        store.seed_text(session, text_id, who.person_id, {"level1": level1, "level2": level2 or []})
    return fiche_id


def zones(who: Actor, fiche_id: UUID) -> dict[Zone, int]:
    return {one.zone: one.words for one in service.measure_fiche(who, fiche_id).zones}


def test_group_follows_the_defaults_until_it_saves_its_own(world: World) -> None:
    chief, partner = world.people["facilitator"], world.people["partner"]
    view = service.view_targets(partner)
    assert (view.targets, view.version, view.may_change) == (Targets(), 0, False)
    service.change_targets(chief, TIGHT, 0)
    view = service.view_targets(chief)
    assert (view.targets, view.version, view.may_change) == (TIGHT, 1, True)
    assert service.view_targets(world.people["stranger"]).targets == Targets()
    with reading() as session:
        line = session.scalars(select(JournalEntry).where(JournalEntry.operation == "change_targets")).one()
    assert (line.group_id, line.details) == (world.group_id, {"recto": 10, "verso": 250})


def test_targets_saved_over_somebody_else_s_are_refused(world: World) -> None:
    chief = world.people["facilitator"]
    service.change_targets(chief, TIGHT, 0)
    with pytest.raises(StaleEdit):
        service.change_targets(chief, Targets(), 0)
    service.change_targets(chief, Targets(), 1)
    assert service.view_targets(chief).targets == Targets()


def test_refused_targets_write_nothing(world: World) -> None:
    with pytest.raises(RuleBroken):
        service.change_targets(world.people["facilitator"], dataclasses.replace(Targets(), title=Bounds(9, 3)), 0)
    with pytest.raises(NotAllowed):
        service.change_targets(world.people["partner"], TIGHT, 0)
    assert service.view_targets(world.people["partner"]).version == 0


def test_board_and_fiche_follow_the_group_s_targets(world: World) -> None:
    who = world.people["partner"]
    fiche_id = written(who, [paragraph("un deux trois quatre cinq six sept")])
    stamp = fiches.board_stamp(who)
    assert fiches.view_board(who).cards[0].lightness is Lightness.LIGHT
    service.change_targets(world.people["facilitator"], dataclasses.replace(TIGHT, recto=Bounds(11, 20)), 0)
    assert fiches.board_stamp(who) != stamp
    assert fiches.view_board(who).cards[0].lightness is Lightness.FAIR
    assert fiches.view_fiche(who, fiche_id).lightness is Lightness.FAIR


def test_measure_agrees_with_the_board(world: World) -> None:
    who = world.people["partner"]
    blocks = [
        paragraph("L’atelier commence à neuf heures."),
        Block("figure", {"alt": "une photographie", "credit": "A. B."}),
    ]
    fiche_id = written(who, blocks, [paragraph("Deux phrases. En voici une.")])
    card = fiches.view_board(who).cards[0]
    assert zones(who, fiche_id) == {Zone.TITLE: 2, Zone.ACCROCHE: 3, Zone.RECTO: 12, Zone.VERSO: 5}
    assert (card.words_recto, card.words_verso) == (12, 5)


def test_measure_of_a_fiche_without_a_word(world: World) -> None:
    who = world.people["partner"]
    fiche_id = fiches.create_fiche(who, FicheDraft(title="Vide"))
    measure = service.measure_fiche(who, fiche_id)
    assert zones(who, fiche_id) == {Zone.TITLE: 1, Zone.ACCROCHE: 0, Zone.RECTO: 1, Zone.VERSO: 0}
    assert measure.fits is not None
    assert all(one.fits for one in measure.fits)
    assert not measure.is_live


def test_what_does_not_fit_is_said_in_lines_and_in_both_languages(world: World) -> None:
    who = world.people["partner"]
    fiche_id = written(who, [paragraph("Court.")], [paragraph("Des mots qui remplissent la page. " * 12)] * 30)
    measure = service.measure_fiche(who, fiche_id)
    assert measure.fits is not None
    recto, verso = measure.fits
    assert (recto.side, recto.fits, verso.side, verso.fits) == (Side.RECTO, True, Side.VERSO, False)
    for language, beginning in (
        ("fr", f"Dépasse la feuille de {verso.over_lines} lignes ("),
        ("en", f"{verso.over_lines} lines too many"),
    ):
        told = {one["zone"]: one for one in routes.tell(measure, language)["zones"]}
        assert told["verso"]["sheet"].startswith(beginning)
        assert told["verso"]["weight"] == "heavy"


def test_measure_says_its_words_in_plain_french(world: World) -> None:
    who = world.people["partner"]
    long = "Une phrase " + "vraiment " * 20 + "longue."
    fiche_id = written(who, [paragraph(f"{long} Une courte.")])
    told = {one["zone"]: one for one in routes.tell(service.measure_fiche(who, fiche_id), "fr")["zones"]}
    assert told["title"]["said"] == "2 mots sur 7 conseillés"
    assert told["recto"]["notes"][0] == "Phrase la plus longue\u00a0: 23 mots, pour 20 conseillés."
    assert told["recto"]["quote"].startswith("Une phrase vraiment")
    assert told["recto"]["quote"].endswith("…")
    assert told["accroche"]["quote"] == ""


def test_sheet_is_left_out_when_the_typesetter_fails(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise TypesetterBusy

    monkeypatch.setattr(typesetter, "_ask", busy)
    who = world.people["partner"]
    fiche_id = written(who, [paragraph("Des mots.")])
    measure = service.measure_fiche(who, fiche_id)
    assert measure.fits is None
    assert routes.tell(measure, "fr")["zones"][2]["sheet"] == "La feuille n’a pas pu être mesurée"
    preview = service.preview_fiche(who, fiche_id, more="Suite")
    assert (preview.sides, preview.fits) == ((), None)
    assert "Des mots." in preview.phone


def test_preview_shows_sides_pictures_and_phone(world: World) -> None:
    who = world.people["partner"]
    out = io.BytesIO()
    Image.new("RGB", (600, 400), (0, 0, 255)).save(out, "PNG")
    picture_id, _ = pictures.add_picture(who, world.group_id, out.getvalue())
    figure = Block("figure", {"src": f"/pictures/{picture_id}", "alt": "Un carré bleu", "width": 600, "height": 400})
    fiche_id = written(who, [figure], [paragraph("Pour aller <b>plus</b> loin.")])
    preview = service.preview_fiche(who, fiche_id, more="Approfondissement")
    recto, verso = (Image.open(io.BytesIO(side)).convert("RGB") for side in preview.sides)
    assert recto.size == verso.size == (909, 1286)
    assert (0, 0, 255) in {color for _, color in recto.getcolors(10**6) or []}
    assert f'src="/pictures/{picture_id}?w=640" alt="Un carré bleu"' in preview.phone
    assert "Pour aller &lt;b&gt;plus&lt;/b&gt; loin." in preview.phone
    assert preview.fits is not None
    assert preview.fits[0].visual_share > 0.3


def test_picture_of_another_group_is_not_on_the_sheet(world: World) -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (0, 0, 255)).save(out, "PNG")
    picture_id, _ = pictures.add_picture(world.people["stranger"], world.other_group_id, out.getvalue())
    who = world.people["partner"]
    fiche_id = written(who, [figure_of(picture_id)])
    recto = Image.open(io.BytesIO(service.preview_fiche(who, fiche_id, more="+").sides[0])).convert("RGB")
    assert (0, 0, 255) not in {color for _, color in recto.getcolors(10**6) or []}


def test_picture_whose_file_is_gone_leaves_the_sheet_whole(world: World, tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "PNG")
    who = world.people["partner"]
    picture_id, _ = pictures.add_picture(who, world.group_id, out.getvalue())
    for file in (tmp_path / "pictures").glob("*.png"):
        file.unlink()
    fiche_id = written(who, [figure_of(picture_id)])
    assert len(service.preview_fiche(who, fiche_id, more="+").sides) == 2


def test_fiche_of_another_group_is_not_found(world: World) -> None:
    for act in (service.measure_fiche, lambda actor, one: service.preview_fiche(actor, one, more="+")):
        with pytest.raises(NotFound):
            act(world.people["facilitator"], world.other_fiche)


def test_open_text_is_measured_as_it_is_typed(world: World) -> None:
    """The words that somebody is typing count before they are projected, and from a thread of a page."""
    who = world.people["partner"]
    fiche_id = written(who, [paragraph("Trois petits mots")])
    with reading() as session:
        text_id = session.get_one(Fiche, fiche_id).text_id

    async def run() -> tuple[bool, dict[Zone, int]]:
        registry = await hub.start()
        try:
            room = await registry.enter(text_id)
            fragment = room.doc.get("level1", type=XmlFragment)
            fragment.children.append(XmlElement("paragraph", {}, [XmlText("et deux encore")]))
            measure = await asyncio.to_thread(service.measure_fiche, who, fiche_id)
            return measure.is_live, {one.zone: one.words for one in measure.zones}
        finally:
            await hub.drain()

    is_live, words = asyncio.run(run())
    assert is_live
    assert words[Zone.RECTO] == 2 + 3 + 3 + 3
