"""Pictures over HTTP: what is taken, what is refused, who may see."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PIL import Image
from sqlalchemy import func, select

from db.models import JournalEntry, Picture
from db.session import reading
from tests.integration.browser import Browser, open_session, signed
from tests.integration.fiches.world import World
from workspace.fiches import pictures
from workspace.fiches.routes import routes
from workspace.kernel.errors import RuleBroken
from workspace.kernel.settings import settings


@pytest.fixture
def client() -> Browser:
    return Browser(routes())


def image(kind: str = "PNG", size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "red").save(out, kind, **options)
    return out.getvalue()


def png_bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that announces `side` x `side` pixels."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 2_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def send(
    client: Browser, world: World, data: bytes | AsyncIterator[bytes], name: str = "partner", **changes: str | None
):
    headers = signed(world.people[name]) | {"x-chemise": "1"}
    for key, value in changes.items():
        headers.pop(key.replace("_", "-"), None)
        if value is not None:
            headers[key.replace("_", "-")] = value
    return client.post(f"/pictures?group={world.group_id}", content=data, headers=headers)


def count_pictures() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(Picture)) or 0


def stored_files() -> list[Path]:
    return sorted(path for path in settings().picture_dir.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")]
)
def test_picture_comes_back_exactly_typed(world: World, client: Browser, kind: str, media_type: str) -> None:
    answer = send(client, world, image(kind))
    assert answer.status_code == 201
    made = answer.json()
    assert (made["width"], made["height"], made["src"]) == (40, 20, f"/pictures/{made['id']}")
    seen = client.get(made["src"], headers=signed(world.people["observer"]))
    assert seen.status_code == 200
    assert seen.headers["content-type"] == media_type
    assert seen.headers["x-content-type-options"] == "nosniff"
    assert seen.headers["cache-control"] == "private, max-age=86400"
    assert Image.open(io.BytesIO(seen.content)).format == kind
    again = client.get(
        made["src"],
        headers=signed(world.people["observer"]) | {"if-none-match": seen.headers["etag"]},
    )
    assert (again.status_code, again.content) == (304, b"")
    with reading() as session:
        line = session.scalars(select(JournalEntry).where(JournalEntry.operation == "add_picture")).one()
        assert line.object_id == UUID(made["id"])


def test_picture_is_seen_by_its_group_only(sqlite_world: World, client: Browser) -> None:
    made = send(client, sqlite_world, image()).json()
    for session in (str(open_session(sqlite_world.people["stranger"])), str(uuid4()), "not-a-uuid", ""):
        assert client.get(made["src"], headers={"x-chemise-session": session}).status_code == 404
    mine = signed(sqlite_world.people["partner"])
    assert client.get(f"/pictures/{uuid4()}", headers=mine).status_code == 404
    assert client.get("/pictures/../../secret.key", headers=mine).status_code == 404


@pytest.mark.parametrize(
    ("name", "changes", "status"),
    [
        ("observer", {}, 403),
        ("partner", {"x_chemise": None}, 403),
        ("partner", {"x_chemise_session": None}, 403),
        ("partner", {"x_chemise_session": "0"}, 403),
        ("stranger", {}, 404),
    ],
)
def test_picture_from_whoever_may_not_is_refused(
    sqlite_world: World, client: Browser, name: str, changes: dict[str, str | None], status: int
) -> None:
    answer = send(client, sqlite_world, image(), name, **changes)
    assert answer.status_code == status
    assert answer.json()["message"]
    assert count_pictures() == 0
    assert stored_files() == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        image("GIF"),
        image("BMP"),
        b"\x89PNG\r\n\x1a\n" + b"<html><script>alert(1)</script>",
        b"\xff\xd8\xff" + b"junk" * 100,
        b"RIFF\x10\x00\x00\x00WEBPjunk",
        image("PNG", (300, 300))[:200],
        image("JPEG", (300, 300))[:400],
    ],
    ids=["empty", "text", "svg", "gif", "bmp", "png-html", "jpeg-junk", "webp-junk", "png-cut", "jpeg-cut"],
)
def test_what_is_no_picture_is_refused(sqlite_world: World, client: Browser, data: bytes) -> None:
    answer = send(client, sqlite_world, data)
    assert answer.status_code == 400
    assert answer.json()["message"]
    assert (count_pictures(), stored_files()) == (0, [])


def test_twenty_megabytes_are_refused_while_reading(sqlite_world: World, client: Browser) -> None:
    assert send(client, sqlite_world, b"\x89PNG\r\n\x1a\n" + bytes(20 << 20)).status_code == 413

    async def stream() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield bytes(1 << 20)

    answer = send(client, sqlite_world, stream())
    assert answer.status_code == 413
    assert "15" in answer.json()["message"]
    assert stored_files() == []


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_bomb_is_refused_before_it_is_decoded(sqlite_world: World, client: Browser, side: int) -> None:
    bomb = png_bomb(side)
    assert len(bomb) < 10_000
    answer = send(client, sqlite_world, bomb)
    assert answer.status_code == 400
    assert "50" in answer.json()["message"]
    assert stored_files() == []


def test_place_and_camera_are_dropped_and_the_picture_stands_upright(sqlite_world: World, client: Browser) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Camera of Marie"
    exif.get_ifd(0x8825)[2] = (43.0, 17.0, 47.0)
    data = image("JPEG", (60, 20), exif=exif, comment=b"secret comment")
    assert b"Camera of Marie" in data
    made = send(client, sqlite_world, data).json()
    assert (made["width"], made["height"]) == (20, 60)
    (path,) = stored_files()
    kept = path.read_bytes()
    assert b"Camera" not in kept
    assert b"secret" not in kept
    with Image.open(path) as opened:
        assert dict(opened.getexif()) == {}


def test_png_text_and_what_follows_the_image_are_dropped() -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "Marie")
    made = pictures.prepare(image("PNG", pnginfo=info) + b"<script>alert(1)</script>")
    assert b"Marie" not in made.data
    assert b"script" not in made.data


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_png_mode_is_taken(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (10, 10)).save(out, "PNG")
    made = pictures.prepare(out.getvalue())
    assert Image.open(io.BytesIO(made.data)).size == (10, 10)


def test_printers_colours_are_kept_and_giants_are_cut_down() -> None:
    out = io.BytesIO()
    Image.new("CMYK", (5000, 100)).save(out, "JPEG")
    made = pictures.prepare(out.getvalue())
    with Image.open(io.BytesIO(made.data)) as opened:
        assert opened.mode == "CMYK"
        assert opened.size == (4000, 80)


def test_narrow_copy_is_made_once_and_never_enlarges(sqlite_world: World, client: Browser) -> None:
    made = send(client, sqlite_world, image("JPEG", (1000, 500))).json()
    mine = signed(sqlite_world.people["partner"])
    sizes = {}
    for width in ("320", "640", "1280", "641", "x"):
        answer = client.get(f"{made['src']}?w={width}", headers=mine)
        sizes[width] = Image.open(io.BytesIO(answer.content)).size
        sizes[f"{width} tag"] = answer.headers["etag"]
    assert sizes["320"] == (320, 160)
    assert sizes["640"] == (640, 320)
    assert sizes["1280"] == sizes["641"] == sizes["x"] == (1000, 500)
    assert sizes["320 tag"] != sizes["640 tag"]
    assert len(stored_files()) == 3


def test_a_write_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_descriptor: int) -> None:
        raise OSError

    monkeypatch.setattr("os.fsync", broken)
    with pytest.raises(OSError):  # noqa: PT011 any of them
        pictures.write_safely(tmp_path / "pictures" / "a.png", b"x")
    assert list((tmp_path / "pictures").iterdir()) == []


def test_sniffing_alone_never_accepts() -> None:
    with pytest.raises(RuleBroken):
        pictures.prepare(b"\xff\xd8\xff\xe0")
