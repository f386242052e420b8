"""The live text of a fiche: mounted once, outside of reruns."""

from __future__ import annotations

from chemise_editor import live_editor

from pages.shell.i18n import language, t
from workspace.fiches.words import Choice, FicheView
from workspace.kernel.actor import Actor
from workspace.lightness.service import view_targets
from workspace.livetext import carets
from workspace.livetext.words import TextTicket


def color_of(actor: Actor) -> str:
    """The colour in which the others see this person's caret."""
    return carets.color_of(actor.person_id) if actor.person_id else carets.COLORS[0]


def editor(actor: Actor, view: FicheView, ticket: TextTicket) -> None:
    """The two levels, written with others."""
    aim = view_targets(actor)
    fragments = [
        {
            "name": name,
            "label": t(f"fiche-{name}"),
            "hint": t(f"fiche-{name}-hint", target=bounds.target),
            "placeholder": t(f"fiche-{name}-placeholder"),
        }
        for name, bounds in (("level1", aim.targets.recto), ("level2", aim.targets.verso))
    ]
    live_editor(
        {
            "text_id": str(view.text_id),
            "socket_path": "/livetext/ws",
            "token": ticket.token,
            "ticket_path": f"/livetext/ticket/{view.text_id}",
            "fragments": fragments,
            "me": {"person_id": str(actor.person_id), "name": actor.name, "color": color_of(actor)},
            "can_write": ticket.can_write,
            "lang": language(),
            "links": {"fiches": _targets(view.other_fiches), "structures": _targets(view.all_structures)},
            "comments_path": f"/comments/{view.text_id}",
            "measure_path": f"/fiches/{view.fiche_id}/measure",
            # What the measure depends on besides the text: a new value asks for it again.
            "measure_of": f"{view.draft.version}.{aim.version}",
            "upload_path": f"/pictures?group={actor.group_id}" if view.abilities.may_add_picture else None,
        },
        key=f"fiche.editor.{view.text_id}",
    )


def _targets(choices: tuple[Choice, ...]) -> list[dict[str, str]]:
    return [{"id": str(one.choice_id), "title": one.name} for one in choices]
