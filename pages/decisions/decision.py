"""Décision: what is proposed, one's vote, who voted, the result and how it came out."""

from __future__ import annotations

import streamlit as st

from pages.decisions import (
    _actions,
    _consequences,
    _form,
    _gallery,
    _objections,
    _outcome,
    _people,
    _results,
    _voice,
    _vote,
    keys,
)
from pages.decisions._scene import method_label, names_of, use_style
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.asked import asked
from pages.widgets.plain import plain, plain_lines
from workspace.decisions import service
from workspace.decisions.rules import CURRENT
from workspace.decisions.views import ProposalView
from workspace.decisions.words import Stage


def page() -> None:
    """Draw the decision that the address names."""
    actor = require_actor()
    st.page_link(page_of("decisions"), label=t("decision-back"), icon=":material/arrow_back:")
    view = asked(actor, "decision", service.view_proposal)
    if view is None:
        st.title(t("decision-missing-title"), anchor=False)
        st.write(t("decision-missing-text"))
        return
    use_style()
    st.title(plain(view.title), anchor=False)
    if view.abilities.may_change_rule and st.session_state.get(keys.CHANGING) == view.proposal_id:
        _form.change(view.proposal_id, service.view_change(actor, view.proposal_id))
        return
    _head(view)
    _outcome.outcome(view)
    if view.tally is not None:
        if view.stage is Stage.OPEN:
            st.caption(t("decision-so-far"))
        _results.results(view.rule, view.tally, names_of(view))
    _gallery.gallery(view)
    if view.stage in CURRENT:
        _consequences.before(view, names_of(view))
    _vote.vote(view)
    if view.stage is Stage.OPEN and view.rule.hidden:
        st.info(t("decision-hidden-now"), icon=":material/visibility_off:")
    _objections.objections(view)
    if view.voters:
        _people.roll(view)
    _rest(view)


def _head(view: ProposalView) -> None:
    said = {
        Stage.OPEN: t("decision-until", date=when(view.closes_at, view.zone)),
        Stage.SCHEDULED: t("decision-from", date=when(view.opens_at, view.zone)),
        Stage.CLOSED: t("decision-closed-on", date=when(view.closed_at or view.closes_at, view.zone)),
        Stage.WITHDRAWN: t("decision-stage-withdrawn"),
    }[view.stage]
    parts = [said, method_label(view.rule.method)]
    parts += [t("objection-round", round=view.round)] if view.round > 1 else []
    parts += [t("decision-opened-by", name=view.opened_by)] if view.opened_by else []
    st.caption(plain(" · ".join(parts)))
    if view.withdrawn_reason:
        st.warning(plain(view.withdrawn_reason), icon=":material/undo:")
    if view.context:
        st.markdown(plain_lines(view.context))
    if view.about is not None:
        about = view.about
        label = plain(t(f"decision-about-{about.kind}", name=about.name))
        st.page_link(page_of(about.page), label=label, icon=":material/link:", query_params=dict(about.query))
    if view.changes:
        last = view.changes[-1]
        date = when(last.at, view.zone)
        said = t("decision-changed", version=last.version, date=date, name=last.name, note=last.note)
        st.info(plain(said), icon=":material/edit_note:")
    _actions.actions(view)


def _rest(view: ProposalView) -> None:
    """What is needed more rarely: giving one's voice, the rule, earlier rounds."""
    if view.abilities.may_vote and any(one.is_own and not one.cast_by for one in view.voices):
        with st.expander(t("voice-give-here"), icon=":material/handshake:"):
            _voice.give(view.proposal_id, view.zone)
    with st.expander(t("decision-rules"), icon=":material/gavel:"):
        _outcome.rules(view)
    for one in view.earlier:
        named = {**names_of(view), **one.names}
        with st.expander(t("decision-earlier", round=one.number), icon=":material/history:"):
            if one.tally is not None:
                _results.results(one.rule, one.tally, named)
            _people.lines(one.rule, one.voters, named, zone=view.zone, single=one.is_single)


page()
