"""Two sheets compared, as HTML: <ins> and <del> with hidden words for screen readers, unchanged lines folded."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from pages.fiches._scene import draw, text_of
from pages.shell.i18n import t
from workspace.history import rules
from workspace.history.words import Comparison, Line, LineChange, LineFate, LineRole, Piece

FOLDED_FROM = 3
_RULES = Path(__file__).with_name("diff.css")
SIGNS = {LineFate.ADDED: "+", LineFate.REMOVED: "\u2212", LineFate.CHANGED: "\u00b1"}


@functools.cache
def _style() -> str:
    return f"<style>{_RULES.read_text(encoding='utf-8')}</style>"


def use_diff_style() -> None:
    """Bring the rules of comparisons to this page; those of fiches come first."""
    draw(_style())


def draw_comparison(comparison: Comparison, *, label: str, legend: bool = True) -> None:
    """What changed, in reading order; runs of unchanged lines are folded. `legend`: say what the marks mean."""
    body = "".join(
        f"{_zone(zone)}{''.join(_folded(tuple(changes)))}" for zone, changes in groupby(comparison.changes, _zone_of)
    )
    marks = f'<p class="cf-soft">{t("diff-legend")}</p>' if legend else ""
    draw(f'<div class="cf cd" role="region" aria-label="{text_of(label)}">{marks}{body}</div>')


def draw_sheet(lines: Sequence[Line], *, label: str) -> None:
    """A sheet as it is."""
    whole = rules.compare(lines, lines).changes
    body = "".join(f"{_zone(zone)}{''.join(map(_line, changes))}" for zone, changes in groupby(whole, _zone_of))
    draw(f'<div class="cf cd" role="region" aria-label="{text_of(label)}">{body}</div>')


def said(comparison: Comparison) -> str:
    """How much changed, in a sentence."""
    parts = [
        t("history-words-added", count=comparison.words_added),
        t("history-words-removed", count=comparison.words_removed),
    ]
    if comparison.lines_moved:
        parts.append(t("history-moved-count", count=comparison.lines_moved))
    return ", ".join(parts)


def _zone_of(change: LineChange) -> str:
    line = change.new or change.old
    return line.zone if line else ""


def _zone(zone: str) -> str:
    return f'<p class="cd-zone">{t("diff-recto" if zone == "level1" else "diff-verso")}</p>' if zone else ""


def _is_quiet(change: LineChange) -> bool:
    return change.fate is LineFate.SAME and not change.moved and not change.restyled


def _folded(changes: Sequence[LineChange]) -> Iterator[str]:
    for quiet, group in groupby(changes, _is_quiet):
        run = list(group)
        shown = "".join(map(_line, run))
        if quiet and len(run) >= FOLDED_FROM:
            yield f"<details><summary>{t('diff-folded', count=len(run))}</summary>{shown}</details>"
        else:
            yield shown


def _line(change: LineChange) -> str:
    line = change.new or change.old
    if line is None:
        return ""
    notes = [t("diff-moved")] if change.moved else []
    notes += [t("diff-restyled")] if change.restyled else []
    tags = "".join(f'<span class="cd-note">{note}</span>' for note in notes)
    sign = SIGNS.get(change.fate) or ("\u2195" if change.moved else "")
    mark = f' data-sign="{sign}"' if sign else ""
    words = "".join(map(_piece, change.pieces))
    if line.role is LineRole.FIGURE:
        words = t("diff-figure", text=words)
    return f'<p class="cd-l cd-{line.role.value}"{mark}><span>{words}</span>{tags}</p>'


def _piece(piece: Piece) -> str:
    if piece.old == piece.new:
        return _text(piece.new)
    # A space that went with other words is nothing to see or to hear.
    gone, come = piece.old.strip(" ") or not piece.new, piece.new.strip(" ") or not piece.old
    removed = f"<del>{_aloud('diff-removed')}{_text(piece.old)}{_aloud('diff-end')}</del>" if piece.old else ""
    added = f"<ins>{_aloud('diff-added')}{_text(piece.new)}{_aloud('diff-end')}</ins>" if piece.new else ""
    return (removed if gone else "") + (added if come else "")


def _aloud(key: str) -> str:
    return f'<span class="cf-sr"> {t(key)} </span>'


def _text(value: str) -> str:
    return text_of(value).replace("\n", "<br>")
