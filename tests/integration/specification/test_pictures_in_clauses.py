"""Pictures in clauses: what is no picture is refused by name; one that stands in a clause is never called unused."""

from __future__ import annotations

import io
from dataclasses import replace
from uuid import UUID

import pytest
from PIL import Image

from db.session import unit_of_work
from tests.integration.decisions.world import draft
from tests.integration.fiches.world import World
from tests.integration.specification.test_specification import written
from workspace.decisions import service as decisions
from workspace.decisions.words import Method, OptionDraft
from workspace.fiches import pictures
from workspace.fiches.album_words import Elsewhere
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, RuleBroken
from workspace.livetext import store as text_store
from workspace.livetext.content import read_content
from workspace.livetext.edits import replace_content
from workspace.livetext.words import Block
from workspace.specification import service


def png(width: int = 60, height: int = 40) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "blue").save(out, "PNG")
    return out.getvalue()


def place(actor: Actor, text_id: UUID, picture_id: UUID) -> None:
    """The picture stands alone in the graphic charter."""
    figure = Block("figure", attrs={"src": f"/pictures/{picture_id}", "alt": "Un logo"})
    replace_content(actor, text_id, {"charter": [figure]})
    with unit_of_work() as session:
        text_store.write_projection(session, text_id, *read_content(session, text_id))


def test_picture_of_a_clause_is_used_there_and_in_the_version_that_keeps_it(world: World) -> None:
    chief, partner = world.people["facilitator"], world.people["partner"]
    picture_id, _ = pictures.add_picture(partner, world.group_id, png())
    other, _ = pictures.add_picture(partner, world.group_id, png(61, 41))
    specification_id = written(world)
    text_id = service.view_specification(chief, specification_id).text_id
    place(partner, text_id, picture_id)
    places = {one.picture_id: one.places for one in pictures.view_album(partner).pictures}
    assert [(one.kind, one.object_id, one.part) for one in places[picture_id]] == [
        (Elsewhere.CLAUSE, specification_id, "charter")
    ]
    assert places[other] == ()
    given = draft(Method.APPROVAL, "Bleu", "Vert")
    shown = (OptionDraft(name="Bleu", pictures=(other,)), OptionDraft(name="Vert"))
    proposal_id = decisions.open_proposal(chief, replace(given, options=shown))
    places = {one.picture_id: one.places for one in pictures.view_album(partner).pictures}
    assert [(one.kind, one.object_id) for one in places[other]] == [(Elsewhere.DECISION, proposal_id)]


BAD = [
    ("error-picture-kind", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    ("error-picture-kind", b"GIF89a" + bytes(40)),
    ("error-picture-kind", b""),
    ("error-picture-broken", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    ("error-picture-broken", png()[:60]),
]


@pytest.mark.parametrize(("code", "data"), BAD, ids=["svg", "gif", "nothing", "no picture in it", "cut"])
def test_what_is_no_picture_does_not_enter_a_clause(sqlite_world: World, code: str, data: bytes) -> None:
    with pytest.raises(RuleBroken, match=f"^{code}$"):
        pictures.add_picture(sqlite_world.people["partner"], sqlite_world.group_id, data)
    assert pictures.view_album(sqlite_world.people["partner"]).pictures == ()


def test_picture_of_too_many_points_is_refused_before_it_is_decoded(sqlite_world: World) -> None:
    out = io.BytesIO()
    Image.new("1", (10_000, 6_000)).save(out, "PNG")
    with pytest.raises(RuleBroken, match=r"^error-picture-pixels$"):
        pictures.add_picture(sqlite_world.people["partner"], sqlite_world.group_id, out.getvalue())


def test_observer_puts_no_picture_in_a_clause(sqlite_world: World) -> None:
    with pytest.raises(NotAllowed):
        pictures.add_picture(sqlite_world.people["observer"], sqlite_world.group_id, png())
