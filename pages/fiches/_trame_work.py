"""Work on an outline: choose a question, then move, merge, split, reword it or set it aside.

One list, whose questions are also dragged, and one row of buttons, in a part that runs alone: a click costs a few
milliseconds, the keyboard does all.
"""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches import _trame_aside, _trame_dialogs, _trame_list, keys
from pages.fiches._scene import draw, text_of
from pages.fiches._trame_edit import done, words
from pages.fiches._trame_tally import tally_html
from pages.shell.i18n import t
from pages.shell.session import require_actor
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.outline import service
from workspace.outline.words import LineView, OutlineView, SetAside, Unmerge


@st.fragment
def work(variant_id: UUID | None) -> None:
    """The count, the buttons, the list, what is aside."""
    actor = require_actor()
    try:
        view = service.view_outline(actor, variant_id)
    except NotFound:
        st.info(t("outline-gone"))
        return
    if keys.TRAME_NEXT in st.session_state:
        st.session_state[keys.TRAME_LINE] = st.session_state.pop(keys.TRAME_NEXT)
    counted, said = st.empty(), ""
    if view.may_change:
        view, dragged = _after(view, _trame_list.heed(actor, view, _kept(view)))
        view, pressed = _after(view, _tools(actor, view, _kept(view)))
        said = pressed or dragged
        _trame_list.draw(view, _kept(view))
        _trame_aside.aside(actor, view)
    else:
        items = "".join(f"<li><span>{text_of(words(one))}</span></li>" for one in _kept(view))
        draw(f'<div class="cf"><ol class="cf-plain">{items}</ol></div>')
    with counted:
        draw(tally_html(view.tally, said))


def _kept(view: OutlineView) -> list[LineView]:
    return [one for one in view.lines if not one.line.is_aside]


def _after(view: OutlineView, said: str) -> tuple[OutlineView, str]:
    """The outline as it is once something was done."""
    return service.view_outline(require_actor(), view.variant_id) if said else view, said


def _tools(actor: Actor, view: OutlineView, kept: list[LineView]) -> str:
    """The buttons; what was done, said for screen readers, empty when nothing was."""
    chosen = _trame_list.chosen(kept)
    none = chosen is None
    above = st.container(horizontal=True)
    with st.container(horizontal=True, key="cf-trame-move"):
        up = st.button(t("outline-up"), icon=":material/arrow_upward:", key="trame.up", disabled=none)
        down = st.button(
            t("outline-down"), icon=":material/arrow_downward:", key="trame.down", disabled=chosen is None
        )
    with above:
        if chosen is not None:
            _openers(view, kept, chosen)
        aside = st.button(t("outline-aside"), icon=":material/inbox:", key="trame.aside", disabled=none)
        parts = chosen is not None and len(chosen.line.sources) > 1
        unmerge = parts and st.button(t("outline-unmerge"), icon=":material/call_split:", key="trame.unmerge")
        if st.button(t("outline-add"), icon=":material/add:", key="trame.add"):
            _trame_dialogs.open_add(view)
    if chosen is None:
        return ""
    place = kept.index(chosen) + (0 if up else 2)
    if (up or down) and 1 <= place <= len(kept):
        return _trame_list.move(actor, view, kept, chosen, place)
    if aside:
        _trame_list.after(kept, chosen)
        said = t("outline-set-aside", question=text_of(words(chosen)))
        return done(actor, view, SetAside(line_id=chosen.line.line_id), said)
    if unmerge:
        return done(actor, view, Unmerge(line_id=chosen.line.line_id), t("outline-unmerged"))
    return ""


def _openers(view: OutlineView, kept: list[LineView], chosen: LineView) -> None:
    if st.button(t("outline-reword"), icon=":material/edit:", key="trame.reword"):
        _trame_dialogs.open_reword(view, chosen)
    if len(kept) > 1 and st.button(t("outline-merge"), icon=":material/merge:", key="trame.merge"):
        _trame_dialogs.open_merge(view, kept, chosen)
    if st.button(t("outline-split"), icon=":material/splitscreen:", key="trame.split"):
        _trame_dialogs.open_split(view, chosen)
