"""A table of figures in HTML of ours: heads that a screen reader names, and a frame that scrolls by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from pages.fiches._scene import draw, text_of

STYLE = (
    ".cb-wide{overflow-x:auto}.cb-grid{border-collapse:collapse;width:100%;font-size:.95rem}"
    ".cb-grid th,.cb-grid td{border-bottom:1px solid var(--cf-line);padding:.45rem .7rem;text-align:right;"
    "vertical-align:top}.cb-grid td{min-width:6rem}.cb-grid th[scope=row]{text-align:left;font-weight:400;"
    "min-width:9rem;position:sticky;left:0;background:var(--cf-paper)}.cb-grid thead th{font-weight:600}"
    ".cb-grid thead th:first-child{text-align:left}"
    ".cb-grid small{display:block;font-weight:400;opacity:.75}.cb-strong th[scope=row],.cb-strong td{font-weight:700}"
    ".cb-grid:has(.cb-words) thead th:last-child{text-align:left}.cb-grid .cb-words{text-align:left;min-width:14rem}"
    ".cb-best{color:var(--cf-green);font-weight:600;display:block}"
    "@media(max-width:40rem){.cb-grid th[scope=row]{min-width:6.5rem;max-width:7.5rem}"
    ".cb-grid td{min-width:6.5rem}.cb-grid th,.cb-grid td{padding:.4rem .5rem}}"
)
Row = tuple[str, Sequence[str]]


def grid(title: str, heads: Sequence[tuple[str, str]], rows: Sequence[Row], *, corner: str, strong: str = "") -> None:
    """Draw it. `heads` are (name, what stands small below it), as text; cells are HTML in which all is escaped.

    `strong` names the row that is read first.
    """
    head = "".join(
        f'<th scope="col">{text_of(name)}{f"<small>{text_of(small)}</small>" if small else ""}</th>'
        for name, small in heads
    )
    body = "".join(
        f'<tr{" class=cb-strong" if name == strong else ""}><th scope="row">{text_of(name)}</th>'
        + "".join(f"<td>{cell}</td>" for cell in cells)
        + "</tr>"
        for name, cells in rows
    )
    draw(
        f'<div class="cf cb-wide" tabindex="0" role="region" aria-label="{text_of(title)}"><style>{STYLE}</style>'
        f'<table class="cb-grid"><caption class="cf-sr">{text_of(title)}</caption>'
        f'<thead><tr><th scope="col">{text_of(corner)}</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )
