"""What an import brings and what it leaves, drawn as the text will be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from pages.exchange._pictures import source
from pages.fiches._scene import draw, text_of
from pages.shell.i18n import t
from workspace.exchange.words import Note, NoteKind, Preview
from workspace.livetext.words import Block, Run

TAGS = {
    "paragraph": "p", "bulletList": "ul", "orderedList": "ol", "listItem": "li", "blockquote": "blockquote",
    "table": "table", "tableRow": "tr", "tableCell": "td", "tableHeader": "th", "keyFigureValue": "b",
    "keyFigureLabel": "span", "keyFigure": "p",
}  # fmt: skip
SHOWN = 3  # passages of each kind before the list of all
LONGEST = 160


def report(preview: Preview, *, target: int, already: int) -> None:
    """The preview, then the notes."""
    reading = preview.reading
    if reading.blocks:
        sources = {one.name: source(one) for one in preview.glimpses}
        heavy = reading.words + already > target
        said = t("import-words-heavy" if heavy else "import-words", words=reading.words, target=target)
        body = "".join(_html(block, sources) for block in reading.blocks)
        draw(
            f'<div class="cf"><p class="cf-name">{t("import-preview")}</p><p class="cf-soft">{said}</p>'
            f'<div class="cf-import" tabindex="0" role="region" aria-label="{t("import-preview")}">{body}</div></div>'
        )
    else:
        st.warning(t("import-nothing-taken"), icon=":material/warning:")
    left = [note for note in reading.notes if not note.is_taken]
    look = [note for note in reading.notes if note.is_taken]
    if left:
        _notes("import-left-out", left)
    elif reading.blocks:
        draw(f'<div class="cf"><p class="cf-soft">{t("import-left-out-none")}</p></div>')
    if look:
        _notes("import-look-at", look)


def _notes(title: str, notes: list[Note]) -> None:
    lines = "".join(_kind(kind, [note for note in notes if note.kind is kind]) for kind in _kinds(notes))
    whole = "".join(f"<p>{text_of(note.text)}</p>" for note in notes if note.text)
    all_words = f"<details><summary>{t('import-all-words')}</summary>{whole}</details>" if whole else ""
    draw(f'<div class="cf"><p class="cf-name">{t(title)}</p><ul class="cf-notes">{lines}</ul>{all_words}</div>')


def _kinds(notes: Iterable[Note]) -> list[NoteKind]:
    return list(dict.fromkeys(note.kind for note in notes))


def _kind(kind: NoteKind, notes: list[Note]) -> str:
    said = t(f"import-note-{kind.value.replace('_', '-')}", count=len(notes))
    texts = [_cut(note.text) for note in notes if note.text]
    quoted = "".join(f'<span class="cf-soft">{text_of(text)}</span>' for text in texts[:SHOWN])
    if len(texts) > SHOWN:
        quoted += f'<span class="cf-soft">{t("import-more", count=len(texts) - SHOWN)}</span>'
    return f"<li>{said}{quoted}</li>"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…"


def _html(block: Block, sources: Mapping[str, str]) -> str:
    inside = "".join(map(_run, block.runs)) + "".join(_html(child, sources) for child in block.children)
    if block.kind == "figure":
        # The form below says its text; twice would be once too many.
        return f'<img class="cf-glimpsed" src="{sources.get(str(block.attrs["picture"]), "")}" alt="">'
    if block.kind == "heading":
        return f'<p class="cf-h{3 if block.attrs.get("level") == 3 else 2}">{inside}</p>'  # noqa: PLR2004
    if block.kind == "callout":
        return f'<div class="cf-box">{inside}</div>'
    if block.kind == "keyFigureValue":
        return f"<b>{inside}</b> "
    tag = TAGS.get(block.kind, "p")
    return f"<{tag}>{inside}</{tag}>"


def _run(run: Run) -> str:
    if run.text == "\n":
        return "<br>"
    said = text_of(run.text)
    said = f"<u>{said}</u>" if run.href else said
    said = f"<b>{said}</b>" if run.bold else said
    return f"<i>{said}</i>" if run.italic else said
