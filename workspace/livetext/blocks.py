"""A document's fragments as blocks and back, as plain text, and counted in words.

Node and mark names are ProseMirror's; marks are formatting attributes of an XmlText ({"bold": {}},
{"link": {"href": …}}), as @tiptap/y-tiptap 3.0.9 stores them. Reading never fails on what the lineage let in.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from workspace.livetext.rules import INLINE_NODES, NODES, safe_href
from workspace.livetext.words import Block, Run, block_to_json

# PostgreSQL stores no NUL, XML no control character; a line inside characters is a space to ProseMirror.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LINE_ENDS = re.compile("[\r\n\t]+")
BREAK = Run("\n")


def make_doc(fragments: Iterable[str]) -> Doc[Any]:
    """An empty document with its fragments declared as such."""
    doc: Doc[Any] = Doc()
    for name in fragments:
        doc.get(name, type=XmlFragment)
    return doc


def read_fragment(doc: Doc[Any], name: str) -> tuple[Block, ...]:
    """The blocks of a fragment."""
    with doc.transaction():
        fragment: XmlFragment = doc.get(name, type=XmlFragment)
        return tuple(block for child in fragment.children if (block := _read_node(child)) is not None)


def _read_node(node: Any) -> Block | None:
    if isinstance(node, XmlText):
        runs = _read_runs(node)
        return Block("paragraph", runs=runs) if runs else None
    kind = node.tag or ""
    if kind not in NODES or kind == "hardBreak":
        return None
    attrs = {key: _read_value(value) for key, value in node.attributes if value is not None}
    if kind in INLINE_NODES:
        return Block(kind, attrs, runs=_read_inline(node))
    children = (_read_node(child) for child in node.children)
    return Block(kind, attrs, children=tuple(child for child in children if child is not None))


def _read_value(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return _CONTROLS.sub("", value) if isinstance(value, str) else value


def _read_inline(node: Any) -> tuple[Run, ...]:
    runs: list[Run] = []
    for child in node.children:
        if isinstance(child, XmlText):
            runs.extend(_read_runs(child))
        elif child.tag == "hardBreak":
            runs.append(BREAK)
    return _joined(runs)


def _read_runs(text: XmlText) -> tuple[Run, ...]:
    runs = []
    for value, marks in text.diff():
        if not isinstance(value, str):
            continue
        letters = _LINE_ENDS.sub(" ", _CONTROLS.sub("", value))
        if letters:
            runs.append(_run(letters, marks or {}))
    return _joined(runs)


def _run(text: str, marks: Mapping[str, Any]) -> Run:
    link = marks.get("link")
    href = link.get("href") if isinstance(link, dict) else None
    return Run(
        text,
        bold=_on(marks.get("bold")),
        italic=_on(marks.get("italic")),
        href=href if isinstance(href, str) and safe_href(href) else "",
    )


def _on(mark: object) -> bool:
    return mark is not None and mark is not False


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbours with the same marks become one run; breaks stay alone."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else None
        if last is None or BREAK in (run, last) or not _same_marks(run, last):
            made.append(run)
        else:
            made[-1] = Run(last.text + run.text, run.bold, run.italic, run.href)
    return tuple(made)


def _same_marks(one: Run, other: Run) -> bool:
    return (one.bold, one.italic, one.href) == (other.bold, other.italic, other.href)


def write_blocks(doc: Doc[Any], name: str, blocks: Iterable[Block]) -> None:
    """Append blocks to a fragment, as a transaction on the living document."""
    with doc.transaction():
        fragment: XmlFragment = doc.get(name, type=XmlFragment)
        for block in blocks:
            _write(fragment, block)


def replace_blocks(doc: Doc[Any], name: str, blocks: Iterable[Block]) -> None:
    """Make a fragment say these blocks; the old ones stay in the lineage, deleted."""
    with doc.transaction():
        fragment: XmlFragment = doc.get(name, type=XmlFragment)
        if len(fragment.children):
            del fragment.children[0 : len(fragment.children)]
        write_blocks(doc, name, blocks)


def _write(parent: Any, block: Block) -> None:
    node = XmlElement(block.kind)
    parent.children.append(node)
    for key, value in block.attrs.items():
        if value is not None:
            node.attributes[key] = value
    text: XmlText | None = None
    for run in block.runs:
        if run == BREAK:
            node.children.append(XmlElement("hardBreak"))
            text = None
            continue
        if text is None:
            text = XmlText("")
            node.children.append(text)
        text.insert(len(text), run.text, _marks(run))
    for child in block.children:
        _write(node, child)


def _marks(run: Run) -> dict[str, Any]:
    marks: dict[str, Any] = {"bold": {} if run.bold else None, "italic": {} if run.italic else None}
    marks["link"] = {"href": run.href} if run.href else None
    return marks


def plain_text(blocks: Iterable[Block]) -> str:
    """What is written, one line for each paragraph, title, cell or list item."""
    return "\n".join(_lines(blocks, ("alt", "credit")))


def shown_text(blocks: Iterable[Block]) -> str:
    """What the eye reads: the same without alternative texts, which must never count against a fiche."""
    return "\n".join(_lines(blocks, ("credit",)))


def _lines(blocks: Iterable[Block], of_figures: Sequence[str]) -> Iterable[str]:
    for block in blocks:
        if block.kind in INLINE_NODES:
            yield "".join(run.text for run in block.runs)
        elif block.kind == "figure":
            yield " ".join(str(block.attrs[key]) for key in of_figures if block.attrs.get(key))
        yield from _lines(block.children, of_figures)


def count_words(plain: str) -> int:
    """Words as French word processors count them.

    Whitespace separates, the no-break spaces before « : ; ! ? » too; an apostrophe or a hyphen does not
    ("l’atelier", "rendez-vous": one word each); a piece without letter or digit ("–", "!") is no word.
    """
    return sum(1 for piece in plain.split() if any(letter.isalnum() for letter in piece))


def text_hash(doc: Doc[Any], fragments: Iterable[str]) -> str:
    """SHA-256 of all that the fragments say, with marks and attributes: equal means the same text."""
    said = {name: [block_to_json(block) for block in read_fragment(doc, name)] for name in fragments}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
