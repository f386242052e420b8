"""How a proposal is decided, and the rules of the vote: the advice first, which may be overruled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

import streamlit as st

from pages.decisions._scene import method_label
from pages.shell.i18n import t
from workspace.decisions import rules
from workspace.decisions.views import OpeningChoices
from workspace.decisions.words import Base, Kind, Method, ProposalDraft, Rule, TieRule

DOTS = 5
One = TypeVar("One", bound=StrEnum)


def method(given: ProposalDraft, kind: Kind, key: str) -> Method:
    """The method: that of the draft while its kind of choice stays, else the advised one."""
    advised = rules.ADVICE[kind]
    offered = (*advised, *(one for one in Method if one not in advised))
    start = given.rule.method if kind is given.kind else offered[0]
    chosen = st.selectbox(
        t("decision-method"),
        offered,
        index=offered.index(start),
        format_func=lambda one: _method_choice(one, advised=one in advised),
        key=f"{key}.{kind.value}.method",
    )
    st.caption(f"{t(f'decision-method-{chosen.value}-help')} {t(f'decision-advice-{kind.value}')}")
    return chosen


def _method_choice(one: Method, *, advised: bool) -> str:
    name = method_label(one)
    return t("decision-advised", method=name) if advised else name


def rule(given: Rule, chosen: Method, choices: OpeningChoices, key: str) -> Rule:
    """Who votes, the quorum, and what the method needs to be told."""
    names = dict(choices.structures)
    voters = st.multiselect(
        t("decision-voters"),
        tuple(names),
        default=[one for one in given.voters if one in names],
        format_func=names.__getitem__,
        placeholder=t("decision-voters-all"),
        key=f"{key}.voters",
    )
    quorum = st.slider(t("decision-quorum"), 0, 100, given.quorum, 5, format="%d %%", key=f"{key}.quorum")
    st.caption(t("decision-quorum-help"))
    asked = _counted(given, Rule(method=chosen, voters=tuple(voters), quorum=quorum), key)
    if chosen is Method.CONSENT:
        shown_first = given.hidden and given.method is Method.CONSENT
        return replace(asked, hidden=st.toggle(t("decision-hidden"), value=shown_first, key=f"{key}.consent.hidden"))
    return _tie_and_secret(given, asked, names, key)


def _counted(given: Rule, asked: Rule, key: str) -> Rule:
    """What a majority must reach, the mentions, or the points."""
    if asked.method in rules.MAJORITIES:
        reach = rules.THRESHOLDS[asked.method]
        return replace(
            asked,
            threshold=_chosen(
                t("decision-threshold"),
                {one: t(f"decision-threshold-{one.value}") for one in reach},
                given.threshold,
                f"{key}.{asked.method.value}.threshold",
            ),
            base=_chosen(
                t("decision-base"), {one: t(f"decision-base-{one.value}") for one in Base}, given.base, f"{key}.base"
            ),
        )
    if asked.method is Method.MAJORITY_JUDGMENT:
        typed = st.text_area(
            t("decision-mentions"),
            "\n".join(reversed(given.mentions or rules.ORSAY)),
            help=t("decision-mentions-help"),
            key=f"{key}.mentions",
        )
        return replace(asked, mentions=tuple(reversed([one for one in typed.splitlines() if one.strip()])))
    if asked.method is Method.DOTS:
        return replace(asked, dots=st.slider(t("decision-dots"), *rules.DOTS, given.dots or DOTS, key=f"{key}.dots"))
    return asked


def _chosen(label: str, offered: Mapping[One, str], given: One, key: str) -> One:
    """One of the values, each under its name."""
    listed = tuple(offered)
    start = listed.index(given) if given in offered else 0
    return st.selectbox(label, listed, index=start, format_func=offered.__getitem__, key=key)


def _tie_and_secret(given: Rule, asked: Rule, names: dict[UUID, str], key: str) -> Rule:
    ties = {one: t(f"decision-tie-{one.value}") for one in TieRule}
    tie = _chosen(t("decision-tie"), ties, given.tie_rule, f"{key}.tie")
    casting = None
    if tie is TieRule.CASTING_VOICE:
        start = list(names).index(given.casting) if given.casting in names else 0
        casting = st.selectbox(
            t("decision-casting"), tuple(names), index=start, format_func=names.__getitem__, key=f"{key}.casting"
        )
    hidden = st.toggle(t("decision-hidden"), value=given.hidden, help=t("decision-hidden-help"), key=f"{key}.hidden")
    secret = st.toggle(t("decision-secret"), value=given.secret, key=f"{key}.secret")
    if secret:
        st.caption(t("decision-secret-help"))
    return replace(asked, tie_rule=tie, casting=casting, hidden=hidden, secret=secret)
