"""What is brought without money: the group's written method, what waits for another person, what was decided."""

from __future__ import annotations

from datetime import date

import streamlit as st

from budget.contributions import in_kind, rules
from budget.contributions.views import ContributionsView, InKindView
from budget.contributions.words import InKindDraft, InKindKind, InKindState, MethodDraft
from pages.contributions._fields import done, hours_label, reason_form
from pages.decisions._scene import table
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain, plain_lines
from workspace.kernel.dates import read_day
from workspace.kernel.money import parse_amount


def draw(view: ContributionsView) -> None:
    """Method, declarations that wait, those that were decided."""
    st.caption(t("in-kind-lead"))
    _method(view)
    if not view.methods:
        return
    if view.abilities.may_declare and view.own_id is not None:
        label = t("in-kind-declare")
        if st.button(label, type="primary", icon=":material/volunteer_activism:", key="contributions.declare"):
            st.dialog(t("in-kind-declare-title", name=view.own_name))(_declare)(view)
    st.header(t("in-kind-waiting"), anchor=False)
    waiting = [one for one in view.in_kind if one.state is InKindState.DECLARED]
    if not waiting:
        st.write(t("in-kind-waiting-none"))
    for place, one in enumerate(waiting):
        _waiting(one, place)
    _settled(view)


def _method(view: ContributionsView) -> None:
    now = view.method_on(view.today)
    if now is not None:
        st.header(t("in-kind-method"), anchor=False)
        with st.container(border=True):
            st.markdown(plain_lines(now.text))
            st.caption(t("in-kind-method-since", date=day(now.from_on), amount=money(now.hourly_cents)))
            before = [one for one in view.methods if one.from_on < now.from_on]
            if before:
                with st.expander(t("in-kind-method-before")):
                    for one in before:
                        st.caption(t("in-kind-method-since", date=day(one.from_on), amount=money(one.hourly_cents)))
                        st.markdown(plain_lines(one.text))
    else:
        st.info(t("in-kind-method-none" if view.abilities.may_set_method else "in-kind-method-none-read"))
    if view.abilities.may_set_method:
        with st.expander(t("in-kind-method-new"), icon=":material/edit_note:", expanded=now is None):
            _method_form(view.today)


def _method_form(today: date) -> None:
    st.caption(t("in-kind-method-help"))
    with st.form("contributions.method", border=False, enter_to_submit=False):
        text = st.text_area(
            t("in-kind-method-text"), placeholder=t("in-kind-method-placeholder"), key="contributions.method.text"
        )
        hourly = st.text_input(t("in-kind-method-hourly"), placeholder="12,02", key="contributions.method.hourly")
        start = day_field(t("in-kind-method-from"), today, key="contributions.method.from")
        sends = st.form_submit_button(t("in-kind-method-save"))
    if sends:
        with attempt() as outcome:
            draft = MethodDraft(text=text, hourly_cents=parse_amount(hourly), from_on=read_day(start))
            in_kind.add_method(require_actor(), draft)
        if outcome.ok:
            done("in-kind-method-saved")


def _declare(view: ContributionsView) -> None:
    kind = st.selectbox(
        t("in-kind-kind"),
        tuple(InKindKind),
        format_func=lambda one: t(f"in-kind-kind-{one.value}"),
        key="contributions.declare.kind",
    )
    kind = kind or InKindKind.HOURS
    is_time = kind is InKindKind.HOURS
    with st.form("contributions.declare.form", border=False, enter_to_submit=False):
        task = st.text_input(
            t("in-kind-task"), placeholder=t("in-kind-task-placeholder"), max_chars=rules.TASK_LENGTH,
            key="contributions.declare.task",
        )  # fmt: skip
        who = st.text_input(
            t("in-kind-who"), placeholder=t("in-kind-who-placeholder"), max_chars=rules.WHO_LENGTH,
            key="contributions.declare.who",
        )  # fmt: skip
        on = day_field(t("in-kind-day"), view.today, key="contributions.declare.day")
        if is_time:
            amount = st.text_input(
                t("in-kind-hours"), placeholder=t("in-kind-hours-placeholder"), help=t("in-kind-hours-help"),
                key="contributions.declare.hours",
            )  # fmt: skip
            source = ""
        else:
            amount = st.text_input(t("in-kind-value"), key="contributions.declare.value")
            source = st.text_input(
                t("in-kind-valued-by"), placeholder=t("in-kind-valued-by-placeholder"),
                max_chars=rules.VALUED_LENGTH, key="contributions.declare.source",
            )  # fmt: skip
        sends = st.form_submit_button(t("in-kind-send"), type="primary")
    if sends and view.own_id is not None:
        with attempt() as outcome:
            draft = InKindDraft(
                kind=kind,
                task=task,
                who=who,
                day=read_day(on),
                minutes=rules.read_minutes(amount) if is_time else 0,
                value_cents=0 if is_time else parse_amount(amount),
                valued_by=source,
            )
            in_kind.declare(require_actor(), view.own_id, draft)
        if outcome.ok:
            done("in-kind-declared")


