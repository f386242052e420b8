"""The review of a fiche: where it stands, who is awaited, and the acts that the person may do."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches import _review_dialogs as dialogs
from pages.fiches import _review_voice as voices
from pages.fiches._diff import use_diff_style
from pages.fiches._scene import draw, text_of
from pages.shell.formats import ago
from pages.shell.i18n import t
from pages.shell.session import require_actor
from pages.widgets.offers import Offer, offer
from workspace.fiches.words import FicheStatus
from workspace.review import service
from workspace.review.words import ReviewView, Standing, StructureVoice

SIGNS = {Standing.AWAITED: "○", Standing.APPROVED: "✓", Standing.STALE: "↻", Standing.CHANGES: "✎"}


def strip(fiche_id: UUID) -> ReviewView:
    """Where the review stands, under the head of a fiche; the buttons are drawn from what it returns."""
    use_diff_style()
    view = service.view_review(require_actor(), fiche_id)
    _state(fiche_id, status=view.status)
    return view


def steps(view: ReviewView) -> None:
    """The buttons that take the review further; stopping it is rare and stands with the other acts."""
    able = view.abilities
    differs = view.status is FicheStatus.IN_REVIEW and any(
        one.standing in {Standing.STALE, Standing.CHANGES} for one in view.voices
    )
    offers: tuple[Offer, ...] = (
        (able.may_ask, "review-ask", "rate_review", lambda: dialogs.open_ask(view), "secondary"),
        (able.may_speak, "review-approve", "task_alt", lambda: voices.open_approve(view), "primary"),
        (able.may_speak, "review-changes", "edit_note", lambda: voices.open_changes(view), "secondary"),
        (able.may_publish, "review-publish", "public", lambda: dialogs.open_publish(view), "primary"),
        (able.may_reopen, "review-reopen", "lock_open", lambda: dialogs.open_reopen(view), "secondary"),
        (differs, "review-difference", "difference", lambda: voices.open_difference(view), "secondary"),
    )
    offer(offers, room="fiche")


@st.fragment(run_every=15)
def _state(fiche_id: UUID, *, status: FicheStatus) -> None:
    """Who is awaited, kept up to date; when the status changed elsewhere, the page is drawn again."""
    view = service.view_review(require_actor(), fiche_id)
    if view.status is not status:
        st.rerun(scope="app")
    lines = list(_lines(view))
    if lines:
        draw(f'<div class="cf cd-review" role="region" aria-label="{t("review-state")}">{"".join(lines)}</div>')


def _lines(view: ReviewView) -> list[str]:
    made = []
    if view.status is FicheStatus.IN_REVIEW and view.asked_at is not None:
        waiting = sum(one.standing is not Standing.APPROVED for one in view.voices)
        asked = "review-asked-by" if view.asked_by else "review-asked-plain"
        said = t(asked, name=view.asked_by, when=ago(view.asked_at, view.zone))
        made.append(f"<p>{text_of(said)} <b>{t('review-awaited-count', count=waiting)}</b></p>")
    elif view.status is FicheStatus.APPROVED and view.approved_at is not None:
        made.append(f"<p>{text_of(t('review-settled', when=ago(view.approved_at, view.zone)))}</p>")
    elif view.status is FicheStatus.PUBLISHED:
        made.append(f"<p>{t('review-published')}</p>")
    if made and view.note:
        made.append(f'<p class="cf-soft">{text_of(view.note)}</p>')
    if view.reopened_at is not None and view.status is FicheStatus.IN_REVIEW:
        when = ago(view.reopened_at, view.zone)
        told = t("review-reopened-by", name=view.reopened_by, when=when, reason=view.reason)
        made.append(f"<p>{text_of(told)}</p>")
    if view.voices:
        made.append(f'<ul class="cd-voices">{"".join(_voice(one, view.zone) for one in view.voices)}</ul>')
    return made


def _voice(voice: StructureVoice, zone: str) -> str:
    told = t(f"review-standing-{voice.standing.value}")
    by = t("review-voice-by", name=voice.person, when=ago(voice.at, zone)) if voice.at and voice.person else ""
    who = f' <span class="cf-soft">{text_of(by)}</span>' if by else ""
    reason = f'<span class="cd-reason">{text_of(voice.reason)}</span>' if voice.reason else ""
    return (
        f'<li class="cd-{voice.standing.value}"><i aria-hidden="true">{SIGNS[voice.standing]}</i>'
        f"<span><b>{text_of(voice.name)}</b> {told}{who}{reason}</span></li>"
    )
