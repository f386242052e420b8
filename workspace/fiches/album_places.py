"""Where pictures stand outside fiches: clauses of a specification, versions that keep them, options of a vote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Proposal, ProposalOption, Specification, SpecificationVersion, TextProjection
from workspace.fiches.album_words import Elsewhere, PicturePlace
from workspace.livetext.words import Block, block_from_json

Shown = Callable[[Iterable[Block]], set[UUID]]
Places = dict[UUID, dict[PicturePlace, None]]


def list_places(session: Session, group_id: UUID, shown: Shown) -> Places:
    """By picture, each place once: what is being written, then what is frozen, then what is voted on."""
    found: Places = defaultdict(dict)
    _clauses(session, group_id, shown, found)
    _versions(session, group_id, shown, found)
    _options(session, group_id, found)
    return found


def _clauses(session: Session, group_id: UUID, shown: Shown, found: Places) -> None:
    rows = session.execute(
        select(Specification.id, Specification.title, TextProjection.fragment, TextProjection.blocks)
        .join(TextProjection, TextProjection.text_id == Specification.text_id)
        .where(Specification.group_id == group_id)
        .order_by(Specification.created_at, TextProjection.fragment)
    )
    for row in rows:
        place = PicturePlace(kind=Elsewhere.CLAUSE, object_id=row.id, title=row.title, part=row.fragment)
        for one in shown(map(block_from_json, row.blocks)):
            found[one][place] = None


def _versions(session: Session, group_id: UUID, shown: Shown, found: Places) -> None:
    rows = session.execute(
        select(
            SpecificationVersion.specification_id,
            SpecificationVersion.title,
            SpecificationVersion.number,
            SpecificationVersion.clauses,
        )
        .join(Specification, Specification.id == SpecificationVersion.specification_id)
        .where(Specification.group_id == group_id)
        .order_by(SpecificationVersion.number)
    )
    for row in rows:
        place = PicturePlace(
            kind=Elsewhere.VERSION, object_id=row.specification_id, title=row.title, number=row.number
        )
        for one in shown(block_from_json(block) for clause in row.clauses for block in clause["blocks"]):
            found[one][place] = None


def _options(session: Session, group_id: UUID, found: Places) -> None:
    rows = session.execute(
        select(Proposal.id, Proposal.title, ProposalOption.pictures)
        .join(ProposalOption, ProposalOption.proposal_id == Proposal.id)
        .where(Proposal.group_id == group_id)
        .order_by(Proposal.created_at)
    )
    for row in rows:
        place = PicturePlace(kind=Elsewhere.DECISION, object_id=row.id, title=row.title)
        for one in row.pictures:
            found[UUID(one)][place] = None
