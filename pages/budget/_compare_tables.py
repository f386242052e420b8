"""The comparison as tables: costs, clauses, marks. One column a devis, the cheapest first; read by rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from uuid import UUID

import streamlit as st

from budget.quotes import pricing
from budget.quotes.compare_words import Compared, Comparison, Judged, Mark
from budget.quotes.words import ClauseStanding, PriceKind
from pages.budget._devis_cost import inversion
from pages.budget._devis_words import lot_name, per_copy, status_name
from pages.budget._grid import grid
from pages.fiches._scene import text_of
from pages.shell.formats import colon, day, money, number
from pages.shell.i18n import t
from pages.widgets.plain import plain

SIGNS = {ClauseStanding.COVERED: "✓", ClauseStanding.MISSING: "✗", ClauseStanding.EXTRA: "+", None: "–"}
Cell = Callable[[Compared], str]


def _shown(found: Comparison, chosen: Collection[UUID]) -> list[Compared]:
    return [one for one in found.compared if one.view.devis_id in chosen]


def _grid(title: str, shown: Sequence[Compared], rows: Sequence[tuple[str, Cell]], *, strong: str) -> None:
    """One column a devis."""
    grid(
        title,
        [(one.view.supplier, one.view.number) for one in shown],
        [(name, [cell(one) for one in shown]) for name, cell in rows],
        corner=t("menu-devis"),
        strong=strong,
    )


def costs(found: Comparison, chosen: Collection[UUID]) -> None:
    """What each devis costs for the wanted quantity, and what makes it."""
    shown = _shown(found, chosen)
    st.header(t("compare-costs"), anchor=False)
    rows: list[tuple[str, Cell]] = [
        (t("compare-lot"), lambda one: text_of(lot_name(one.cost.copies)) if one.cost else "–"),
        (t("devis-net"), lambda one: money(one.cost.base.net_cents) if one.cost else "–"),
        (t("devis-vat"), lambda one: money(one.cost.base.vat_cents) if one.cost else "–"),
        (t("devis-options"), lambda one: money(one.cost.options.gross_cents) if one.cost else "–"),
        (t("devis-artist"), lambda one: money(one.cost.artist_cents) if one.cost else "–"),
        (t("devis-total"), _total),
        (t("devis-per-copy"), lambda one: per_copy(one.cost.per_copy) if one.cost else "–"),
        (t("compare-all-options"), _all_options),
        (t("compare-rights"), _rights),
        (t("devis-valid"), lambda one: day(one.view.valid_until) if one.view.valid_until else "–"),
        (t("supplier-status"), lambda one: status_name(one.view.status)),
    ]
    _grid(t("compare-costs"), shown, rows, strong=t("devis-total"))
    st.caption(t("compare-costs-help"))
    for one in shown:
        _explain(one)


def _total(one: Compared) -> str:
    if one.cost is None:
        return "–"
    best = f'<span class="cb-best">{t("compare-cheapest")}</span>' if one.is_cheapest else ""
    return f"{money(one.cost.total_cents)}{best}"


def _all_options(one: Compared) -> str:
    there = any(line.kind is PriceKind.OPTION and not line.kept for line in one.view.lines)
    return money(one.with_all_options) if there and one.with_all_options is not None else "–"


def _rights(one: Compared) -> str:
    if not one.view.rights:
        return t("compare-rights-none")
    short = sum(not right.is_complete for right in one.view.rights)
    names = text_of(", ".join(right.name for right in one.view.rights))
    return f"{names}<small>{t('compare-rights-short', count=short)}</small>" if short else names


def _explain(one: Compared) -> None:
    """A quantity between two lots, and a larger lot that costs less."""
    name = plain(one.view.supplier)
    if not one.choice.is_exact:
        wanted, below = number(one.choice.wanted), one.choice.below
        if one.choice.order is None:
            st.warning(t("compare-too-many", supplier=name, wanted=wanted, most=number(below or 0)))
        else:
            order = number(one.choice.order)
            told = (
                t("compare-below", supplier=name, wanted=wanted, order=order)
                if below is None
                else t("compare-between", supplier=name, wanted=wanted, order=order, below=number(below))
            )
            st.info(told, icon=":material/unfold_more:")
    for found in pricing.inversions(one.view.costs):
        st.info(f"{name}{colon()}{inversion(found)}", icon=":material/savings:")


def clauses(found: Comparison, chosen: Collection[UUID]) -> None:
    """How each devis answers each clause of the adopted version."""
    st.header(t("compare-clauses"), anchor=False)
    if not found.clauses:
        st.caption(t("compare-no-version"))
        return
    st.caption(plain(found.version_name))
    if not found.is_adopted:
        st.caption(t("compare-not-adopted"))
    shown = _shown(found, chosen)
    rows: list[tuple[str, Cell]] = [(heading, _answer(name)) for name, heading in found.clauses]
    rows.append(
        (
            t("compare-sum"),
            lambda one: t(
                "compare-counts",
                covered=one.count(ClauseStanding.COVERED),
                missing=one.count(ClauseStanding.MISSING),
                extra=one.count(ClauseStanding.EXTRA),
            ),
        )
    )
    _grid(t("compare-clauses"), shown, rows, strong=t("compare-sum"))


def _answer(clause: str) -> Cell:
    def cell(one: Compared) -> str:
        said = one.clauses.get(clause, Judged())
        name = t(f"clause-{said.standing.value}") if said.standing else t("clause-unread")
        note = f"<small>{text_of(said.note)}</small>" if said.note else ""
        stale = f"<small>{t('clause-stale')}</small>" if said.is_stale else ""
        soft = "" if said.standing else ' class="cf-soft"'
        return f'<span{soft}><span aria-hidden="true">{SIGNS[said.standing]}</span> {name}</span>{note}{stale}'

    return cell


def marks(found: Comparison, chosen: Collection[UUID]) -> None:
    """The marks by criterion, and their weighted mean."""
    st.header(t("compare-marks"), anchor=False)
    if not found.criteria:
        st.caption(t("compare-no-criteria"))
        return
    rows: list[tuple[str, Cell]] = [
        (t("compare-weighted", name=one.name, weight=one.weight), _mark(one.criterion_id))
        for one in found.criteria
        if one.criterion_id is not None
    ]
    rows.append((t("compare-score"), lambda one: _five(one.score)))
    _grid(t("compare-marks"), _shown(found, chosen), rows, strong=t("compare-score"))


def _five(value: object) -> str:
    return "–" if value is None else f"{number(round(float(str(value)), 2))} / 5"


def _mark(criterion_id: UUID | None) -> Cell:
    def cell(one: Compared) -> str:
        said = one.marks.get(criterion_id, Mark()) if criterion_id else Mark()
        note = f"<small>{text_of(said.note)}</small>" if said.note else ""
        return f"{_five(said.mark)}{note}"

    return cell