def _said(one: InKindView) -> str:
    """Who, when, how long, in one line."""
    draft = one.draft
    if draft.minutes:
        return t("in-kind-detail-hours", who=draft.who, date=day(draft.day), hours=hours_label(draft.minutes))
    return t("in-kind-detail", who=draft.who, date=day(draft.day))


def _waiting(one: InKindView, place: int) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(t('in-kind-line', structure=one.structure, task=one.draft.task))}**")
        parts = [_said(one), money(one.draft.value_cents), one.draft.valued_by]
        if one.declared_by:
            parts.append(t("in-kind-declared-by", name=one.declared_by))
        st.caption(plain(" · ".join(part for part in parts if part)))
        if one.may_withdraw:
            st.caption(t("in-kind-own"))
        with st.container(horizontal=True):
            key = f"contributions.waiting.{place}"
            if one.may_decide and st.button(t("in-kind-accept"), icon=":material/check:", key=f"{key}.accept"):
                with attempt() as outcome:
                    in_kind.decide(require_actor(), one.in_kind_id, accepted=True)
                if outcome.ok:
                    done("in-kind-accepted")
            if one.may_decide and st.button(t("in-kind-refuse"), type="tertiary", key=f"{key}.refuse"):
                st.dialog(t("in-kind-refuse-title"))(_refuse)(one)
            if one.may_withdraw and st.button(t("in-kind-withdraw"), type="tertiary", key=f"{key}.withdraw"):
                with attempt() as outcome:
                    in_kind.withdraw(require_actor(), one.in_kind_id)
                if outcome.ok:
                    done("in-kind-withdrawn")


def _refuse(one: InKindView) -> None:
    reason_form(
        "contributions.refuse",
        t("in-kind-refuse"),
        lambda reason: in_kind.decide(require_actor(), one.in_kind_id, accepted=False, reason=reason),
        "in-kind-refused",
    )


def _settled(view: ContributionsView) -> None:
    st.header(t("in-kind-settled"), anchor=False)
    settled = [one for one in view.in_kind if one.state is not InKindState.DECLARED]
    if not settled:
        st.write(t("in-kind-settled-none"))
        return
    heads = [t("in-kind-what"), t("in-kind-who"), t("in-kind-value"), t("in-kind-state")]
    rows = [
        [
            t("in-kind-line", structure=one.structure, task=one.draft.task),
            _said(one),
            money(one.draft.value_cents),
            t(f"in-kind-state-{one.state.value}", name=one.decided_by, reason=one.reason),
        ]
        for one in settled
    ]
    table(t("in-kind-settled"), heads, rows, numbers=True, words=(1, 3))
    valid = {one.in_kind_id: one for one in settled if one.state is InKindState.VALIDATED}
    if valid and view.abilities.may_set_method:
        with st.expander(t("in-kind-cancel")):
            chosen = st.selectbox(
                t("in-kind-cancel-which"),
                tuple(valid),
                format_func=lambda one: t("in-kind-line", structure=valid[one].structure, task=valid[one].draft.task),
                key="contributions.in-kind.which",
            )
            if chosen:
                reason_form(
                    "contributions.in-kind.cancel",
                    t("contributions-cancel"),
                    lambda reason: in_kind.cancel(require_actor(), chosen, reason),
                    "contributions-done",
                )
