"""The pictures of an export, as word processors and typesetters read them: PNG or JPEG, as wide as print asks."""

from __future__ import annotations

import io
from collections.abc import Iterable
from uuid import UUID

from PIL import Image
from sqlalchemy.orm import Session

from workspace.fiches import album
from workspace.fiches.pictures import picture_path
from workspace.kernel.errors import NotFound

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
