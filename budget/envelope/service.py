"""Use cases of the envelope: see it, set it, set its lines. Committing on it: `budget/spending/commitments`."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.envelope import desk, queries, rules
from budget.envelope.words import Budget, EnvelopeDraft, Glance, LineDraft
from budget.envelope.words import EnvelopeOperation as Op
from budget.ledger.store import check_open
from db.journal import record
from db.models import BudgetLine, Envelope
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.fiches.queries import group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken, StaleEdit
from workspace.kernel.rights import Target, require


def view_budget(actor: Actor, envelope_id: UUID | None = None) -> Budget:
    """The Budget page. An envelope that is not the group's is as one that does not exist: the latest is shown."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return desk.get_budget(session, actor, envelope_id)


def view_glance(actor: Actor) -> Glance | None:
    """The latest envelope in one figure, for Accueil; None when there is none."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return desk.get_glance(session, actor)


def create_envelope(actor: Actor, draft: EnvelopeDraft) -> UUID:
    """Set an envelope aside.

    Raises RuleBroken: what `rules.clean_envelope` refuses, `error-envelope-same` for the title of another one of that
    year, `error-year-closed`.
    """
    require(rules.POLICIES[Op.CREATE], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_envelope(draft)
    with unit_of_work() as session:
        group_id = group_of(actor)
        check_open(session, group_id, cleaned.year)
        _check_title(session, group_id, cleaned, None)
        row = Envelope(group_id=group_id, created_at=utc_now(), created_by=actor.person_id, **_fields(cleaned))
        usual = min(rules.USUAL_THRESHOLD_CENTS, cleaned.two_approvals_from_cents)
        _write_raise(row, usual, cleaned.two_approvals_from_cents, actor)
        session.add(row)
        session.flush()
        _note(session, actor, row, op=Op.CREATE)
        return row.id


def change_envelope(actor: Actor, envelope_id: UUID, draft: EnvelopeDraft) -> None:
    """Change an envelope. Its maximum may fall below what is taken: an alert says so, nothing is undone.

    Whoever raises the threshold of two approvals stays held to the one before.

    Raises as `create_envelope`, and StaleEdit when somebody saved first.
    """
    require(rules.POLICIES[Op.CHANGE], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_envelope(draft)
    with unit_of_work() as session:
        row = _open_envelope(session, actor, envelope_id)
        if row.version != draft.version:
            raise StaleEdit
        check_open(session, row.group_id, cleaned.year)
        _check_title(session, row.group_id, cleaned, row.id)
        _write_raise(row, row.two_approvals_from_cents, cleaned.two_approvals_from_cents, actor)
        for name, value in _fields(cleaned).items():
            setattr(row, name, value)
        row.version += 1
        _note(session, actor, row)


def add_line(actor: Actor, envelope_id: UUID, draft: LineDraft) -> UUID:
    """Add a line at the end. Raises RuleBroken: what `rules.clean_line_draft` refuses, `error-too-many`."""
    require(rules.POLICIES[Op.CHANGE], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_line_draft(draft)
    with unit_of_work() as session:
        envelope = _open_envelope(session, actor, envelope_id)
        count, last = session.execute(
            select(func.count(), func.max(BudgetLine.position)).where(BudgetLine.envelope_id == envelope.id)
        ).one()
        if count >= rules.LINES_MAXIMUM:
            raise RuleBroken("error-too-many", field="budget-line", maximum=rules.LINES_MAXIMUM)
        row = BudgetLine(envelope_id=envelope.id, position=(last or 0) + 1, **_line_fields(cleaned))
        session.add(row)
        session.flush()
        _note(session, actor, envelope, row)
        return row.id


def change_line(actor: Actor, line_id: UUID, draft: LineDraft) -> None:
    """Change a line. Raises as `add_line`, NotFound, and StaleEdit when somebody saved first."""
    require(rules.POLICIES[Op.CHANGE], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_line_draft(draft)
    with unit_of_work() as session:
        row = queries.find_line(session, actor, line_id)
        envelope = _open_envelope(session, actor, row.envelope_id)
        session.refresh(row)
        if row.version != draft.version:
            raise StaleEdit
        for name, value in _line_fields(cleaned).items():
            setattr(row, name, value)
        row.version += 1
        _note(session, actor, envelope, row)


def remove_line(actor: Actor, line_id: UUID) -> None:
    """Remove a line. Raises RuleBroken `error-line-used` when something was committed or invoiced on it."""
    require(rules.POLICIES[Op.CHANGE], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = queries.find_line(session, actor, line_id)
        envelope = _open_envelope(session, actor, row.envelope_id)
        if row.id in queries.used_lines(session, envelope.id):
            raise RuleBroken("error-line-used", label=row.label)
        session.delete(row)
        _note(session, actor, envelope, row)


def _open_envelope(session: Session, actor: Actor, envelope_id: UUID) -> Envelope:
    """The envelope, kept for this transaction, when its year is open."""
    row = queries.find_envelope(session, actor, envelope_id, lock=True)
    check_open(session, row.group_id, row.year)
    return row


def _write_raise(row: Envelope, before_cents: int, after_cents: int, actor: Actor) -> None:
    known = rules.Raise(row.raised_by, row.raised_from_cents)
    row.raised_by, row.raised_from_cents = rules.raised(before_cents, after_cents, known, actor.person_id)


def _check_title(session: Session, group_id: UUID, draft: EnvelopeDraft, own: UUID | None) -> None:
    # Two titles of one group take turns on its row.
    hold_group(session, group_id)
    rows = session.execute(
        select(Envelope.id, Envelope.title).where(Envelope.group_id == group_id, Envelope.year == draft.year)
    )
    if any(row.id != own and row.title.casefold() == draft.title.casefold() for row in rows):
        raise RuleBroken("error-envelope-same", title=draft.title, year=str(draft.year))


def _fields(draft: EnvelopeDraft) -> dict[str, object]:
    return {
        "title": draft.title,
        "year": draft.year,
        "minimum_cents": draft.minimum_cents,
        "maximum_cents": draft.maximum_cents,
        "two_approvals_from_cents": draft.two_approvals_from_cents,
        "source": draft.source,
    }


def _line_fields(draft: LineDraft) -> dict[str, object]:
    return {
        "label": draft.label,
        "kind": draft.kind,
        "account": draft.account,
        "minimum_cents": draft.minimum_cents,
        "maximum_cents": draft.maximum_cents,
    }


def _note(
    session: Session, actor: Actor, row: Envelope, line: BudgetLine | None = None, *, op: Op = Op.CHANGE
) -> None:
    said = row if line is None else line
    record(
        session, actor, op, kind="envelope", object_id=row.id,
        label=row.title if line is None else f"{row.title}, {line.label}",
        minimum=said.minimum_cents, maximum=said.maximum_cents, two_from=row.two_approvals_from_cents,
    )  # fmt: skip
