"""Reads of pictures."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from db.models import Picture
from workspace.fiches.words import PictureFile

_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


def find_picture(session: Session, picture_id: UUID) -> tuple[UUID, PictureFile] | None:
    """(the group of a picture, the picture), or None."""
    row = session.get(Picture, picture_id)
    if row is None:
        return None
    return row.group_id, PictureFile(
        picture_id=row.id,
        media_type=row.media_type,
        suffix=_SUFFIXES[row.media_type],
        sha256=row.sha256,
        width=row.width,
        height=row.height,
    )
