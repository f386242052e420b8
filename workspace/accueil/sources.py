"""What rooms that Accueil does not know tell it: things that await somebody, and journal lines that are news.

The budget reads the workspace and is never read back, so it registers itself here (`budget/connections.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy.orm import Session

from workspace.accueil.words import AwaitedAct
from workspace.kernel.actor import Actor

AwaitedSource = Callable[[Session, Actor], Iterable[AwaitedAct]]

_awaited: list[AwaitedSource] = []
_news: dict[str, str] = {}


def register_awaited(source: AwaitedSource) -> None:
    """Ask `source` what awaits somebody, from now on."""
    if source not in _awaited:
        _awaited.append(source)


def register_news(pages: Mapping[str, str]) -> None:
    """Tell journal lines of these operations as news, each with the page that shows its object."""
    _news.update(pages)


def list_awaited(session: Session, actor: Actor) -> tuple[AwaitedAct, ...]:
    """What awaits the actor in the rooms that registered."""
    return tuple(act for source in _awaited for act in source(session, actor))


def news() -> dict[str, str]:
    """The page of each operation that registered rooms call news."""
    return dict(_news)
