"""Opening a proposal: what is decided, the advice that goes with it, the options, the rules of the vote."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from pages.decisions import _options, keys
from pages.decisions._scene import method_label
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.decisions import rules, service
from workspace.decisions.views import OpeningChoices
from workspace.decisions.words import Base, Kind, Method, ProposalDraft, Rule, TieRule
from workspace.kernel.clock import local, utc_now

K = keys.FORM
EVENING = time(18, 0)
DAYS_OPEN = 7
HALF = 50


def form(about: str) -> None:
    """Ask for a proposal, then go to it. What was typed stays when something is refused."""
    actor = require_actor()
    choices = service.view_choices(actor, about)
    st.title(t("decision-new-title"), anchor=False)
    if choices.about_name:
        st.caption(t("decision-about", name=choices.about_name))
    kind = _kind()
    title = st.text_input(t("decision-title"), placeholder=t("decision-title-example"), key=f"{K}.title")
    context = st.text_area(t("decision-context"), help=t("decision-context-help"), height=110, key=f"{K}.context")
    method = _method(kind)
    options = _options.fields(method, choices)
    closes = _instant(t("decision-closes"), utc_now() + timedelta(days=DAYS_OPEN), choices.zone, f"{K}.closes")
    with st.expander(t("decision-rules"), icon=":material/gavel:"):
        rule = _rule(method, choices)
        opens = None
        if st.toggle(t("decision-opens-later"), key=f"{K}.later"):
            opens = _instant(t("decision-opens"), utc_now() + timedelta(days=1), choices.zone, f"{K}.opens")
        authors = st.toggle(t("decision-authors-shown"), help=t("decision-authors-help"), key=f"{K}.authors")
        review = st.date_input(
            t("decision-review"), None, format="DD/MM/YYYY", help=t("decision-review-help"), key=f"{K}.review"
        )
    effect, data = _effect(kind, choices)
    if st.button(t("decision-open"), type="primary", icon=":material/how_to_vote:", key=f"{K}.send"):
        draft = ProposalDraft(
            title=title,
            context=context,
            kind=kind,
            rule=rule,
            options=options,
            closes_at=closes,
            opens_at=opens,
            authors_shown=authors,
            about=about,
            effect=effect,
            effect_data=data,
            review_on=review,
        )
        _send(draft)


def _send(draft: ProposalDraft) -> None:
    from pages.shell.navigation import page_of  # after the pages of this run are known

    made = None
    with attempt():
        actor = require_actor()
        made = service.open_proposal(actor, replace(draft, options=_options.with_pictures(actor, draft.options)))
    if made is not None:
        for key in [one for one in st.session_state if str(one).startswith(K)]:
            del st.session_state[key]
        st.session_state.pop(keys.OPENING, None)
        flash("decision-opened")
        st.switch_page(page_of("decision"), query_params={"decision": str(made)})


def _kind() -> Kind:
    chosen = st.pills(
        t("decision-kind"),
        tuple(Kind),
        default=Kind.VISUAL,
        required=True,
        format_func=lambda one: t(f"decision-kind-{one.value}"),
        key=f"{K}.kind",
    )
    return chosen or Kind.OTHER


def _method(kind: Kind) -> Method:
    """The method that is advised comes first and may be overruled; the advice stays in sight."""
    advised = rules.ADVICE[kind]
    method = st.selectbox(
        t("decision-method"),
        (*advised, *(one for one in Method if one not in advised)),
        format_func=lambda one: _method_choice(one, advised=one in advised),
        key=f"{K}.{kind.value}.method",
    )
    st.caption(f"{t(f'decision-method-{method.value}-help')} {t(f'decision-advice-{kind.value}')}")
    return method


def _method_choice(method: Method, *, advised: bool) -> str:
    name = method_label(method)
    return t("decision-advised", method=name) if advised else name


def _instant(label: str, default: datetime, zone: str, key: str) -> datetime:
    """A day and an hour in the group's zone, as an instant."""
    left, right = st.columns([3, 2])
    day = left.date_input(label, local(default, zone).date(), format="DD/MM/YYYY", key=f"{key}.day")
    hour = right.time_input(t("decision-hour"), EVENING, key=f"{key}.hour")
    return datetime.combine(day, hour, ZoneInfo(zone))


def _rule(method: Method, choices: OpeningChoices) -> Rule:
    names = dict(choices.structures)
    voters = st.multiselect(
        t("decision-voters"),
        tuple(names),
        format_func=names.__getitem__,
        placeholder=t("decision-voters-all"),
        key=f"{K}.voters",
    )
    quorum = st.slider(t("decision-quorum"), 0, 100, HALF, 5, format="%d %%", key=f"{K}.quorum")
    st.caption(t("decision-quorum-help"))
    rule = Rule(method=method, voters=tuple(voters), quorum=quorum)
    if method in rules.MAJORITIES:
        thresholds = rules.THRESHOLDS[method]
        rule = replace(
            rule,
            threshold=st.selectbox(
                t("decision-threshold"),
                thresholds,
                format_func=lambda one: t(f"decision-threshold-{one.value}"),
                key=f"{K}.{method.value}.threshold",
            ),
            base=st.selectbox(
                t("decision-base"),
                tuple(Base),
                format_func=lambda one: t(f"decision-base-{one.value}"),
                key=f"{K}.base",
            )
            or Base.EXPRESSED,
        )
    if method is Method.MAJORITY_JUDGMENT:
        typed = st.text_area(
            t("decision-mentions"),
            "\n".join(reversed(rules.ORSAY)),
            help=t("decision-mentions-help"),
            key=f"{K}.mentions",
        )
        rule = replace(rule, mentions=tuple(reversed([one for one in typed.splitlines() if one.strip()])))
    if method is Method.DOTS:
        rule = replace(rule, dots=st.slider(t("decision-dots"), *rules.DOTS, 5, key=f"{K}.dots"))
    if method is Method.CONSENT:
        return replace(rule, hidden=st.toggle(t("decision-hidden"), value=False, key=f"{K}.consent.hidden"))
    return _tie_and_secret(rule, names)


def _tie_and_secret(rule: Rule, names: dict) -> Rule:  # type: ignore[type-arg]
    tie = st.selectbox(
        t("decision-tie"), tuple(TieRule), format_func=lambda one: t(f"decision-tie-{one.value}"), key=f"{K}.tie"
    )
    casting = None
    if tie is TieRule.CASTING_VOICE:
        casting = st.selectbox(t("decision-casting"), tuple(names), format_func=names.__getitem__, key=f"{K}.casting")
    hidden = st.toggle(t("decision-hidden"), value=True, help=t("decision-hidden-help"), key=f"{K}.hidden")
    secret = st.toggle(t("decision-secret"), key=f"{K}.secret")
    if secret:
        st.caption(t("decision-secret-help"))
    return replace(rule, tie_rule=tie or TieRule.SECOND_ROUND, casting=casting, hidden=hidden, secret=secret)


def _effect(kind: Kind, choices: OpeningChoices) -> tuple[str, dict[str, str]]:
    """What the outcome would do by itself: only what a room has offered for this kind of choice."""
    found = [name for name, of in choices.effects.items() if of is kind]
    if not found:
        return "", {}
    name = found[0]
    if not st.checkbox(t(f"effect-{name.replace('_', '-')}"), value=True, key=f"{K}.effect.{name}"):
        return "", {}
    return name, {"structure": st.text_input(t("effect-candidate"), key=f"{K}.effect.structure")}
