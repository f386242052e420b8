"""Rates: what holds, since when, where it stands; the treasurer corrects one from a day on, or takes that back."""

from __future__ import annotations

import streamlit as st

from budget.rates import service
from budget.rates.rules import VAT
from budget.rates.words import CorrectionView, RateKind, RateLine, RatesView, RateView
from pages.budget import _rate_form
from pages.budget._grid import Row, grid
from pages.budget._rate_words import name_of, value_of
from pages.fiches._scene import text_of
from pages.fiches._style import use_style
from pages.shell.formats import day, when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain

OWED = (RateKind.ARTIST, RateKind.ARTIST_TRAINING)
WITHHELD = (RateKind.OLD_AGE, RateKind.CSG, RateKind.CRDS, RateKind.CSG_BASE, RateKind.TRAINING)
SECTIONS = (
    ("owed", OWED), ("withheld", WITHHELD), ("day", (RateKind.URSSAF_DAY,)), ("vat", VAT),
)  # fmt: skip


def page() -> None:
    """Draw the rates by what they are for, then what was corrected."""
    actor = require_actor()
    view = service.view_rates(actor)
    use_style()
    st.page_link(page_of("budget"), label=t("rates-back"), icon=":material/arrow_back:")
    st.title(t("rates-title"), anchor=False)
    st.caption(t("rates-lead"))
    if view.may_correct:
        if st.button(t("rates-correct"), type="primary", icon=":material/edit_calendar:", key="rates.correct"):
            _rate_form.open_form(view)
    else:
        st.info(t("rates-read"), icon=":material/lock:")
    for title, kinds in SECTIONS:
        st.header(t(f"rates-{title}"), anchor=False)
        st.caption(t(f"rates-{title}-help"))
        heads = [(t(key), "") for key in ("rates-value", "rates-from", "rates-source")]
        rows = _rows([one for kind in kinds for one in view.rates if one.kind is kind])
        grid(t(f"rates-{title}"), heads, rows, corner=t("rates-what"))
    _corrections(view)


def _rows(shown: list[RateView]) -> list[Row]:
    """A rate a line, those that come under the one that holds."""
    rows: list[Row] = []
    for one in shown:
        rows.append((name_of(one.kind), _cells(one.now)))
        rows += [(t("rates-coming", name=name_of(one.kind)), _cells(line)) for line in one.coming]
    return rows


def _cells(line: RateLine) -> tuple[str, ...]:
    source = t("rates-corrected", source=line.source) if line.correction_id else line.source
    words = f'<div class="cb-words">{text_of(source)}</div>'
    return text_of(value_of(line.kind, line.value)), text_of(day(line.from_on)), words


def _corrections(view: RatesView) -> None:
    st.header(t("rates-corrections"), anchor=False)
    if not view.corrections:
        st.caption(t("rates-corrections-none"))
    for one in view.corrections:
        with st.container(border=True, gap="xxsmall"):
            _correction(view, one)


def _correction(view: RatesView, one: CorrectionView) -> None:
    line = one.line
    said = t(
        "rates-correction", name=name_of(line.kind), value=value_of(line.kind, line.value), day=day(line.from_on)
    )
    st.markdown(f"~~{said}~~" if one.withdrawn_at else f"**{said}**")
    st.markdown(plain(line.source))
    st.caption(t("rates-by", name=plain(one.by), date=when(one.at, view.zone)))
    if one.withdrawn_at is not None:
        st.caption(t("rates-withdrawn", name=plain(one.withdrawn_by), date=when(one.withdrawn_at, view.zone)))
    elif view.may_correct and st.button(
        t("rates-withdraw"), type="tertiary", icon=":material/undo:", key=f"rates.withdraw.{line.correction_id}"
    ):
        with attempt() as outcome:
            if line.correction_id is not None:
                service.withdraw_correction(require_actor(), line.correction_id)
        if outcome.ok:
            flash("rates-is-withdrawn")
            st.rerun()


page()
