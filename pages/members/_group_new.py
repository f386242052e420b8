"""A further group on this installation, for who looks after it."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import LANGUAGE_NAMES, t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.kernel.messages import LANGUAGES
from workspace.members.service import create_group

FIELDS = ("name", "territory", "host", "purpose")
DONE = "reglages.new:done"


def draw(actor: Actor) -> None:
    """Draw the form; the new group then waits in Mon compte."""
    st.write(t("reglages-new-lead"))
    if st.session_state.pop(DONE, False):
        for field in FIELDS:
            st.session_state[f"reglages.new.{field}"] = ""
    with st.form("reglages.new"):
        name = st.text_input(t("reglages-group-name"), key="reglages.new.name")
        territory = st.text_input(t("field-territory"), key="reglages.new.territory")
        host = st.text_input(t("reglages-host"), help=t("founding-host-help"), key="reglages.new.host")
        purpose = st.text_area(t("field-purpose"), key="reglages.new.purpose")
        languages = st.pills(
            t("founding-languages"),
            LANGUAGES,
            selection_mode="multi",
            default=list(LANGUAGES),
            format_func=lambda code: LANGUAGE_NAMES[code],
            key="reglages.new.languages",
        )
        if st.form_submit_button(t("reglages-new-create"), type="primary", key="reglages.new.create"):
            with attempt() as outcome:
                create_group(
                    actor,
                    name=name or "",
                    territory=territory or "",
                    host=host or "",
                    languages=tuple(languages),
                    purpose=purpose or "",
                )
            if outcome.ok:
                st.session_state[DONE] = True
                flash("reglages-new-done", name=plain(name or ""))
                st.rerun()
    st.page_link(page_of("compte"), label=t("reglages-new-where"), icon=":material/account_circle:")
