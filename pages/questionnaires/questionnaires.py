"""Questionnaires: what project bearers are asked, where each one stands, and how many answered."""

from __future__ import annotations

import streamlit as st

from pages.questionnaires import _new, keys
from pages.questionnaires._scene import standing
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.questionnaires import service
from workspace.questionnaires.words import FormLine


def page() -> None:
    """Draw the list; it says itself what to do when it is empty."""
    actor = require_actor()
    found = service.view_forms(actor)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.title(t("forms-title"), anchor=False, width="content")
        if found.abilities.may_create and st.button(
            t("forms-new"), type="primary", icon=":material/add:", key=keys.NEW
        ):
            _new.open_new()
    st.caption(t("forms-lead"))
    if not found.lines:
        with st.container(border=True):
            st.subheader(t("forms-empty-title"), anchor=False)
            st.write(t("forms-empty-text" if found.abilities.may_create else "forms-empty-read"))
    for line in found.lines:
        _line(line)


def _line(line: FormLine) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.page_link(
            page_of("questionnaire"),
            label=f"**{plain(line.title)}**",
            icon=":material/quiz:",
            query_params={"questionnaire": str(line.form_id)},
        )
        st.markdown(
            standing(
                state=line.state,
                answers=line.answers,
                closes_on=line.closes_on,
                questions=line.questions,
                is_invented=line.is_invented,
            )
        )


page()
