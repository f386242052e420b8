"""The live text of a fiche: mounted once, outside of reruns."""

from __future__ import annotations

from chemise_editor import live_editor

from pages.shell.i18n import language, t
from workspace.fiches import printing
from workspace.fiches.words import Choice, FicheView
from workspace.kernel.actor import Actor
from workspace.lightness.service import view_targets
from workspace.livetext.words import TextTicket

# Carets of eight people told apart on white and on black.
COLORS = ("#9c3f17", "#2f6b73", "#8a6414", "#5b5f97", "#55682c", "#8c5a6b", "#1f6fb2", "#7a4fa3")


def color_of(actor: Actor) -> str:
    """A person's colour, the same everywhere and always."""
    return COLORS[actor.person_id.int % len(COLORS)] if actor.person_id else COLORS[0]


def editor(actor: Actor, view: FicheView, ticket: TextTicket) -> None:
    """The two levels, written with others."""
    aim = view_targets(actor)
    fragments = [
        {
            "name": name,
            "label": t(f"fiche-{name}"),
            "hint": t(f"fiche-{name}-hint", target=bounds.target),
            "placeholder": t(f"fiche-{name}-placeholder"),
            "printed": _printed(printing.printed_mm(name)),
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


def _printed(millimetres: int) -> dict[str, int]:
    return {
        "mm": millimetres,
        "sharp": printing.pixels_for(millimetres),
        "soft": printing.soft_pixels(millimetres),
    }


def _targets(choices: tuple[Choice, ...]) -> list[dict[str, str]]:
    return [{"id": str(one.choice_id), "title": one.name} for one in choices]
