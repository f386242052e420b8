"""A plain table that screen readers read as one: caption, column and row headings. Every text is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

# What is drawn, and what is read aloud instead when a sign alone would say nothing.
Cell = str | tuple[str, str]

LINE = "border-bottom:1px solid rgba(128,128,128,.28)"
AROUND = "padding:.5rem .9rem .5rem 0;vertical-align:top"
UNSEEN = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap"


def draw(
    caption: str,
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    foot: Sequence[Cell] = (),
    centred: bool = False,
) -> None:
    """Draw the table; on a narrow screen it scrolls by itself, also by keyboard."""
    align = "center" if centred else "left"
    top = "".join(
        f'<th scope="col" style="{LINE};{AROUND};text-align:{align if place else "left"};font-weight:600">'
        f"{escape(name)}</th>"
        for place, name in enumerate(head)
    )
    body = "".join(_row(row, align, strong=False) for row in rows)
    end = f"<tfoot>{_row(foot, align, strong=True)}</tfoot>" if foot else ""
    st.html(
        f'<div role="region" aria-label="{escape(caption)}" tabindex="0" style="overflow-x:auto">'
        '<table style="border-collapse:collapse;width:100%;font-size:.94rem">'
        f'<caption style="{UNSEEN}">{escape(caption)}</caption>'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody>{end}</table></div>"
    )


def _row(cells: Sequence[Cell], align: str, *, strong: bool) -> str:
    weight = "font-weight:600" if strong else "font-weight:400"
    first = f'<th scope="row" style="{LINE};{AROUND};text-align:left;{weight}">{_cell(cells[0])}</th>'
    others = "".join(
        f'<td style="{LINE};{AROUND};text-align:{align};{weight}">{_cell(cell)}</td>' for cell in cells[1:]
    )
    return f"<tr>{first}{others}</tr>"


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    drawn, said = cell
    return f'<span aria-hidden="true">{escape(drawn)}</span><span style="{UNSEEN}">{escape(said)}</span>'
