"""The rules of fees: written, corrected, put away."""

from __future__ import annotations

from uuid import UUID

import streamlit as st
from babel.dates import get_month_names

from budget.adhesions import rules, service
from budget.adhesions.words import AdhesionsView, FeeKind, RuleDraft, RuleView
from pages.contributions._fields import done, typed
from pages.shell.formats import money
from pages.shell.i18n import language, t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.money import parse_amount


def draw(view: AdhesionsView) -> None:
    """Each rule, then a form for another."""
    st.header(t("adhesions-rules"), anchor=False)
    if not view.rules:
        st.write(t("adhesions-rules-none"))
    for place, one in enumerate(view.rules):
        _rule(one, f"adhesions.rule.{place}")
    if st.button(t("adhesions-rule-new"), icon=":material/add_circle:", key="adhesions.rule.new"):
        st.dialog(t("adhesions-rule-new"))(_form)(None, RuleDraft(label="", kind=FeeKind.CALENDAR, amount_cents=0))


def _rule(one: RuleView, key: str) -> None:
    draft = one.draft
    kind = t(f"adhesions-rule-kind-{draft.kind.value}")
    said = t(
        "adhesions-rule-line", label=draft.label, amount=money(draft.amount_cents), kind=kind[:1].lower() + kind[1:]
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(said + (f" ({t('adhesions-rule-archived')})" if one.is_archived else "")), width="content")
        if st.button(t("adhesions-rule-change"), key=f"{key}.change"):
            st.dialog(t("adhesions-rule-change"))(_form)(one.rule_id, draft)
        label = t("adhesions-rule-restore" if one.is_archived else "adhesions-rule-archive")
        if st.button(label, type="tertiary", key=f"{key}.archive"):
            with attempt() as outcome:
                service.archive_rule(require_actor(), one.rule_id, archived=not one.is_archived)
            if outcome.ok:
                done("adhesions-rule-saved")


def _form(rule_id: UUID | None, draft: RuleDraft) -> None:
    key = f"adhesions.rule.form.{rule_id}"
    label = st.text_input(
        t("adhesions-rule-label"), value=draft.label, placeholder=t("adhesions-rule-label-placeholder"),
        max_chars=rules.LABEL_LENGTH, key=f"{key}.label",
    )  # fmt: skip
    kind = (
        st.selectbox(
            t("adhesions-rule-kind"),
            tuple(FeeKind),
            index=tuple(FeeKind).index(draft.kind),
            format_func=lambda one: t(f"adhesions-rule-kind-{one.value}"),
            key=f"{key}.kind",
        )
        or draft.kind
    )
    st.caption(t(f"adhesions-rule-kind-{kind.value}-help"))
    amount = st.text_input(t("adhesions-rule-amount"), value=typed(draft.amount_cents), key=f"{key}.amount")
    first_month, months = draft.first_month, draft.months
    if kind is FeeKind.ROLLING:
        months = st.slider(t("adhesions-rule-months"), 1, rules.MONTHS_MAXIMUM, months, key=f"{key}.months")
    else:
        names = get_month_names(locale=language())
        first_month = st.selectbox(
            t("adhesions-rule-first-month"), tuple(range(1, 13)), index=first_month - 1,
            format_func=lambda one: names[one], key=f"{key}.first",
        ) or first_month  # fmt: skip
    if st.button(t("adhesions-rule-save"), type="primary", key=f"{key}.save"):
        with attempt() as outcome:
            service.save_rule(
                require_actor(),
                rule_id,
                RuleDraft(
                    label=label,
                    kind=kind,
                    amount_cents=parse_amount(amount),
                    first_month=first_month,
                    months=months,
                    version=draft.version,
                ),
            )
        if outcome.ok:
            done("adhesions-rule-saved")
