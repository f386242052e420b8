"""The questions of an outline as a list: choose one, drag it to its place or aside.

What is done in the browser comes as numbered acts, said again until they are heard: each is carried out once.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import streamlit as st
from chemise_editor import order_list

from pages.fiches import keys
from pages.fiches._scene import text_of
from pages.fiches._trame_edit import done, words
from pages.shell.i18n import t
from workspace.kernel.actor import Actor
from workspace.outline.words import BringBack, LineView, Move, OutlineView, SetAside

MOST_ACTS = 50


def chosen(kept: list[LineView]) -> LineView | None:
    """The question that the buttons act on: the chosen one, else the first."""
    wanted = st.session_state.get(keys.TRAME_LINE)
    return next((one for one in kept if one.line.line_id == wanted), kept[0] if kept else None)


def after(kept: list[LineView], one: LineView) -> None:
    """Choose the question that follows one which leaves the list."""
    place = kept.index(one) + 1
    follower = kept[place] if place < len(kept) else kept[place - 2]
    st.session_state[keys.TRAME_LINE] = follower.line.line_id


def draw(view: OutlineView, kept: list[LineView]) -> None:
    """The list."""
    selected = chosen(kept)
    if selected is None:
        st.info(t("outline-none-kept"))
        if not away(view):
            return
    key = f"trame.list.{view.variant_id or keys.IN_USE}"
    order_list(
        {
            "lines": [{"id": str(one.line.line_id), "text": words(one), "note": _note(one)} for one in kept],
            "chosen": str(selected.line.line_id) if selected else "",
            "heard": st.session_state.get(keys.TRAME_HEARD, 0),
            "label": t("outline-choose"),
            "hint": t("outline-hint"),
            "aside": t("outline-drop-aside"),
            "away": [{"id": str(one.line.line_id), "text": words(one), "note": _note(one)} for one in away(view)],
            "awayLabel": t("outline-away"),
            "awayHint": t("outline-away-hint"),
        },
        key=key,
        on_acts=lambda: _keep_acts(key),
    )


def away(view: OutlineView) -> list[LineView]:
    """The questions that were set aside."""
    return [one for one in view.lines if one.line.is_aside]


def _note(one: LineView) -> str:
    parts = [one.etape, t("outline-fiches", count=one.fiche_count)]
    if one.merged:
        parts.append(t("outline-merged", questions=" · ".join(one.merged)))
    elif not one.line.sources:
        parts.append(t("outline-new"))
    return " · ".join(part for part in parts if part)


def _keep_acts(key: str) -> None:
    """Keep what was done for the next drawing: a refusal can be shown there, and here it cannot."""
    st.session_state[keys.TRAME_ACTS] = st.session_state[key].get("acts")


def heed(actor: Actor, view: OutlineView, kept: list[LineView]) -> str:
    """Carry out what was done in the list; gives it said for screen readers, empty when nothing changed."""
    acts, said, is_news = st.session_state.pop(keys.TRAME_ACTS, None), "", False
    lines = {str(one.line.line_id): one for one in (*kept, *away(view))}
    for act in acts[:MOST_ACTS] if isinstance(acts, list) else ():
        number, one = _read(act, lines)
        if number <= st.session_state.get(keys.TRAME_HEARD, 0):
            continue
        st.session_state[keys.TRAME_HEARD] = number
        is_news = True
        if one is not None:
            said = _carry_out(actor, view, kept, act, one) or said
    if acts and not is_news:
        # Said again by a browser that was not answered in time: a screen reader still has to hear what was done.
        return str(st.session_state.get(keys.TRAME_SAID, ""))
    st.session_state[keys.TRAME_SAID] = said
    return said


def _read(act: Any, lines: dict[str, LineView]) -> tuple[int, LineView | None]:
    """(the number of an act, the line it is about): a browser can send anything."""
    if not isinstance(act, dict) or not isinstance(act.get("n"), int):
        return 0, None
    return act["n"], lines.get(str(act.get("id")))


def _carry_out(actor: Actor, view: OutlineView, kept: list[LineView], act: dict[str, Any], one: LineView) -> str:
    line_id: UUID = one.line.line_id
    place = act.get("place")
    if act.get("kind") == "back":
        if not isinstance(place, int):
            return ""
        st.session_state[keys.TRAME_LINE] = line_id
        place = min(max(place, 1), len(kept) + 1)
        said = t("outline-back-at", question=text_of(words(one)), place=place, total=len(kept) + 1)
        return done(actor, view, BringBack(line_id=line_id, place=place), said)
    if act.get("kind") == "aside":
        # One that was brought back a moment ago is not in the list that was drawn.
        if one in kept:
            after(kept, one)
        return done(actor, view, SetAside(line_id=line_id), t("outline-set-aside", question=text_of(words(one))))
    st.session_state[keys.TRAME_LINE] = line_id
    if act.get("kind") != "move" or not isinstance(place, int):
        return ""
    return move(actor, view, kept, one, min(max(place, 1), len(kept) + one.line.is_aside))


def move(actor: Actor, view: OutlineView, kept: list[LineView], one: LineView, place: int) -> str:
    """Take a question to a place (1 = first), and say so."""
    said = t("outline-moved", question=text_of(words(one)), place=place, total=len(kept))
    return done(actor, view, Move(line_id=one.line.line_id, place=place), said)
