"""Use cases of import and export."""

from __future__ import annotations

from uuid import UUID

from db.journal import record
from db.session import reading, unit_of_work
from workspace.exchange import pictures, queries, rules
from workspace.exchange.reading import read
from workspace.exchange.words import ExchangeOperation as Op
from workspace.exchange.words import Reading, Target, Upload
from workspace.exchange.writers import WRITERS
from workspace.fiches import queries as fiches
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.handout import Handout, file_name
from workspace.kernel.rights import Target as Whom
from workspace.kernel.rights import require
from workspace.livetext import hand
from workspace.livetext.blocks import add_blocks
from workspace.livetext.words import FRAGMENTS, TextKind


def preview_import(actor: Actor, fiche_id: UUID, given: Upload) -> Reading:
    """What an upload would bring into a fiche, and what it would not; nothing is written.

    Raises NotFound, NotAllowed, RuleBroken (`error-import-…`, `error-fiche-archived`).
    """
    _text_of(actor, fiche_id, given.level)
    return read(given)


def import_text(actor: Actor, fiche_id: UUID, given: Upload) -> Reading:
    """Put what an upload holds at the end of one level of a fiche, live for those who are in it.

    It is one edit of the living document, logged with the person (`workspace/livetext/hand.py`); the journal's line
    follows once it is committed. Raises as `preview_import`, RuleBroken `error-livetext-locked`, StoreUnavailable.
    """
    text_id, title = _text_of(actor, fiche_id, given.level)
    taken = read(given)
    if not taken.blocks:
        raise RuleBroken("error-import-nothing")
    hand.edit(actor, text_id, lambda doc: add_blocks(doc, given.level, taken.blocks))
    left_out = sum(not note.is_taken for note in taken.notes)
    with unit_of_work() as session:
        record(
            session,
            actor,
            Op.IMPORT_TEXT,
            kind="fiche",
            object_id=fiche_id,
            label=title,
            words=taken.words,
            left_out=left_out,
        )
    return taken


def _text_of(actor: Actor, fiche_id: UUID, level: str) -> tuple[UUID, str]:
    """(the text of a fiche that the actor may import into, its title)."""
    with reading() as session:
        fiche = fiches.find_fiche(session, actor, fiche_id)
        require(rules.POLICIES[Op.IMPORT_TEXT], actor, Whom(group_id=fiche.group_id))
        if fiche.archived_at is not None:
            raise RuleBroken("error-fiche-archived")
        if level not in FRAGMENTS[TextKind.FICHE]:
            raise NotFound
        return fiche.text_id, fiche.title


def export_fiches(actor: Actor, target: Target, fiche_id: UUID | None = None) -> Handout:
    """One fiche, or all living ones (None), as a file; words as last projected, at most ten seconds ago.

    Raises NotFound, NotAllowed, RuleBroken `error-export-empty`.
    """
    require(rules.POLICIES[Op.EXPORT_FICHES], actor, Whom(group_id=actor.group_id))
    with reading() as session:
        sheaf = queries.get_sheaf(session, actor, fiche_id)
        levels = [blocks for sheet in sheaf.sheets for blocks in sheet.levels.values()]
        shown = [one for blocks in levels for one in queries.pictures_in(blocks)]
        ids = queries.own_pictures(session, fiches.group_of(actor), shown)
        sheaf.pictures.update(pictures.load_pictures(session, ids))
    if not sheaf.sheets:
        raise RuleBroken("error-export-empty")
    media_type, write = WRITERS[target]
    return Handout(name=file_name(sheaf.title, target.value), media_type=media_type, data=write(sheaf))
