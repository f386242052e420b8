"""What is to be done, by whom, until when: ticked when it is done, written and changed while the minutes are open."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from pages.meetings import keys
from pages.shell.formats import day
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.dates import read_day_if_any
from workspace.meetings import service
from workspace.meetings.rules import WHAT_LENGTH
from workspace.meetings.words import ActionDraft, ActionView, MeetingView

GROUP, PERSON, STRUCTURE = "group", "person", "structure"


def actions(view: MeetingView) -> None:
    """What earlier meetings left, then this one's, then one more."""
    st.header(t("meeting-actions"), anchor=False)
    if view.carried:
        st.markdown(f"**{t('meeting-carried')}**")
        listed(view.carried, source=True)
        if view.actions or view.abilities.may_act:
            st.markdown(f"**{t('meeting-own-actions')}**")
    if view.actions:
        listed(view.actions, changing=view if view.abilities.may_act else None)
    elif not view.carried:
        st.caption(t("meeting-actions-none"))
    if view.abilities.may_act:
        with st.expander(t("meeting-action-add")):
            _form(view, None)


def listed(lines: Sequence[ActionView], *, changing: MeetingView | None = None, source: bool = False) -> None:
    """One line an action, with its box to tick; `source` names the meeting that it comes from."""
    for one in lines:
        with st.container(horizontal=True, vertical_alignment="top"):
            done = st.checkbox(
                _told(one, source=source),
                value=one.done_at is not None,
                disabled=not one.may_settle,
                width="stretch",
                wrap=True,
                key=f"{keys.ACTION}.{one.action_id}.{one.version}",
            )
            if changing is not None:
                label = t("meeting-action-change")
                hint = f"{label} : {one.what}"
                key = f"{keys.ACTION}.{one.action_id}.change"
                if st.button(label, type="tertiary", icon=":material/edit:", help=plain(hint), key=key):
                    st.dialog(label)(_form)(changing, one)
        if done != (one.done_at is not None):
            with attempt() as outcome:
                service.settle_action(require_actor(), one.action_id, done=done)
            if outcome.ok:
                st.rerun()


def _told(one: ActionView, *, source: bool) -> str:
    """What, who, until when; said and not only shown by a colour."""
    parts = [f"**{plain(one.who or t('meeting-whole-group'))}**"]
    if one.due_on is not None:
        until = t("meeting-until", day=day(one.due_on))
        parts.append(f":red[{until}, {t('meeting-late')}]" if one.is_late else until)
    if one.done_at is not None:
        parts.append(t("meeting-action-done"))
    if source:
        parts.append(plain(t("meeting-action-from", title=one.meeting)))
    return f"{plain(one.what)}  \n{' · '.join(parts)}"


def _form(view: MeetingView, one: ActionView | None) -> None:
    key = f"{keys.ACTION}.form.{one.action_id if one else len(view.actions)}.{one.version if one else 0}"
    choices = _choices(view)
    with st.form(key, border=False, enter_to_submit=False):
        what = st.text_input(
            t("field-action"),
            one.what if one else "",
            placeholder=t("meeting-action-example"),
            max_chars=WHAT_LENGTH,
            key=f"{key}.what",
        )
        who = st.selectbox(
            t("meeting-column-who"),
            tuple(choices),
            index=tuple(choices).index(_who(one, choices)),
            format_func=choices.__getitem__,
            key=f"{key}.who",
        )
        due = day_field(t("meeting-column-due"), one.due_on if one else None, key=f"{key}.due")
        label = t("meeting-action-save" if one else "meeting-action-keep")
        sends = st.form_submit_button(label, type="primary")
    if sends:
        kind, _, number = (who or GROUP).partition(":")
        with attempt() as outcome:
            draft = ActionDraft(
                what=what,
                person_id=UUID(number) if kind == PERSON else None,
                structure_id=UUID(number) if kind == STRUCTURE else None,
                due_on=read_day_if_any(due),
                version=one.version if one else 0,
            )
            service.keep_action(require_actor(), view.meeting_id, draft, one.action_id if one else None)
        if outcome.ok:
            _done("meeting-action-kept")
    if one is not None and st.button(t("meeting-action-drop"), icon=":material/delete:", key=f"{key}.drop"):
        with attempt() as outcome:
            service.drop_action(require_actor(), one.action_id)
        if outcome.ok:
            _done("meeting-action-dropped")


def _choices(view: MeetingView) -> dict[str, str]:
    """The whole group, then the structures, then the people."""
    found = {GROUP: t("meeting-whole-group")}
    found |= {f"{STRUCTURE}:{key}": name for key, name in view.structures}
    return found | {f"{PERSON}:{one.person_id}": f"{one.name} · {one.structure}" for one in view.invited}


def _who(one: ActionView | None, choices: dict[str, str]) -> str:
    if one is None:
        return GROUP
    named = f"{PERSON}:{one.person_id}" if one.person_id else f"{STRUCTURE}:{one.structure_id}"
    return named if named in choices else GROUP


def _done(key: str) -> None:
    flash(key)
    st.rerun()
