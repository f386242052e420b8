"""The link that opens a proposal about something: drawn for whoever may open one."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from workspace.decisions.rules import POLICIES
from workspace.decisions.words import DecisionsOperation
from workspace.kernel.rights import Target, allowed


def propose_about(about: str, key: str = "decision-from-fiche") -> None:
    """A link to the form of a new proposal; `about` such as `fiche:<id>`, `key` the sentence that it says."""
    actor = require_actor()
    if allowed(POLICIES[DecisionsOperation.OPEN_PROPOSAL], actor, Target(group_id=actor.group_id)):
        st.page_link(page_of("decisions"), label=t(key), icon=":material/how_to_vote:", query_params={"about": about})
