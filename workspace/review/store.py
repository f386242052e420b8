"""Session-first writes of review, for this room and for the example. No commit here."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from db.models import Fiche, ReviewNeed, ReviewRound, ReviewVoice
from workspace.fiches.words import FicheStatus
from workspace.kernel.clock import utc_now
from workspace.livetext import store as livetext_store
from workspace.livetext.words import block_to_json
from workspace.review.words import Decision, ReviewScope, RoundState, Shown


def open_round(
    session: Session,
    fiche: Fiche,
    *,
    scope: ReviewScope,
    needs: Iterable[UUID],
    note: str = "",
    asked_by: UUID | None,
) -> ReviewRound:
    """Put a fiche before structures."""
    made = ReviewRound(
        fiche_id=fiche.id, scope=scope, state=RoundState.OPEN, note=note, asked_at=utc_now(), asked_by=asked_by
    )
    session.add(made)
    session.flush()
    session.add_all(ReviewNeed(round_id=made.id, structure_id=one) for one in needs)
    set_status(session, fiche, FicheStatus.IN_REVIEW)
    return made


def write_voice(
    session: Session,
    round_id: UUID,
    before: ReviewVoice | None,
    *,
    structure_id: UUID,
    person_id: UUID | None,
    decision: Decision,
    shown: Shown,
    reason: str = "",
) -> ReviewVoice:
    """Write what a structure says; one voice each, the latest holds."""
    voice = before
    if voice is None:
        voice = ReviewVoice(round_id=round_id, structure_id=structure_id)
        session.add(voice)
    voice.person_id, voice.at, voice.decision, voice.reason = person_id, utc_now(), decision, reason
    voice.seq, voice.said_hash = shown.seq, shown.said_hash
    voice.seen = {
        "title": shown.title,
        "accroche": shown.accroche,
        "content": {name: [block_to_json(block) for block in blocks] for name, blocks in shown.content.items()},
    }
    session.flush()
    return voice


def settle(session: Session, fiche: Fiche, row: ReviewRound) -> None:
    """All approved: the fiche is, and its text is locked."""
    row.state, row.approved_at = RoundState.APPROVED, utc_now()
    set_status(session, fiche, FicheStatus.APPROVED)
    livetext_store.set_lock(session, fiche.text_id, locked=True)


def set_status(session: Session, fiche: Fiche, status: FicheStatus) -> None:
    """Write a fiche's status; a form that showed the one before is stale."""
    fiche.status = status
    fiche.version += 1
    session.flush()
