"""Reads of what leaves: the group's fiches with their words, and the pictures they show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Fiche, FicheEtape, FicheQuestion, FicheStructure, Group, Picture, TextProjection
from workspace.exchange.grammar import fit
from workspace.exchange.words import Sheaf, Sheet
from workspace.fiches import queries as fiches
from workspace.kernel.actor import Actor
from workspace.livetext.words import FRAGMENTS, Block, TextKind, block_from_json


def get_sheaf(session: Session, actor: Actor, fiche_id: UUID | None) -> Sheaf:
    """One fiche, or all living ones in their order (None). Raises NotFound for another group's fiche."""
    group_id = fiches.group_of(actor)
    if fiche_id is None:
        living = select(Fiche).where(Fiche.group_id == group_id, Fiche.archived_at.is_(None))
        rows = list(session.scalars(living.order_by(*fiches.FICHE_ORDER)))
        title = session.scalars(select(Group.name).where(Group.id == group_id)).one()
    else:
        rows = [fiches.find_fiche(session, actor, fiche_id)]
        title = rows[0].title
    choices = fiches.get_choices(session, actor)
    links = (
        (FicheEtape.fiche_id, FicheEtape.etape_id, choices.etapes),
        (FicheStructure.fiche_id, FicheStructure.structure_id, choices.structures),
        (FicheQuestion.fiche_id, FicheQuestion.question_id, choices.questions),
    )
    ids = [row.id for row in rows]
    named = [
        _named(session, left, right, ids, {one.choice_id: one.name for one in all_}) for left, right, all_ in links
    ]
    words = _words(session, [row.text_id for row in rows])
    return Sheaf(
        title=title,
        language="en" if actor.locale == "en" else "fr",
        sheets=tuple(
            Sheet(
                fiche_id=row.id,
                title=row.title,
                accroche=row.accroche,
                kind=row.kind.value,
                etapes=named[0][row.id],
                structures=named[1][row.id],
                questions=named[2][row.id],
                levels=words[row.text_id],
            )
            for row in rows
        ),
    )


def _named(
    session: Session, left: Any, right: Any, ids: list[UUID], names: dict[UUID, str]
) -> dict[UUID, tuple[str, ...]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for fiche_id, other in session.execute(select(left, right).where(left.in_(ids))):
        found[fiche_id].add(other)
    return {one: tuple(name for other, name in names.items() if other in found[one]) for one in ids}


def _words(session: Session, text_ids: list[UUID]) -> dict[UUID, dict[str, tuple[Block, ...]]]:
    said = {one: dict.fromkeys(FRAGMENTS[TextKind.FICHE], ()) for one in text_ids}
    found: dict[UUID, dict[str, tuple[Block, ...]]] = {one: dict(levels) for one, levels in said.items()}
    for row in session.scalars(select(TextProjection).where(TextProjection.text_id.in_(text_ids))):
        # An editor of somebody's own making may store what ours would not: writers meet only what fits.
        found[row.text_id][row.fragment] = fit(block_from_json(block) for block in row.blocks)
    return found


def pictures_in(blocks: Iterable[Block]) -> Iterator[str]:
    """The ids of the pictures that blocks show."""
    for block in blocks:
        if block.kind == "figure" and block.attrs.get("picture"):
            yield str(block.attrs["picture"])
        yield from pictures_in(block.children)


def own_pictures(session: Session, group_id: UUID, wanted: Iterable[str]) -> list[UUID]:
    """Those of the wanted pictures that are the group's: a text may name any id."""
    ids = set()
    for one in wanted:
        try:
            ids.add(UUID(one))
        except ValueError:
            continue
    return list(session.scalars(select(Picture.id).where(Picture.id.in_(ids), Picture.group_id == group_id)))
