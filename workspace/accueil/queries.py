"""Reads of Accueil."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import Fiche, JournalEntry, Member, Text, TextVersion
from workspace.accounts.queries import names_of
from workspace.accueil import rules, sources
from workspace.accueil.words import Change, FicheFact, HomeFacts, OwnStructure
from workspace.comments.queries import list_mentions
from workspace.comments.words import CommentsOperation
from workspace.decisions.desk import list_current
from workspace.decisions.words import DecisionsOperation
from workspace.fiches.board import get_board
from workspace.fiches.trame import get_trame
from workspace.fiches.words import BoardFilters, FicheCard, FichesOperation, Lightness
from workspace.history.words import HistoryOperation
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.livetext.words import Operation as TextOperation
from workspace.meetings.queries import list_mine
from workspace.meetings.words import MeetingsOperation
from workspace.members.queries import list_structures
from workspace.members.words import MembersOperation, StructureView
from workspace.outline.words import OutlineOperation
from workspace.review import queries as review_queries
from workspace.review.words import ReviewFact, ReviewOperation
from workspace.specification.queries import list_awaiting
from workspace.specification.words import SpecificationOperation

TEXT_CHANGED = "text_changed"

# Which journal lines are news, and the page that shows their object.
NEWS: dict[str, str] = {
    FichesOperation.CREATE_FICHE.value: "fiche",
    FichesOperation.CHANGE_FICHE.value: "fiche",
    FichesOperation.ARCHIVE_FICHE.value: "fiche",
    FichesOperation.RESTORE_FICHE.value: "fiche",
    FichesOperation.CHANGE_TRAME.value: "trame",
    ReviewOperation.ASK_REVIEW.value: "fiche",
    ReviewOperation.APPROVE_FICHE.value: "fiche",
    ReviewOperation.ASK_CHANGES.value: "fiche",
    ReviewOperation.REOPEN_FICHE.value: "fiche",
    ReviewOperation.PUBLISH_FICHE.value: "fiche",
    HistoryOperation.RESTORE_VERSION.value: "fiche",
    DecisionsOperation.OPEN_PROPOSAL.value: "decision",
    DecisionsOperation.CHANGE_PROPOSAL.value: "decision",
    DecisionsOperation.NEW_ROUND.value: "decision",
    DecisionsOperation.WITHDRAW_PROPOSAL.value: "decision",
    OutlineOperation.PROPOSE_TRAME.value: "trame",
    OutlineOperation.ADOPT_VARIANT.value: "trame",
    OutlineOperation.SET_ORGANISATION.value: "presentation",
    TextOperation.NAME_VERSION.value: "",
    CommentsOperation.ADD.value: "fiche",
    CommentsOperation.DECIDE.value: "fiche",
    MeetingsOperation.CREATE.value: "reunion",
    MeetingsOperation.CHANGE.value: "reunion",
    MeetingsOperation.CANCEL.value: "reunion",
    MeetingsOperation.PLAN.value: "reunion",
    MeetingsOperation.CLOSE.value: "reunion",
    MeetingsOperation.REOPEN.value: "reunion",
    SpecificationOperation.FREEZE.value: "cahier",
    SpecificationOperation.OBJECT.value: "cahier",
    SpecificationOperation.ADOPT.value: "cahier",
    MembersOperation.CREATE_STRUCTURE.value: "structures",
    MembersOperation.CHANGE_STRUCTURE.value: "structures",
    MembersOperation.LEAVE_STRUCTURE.value: "structures",
    MembersOperation.ACCEPT_INVITATION.value: "structures",
    MembersOperation.CHANGE_LISTS.value: "reglages",
    MembersOperation.CHANGE_GROUP.value: "reglages",
}
WITH_OBJECT = ("fiche", "structures", "decision", "cahier", "reunion")
# Where the object is shown, whatever was done with it: comments stand beside any text.
PAGES_OF_KINDS = {"specification": "cahier", "meeting": "reunion"}
OBJECT_KINDS = ("fiche", "structure", "proposal", "specification", "meeting")


def get_previous_visit(session: Session, member_id: UUID | None) -> datetime | None:
    """When the member's visit before this one was last seen."""
    return session.scalar(select(Member.seen_before_at).where(Member.id == member_id))


