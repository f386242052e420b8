"""The form of a proposal: to open one, and to change one whose first ballot is not in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import streamlit as st

from pages.decisions import _fields, _options, keys
from pages.decisions._when import EVENING, at_hour
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import check_days
from pages.widgets.plain import plain
from workspace.decisions import rules, service
from workspace.decisions.views import About, Changing
from workspace.decisions.words import Kind, Method, ProposalDraft, Rule
from workspace.kernel.clock import utc_now

K = keys.FORM
DAYS_OPEN = 7
HALF = 50


def form(about: str) -> None:
    """Ask for a proposal, then go to it. What was typed stays when something is refused."""
    choices = service.view_choices(require_actor(), about)
    st.title(t("decision-new-title"), anchor=False)
    if choices.about is not None and choices.about.name:
        st.caption(plain(t(f"decision-about-{choices.about.kind}", name=choices.about.name)))
    draft = _fields.fields(_first(choices.about, choices.zone), choices, K, opens_later=True)
    if st.button(t("decision-open"), type="primary", icon=":material/how_to_vote:", key=f"{K}.send"):
        _open(draft)


def change(proposal_id: UUID, changing: Changing) -> None:
    """The whole proposal again; what decides the result is fixed by the first ballot, which may come meanwhile."""
    key = f"{K}.{proposal_id}.{changing.draft.version}"
    st.caption(t("decision-change-whole"))
    draft = _fields.fields(changing.draft, changing.choices, key, opens_later=changing.is_scheduled)
    with st.container(horizontal=True):
        saves = st.button(t("decision-save"), type="primary", icon=":material/check:", key=f"{key}.send")
        if st.button(t("decision-change-leave"), type="tertiary", key=f"{key}.leave"):
            st.session_state.pop(keys.CHANGING, None)
            st.rerun()
    if not saves:
        return
    with attempt() as outcome:
        actor = require_actor()
        check_days(key)
        whole = replace(draft, options=_options.with_pictures(actor, draft.options, key))
        service.change_proposal(actor, proposal_id, whole)
    if outcome.ok:
        _forget()
        flash("decision-saved")
        st.rerun()


def _first(about: About | None, zone: str) -> ProposalDraft:
    """What a new proposal begins with: what it is about says the question, the kind and the effect."""
    kind = about.choice if about is not None and about.choice is not None else Kind.VISUAL
    advised = rules.ADVICE[kind][0]
    return ProposalDraft(
        title=t(f"decision-about-{about.kind}-title", name=about.name) if about is not None else "",
        context=about.context if about is not None else "",
        kind=kind,
        rule=Rule(method=advised, quorum=HALF, hidden=advised is not Method.CONSENT),
        options=(),
        closes_at=at_hour(utc_now() + timedelta(days=DAYS_OPEN), EVENING, zone),
        about=about.key if about is not None else "",
        effect=about.effect if about is not None else "",
        effect_data={"1": about.value} if about is not None and about.value else {},
    )


def _open(draft: ProposalDraft) -> None:
    from pages.shell.navigation import page_of  # after the pages of this run are known

    made = None
    with attempt():
        actor = require_actor()
        check_days(K)
        made = service.open_proposal(actor, replace(draft, options=_options.with_pictures(actor, draft.options, K)))
    if made is not None:
        _forget()
        flash("decision-opened")
        st.switch_page(page_of("decision"), query_params={"decision": str(made)})


def _forget() -> None:
    """Leave nothing of what was typed behind."""
    for key in [one for one in st.session_state if str(one).startswith(K)]:
        del st.session_state[key]
    for key in (keys.OPENING, keys.CHANGING):
        st.session_state.pop(key, None)
