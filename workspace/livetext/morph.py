"""Making a living document say something else with the fewest edits, so that carets and comments stay in place.

Blocks that stay are not touched; a changed block keeps its node, its other characters and their identity; only words
that differ are deleted and inserted. XmlText counts in bytes of UTF-8.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from workspace.livetext.blocks import BREAK, marks_of, plain_text, read_node, run_of, write_block, write_runs
from workspace.livetext.diff import align, likeness, spans, tokens
from workspace.livetext.rules import FORMATS, INLINE_NODES, PROPOSALS
from workspace.livetext.words import Block, Run, block_to_json

# New words would else take over the suggestion that stands on their neighbour.
NOT_PROPOSED: dict[str, Any] = dict.fromkeys(PROPOSALS | FORMATS)


def change_to(doc: Doc[Any], content: Mapping[str, Sequence[Block]]) -> None:
    """Make the named fragments say these blocks, in one transaction; the others are left alone."""
    with doc.transaction():
        for name, blocks in content.items():
            _children(doc.get(name, type=XmlFragment), tuple(blocks))


def _children(parent: Any, wanted: Sequence[Block]) -> None:
    nodes = list(parent.children)
    there = [read_node(node, whole=True) for node in nodes]
    bags = [_bag(block) for block in there], [_bag(block) for block in wanted]

    def alike(i: int, j: int) -> float:
        block = there[i]
        if block is None or isinstance(nodes[i], XmlText) or block.kind != wanted[j].kind:
            return 0.0
        # Of one kind and without words, such as a picture: changed rather than another one.
        return max(likeness(bags[0][i], bags[1][j]), 0.0 if bags[0][i] else 0.5)

    pairs = align([_key(block) for block in there], [_key(block) for block in wanted], alike)
    at = len(nodes)
    for i, j in reversed(pairs):
        if i is not None:
            at = i
        if i is None and j is not None:
            write_block(parent, wanted[j], at)
        elif i is not None and j is None:
            del parent.children[i]
        elif i is not None and j is not None and there[i] != wanted[j]:
            _node(nodes[i], wanted[j])


def _key(block: Block | None) -> str:
    return repr(block_to_json(block)) if block is not None else ""


def _bag(block: Block | None) -> Counter[str]:
    return Counter(plain_text([block]).split()) if block is not None else Counter()


def _node(node: XmlElement, wanted: Block) -> None:
    kept = {key: value for key, value in wanted.attrs.items() if value is not None}
    there: dict[str, Any] = dict(node.attributes)  # type: ignore[call-overload]
    for key in there.keys() - kept.keys():
        del node.attributes[key]
    for key, value in kept.items():
        if there.get(key) != value:
            node.attributes[key] = value
    if wanted.kind in INLINE_NODES:
        _inline(node, wanted.runs)
    else:
        _children(node, wanted.children)


def _inline(node: XmlElement, runs: Sequence[Run]) -> None:
    """The characters of a paragraph or title: line by line when it keeps its number of lines, else written anew."""
    lines = _lines(node)
    parts = [list(part) for is_break, part in groupby(runs, BREAK.__eq__) if not is_break]
    breaks = sum(run == BREAK for run in runs)
    if lines is None or len(lines) != len(parts) or breaks != max(len(parts) - 1, 0):
        if len(node.children):
            del node.children[0 : len(node.children)]
        write_runs(node, runs)
        return
    for text, part in zip(lines, parts, strict=True):
        _text(text, part)


def _lines(node: XmlElement) -> list[XmlText] | None:
    """One XmlText for each line between forced breaks, None when the node is not built so."""
    children = list(node.children)
    texts = [one for one in children[::2] if isinstance(one, XmlText)]
    breaks = [one for one in children[1::2] if isinstance(one, XmlElement) and one.tag == "hardBreak"]
    whole = len(texts) + len(breaks) == len(children) and len(texts) == len(breaks) + 1
    return texts if whole else None


def _text(text: XmlText, runs: Sequence[Run]) -> None:
    wanted = "".join(run.text for run in runs)
    there = "".join(value for value, _ in text.diff() if isinstance(value, str))
    old, new = tokens(there), tokens(wanted)
    ends = [0]
    for token in old:
        ends.append(ends[-1] + len(token.encode()))
    for span in reversed(spans(old, new)):
        if not span.same:
            if span.i2 > span.i1:
                del text[ends[span.i1] : ends[span.i2]]
            if span.j2 > span.j1:
                text.insert(ends[span.i1], "".join(new[span.j1 : span.j2]), NOT_PROPOSED)
    _marks(text, runs)


def _marks(text: XmlText, runs: Sequence[Run]) -> None:
    """Give each character its marks; only where they differ. Words that were only proposed are now said."""
    have = [
        (len(value.encode()), marks_of(run_of(value, marks or {})) | {"insertion": (marks or {}).get("insertion")})
        for value, marks in text.diff()
    ]
    want = [(len(run.text.encode()), marks_of(run) | {"insertion": None}) for run in runs]
    at = i = j = 0
    left_have = have[0][0] if have else 0
    left_want = want[0][0] if want else 0
    while i < len(have) and j < len(want):
        size = min(left_have, left_want)
        changed = {key: value for key, value in want[j][1].items() if have[i][1][key] != value}
        if changed and size:
            text.format(at, at + size, changed)
        at, left_have, left_want = at + size, left_have - size, left_want - size
        if not left_have:
            i += 1
            left_have = have[i][0] if i < len(have) else 0
        if not left_want:
            j += 1
            left_want = want[j][0] if j < len(want) else 0
