"""The vocabulary of fiches."""

from __future__ import annotations

from enum import StrEnum


class FicheKind(StrEnum):
    """What a fiche is about."""

    ETAPE = "etape"
    STRUCTURE = "structure"
    FREE = "free"


class FicheStatus(StrEnum):
    """How far the group is with a fiche."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
