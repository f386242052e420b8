"""Pictures: what comes in is decoded, turned upright, cut down and encoded again; nothing else is ever stored.

Files lie in the pictures folder as `<id>.<suffix>`; the row is written only once the file is safe on disk, so
a row without a file cannot be; a file without a row (a crash between the two) is only lost space.
The same picture sent twice into a group is kept once.
"""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path
from uuid import UUID, uuid4

from PIL import ExifTags, Image, ImageOps

from db.journal import record
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.fiches import album, printing, rules, store
from workspace.fiches.album_words import Album, PictureDraft
from workspace.fiches.words import FichesOperation as Op
from workspace.fiches.words import PictureFile, PreparedPicture
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.rights import Target, allowed, require
from workspace.kernel.settings import settings

LONGEST_SIDE = 4000
MOST_PIXELS = 50_000_000
SUFFIXES = {"PNG": "png", "JPEG": "jpg", "WEBP": "webp"}
WIDTHS = (320, 640, 1280)

# First bytes of the three kinds we take. Pillow decides in the end; this refuses the rest before it sees it.
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_RIFF, _WEBP = b"RIFF", b"WEBP"


def sniffed(data: bytes) -> str | None:
    """The format that the first bytes announce: PNG, JPEG, WEBP, or None for anything else."""
    if data.startswith(_PNG):
        return "PNG"
    if data.startswith(_JPEG):
        return "JPEG"
    if data[:4] == _RIFF and data[8:12] == _WEBP:
        return "WEBP"
    return None


