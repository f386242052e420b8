"""The dialog that writes a question or a section."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.questionnaires import service
from workspace.questionnaires.rules import DEFAULT_STEPS, STEPS
from workspace.questionnaires.words import WITH_CHOICES, FormView, Item, ItemDraft, ItemKind

QUESTIONS = tuple(kind for kind in ItemKind if kind is not ItemKind.SECTION)


def open_item(view: FormView, item: Item | None, kind: ItemKind) -> None:
    """Write a new item, or change one."""
    title = t("forms-kind-section" if kind is ItemKind.SECTION else "forms-edit-title")
    st.dialog(title, width="medium")(_body)(view, item, kind)


def _body(view: FormView, item: Item | None, kind: ItemKind) -> None:
    key = f"forms.item.form.{item.item_id if item else f'{view.form_id}.{len(view.items)}.{kind.value}'}"
    chosen = kind
    if kind is not ItemKind.SECTION:
        chosen = (
            st.pills(
                t("forms-kind"),
                QUESTIONS,
                default=kind,
                required=True,
                format_func=lambda one: t(f"forms-kind-{one.value}"),
                key=f"{key}.kind",
            )
            or kind
        )
    st.caption(t(f"forms-kind-{chosen.value}-help"))
    with st.form(key, border=False):
        typed = _fields(item, chosen, key)
        saves = st.form_submit_button(t("forms-save"), type="primary")
    if saves:
        with attempt() as outcome:
            service.save_item(require_actor(), view.form_id, item, typed)
        if outcome.ok:
            flash("forms-item-saved")
            st.rerun()


def _fields(item: Item | None, kind: ItemKind, key: str) -> ItemDraft:
    section = kind is ItemKind.SECTION
    text = st.text_area(
        t("forms-section-text" if section else "forms-question-text"),
        value=item.text if item else "",
        height=68,
        key=f"{key}.text",
    )
    choices: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    steps = 0
    if kind in WITH_CHOICES:
        lines = "\n".join(item.choices) if item else ""
        given = st.text_area(
            t("forms-choices"), value=lines, help=t("forms-choices-help"), height=140, key=f"{key}.choices"
        )
        choices = tuple(given.splitlines())
    if kind is ItemKind.SCALE:
        steps, ends = _scale(item, key)
    help_text = st.text_input(t("forms-help-text"), value=item.help if item else "", key=f"{key}.help")
    required = not section and st.toggle(
        t("forms-required"), value=item.required if item else False, key=f"{key}.required"
    )
    return ItemDraft(kind=kind, text=text, help=help_text, required=required, choices=choices, ends=ends, steps=steps)


def _scale(item: Item | None, key: str) -> tuple[int, tuple[str, ...]]:
    kept = item.steps if item and item.steps in STEPS else DEFAULT_STEPS
    low, high = (*(item.ends if item else ()), "", "")[:2]
    steps = st.segmented_control(t("forms-steps"), STEPS, default=kept, required=True, key=f"{key}.steps")
    left, right = st.columns(2)
    first = left.text_input(t("forms-low"), value=low, placeholder=t("forms-low-example"), key=f"{key}.low")
    last = right.text_input(t("forms-high"), value=high, placeholder=t("forms-high-example"), key=f"{key}.high")
    return steps or kept, (first, last)
