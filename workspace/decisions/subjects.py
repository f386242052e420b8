"""What a proposal can be about: kinds by name. A room whose things may be put to a vote registers its kind.

A subject is written `<kind>:<rest>`; the room that registered the kind reads the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from sqlalchemy.orm import Session

from db.models import Fiche
from workspace.decisions import effects
from workspace.decisions.views import About
from workspace.decisions.words import Kind
from workspace.kernel.errors import NotFound

FICHE = "fiche"
CANDIDATE = "candidate"

Find = Callable[[Session, UUID, str], About]
_registered: dict[str, Find] = {}


def register(kind: str, find: Find) -> None:
    """Take a kind in. `find(session, group_id, rest)` gives the subject; raises NotFound, for another group's too."""
    _registered[kind] = find


def find_about(session: Session, group_id: UUID | None, about: str) -> About | None:
    """What a proposal is about; None when it is about nothing. Raises NotFound for what is not the group's."""
    if not about:
        return None
    kind, _, rest = about.partition(":")
    if kind not in _registered or group_id is None:
        raise NotFound
    return _registered[kind](session, group_id, rest)


def id_of(rest: str) -> UUID:
    """The id that stands in a subject. Raises NotFound for what is no id."""
    try:
        return UUID(rest)
    except ValueError:
        raise NotFound from None


def _fiche(session: Session, group_id: UUID, rest: str) -> About:
    row = session.get(Fiche, id_of(rest))
    if row is None or row.group_id != group_id:
        raise NotFound
    return About(key=f"{FICHE}:{rest}", kind=FICHE, name=row.title, page="fiche", query={"fiche": rest})


def _candidate(_session: Session, _group_id: UUID, rest: str) -> About:
    """A structure that is not in the group yet: it has no row, so its name is told by the effect."""
    if rest:
        raise NotFound
    return About(
        key=f"{CANDIDATE}:",
        kind=CANDIDATE,
        name="",
        page="structures",
        choice=Kind.ADMISSION,
        effect=effects.ADMIT_STRUCTURE,
    )


register(FICHE, _fiche)
register(CANDIDATE, _candidate)
