"""The editor of a live text, the same in every room: mounted once, outside of reruns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from chemise_editor import live_editor

from pages.shell.i18n import language
from workspace.kernel.actor import Actor
from workspace.livetext import carets
from workspace.livetext.words import TextTicket

Named = Iterable[tuple[UUID, str]]


def writing(
    actor: Actor,
    text_id: UUID,
    ticket: TextTicket,
    fragments: list[dict[str, Any]],
    *,
    fiches: Named,
    structures: Named,
    adds_pictures: bool,
    key: str,
    **more: Any,
) -> None:
    """Draw it on `fragments` (name, label, hint, placeholder); a link may lead to `fiches` and `structures`.

    `more` goes to the editor as it is: what only one room asks for.
    """
    live_editor(
        {
            "text_id": str(text_id),
            "socket_path": "/livetext/ws",
            "token": ticket.token,
            "ticket_path": f"/livetext/ticket/{text_id}",
            "fragments": fragments,
            "me": {"person_id": str(actor.person_id), "name": actor.name, "color": _color_of(actor)},
            "can_write": ticket.can_write,
            "lang": language(),
            "links": {"fiches": _targets(fiches), "structures": _targets(structures)},
            "comments_path": f"/comments/{text_id}",
            "upload_path": f"/pictures?group={actor.group_id}" if adds_pictures else None,
            **more,
        },
        key=key,
    )


def _color_of(actor: Actor) -> str:
    """The colour in which the others see this person's caret."""
    return carets.color_of(actor.person_id) if actor.person_id else carets.COLORS[0]


def _targets(named: Named) -> list[dict[str, str]]:
    return [{"id": str(key), "title": title} for key, title in named]
