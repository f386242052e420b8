"""Use cases of the comparison: see devis side by side, choose the criteria, say how a devis answers each clause."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from budget.envelope.words import LineKind
from budget.quotes import queries, rules, weighing
from budget.quotes.compare_words import Comparison, Criterion, Judged, Judgement, Mark
from budget.quotes.comparing import get_comparison, latest_version, list_criteria
from budget.quotes.words import QuotesOperation as Op
from db.journal import record
from db.models import DevisClause, DevisMark, QuoteCriterion
from db.session import reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Target, require


def view_comparison(actor: Actor, kind: LineKind | None = None, wanted: int | None = None) -> Comparison:
    """The devis of a kind that the group may still choose or has chosen; without a kind, the first that has any.

    `wanted` copies; None takes the lot that most of them have.
    """
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return get_comparison(session, actor, kind, wanted)


def save_criteria(actor: Actor, kind: LineKind, typed: Sequence[Criterion]) -> None:
    """What devis of a kind are marked on, in order; one that is left out goes with its marks.

    Raises RuleBroken of the first that will not do, NotFound for an unknown one.
    """
    require(rules.POLICIES[Op.WEIGH], actor, Target(group_id=actor.group_id))
    cleaned = weighing.clean_criteria(typed)
    with unit_of_work() as session:
        group_id = group_of(actor)
        query = select(QuoteCriterion).where(QuoteCriterion.group_id == group_id, QuoteCriterion.kind == kind)
        there = {row.id: row for row in session.scalars(query.with_for_update())}
        if {one.criterion_id for one in cleaned if one.criterion_id is not None} - set(there):
            raise NotFound
        kept = set()
        for place, one in enumerate(cleaned):
            row = there.get(one.criterion_id) if one.criterion_id else None
            if row is None:
                row = QuoteCriterion(group_id=group_id, kind=kind)
                session.add(row)
            row.position, row.name, row.weight = place, one.name, one.weight
            kept.add(one.criterion_id)
        gone = set(there) - kept
        session.execute(delete(QuoteCriterion).where(QuoteCriterion.id.in_(gone)))
        record(session, actor, Op.WEIGH, kind="criteria", label=kind.value, count=len(cleaned))


def judge_devis(actor: Actor, devis_id: UUID, judgement: Judgement) -> None:
    """Say how a devis answers the clauses of the cahier des charges, and mark it.

    Raises NotFound for a clause, a version or a criterion that is not the group's, RuleBroken `error-mark`.
    """
    require(rules.POLICIES[Op.JUDGE], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = queries.find_devis(session, actor, devis_id, lock=True)
        _write_clauses(session, actor, row.id, judgement)
        known = {one.criterion_id for one in list_criteria(session, row.group_id, row.kind)}
        if set(judgement.marks) - known:
            raise NotFound
        session.execute(delete(DevisMark).where(DevisMark.devis_id == row.id))
        session.add_all(
            DevisMark(devis_id=row.id, criterion_id=criterion_id, mark=_mark(one), note=_note(one.note))
            for criterion_id, one in judgement.marks.items()
            if one.mark is not None
        )
        record(session, actor, Op.JUDGE, kind="devis", object_id=row.id, label=row.label)


def _write_clauses(session: Session, actor: Actor, devis_id: UUID, judgement: Judgement) -> None:
    said = {name: one for name, one in judgement.clauses.items() if one.standing is not None}
    version = latest_version(session, actor)
    clauses = {one.name for one in version.clauses} if version else set()
    if said and (version is None or version.version_id != judgement.version_id or set(said) - clauses):
        raise NotFound
    session.execute(delete(DevisClause).where(DevisClause.devis_id == devis_id))
    session.add_all(_clause(devis_id, name, one, version.version_id) for name, one in said.items() if version)


def _clause(devis_id: UUID, name: str, one: Judged, version_id: UUID) -> DevisClause:
    return DevisClause(
        devis_id=devis_id, clause=name, version_id=version_id, standing=one.standing, note=_note(one.note)
    )


def _mark(one: Mark) -> int:
    if one.mark is None or one.mark not in weighing.MARKS:
        raise RuleBroken("error-mark")
    return one.mark


def _note(typed: str) -> str:
    return clean_line(typed, maximum=weighing.NOTE_LENGTH, required=False, field="remark")
