"""What a text says according to its log, not to its last projection: for acts that must not miss a word."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pycrdt import Doc, merge_updates
from sqlalchemy.orm import Session

from workspace.livetext import store
from workspace.livetext.blocks import make_doc, read_fragment
from workspace.livetext.words import FRAGMENTS, Block


def load_doc(stored: store.Stored) -> Doc[Any]:
    """The document of a stored text."""
    doc = make_doc(FRAGMENTS[stored.kind])
    for update in (stored.snapshot, *stored.updates):
        if update is not None:
            doc.apply_update(update)
    return doc


def read_content(session: Session, text_id: UUID) -> tuple[int, dict[str, tuple[Block, ...]]]:
    """(last number of the log, the blocks of each fragment). Raises NotFound, BrokenLog.

    Under the text's row lock this is exactly what is acknowledged, whichever process people write in.
    """
    stored = store.load(session, text_id)
    doc = load_doc(stored)
    return stored.seq, {name: read_fragment(doc, name) for name in FRAGMENTS[stored.kind]}


def fill(doc: Doc[Any], stored: store.Stored) -> None:
    """Bring what is stored into an empty document, the updates joined: forty may wait for it."""
    if stored.snapshot:
        doc.apply_update(stored.snapshot)
    if stored.updates:
        doc.apply_update(stored.updates[0] if len(stored.updates) == 1 else merge_updates(*stored.updates))
