"""Reads of review: `session` first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Fiche, Member, ReviewNeed, ReviewRound, ReviewVoice, Structure
from workspace.accounts.queries import names_of
from workspace.fiches.queries import find_fiche, get_facts, get_zone, list_structures
from workspace.fiches.words import FicheStatus
from workspace.history import queries as history
from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import NotFound
from workspace.livetext.content import read_content
from workspace.livetext.words import Block, block_from_json
from workspace.review import rules
from workspace.review.words import ReviewFact, ReviewView, RoundState, Shown, Standing, StructureVoice

SPEAKERS = (Role.PARTNER, Role.TREASURER, Role.FACILITATOR)


@dataclass(frozen=True, slots=True)
class LiveRound:
    """The round of a fiche that is not closed, whom it waits for, what they said."""

    row: ReviewRound
    needs: frozenset[UUID]
    voices: Mapping[UUID, ReviewVoice]

    def standings(self, now_hash: str) -> dict[UUID, Standing]:
        """Where each structure stands towards the words of now."""
        found = {}
        for structure_id in self.needs:
            voice = self.voices.get(structure_id)
            found[structure_id] = rules.standing(
                voice.decision if voice else None, voice.said_hash if voice else "", now_hash
            )
        return found


def able_structures(session: Session, group_id: UUID) -> frozenset[UUID]:
    """The structures of a group with somebody who can approve for them."""
    rows = session.scalars(
        select(Structure.id)
        .join(Member, Member.structure_id == Structure.id)
        .where(
            Structure.group_id == group_id,
            Structure.left_at.is_(None),
            Member.left_at.is_(None),
            Member.role.in_(SPEAKERS),
        )
        .distinct()
    )
    return frozenset(rows)


def find_round(session: Session, fiche: Fiche) -> LiveRound | None:
    """The round of a fiche that is not closed. A structure that left the group is not waited for any more."""
    row = session.scalar(
        select(ReviewRound)
        .where(ReviewRound.fiche_id == fiche.id, ReviewRound.state != RoundState.CLOSED)
        .order_by(ReviewRound.asked_at.desc())
        .limit(1)
    )
    if row is None:
        return None
    needs = session.scalars(
        select(ReviewNeed.structure_id)
        .join(Structure, Structure.id == ReviewNeed.structure_id)
        .where(ReviewNeed.round_id == row.id, Structure.left_at.is_(None))
    )
    voices = session.scalars(select(ReviewVoice).where(ReviewVoice.round_id == row.id))
    return LiveRound(row, frozenset(needs), {voice.structure_id: voice for voice in voices})


def get_shown(session: Session, fiche: Fiche) -> Shown:
    """The words of a fiche as its log says them: what an approval stands on."""
    seq, content = read_content(session, fiche.text_id)
    return _shown(fiche, seq, content)


def _shown(fiche: Fiche, seq: int, content: Mapping[str, tuple[Block, ...]]) -> Shown:
    return Shown(
        title=fiche.title,
        accroche=fiche.accroche,
        content=content,
        seq=seq,
        said_hash=rules.said_hash(fiche.title, fiche.accroche, content),
    )


def seen_of(voice: ReviewVoice) -> Shown:
    """The words that a structure saw when it spoke."""
    return Shown(
        title=voice.seen["title"],
        accroche=voice.seen["accroche"],
        content={
            name: tuple(block_from_json(block) for block in blocks) for name, blocks in voice.seen["content"].items()
        },
        seq=voice.seq,
        said_hash=voice.said_hash,
    )


def _projected_hash(session: Session, fiche: Fiche) -> str:
    """The hash of what a fiche said at its last projection: for showing where things stand, never for an act."""
    return rules.said_hash(fiche.title, fiche.accroche, history.get_content(session, fiche.text_id, None))


def get_review(session: Session, actor: Actor, fiche_id: UUID) -> ReviewView:
    """The review of a fiche as the actor sees it. Raises NotFound."""
    fiche = find_fiche(session, actor, fiche_id)
    facts, group = get_facts(session, fiche)
    live = find_round(session, fiche)
    standings = live.standings(_projected_hash(session, fiche)) if live else {}
    names = {choice.choice_id: choice.name for choice in list_structures(session, fiche.group_id)}
    able = able_structures(session, fiche.group_id)
    row = live.row if live else None
    people = _people(session, live)
    return ReviewView(
        fiche_id=fiche.id,
        status=fiche.status,
        zone=get_zone(session, fiche.group_id),
        scope=row.scope if row else rules.default_scope(facts.structure_ids & able),
        voices=_voices(live, standings, names, people),
        note=row.note if row else "",
        asked_at=row.asked_at if row else None,
        asked_by=people.get(row.asked_by, "") if row else "",
        approved_at=row.approved_at if row else None,
        reopened_at=row.reopened_at if row else None,
        reopened_by=people.get(row.reopened_by, "") if row else "",
        reason=row.reason if row else "",
        linked=tuple(name for one, name in names.items() if one in facts.structure_ids and one in able),
        silent=tuple(name for one, name in names.items() if one not in able),
        own=standings.get(actor.structure_id) if actor.structure_id else None,
        abilities=rules.abilities(actor, facts, group, fiche.status, standings),
    )


def _people(session: Session, live: LiveRound | None) -> dict[UUID | None, str]:
    if live is None:
        return {}
    ids = {voice.person_id for voice in live.voices.values()} | {live.row.asked_by, live.row.reopened_by}
    return names_of(session, ids)


def _voices(
    live: LiveRound | None,
    standings: Mapping[UUID, Standing],
    names: Mapping[UUID, str],
    people: Mapping[UUID | None, str],
) -> tuple[StructureVoice, ...]:
    made = []
    for structure_id, name in names.items():
        if live is None or structure_id not in standings:
            continue
        voice = live.voices.get(structure_id)
        made.append(
            StructureVoice(
                structure_id=structure_id,
                name=name,
                standing=standings[structure_id],
                person=people.get(voice.person_id, "") if voice else "",
                at=voice.at if voice else None,
                reason=voice.reason if voice else "",
            )
        )
    return tuple(made)


def get_voice(session: Session, actor: Actor, fiche_id: UUID, structure_id: UUID) -> tuple[Shown, Shown]:
    """(what a structure saw when it spoke, what the fiche says now). Raises NotFound when it did not speak."""
    fiche = find_fiche(session, actor, fiche_id)
    live = find_round(session, fiche)
    voice = live.voices.get(structure_id) if live else None
    if voice is None:
        raise NotFound
    return seen_of(voice), get_shown(session, fiche)


def list_facts(session: Session, actor: Actor) -> dict[UUID, ReviewFact]:
    """What Accueil needs of each living fiche in review."""
    rows = session.scalars(
        select(Fiche).where(
            Fiche.group_id == actor.group_id, Fiche.archived_at.is_(None), Fiche.status == FicheStatus.IN_REVIEW
        )
    )
    found = {}
    for fiche in rows:
        live = find_round(session, fiche)
        standings = live.standings(_projected_hash(session, fiche)) if live else {}
        found[fiche.id] = ReviewFact(
            fiche_id=fiche.id,
            own=standings.get(actor.structure_id) if actor.structure_id else None,
            change_asked=Standing.CHANGES in standings.values(),
        )
    return found
