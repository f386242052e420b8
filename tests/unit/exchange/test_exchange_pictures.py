"""Pictures of documents: taken with their words, looked at like uploads, and named when they stay outside."""

from __future__ import annotations

import base64
import io
import zipfile
from collections import Counter

import pytest
from PIL import Image

from tests.samples import box_old, docx, odt, paragraph, photograph, picture, run, table
from workspace.exchange import pictures, rules
from workspace.exchange.package import Package
from workspace.exchange.readers import finds
from workspace.exchange.reading import read
from workspace.exchange.words import NoteKind, Reading, Upload
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block


def docx_with(data: bytes, alt: str = "La façade") -> Upload:
    return Upload(name="x.docx", data=docx(paragraph(run("Avant.") + picture(alt, "rId4")), {"rId4": data}))


def figures(reading: Reading) -> list[Block]:
    def inside(blocks: tuple[Block, ...]) -> list[Block]:
        return [one for block in blocks for one in ([block] if block.kind == "figure" else inside(block.children))]

    return inside(reading.blocks)


def noted(reading: Reading) -> Counter[NoteKind]:
    return Counter(note.kind for note in reading.notes)


def page(source: str, alt: str = "Un plan") -> Upload:
    return Upload(name="x.html", data=f'<p>avant <img src="{source}" alt="{alt}"> après</p>'.encode())


def data_address(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def test_a_picture_comes_in_with_the_document_s_words_for_it() -> None:
    reading, made = pictures.look_at(read(docx_with(photograph(width=900))))
    (figure,) = figures(reading)
    assert figure.attrs["alt"] == "La façade"
    one = made[figure.attrs["picture"]]
    assert (one.width, one.height, one.media_type) == (900, 600, "image/png")
    assert not reading.notes


def test_where_it_may_not_stand_it_comes_right_after() -> None:
    body = (
        paragraph("un", listed=(2, 0))
        + paragraph(picture("Étape", "rId4"), listed=(2, 0))
        + paragraph("deux", listed=(2, 0))
        + table(("a", picture("Plan", "rId4")))
    )
    reading = read(Upload(name="x.docx", data=docx(body, {"rId4": photograph()})))
    assert [block.kind for block in reading.blocks] == ["orderedList", "figure", "table", "figure"]
    assert len(reading.blocks[0].children) == 2
    assert noted(reading) == {NoteKind.IMAGE_MOVED: 2}
    assert all(note.is_taken for note in reading.notes)


def test_in_a_text_box_it_comes_with_it_or_is_named_with_it() -> None:
    box = box_old(run("Encadré") + picture("Une carte", "rId4"))
    data = docx(paragraph(run("Ancre.") + box), {"rId4": photograph()})
    reading = read(Upload(name="x.docx", data=data))
    assert [child.kind for child in reading.blocks[1].children] == ["paragraph", "figure"]
    left = read(Upload(name="x.docx", data=data, boxes=False))
    assert not figures(left)
    assert [note.text for note in left.notes if note.kind is NoteKind.IMAGE] == ["Une carte"]


def test_libreoffice_gives_its_pixels_and_never_its_drawing() -> None:
    body = (
        '<text:p><draw:frame><draw:image xlink:href="Pictures/a.svg"/><draw:image xlink:href="./Pictures/a.png"/>'
        "<svg:desc>Le jardin</svg:desc></draw:frame></text:p>"
    )
    data = odt(body, media={"Pictures/a.svg": b"<svg/>", "Pictures/a.png": photograph()})
    reading, made = pictures.look_at(read(Upload(name="x.odt", data=data)))
    assert [block.kind for block in reading.blocks] == ["figure"]
    assert made[str(reading.blocks[0].attrs["picture"])].width == 900


@pytest.mark.parametrize("name", ["x.html", "x.md"])
def test_pages_and_markdown_bring_the_pictures_they_hold(name: str) -> None:
    address = data_address(photograph())
    text = (
        f"![Un plan]({address})"
        if name == "x.md"
        else f"<p>a<picture><img src='{address}' alt='Un plan'></picture></p>"
    )
    reading, made = pictures.look_at(read(Upload(name=name, data=text.encode())))
    assert [one.attrs["alt"] for one in figures(reading)] == ["Un plan"]
    assert len(made) == 1


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("https://ailleurs.example/suivi.png", NoteKind.IMAGE_REMOTE),
        ("//ailleurs.example/suivi.png", NoteKind.IMAGE_REMOTE),
        ("images/plan.png", NoteKind.IMAGE_REMOTE),
        ("file:///etc/passwd", NoteKind.IMAGE_REMOTE),
        ("data:image/png;base64,@@@", NoteKind.IMAGE_BROKEN),
        ("data:text/html;base64,PHA+", NoteKind.IMAGE_KIND),
        (data_address(b"<svg onload='alert(1)'/>", "svg+xml"), NoteKind.IMAGE_KIND),
        (data_address(photograph()[:400]), NoteKind.IMAGE_BROKEN),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_come_in_is_named_with_its_words(
    source: str, kind: NoteKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    def nobody(*_: object, **__: object) -> None:
        raise AssertionError("an import asked the network for something")

    monkeypatch.setattr(socket, "create_connection", nobody)
    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    reading, made = pictures.look_at(read(page(source)))
    assert not made
    assert not figures(reading)
    assert noted(reading) == {kind: 1}
    assert reading.notes[0].text.startswith("Un plan")
    assert "".join(run.text for run in reading.blocks[0].runs).split() == ["avant", "après"]


def huge() -> bytes:
    """Ninety megapixels in a file of a few kilobytes: decoded, 270 MB."""
    out = io.BytesIO()
    Image.new("1", (9500, 9500)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (huge(), NoteKind.IMAGE_LARGE),
        (b"GIF89a" + b"\x00" * 40, NoteKind.IMAGE_KIND),
        (b"\x01\x00\x00\x00 EMF", NoteKind.IMAGE_KIND),
        (b"MZ\x90\x00" + b"\x00" * 60, NoteKind.IMAGE_KIND),
        (photograph(width=300)[:120], NoteKind.IMAGE_BROKEN),
        (b"", NoteKind.IMAGE_KIND),
    ],
    ids=["huge", "gif", "emf", "program", "cut", "empty"],
)
def test_a_picture_that_may_not_be_read_leaves_the_words_alone(data: bytes, kind: NoteKind) -> None:
    reading, made = pictures.look_at(read(docx_with(data)))
    assert not made
    assert [(note.kind, note.text) for note in reading.notes] == [(kind, "La façade")]
    assert [block.kind for block in reading.blocks] == ["paragraph"]


def test_a_swollen_archive_is_refused_whole_and_a_lying_part_is_named() -> None:
    with pytest.raises(RuleBroken) as refused:
        read(docx_with(b"\x89PNG\r\n\x1a\n" + b"\x00" * (60 << 20)))
    assert refused.value.code == "error-import-bomb"
    out, whole = io.BytesIO(), photograph(width=64)
    with zipfile.ZipFile(io.BytesIO(docx_with(whole).data)) as known, zipfile.ZipFile(out, "w") as stored:
        for name in known.namelist():
            stored.writestr(name, known.read(name))
    broken = out.getvalue().replace(whole[40:60], b"\x00" * 20)  # no longer what its checksum says
    reading, _ = pictures.look_at(read(Upload(name="x.docx", data=broken)))
    assert [run.text for run in reading.blocks[0].runs] == ["Avant."]
    assert [(note.kind, note.text) for note in reading.notes] == [(NoteKind.IMAGE_BROKEN, "La façade")]


def test_no_more_than_twenty_and_each_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bytes] = []
    prepare = pictures.prepare
    monkeypatch.setattr(pictures, "prepare", lambda data: looked.append(data) or prepare(data))
    media = {f"rId{100 + n}": photograph(width=30 + n) for n in range(rules.MOST_PICTURES + 2)}
    body = "".join(paragraph(picture(f"Vue {name}", name)) for name in media) + paragraph(picture("Encore", "rId100"))
    reading, made = pictures.look_at(read(Upload(name="x.docx", data=docx(body, media))))
    assert len(looked) == rules.MOST_PICTURES
    assert noted(reading) == {NoteKind.IMAGE_MANY: 2}
    assert figures(reading)[-1].attrs["alt"] == "Encore"
    assert len(made) == rules.MOST_PICTURES + 1


