"""Réglages: the group's words about itself, its lists, its targets, its people. Read by all, changed by few."""

from __future__ import annotations

import streamlit as st

from pages.members import _example, _group_form, _group_new, _group_read, _list_form, _roles, _targets
from pages.shell.i18n import t
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.members.rules import group_abilities
from workspace.members.service import view_group, view_list
from workspace.members.words import ListKind


def page() -> None:
    """Draw the settings; a part that one may not change is drawn to be read."""
    actor = require_actor()
    group = view_group(actor)
    abilities = group_abilities(actor)
    st.title(t("reglages-title"), anchor=False)
    st.caption(plain(group.name))
    if not (abilities.may_change_group or abilities.may_change_lists):
        st.info(
            t("reglages-who", names=plain(", ".join(group.facilitators)), count=len(group.facilitators)),
            icon=":material/lock:",
        )
    names = ["group", "etapes", "fonctions", "targets", "people"]
    names += ["installation"] if abilities.may_create_group else []
    tabs = dict(zip(names, st.tabs([t(f"reglages-{name}") for name in names]), strict=True))
    with tabs["group"]:
        if abilities.may_change_group:
            _group_form.draw(actor, group)
        else:
            _group_read.group(group)
        if group.is_example:
            _example.draw(may_anywhere=abilities.may_create_group)
    for kind in ListKind:
        with tabs[kind.value]:
            if abilities.may_change_lists:
                _list_form.draw(kind)
            else:
                _group_read.entries(kind, view_list(actor, kind), actor.locale)
    with tabs["targets"]:
        _targets.draw(actor)
    with tabs["people"]:
        _roles.draw(actor)
    if abilities.may_create_group:
        with tabs["installation"]:
            _group_new.draw(actor)


page()
