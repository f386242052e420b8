"""What the meeting decided: proposals and lines of the register tied to it."""

from __future__ import annotations

import streamlit as st

from pages.decisions._lists import address
from pages.fiches._scene import draw, text_of
from pages.meetings import keys
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.meetings import service
from workspace.meetings.telling import verdict
from workspace.meetings.words import Decided, MeetingView


def decisions(view: MeetingView) -> None:
    """The list with what the register says, and the form that ties others."""
    st.header(t("meeting-decisions"), anchor=False)
    if view.decisions:
        items = "".join(_item(one) for one in view.decisions)
        label = t("meeting-decisions")
        draw(f'<div class="cf"><ul class="cd-lines" aria-label="{label}">{items}</ul></div>')
    else:
        st.caption(t("meeting-decisions-none"))
    if view.abilities.may_link and view.choices:
        with st.expander(t("meeting-decisions-link")):
            _form(view)


def _item(one: Decided) -> str:
    said = text_of(verdict(one, t))
    name = f'<a class="cf-name" href="{address(one.proposal_id)}">{text_of(one.title)}</a>'
    return f"<li><div>{name}<p>{said}</p></div></li>"


def _form(view: MeetingView) -> None:
    names = {one.proposal_id: one.title for one in view.choices}
    tied = [one.proposal_id for one in view.decisions]
    key = f"{keys.LINK}.{'.'.join(str(one)[:8] for one in tied)}"
    with st.form(key, border=False):
        chosen = st.multiselect(
            t("meeting-decisions-choose"),
            tuple(names),
            default=tied,
            format_func=names.__getitem__,
            placeholder=t("specification-link-placeholder"),
            key=f"{key}.choice",
        )
        sends = st.form_submit_button(t("meeting-decisions-save"))
    if sends:
        with attempt() as outcome:
            service.link_decisions(require_actor(), view.meeting_id, chosen)
        if outcome.ok:
            flash("meeting-decisions-saved")
            st.rerun()
