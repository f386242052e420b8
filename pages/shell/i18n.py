"""The sentences of this run, in the language of this run (a context variable: two people never mix)."""

from __future__ import annotations

from contextvars import ContextVar

import streamlit as st

from pages.shell import state
from workspace.kernel.messages import LANGUAGES, translate

_language: ContextVar[str] = ContextVar("language")

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}


def use_language(language: str) -> None:
    """Choose the language of the rest of this run."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    _language.set(chosen)
    st.session_state[state.RUN_LANGUAGE] = chosen


def language() -> str:
    """The language of this run. A fragment or a dialog runs again without the frame: then the last run's."""
    known = _language.get(None)
    if known is None:
        known = str(st.session_state.get(state.RUN_LANGUAGE, LANGUAGES[0]))
        _language.set(known)
    return known


def t(key: str, **values: object) -> str:
    """The sentence `key`, in the language of this run."""
    return translate(language(), key, **values)
