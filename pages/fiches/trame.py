"""Trame: the ordered questions that the presentation answers, each with its fiches; other trames beside it."""

from __future__ import annotations

import streamlit as st

from pages.fiches import _trame_compare, _trame_form, _trame_read, _trame_variants, _trame_work, keys
from pages.fiches._style import use_style
from pages.shell.i18n import t
from pages.shell.session import require_actor
from workspace.fiches import service
from workspace.fiches.rules import board_abilities
from workspace.kernel.actor import Actor

READ, WORK, VARIANTS, COMPARE = "read", "work", "variants", "compare"


def page() -> None:
    """Draw the trame, the work on it, or the trames that members propose."""
    actor = require_actor()
    st.title(t("trame-title"), anchor=False)
    st.caption(t("trame-lead"))
    use_style()
    may_change = board_abilities(actor).may_change_trame
    chosen = st.pills(
        t("outline-view"),
        (READ, WORK, VARIANTS, COMPARE) if may_change else (READ, VARIANTS, COMPARE),
        default=READ,
        required=True,
        format_func=lambda one: t(f"outline-view-{one}"),
        label_visibility="collapsed",
        key=keys.TRAME_VIEW,
    )
    if chosen == WORK:
        _trame_work.work(None)
    elif chosen == VARIANTS:
        _trame_variants.variants(actor)
    elif chosen == COMPARE:
        _trame_compare.compare()
    else:
        _read(actor)


def _read(actor: Actor) -> None:
    trame = service.view_trame(actor)
    shown = st.session_state.get(keys.TRAME_SHOWN)
    if shown is not None and trame.may_change:
        _trame_form.form(actor, shown)
    else:
        _trame_read.read(actor, trame)


page()
