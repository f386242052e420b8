"""Introduction and notice of a draft, in one form."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import LANGUAGE_NAMES, t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.kernel.messages import LANGUAGES
from workspace.questionnaires import service
from workspace.questionnaires.words import FormDraft, FormView


def draw(view: FormView) -> None:
    """The form, folded away once the notice is complete."""
    given = view.draft
    complete = bool(given.controller and given.purpose and given.contact)
    with st.expander(t("forms-settings"), expanded=not complete, icon=":material/tune:"):
        st.caption(t("forms-settings-help"))
        # Keyed by the questionnaire alone: a save that is refused keeps what was typed.
        with st.form(f"forms.settings.{view.form_id}", border=False):
            typed = _fields(given, f"forms.settings.{view.form_id}")
            saves = st.form_submit_button(t("forms-save"), type="primary")
        if saves:
            with attempt() as outcome:
                service.change_form(require_actor(), view.form_id, typed)
            if outcome.ok:
                flash("forms-saved")
                st.rerun()


def _fields(given: FormDraft, key: str) -> FormDraft:
    title = st.text_input(t("forms-title-field"), value=given.title, key=f"{key}.title")
    intro = st.text_area(
        t("forms-intro"), value=given.intro, help=t("forms-intro-help"), height=90, key=f"{key}.intro"
    )
    who, contact_side = st.columns(2)
    controller = who.text_input(
        t("forms-controller"),
        value=given.controller,
        placeholder=t("forms-controller-example"),
        key=f"{key}.controller",
    )
    contact = contact_side.text_input(
        t("forms-contact"), value=given.contact, placeholder=t("forms-contact-example"), key=f"{key}.contact"
    )
    aim = st.text_area(
        t("forms-aim"), value=given.purpose, placeholder=t("forms-aim-example"), height=80, key=f"{key}.aim"
    )
    ends, erased = st.columns(2)
    closes_on = ends.date_input(
        t("forms-closes-on"),
        value=given.closes_on,
        format="DD/MM/YYYY",
        help=t("forms-closes-on-help"),
        key=f"{key}.closes",
    )
    erase_on = erased.date_input(
        t("forms-erase-on"),
        value=given.erase_on,
        format="DD/MM/YYYY",
        help=t("forms-erase-on-help"),
        key=f"{key}.erase",
    )
    spoken = st.segmented_control(
        t("forms-language"),
        LANGUAGES,
        default=given.language,
        required=True,
        format_func=LANGUAGE_NAMES.__getitem__,
        key=f"{key}.language",
    )
    anonymous = st.toggle(
        t("forms-anonymous"), value=given.is_anonymous, help=t("forms-anonymous-help"), key=f"{key}.anonymous"
    )
    return FormDraft(
        title=title,
        intro=intro,
        language=spoken or given.language,
        controller=controller,
        purpose=aim,
        contact=contact,
        is_anonymous=anonymous,
        closes_on=closes_on,
        erase_on=erase_on,
        version=given.version,
    )
