"""Structures: who are we? The directory, and one structure's page under `?structure=…`."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.members import _candidates, _coverage, _directory, _invitations, _invite, _structure, _structure_form
from pages.shell.i18n import t
from pages.shell.session import require_actor
from pages.widgets.links import show_in_address
from pages.widgets.proposing import propose_about
from workspace.decisions.subjects import CANDIDATE
from workspace.kernel.actor import Actor
from workspace.members.people import view_invitations
from workspace.members.rules import group_abilities
from workspace.members.service import view_structures
from workspace.members.words import StructureView

VIEWS = ("directory", "coverage", "candidates", "invitations")


def page() -> None:
    """Draw the directory, or the structure that the address names."""
    actor = require_actor()
    structures = view_structures(actor)
    asked = st.query_params.get("structure", "")
    show_in_address({"structure": asked} if asked else {"candidate": st.query_params.get("candidate", "")})
    chosen = _named(structures, asked) if asked else None
    if chosen is not None:
        _structure.draw(actor, chosen, structures)
    else:
        if asked:
            st.warning(t("structures-unknown"), icon=":material/search_off:")
        _all(actor, structures)
    _invite.dialog(actor, structures)


def _named(structures: list[StructureView], asked: str) -> StructureView | None:
    try:
        wanted = UUID(asked)
    except ValueError:
        return None
    return next((one for one in structures if one.structure_id == wanted), None)


def _all(actor: Actor, structures: list[StructureView]) -> None:
    if _structure_form.is_open(None):
        _structure_form.draw(actor, None)
        return
    _head(actor, structures)
    invitable = any(one.abilities.may_invite for one in structures)
    views = VIEWS if invitable else VIEWS[:3]
    view = st.segmented_control(
        t("structures-view"),
        views,
        default="candidates" if st.query_params.get("candidate") else VIEWS[0],
        required=True,
        format_func=lambda name: t(f"structures-view-{name}"),
        label_visibility="collapsed",
        key="structures.view",
    )
    if view == "coverage":
        _coverage.draw(actor, structures)
    elif view == "candidates":
        _candidates.listing(actor)
    elif view == "invitations":
        _invitations.listing(actor, view_invitations(actor))
    else:
        _directory.draw()


def _head(actor: Actor, structures: list[StructureView]) -> None:
    st.title(t("structures-title"), anchor=False)
    people = sum(len(one.members) for one in structures)
    st.caption(t("structures-lead", structures=len(structures), people=people))
    with st.container(horizontal=True, vertical_alignment="center"):
        if group_abilities(actor).may_create_structure:
            st.button(
                t("structures-add"),
                icon=":material/add:",
                key="structures.add",
                on_click=_structure_form.begin,
                args=(None,),
            )
        if any(one.abilities.may_invite for one in structures):
            _invite.button(None)
        propose_about(f"{CANDIDATE}:", "structures-propose")


page()
