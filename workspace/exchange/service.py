"""Use cases of import and export."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from db.journal import record
from db.session import reading, unit_of_work
from workspace.exchange import pictures, queries, rules
from workspace.exchange.reading import read
from workspace.exchange.words import ExchangeOperation as Op
from workspace.exchange.words import Preview, Reading, Target, Upload
from workspace.exchange.writers import WRITERS
from workspace.fiches import queries as fiches
from workspace.fiches.pictures import keep_picture
from workspace.fiches.words import PreparedPicture
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.handout import Handout, file_name
from workspace.kernel.rights import Target as Whom
from workspace.kernel.rights import require
from workspace.livetext import hand
from workspace.livetext import queries as texts
from workspace.livetext.blocks import add_blocks
from workspace.livetext.words import FRAGMENTS, Block, TextKind


def preview_import(actor: Actor, fiche_id: UUID, given: Upload) -> Preview:
    """What an upload would bring into a fiche, and what it would not; nothing is written.

    Raises NotFound, NotAllowed, RuleBroken (`error-import-…`, `error-fiche-archived`).
    """
    _text_of(actor, fiche_id, given.level)
    reading, prepared = pictures.look_at(read(given))
    glimpses = tuple(pictures.glimpse(one, prepared[one.name]) for one in reading.pictures)
    return Preview(reading=replace(reading, pictures=()), glimpses=glimpses)


def import_text(actor: Actor, fiche_id: UUID, given: Upload) -> Reading:
    """Put what an upload holds at the end of one level of a fiche, live for those who are in it.

    Its pictures are kept like uploads, once each text is there, then shown by the text. It is one edit of the living
    document, logged with the person (`workspace/livetext/hand.py`); the journal's line follows once it is committed.
    Raises as `preview_import`, RuleBroken `error-import-alt`, `error-livetext-locked`, StoreUnavailable.
    """
    text_id, title = _text_of(actor, fiche_id, given.level)
    taken, prepared = pictures.look_at(read(given))
    alts = rules.alternative_texts(taken.pictures, given)
    taken = replace(taken, blocks=pictures.place(taken.blocks, dict.fromkeys(given.without)))
    if not taken.blocks:
        raise RuleBroken("error-import-nothing")
    if alts:
        _check_open(text_id)
        taken = replace(taken, blocks=_with_pictures(actor, taken, prepared, alts))
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
            left_out=left_out + len(given.without),
            pictures=len(alts),
        )
    return taken


def _check_open(text_id: UUID) -> None:
    """Pictures are not kept for a text that would refuse them."""
    with reading() as session:
        text = texts.find_text(session, text_id)
        if text is not None and text.locked:
            raise RuleBroken("error-livetext-locked")


def _with_pictures(
    actor: Actor, taken: Reading, prepared: dict[str, PreparedPicture], alts: dict[str, str]
) -> tuple[Block, ...]:
    """The blocks, their figures showing pictures that the group now keeps."""
    if actor.group_id is None:
        raise NotFound
    shown: dict[str, dict[str, object]] = {}
    for name, alt in alts.items():
        one = prepared[name]
        kept = keep_picture(actor, actor.group_id, one)
        shown[name] = {
            "src": f"/pictures/{kept}", "picture": str(kept), "alt": alt, "width": one.width, "height": one.height,
        }  # fmt: skip
    return pictures.place(taken.blocks, shown)


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
