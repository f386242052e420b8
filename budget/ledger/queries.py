"""Reads of the ledger: years, entries, balances, and the check of every chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Select, extract, func, select
from sqlalchemy.orm import Session

from budget.ledger import rules
from budget.ledger.words import Balance, Check, Entry, Head, LedgerView, Movement, Seal, YearView
from db.models import Group, LedgerEntry, LedgerHead, LedgerYear, Person
from workspace.fiches.queries import get_zone, group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now

SHOWN_MAXIMUM = 60
READ_AT_ONCE = 500


def is_closed(session: Session, group_id: UUID, year: int) -> bool:
    """Whether a year of a group is closed now."""
    row = session.get(LedgerYear, (group_id, year))
    return row is not None and row.closed_at is not None


def get_ledger(session: Session, actor: Actor, year: int | None) -> LedgerView:
    """The ledger of the actor's group, with one of its years (the latest by default)."""
    group_id = group_of(actor)
    zone = get_zone(session, group_id)
    this_year = local(utc_now(), zone).year
    years = list_years(session, group_id, this_year)
    shown = next((one for one in years if one.year == year), years[0])
    latest = _in_year(group_id, shown.year).order_by(LedgerEntry.number.desc()).limit(SHOWN_MAXIMUM)
    return LedgerView(
        years=years,
        shown=shown,
        entries=tuple(_entry(row) for row in session.scalars(latest)),
        balances=list_balances(session, group_id, shown.year),
        zone=zone,
        abilities=rules.abilities(actor, is_closed=shown.closed_at is not None, is_over=shown.year < this_year),
    )


def list_years(session: Session, group_id: UUID, this_year: int) -> tuple[YearView, ...]:
    """The years in which something was entered or closed, and this one, the latest first."""
    year_of = extract("year", LedgerEntry.day)
    counts = {
        int(year): count
        for year, count in session.execute(
            select(year_of, func.count()).where(LedgerEntry.group_id == group_id).group_by(year_of)
        )
    }
    kept = {row.year: row for row in session.scalars(select(LedgerYear).where(LedgerYear.group_id == group_id))}
    return tuple(
        _year(session, year, counts.get(year, 0), kept.get(year))
        for year in sorted({this_year, *counts, *kept}, reverse=True)
    )


def _year(session: Session, year: int, count: int, row: LedgerYear | None) -> YearView:
    if row is None:
        return YearView(year=year, count=count)
    person = session.get(Person, row.closed_by) if row.closed_by else None
    return YearView(
        year=year,
        count=count,
        closed_at=row.closed_at,
        closed_by=person.name if person is not None and row.closed_at is not None else "",
        seal=row.seal if row.closed_at is not None else "",
        reopened_at=row.reopened_at,
        reason=row.reason,
    )


def _within(year: int) -> ColumnElement[bool]:
    return LedgerEntry.day.between(date(year, 1, 1), date(year, 12, 31))


def _in_year(group_id: UUID, year: int) -> Select[LedgerEntry]:
    return select(LedgerEntry).where(LedgerEntry.group_id == group_id, _within(year))


def list_entries(session: Session, group_id: UUID, year: int) -> tuple[Entry, ...]:
    """All entries of a year, in order."""
    rows = session.scalars(_in_year(group_id, year).order_by(LedgerEntry.number))
    return tuple(_entry(row) for row in rows)


def list_balances(session: Session, group_id: UUID, year: int) -> tuple[Balance, ...]:
    """What moved on each account over a year."""
    moved: dict[str, list[int]] = {}
    for side, column in enumerate((LedgerEntry.debit, LedgerEntry.credit)):
        rows = session.execute(
            select(column, func.sum(LedgerEntry.amount_cents))
            .where(LedgerEntry.group_id == group_id, _within(year))
            .group_by(column)
        )
        for account, cents in rows:
            moved.setdefault(account, [0, 0])[side] = int(cents)
    return tuple(
        Balance(account=account, debit_cents=sums[0], credit_cents=sums[1]) for account, sums in sorted(moved.items())
    )


def get_head(session: Session, group_id: UUID) -> Head:
    """How far a group's chain goes."""
    row = session.get(LedgerHead, group_id)
    return Head(number=row.number, hash=row.hash) if row is not None else Head(number=0, hash=rules.FIRST_HASH)


def check_group(session: Session, group_id: UUID, name: str) -> Check:
    """Read a group's whole chain again, against its end and the seals of its closed years."""
    head = get_head(session, group_id)
    seals = [
        Seal(year=one.year, last_number=one.last_number, hash=one.seal)
        for one in session.scalars(
            select(LedgerYear).where(LedgerYear.group_id == group_id, LedgerYear.closed_at.is_not(None))
        )
    ]
    count = session.scalar(select(func.count()).where(LedgerEntry.group_id == group_id)) or 0
    return Check(group_name=name, count=count, broken=rules.first_break(_chain(session, group_id), head, seals))


def check_all(session: Session) -> tuple[Check, ...]:
    """Every group's chain, by the name of the group."""
    groups = session.execute(select(Group.id, Group.name).order_by(Group.name, Group.id)).all()
    return tuple(check_group(session, group_id, name) for group_id, name in groups)


def _chain(session: Session, group_id: UUID) -> Iterator[Entry]:
    """In order, some at once: whoever reads may stop at the first break and leave no cursor open."""
    last: int | None = None
    while True:
        asked = select(LedgerEntry).where(LedgerEntry.group_id == group_id)
        if last is not None:
            asked = asked.where(LedgerEntry.number > last)
        rows = session.scalars(asked.order_by(LedgerEntry.number).limit(READ_AT_ONCE)).all()
        yield from (_entry(row) for row in rows)
        if len(rows) < READ_AT_ONCE:
            return
        last = rows[-1].number


def _entry(row: LedgerEntry) -> Entry:
    return Entry(
        group_id=row.group_id,
        number=row.number,
        at=row.at,
        movement=Movement(
            kind=row.kind,
            object_id=row.object_id,
            label=row.label,
            day=row.day,
            debit=row.debit,
            credit=row.credit,
            amount_cents=row.amount_cents,
        ),
        previous_hash=row.previous_hash,
        hash=row.hash,
    )
