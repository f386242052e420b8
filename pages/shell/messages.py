"""From a domain error to a sentence; from a success to a short note after the rerun."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import streamlit as st

from pages.shell import state
from pages.shell.formats import money
from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.kernel.errors import DomainError

log = logging.getLogger("chemise.pages")

FIELD_CODES = ("error-empty", "error-too-long", "error-too-many")


@dataclass(slots=True)
class Outcome:
    """How an attempt ended."""

    ok: bool = False


def sentence(error: DomainError) -> str:
    """The error in the person's language; a field's key becomes its name, cents become an amount."""
    values: dict[str, object] = {key: _said(key, one) for key, one in error.values.items()}
    if error.code in FIELD_CODES and "field" in values:
        values["field"] = t(f"field-{values['field']}")
    # Names that people typed stand in some sentences, and boxes read Markdown.
    return t(error.code, **{key: plain(one) if isinstance(one, str) else one for key, one in values.items()})


def _said(key: str, value: str | int) -> str | int:
    return money(value) if key.endswith("_cents") and isinstance(value, int) else value


@contextmanager
def attempt() -> Iterator[Outcome]:
    """Run a use case; a refusal is drawn where the person looks, and what they typed stays.

    Anything unexpected is logged with a short number that the person can quote; no trace reaches the page.
    """
    outcome = Outcome()
    try:
        yield outcome
        outcome.ok = True
    except DomainError as error:
        st.error(sentence(error), icon=":material/error:")
    except Exception:
        number = f"{abs(hash(id(outcome))) % 10**6:06d}"
        log.exception("unexpected error %s", number)
        st.error(t("error-unexpected", number=number), icon=":material/error:")


def flash(key: str, **values: object) -> None:
    """Say something short after the next rerun."""
    st.session_state.setdefault(state.FLASH, []).append(t(key, **values))


def show_flashes() -> None:
    """Say what `flash` kept."""
    for text in st.session_state.pop(state.FLASH, []):
        st.toast(text, icon=":material/check_circle:")
