"""One structure's page: what it is, what it covers, who is there."""

from __future__ import annotations

import streamlit as st

from pages.members import _dialogs, _invitations, _invite, _member, _people, _structure_form
from pages.members._directory import identity
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain, plain_lines
from workspace.kernel.actor import Actor
from workspace.members.people import view_invitations
from workspace.members.service import leave_structure
from workspace.members.words import StructureView

LEAVE = "structure.leave"


def draw(actor: Actor, view: StructureView, structures: list[StructureView]) -> None:
    """Draw the page, or the form when it is being changed."""
    st.page_link(page_of("structures"), label=t("structures-back"), icon=":material/arrow_back:")
    if _structure_form.is_open(view):
        _structure_form.draw(actor, view)
        return
    _head(view)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _about(view)
    with right:
        st.header(t("structures-people-title"), anchor=False)
        _people.listing(view)
        if view.abilities.may_invite:
            mine = [line for line in view_invitations(actor) if line.structure_id == view.structure_id]
            _invitations.short_list(mine)
    _member.dialog(structures)
    opened, structure_id = _dialogs.asked(LEAVE)
    if opened and structure_id == view.structure_id:
        _dialogs.show(t("structures-leave"), lambda: _confirm_leave(view))


def _head(view: StructureView) -> None:
    st.title(plain(view.draft.name), anchor=False)
    said = identity(view)
    if said:
        st.caption(plain(" · ".join(said)))
    abilities = view.abilities
    if not (abilities.may_change or abilities.may_invite or abilities.may_leave):
        return
    with st.container(horizontal=True):
        if abilities.may_change:
            st.button(
                t("structures-change"),
                icon=":material/edit:",
                key="structure.change",
                on_click=_structure_form.begin,
                args=(view,),
            )
        if abilities.may_invite:
            _invite.button(view.structure_id)
        if abilities.may_leave:
            st.button(
                t("structures-leave"),
                icon=":material/logout:",
                type="tertiary",
                key=LEAVE,
                on_click=_dialogs.ask,
                args=(LEAVE, view.structure_id),
            )


def _about(view: StructureView) -> None:
    draft = view.draft
    if draft.presentation:
        st.markdown(plain_lines(draft.presentation))
    else:
        st.caption(t("structures-no-presentation"))
    if draft.web:
        st.link_button(plain(draft.web.partition("://")[2].strip("/")), draft.web, icon=":material/language:")
    _badges(t("structures-etapes"), view.etapes, "orange")
    _badges(t("structures-fonctions"), view.fonctions, "gray")
    _badges(t("structures-sites"), draft.sites, "gray")


def _badges(title: str, names: tuple[str, ...], colour: str) -> None:
    if names:
        st.header(title, anchor=False)
        st.markdown(" ".join(f":{colour}-badge[{plain(name)}]" for name in names))


def _confirm_leave(view: StructureView) -> None:
    actor = require_actor()
    st.write(t("structures-leave-text", name=plain(view.draft.name), count=len(view.members)))
    with attempt():
        if st.button(t("structures-leave-yes"), type="primary", key="structure.leave.yes", width="stretch"):
            leave_structure(actor, view.structure_id)
            flash("structures-left", name=plain(view.draft.name))
            st.query_params.clear()
            _dialogs.done()
