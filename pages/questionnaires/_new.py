"""A new questionnaire: its title and its language; the rest is written on its page."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import LANGUAGE_NAMES, language, t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from workspace.kernel.messages import LANGUAGES
from workspace.questionnaires import service
from workspace.questionnaires.words import FormDraft


def open_new() -> None:
    """Ask, create, and go there."""
    st.dialog(t("forms-new"))(_new)()


def _new() -> None:
    actor = require_actor()
    made = None
    with st.form("forms.new.form", border=False):
        title = st.text_input(t("forms-title-field"), key="forms.new.title")
        spoken = st.segmented_control(
            t("forms-language"),
            LANGUAGES,
            default=language(),
            required=True,
            format_func=LANGUAGE_NAMES.__getitem__,
            key="forms.new.language",
        )
        if st.form_submit_button(t("forms-create"), type="primary"):
            with attempt():
                made = service.create_form(actor, FormDraft(title=title, language=spoken or LANGUAGES[0]))
    if made is not None:
        flash("forms-created")
        st.switch_page(page_of("questionnaire"), query_params={"questionnaire": str(made)})
