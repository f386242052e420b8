"""Reads of pictures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Fiche, Person, Picture, TextProjection
from workspace.fiches import printing, queries, rules
from workspace.fiches.album_places import list_places
from workspace.fiches.album_words import Album, AlbumPicture, Licence, PictureDraft, PictureUse
from workspace.fiches.words import FichesOperation, PictureFile
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, allowed
from workspace.livetext.words import Block, block_from_json

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


def find_same(session: Session, group_id: UUID, sha256: str) -> UUID | None:
    """The group's picture that holds exactly the same bytes once cleaned, the oldest when there are several."""
    query = select(Picture.id).where(Picture.group_id == group_id, Picture.sha256 == sha256)
    return session.scalars(query.order_by(Picture.created_at, Picture.id).limit(1)).first()


def own_picture(session: Session, actor: Actor, picture_id: UUID) -> Picture:
    """A picture of the actor's group, kept for this transaction. Raises NotFound."""
    query = select(Picture).where(Picture.id == picture_id, Picture.group_id == actor.group_id)
    row = session.scalar(query.with_for_update())
    if row is None:
        raise NotFound
    return row


def get_album(session: Session, actor: Actor) -> Album:
    """The group's pictures with where each is used now, in the words that people wrote. Six queries."""
    group_id = queries.group_of(actor)
    rows = session.execute(
        select(Picture, Person.name)
        .outerjoin(Person, Person.id == Picture.created_by)
        .where(Picture.group_id == group_id)
        .order_by(Picture.created_at.desc(), Picture.id)
    ).all()
    places = list_places(session, group_id, _shown)
    uses = _uses(session, group_id, {row.id: row.width for row, _ in rows})
    return Album(
        pictures=tuple(
            AlbumPicture(
                picture_id=row.id,
                width=row.width,
                height=row.height,
                byte_count=row.byte_count,
                draft=PictureDraft(
                    credit=row.credit, licence=Licence(row.licence), source=row.source, version=row.version
                ),
                added_at=row.created_at,
                added_by=name or "",
                sharp_mm=printing.sharp_mm(row.width),
                uses=tuple(uses[row.id]),
                places=tuple(places.get(row.id, ())),
            )
            for row, name in rows
        ),
        zone=queries.get_zone(session, group_id),
        may_describe=allowed(
            rules.POLICIES[FichesOperation.DESCRIBE_PICTURE], actor, Target(group_id=actor.group_id)
        ),
    )


def _uses(session: Session, group_id: UUID, widths: Mapping[UUID, int]) -> dict[UUID, list[PictureUse]]:
    """Where each picture stands, in the order of the fiches, recto before verso; archived fiches left out."""
    found: dict[UUID, list[PictureUse]] = defaultdict(list)
    rows = session.execute(
        select(Fiche.id, Fiche.title, TextProjection.fragment, TextProjection.blocks)
        .join(TextProjection, TextProjection.text_id == Fiche.text_id)
        .where(Fiche.group_id == group_id, Fiche.archived_at.is_(None))
        .order_by(*queries.FICHE_ORDER, TextProjection.fragment)
    )
    for fiche_id, title, fragment, blocks in rows:
        for figure in _figures(block_from_json(block) for block in blocks):
            picture_id = _picture_id(figure.attrs)
            if picture_id is None or picture_id not in widths:
                continue
            millimetres = printing.printed_mm(fragment)
            found[picture_id].append(
                PictureUse(
                    fiche_id=fiche_id,
                    title=title,
                    fragment=fragment,
                    alt=str(figure.attrs.get("alt") or ""),
                    credit=str(figure.attrs.get("credit") or ""),
                    width_mm=millimetres,
                    ppi=printing.ppi_at(widths[picture_id], millimetres),
                    sharpness=printing.sharpness(widths[picture_id], millimetres),
                )
            )
    return found


def _figures(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "figure":
            yield block
        yield from _figures(block.children)


def _shown(blocks: Iterable[Block]) -> set[UUID]:
    """The pictures that blocks show."""
    return {one for figure in _figures(blocks) if (one := _picture_id(figure.attrs)) is not None}


def _picture_id(attrs: Mapping[str, Any]) -> UUID | None:
    """The picture that a figure shows; its address says it, whatever else the figure was given."""
    try:
        return UUID(str(attrs.get("src") or "").removeprefix("/pictures/"))
    except ValueError:
        return None
