"""The word targets that a group chose for its fiches."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Enum, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Versioned, values_of
from workspace.publishing.words import Paper


class FicheTargets(Versioned, Base):
    """What a group aims at, in words; a group without this row follows the defaults. `ease`: Kandel-Moles score."""

    __tablename__ = "fiche_targets"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("group.id", ondelete="CASCADE"), primary_key=True)
    title_target: Mapped[int]
    title_limit: Mapped[int]
    accroche_target: Mapped[int]
    accroche_limit: Mapped[int]
    recto_target: Mapped[int]
    recto_limit: Mapped[int]
    verso_target: Mapped[int]
    verso_limit: Mapped[int]
    sentence_recto: Mapped[int]
    sentence_verso: Mapped[int]
    ease: Mapped[int]
    paper: Mapped[Paper] = mapped_column(Enum(Paper, native_enum=False, length=20, values_callable=values_of))
