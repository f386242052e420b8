"""The sentences of this run, in the language of this run (a context variable: two people never mix)."""

from __future__ import annotations

from contextvars import ContextVar

from workspace.kernel.messages import LANGUAGES, translate

_language: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}


def use_language(language: str) -> None:
    """Choose the language of the rest of this run."""
    _language.set(language if language in LANGUAGES else LANGUAGES[0])


def language() -> str:
    """The language of this run."""
    return _language.get()


def t(key: str, **values: object) -> str:
    """The sentence `key`, in the language of this run."""
    return translate(_language.get(), key, **values)
