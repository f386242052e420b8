"""Adopting a version, for the button and for the decision that carries it: one way, the version's own rule."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from db.models import SpecificationVersion
from workspace.kernel.errors import RuleBroken
from workspace.specification import kept, queries, rules, store


def adopt(
    session: Session, version: SpecificationVersion, *, adopted_by: UUID | None, at: datetime | None = None
) -> None:
    """Settle a version for good with its voices of now; `at` is for an adoption of the past.

    Raises RuleBroken `error-specification-not-agreed`.
    """
    queries.verify(version)
    voices = queries.get_voices(session, version)
    if not rules.may_be_adopted(version.rule, [voice.stance for voice in voices]):
        raise RuleBroken("error-specification-not-agreed")
    store.adopt(session, version, [kept.voice_to_json(one) for one in voices], adopted_by=adopted_by, at=at)
