"""One edit of an outline, whichever it is: the trame in use, or one that somebody proposes."""

from __future__ import annotations

from uuid import UUID

from pages.shell.i18n import language
from pages.shell.messages import attempt
from workspace.kernel.actor import Actor
from workspace.outline import service
from workspace.outline.words import Edit, LineView, OutlineView


def change(actor: Actor, variant_id: UUID | None, edit: Edit) -> None:
    """One edit, of the trame in use or of a variant."""
    if variant_id is None:
        service.change_in_use(actor, edit)
    else:
        service.change_variant(actor, variant_id, edit)


def done(actor: Actor, view: OutlineView, edit: Edit, said: str) -> str:
    """Do it; gives `said` when it was done, nothing when it was refused, which the person has then read."""
    with attempt() as outcome:
        change(actor, view.variant_id, edit)
    return said if outcome.ok else ""


def words(view: LineView) -> str:
    """What a line says in the reader's language."""
    wording = view.line.wording
    return wording.text_en if language() == "en" and wording.text_en else wording.text
