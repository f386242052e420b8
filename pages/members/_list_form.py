"""Étapes and fonctions: add, word, order, remove. Nothing is written before the one save."""

from __future__ import annotations

import streamlit as st

from pages.members import _list_draft, _list_line
from pages.members._list_draft import Draft
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.kernel.actor import Actor
from workspace.kernel.errors import StaleEdit
from workspace.members.rules import LIST_MAXIMUM
from workspace.members.service import change_list, view_list, view_uses
from workspace.members.words import EntryUse, ListEntry, ListKind


@st.fragment
def draw(kind: ListKind) -> None:
    """Draw the list. A fragment: ordering runs this part only, and reads its own rights."""
    actor = require_actor()
    now = view_list(actor, kind)
    draft = _list_draft.current(actor, kind, now)
    uses = view_uses(actor, kind)
    st.write(t(f"reglages-{kind.value}-lead"))
    if not draft.lines:
        st.info(t(f"reglages-{kind.value}-none"), icon=":material/route:")
    for place, line in enumerate(draft.lines):
        if line.removed and line.entry.entry_id is not None:
            _list_line.removed(draft, place, uses.get(line.entry.entry_id, EntryUse()))
        else:
            _list_line.draw(draft, place)
    if len(draft.kept()) < LIST_MAXIMUM:
        st.button(t(f"reglages-{kind.value}-add"), icon=":material/add:", key=_key(draft, "add"), on_click=draft.add)
    _ends(actor, draft, now)


def _key(draft: Draft, act: str) -> str:
    return f"reglages.{draft.kind.value}.{act}"


def _ends(actor: Actor, draft: Draft, now: list[ListEntry]) -> None:
    """Save or give up. The save is never greyed out: the click that leaves a field would be lost on it."""
    changed = draft.is_changed()
    with st.container(horizontal=True, vertical_alignment="center"):
        saves = st.button(t("structures-save"), type="primary", key=_key(draft, "save"))
        if changed:
            st.button(
                t("reglages-list-undo"),
                type="tertiary",
                key=_key(draft, "undo"),
                on_click=_list_draft.forget,
                args=(draft.kind,),
            )
            st.caption(t("reglages-list-unsaved"), width="content")
    if saves and not changed:
        st.caption(t("reglages-list-same"))
    elif saves:
        _save(actor, draft)
    if draft.stale:
        st.warning(t("reglages-list-stale"), icon=":material/sync_problem:")
        st.button(t("reglages-list-catch-up"), key=_key(draft, "catch-up"), on_click=draft.catch_up, args=(now,))


def _save(actor: Actor, draft: Draft) -> None:
    with attempt() as outcome:
        try:
            change_list(actor, draft.kind, draft.kept(), shown=draft.shown)
        except StaleEdit:
            draft.stale = True
            return
    if outcome.ok:
        _list_draft.forget(draft.kind)
        flash(f"reglages-{draft.kind.value}-saved")
        st.rerun()
