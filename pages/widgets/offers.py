"""The acts that a visit needs, each a button; which of them are offered comes from the abilities of the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import streamlit as st

from pages.shell.i18n import t

Offer = tuple[bool, str, str, Callable[[], object], Literal["primary", "secondary", "tertiary"]]


def offer(acts: Iterable[Offer], *, room: str) -> None:
    """A button for each: (offered, the key of its words, its icon, what it does, its weight).

    `room` begins the keys of the buttons.
    """
    for is_offered, label, icon, does, kind in acts:
        if is_offered and st.button(t(label), icon=f":material/{icon}:", type=kind, key=f"{room}.{label}"):
            does()
