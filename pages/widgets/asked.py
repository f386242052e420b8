"""What the address of a page names: a fiche, a decision, a meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

import streamlit as st

from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound

T = TypeVar("T")


def asked(actor: Actor, query: str, view: Callable[[Actor, UUID], T]) -> T | None:
    """What `view` gives for the id in this part of the address; None when there is none that the actor may see."""
    try:
        return view(actor, UUID(st.query_params.get(query, "")))
    except (ValueError, NotFound):
        return None
