"""The fields of a proposal, in the order in which one thinks: what, how, when, under which rules, what it will do."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import streamlit as st

from pages.decisions import _effect_fields, _options, _rule_fields
from pages.decisions._when import EVENING, at_hour
from pages.shell.i18n import t
from pages.widgets.days import day_now_if_any, instant_now
from workspace.decisions.views import OpeningChoices
from workspace.decisions.words import Kind, ProposalDraft
from workspace.kernel.clock import utc_now


def fields(given: ProposalDraft, choices: OpeningChoices, key: str, *, opens_later: bool) -> ProposalDraft:
    """Every field, beginning as `given` says."""
    kind = _kind(given.kind, key)
    title = st.text_input(
        t("decision-title"), given.title, placeholder=t("decision-title-example"), key=f"{key}.title"
    )
    context = st.text_area(
        t("decision-context"), given.context, help=t("decision-context-help"), height=110, key=f"{key}.context"
    )
    method = _rule_fields.method(given, kind, key)
    options = _options.fields(given, method, choices, key)
    closes = instant_now(t("decision-closes"), given.closes_at, choices.zone, f"{key}.closes")
    with st.expander(t("decision-rules"), icon=":material/gavel:"):
        rule = _rule_fields.rule(given.rule, method, choices, key)
        opens = given.opens_at
        tomorrow = at_hour(utc_now() + timedelta(days=1), EVENING, choices.zone)
        if opens_later:
            later = st.toggle(t("decision-opens-later"), value=opens is not None, key=f"{key}.later")
            opens = (
                instant_now(t("decision-opens"), opens or tomorrow, choices.zone, f"{key}.opens") if later else None
            )
        authors = st.toggle(
            t("decision-authors-shown"), given.authors_shown, help=t("decision-authors-help"), key=f"{key}.authors"
        )
        review = day_now_if_any(
            t("decision-review"), given.review_on, help=t("decision-review-help"), key=f"{key}.review.day-if-any"
        )
    effect, data = _effect_fields.effect(given, kind, method, options, choices, key=key)
    return replace(
        given,
        title=title,
        context=context,
        kind=kind,
        rule=rule,
        options=options,
        closes_at=closes,
        opens_at=opens,
        authors_shown=authors,
        effect=effect,
        effect_data=data,
        review_on=review,
    )


def _kind(given: Kind, key: str) -> Kind:
    chosen = st.pills(
        t("decision-kind"),
        tuple(Kind),
        default=given,
        required=True,
        format_func=lambda one: t(f"decision-kind-{one.value}"),
        key=f"{key}.kind",
    )
    return chosen or Kind.OTHER
