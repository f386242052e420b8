"""The board as one piece of HTML: the matrix étapes x structures, or the list, which is what phones get."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from pages.fiches._list import list_html
from pages.fiches._marks import Marks
from pages.fiches._scene import fiche_address, text_of
from pages.shell.i18n import t
from workspace.fiches.words import Board, FicheCard, FicheStatus, Lightness

SHOWN_IN_A_CELL = 5
MANY_COLUMNS = 7
LONG = 48  # signs of a title that may be more than three lines of a narrow column, and is then cut by its element
Cells = dict[tuple[UUID | None, UUID | None], list[FicheCard]]


def board_html(board: Board, *, as_list: bool, narrowed: bool) -> str:
    """The cards as matrix or as list. Everything typed is escaped.

    A big board is thousands of elements in a browser, so each card is as few of them as it can be: its marks are
    drawn by its classes and said by its title. `narrowed`: filters are on, so rows without a fiche are left out.
    """
    marks = Marks()
    cards = list_html(board, marks) if as_list else _matrix(board, marks, narrowed=narrowed)
    return f'<div class="cf">{cards}{_legend(marks)}</div>'


def _chip(card: FicheCard, marks: Marks) -> str:
    title = text_of(card.title)
    if len(card.title) > LONG:
        title = f'<span class="cf-t">{title}</span>'
    return (
        f'<a class="cf-chip {marks.classes(card)}" href="{fiche_address(card.fiche_id)}"'
        f' title="{marks.said(card)}">{title}</a>'
    )


def _cell(cards: list[FicheCard], marks: Marks) -> str:
    if not cards:
        return "<td></td>"
    shown = "".join(_chip(card, marks) for card in cards[:SHOWN_IN_A_CELL])
    rest = cards[SHOWN_IN_A_CELL:]
    if rest:
        more = "".join(_chip(card, marks) for card in rest)
        label = t("fiches-more", count=len(rest))
        shown += f'<details><summary>{label}</summary><div class="cf-cell">{more}</div></details>'
    return f'<td><div class="cf-cell">{shown}</div></td>'


def _cells(cards: Iterable[FicheCard]) -> Cells:
    found: Cells = defaultdict(list)
    for card in cards:
        for structure in card.structure_ids or (None,):
            for etape in card.etape_ids or (None,):
                found[structure, etape].append(card)
    return found


def _matrix(board: Board, marks: Marks, *, narrowed: bool) -> str:
    cells = _cells(board.cards)
    columns: list[tuple[UUID | None, str, str]] = [
        (etape.choice_id, text_of(etape.name), str(number)) for number, etape in enumerate(board.etapes, start=1)
    ]
    if not columns or any(etape is None for _, etape in cells):
        columns.insert(0, (None, t("fiches-matrix-across"), "\u00a0"))
    rows: list[tuple[UUID | None, str]] = [(one.choice_id, text_of(one.name)) for one in board.structures]
    filled = {structure for structure, _ in cells}
    if None in filled:
        rows.insert(0, (None, t("fiches-matrix-common")))
    head = "".join(f'<th scope="col"><span class="cf-n">{number}</span>{name}</th>' for _, name, number in columns)
    body = "".join(
        f'<tr{"" if structure else " class=cf-common"}><th scope="row">{name}</th>'
        + "".join(_cell(cells.get((structure, etape), []), marks) for etape, _, _ in columns)
        + "</tr>"
        for structure, name in rows
        if structure in filled or not narrowed
    )
    caption = t("fiches-matrix-caption")
    table = (
        f'<table class="cf-matrix"><caption class="cf-sr">{caption}</caption>'
        f'<thead><tr><th scope="col" class="cf-first">{t("fiches-matrix-corner")}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    if len(columns) <= MANY_COLUMNS:
        return table
    width = 10 + 9 * len(columns)
    return (
        f'<div class="cf-scroll" style="--cf-min:{width}rem" tabindex="0" role="region" aria-label="{caption}">'
        f"{table}</div>"
    )


def _legend(marks: Marks) -> str:
    statuses = "".join(f'<span class="cf-s-{one.value}">{marks.statuses[one]}</span>' for one in FicheStatus)
    weights = "".join(f'<span class="cf-w-{one.value}">{marks.weights[one.value]}</span>' for one in Lightness)
    return f'<div class="cf-legend" role="note" aria-label="{t("fiches-legend")}">{statuses}{weights}</div>'
