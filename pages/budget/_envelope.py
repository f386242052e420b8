"""The forms of the envelope and of its lines. Amounts are typed in text, the French way."""

from __future__ import annotations

import streamlit as st

from budget.envelope import rules, service
from budget.envelope.words import EnvelopeDraft, EnvelopeView, LineDraft, LineKind, LineView
from pages.budget import keys
from pages.budget._invoice_words import typed
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.kernel.money import parse_amount
from workspace.members.rules import read_year

# What the meeting of 22 November 2007 set aside: shown as an example of how an amount is typed.
EXAMPLE = ("3 000", "4 000", "500")
ACCOUNTS = {LineKind.DESIGN: "604", LineKind.PRINTING: "6236", LineKind.WEB: "611", LineKind.OTHER: ""}


def actions(view: EnvelopeView) -> None:
    """What may be changed of the envelope."""
    if not view.abilities.may_change:
        return
    with st.container(horizontal=True):
        if st.button(t("budget-line-new"), icon=":material/add:", key=f"{keys.LINE}.new"):
            st.dialog(t("budget-line-new"))(_line_form)(view, None)
        if view.lines and st.button(t("budget-line-change"), icon=":material/edit:", key=f"{keys.LINE}.change"):
            st.dialog(t("budget-line-change"))(_change_line)(view)
        if st.button(t("budget-change"), icon=":material/tune:", key=f"{keys.ENVELOPE}.change"):
            st.dialog(t("budget-change"))(form)(view, view.year)
        if st.button(t("budget-new"), icon=":material/savings:", key=f"{keys.ENVELOPE}.new"):
            st.dialog(t("budget-new"))(form)(None, view.year)


def form(view: EnvelopeView | None, year: int) -> None:
    """An envelope: its title, year, band, threshold and where the money comes from."""
    key = f"{keys.ENVELOPE}.{view.envelope_id}.{view.version}" if view else f"{keys.ENVELOPE}.made"
    band = view.position.band if view else None
    with st.form(key, border=False):
        title = st.text_input(t("field-title"), view.title if view else "", key=f"{key}.title")
        typed_year = st.text_input(t("budget-year"), str(view.year if view else year), key=f"{key}.year")
        minimum = _amount("budget-minimum", band.minimum_cents if band else None, EXAMPLE[0], f"{key}.minimum")
        maximum = _amount("budget-maximum", band.maximum_cents if band else None, EXAMPLE[1], f"{key}.maximum")
        threshold = st.text_input(
            t("budget-threshold"),
            typed(view.two_approvals_from_cents) if view else EXAMPLE[2],
            help=t("budget-threshold-help"),
            key=f"{key}.threshold",
        )
        source = st.text_input(
            t("field-budget-source"),
            view.source if view else "",
            max_chars=rules.SOURCE_LENGTH,
            key=f"{key}.source",
        )
        sends = st.form_submit_button(t("budget-save" if view else "budget-create"), type="primary")
    if not sends:
        return
    with attempt() as outcome:
        draft = EnvelopeDraft(
            title=title,
            year=read_year(typed_year) or 0,
            minimum_cents=parse_amount(minimum),
            maximum_cents=parse_amount(maximum),
            two_approvals_from_cents=parse_amount(threshold),
            source=source,
            version=view.version if view else 1,
        )
        if view is None:
            made = service.create_envelope(require_actor(), draft)
            st.query_params["enveloppe"] = str(made)
        else:
            service.change_envelope(require_actor(), view.envelope_id, draft)
    if outcome.ok:
        flash("budget-saved")
        st.rerun()


def _amount(label: str, cents: int | None, example: str, key: str) -> str:
    return st.text_input(
        t(label),
        typed(cents),
        placeholder=example,
        help=t("budget-amount-help"),
        key=key,
    )


def _change_line(view: EnvelopeView) -> None:
    picked = st.selectbox(t("budget-line"), view.lines, format_func=lambda one: one.label, key=f"{keys.LINE}.picked")
    if picked is None:
        return
    _line_form(view, picked)
    if picked.may_remove and st.button(
        t("budget-line-remove"), type="tertiary", icon=":material/delete:", key=f"{keys.LINE}.remove"
    ):
        with attempt() as outcome:
            service.remove_line(require_actor(), picked.line_id)
        if outcome.ok:
            flash("budget-line-removed")
            st.rerun()


def _line_form(view: EnvelopeView, line: LineView | None) -> None:
    key = f"{keys.LINE}.{line.line_id}.{line.version}" if line else f"{keys.LINE}.made"
    band = line.position.band if line else None
    kinds = tuple(LineKind)
    with st.form(key, border=False):
        label = st.text_input(
            t("budget-line"), line.label if line else "", max_chars=rules.LINE_LENGTH, key=f"{key}.label"
        )
        kind = st.selectbox(
            t("budget-kind"),
            kinds,
            index=kinds.index(line.kind) if line else 0,
            format_func=lambda one: t(f"budget-kind-{one.value}"),
            key=f"{key}.kind",
        )
        minimum = _amount("budget-minimum", band.minimum_cents if band else None, "1 200", f"{key}.minimum")
        maximum = _amount("budget-maximum", band.maximum_cents if band else None, "1 800", f"{key}.maximum")
        account = st.text_input(
            t("budget-account"),
            line.account if line else "",
            placeholder=ACCOUNTS[LineKind.PRINTING],
            help=t("budget-account-help"),
            key=f"{key}.account",
        )
        sends = st.form_submit_button(t("budget-save"), type="primary")
    if not sends:
        return
    with attempt() as outcome:
        chosen = kind or LineKind.OTHER
        draft = LineDraft(
            label=label,
            kind=chosen,
            account=account or ACCOUNTS[chosen],
            minimum_cents=parse_amount(minimum),
            maximum_cents=parse_amount(maximum) if maximum.strip() else None,
            version=line.version if line else 1,
        )
        if line is None:
            service.add_line(require_actor(), view.envelope_id, draft)
        else:
            service.change_line(require_actor(), line.line_id, draft)
    if outcome.ok:
        flash("budget-saved")
        st.rerun()
