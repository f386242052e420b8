"""A structure's voice in a review: read, approve, ask for a change, see what changed since it spoke.

A click sends the hash of what was shown.
"""

from __future__ import annotations

import streamlit as st

from pages.fiches._diff import draw_comparison, draw_sheet, said
from pages.fiches._review_dialogs import done
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.history import rules as history
from workspace.history.words import Comparison, Line
from workspace.review import service
from workspace.review.rules import REASON_LENGTH
from workspace.review.words import ReviewView, Shown, Standing

SHOWN = "fiche.review.shown"


def _lines(shown: Shown) -> tuple[Line, ...]:
    return history.sheet(shown.content, title=shown.title, accroche=shown.accroche)


def compared(before: Shown, after: Shown) -> Comparison:
    """What changed between two moments of a fiche, title and accroche too."""
    return history.compare(_lines(before), _lines(after))


def open_approve(view: ReviewView) -> None:
    """Read, then approve; what is shown now is what the click will send."""
    with attempt() as outcome:
        st.session_state[SHOWN] = service.show_fiche(require_actor(), view.fiche_id)
    if outcome.ok:
        st.dialog(t("review-approve-title"), width="large")(_approve)(view)


def _approve(view: ReviewView) -> None:
    actor = require_actor()
    shown: Shown = st.session_state[SHOWN]
    st.write(t("review-approve-text"))
    if view.own in {Standing.STALE, Standing.CHANGES} and actor.structure_id is not None:
        voice = next(one for one in view.voices if one.structure_id == actor.structure_id)
        seen, _ = service.view_voice(actor, view.fiche_id, actor.structure_id)
        _what_changed(t("review-approve-since", when=when(voice.at, view.zone) if voice.at else ""), seen, shown)
    with st.expander(t("review-read"), expanded=view.own is Standing.AWAITED):
        draw_sheet(_lines(shown), label=t("review-read"))
    if st.button(t("review-approve-yes"), type="primary", key="fiche.review.approve.yes"):
        complete = False
        with attempt() as outcome:
            complete = service.approve_fiche(actor, view.fiche_id, shown.said_hash)
        if outcome.ok:
            done("review-approved-all" if complete else "review-approved")
        _show_news(view, shown)


def _show_news(view: ReviewView, shown: Shown) -> None:
    """After a refusal: what changed while the person was reading; the next click is about the words of now."""
    now = service.show_fiche(require_actor(), view.fiche_id)
    if now.said_hash != shown.said_hash:
        _what_changed(t("review-approve-now"), shown, now)
        st.session_state[SHOWN] = now


def _what_changed(title: str, before: Shown, after: Shown) -> None:
    comparison = compared(before, after)
    st.markdown(f"**{plain(title)}** · {said(comparison)}")
    draw_comparison(comparison, label=title)


def open_changes(view: ReviewView) -> None:
    """Ask for a change, with a reason."""
    with attempt() as outcome:
        st.session_state[SHOWN] = service.show_fiche(require_actor(), view.fiche_id)
    if outcome.ok:
        st.dialog(t("review-changes-title"), width="medium")(_changes)(view)


def _changes(view: ReviewView) -> None:
    actor = require_actor()
    shown: Shown = st.session_state[SHOWN]
    st.write(t("review-changes-text"))
    with st.form("fiche.review.changes", border=False, enter_to_submit=False):
        reason = st.text_area(t("review-changes-reason"), max_chars=REASON_LENGTH, key="fiche.review.changes.reason")
        sends = st.form_submit_button(t("review-changes-send"), type="primary")
    if sends:
        with attempt() as outcome:
            service.ask_changes(actor, view.fiche_id, shown.said_hash, reason)
        if outcome.ok:
            done("review-changes-sent")
        _show_news(view, shown)


def open_difference(view: ReviewView) -> None:
    """What changed since each structure spoke."""
    st.dialog(t("review-difference-title"), width="large")(_difference)(view)


def _difference(view: ReviewView) -> None:
    actor = require_actor()
    stale_first = sorted(view.voices, key=lambda one: one.standing is not Standing.STALE)
    spoken = {one.structure_id: one for one in stale_first if one.standing is not Standing.AWAITED}
    which = st.selectbox(
        t("review-difference-structure"),
        tuple(spoken),
        format_func=lambda one: f"{spoken[one].name} · {t(f'review-standing-{spoken[one].standing.value}')}",
        key="fiche.review.difference",
    )
    if which is not None:
        with attempt():
            seen, now = service.view_voice(actor, view.fiche_id, which)
            voice = spoken[which]
            _what_changed(when(voice.at, view.zone) if voice.at else voice.name, seen, now)
