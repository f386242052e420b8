"""The form of a structure, new or changed. What was typed stays until it is saved or given up."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.members import _stale, _structure_fields
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.kernel.errors import StaleEdit
from workspace.members.rules import read_year
from workspace.members.service import change_structure, create_structure
from workspace.members.words import StructureDraft, StructureView

OPEN = "structures.form:open"
DRAFT = "structures.form:draft"
STALE = "structures.form:stale"


def begin(view: StructureView | None) -> None:
    """Open the form on what is saved now; for `on_click`."""
    end()
    st.session_state[OPEN] = view.structure_id if view else "new"
    st.session_state[DRAFT] = view.draft if view else StructureDraft(name="")


def end() -> None:
    """Close the form and forget what was typed; for `on_click` too."""
    for key in [key for key in st.session_state if str(key).startswith("structures.form")]:
        del st.session_state[key]


def is_open(view: StructureView | None) -> bool:
    """Whether the form is open on that structure, or on a new one."""
    return bool(st.session_state.get(OPEN) == (view.structure_id if view else "new"))


def draw(actor: Actor, view: StructureView | None) -> None:
    """Draw the form; `view` None adds a structure."""
    draft: StructureDraft = st.session_state[DRAFT]
    st.title(plain(draft.name) if view else t("structures-add"), anchor=False)
    with st.form("structures.form", enter_to_submit=False):
        typed, since = _structure_fields.ask(actor, draft)
        with st.container(horizontal=True):
            saves = st.form_submit_button(t("structures-save"), type="primary", key="structures.form.save")
            st.form_submit_button(t("structures-cancel"), type="tertiary", key="structures.form.cancel", on_click=end)
        if saves:
            _save(actor, view, typed, since)
    if view is not None and st.session_state.get(STALE):
        _stale.offer(
            _structure_fields.changes(draft, view), key="structures.form.keep", keep=lambda: _keep(view.draft)
        )


def _save(actor: Actor, view: StructureView | None, typed: StructureDraft, since: str) -> None:
    with attempt() as outcome:
        typed = replace(typed, since_year=read_year(since))
        if view is None:
            structure_id = create_structure(actor, typed)
        else:
            structure_id = view.structure_id
            try:
                change_structure(actor, structure_id, typed)
            except StaleEdit:
                st.session_state[STALE] = True
                return
    if outcome.ok:
        flash("structures-saved", name=plain(typed.name.strip()))
        end()
        st.query_params["structure"] = str(structure_id)
        st.rerun()


def _keep(saved: StructureDraft) -> None:
    st.session_state[DRAFT] = replace(st.session_state[DRAFT], version=saved.version)
    del st.session_state[STALE]
