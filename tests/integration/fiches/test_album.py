"""The album on both stores: kept once, found where it is used, credited, copied for print."""

from __future__ import annotations

import io
import threading
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import func, select

from db.models import Fiche, JournalEntry
from db.session import reading, unit_of_work
from tests.integration.browser import Browser, signed
from tests.integration.fiches.test_pictures import count_pictures, image, stored_files
from tests.integration.fiches.world import World
from workspace.fiches import pictures, service
from workspace.fiches.album_words import Licence, PictureDraft, Sharpness
from workspace.fiches.routes import routes
from workspace.fiches.words import FicheDraft
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.livetext import store as livetext_store
from workspace.livetext.words import Block


def figure(picture_id: UUID, alt: str, credit: str = "") -> Block:
    attrs = {"src": f"/pictures/{picture_id}", "picture": str(picture_id), "alt": alt, "credit": credit}
    return Block(kind="figure", attrs={**attrs, "width": 100, "height": 50}, runs=(), children=())


def write(world: World, title: str, **levels: list[Block]) -> UUID:
    who = world.people["partner"]
    fiche_id = service.create_fiche(who, FicheDraft(title=title))
    with unit_of_work() as session:
        text_id = session.get_one(Fiche, fiche_id).text_id
        livetext_store.seed_text(session, text_id, who.person_id, levels)
    return fiche_id


def test_same_picture_is_kept_once_in_a_group(world: World) -> None:
    who = world.people["partner"]
    first, _ = pictures.add_picture(who, world.group_id, image("JPEG", (300, 200)))
    again, _ = pictures.add_picture(world.people["partner_b"], world.group_id, image("JPEG", (300, 200)))
    other, _ = pictures.add_picture(who, world.group_id, image("JPEG", (300, 201)))
    assert first == again != other
    assert (count_pictures(), len(stored_files())) == (2, 2)
    with reading() as session:
        lines = session.scalar(
            select(func.count()).select_from(JournalEntry).where(JournalEntry.operation == "add_picture")
        )
    assert lines == 2
    away, _ = pictures.add_picture(world.people["stranger"], world.other_group_id, image("JPEG", (300, 200)))
    assert away != first


def test_camera_notes_do_not_make_another_picture(world: World) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Marie"
    who = world.people["partner"]
    bare, _ = pictures.add_picture(who, world.group_id, image("JPEG", (60, 40)))
    noted, _ = pictures.add_picture(who, world.group_id, image("JPEG", (60, 40), exif=exif))
    assert bare == noted


def test_two_people_sending_the_same_photograph_at_once(world: World) -> None:
    found: list[UUID] = []
    data = image("PNG", (400, 300))
    threads = [
        threading.Thread(
            target=lambda: found.append(pictures.add_picture(world.people["partner"], world.group_id, data)[0])
        )
        for _ in range(4)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == 4
    assert len(set(found)) == 1
    assert (count_pictures(), len(stored_files())) == (1, 1)


def test_album_says_where_a_picture_is_and_how_it_prints(world: World) -> None:
    who = world.people["partner"]
    large, _ = pictures.add_picture(who, world.group_id, image("JPEG", (2400, 1200)))
    small, _ = pictures.add_picture(who, world.group_id, image("JPEG", (700, 350)))
    quote = Block(kind="blockquote", attrs={}, runs=(), children=(figure(small, "", "A. B."),))
    fiche_id = write(
        world, "Idée", level1=[figure(large, "Une table ronde"), quote], level2=[figure(small, "Un mur")]
    )
    album = pictures.view_album(world.people["observer"])
    assert not album.may_describe
    by_id = {one.picture_id: one for one in album.pictures}
    (use,) = by_id[large].uses
    assert (use.fiche_id, use.title, use.alt, use.sharpness) == (fiche_id, "Idée", "Une table ronde", Sharpness.SHARP)
    first, second = by_id[small].uses
    assert (first.width_mm, first.ppi, first.sharpness, first.alt, first.credit) == (
        170, 104, Sharpness.COARSE, "", "A. B.",
    )  # fmt: skip
    assert (second.width_mm, second.ppi, second.sharpness) == (82, 216, Sharpness.SOFT)
    assert by_id[small].sharp_mm == 59
    service.archive_fiche(who, fiche_id)
    assert all(one.uses == () for one in pictures.view_album(who).pictures)


def test_credit_and_licence_are_kept_with_the_picture(world: World) -> None:
    who = world.people["partner_b"]
    picture_id, _ = pictures.add_picture(world.people["partner"], world.group_id, image())
    said = PictureDraft(credit="A. B. <b>", licence=Licence.CC_BY, source="https://exemple.fr", version=1)
    pictures.describe_picture(who, picture_id, said)
    (one,) = pictures.view_album(who).pictures
    assert (one.draft.credit, one.draft.licence, one.draft.source, one.draft.version) == (
        "A. B. <b>", Licence.CC_BY, "https://exemple.fr", 2,
    )  # fmt: skip
    with pytest.raises(StaleEdit):
        pictures.describe_picture(who, picture_id, said)
    with pytest.raises(RuleBroken):
        pictures.describe_picture(
            who, picture_id, PictureDraft(credit="", licence=Licence.CC_BY, source="", version=2)
        )
    with pytest.raises(NotAllowed):
        pictures.describe_picture(world.people["observer"], picture_id, said)
    for stranger_asks in (picture_id, uuid4()):
        with pytest.raises(NotFound):
            pictures.describe_picture(world.people["stranger"], stranger_asks, said)
    assert pictures.view_album(world.people["stranger"]).pictures == ()


@pytest.mark.parametrize(
    ("kind", "mode", "printed"),
    [("JPEG", "RGB", "JPEG"), ("JPEG", "CMYK", "JPEG"), ("PNG", "RGBA", "PNG"), ("WEBP", "RGB", "PNG")],
)
def test_print_copy_has_300_points_an_inch(sqlite_world: World, kind: str, mode: str, printed: str) -> None:
    who = sqlite_world.people["partner"]
    picture_id, _ = pictures.add_picture(who, sqlite_world.group_id, image(kind, (3000, 1500), mode))
    mine = signed(who)
    client = Browser(routes())
    for millimetres, pixels in ((82, 969), (170, 2008)):
        answer = client.get(f"/pictures/{picture_id}?print={millimetres}", headers=mine)
        assert answer.headers["content-type"] == f"image/{printed.lower()}"
        with Image.open(io.BytesIO(answer.content)) as opened:
            assert (opened.format, opened.width) == (printed, pixels)
            assert abs(opened.info["dpi"][0] - 300) < 1
    whole = client.get(f"/pictures/{picture_id}?print=83", headers=mine)
    assert Image.open(io.BytesIO(whole.content)).width == 3000
    tags = {client.get(f"/pictures/{picture_id}{end}", headers=mine).headers["etag"] for end in ("", "?print=82")}
    assert len(tags) == 2
    assert client.get(f"/pictures/{picture_id}?print=82").status_code == 404


def test_print_copy_never_enlarges(sqlite_world: World) -> None:
    who = sqlite_world.people["partner"]
    picture_id, _ = pictures.add_picture(who, sqlite_world.group_id, image("JPEG", (500, 250)))
    path, _ = pictures.print_path(pictures.view_picture(who, picture_id), 170)
    with Image.open(path) as opened:
        assert opened.width == 500
        assert opened.info["dpi"][0] == 75
