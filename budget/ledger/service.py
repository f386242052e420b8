"""Use cases of the ledger: read it, close a year, open it again with a reason. Entering: `store.enter`."""

from __future__ import annotations

from sqlalchemy.orm import Session

from budget.ledger import queries, rules, store
from budget.ledger.words import Check, LedgerView
from budget.ledger.words import LedgerOperation as Op
from db.journal import record
from db.models import LedgerYear
from db.session import reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import get_zone, group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Target, require


def view_ledger(actor: Actor, year: int | None = None) -> LedgerView:
    """The ledger with one of its years; the latest when that year has nothing."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_ledger(session, actor, year)


def check_ledger(actor: Actor) -> Check:
    """Read the group's whole chain again, now."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.check_group(session, group_of(actor), actor.group_name)


def close_year(actor: Actor, year: int) -> None:
    """Close a year: nothing more is entered in it, and the chain up to now is sealed.

    Raises RuleBroken `error-year-not-over`, `error-year-closed`, `error-ledger-broken` when the chain does not hold:
    what is broken is never sealed. NotFound for a year that no books are kept in.
    """
    require(rules.POLICIES[Op.CLOSE], actor, Target(group_id=actor.group_id))
    rules.check_year(year)
    with unit_of_work() as session:
        group_id = group_of(actor)
        head = store.hold_head(session, group_id)
        if year >= local(utc_now(), get_zone(session, group_id)).year:
            raise RuleBroken("error-year-not-over", year=str(year))
        store.check_open(session, group_id, year)
        if queries.check_group(session, group_id, "").broken is not None:
            raise RuleBroken("error-ledger-broken")
        row = _year(session, actor, year)
        row.closed_at, row.closed_by = utc_now(), actor.person_id
        row.last_number, row.seal = head.number, head.hash
        record(session, actor, Op.CLOSE, kind="ledger_year", label=str(year), number=head.number, seal=head.hash)


def reopen_year(actor: Actor, year: int, reason: str) -> None:
    """Open a closed year again, and say why. Raises RuleBroken `error-year-open`, `error-empty` without a reason."""
    require(rules.POLICIES[Op.REOPEN], actor, Target(group_id=actor.group_id))
    why = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        store.hold_head(session, group_of(actor))
        row = _year(session, actor, year)
        if row.closed_at is None:
            raise RuleBroken("error-year-open", year=str(year))
        row.closed_at, row.reopened_at, row.reason = None, utc_now(), why
        record(session, actor, Op.REOPEN, kind="ledger_year", label=str(year), reason=why, seal=row.seal)


def _year(session: Session, actor: Actor, year: int) -> LedgerYear:
    group_id = group_of(actor)
    row = session.get(LedgerYear, (group_id, year))
    if row is None:
        row = LedgerYear(group_id=group_id, year=year)
        session.add(row)
    return row
