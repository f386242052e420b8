"""The live text of a fiche: mounted once, outside of reruns."""

from __future__ import annotations

from uuid import UUID

from pages.shell.i18n import t
from pages.widgets.writing import writing
from workspace.fiches import printing
from workspace.fiches.words import Choice, FicheView
from workspace.kernel.actor import Actor
from workspace.lightness.service import view_targets
from workspace.livetext.words import TextTicket


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
    writing(
        actor, view.text_id, ticket, fragments,
        fiches=_named(view.other_fiches),
        structures=_named(view.all_structures),
        adds_pictures=view.abilities.may_add_picture,
        key=f"fiche.editor.{view.text_id}",
        measure_path=f"/fiches/{view.fiche_id}/measure",
        # What the measure depends on besides the text: a new value asks for it again.
        measure_of=f"{view.draft.version}.{aim.version}",
    )  # fmt: skip


def _printed(millimetres: int) -> dict[str, int]:
    return {
        "mm": millimetres,
        "sharp": printing.pixels_for(millimetres),
        "soft": printing.soft_pixels(millimetres),
    }


def _named(choices: tuple[Choice, ...]) -> list[tuple[UUID, str]]:
    return [(one.choice_id, one.name) for one in choices]
