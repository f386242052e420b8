"""The fiches as a light list, in their order."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from pages.fiches._marks import Marks
from pages.fiches._scene import fiche_link, text_of
from pages.shell.formats import ago
from pages.shell.i18n import t
from workspace.fiches.words import Board, FicheCard


def list_html(board: Board, marks: Marks) -> str:
    """One item a fiche: title, accroche, where it belongs, status, weight, last change."""
    names = {one.choice_id: text_of(one.name) for one in (*board.etapes, *board.structures)}

    # Many fiches share their minute, their writer and their counts.
    @cache
    def worded(key: str, **values: str | int) -> str:
        return text_of(t(key, **values))

    def changed(card: FicheCard) -> str:
        when = ago(card.changed_at, board.zone)
        return worded("fiches-by", when=when, name=card.changed_by) if card.changed_by else text_of(when)

    def words(card: FicheCard) -> str:
        if card.is_blank:
            return ""
        return " · " + worded("fiches-words", recto=card.words_recto, verso=card.words_verso)

    items = "".join(_item(card, names, marks, words(card), changed(card)) for card in board.cards)
    return f'<ul class="cf-list" aria-label="{t("fiches-list-caption")}">{items}</ul>'


def _item(card: FicheCard, names: dict[UUID, str], marks: Marks, words: str, changed: str) -> str:
    accroche = f'<p class="cf-acc">{text_of(card.accroche)}</p>' if card.accroche else ""
    where = ", ".join(names[one] for one in (*card.etape_ids, *card.structure_ids))
    title = fiche_link(card.fiche_id, card.title, css="cf-name")
    return (
        f'<li data-n="{card.number or ""}"><div>{title}{accroche}</div><p>{where}</p>'
        f'<p class="{marks.classes(card)}">{marks.said(card)}{words}</p><p>{changed}</p></li>'
    )
