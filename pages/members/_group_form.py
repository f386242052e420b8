"""The form of the group: name, territory, purpose, time zone."""

from __future__ import annotations

import streamlit as st

from pages.members import _stale
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from workspace.kernel.actor import Actor
from workspace.kernel.errors import StaleEdit
from workspace.members.rules import ZONES
from workspace.members.service import change_group
from workspace.members.words import GroupView

SHOWN = "reglages.group:shown"
VERSION = "reglages.group:version"
STALE = "reglages.group:stale"


def draw(actor: Actor, now: GroupView) -> None:
    """Draw the form on the group as it was when the form opened; that version goes with the save."""
    shown: GroupView = st.session_state.get(SHOWN, now)
    # Streamlit forgets the fields of a page that was left: then the form opens anew, on what is saved now.
    if shown.group_id != now.group_id or _key(shown, "name") not in st.session_state:
        shown = now
        st.session_state.pop(STALE, None)
        st.session_state[VERSION] = now.version
    st.session_state[SHOWN] = shown
    with st.form("reglages.group"):
        name = st.text_input(t("reglages-group-name"), shown.name, key=_key(shown, "name"))
        territory = st.text_input(t("field-territory"), shown.territory, key=_key(shown, "territory"))
        purpose = st.text_area(
            t("field-purpose"), shown.purpose, height=160, help=t("reglages-purpose-help"), key=_key(shown, "purpose")
        )
        zones = ZONES if shown.zone in ZONES else (shown.zone, *ZONES)
        zone = st.selectbox(
            t("reglages-zone"), zones, zones.index(shown.zone), help=t("reglages-zone-help"), key=_key(shown, "zone")
        )
        if st.form_submit_button(t("structures-save"), type="primary", key="reglages.group.save"):
            _save(actor, name or "", territory or "", purpose or "", zone)
    if st.session_state.get(STALE):
        _stale.offer(_changes(shown, now), key="reglages.group.keep", keep=lambda: _keep(now))


def _key(shown: GroupView, name: str) -> str:
    return f"reglages.group.{shown.group_id}.{shown.version}.{name}"


def _save(actor: Actor, name: str, territory: str, purpose: str, zone: str) -> None:
    with attempt() as outcome:
        try:
            version = st.session_state[VERSION]
            change_group(actor, name=name, territory=territory, purpose=purpose, zone=zone, version=version)
        except StaleEdit:
            st.session_state[STALE] = True
            return
    if outcome.ok:
        st.session_state.pop(SHOWN)
        flash("reglages-saved")
        st.rerun()


def _changes(shown: GroupView, now: GroupView) -> list[tuple[str, str]]:
    pairs = (
        (t("reglages-group-name"), shown.name, now.name),
        (t("field-territory"), shown.territory, now.territory),
        (t("field-purpose"), shown.purpose, now.purpose),
        (t("reglages-zone"), shown.zone, now.zone),
    )
    return [(name, new or t("structures-nothing")) for name, old, new in pairs if old != new]


def _keep(now: GroupView) -> None:
    st.session_state[VERSION] = now.version
    st.session_state.pop(STALE, None)
