"""Pure rules of the trame at work: each edit keeps every question, exactly once; what an outline becomes in use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from workspace.accounts.rules import clean_line
from workspace.fiches.rules import QUESTION_LENGTH, QUESTIONS_MAXIMUM
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.rights import Policy, Reach
from workspace.outline.words import (
    Add,
    BringBack,
    Edit,
    Line,
    Merge,
    Move,
    Outline,
    OutlineOperation,
    Planned,
    QuestionState,
    Remove,
    Reword,
    SetAside,
    Split,
    Tally,
    Unmerge,
    VariantDraft,
    Wording,
)

Op = OutlineOperation

_WRITERS = Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP)
_OWNERS = Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP)
_FACILITATOR = Policy(facilitator=Reach.GROUP)

POLICIES: dict[OutlineOperation, Policy] = {
    Op.PROPOSE_TRAME: _WRITERS,
    Op.CHANGE_VARIANT: _OWNERS,
    Op.WITHDRAW_VARIANT: _OWNERS,
    Op.ADOPT_VARIANT: _FACILITATOR,
    Op.SET_ORGANISATION: _FACILITATOR,
}

NAME_LENGTH = 120
REASON_LENGTH = 500
PARTS_MAXIMUM = 6
VARIANTS_MAXIMUM = 30

NewId = Callable[[], UUID]


def clean_variant(draft: VariantDraft) -> VariantDraft:
    """Name and reason cleaned. Raises `error-empty`, `error-too-long`."""
    return VariantDraft(
        name=clean_line(draft.name, maximum=NAME_LENGTH, field="variant"),
        reason=clean_line(draft.reason, maximum=REASON_LENGTH, required=False, field="reason"),
    )


def _clean(wording: Wording) -> Wording:
    return Wording(
        text=clean_line(wording.text, maximum=QUESTION_LENGTH, field="question"),
        text_en=clean_line(wording.text_en, maximum=QUESTION_LENGTH, required=False, field="question"),
        etape_id=wording.etape_id,
    )


def kept(outline: Iterable[Line]) -> Outline:
    """The lines of the presentation, in order."""
    return tuple(line for line in outline if not line.is_aside)


def aside(outline: Iterable[Line]) -> Outline:
    """The lines set aside."""
    return tuple(line for line in outline if line.is_aside)


def line_of(outline: Iterable[Line], line_id: UUID) -> Line:
    """A line by its id. Raises NotFound."""
    found = next((line for line in outline if line.line_id == line_id), None)
    if found is None:
        raise NotFound
    return found


def edited(outline: Outline, edit: Edit, originals: Mapping[UUID, Wording], new_id: NewId) -> Outline:
    """The outline after one edit. `originals`: the own words of each source, for what was merged.

    Kept lines come first, then those aside. Every source of the outline is still in it afterwards, but for
    `Remove`. Raises NotFound for a line that is not there, StaleEdit for one reworded meanwhile, RuleBroken
    `error-same-question`, `error-too-many`, `error-merge-two`, `error-split-two`, `error-not-merged`,
    `error-not-aside`, and the errors of `clean_line`.
    """
    after = _EDITS[type(edit)](outline, edit, originals, new_id)
    if len(after) > QUESTIONS_MAXIMUM:
        raise RuleBroken("error-too-many", field="list", maximum=QUESTIONS_MAXIMUM)
    before = [line.wording.text.casefold() for line in kept(outline)]
    texts = [line.wording.text.casefold() for line in kept(after)]
    for line in kept(after):
        same = line.wording.text.casefold()
        # Twins that came from somewhere else do not stop an edit that does not make more of them.
        if texts.count(same) > max(1, before.count(same)):
            raise RuleBroken("error-same-question", question=line.wording.text)
    return kept(after) + aside(after)


def _move(outline: Outline, edit: Move, _originals: object, _new_id: object) -> Outline:
    line = _kept_line(outline, edit.line_id)
    others = [one for one in kept(outline) if one.line_id != line.line_id]
    others.insert(max(edit.place, 1) - 1, line)
    return (*others, *aside(outline))


def _kept_line(outline: Outline, line_id: UUID) -> Line:
    line = line_of(outline, line_id)
    if line.is_aside:
        raise NotFound
    return line


def _fresh(line: Line, version: int) -> Line:
    if line.version != version:
        raise StaleEdit
    return line


def _merge(outline: Outline, edit: Merge, _originals: object, _new_id: object) -> Outline:
    wanted = set(edit.line_ids)
    chosen = [line for line in kept(outline) if line.line_id in wanted]
    if len(chosen) != len(wanted):
        raise NotFound
    if len(chosen) < 2:  # noqa: PLR2004 a merge is of two at least
        raise RuleBroken("error-merge-two")
    first = chosen[0]
    sources = tuple(dict.fromkeys(source for line in chosen for source in line.sources))
    one = replace(first, wording=_clean(edit.wording), sources=sources, version=first.version + 1)
    return tuple(
        one if line.line_id == first.line_id else line
        for line in outline
        if line.line_id == first.line_id or line.line_id not in wanted
    )


def _unmerge(outline: Outline, edit: Unmerge, originals: Mapping[UUID, Wording], new_id: NewId) -> Outline:
    line = _kept_line(outline, edit.line_id)
    if len(line.sources) < 2:  # noqa: PLR2004 nothing was merged into it
        raise RuleBroken("error-not-merged")
    elsewhere = {source for one in outline if one.line_id != line.line_id for source in one.sources}
    # A part of a split may stand elsewhere already: it is not brought back a second time, unless nothing is left.
    own = tuple(source for source in line.sources if source not in elsewhere) or line.sources[:1]
    parts = [
        Line(
            line_id=line.line_id if number == 0 else new_id(),
            wording=originals.get(source, line.wording),
            sources=(source,),
            version=line.version + 1,
        )
        for number, source in enumerate(own)
    ]
    return _in_place(outline, line, parts)


def _in_place(outline: Outline, line: Line, parts: Sequence[Line]) -> Outline:
    at = outline.index(line)
    return (*outline[:at], *parts, *outline[at + 1 :])


def _split(outline: Outline, edit: Split, _originals: object, new_id: NewId) -> Outline:
    line = _fresh(_kept_line(outline, edit.line_id), edit.version)
    texts = [text for one in edit.texts if (text := clean_line(one, maximum=QUESTION_LENGTH, required=False))]
    if len(texts) < 2:  # noqa: PLR2004 a split makes two at least
        raise RuleBroken("error-split-two")
    if len(texts) > PARTS_MAXIMUM:
        raise RuleBroken("error-too-many", field="list", maximum=PARTS_MAXIMUM)
    parts = [
        Line(
            line_id=line.line_id if number == 0 else new_id(),
            wording=line.wording
            if text == line.wording.text
            else _clean(Wording(text=text, etape_id=line.wording.etape_id)),
            sources=line.sources,
            version=line.version + 1,
        )
        for number, text in enumerate(texts)
    ]
    return _in_place(outline, line, parts)


def _set_aside(outline: Outline, edit: SetAside, _originals: object, _new_id: object) -> Outline:
    line = _kept_line(outline, edit.line_id)
    return (*(one for one in outline if one is not line), replace(line, is_aside=True))


def _aside_line(outline: Outline, line_id: UUID) -> Line:
    line = line_of(outline, line_id)
    if not line.is_aside:
        raise RuleBroken("error-not-aside")
    return line


def _bring_back(outline: Outline, edit: BringBack, _originals: object, _new_id: object) -> Outline:
    line = _aside_line(outline, edit.line_id)
    others = tuple(one for one in outline if one is not line)
    back = list(kept(others))
    back.insert(len(back) if edit.place is None else max(edit.place, 1) - 1, replace(line, is_aside=False))
    return (*back, *aside(others))


def _reword(outline: Outline, edit: Reword, _originals: object, _new_id: object) -> Outline:
    line = _fresh(line_of(outline, edit.line_id), edit.version)
    changed = replace(line, wording=_clean(edit.wording), version=line.version + 1)
    return tuple(changed if one is line else one for one in outline)


def _add(outline: Outline, edit: Add, _originals: object, new_id: NewId) -> Outline:
    texts = [text for one in edit.texts if (text := clean_line(one, maximum=QUESTION_LENGTH, required=False))]
    if not texts:
        raise RuleBroken("error-empty", field="question")
    new = tuple(Line(line_id=new_id(), wording=_clean(Wording(text=text))) for text in texts)
    return (*kept(outline), *new, *aside(outline))


def _remove(outline: Outline, edit: Remove, _originals: object, _new_id: object) -> Outline:
    line = _aside_line(outline, edit.line_id)
    return tuple(one for one in outline if one is not line)


_EDITS: dict[type, Callable[..., Outline]] = {
    Move: _move,
    Merge: _merge,
    Unmerge: _unmerge,
    Split: _split,
    SetAside: _set_aside,
    BringBack: _bring_back,
    Reword: _reword,
    Add: _add,
    Remove: _remove,
}


def copied(outline: Outline, new_id: NewId = uuid4) -> Outline:
    """The same lines under ids of their own, for a trame of its own."""
    return tuple(replace(line, line_id=new_id(), version=1) for line in outline)


def check_variant(before: Outline, after: Outline) -> None:
    """A proposed trame accounts for every question that it began with: they may be aside, never forgotten.

    Raises RuleBroken `error-still-in-use`.
    """
    sources = {source for line in after for source in line.sources}
    if not {source for line in before for source in line.sources} <= sources:
        raise RuleBroken("error-still-in-use")


def tally(outline: Outline, started: int) -> Tally:
    """The count before and after of an outline that began with `started` questions."""
    first_of: dict[UUID, UUID] = {}
    for line in outline:
        for source in line.sources[:1]:
            first_of.setdefault(source, line.line_id)
    sources = {source for line in outline for source in line.sources}
    own = [line for line in outline if line.sources and first_of[line.sources[0]] == line.line_id]
    return Tally(
        started=started,
        kept=len(kept(outline)),
        aside=len(aside(outline)),
        merged=len(sources) - len(own),
        born=len(outline) - len(own),
    )


def plan(outline: Outline, in_use: Sequence[UUID]) -> tuple[Planned, ...]:
    """What the trame in use becomes when this outline is written over it; nothing of `in_use` is lost.

    Each line takes the row of one of its sources, single ones choosing first; a part of a split that finds its
    source taken becomes a new row with the same fiches. Sources that no line took are merged into the line that
    names them. A question of the trame in use that the outline does not know (it came later) is left to the
    caller, which keeps it.
    """
    present = set(in_use)
    lines = [replace(line, sources=tuple(one for one in line.sources if one in present)) for line in outline]
    taken: dict[UUID, UUID] = {}
    chosen: dict[UUID, UUID] = {}
    for line in sorted(lines, key=lambda one: len(one.sources)):
        row = next((source for source in line.sources if source not in taken), None)
        if row is not None:
            taken[row], chosen[line.line_id] = line.line_id, row
    planned = []
    for line in lines:
        row = chosen.get(line.line_id)
        takes_in = tuple(source for source in line.sources if source not in taken)
        taken |= dict.fromkeys(takes_in, line.line_id)
        planned.append(
            Planned(
                line_id=line.line_id,
                question_id=row,
                wording=line.wording,
                state=QuestionState.ASIDE if line.is_aside else QuestionState.KEPT,
                takes_in=takes_in,
                links_of=tuple(source for source in line.sources if source != row),
                split_from=line.sources[0] if row is None and line.sources else None,
            )
        )
    return tuple(planned)
