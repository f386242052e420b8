"""Pure rules of fiches: who may, how light, in what order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from uuid import UUID

from workspace.accounts.rules import clean_line
from workspace.fiches.words import (
    BoardAbilities,
    BoardFilters,
    FicheAbilities,
    FicheCard,
    FicheDraft,
    FicheFacts,
    FicheKind,
    FichesOperation,
    FicheStatus,
    Lightness,
    TrameEntry,
)
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.letters import count_words, folded
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone
from workspace.lightness.words import Targets

Op = FichesOperation

_WRITERS = Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP)
_OWNERS = Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP)
_FACILITATOR = Policy(facilitator=Reach.GROUP)

POLICIES: dict[FichesOperation, Policy] = {
    Op.VIEW_BOARD: everyone(Reach.GROUP),
    Op.VIEW_FICHE: everyone(Reach.GROUP),
    Op.CREATE_FICHE: _WRITERS,
    Op.CHANGE_FICHE: _OWNERS,
    Op.ORDER_FICHES: _FACILITATOR,
    Op.ARCHIVE_FICHE: _OWNERS,
    Op.RESTORE_FICHE: _OWNERS,
    Op.ADD_PICTURE: _WRITERS,
    Op.VIEW_PICTURE: everyone(Reach.GROUP),
    Op.VIEW_ALBUM: everyone(Reach.GROUP),
    Op.DESCRIBE_PICTURE: _WRITERS,
    Op.VIEW_TRAME: everyone(Reach.GROUP),
    Op.CHANGE_TRAME: _FACILITATOR,
}

TITLE_LENGTH = 120
ACCROCHE_LENGTH = 240
QUESTION_LENGTH = 300
QUESTIONS_MAXIMUM = 100
# Once approved, what a fiche says stays until it is reopened.
SETTLED = frozenset({FicheStatus.APPROVED, FicheStatus.PUBLISHED})


def fiche_target(facts: FicheFacts, group_structures: Iterable[UUID]) -> Target:
    """To whom a fiche belongs, for the rights.

    To the structures it is linked to, and to the person who created it. An étape or free fiche without a
    structure is the common work of the group: it belongs to all its structures. A structure fiche that lost
    its structure (it left the group) belongs to nobody's structure: creator and facilitator look after it.
    """
    belongs = facts.structure_ids
    if not belongs and facts.kind is not FicheKind.STRUCTURE:
        belongs = frozenset(group_structures)
    return Target(group_id=facts.group_id, structure_ids=belongs, person_id=facts.created_by)


def fiche_abilities(actor: Actor, facts: FicheFacts, group_structures: Iterable[UUID]) -> FicheAbilities:
    """What `actor` may do with a fiche. An archived one can only be read or restored."""
    target = fiche_target(facts, group_structures)
    alive = not facts.is_archived
    return FicheAbilities(
        may_change=alive and allowed(POLICIES[Op.CHANGE_FICHE], actor, target),
        may_archive=alive and allowed(POLICIES[Op.ARCHIVE_FICHE], actor, target),
        may_restore=not alive and allowed(POLICIES[Op.RESTORE_FICHE], actor, target),
        may_order=alive and allowed(POLICIES[Op.ORDER_FICHES], actor, target),
        may_add_picture=alive and allowed(POLICIES[Op.ADD_PICTURE], actor, target),
    )


def board_abilities(actor: Actor) -> BoardAbilities:
    """What `actor` may do with the fiches of their group as a whole."""
    target = Target(group_id=actor.group_id)
    return BoardAbilities(
        may_create=allowed(POLICIES[Op.CREATE_FICHE], actor, target),
        may_order=allowed(POLICIES[Op.ORDER_FICHES], actor, target),
        may_change_trame=allowed(POLICIES[Op.CHANGE_TRAME], actor, target),
    )


def clean_draft(draft: FicheDraft) -> FicheDraft:
    """The same draft with every field cleaned. Raises the error of the first field that will not do.

    Markup is kept as typed: pages show text as text. Raises `error-fiche-etape` and `error-fiche-structure`
    when the kind asks for a link that is missing.
    """
    cleaned = FicheDraft(
        title=clean_line(draft.title, maximum=TITLE_LENGTH, field="title"),
        accroche=clean_line(draft.accroche, maximum=ACCROCHE_LENGTH, required=False, field="accroche"),
        kind=draft.kind,
        etape_ids=tuple(dict.fromkeys(draft.etape_ids)),
        structure_ids=tuple(dict.fromkeys(draft.structure_ids)),
        question_ids=tuple(dict.fromkeys(draft.question_ids)),
        version=draft.version,
    )
    if cleaned.kind is FicheKind.ETAPE and not cleaned.etape_ids:
        raise RuleBroken("error-fiche-etape")
    if cleaned.kind is FicheKind.STRUCTURE and not cleaned.structure_ids:
        raise RuleBroken("error-fiche-structure")
    return cleaned


def check_settled(status: FicheStatus, *, before: tuple[str, str], after: tuple[str, str]) -> None:
    """Title and accroche are part of what is approved: they stay until the fiche is reopened. Raises RuleBroken."""
    if status in SETTLED and before != after:
        raise RuleBroken("error-fiche-settled")


def clean_trame(entries: Sequence[TrameEntry]) -> list[TrameEntry]:
    """The trame in its new order, empty questions dropped.

    Raises `error-same-question`, `error-too-many`, and NotFound when one question is given twice.
    """
    kept = [
        TrameEntry(
            question_id=entry.question_id,
            text=text,
            text_en=clean_line(entry.text_en, maximum=QUESTION_LENGTH, required=False, field="question"),
            etape_id=entry.etape_id,
        )
        for entry in entries
        if (text := clean_line(entry.text, maximum=QUESTION_LENGTH, required=False, field="question"))
    ]
    if len(kept) > QUESTIONS_MAXIMUM:
        raise RuleBroken("error-too-many", field="list", maximum=QUESTIONS_MAXIMUM)
    ids = [entry.question_id for entry in kept if entry.question_id is not None]
    if len(ids) != len(set(ids)):
        raise NotFound
    seen: set[str] = set()
    for entry in kept:
        if entry.text.casefold() in seen:
            raise RuleBroken("error-same-question", question=entry.text)
        seen.add(entry.text.casefold())
    return kept


def recto_words(title: str, accroche: str, level1: int) -> int:
    """All that the first side says: title, accroche and level 1."""
    return count_words(title) + count_words(accroche) + level1


def lightness(recto: int, verso: int, targets: Targets) -> Lightness:
    """How light a fiche is under its group's targets, by its heavier side."""
    if recto <= targets.recto.target and verso <= targets.verso.target:
        return Lightness.LIGHT
    if recto <= targets.recto.limit and verso <= targets.verso.limit:
        return Lightness.FAIR
    return Lightness.HEAVY