def test_one_part_shown_two_thousand_times_is_unpacked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked: list[str] = []
    part = Package.part
    monkeypatch.setattr(Package, "part", lambda self, name: unpacked.append(name) or part(self, name))
    given = Upload(name="x.docx", data=docx(paragraph(picture("", "rId4") * 2000), {"rId4": photograph()}))
    reading, made = pictures.look_at(read(given))
    assert unpacked.count("word/media/rId4.png") == 1
    assert len(made) == finds.MOST_FIGURES
    assert len({id(one.data) for one in made.values()}) == 1
    assert noted(reading) == {NoteKind.IMAGE_MANY: 2000 - finds.MOST_FIGURES}


def test_metadata_stay_outside_and_a_glimpse_is_small() -> None:
    exif = Image.Exif()
    exif[0x010E] = "chez moi"
    out = io.BytesIO()
    Image.new("RGB", (2400, 1600), "navy").save(out, "JPEG", exif=exif)
    reading, made = pictures.look_at(read(docx_with(out.getvalue())))
    (prepared,) = made.values()
    assert b"chez moi" not in prepared.data
    seen = pictures.glimpse(reading.pictures[0], prepared)
    with Image.open(io.BytesIO(seen.small)) as small:
        assert max(small.size) == pictures.GLIMPSE


def test_every_picture_that_comes_in_has_its_text() -> None:
    reading = read(docx_with(photograph(), alt=""))
    name = reading.pictures[0].name
    for alts in ({}, {name: "  "}):
        with pytest.raises(RuleBroken) as refused:
            rules.alternative_texts(reading.pictures, Upload(name="x", data=b"x", alts=alts))
        assert (refused.value.code, refused.value.values["count"]) == ("error-import-alt", 1)
    with pytest.raises(RuleBroken):
        rules.alternative_texts(reading.pictures, Upload(name="x", data=b"x", alts={name: "a" * 1001}))
    said = rules.alternative_texts(reading.pictures, Upload(name="x", data=b"x", alts={name: " Une  façade "}))
    assert said == {name: "Une façade"}
    left = Upload(name="x", data=b"x", without=frozenset({name}))
    assert rules.alternative_texts(reading.pictures, left) == {}
