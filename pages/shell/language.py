"""Which language a visit speaks: the person's own, else what they just chose, else their browser's."""

from __future__ import annotations

import streamlit as st

from pages.shell import state
from pages.shell.i18n import LANGUAGE_NAMES, language, t
from pages.shell.session import VisitFacts
from workspace.kernel.actor import Actor
from workspace.kernel.messages import LANGUAGES


def language_of_visit(actor: Actor, facts: VisitFacts) -> str:
    """The language of this run."""
    if actor.is_signed_in:
        return actor.locale
    return str(st.session_state.get(state.LANGUAGE, facts.language))


def chooser() -> None:
    """A quiet choice of language for somebody who is not signed in."""
    chosen = st.segmented_control(
        t("shell-language"),
        LANGUAGES,
        default=language(),
        format_func=lambda code: LANGUAGE_NAMES[code],
        label_visibility="collapsed",
        key="shell.language.choice",
    )
    if chosen and chosen != language():
        st.session_state[state.LANGUAGE] = chosen
        st.rerun()
