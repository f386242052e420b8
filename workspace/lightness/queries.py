"""Reads of lightness: a group's targets, and all that a measure needs of a fiche."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Etape, Fiche, FicheEtape, FicheStructure, FicheTargets, Structure
from workspace.fiches import album
from workspace.fiches.words import PictureFile
from workspace.kernel.actor import Actor
from workspace.lightness.rules import DEFAULTS
from workspace.lightness.words import Bounds, Targets
from workspace.livetext import queries as livetext
from workspace.livetext.words import Block
from workspace.publishing.rules import pictures_in


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheWords:
    """All that a measure needs. `marks`: the names at the foot of the sheet; `is_live`: read from the open text."""

    title: str
    accroche: str
    content: dict[str, tuple[Block, ...]]
    marks: tuple[str, ...]
    pictures: tuple[PictureFile, ...]
    targets: Targets
    is_live: bool


def get_targets(session: Session, group_id: UUID | None) -> tuple[Targets, int]:
    """(a group's targets, their version); the defaults and 0 while it saved none."""
    row = session.get(FicheTargets, group_id) if group_id else None
    if row is None:
        return DEFAULTS, 0
    targets = Targets(
        title=Bounds(row.title_target, row.title_limit),
        accroche=Bounds(row.accroche_target, row.accroche_limit),
        recto=Bounds(row.recto_target, row.recto_limit),
        verso=Bounds(row.verso_target, row.verso_limit),
        sentence_recto=row.sentence_recto,
        sentence_verso=row.sentence_verso,
        ease=row.ease,
        paper=row.paper,
    )
    return targets, row.version


def get_words(session: Session, actor: Actor, fiche: Fiche, live: dict[str, tuple[Block, ...]] | None) -> FicheWords:
    """What the fiche says: `live` when its text is open here, else what was last projected."""
    content = live
    if content is None:
        said = livetext.get_projection(session, fiche.text_id)
        content = {name: one.blocks for name, one in said.items()}
    return FicheWords(
        title=fiche.title,
        accroche=fiche.accroche,
        content=content,
        marks=_marks(session, actor, fiche.id),
        pictures=_pictures(session, fiche.group_id, content),
        targets=get_targets(session, fiche.group_id)[0],
        is_live=live is not None,
    )


def _marks(session: Session, actor: Actor, fiche_id: UUID) -> tuple[str, ...]:
    etapes = session.execute(
        select(Etape.name, Etape.name_en)
        .join(FicheEtape, FicheEtape.etape_id == Etape.id)
        .where(FicheEtape.fiche_id == fiche_id)
        .order_by(Etape.position)
    )
    structures = session.scalars(
        select(Structure.name)
        .join(FicheStructure, FicheStructure.structure_id == Structure.id)
        .where(FicheStructure.fiche_id == fiche_id, Structure.left_at.is_(None))
        .order_by(Structure.is_host.desc(), Structure.name)
    )
    english = actor.locale == "en"
    return (*((row.name_en or row.name) if english else row.name for row in etapes), *structures)


def _pictures(session: Session, group_id: UUID, content: dict[str, tuple[Block, ...]]) -> tuple[PictureFile, ...]:
    """The pictures that a fiche shows and that are its group's own; any other is left out."""
    wanted = dict.fromkeys(one for blocks in content.values() for one in pictures_in(blocks))
    found = (album.find_picture(session, picture_id) for picture_id in wanted)
    return tuple(one[1] for one in found if one is not None and one[0] == group_id)
