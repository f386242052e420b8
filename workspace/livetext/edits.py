"""Making a text say other words: the fewest edits, through the room, seen by everybody who is in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from db.session import reading
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Target, require
from workspace.livetext import hand, queries
from workspace.livetext.morph import change_to
from workspace.livetext.rules import POLICIES
from workspace.livetext.words import FRAGMENTS, Block, Operation

Content = Mapping[str, Sequence[Block]]


def replace_content(actor: Actor, text_id: UUID, content: Content) -> None:
    """Make the named fragments of a text say these blocks, with the fewest edits; returns once they are committed.

    The caller journals its own act. Raises NotFound, NotAllowed; RuleBroken `error-livetext-locked` when the text is
    locked and `error-livetext-unreadable` when the blocks hold what a text may not; StoreUnavailable when the store
    or the room cannot take them now. Nothing is written then.
    """
    with reading() as session:
        text = queries.find_text(session, text_id)
    if text is None:
        raise NotFound
    require(POLICIES[Operation.WRITE], actor, Target(group_id=text.group_id))
    if not set(content) <= set(FRAGMENTS[text.kind]):
        raise ValueError("unknown fragment")
    if text.locked:
        raise RuleBroken("error-livetext-locked")
    hand.edit(actor, text_id, lambda doc: change_to(doc, content))
