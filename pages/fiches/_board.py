"""The board as one piece of HTML: the matrix étapes x structures, and the list that phones get."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from pages.fiches._scene import fiche_link, status_label, text_of, weight_label
from pages.shell.formats import ago
from pages.shell.i18n import t
from workspace.fiches.words import Board, FicheCard, FicheStatus, Lightness

GLYPHS = {
    FicheStatus.DRAFT: "○",
    FicheStatus.IN_REVIEW: "◐",
    FicheStatus.APPROVED: "●",
    FicheStatus.PUBLISHED: "✓",
}
SHOWN_IN_A_CELL = 5
MANY_COLUMNS = 7
Cells = dict[tuple[UUID | None, UUID | None], list[FicheCard]]


def board_html(board: Board, *, matrix: bool, narrowed: bool) -> str:
    """The cards as matrix with the list for narrow places, or as list alone. Everything typed is escaped.

    `narrowed`: filters are on, so rows without a fiche say nothing and are left out.
    """
    listed = _list(board)
    if not matrix:
        return f'<div class="cf">{listed}{_legend()}</div>'
    return (
        f'<div class="cf cf-both"><div class="cf-wide">{_matrix(board, narrowed=narrowed)}</div>'
        f'<div class="cf-narrow">{listed}</div>{_legend()}</div>'
    )


def _glyph(status: FicheStatus) -> str:
    return f'<i class="cf-st cf-st-{status.value}" aria-hidden="true">{GLYPHS[status]}</i>'


def _weight(card: FicheCard) -> str:
    name = "blank" if card.is_blank else card.lightness.value
    return f'<i class="cf-w cf-w-{name}" aria-hidden="true"></i>'


def _hook(card: FicheCard) -> str:
    """The class by which the strip of people marks a fiche, wherever it stands."""
    return f"cf-{card.fiche_id.hex}"


def _chip(card: FicheCard) -> str:
    said = f"{status_label(card.status)}, {weight_label(card.lightness, blank=card.is_blank)}"
    return (
        f'<a class="cf-chip {_hook(card)}" href="/fiche?fiche={card.fiche_id}">'
        f'<span class="cf-t">{text_of(card.title)}</span>'
        f'<span class="cf-m">{_glyph(card.status)}{_weight(card)}<span class="cf-sr">{said}</span></span></a>'
    )


def _cell(cards: list[FicheCard]) -> str:
    if not cards:
        return "<td></td>"
    shown = "".join(map(_chip, cards[:SHOWN_IN_A_CELL]))
    rest = cards[SHOWN_IN_A_CELL:]
    if rest:
        more = "".join(map(_chip, rest))
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


def _matrix(board: Board, *, narrowed: bool) -> str:
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
        + "".join(_cell(cells.get((structure, etape), [])) for etape, _, _ in columns)
        + "</tr>"
        for structure, name in rows
        if structure in filled or not narrowed
    )
    table = (
        f'<table class="cf-matrix"><caption class="cf-sr">{t("fiches-matrix-caption")}</caption>'
        f'<thead><tr><th scope="col" class="cf-first">{t("fiches-matrix-corner")}</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    if len(columns) <= MANY_COLUMNS:
        return table
    width = 10 + 9 * len(columns)
    label = t("fiches-matrix-caption")
    return (
        f'<div class="cf-scroll" style="--cf-min:{width}rem" tabindex="0" role="region" aria-label="{label}">'
        f"{table}</div>"
    )


def _list(board: Board) -> str:
    etapes = {one.choice_id: one.name for one in board.etapes}
    structures = {one.choice_id: one.name for one in board.structures}
    return (
        f'<ul class="cf-list" aria-label="{t("fiches-list-caption")}">'
        + "".join(_item(card, etapes, structures, board.zone) for card in board.cards)
        + "</ul>"
    )


def _item(card: FicheCard, etapes: dict[UUID, str], structures: dict[UUID, str], zone: str) -> str:
    accroche = f'<p class="cf-acc">{text_of(card.accroche)}</p>' if card.accroche else ""
    where = [etapes[one] for one in card.etape_ids] + [structures[one] for one in card.structure_ids]
    places = f'<p class="cf-meta">{text_of(", ".join(where))}</p>' if where else '<p class="cf-meta"></p>'
    weight = weight_label(card.lightness, blank=card.is_blank)
    words = t("fiches-words", recto=card.words_recto, verso=card.words_verso)
    changed = ago(card.changed_at, zone)
    if card.changed_by:
        changed = t("fiches-by", when=changed, name=card.changed_by)
    return (
        f'<li class="{_hook(card)}"><span class="cf-num">{card.number or ""}</span>'
        f"<div>{fiche_link(card.fiche_id, card.title, css='cf-name cf-t')}{accroche}</div>{places}"
        f'<p class="cf-meta">{_glyph(card.status)} {status_label(card.status)} <br>'
        f'{_weight(card)} {weight}<span class="cf-soft">{"" if card.is_blank else f" · {words}"}</span></p>'
        f'<p class="cf-meta cf-soft">{text_of(changed)}</p></li>'
    )


def _legend() -> str:
    statuses = "".join(f"<span>{_glyph(one)} {status_label(one)}</span>" for one in FicheStatus)
    weights = "".join(
        f'<span><i class="cf-w cf-w-{one.value}" aria-hidden="true"></i> {weight_label(one, blank=False)}</span>'
        for one in Lightness
    )
    return f'<div class="cf-legend" role="note" aria-label="{t("fiches-legend")}">{statuses}{weights}</div>'
