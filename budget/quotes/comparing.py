"""Reads of the comparison: `session` first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.envelope.queries import latest_envelope, list_lines
from budget.envelope.words import LineKind
from budget.quotes import pricing, queries, rules, weighing
from budget.quotes.compare_words import Compared, Comparison, Criterion, Judged, Mark, PriceBand
from budget.quotes.devis_words import DevisView, LotCost
from budget.quotes.words import DevisState
from budget.quotes.words import QuotesOperation as Op
from db.models import (
    BudgetLine,
    DevisClause,
    DevisMark,
    QuoteCriterion,
    Specification,
    SpecificationVersion,
)
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Target, allowed
from workspace.specification.queries import get_version
from workspace.specification.rules import version_name
from workspace.specification.words import VersionView


def latest_adopted(session: Session, actor: Actor) -> VersionView | None:
    """The version that the group adopted last, of all its cahiers des charges; None when none is adopted."""
    row = session.scalar(
        select(SpecificationVersion)
        .join(Specification, Specification.id == SpecificationVersion.specification_id)
        .where(Specification.group_id == actor.group_id, SpecificationVersion.adopted_at.is_not(None))
        .order_by(SpecificationVersion.adopted_at.desc())
        .limit(1)
    )
    return get_version(session, row) if row is not None else None


def latest_version(session: Session, actor: Actor) -> VersionView | None:
    """The version adopted last; before any is, the one frozen last, so that devis can be read against it already."""
    adopted = latest_adopted(session, actor)
    if adopted is not None:
        return adopted
    row = session.scalar(
        select(SpecificationVersion)
        .join(Specification, Specification.id == SpecificationVersion.specification_id)
        .where(Specification.group_id == actor.group_id)
        .order_by(SpecificationVersion.frozen_at.desc())
        .limit(1)
    )
    return get_version(session, row) if row is not None else None


def list_criteria(session: Session, group_id: UUID, kind: LineKind) -> tuple[Criterion, ...]:
    """What devis of a kind are marked on, in order."""
    rows = session.scalars(
        select(QuoteCriterion)
        .where(QuoteCriterion.group_id == group_id, QuoteCriterion.kind == kind)
        .order_by(QuoteCriterion.position)
    )
    return tuple(Criterion(criterion_id=row.id, name=row.name, weight=row.weight) for row in rows)


def get_comparison(session: Session, actor: Actor, kind: LineKind | None, wanted: int | None) -> Comparison:
    """Devis of one kind side by side; those past their validity are left out."""
    group_id, group = group_of(actor), Target(group_id=actor.group_id)
    found = [one for one in queries.list_devis(session, actor) if one.state is not DevisState.EXPIRED]
    kinds = tuple(one for one in LineKind if any(view.kind is one for view in found))
    chosen = kind if kind is not None else next(iter(kinds), LineKind.PRINTING)
    views = [one for one in found if one.kind is chosen]
    asked = wanted if wanted is not None else weighing.usual_lot([[one.copies for one in v.costs] for v in views])
    criteria, version = list_criteria(session, group_id, chosen), latest_version(session, actor)
    ids = [one.devis_id for one in views]
    clauses = _clauses(session, ids, version.version_id if version else None)
    marks = _marks(session, ids)
    compared = [_compared(one, asked, criteria, clauses[one.devis_id], marks[one.devis_id]) for one in views]
    return Comparison(
        kind=chosen,
        kinds=kinds,
        wanted=asked,
        compared=_with_cheapest(compared),
        clauses=tuple((one.name, one.heading) for one in version.clauses) if version else (),
        version_id=version.version_id if version else None,
        version_name=version_name(version.title, version.number) if version else "",
        is_adopted=version is not None and version.is_adopted,
        criteria=criteria,
        band=find_band(session, group_id, chosen),
        lines=list_lines(session, actor),
        may_judge=allowed(rules.POLICIES[Op.JUDGE], actor, group),
        may_select=allowed(rules.POLICIES[Op.SELECT], actor, group),
    )


def _compared(
    view: DevisView,
    wanted: int,
    criteria: Sequence[Criterion],
    clauses: Mapping[str, Judged],
    marks: Mapping[UUID, Mark],
) -> Compared:
    choice = pricing.choose_lot([one.copies for one in view.costs], wanted)
    cost = next((one for one in view.costs if one.copies == choice.order), None)
    return Compared(
        view=view,
        choice=choice,
        cost=cost,
        with_all_options=_all_options(view, cost),
        clauses=clauses,
        marks=marks,
        score=weighing.score(criteria, marks),
    )


def _all_options(view: DevisView, cost: LotCost | None) -> int | None:
    if cost is None:
        return None
    return pricing.lot_cost(
        view.lines, cost.copies, view.rounding, view.status, view.artist_bp, all_options=True
    ).total_cents


def _with_cheapest(compared: Sequence[Compared]) -> tuple[Compared, ...]:
    """The devis by cost, the cheapest said to be so; those that cannot deliver last."""
    priced = [one.cost.total_cents for one in compared if one.cost is not None]
    least = min(priced, default=None)

    def rank(one: Compared) -> tuple[int, str]:
        return (one.cost.total_cents if one.cost else max(priced, default=0) + 1, one.view.supplier)

    return tuple(
        replace(one, is_cheapest=one.cost is not None and one.cost.total_cents == least)
        for one in sorted(compared, key=rank)
    )


def _clauses(session: Session, ids: Sequence[UUID], version_id: UUID | None) -> defaultdict[UUID, dict[str, Judged]]:
    found: defaultdict[UUID, dict[str, Judged]] = defaultdict(dict)
    for row in session.scalars(select(DevisClause).where(DevisClause.devis_id.in_(ids))):
        found[row.devis_id][row.clause] = Judged(
            standing=row.standing, note=row.note, is_stale=row.version_id != version_id
        )
    return found


def _marks(session: Session, ids: Sequence[UUID]) -> defaultdict[UUID, dict[UUID, Mark]]:
    found: defaultdict[UUID, dict[UUID, Mark]] = defaultdict(dict)
    for row in session.scalars(select(DevisMark).where(DevisMark.devis_id.in_(ids))):
        found[row.devis_id][row.criterion_id] = Mark(mark=row.mark, note=row.note)
    return found


def find_band(session: Session, group_id: UUID, kind: LineKind) -> PriceBand | None:
    """What the latest envelope sets aside for a kind; the whole envelope when no single line is for it."""
    envelope = latest_envelope(session, group_id)
    if envelope is None:
        return None
    lines = list(
        session.scalars(
            select(BudgetLine).where(BudgetLine.envelope_id == envelope.id, BudgetLine.kind == kind).limit(2)
        )
    )
    one = lines[0] if len(lines) == 1 else envelope
    return PriceBand(
        label=one.label if isinstance(one, BudgetLine) else one.title,
        minimum_cents=one.minimum_cents,
        maximum_cents=one.maximum_cents,
    )
