"""The way to a proposal about something, for whoever may open one."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from workspace.decisions.rules import POLICIES
from workspace.decisions.words import DecisionsOperation
from workspace.kernel.rights import Target, allowed


def may_propose() -> bool:
    """Whether one may open a proposal in one's group."""
    actor = require_actor()
    return allowed(POLICIES[DecisionsOperation.OPEN_PROPOSAL], actor, Target(group_id=actor.group_id))


def propose(about: str) -> None:
    """Go to the form of a new proposal; `about` such as `fiche:<id>`."""
    st.switch_page(page_of("decisions"), query_params={"about": about})


def propose_about(about: str, key: str) -> None:
    """A link to the form of a new proposal; `key` the sentence that it says."""
    if may_propose():
        st.page_link(page_of("decisions"), label=t(key), icon=":material/how_to_vote:", query_params={"about": about})
