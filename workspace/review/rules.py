"""Pure rules of review: who may, who must approve, on which words an approval stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from workspace.fiches.rules import SETTLED, fiche_target
from workspace.fiches.words import FicheFacts, FicheStatus
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken
from workspace.kernel.fingerprint import fingerprint
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone
from workspace.livetext.words import Block, block_to_json
from workspace.review.words import Decision, ReviewAbilities, ReviewScope, Standing
from workspace.review.words import ReviewOperation as Op

_OWNERS = Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP)
_VOICES = Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.OWN)

POLICIES: dict[Op, Policy] = {
    Op.VIEW_REVIEW: everyone(Reach.GROUP),
    Op.ASK_REVIEW: _OWNERS,
    Op.APPROVE_FICHE: _VOICES,
    Op.ASK_CHANGES: _VOICES,
    Op.STOP_REVIEW: _OWNERS,
    Op.REOPEN_FICHE: _OWNERS,
    Op.PUBLISH_FICHE: Policy(facilitator=Reach.GROUP),
}

NOTE_LENGTH = 300
REASON_LENGTH = 500


def said_hash(title: str, accroche: str, content: Mapping[str, Sequence[Block]]) -> str:
    """SHA-256 of all that a fiche says, marks and attributes too: equal means the same words and the same look."""
    said = {name: [block_to_json(block) for block in blocks] for name, blocks in content.items()}
    return fingerprint({"title": title, "accroche": accroche, "content": said})


def default_scope(linked: Iterable[UUID]) -> ReviewScope:
    """Who should approve, proposed to who asks: the structures that the fiche is linked to, else all.

    A structure fiche is always linked; an étape or free fiche without a link is the work of all.
    """
    return ReviewScope.CONCERNED if set(linked) else ReviewScope.ALL


def needed_structures(scope: ReviewScope, linked: Iterable[UUID], able: Iterable[UUID]) -> frozenset[UUID]:
    """Whose approval is waited for; `able` are the structures with somebody who can give it.

    Raises RuleBroken `error-review-nobody` when that leaves nobody.
    """
    needed = frozenset(able) if scope is ReviewScope.ALL else frozenset(linked) & frozenset(able)
    if not needed:
        raise RuleBroken("error-review-nobody")
    return needed


def standing(decision: Decision | None, seen_hash: str, now_hash: str) -> Standing:
    """Where a structure stands towards the words of now. A change that was asked for stays asked until it speaks.

    Not the rule of a cahier des charges (`specification/rules.py`): there a version is frozen, so an answer is never
    stale, and the group chooses whether all must approve. Who is awaited is one reading, `queries.able_structures`.
    """
    if decision is None:
        return Standing.AWAITED
    if decision is Decision.CHANGES:
        return Standing.CHANGES
    return Standing.APPROVED if seen_hash == now_hash else Standing.STALE


def is_complete(standings: Iterable[Standing]) -> bool:
    """Whether every needed structure approved exactly these words. Nobody needed is never complete."""
    known = list(standings)
    return bool(known) and all(one is Standing.APPROVED for one in known)


def abilities(
    actor: Actor,
    facts: FicheFacts,
    group: Iterable[UUID],
    status: FicheStatus,
    standings: Mapping[UUID, Standing],
) -> ReviewAbilities:
    """What `actor` may do about the review of a fiche now. `standings`: of each structure that is waited for."""
    target = fiche_target(facts, group)
    voices = Target(group_id=facts.group_id, structure_ids=frozenset(standings))
    alive, in_review = not facts.is_archived, status is FicheStatus.IN_REVIEW
    own = standings.get(actor.structure_id) if actor.structure_id else None
    publishes = allowed(POLICIES[Op.PUBLISH_FICHE], actor, target)
    news = own is not Standing.APPROVED or is_complete(standings.values())
    return ReviewAbilities(
        may_ask=alive
        and (status is FicheStatus.DRAFT or (in_review and not standings))
        and allowed(POLICIES[Op.ASK_REVIEW], actor, target),
        may_speak=alive and in_review and news and allowed(POLICIES[Op.APPROVE_FICHE], actor, voices),
        may_stop=alive and in_review and allowed(POLICIES[Op.STOP_REVIEW], actor, target),
        may_reopen=alive
        and status in SETTLED
        and allowed(POLICIES[Op.REOPEN_FICHE], actor, target)
        and (publishes or status is FicheStatus.APPROVED),
        may_publish=alive and status is FicheStatus.APPROVED and publishes,
    )
