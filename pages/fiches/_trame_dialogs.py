"""What the work on an outline opens over itself: reword, merge, split, add, erase."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches import keys
from pages.fiches._trame_edit import change, words
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.outline.words import Add, Edit, LineView, Merge, OutlineView, Remove, Reword, Split, Wording


def _apply(view: OutlineView, edit: Edit, done: str) -> None:
    """Do it; a refusal is said in the dialog and what was typed stays."""
    with attempt() as outcome:
        change(require_actor(), view.variant_id, edit)
    if outcome.ok:
        flash(done)
        st.rerun()


def _etape_field(view: OutlineView, etape_id: UUID | None, key: str) -> UUID | None:
    names = dict(view.etapes)
    if not names:
        return etape_id
    return st.selectbox(
        t("trame-etape"),
        tuple(names),
        index=list(names).index(etape_id) if etape_id in names else None,
        placeholder=t("trame-no-etape"),
        format_func=names.__getitem__,
        key=key,
    )


def open_reword(view: OutlineView, one: LineView) -> None:
    """Another wording, in both languages, and its étape."""
    st.dialog(t("outline-reword-title"), width="medium")(_reword)(view, one)


def _reword(view: OutlineView, one: LineView) -> None:
    wording, key = one.line.wording, f"trame.reword.{one.line.line_id}.{one.line.version}"
    with st.form(key, border=False):
        text = st.text_area(t("outline-question"), value=wording.text, height=80, key=f"{key}.text")
        english = st.text_input(t("trame-english"), value=wording.text_en, key=f"{key}.english")
        etape_id = _etape_field(view, wording.etape_id, f"{key}.etape")
        saves = st.form_submit_button(t("fiches-save"), type="primary")
    if saves:
        typed = Wording(text=text, text_en=english, etape_id=etape_id)
        _apply(view, Reword(line_id=one.line.line_id, wording=typed, version=one.line.version), "outline-reworded")


def open_merge(view: OutlineView, kept: list[LineView], one: LineView) -> None:
    """Which questions, and what the one that they become says."""
    st.dialog(t("outline-merge-title"), width="medium")(_merge)(view, kept, one)


def _merge(view: OutlineView, kept: list[LineView], one: LineView) -> None:
    st.caption(t("outline-merge-text"))
    key = f"trame.merge.{one.line.line_id}"
    named = {other.line.line_id: f"{place}. {words(other)}" for place, other in enumerate(kept, start=1)}
    with st.form(key, border=False):
        which = st.multiselect(
            t("outline-merge-which"),
            tuple(named),
            default=[one.line.line_id],
            format_func=named.__getitem__,
            placeholder=t("fiches-choose"),
            key=f"{key}.which",
        )
        text = st.text_area(t("outline-merge-as"), value=one.line.wording.text, height=80, key=f"{key}.text")
        english = st.text_input(t("trame-english"), value=one.line.wording.text_en, key=f"{key}.english")
        saves = st.form_submit_button(t("outline-merge"), type="primary")
    if saves:
        wording = Wording(text=text, text_en=english, etape_id=one.line.wording.etape_id)
        _apply(view, Merge(line_ids=tuple(which), wording=wording), "outline-merge-done")


def open_split(view: OutlineView, one: LineView) -> None:
    """Its parts, one a line."""
    st.dialog(t("outline-split-title"), width="medium")(_split)(view, one)


def _split(view: OutlineView, one: LineView) -> None:
    st.caption(t("outline-split-text"))
    key = f"trame.split.{one.line.line_id}.{one.line.version}"
    with st.form(key, border=False):
        text = st.text_area(t("outline-split-parts"), value=one.line.wording.text, height=140, key=f"{key}.text")
        saves = st.form_submit_button(t("outline-split"), type="primary")
    if saves:
        parts = tuple(text.splitlines())
        _apply(view, Split(line_id=one.line.line_id, texts=parts, version=one.line.version), "outline-split-done")


def open_add(view: OutlineView) -> None:
    """New questions, one a line."""
    st.dialog(t("trame-add"), width="medium")(_add)(view)


def _add(view: OutlineView) -> None:
    with st.form("trame.add.form", border=False):
        text = st.text_area(t("trame-add"), help=t("trame-add-help"), height=140, key="trame.add.text")
        saves = st.form_submit_button(t("outline-add"), type="primary")
    if saves:
        _apply(view, Add(texts=tuple(text.splitlines())), "outline-added")


def open_erase(view: OutlineView, one: LineView) -> None:
    """Ask before a question goes for good."""
    st.dialog(t("outline-erase-title"))(_erase)(view, one)


def _erase(view: OutlineView, one: LineView) -> None:
    st.write(plain(t("outline-erase-text", question=words(one), count=one.fiche_count)))
    if st.button(t("outline-erase-yes"), type="primary", key="trame.erase.yes"):
        st.session_state.pop(keys.TRAME_ASIDE, None)
        _apply(view, Remove(line_id=one.line.line_id), "outline-erased")
