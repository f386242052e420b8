"""From an upload to what would come in: checks, the reader of its format, then the editor's grammar. No database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workspace.exchange import grammar, rules
from workspace.exchange.readers import docx, html, odt, text, tree
from workspace.exchange.words import Reading, Source, Upload
from workspace.kernel.errors import RuleBroken
from workspace.kernel.letters import count_words
from workspace.livetext.blocks import plain_text

READERS: dict[Source, Callable[[Upload], Reading]] = {
    Source.DOCX: lambda given: docx.read(given.data, boxes=given.boxes),
    Source.ODT: lambda given: odt.read(given.data, boxes=given.boxes),
    Source.MARKDOWN: lambda given: html.read_markdown(rules.decoded(given.data)),
    Source.HTML: lambda given: html.read_html(rules.decoded(given.data)),
    Source.TEXT: lambda given: text.read(rules.decoded(given.data)),
    Source.JSON: lambda given: tree.read(rules.decoded(given.data), given.level),
}


def read(given: Upload) -> Reading:
    """What a file or a pasted text holds, fit for the editor.

    Raises RuleBroken: what `rules.source_of` and the readers say, `error-import-pages` when it is too long for a
    fiche, `error-import-nothing` when no word is in it.
    """
    source = rules.source_of(given.name, given.data)
    try:
        reading = READERS[source](given)
    except RecursionError:
        raise RuleBroken("error-import-damaged") from None
    blocks = grammar.fit(reading.blocks)
    words = count_words(plain_text(blocks))
    rules.check_length(words)
    if not blocks and not any(note.text for note in reading.notes):
        raise RuleBroken("error-import-nothing")
    return replace(reading, blocks=blocks, words=words)
