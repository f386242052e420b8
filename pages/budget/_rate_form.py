"""The dialog in which the treasurer corrects a rate from a day on."""

from __future__ import annotations

import streamlit as st

from budget.rates import service
from budget.rates.rules import SOURCE_LENGTH
from budget.rates.words import CorrectionDraft, RateKind, RatesView
from pages.budget._rate_words import name_of, value_of
from pages.shell.formats import day
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from workspace.kernel.dates import read_day

K = "rates.form"


def open_form(view: RatesView) -> None:
    """Ask for the value, its first day and where it stands."""
    st.dialog(t("rates-correct"))(_form)(view)


def _form(view: RatesView) -> None:
    known = {one.kind: one for one in view.rates}
    kind = st.selectbox(t("rates-what"), tuple(RateKind), format_func=name_of, key=f"{K}.kind") or RateKind.ARTIST
    now, first = known[kind].now, known[kind].first_day
    st.caption(t("rates-now", value=value_of(kind, now.value), day=day(now.from_on)))
    if first is not None:
        st.caption(t("rates-first-day", day=day(first)))
    with st.form(f"{K}.form", border=False):
        help_key = "rates-day-help-day" if kind is RateKind.URSSAF_DAY else "rates-value-help"
        value = st.text_input(
            t("rates-value"), placeholder="15" if kind is RateKind.URSSAF_DAY else "1,1", help=t(help_key),
            key=f"{K}.value",
        )  # fmt: skip
        from_on = day_field(t("rates-from"), max(view.today, first or view.today), key=f"{K}.from.{kind.value}")
        source = st.text_area(
            t("field-rate-source"), height=80, max_chars=SOURCE_LENGTH, placeholder=t("rates-source-example"),
            key=f"{K}.source",
        )  # fmt: skip
        st.caption(t("rates-keep"))
        sends = st.form_submit_button(t("rates-save"), type="primary", key=f"{K}.yes")
    if sends:
        with attempt() as outcome:
            draft = CorrectionDraft(kind=kind, value=value, from_on=read_day(from_on), source=source)
            service.correct_rate(require_actor(), draft)
        if outcome.ok:
            flash("rates-saved")
            for key in [key for key in st.session_state if str(key).startswith(K)]:
                del st.session_state[key]
            st.rerun()
