"""What the trame at work brings to decisions: an outcome can choose what the presentation follows."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from workspace.decisions.effects import Effect, register
from workspace.decisions.words import Asks, Decided, Kind
from workspace.outline import store
from workspace.outline.words import Organisation

SET_ORGANISATION = "set_organisation"


def _choices(_session: Session, _group_id: UUID) -> Mapping[str, str]:
    """Both organisations; sentences name them, in the reader's language."""
    return {one.value: "" for one in Organisation}


def _no_name(_session: Session, _group_id: UUID, _value: str) -> str:
    return ""


def _set(session: Session, decided: Decided) -> None:
    store.write_organisation(session, decided.group_id, Organisation(decided.value))


register(
    Effect(
        name=SET_ORGANISATION,
        kind=Kind.ORGANISATION,
        asks=Asks.CHOICE,
        apply=_set,
        choices=_choices,
        name_of=_no_name,
    )
)