def get_facts(session: Session, actor: Actor) -> HomeFacts:
    """All that decides what awaits the actor."""
    board = get_board(session, actor, BoardFilters())
    structures = list_structures(session, actor)
    trame = get_trame(session, actor)
    reviews = review_queries.list_facts(session, actor)
    return HomeFacts(
        fiches=tuple(_fiche_fact(card, reviews.get(card.fiche_id)) for card in board.cards),
        etapes=tuple((choice.choice_id, choice.name) for choice in board.etapes),
        own=next((_own(one) for one in structures if one.structure_id == actor.structure_id), None),
        silent_structures=tuple((one.structure_id, one.draft.name) for one in structures if not one.members),
        unanswered_count=sum(not question.fiches for question in trame.questions),
        question_count=len(trame.questions),
        structure_count=len(structures),
        member_count=sum(len(one.members) for one in structures),
        open_votes=tuple((one.proposal_id, one.title) for one in list_current(session, actor) if one.awaits_me),
        is_facilitator=actor.role is Role.FACILITATOR,
        may_write=board.abilities.may_create,
        mentions=list_mentions(session, actor),
        actions=list_mine(session, actor),
        specifications=list_awaiting(session, actor),
        registered=sources.list_awaited(session, actor),
    )


def _fiche_fact(card: FicheCard, review: ReviewFact | None) -> FicheFact:
    return FicheFact(
        fiche_id=card.fiche_id,
        title=card.title,
        is_blank=card.is_blank,
        is_heavy=card.lightness is Lightness.HEAVY,
        status=card.status.value,
        etape_ids=card.etape_ids,
        structure_ids=card.structure_ids,
        review=review,
    )


def _own(structure: StructureView) -> OwnStructure:
    return OwnStructure(
        structure_id=structure.structure_id,
        name=structure.draft.name,
        has_presentation=bool(structure.draft.presentation),
        has_etapes=bool(structure.draft.etape_ids),
    )


def list_changes(session: Session, actor: Actor, since: datetime) -> tuple[Change, ...]:
    """What others did since an instant, the latest first: texts that changed, and the news of the journal."""
    changes = [*_text_changes(session, actor, since), *_journal_changes(session, actor, since)]
    changes.sort(key=lambda change: change.at, reverse=True)
    return tuple(changes[: rules.CHANGES_MAXIMUM])


def _text_changes(session: Session, actor: Actor, since: datetime) -> Iterable[Change]:
    rows = session.execute(
        select(Fiche.id, Fiche.title, Text.id.label("text_id"), Text.changed_at, Text.changed_by)
        .join(Text, Text.id == Fiche.text_id)
        .where(Fiche.group_id == actor.group_id, Fiche.archived_at.is_(None), Text.changed_at > since)
        .order_by(Text.changed_at.desc())
        .limit(rules.CHANGES_MAXIMUM)
    ).all()
    writers: dict[UUID, set[UUID]] = {row.text_id: {row.changed_by} - {None} for row in rows}
    versions = session.execute(
        select(TextVersion.text_id, TextVersion.authors).where(
            TextVersion.text_id.in_(writers), TextVersion.at > since
        )
    )
    for text_id, authors in versions:
        writers[text_id] |= {UUID(author) for author in authors}
    names = names_of(session, {one for people in writers.values() for one in people})
    for row in rows:
        others = [names[one] for one in writers[row.text_id] if one != actor.person_id and one in names]
        if others:
            yield Change(
                at=row.changed_at or utc_now(),
                operation=TEXT_CHANGED,
                people=tuple(sorted(others)),
                label=row.title,
                page="fiche",
                object_id=row.id,
            )


def _journal_changes(session: Session, actor: Actor, since: datetime) -> Iterable[Change]:
    """The latest line of each (person, operation, object): twelve saves of one form are one piece of news."""
    told = NEWS | sources.news()
    rows = session.scalars(
        select(JournalEntry)
        .where(
            JournalEntry.group_id == actor.group_id,
            JournalEntry.at > since,
            JournalEntry.operation.in_(told),
            JournalEntry.person_id != actor.person_id,
        )
        .order_by(JournalEntry.at.desc())
        .limit(10 * rules.CHANGES_MAXIMUM)
    ).all()
    names = names_of(session, {row.person_id for row in rows if row.person_id})
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        key = (row.person_id, row.operation, row.object_id)
        if key in seen or row.person_id not in names:
            continue
        seen.add(key)
        page = PAGES_OF_KINDS.get(row.kind, told[row.operation])
        yield Change(
            at=row.at,
            operation=row.operation,
            people=(names[row.person_id],),
            label=row.label,
            page=page,
            object_id=row.object_id if page in WITH_OBJECT and row.kind in OBJECT_KINDS else None,
        )
