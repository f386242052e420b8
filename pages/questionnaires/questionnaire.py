"""Questionnaire: build it, share it, read its answers."""

from __future__ import annotations

import streamlit as st

from pages.questionnaires import _build, _results, _share, keys
from pages.questionnaires._scene import standing
from pages.shell.formats import day, when
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.asked import asked
from pages.widgets.plain import plain
from workspace.questionnaires import service
from workspace.questionnaires.words import FormState, FormView


def page() -> None:
    """Draw the questionnaire that the address names, at the part that it names."""
    actor = require_actor()
    st.page_link(page_of("questionnaires"), label=t("forms-back"), icon=":material/arrow_back:")
    view = asked(actor, "questionnaire", service.view_form)
    if view is None:
        st.title(t("forms-missing-title"), anchor=False)
        st.write(t("forms-missing-text"))
        return
    st.title(plain(view.draft.title), anchor=False)
    _head(view)
    part = _part(view)
    if part == keys.BUILD:
        _build.draw(view)
    elif part == keys.SHARE:
        _share.draw(view)
    else:
        _results.draw(view)


def _head(view: FormView) -> None:
    st.markdown(
        standing(
            state=view.state,
            answers=view.answers,
            closes_on=view.draft.closes_on,
            questions=sum(item.is_question for item in view.items),
            is_invented=view.is_invented,
        )
    )
    if view.erased_at is not None:
        st.caption(t("forms-erased", date=when(view.erased_at, view.zone)))
    elif view.state is not FormState.DRAFT and view.draft.erase_on is not None:
        st.caption(t("forms-erases", date=day(view.draft.erase_on)))


def _part(view: FormView) -> str:
    """Which part; it stands in the address, so that a link or a reload comes back to it."""
    asked = st.query_params.get("vue", "")
    first = keys.BUILD if view.state is FormState.DRAFT else keys.ANSWERS
    chosen = st.segmented_control(
        t("forms-view"),
        keys.VIEWS,
        default=asked if asked in keys.VIEWS else first,
        required=True,
        format_func=lambda one: t(f"forms-view-{one}"),
        label_visibility="collapsed",
        key=f"{keys.VIEW}.{view.form_id}",
    )
    st.query_params["vue"] = chosen or first
    return chosen or first


page()
