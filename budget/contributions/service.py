"""Use cases of contributions: the page, the key, the account, the pledges."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.contributions import epc, queries, rules, store, viewing
from budget.contributions.views import ContributionsView
from budget.contributions.words import Basis, KeyDraft, PayeeDraft
from budget.contributions.words import ContributionsOperation as Op
from db.journal import record
from db.models import ContributionCall, ContributionPayee, ContributionReceipt, FundingKey, Pledge
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.fiches.queries import group_of, list_structures
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.kernel.letters import folded
from workspace.kernel.rights import Target, require
from workspace.members.rules import clean_text


def view_contributions(actor: Actor) -> ContributionsView:
    """Who brings what, in money and in kind, with the keys of the group."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return viewing.get_view(session, actor)


def save_key(actor: Actor, key_id: UUID | None, draft: KeyDraft) -> UUID:
    """Keep a key as the group's, a new one (`key_id` None) or one changed before anything was called.

    Raises RuleBroken of the draft, `error-key-title` when the title is taken, `error-key-called`; StaleEdit; NotFound
    for a structure or an amount's source that is not the group's.
    """
    require(rules.POLICIES[Op.SET_KEY], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_key(draft)
    with unit_of_work() as session:
        group_id = group_of(actor)
        known = {one.choice_id for one in list_structures(session, group_id)}
        if not {line.structure_id for line in cleaned.lines} <= known:
            raise NotFound
        before = queries.find_key(session, actor, key_id, lock=True) if key_id is not None else None
        hold_group(session, group_id)
        _check_basis(session, actor, cleaned)
        _check_free_title(session, group_id, cleaned.title, but=key_id)
        if before is None:
            row = store.add_key(session, group_id, cleaned, actor.person_id)
        else:
            row = before
            if row.version != draft.version:
                raise StaleEdit
            _check_uncalled(session, row.id)
            row.version += 1
            store.write_key(session, row, cleaned)
        record(
            session, actor, Op.SET_KEY, kind="funding_key", object_id=row.id, label=row.title,
            key=row.kind.value, cents=row.amount_cents,
        )  # fmt: skip
        return row.id


def remove_key(actor: Actor, key_id: UUID) -> None:
    """Take a key away while nobody has pledged anything under it. Raises RuleBroken `error-key-pledged`."""
    require(rules.POLICIES[Op.SET_KEY], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        row = queries.find_key(session, actor, key_id, lock=True)
        if session.scalar(select(func.count()).select_from(Pledge).where(Pledge.key_id == row.id)):
            raise RuleBroken("error-key-pledged")
        record(session, actor, Op.SET_KEY, kind="funding_key", object_id=row.id, label=row.title, removed=1)
        session.delete(row)


def save_payee(actor: Actor, draft: PayeeDraft) -> None:
    """Set the account that calls ask to pay to. Raises RuleBroken of a field; StaleEdit."""
    require(rules.POLICIES[Op.SET_PAYEE], actor, Target(group_id=actor.group_id))
    cleaned = epc.clean_payee(draft)
    with unit_of_work() as session:
        group_id = group_of(actor)
        before = session.get(ContributionPayee, group_id, with_for_update=True)
        if (before.version if before else 0) != draft.version:
            raise StaleEdit
        row = store.write_payee(session, group_id, cleaned, actor.person_id)
        record(session, actor, Op.SET_PAYEE, kind="contribution_payee", object_id=group_id, label=row.holder)


def pledge(actor: Actor, key_id: UUID, structure_id: UUID, amount_cents: int, note: str = "") -> UUID:
    """Write what a structure says it will give, in place of what it said before.

    Raises NotFound, RuleBroken `error-amount-positive`, `error-pledge-called` once it was called or money came.
    """
    cleaned = clean_text(note, maximum=rules.MESSAGE_LENGTH, field="text")
    target = Target(group_id=actor.group_id, structure_ids=frozenset({structure_id}))
    require(rules.POLICIES[Op.PLEDGE], actor, target)
    rules.check_positive(amount_cents)
    with unit_of_work() as session:
        key = queries.find_key(session, actor, key_id, lock=True)
        name = {one.choice_id: one.name for one in list_structures(session, key.group_id)}.get(structure_id)
        if name is None:
            raise NotFound
        _check_unasked(session, key.id, structure_id)
        row = store.write_pledge(session, key.id, structure_id, amount_cents, note=cleaned, by=actor.person_id)
        record(session, actor, Op.PLEDGE, kind="pledge", object_id=row.id, label=name, cents=amount_cents)
        return row.id


def withdraw_pledge(actor: Actor, pledge_id: UUID) -> None:
    """Take a pledge back before it was called. Raises NotFound, RuleBroken `error-pledge-called`."""
    with unit_of_work() as session:
        row, key = queries.find_pledge(session, actor, pledge_id)
        target = Target(group_id=key.group_id, structure_ids=frozenset({row.structure_id}))
        require(rules.POLICIES[Op.PLEDGE], actor, target)
        _check_unasked(session, key.id, row.structure_id)
        row.withdrawn_at = utc_now()
        row.version += 1
        record(session, actor, Op.PLEDGE, kind="pledge", object_id=row.id, label=key.title, withdrawn=1)


def _check_basis(session: Session, actor: Actor, draft: KeyDraft) -> None:
    if draft.basis is Basis.AMOUNT:
        if draft.basis_id is not None:
            raise NotFound
        return
    known = {(one.basis, one.basis_id, one.amount_cents) for one in queries.list_bases(session, actor)}
    if (draft.basis, draft.basis_id) not in {one[:2] for one in known}:
        raise NotFound
    if (draft.basis, draft.basis_id, draft.amount_cents) not in known:
        raise StaleEdit


def _check_free_title(session: Session, group_id: UUID, title: str, *, but: UUID | None) -> None:
    rows = session.execute(select(FundingKey.id, FundingKey.title).where(FundingKey.group_id == group_id))
    if any(folded(row.title) == folded(title) and row.id != but for row in rows):
        raise RuleBroken("error-key-title", title=title)


def _check_uncalled(session: Session, key_id: UUID) -> None:
    """Nothing was called nor received under the key."""
    if _asked(session, select(Pledge.id).where(Pledge.key_id == key_id)):
        raise RuleBroken("error-key-called")


def _check_unasked(session: Session, key_id: UUID, structure_id: UUID) -> None:
    if _asked(session, select(Pledge.id).where(Pledge.key_id == key_id, Pledge.structure_id == structure_id)):
        raise RuleBroken("error-pledge-called")


def _asked(session: Session, pledges: object) -> bool:
    for model in (ContributionCall, ContributionReceipt):
        living = select(model.id).where(model.pledge_id.in_(pledges), model.cancelled_at.is_(None))  # type: ignore[arg-type]
        if session.scalar(living.limit(1)) is not None:
            return True
    return False
