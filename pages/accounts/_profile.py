"""Name and language."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import LANGUAGE_NAMES, t, use_language
from pages.shell.messages import attempt, flash
from workspace.accounts.service import change_profile
from workspace.accounts.words import ProfileView
from workspace.kernel.actor import Actor
from workspace.kernel.messages import LANGUAGES


def draw(actor: Actor, profile: ProfileView) -> None:
    """One form, one save; the language changes with the next drawing, which follows at once."""
    st.header(t("compte-profile"), anchor=False)
    with st.form("compte.profile"):
        name = st.text_input(t("compte-name"), profile.name, autocomplete="name", key="compte.name")
        locale = st.segmented_control(
            t("shell-language"),
            LANGUAGES,
            default=profile.locale,
            required=True,
            format_func=lambda code: LANGUAGE_NAMES[code],
            key="compte.locale",
        )
        if st.form_submit_button(t("compte-save"), type="primary", key="compte.profile.save"):
            with attempt() as outcome:
                change_profile(actor, name=name or "", locale=locale)
            if outcome.ok:
                use_language(locale or profile.locale)
                flash("compte-profile-saved")
                st.rerun()