def filter_cards(cards: Iterable[FicheCard], filters: BoardFilters) -> tuple[FicheCard, ...]:
    """The cards that fit every chosen filter; words are looked for in title and accroche."""
    wanted = folded(filters.words).split()

    def fits(card: FicheCard) -> bool:
        return (
            card.is_archived == filters.archived
            and (filters.etape_id is None or filters.etape_id in card.etape_ids)
            and (filters.structure_id is None or filters.structure_id in card.structure_ids)
            and (filters.status is None or card.status is filters.status)
            and (filters.kind is None or card.kind is filters.kind)
            and all(word in folded(f"{card.title} {card.accroche}") for word in wanted)
        )

    return tuple(card for card in cards if fits(card))


def moved(order: Sequence[UUID], fiche_id: UUID, place: int) -> list[UUID]:
    """`order` with one fiche taken to `place` (from 1; beyond the ends means the end). Raises NotFound."""
    if fiche_id not in order:
        raise NotFound
    others = [one for one in order if one != fiche_id]
    others.insert(max(place, 1) - 1, fiche_id)
    return others


def check_order(current: Sequence[UUID], wanted: Sequence[UUID]) -> None:
    """A new order holds exactly the fiches there are. Raises StaleEdit when one came or went meanwhile."""
    if len(wanted) != len(set(wanted)) or set(wanted) != set(current):
        raise StaleEdit


def trame_stamp(questions: Iterable[tuple[UUID, int]]) -> str:
    """A short name for one state of the trame: which questions, in which order, each at which version."""
    state = ";".join(f"{question_id.hex}:{version}" for question_id, version in questions)
    return hashlib.sha256(state.encode()).hexdigest()[:16]


def reordered(places: Sequence[int]) -> list[int]:
    """Where each line goes when people type new places beside the lines: indexes in their new order.

    `places[i]` is the place (from 1) typed beside line i, which was at i + 1. A line sent up stands before the
    one that was there, a line sent down after it; lines left alone keep their order.
    """

    def key(index: int) -> tuple[int, int, int]:
        was, wanted = index + 1, places[index]
        return wanted, (wanted > was) - (wanted < was), index

    return sorted(range(len(places)), key=key)
