"""From an upload to what would come in: checks, the reader of its format, then the editor's grammar. No database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workspace.exchange import grammar, rules
from workspace.exchange.readers import docx, html, odt, text, tree
from workspace.exchange.words import Note, NoteKind, Reading, Source, Upload
from workspace.kernel.errors import RuleBroken
from workspace.kernel.letters import count_words
from workspace.livetext.blocks import plain_text, shown_text

READERS: dict[Source, Callable[[Upload], Reading]] = {
    Source.DOCX: lambda given: docx.read(given.data, boxes=given.boxes),
    Source.ODT: lambda given: odt.read(given.data, boxes=given.boxes),
    Source.MARKDOWN: lambda given: html.read_markdown(rules.decoded(given.data)),
    Source.HTML: lambda given: html.read_html(rules.decoded(given.data)),
    Source.TEXT: lambda given: text.read(rules.decoded(given.data)),
    Source.JSON: lambda given: tree.read(rules.decoded(given.data), given.level),
}


def read(given: Upload) -> Reading:
    """What a file or a pasted text holds, fit for the editor. Pictures are as they lay there, not yet looked at.

    Raises RuleBroken: what `rules.source_of` and the readers say, `error-import-pages` when it is too long for a
    fiche, `error-import-nothing` when no word and no picture is in it.
    """
    source = rules.source_of(given.name, given.data)
    try:
        reading = READERS[source](given)
        lifted, moved = grammar.lifted(reading.blocks)
    except RecursionError:
        raise RuleBroken("error-import-damaged") from None
    blocks = grammar.fit(lifted)
    rules.check_length(count_words(plain_text(blocks)))
    notes = (*reading.notes, *([Note(kind=NoteKind.IMAGE_MOVED)] * moved))
    if not blocks and not any(note.text for note in notes):
        raise RuleBroken("error-import-nothing")
    return replace(reading, blocks=blocks, notes=notes, words=count_words(shown_text(blocks)))
