"""Décisions: what is open, for whom, until when; then the register."""

from __future__ import annotations

import streamlit as st

from pages.decisions import _form, _lists, _voice, keys
from pages.decisions._scene import use_style
from pages.shell.i18n import t
from pages.shell.session import require_actor
from workspace.decisions import service
from workspace.decisions.views import Decisions


def page() -> None:
    """Draw the list, or the form that opens a proposal."""
    actor = require_actor()
    decisions = service.view_decisions(actor)
    if "about" in st.query_params:
        st.session_state[keys.OPENING] = st.query_params["about"]
        del st.query_params["about"]
    if decisions.may_open and keys.OPENING in st.session_state:
        if st.button(t("decision-back"), type="tertiary", icon=":material/arrow_back:", key=f"{keys.NEW}.back"):
            del st.session_state[keys.OPENING]
            st.rerun()
        _form.form(str(st.session_state[keys.OPENING]))
        return
    use_style()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(t("decisions-title"), anchor=False, width="content")
        label = t("decision-new")
        if decisions.may_open and st.button(label, type="primary", icon=":material/add_circle:", key=keys.NEW):
            st.session_state[keys.OPENING] = ""
            st.rerun()
    _open(decisions)
    _register(decisions)
    _voice.voice(decisions)


def _open(decisions: Decisions) -> None:
    st.header(t("decisions-open"), anchor=False)
    if decisions.open:
        _lists.proposals(decisions.open, decisions.zone)
    else:
        st.write(t("decisions-open-none" if decisions.may_open else "decisions-open-none-read"))
    if decisions.withdrawn:
        with st.expander(t("decisions-withdrawn", count=len(decisions.withdrawn))):
            _lists.proposals(decisions.withdrawn, decisions.zone)


def _register(decisions: Decisions) -> None:
    st.header(t("decisions-register"), anchor=False)
    if decisions.register:
        _lists.register(decisions.register, decisions.zone)
    else:
        st.write(t("decisions-register-none"))


page()
