"""Pure rules of history: who may, a sheet as lines, two sheets compared line by line and word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from workspace.history.words import (
    Comparison,
    Content,
    HistoryOperation,
    Line,
    LineChange,
    LineFate,
    LineRole,
    Piece,
    Wording,
)
from workspace.kernel.letters import count_words
from workspace.kernel.rights import Policy, Reach, everyone
from workspace.livetext.diff import align, likeness, spans, tokens
from workspace.livetext.words import Block, Run

POLICIES: dict[HistoryOperation, Policy] = {
    HistoryOperation.VIEW_HISTORY: everyone(Reach.GROUP),
    HistoryOperation.RESTORE_VERSION: Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP),
    # As for changing them in the fiche's properties.
    HistoryOperation.RESTORE_WORDING: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP),
    HistoryOperation.NAME_MOMENT: Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP),
    HistoryOperation.FORGET_MOMENT: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP),
}

FATE = LineFate
# A line that went here and one that came there are the same one moved: equal, or this much alike and long enough
# to be no accident.
MOVED_ALIKE, MOVED_WORDS = 0.6, 5
MOVES_LOOKED_AT = 80
MOMENT_LENGTH = 120
MOMENTS_MAXIMUM = 100
_ROLES = {
    "heading": LineRole.HEADING,
    "paragraph": LineRole.PARAGRAPH,
    "keyFigureValue": LineRole.KEY_FIGURE,
    "keyFigureLabel": LineRole.KEY_FIGURE,
}
_HOLDERS = {"listItem": LineRole.ITEM, "blockquote": LineRole.QUOTE, "callout": LineRole.CALLOUT}


def sheet(content: Content, *, title: str = "", accroche: str = "") -> tuple[Line, ...]:
    """A fiche as lines: title and accroche when given, then the fragments in their order."""
    made = []
    if title:
        made.append(Line("", LineRole.TITLE, (Run(title),)))
    if accroche:
        made.append(Line("", LineRole.ACCROCHE, (Run(accroche),)))
    for zone, blocks in content.items():
        made += _lines(zone, blocks, None)
    return tuple(made)


def heading(wording: Wording) -> tuple[Line, ...]:
    """Title and accroche alone, as lines."""
    return sheet({}, title=wording.title, accroche=wording.accroche)


def _lines(zone: str, blocks: Sequence[Block], held: LineRole | None) -> Iterator[Line]:
    for block in blocks:
        if block.kind == "figure":
            said = " ".join(str(block.attrs[key]) for key in ("alt", "credit") if block.attrs.get(key))
            which = str(block.attrs.get("picture") or block.attrs.get("src") or "")
            yield Line(zone, LineRole.FIGURE, (Run(said),), which)
        elif block.kind == "tableRow":
            yield Line(zone, LineRole.ROW, tuple(_cells(block)))
        elif block.kind in _ROLES:
            if block.runs:
                role = held if held is not None and block.kind == "paragraph" else _ROLES[block.kind]
                yield Line(zone, role, block.runs, str(block.attrs.get("level", "")))
        else:
            yield from _lines(zone, block.children, _HOLDERS.get(block.kind, held))


def _cells(row: Block) -> Iterator[Run]:
    for index, cell in enumerate(row.children):
        if index:
            yield Run(" | ")
        for part, paragraph in enumerate(cell.children):
            if part:
                yield Run(" ")
            yield from paragraph.runs


def compare(old: Sequence[Line], new: Sequence[Line]) -> Comparison:
    """What became of each line of `old`, and where each of `new` comes from; every line stands there once."""
    bags = [Counter(line.text.split()) for line in old], [Counter(line.text.split()) for line in new]

    def alike(i: int, j: int) -> float:
        return likeness(bags[0][i], bags[1][j]) if old[i].text and new[j].text else 0.0

    pairs = align([_key(line) for line in old], [_key(line) for line in new], alike)
    gone = [i for i, j in pairs if j is None and i is not None]
    come = [j for i, j in pairs if i is None and j is not None]
    moves = _moves(old, new, gone, come, alike)
    left = set(moves.values())
    changes = []
    for i, j in pairs:
        if j is not None:
            changes.append(_change(old, new, moves.get(j, i), j, moved=j in moves))
        elif i is not None and i not in left:
            changes.append(LineChange(fate=FATE.REMOVED, old=old[i], old_at=i, pieces=(Piece(old[i].text, ""),)))
    changed = [piece for one in changes for piece in one.pieces if piece.old != piece.new]
    return Comparison(
        changes=tuple(changes),
        words_added=sum(count_words(piece.new) for piece in changed),
        words_removed=sum(count_words(piece.old) for piece in changed),
        lines_moved=sum(one.moved for one in changes),
    )


def _key(line: Line) -> tuple[object, ...]:
    return line.role, line.text, line.detail


def _moves(
    old: Sequence[Line], new: Sequence[Line], gone: list[int], come: list[int], alike: Callable[[int, int], float]
) -> dict[int, int]:
    """{place in new: place in old} of lines that only stand elsewhere now."""
    found: dict[int, int] = {}
    free = list(gone)
    for j in come:
        same = next((i for i in free if old[i].text == new[j].text and old[i].detail == new[j].detail), None)
        if same is not None and new[j].text:
            found[j] = same
            free.remove(same)
    if len(free) > MOVES_LOOKED_AT:
        return found
    for j in come:
        if j in found or count_words(new[j].text) < MOVED_WORDS:
            continue
        best = max(((alike(i, j), i) for i in free), default=(0.0, -1))
        if best[0] >= MOVED_ALIKE:
            found[j] = best[1]
            free.remove(best[1])
    return found


def _change(old: Sequence[Line], new: Sequence[Line], i: int | None, j: int, *, moved: bool) -> LineChange:
    after = new[j]
    if i is None:
        return LineChange(fate=FATE.ADDED, new=after, new_at=j, pieces=(Piece("", after.text),))
    before = old[i]
    moved = moved or before.zone != after.zone
    if before.text == after.text:
        restyled = (before.role, before.detail, before.runs) != (after.role, after.detail, after.runs)
        return LineChange(
            fate=FATE.SAME, old=before, new=after, old_at=i, new_at=j, moved=moved, restyled=restyled,
            pieces=(Piece(after.text, after.text),),
        )  # fmt: skip
    return LineChange(
        fate=FATE.CHANGED, old=before, new=after, old_at=i, new_at=j, moved=moved,
        restyled=before.role is not after.role, pieces=pieces(before.text, after.text),
    )  # fmt: skip


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """One line against the other, word by word. The `old` parts joined are the old line, the `new` parts the new.

    A few equal signs or one short word between two larger changes would make the eye jump: they join the changes
    (the semantic clean-up of Neil Fraser's diff-match-patch, with words).
    """
    before, after = tokens(old), tokens(new)
    made = [
        Piece("".join(before[span.i1 : span.i2]), "".join(after[span.j1 : span.j2])) for span in spans(before, after)
    ]
    joined: list[Piece] = []
    for index, piece in enumerate(made):
        if joined and (_differs(joined[-1]) and (_differs(piece) or _trifle(made, index))):
            joined[-1] = replace(joined[-1], old=joined[-1].old + piece.old, new=joined[-1].new + piece.new)
        else:
            joined.append(piece)
    return tuple(joined)


def _differs(piece: Piece) -> bool:
    return piece.old != piece.new


def _trifle(made: Sequence[Piece], index: int) -> bool:
    """Whether an equal piece between two changes says too little to be read for itself."""
    if index + 1 >= len(made):
        return False
    kept, around = made[index].new, (made[index - 1], made[index + 1])
    if kept.isspace():
        return True
    if count_words(kept) == 0 and not any(sign in kept for sign in ".!?"):
        return any(map(_replaces, around))
    # One word alone, between two replacements that are each longer than it.
    small = count_words(kept) == 1 and len(kept) <= min(max(len(one.old), len(one.new)) for one in around)
    return small and all(map(_replaces, around))


def _replaces(piece: Piece) -> bool:
    return bool(piece.old) and bool(piece.new)
