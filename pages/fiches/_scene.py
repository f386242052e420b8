"""How the HTML of this room is written: everything typed by people passes by `text_of`."""

from __future__ import annotations

from html import escape
from uuid import UUID

import streamlit as st

from pages.shell.i18n import t
from workspace.fiches.words import FicheStatus, Lightness


class Html:
    """A finished piece of HTML; Streamlit takes it as it is, without guessing at files or indentation."""

    def __init__(self, text: str) -> None:
        self._text = text

    def _repr_html_(self) -> str:
        return self._text


def draw(text: str) -> None:
    """Draw a piece of HTML in which everything typed by people is already escaped."""
    st.html(Html(text))


def text_of(value: str) -> str:
    """Something a person typed, as text."""
    return escape(value, quote=True)


def fiche_address(fiche_id: UUID) -> str:
    """Where a fiche is read and written."""
    return f"/fiche?fiche={fiche_id}"


def fiche_link(fiche_id: UUID, name: str, *, css: str = "") -> str:
    """A link to a fiche."""
    classes = f' class="{css}"' if css else ""
    return f'<a{classes} href="{fiche_address(fiche_id)}">{text_of(name)}</a>'


def status_label(status: FicheStatus) -> str:
    """The name of a status."""
    return t(f"fiches-status-{status.value.replace('_', '-')}")


def weight_label(weight: Lightness, *, blank: bool) -> str:
    """The name of a lightness; a fiche without words is to be written."""
    return t("fiches-lightness-blank" if blank else f"fiches-lightness-{weight.value}")