def prepare(data: bytes) -> PreparedPicture:
    """Decode the whole image and encode it again without metadata, upright, at most 4000 pixels a side.

    Raises RuleBroken `error-picture-kind`, `error-picture-broken`, `error-picture-pixels`.
    """
    name = sniffed(data)
    if name is None:
        raise RuleBroken("error-picture-kind")
    try:
        picture = _decoded(data, name)
    except RuleBroken:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise RuleBroken("error-picture-pixels", maximum=MOST_PIXELS // 1_000_000) from None
    except Exception:  # noqa: BLE001 a decoder may raise anything on hostile bytes
        raise RuleBroken("error-picture-broken") from None
    encoded = _encoded(picture, name)
    return PreparedPicture(
        data=encoded,
        media_type=f"image/{name.lower()}",
        suffix=SUFFIXES[name],
        width=picture.width,
        height=picture.height,
        sha256=hashlib.sha256(encoded).hexdigest(),
    )


def _decoded(data: bytes, name: str) -> Image.Image:
    """The pixels as they should be seen, in a plain mode, in a new image that carries nothing else along."""
    with Image.open(io.BytesIO(data), formats=(name,)) as opened:
        # The announced size, before one pixel is decoded; Pillow's own limit is looser and mostly a warning.
        if opened.width * opened.height > MOST_PIXELS:
            raise RuleBroken("error-picture-pixels", maximum=MOST_PIXELS // 1_000_000)
        opened.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
        profile, mode = opened.info.get("icc_profile"), opened.mode
        if mode in {"RGBA", "LA", "PA"} or "transparency" in opened.info:
            plain = opened.convert("RGBA")
        elif mode in {"L", "RGB", "CMYK"}:  # CMYK: the printer's own colours; browsers show them
            plain = opened.copy()
        else:
            plain = opened.convert("L" if mode == "1" else "RGB")
        orientation = opened.getexif().get(ExifTags.Base.Orientation, 1)
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    plain.getexif()[ExifTags.Base.Orientation] = orientation
    plain = ImageOps.exif_transpose(plain)
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    if profile and plain.mode == mode:
        # Not about the person: without it a wide-gamut photograph loses its colours in print.
        bare.info["icc_profile"] = profile
    return bare


def _encoded(picture: Image.Image, name: str) -> bytes:
    out = io.BytesIO()
    profile = picture.info.get("icc_profile")
    if name == "PNG":
        picture.save(out, "PNG", optimize=False, icc_profile=profile)
    elif name == "JPEG":
        picture.save(out, "JPEG", quality=90, progressive=True, icc_profile=profile)
    else:
        picture.save(out, "WEBP", quality=90, method=4, icc_profile=profile)
    return out.getvalue()


def write_safely(path: Path, data: bytes) -> None:
    """A file that is whole or absent, even across a power cut: write, fsync, rename, fsync the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        with partial.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def add_picture(actor: Actor, group_id: UUID, data: bytes) -> tuple[UUID, PreparedPicture]:
    """Look at a picture and take it into the actor's group, or find it there. Raises as `prepare`, and NotFound."""
    require(rules.POLICIES[Op.ADD_PICTURE], actor, Target(group_id=group_id))
    prepared = prepare(data)
    return keep_picture(actor, group_id, prepared), prepared


def keep_picture(actor: Actor, group_id: UUID, prepared: PreparedPicture) -> UUID:
    """Keep what `prepare` made, or find the same there. The file is safe on disk before its row exists."""
    require(rules.POLICIES[Op.ADD_PICTURE], actor, Target(group_id=group_id))
    picture_id = uuid4()
    path = settings().picture_dir / f"{picture_id}.{prepared.suffix}"
    write_safely(path, prepared.data)
    with unit_of_work() as session:
        # Two people may send the same photograph at once: the second waits here and finds the first one's.
        hold_group(session, group_id)
        there = album.find_same(session, group_id, prepared.sha256)
        if there is None:
            store.add_picture(session, picture_id, group_id=group_id, prepared=prepared, created_by=actor.person_id)
            record(session, actor, Op.ADD_PICTURE, kind="picture", object_id=picture_id, bytes=len(prepared.data))
    if there is not None:
        path.unlink(missing_ok=True)
    return there or picture_id


def view_album(actor: Actor) -> Album:
    """The group's pictures, where each is used and how large it prints."""
    require(rules.POLICIES[Op.VIEW_ALBUM], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return album.get_album(session, actor)


def describe_picture(actor: Actor, picture_id: UUID, draft: PictureDraft) -> None:
    """Say whose a picture is and why it may be published. Raises NotFound, StaleEdit, and `clean_picture`'s."""
    require(rules.POLICIES[Op.DESCRIBE_PICTURE], actor, Target(group_id=actor.group_id))
    cleaned = printing.clean_picture(draft)
    with unit_of_work() as session:
        row = album.own_picture(session, actor, picture_id)
        if row.version != cleaned.version:
            raise StaleEdit
        row.credit, row.licence, row.source = cleaned.credit, cleaned.licence.value, cleaned.source
        row.version += 1
        record(session, actor, Op.DESCRIBE_PICTURE, kind="picture", object_id=row.id, licence=cleaned.licence.value)


def view_picture(actor: Actor, picture_id: UUID) -> PictureFile:
    """A picture that the actor may see. Raises NotFound for every other, so that an id reveals nothing."""
    with reading() as session:
        found = album.find_picture(session, picture_id)
    if found is None:
        raise NotFound
    group_id, picture = found
    if not allowed(rules.POLICIES[Op.VIEW_PICTURE], actor, Target(group_id=group_id)):
        raise NotFound
    return picture


def picture_path(picture: PictureFile, width: int | None = None) -> Path:
    """The file to send: the picture itself, or a copy cut down to one of WIDTHS, made once and kept.

    A width that would enlarge gives the picture itself. Raises NotFound when the file is gone.
    """
    folder = settings().picture_dir
    whole = folder / f"{picture.picture_id}.{picture.suffix}"
    if width is None or width >= picture.width:
        if not whole.is_file():
            raise NotFound
        return whole
    small = folder / "widths" / f"{picture.picture_id}-{width}.{picture.suffix}"
    if small.is_file():
        return small
    try:
        with Image.open(whole) as opened:
            name = str(opened.format)
            opened.thumbnail((width, LONGEST_SIDE), Image.Resampling.LANCZOS)
            write_safely(small, _encoded(opened, name))
    except FileNotFoundError:
        raise NotFound from None
    return small


def print_path(picture: PictureFile, millimetres: int) -> tuple[Path, str]:
    """(the file for one of PRINT_WIDTHS, its media type): 300 points an inch at that width, made once and kept.

    Never enlarged: a picture too small keeps its pixels. WebP becomes PNG, which printers read. Raises NotFound.
    """
    folder = settings().picture_dir
    is_jpeg = picture.media_type == "image/jpeg"
    name, suffix, media_type = ("JPEG", "jpg", "image/jpeg") if is_jpeg else ("PNG", "png", "image/png")
    made = folder / "print" / f"{picture.picture_id}-{millimetres}.{suffix}"
    if made.is_file():
        return made, media_type
    pixels = printing.pixels_for(millimetres)
    try:
        with Image.open(folder / f"{picture.picture_id}.{picture.suffix}") as opened:
            profile = opened.info.get("icc_profile")
            if opened.width > pixels:
                opened.thumbnail((pixels, LONGEST_SIDE), Image.Resampling.LANCZOS)
            density = round(opened.width * printing.MM_PER_INCH / millimetres)
            out = io.BytesIO()
            quality = {"quality": 95, "subsampling": 0} if is_jpeg else {}
            opened.save(out, name, icc_profile=profile, dpi=(density, density), **quality)
    except FileNotFoundError:
        raise NotFound from None
    write_safely(made, out.getvalue())
    return made, media_type
