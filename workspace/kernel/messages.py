"""Sentences in the reader's language, from Fluent catalogues: ``locale/<language>/<room>.ftl``.

Domain code never calls this but for mails; pages call it through `pages.shell.i18n`.
"""

from __future__ import annotations

import functools
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("fr", "en")
LOCALE_DIR = Path(__file__).resolve().parents[2] / "locale"


@functools.cache
def bundle(language: str) -> FluentBundle:
    """All catalogues of a language, parsed once a process."""
    made = FluentBundle([language], use_isolating=False)
    for path in sorted((LOCALE_DIR / language).glob("*.ftl")):
        made.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return made


def language_of(accept_language: str) -> str:
    """The first of our languages that a browser's Accept-Language names; French when none."""
    for part in accept_language.lower().split(","):
        code = part.split(";")[0].strip()[:2]
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


def translate(language: str, key: str, **values: object) -> str:
    """The sentence `key` in `language`, filled with `values`.

    Raises KeyError when the key is unknown: a missing sentence is a defect that tests must see.
    """
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    return _formatted(chosen, key, values) if values else _constant(chosen, key)


@functools.cache
def _constant(language: str, key: str) -> str:
    """A sentence without values: most of a page is made of them, and the catalogues do not change in a process."""
    return _formatted(language, key, {})


def _formatted(language: str, key: str, values: dict[str, object]) -> str:
    made = bundle(language)
    message = made.get_message(key)
    if message.value is None:
        raise KeyError(key)
    text, errors = made.format_pattern(message.value, values)
    if errors:
        raise KeyError(f"{key}: {errors[0]}")
    return str(text)
