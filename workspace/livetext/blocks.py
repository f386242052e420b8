"""A document's fragments as blocks and back, as plain text, and counted in words.

Node and mark names are ProseMirror's; marks are formatting attributes of an XmlText ({"bold": {}},
{"link": {"href": …}}), as @tiptap/y-tiptap 3.0.9 stores them. Reading never fails on what the lineage let in.

Two readings. The settled one is what leaves the text (projection, versions, search, print): words that somebody
proposes to add are not in it yet, words that somebody proposes to take away still are. The whole one has both, each
run with the suggestions on it; snapshots are compared by it, so that no suggestion is lost on the way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from workspace.kernel.fingerprint import fingerprint
from workspace.livetext.rules import (
    ADDED,
    FORMATS,
    INLINE_NODES,
    NODE_PROPOSAL,
    NODES,
    PROPOSALS,
    author_of,
    node_proposal_of,
    safe_href,
)
from workspace.livetext.words import Block, Proposal, Run, block_to_json

# PostgreSQL stores no NUL, XML no control character; a line inside characters is a space to ProseMirror.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_LINE_ENDS = re.compile("[\r\n\t]+")
_PROPOSABLE = frozenset({"paragraph", "heading"})
_CELLS = frozenset({"tableCell", "tableHeader"})
BREAK = Run("\n")
_SIGNS = {"insertion": "+", "deletion": "-", "proposedBold": "b", "proposedItalic": "i", "proposedLink": "l"}


def make_doc(fragments: Iterable[str]) -> Doc[Any]:
    """An empty document with its fragments declared as such."""
    doc: Doc[Any] = Doc()
    for name in fragments:
        doc.get(name, type=XmlFragment)
    return doc


def read_fragment(doc: Doc[Any], name: str, *, whole: bool = False) -> tuple[Block, ...]:
    """The blocks of a fragment: settled, or the whole of it with its suggestions."""
    with doc.transaction():
        fragment: XmlFragment = doc.get(name, type=XmlFragment)
        found = (read_node(child, whole=whole) for child in fragment.children)
        return tuple(block for block in found if block is not None)


def read_node(node: Any, *, whole: bool = False) -> Block | None:
    """A node as a block, None for what is none: settled, or the whole of it with its suggestions."""
    if isinstance(node, XmlText):
        runs = _read_runs(node, whole)
        return Block("paragraph", runs=runs) if runs else None
    kind = node.tag or ""
    if kind not in NODES or kind == "hardBreak":
        return None
    attrs = {key: _read_value(value) for key, value in node.attributes if value is not None}
    if not whole:
        suggested = node_proposal_of(attrs.pop(NODE_PROPOSAL, None))
        if suggested is not None and suggested[2] == ADDED:
            return None
    if kind in INLINE_NODES:
        runs = _read_inline(node, whole)
        # Nothing but proposed words: the paragraph itself is part of the proposal.
        proposed = not runs and kind in _PROPOSABLE and any(_has_letters(child) for child in node.children)
        return None if proposed else Block(kind, attrs, runs=runs)
    inside = [read_node(child, whole=whole) for child in node.children]
    children = tuple(child for child in inside if child is not None)
    if not children and inside:
        # A cell keeps its place in the table.
        return Block(kind, attrs, children=(Block("paragraph"),)) if kind in _CELLS else None
    return Block(kind, attrs, children=children)


def _has_letters(node: Any) -> bool:
    return isinstance(node, XmlText) and len(node) > 0


def _read_value(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return _CONTROLS.sub("", value) if isinstance(value, str) else value


def _read_inline(node: Any, whole: bool) -> tuple[Run, ...]:
    runs: list[Run] = []
    for child in node.children:
        if isinstance(child, XmlText):
            runs.extend(_read_runs(child, whole))
        elif child.tag == "hardBreak":
            runs.append(BREAK)
    return _joined(runs)


def _read_runs(text: XmlText, whole: bool) -> tuple[Run, ...]:
    runs = []
    for value, marks in text.diff():
        if not isinstance(value, str) or (not whole and marks and _on(marks.get("insertion"))):
            continue
        letters = _LINE_ENDS.sub(" ", _CONTROLS.sub("", value))
        if letters:
            runs.append(run_of(letters, marks or {}, whole=whole))
    return _joined(runs)


def run_of(text: str, marks: Mapping[str, Any], *, whole: bool = False) -> Run:
    """Characters with the marks that they carry in a document; with their suggestions in the whole reading."""
    link = marks.get("link")
    href = link.get("href") if isinstance(link, dict) else None
    return Run(
        text,
        bold=_on(marks.get("bold")),
        italic=_on(marks.get("italic")),
        href=href if isinstance(href, str) and safe_href(href) else "",
        proposal=_proposals(marks) if whole else "",
    )


def _proposals(marks: Mapping[str, Any]) -> str:
    found = ((sign, author_of(marks.get(mark))) for mark, sign in _SIGNS.items())
    return " ".join(f"{sign}{proposal[0]}" for sign, proposal in found if proposal is not None)


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
            made[-1] = replace(last, text=last.text + run.text)
    return tuple(made)


def _same_marks(one: Run, other: Run) -> bool:
    return replace(one, text="") == replace(other, text="")


def read_proposals(doc: Doc[Any], fragments: Iterable[str]) -> dict[UUID, Proposal]:
    """The suggestions that stand in a document, by id."""
    found: dict[UUID, Proposal] = {}
    with doc.transaction():
        for name in fragments:
            _gather(found, doc.get(name, type=XmlFragment))
    return found


def _gather(found: dict[UUID, Proposal], node: Any) -> None:
    for child in node.children:
        if not isinstance(child, XmlText):
            value = dict(child.attributes).get(NODE_PROPOSAL)
            if proposed := node_proposal_of(value):
                block = read_node(child, whole=True)
                words = plain_text([block]) if block is not None and proposed[2] in _PARTS.values() else ""
                _note_proposal(found, json.loads(str(value)), {proposed[2]: words} if words else {})
            _gather(found, child)
            continue
        for letters, marks in child.diff():
            for mark in PROPOSALS | FORMATS:
                if isinstance(letters, str) and marks and author_of(marks.get(mark)):
                    _note_proposal(found, marks[mark], {_PARTS[mark]: letters} if mark in _PARTS else {})


_PARTS = {"insertion": "added", "deletion": "removed"}


def _note_proposal(found: dict[UUID, Proposal], value: Mapping[str, Any], said: Mapping[str, str]) -> None:
    identity = UUID(value["id"])
    known = found.get(identity) or Proposal(identity, UUID(value["person"]), value["name"])
    found[identity] = replace(known, **{part: getattr(known, part) + letters for part, letters in said.items()})


def write_blocks(doc: Doc[Any], name: str, blocks: Iterable[Block]) -> None:
    """Append blocks to a fragment, as a transaction on the living document."""
    with doc.transaction():
        fragment: XmlFragment = doc.get(name, type=XmlFragment)
        for block in blocks:
            write_block(fragment, block)


def add_blocks(doc: Doc[Any], name: str, blocks: Iterable[Block]) -> None:
    """Put blocks at the end of what a fragment says, before the empty paragraph that editors leave there.

    Nothing is removed: somebody may be typing in that paragraph at this moment.
    """
    with doc.transaction():
        fragment: XmlFragment = doc.get(name, type=XmlFragment)
        place = len(fragment.children)
        while place and _is_blank(fragment.children[place - 1]):
            place -= 1
        for offset, block in enumerate(blocks):
            write_block(fragment, block, place + offset)


def _is_blank(node: Any) -> bool:
    return isinstance(node, XmlElement) and node.tag == "paragraph" and not _read_inline(node, whole=True)


def replace_blocks(doc: Doc[Any], name: str, blocks: Iterable[Block]) -> None:
    """Make a fragment say these blocks; the old ones stay in the lineage, deleted."""
    with doc.transaction():
        fragment: XmlFragment = doc.get(name, type=XmlFragment)
        if len(fragment.children):
            del fragment.children[0 : len(fragment.children)]
        write_blocks(doc, name, blocks)


def write_block(parent: Any, block: Block, at: int | None = None) -> None:
    """Put a block among the children of a fragment or node: at a place, or at the end."""
    node = XmlElement(block.kind)
    if at is None:
        parent.children.append(node)
    else:
        parent.children.insert(at, node)
    for key, value in block.attrs.items():
        if value is not None:
            node.attributes[key] = value
    write_runs(node, block.runs)
    for child in block.children:
        write_block(node, child)


def write_runs(node: Any, runs: Iterable[Run]) -> None:
    """Append characters and forced breaks to a node."""
    text: XmlText | None = None
    for run in runs:
        if run == BREAK:
            node.children.append(XmlElement("hardBreak"))
            text = None
            continue
        if text is None:
            text = XmlText("")
            node.children.append(text)
        text.insert(len(text), run.text, marks_of(run))


def marks_of(run: Run) -> dict[str, Any]:
    """The marks of a run as a document keeps them; None where there is none."""
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


def text_hash(doc: Doc[Any], fragments: Iterable[str]) -> str:
    """SHA-256 of all that the fragments say, with marks, attributes and suggestions: equal means the same text."""
    said = {name: [block_to_json(block) for block in read_fragment(doc, name, whole=True)] for name in fragments}
    return fingerprint(said)
