"""Work on an outline: choose a question, then move, merge, split, reword it or set it aside.

One list and one row of buttons, in a part that runs alone: a click costs a few milliseconds, the keyboard does all.
"""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches import _trame_aside, _trame_dialogs, keys
from pages.fiches._scene import draw, text_of
from pages.fiches._trame_edit import done, words
from pages.fiches._trame_tally import tally_html
from pages.shell.i18n import t
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.outline import service
from workspace.outline.words import LineView, Move, OutlineView, SetAside, Unmerge


@st.fragment
def work(variant_id: UUID | None) -> None:
    """The count, the buttons, the list, what is aside."""
    actor = require_actor()
    try:
        view = service.view_outline(actor, variant_id)
    except NotFound:
        st.info(t("outline-gone"))
        return
    kept = [one for one in view.lines if not one.line.is_aside]
    if keys.TRAME_NEXT in st.session_state:
        st.session_state[keys.TRAME_LINE] = st.session_state.pop(keys.TRAME_NEXT)
    counted, said = st.empty(), ""
    if view.may_change:
        said = _tools(actor, view, kept)
        if said:
            view = service.view_outline(actor, variant_id)
            kept = [one for one in view.lines if not one.line.is_aside]
        _choose(kept)
        _trame_aside.aside(actor, view)
    else:
        items = "".join(f"<li><span>{text_of(words(one))}</span></li>" for one in kept)
        draw(f'<div class="cf"><ol class="cf-plain">{items}</ol></div>')
    with counted:
        draw(tally_html(view.tally, said))


def _selected(kept: list[LineView]) -> LineView | None:
    wanted = st.session_state.get(keys.TRAME_LINE)
    return next((one for one in kept if one.line.line_id == wanted), kept[0] if kept else None)


def _tools(actor: Actor, view: OutlineView, kept: list[LineView]) -> str:
    """The buttons; what was done, said for screen readers, empty when nothing was."""
    chosen = _selected(kept)
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
    line_id, place = chosen.line.line_id, kept.index(chosen) + 1
    after = place - 1 if up else place + 1
    if (up or down) and 1 <= after <= len(kept):
        said = t("outline-moved", question=text_of(words(chosen)), place=after, total=len(kept))
        return done(actor, view, Move(line_id=line_id, place=after), said)
    if aside:
        follower = kept[place] if place < len(kept) else kept[place - 2]
        st.session_state[keys.TRAME_LINE] = follower.line.line_id
        return done(actor, view, SetAside(line_id=line_id), t("outline-set-aside", question=text_of(words(chosen))))
    if unmerge:
        return done(actor, view, Unmerge(line_id=line_id), t("outline-unmerged"))
    return ""


def _openers(view: OutlineView, kept: list[LineView], chosen: LineView) -> None:
    if st.button(t("outline-reword"), icon=":material/edit:", key="trame.reword"):
        _trame_dialogs.open_reword(view, chosen)
    if len(kept) > 1 and st.button(t("outline-merge"), icon=":material/merge:", key="trame.merge"):
        _trame_dialogs.open_merge(view, kept, chosen)
    if st.button(t("outline-split"), icon=":material/splitscreen:", key="trame.split"):
        _trame_dialogs.open_split(view, chosen)


def _choose(kept: list[LineView]) -> None:
    selected = _selected(kept)
    if selected is None:
        st.info(t("outline-none-kept"))
        return
    # Set each time: the list is another one after each move, and the choice must follow the question.
    st.session_state[keys.TRAME_LINE] = selected.line.line_id
    named = {one.line.line_id: f"{place}. {words(one)}" for place, one in enumerate(kept, start=1)}
    st.radio(
        t("outline-choose"),
        tuple(named),
        format_func=lambda one: plain(named[one]),
        captions=[plain(_caption(one)) for one in kept],
        key=keys.TRAME_LINE,
    )


def _caption(one: LineView) -> str:
    parts = [one.etape, t("outline-fiches", count=one.fiche_count)]
    if one.merged:
        parts.append(t("outline-merged", questions=" · ".join(one.merged)))
    elif not one.line.sources:
        parts.append(t("outline-new"))
    return " · ".join(part for part in parts if part)
