"""Pure rules of Accueil: what awaits somebody, in which order, and how many lines at most."""

from __future__ import annotations

from collections.abc import Iterator

from workspace.accueil.words import AccueilOperation, Awaited, AwaitedAct, FicheFact, HomeFacts
from workspace.kernel.rights import Policy, Reach, everyone
from workspace.review.words import Standing

POLICIES: dict[AccueilOperation, Policy] = {AccueilOperation.VIEW_HOME: everyone(Reach.GROUP)}

SHOWN_MAXIMUM = 6
OF_A_KIND_MAXIMUM = 3
CHANGES_MAXIMUM = 12


def awaited_acts(facts: HomeFacts) -> tuple[AwaitedAct, ...]:
    """What the actor can do now, the first steps of a young group first, at most six lines.

    Somebody who is named in a comment comes first. Otherwise an observer is awaited nowhere: reading is never a duty.
    """
    acts = [*_named(facts)]
    if facts.may_write:
        acts += [*_first_steps(facts), *_votes(facts), *_actions(facts), *facts.registered, *_own_work(facts)]
    if facts.may_write and facts.is_facilitator:
        acts += _gaps(facts)
    shown: list[AwaitedAct] = []
    for act in acts:
        if sum(other.kind is act.kind for other in shown) < OF_A_KIND_MAXIMUM:
            shown.append(act)
    return tuple(shown[:SHOWN_MAXIMUM])


def _named(facts: HomeFacts) -> Iterator[AwaitedAct]:
    for mention in facts.mentions:
        yield AwaitedAct(
            kind=Awaited.ANSWER_MENTION,
            label=mention.subject.title,
            count=mention.count,
            page=mention.subject.page,
            object_id=mention.subject.object_id,
        )


def _first_steps(facts: HomeFacts) -> Iterator[AwaitedAct]:
    if facts.is_facilitator and not facts.etapes:
        yield AwaitedAct(kind=Awaited.FIRST_ETAPES, page="reglages")
    if facts.is_facilitator and facts.member_count <= 1:
        yield AwaitedAct(kind=Awaited.FIRST_INVITATION, page="structures")
    if not facts.fiches:
        yield AwaitedAct(kind=Awaited.FIRST_FICHE, page="fiches")


def _votes(facts: HomeFacts) -> Iterator[AwaitedAct]:
    for proposal_id, title in facts.open_votes:
        yield AwaitedAct(kind=Awaited.VOTE, label=title, page="decision", object_id=proposal_id)


def _actions(facts: HomeFacts) -> Iterator[AwaitedAct]:
    """What a meeting asked of the actor or of their structure."""
    for meeting_id, what in facts.actions:
        yield AwaitedAct(kind=Awaited.DO_ACTION, label=what, page="reunion", object_id=meeting_id)


def _own_work(facts: HomeFacts) -> Iterator[AwaitedAct]:
    own = facts.own
    for line in facts.specifications:
        yield AwaitedAct(
            kind=Awaited.APPROVE_SPECIFICATION, label=line.title, page="cahier", object_id=line.specification_id
        )
    for fiche in facts.fiches:
        yield from _review(fiche, facts)
    if own is not None:
        for fiche in facts.fiches:
            if fiche.is_blank and own.structure_id in fiche.structure_ids:
                yield AwaitedAct(
                    kind=Awaited.WRITE_OWN_FICHE, label=fiche.title, page="fiche", object_id=fiche.fiche_id
                )
        if not (own.has_presentation and own.has_etapes):
            yield AwaitedAct(
                kind=Awaited.COMPLETE_STRUCTURE, label=own.name, page="structures", object_id=own.structure_id
            )
    for fiche in facts.fiches:
        mine = own is not None and own.structure_id in fiche.structure_ids
        if fiche.is_heavy and (mine or facts.is_facilitator):
            yield AwaitedAct(kind=Awaited.LIGHTEN_FICHE, label=fiche.title, page="fiche", object_id=fiche.fiche_id)


def _review(fiche: FicheFact, facts: HomeFacts) -> Iterator[AwaitedAct]:
    """The voice of the actor's structure, first of all or again; a change that others ask of its own fiche."""
    if fiche.review is None:
        return
    asked = {Standing.AWAITED: Awaited.APPROVE_FICHE, Standing.STALE: Awaited.APPROVE_AGAIN}
    kind = asked.get(fiche.review.own) if fiche.review.own else None
    if kind is not None:
        yield AwaitedAct(kind=kind, label=fiche.title, page="fiche", object_id=fiche.fiche_id)
    mine = facts.own is not None and (not fiche.structure_ids or facts.own.structure_id in fiche.structure_ids)
    if fiche.review.change_asked and mine:
        yield AwaitedAct(kind=Awaited.ANSWER_CHANGE, label=fiche.title, page="fiche", object_id=fiche.fiche_id)


def _gaps(facts: HomeFacts) -> Iterator[AwaitedAct]:
    for structure_id, name in facts.silent_structures:
        yield AwaitedAct(kind=Awaited.INVITE_STRUCTURE, label=name, page="structures", object_id=structure_id)
    covered = {etape_id for fiche in facts.fiches for etape_id in fiche.etape_ids}
    for etape_id, name in facts.etapes:
        if facts.fiches and etape_id not in covered:
            yield AwaitedAct(kind=Awaited.COVER_ETAPE, label=name, page="fiches")
    if facts.unanswered_count:
        yield AwaitedAct(kind=Awaited.ANSWER_QUESTIONS, count=facts.unanswered_count, page="trame")
