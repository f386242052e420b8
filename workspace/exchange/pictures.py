"""The pictures of documents: what comes in is looked at like any upload, what leaves is plain PNG or JPEG."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from PIL import Image
from sqlalchemy.orm import Session

from workspace.exchange.rules import MOST_PICTURES
from workspace.exchange.words import Embedded, Glimpse, Note, NoteKind, Reading
from workspace.fiches import album
from workspace.fiches.pictures import picture_path, prepare
from workspace.fiches.words import PreparedPicture
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.settings import settings
from workspace.livetext.words import Block

GLIMPSE = 320
_WHY = {
    "error-picture-kind": NoteKind.IMAGE_KIND,
    "error-picture-broken": NoteKind.IMAGE_BROKEN,
    "error-picture-pixels": NoteKind.IMAGE_LARGE,
}
# A picture of 50 megapixels takes 200 MB while it is decoded: one at a time, whoever imports.
_decoding = threading.Lock()

WIDEST = 2000  # pixels: 300 to the inch on a page's 170 mm


def load_pictures(session: Session, ids: Iterable[UUID]) -> dict[str, tuple[str, bytes]]:
    """Pictures by id, as (media type, bytes). One whose file is gone is left out: its alternative text stays."""
    found: dict[str, tuple[str, bytes]] = {}
    for picture_id in ids:
        known = album.find_picture(session, picture_id)
        if known is None:
            continue
        try:
            path = picture_path(known[1])
            found[str(picture_id)] = _plain(path.read_bytes())
        except (NotFound, OSError):
            continue
    return found


def _plain(data: bytes) -> tuple[str, bytes]:
    with Image.open(io.BytesIO(data)) as opened:
        kept = opened.format in {"PNG", "JPEG"} and opened.mode != "CMYK" and opened.width <= WIDEST
        if kept:
            return f"image/{str(opened.format).lower()}", data
        has_alpha = opened.mode in {"RGBA", "LA", "P"}
        made = opened.convert("RGBA" if has_alpha else "RGB")
    made.thumbnail((WIDEST, WIDEST * 2), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    if has_alpha:
        made.save(out, "PNG")
        return "image/png", out.getvalue()
    made.save(out, "JPEG", quality=90)
    return "image/jpeg", out.getvalue()


def look_at(reading: Reading) -> tuple[Reading, dict[str, PreparedPicture]]:
    """The pictures of a reading as an upload would be kept, by name; those that cannot come in become notes."""
    made: dict[str, PreparedPicture] = {}
    seen: dict[bytes, PreparedPicture | NoteKind] = {}  # the same picture twice is looked at once
    left: dict[str, Note] = {}
    standing = set(_names(reading.blocks))
    for one in reading.pictures:
        if one.name not in standing:
            continue
        if one.data not in seen:
            seen[one.data] = _looked(one) if len(made) < MOST_PICTURES else NoteKind.IMAGE_MANY
        found = seen[one.data]
        if isinstance(found, NoteKind):
            left[one.name] = Note(kind=found, text=one.alt)
        else:
            made[one.name] = found
    return (
        replace(
            reading,
            blocks=place(reading.blocks, dict.fromkeys(left)),
            notes=(*reading.notes, *left.values()),
            pictures=tuple(one for one in reading.pictures if one.name in made),
        ),
        made,
    )


def _looked(one: Embedded) -> PreparedPicture | NoteKind:
    if len(one.data) > settings().picture_bytes:
        return NoteKind.IMAGE_LARGE
    try:
        with _decoding:
            return prepare(one.data)
    except RuleBroken as refused:
        return _WHY[refused.code]


def glimpse(one: Embedded, prepared: PreparedPicture) -> Glimpse:
    """A picture small enough for a page to carry it along."""
    with Image.open(io.BytesIO(prepared.data)) as opened:
        small = opened.convert("RGBA" if opened.mode == "RGBA" else "RGB")
    small.thumbnail((GLIMPSE, GLIMPSE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "WEBP", quality=75)
    return Glimpse(name=one.name, alt=one.alt, width=prepared.width, height=prepared.height, small=out.getvalue())


def _names(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "figure":
            yield str(block.attrs["picture"])
        yield from _names(block.children)


def place(blocks: Iterable[Block], known: Mapping[str, Mapping[str, object] | None]) -> tuple[Block, ...]:
    """The blocks with the attributes of the pictures that are known by name, without those known as None."""
    made: list[Block] = []
    for block in blocks:
        children = place(block.children, known)
        if block.kind != "figure":
            if children or not block.children:
                made.append(replace(block, children=children))
            continue
        attrs = known.get(str(block.attrs["picture"]), block.attrs)
        if attrs is not None:
            made.append(Block("figure", attrs))
    return tuple(made)
