"""Devis side by side: what each really costs the group, how it answers the cahier des charges, how it is marked."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from budget.envelope.words import LineKind
from budget.quotes import comparison
from budget.quotes.compare_words import Comparison
from budget.quotes.words import DevisState
from pages.budget import _compare_chart, _compare_choice, _compare_judge, _compare_tables
from pages.fiches._style import use_style
from pages.shell.formats import number
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor

QUERY, COPIES = "nature", "exemplaires"
FIGURES = 8


def page() -> None:
    """Draw the comparison of one kind of devis; it says itself what to do when there is nothing to compare."""
    actor = require_actor()
    asked = st.query_params.get(QUERY, "")
    kind = LineKind(asked) if asked in set(LineKind) else None
    copies = st.query_params.get(COPIES, "")
    found = comparison.view_comparison(actor, kind, int(copies[:FIGURES]) if copies.isdecimal() else None)
    use_style()
    st.page_link(page_of("devis"), label=t("devis-back"), icon=":material/arrow_back:")
    st.title(t("compare-title"), anchor=False)
    st.caption(t("compare-lead"))
    _kinds(found)
    if not found.compared:
        with st.container(border=True):
            st.header(t("compare-empty-title"), anchor=False)
            st.write(t("compare-empty-text"))
        return
    _quantity(found)
    chosen = _subset(found)
    _compare_tables.costs(found, chosen)
    _compare_chart.draw(found, chosen)
    _compare_tables.clauses(found, chosen)
    _compare_tables.marks(found, chosen)
    if found.may_judge:
        _compare_judge.draw(found)
    _compare_choice.draw(found, chosen)


def _kinds(found: Comparison) -> None:
    if len(found.kinds) < 2:  # noqa: PLR2004 nothing to choose between
        return
    picked = st.segmented_control(
        t("devis-kind"),
        found.kinds,
        default=found.kind,
        required=True,
        format_func=lambda one: t(f"devis-kind-{one.value}"),
        label_visibility="collapsed",
        key=f"compare.kind.{found.kind.value}",
    )
    if picked is not None and picked is not found.kind:
        st.query_params.from_dict({QUERY: picked.value})
        st.rerun()


def _quantity(found: Comparison) -> None:
    """The quantity that is wanted; a devis without that very lot says which one to order."""
    lots = sorted({cost.copies for one in found.compared for cost in one.view.costs if cost.copies})
    if not lots:
        return
    with st.form("compare.copies", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input(
            t("compare-copies"), str(found.wanted), help=t("compare-copies-help"), width=220,
            key=f"compare.copies.{found.kind.value}.{found.wanted}",
        )  # fmt: skip
        sends = st.form_submit_button(t("compare-copies-set"))
    st.caption(t("compare-lots", lots=", ".join(number(one) for one in lots)))
    if sends:
        bare = "".join(typed.split())
        if bare.isdecimal() and int(bare[:FIGURES]) > 0:
            st.query_params.from_dict({QUERY: found.kind.value, COPIES: bare[:FIGURES]})
            st.rerun()
        st.error(t("compare-copies-wrong"), icon=":material/error:")


def _subset(found: Comparison) -> frozenset[UUID]:
    """Which devis stand side by side: at first without those refused; with them once none waits for a choice."""
    names = {one.view.devis_id: f"{one.view.supplier} · {one.view.number}" for one in found.compared}
    refused = {one.view.devis_id for one in found.compared if one.view.state is DevisState.REFUSED}
    waits = any(one.view.is_open for one in found.compared)
    picked = st.pills(
        t("compare-which"),
        tuple(names),
        default=tuple(one for one in names if not (waits and one in refused)),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=f"compare.which.{found.kind.value}",
    )
    return frozenset(picked or names)


page()
