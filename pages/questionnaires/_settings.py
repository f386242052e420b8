"""Introduction and notice of a draft, in one dialog."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.shell.i18n import LANGUAGE_NAMES, t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.dates import read_day_if_any
from workspace.kernel.messages import LANGUAGES
from workspace.questionnaires import service
from workspace.questionnaires.words import FormDraft, FormView


def draw(view: FormView) -> None:
    """What the notice says now, and the way to change it; the first thing asked for while it is incomplete."""
    given = view.draft
    complete = bool(given.controller and given.purpose and given.contact)
    with st.container(border=True, gap="small"):
        if complete:
            st.markdown(f"**{plain(given.controller)}** · {plain(given.purpose)} · {plain(given.contact)}")
        else:
            st.write(t("forms-settings-help"))
        if st.button(
            t("forms-settings"),
            type="secondary" if complete else "primary",
            icon=":material/tune:",
            key="forms.settings",
        ):
            st.dialog(t("forms-settings"), width="medium")(_body)(view)


def _body(view: FormView) -> None:
    """The form; the version shown when it was opened is the one compared when saving."""
    key = f"forms.settings.{view.form_id}.{view.draft.version}"
    with st.form(key, border=False):
        typed, closes, erase = _fields(view.draft, key)
        saves = st.form_submit_button(t("forms-save"), type="primary", key=f"{key}.save")
    if saves:
        with attempt() as outcome:
            whole = replace(typed, closes_on=read_day_if_any(closes), erase_on=read_day_if_any(erase))
            service.change_form(require_actor(), view.form_id, whole)
        if outcome.ok:
            flash("forms-saved")
            st.rerun()


def _fields(given: FormDraft, key: str) -> tuple[FormDraft, str, str]:
    """What is typed, and the two days as they are written."""
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
    closes = day_field(
        t("forms-closes-on"), given.closes_on, help=t("forms-closes-on-help"), key=f"{key}.closes", place=ends
    )
    erase = day_field(
        t("forms-erase-on"), given.erase_on, help=t("forms-erase-on-help"), key=f"{key}.erase", place=erased
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
    typed = FormDraft(
        title=title,
        intro=intro,
        language=spoken or given.language,
        controller=controller,
        purpose=aim,
        contact=contact,
        is_anonymous=anonymous,
        closes_on=None,
        erase_on=None,
        version=given.version,
    )
    return typed, closes, erase
