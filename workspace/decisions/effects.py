"""What an outcome can do by itself: effects by name. A room that has one registers it; only those are offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workspace.accounts.rules import clean_line
from workspace.decisions.words import Decided, Kind
from workspace.kernel.errors import DomainError, NotFound
from workspace.members import store as members_store
from workspace.members.words import StructureDraft

DONE = "done"
ADMIT_STRUCTURE = "admit_structure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """`clean` checks what the form says of it, at the opening; `apply` does it, in the closing's transaction.

    Both may raise DomainError. At the closing, that leaves the decision in the register and says why nothing more
    was done.
    """

    name: str
    kind: Kind
    clean: Callable[[Mapping[str, str]], dict[str, str]]
    apply: Callable[[Session, Decided], None]


_registered: dict[str, Effect] = {}


def register(effect: Effect) -> None:
    """Offer an effect; a later one of the same name takes its place."""
    _registered[effect.name] = effect


def offered() -> dict[str, Kind]:
    """The kind of choice that each registered effect carries out."""
    return {name: effect.kind for name, effect in _registered.items()}


def clean(name: str, data: Mapping[str, str]) -> dict[str, str]:
    """What the form says of an effect, checked. Raises NotFound for one that is not registered."""
    if not name:
        return {}
    if name not in _registered:
        raise NotFound
    return _registered[name].clean(data)


def carry_out(session: Session, name: str, decided: Decided) -> str:
    """Do it; gives DONE, or the code of what stood in the way, with nothing written."""
    if name not in _registered:
        return DomainError.default_code
    try:
        with session.begin_nested():
            _registered[name].apply(session, decided)
    except DomainError as error:
        return error.code
    return DONE


def _clean_structure(data: Mapping[str, str]) -> dict[str, str]:
    return {"structure": clean_line(data.get("structure", ""), field="candidate")}


def _admit_structure(session: Session, decided: Decided) -> None:
    members_store.add_structure(session, decided.group_id, StructureDraft(name=decided.data["structure"]))


register(Effect(name=ADMIT_STRUCTURE, kind=Kind.ADMISSION, clean=_clean_structure, apply=_admit_structure))
