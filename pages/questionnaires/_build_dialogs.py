"""What Construire opens over itself: a copy, the question before a draft is deleted."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.questionnaires import service
from workspace.questionnaires.rules import TITLE_LENGTH
from workspace.questionnaires.words import FormView


def copy(view: FormView) -> None:
    """Make a copy and go there."""
    made = None
    with attempt():
        title = t("forms-copy-title", title=view.draft.title)
        fits = title if len(title) <= TITLE_LENGTH else view.draft.title
        made = service.copy_form(require_actor(), view.form_id, fits)
    if made is not None:
        flash("forms-copied")
        st.switch_page(page_of("questionnaire"), query_params={"questionnaire": str(made), "vue": "construire"})


def open_delete(view: FormView) -> None:
    """Ask before deleting."""
    st.dialog(t("forms-delete"))(_delete)(view)


def _delete(view: FormView) -> None:
    actor = require_actor()
    st.write(t("forms-delete-text", title=plain(view.draft.title)))
    if st.button(t("forms-delete-yes"), type="primary", key="forms.delete.yes"):
        with attempt() as outcome:
            service.delete_form(actor, view.form_id)
        if outcome.ok:
            flash("forms-deleted")
            st.switch_page(page_of("questionnaires"))
