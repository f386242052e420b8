"""What opens over a fiche to ask for its review, stop it, publish it or reopen it."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.review import service
from workspace.review.rules import NOTE_LENGTH, REASON_LENGTH
from workspace.review.words import ReviewScope, ReviewView


def open_ask(view: ReviewView) -> None:
    """Choose who must approve."""
    st.dialog(t("review-ask-title"), width="medium")(_ask)(view)


def _ask(view: ReviewView) -> None:
    actor = require_actor()
    st.write(t("review-ask-text"))
    linked = ", ".join(view.linked)
    scopes = tuple(ReviewScope) if view.linked else (ReviewScope.ALL,)
    with st.form("fiche.review.ask", border=False):
        scope = st.radio(
            t("review-scope"),
            scopes,
            index=scopes.index(view.scope) if view.scope in scopes else 0,
            format_func=lambda one: t(f"review-scope-{one.value}"),
            captions=[
                plain(t("review-scope-concerned-names", names=linked)) if one is ReviewScope.CONCERNED else ""
                for one in scopes
            ],
            key="fiche.review.scope",
        )
        note = st.text_input(
            t("review-note"), placeholder=t("review-note-placeholder"), max_chars=NOTE_LENGTH, key="fiche.review.note"
        )
        sends = st.form_submit_button(t("review-ask-send"), type="primary")
    if view.silent:
        st.caption(plain(t("review-silent", names=", ".join(view.silent), count=len(view.silent))))
    if sends:
        with attempt() as outcome:
            service.ask_review(actor, view.fiche_id, scope or view.scope, note)
        if outcome.ok:
            done("review-asked")


def open_stop(view: ReviewView) -> None:
    """Ask before going back to draft."""
    st.dialog(t("review-stop-title"))(_stop)(view)


def _stop(view: ReviewView) -> None:
    st.write(t("review-stop-text"))
    if st.button(t("review-stop-yes"), type="primary", key="fiche.review.stop.yes"):
        with attempt() as outcome:
            service.stop_review(require_actor(), view.fiche_id)
        if outcome.ok:
            done("review-stopped")


def open_publish(view: ReviewView) -> None:
    """Ask before publishing."""
    st.dialog(t("review-publish-title"))(_publish)(view)


def _publish(view: ReviewView) -> None:
    st.write(t("review-publish-text"))
    if st.button(t("review-publish-yes"), type="primary", key="fiche.review.publish.yes"):
        with attempt() as outcome:
            service.publish_fiche(require_actor(), view.fiche_id)
        if outcome.ok:
            done("review-publish-done")


def open_reopen(view: ReviewView) -> None:
    """Reopen, and say why."""
    st.dialog(t("review-reopen-title"), width="medium")(_reopen)(view)


def _reopen(view: ReviewView) -> None:
    st.write(t("review-reopen-text"))
    with st.form("fiche.review.reopen", border=False, enter_to_submit=False):
        reason = st.text_area(t("review-reopen-reason"), max_chars=REASON_LENGTH, key="fiche.review.reopen.reason")
        sends = st.form_submit_button(t("review-reopen-yes"), type="primary")
    if sends:
        with attempt() as outcome:
            service.reopen_fiche(require_actor(), view.fiche_id, reason)
        if outcome.ok:
            done("review-reopened")


def done(key: str) -> None:
    """Say what was done once the dialog is closed."""
    flash(key)
    st.rerun()
