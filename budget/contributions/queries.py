"""Reads of contributions that several use cases need: `session` first."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from budget.contributions import reminders, rules
from budget.contributions.views import BasisChoice, CallPaper, MethodView, Participant
from budget.contributions.words import Basis, PayeeDraft
from budget.envelope.queries import NEWEST_FIRST
from budget.quotes.queries import list_devis
from budget.spending.words import CommitmentState
from db.models import (
    CallReminder,
    Commitment,
    ContributionCall,
    ContributionPayee,
    ContributionReceipt,
    Envelope,
    Fiche,
    FicheStructure,
    FundingKey,
    Group,
    InKindMethod,
    Member,
    Person,
    Pledge,
    Structure,
)
from workspace.fiches.queries import group_today, list_structures
from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import NotFound
from workspace.kernel.letters import folded


def all_names(session: Session, group_id: UUID) -> dict[UUID, str]:
    """The name of every structure that is or was in the group: who left has still given what it gave."""
    rows = session.execute(
        select(Structure.id, Structure.name, Structure.is_host).where(Structure.group_id == group_id)
    )
    return {row.id: row.name for row in sorted(rows, key=lambda row: (not row.is_host, folded(row.name)))}


def list_participants(session: Session, group_id: UUID) -> tuple[Participant, ...]:
    """The structures that are in the group now, the host first, with how many living fiches each stands on."""
    counted = session.execute(
        select(FicheStructure.structure_id, func.count())
        .join(Fiche, Fiche.id == FicheStructure.fiche_id)
        .where(Fiche.group_id == group_id, Fiche.archived_at.is_(None))
        .group_by(FicheStructure.structure_id)
    )
    fiches = {row[0]: row[1] for row in counted}
    present = {one.choice_id for one in list_structures(session, group_id)}
    return tuple(
        Participant(structure_id=one, name=name, fiches=fiches.get(one, 0))
        for one, name in all_names(session, group_id).items()
        if one in present
    )


def list_bases(session: Session, actor: Actor) -> tuple[BasisChoice, ...]:
    """Amounts that may be shared: bounds of envelopes, approved commitments, each lot of the devis still open."""
    made = []
    envelopes = select(Envelope).where(Envelope.group_id == actor.group_id).order_by(*NEWEST_FIRST)
    for row in session.scalars(envelopes):
        for detail, cents in (("minimum", row.minimum_cents), ("maximum", row.maximum_cents)):
            made.append(
                BasisChoice(basis=Basis.ENVELOPE, basis_id=row.id, label=row.title, detail=detail, amount_cents=cents)
            )
    commitments = select(Commitment).where(
        Commitment.group_id == actor.group_id, Commitment.state == CommitmentState.APPROVED
    )
    made += [
        BasisChoice(basis=Basis.COMMITMENT, basis_id=row.id, label=row.label, amount_cents=row.amount_cents)
        for row in session.scalars(commitments.order_by(Commitment.created_at))
    ]
    made += [
        BasisChoice(
            basis=Basis.DEVIS,
            basis_id=devis.devis_id,
            label=f"{devis.supplier}, {devis.label}",
            copies=cost.copies,
            amount_cents=cost.total_cents,
        )
        for devis in list_devis(session, actor)
        for cost in devis.costs
        if devis.is_open
    ]
    return tuple(one for one in made if one.amount_cents > 0)


def get_payee(session: Session, group_id: UUID) -> PayeeDraft:
    """The account that contributions are paid to; empty until it was given."""
    row = session.get(ContributionPayee, group_id)
    if row is None:
        return PayeeDraft(holder="", iban="")
    return PayeeDraft(holder=row.holder, iban=row.iban, bic=row.bic, version=row.version)


def list_methods(session: Session, group_id: UUID) -> tuple[MethodView, ...]:
    """The methods by which what is in kind is valued, the latest first."""
    rows = session.scalars(
        select(InKindMethod).where(InKindMethod.group_id == group_id).order_by(InKindMethod.from_on.desc())
    )
    return tuple(
        MethodView(method_id=row.id, text=row.text, hourly_cents=row.hourly_cents, from_on=row.from_on)
        for row in rows
    )


def find_key(session: Session, actor: Actor, key_id: UUID, *, lock: bool = False) -> FundingKey:
    """A key of the actor's group. Raises NotFound, for another group's as for none."""
    query = select(FundingKey).where(FundingKey.id == key_id)
    row = session.scalar(query.with_for_update() if lock else query)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row


def find_pledge(session: Session, actor: Actor, pledge_id: UUID) -> tuple[Pledge, FundingKey]:
    """A living pledge and its key, which is kept for this transaction and all acts under it. Raises NotFound."""
    pledge = session.get(Pledge, pledge_id)
    if pledge is None:
        raise NotFound
    key = find_key(session, actor, pledge.key_id, lock=True)
    session.refresh(pledge)  # it may have changed while the key was waited for
    if pledge.withdrawn_at is not None:
        raise NotFound
    return pledge, key


def received_of(session: Session, pledge_id: UUID) -> int:
    """Cents that came for a pledge and were not cancelled."""
    found = session.scalar(
        select(func.sum(ContributionReceipt.amount_cents)).where(
            ContributionReceipt.pledge_id == pledge_id, ContributionReceipt.cancelled_at.is_(None)
        )
    )
    return int(found or 0)


def live_call(session: Session, pledge_id: UUID) -> ContributionCall | None:
    """The call of a pledge that was not cancelled."""
    return session.scalar(
        select(ContributionCall).where(
            ContributionCall.pledge_id == pledge_id, ContributionCall.cancelled_at.is_(None)
        )
    )


def list_people(session: Session, structure_id: UUID) -> tuple[tuple[str, str, str], ...]:
    """(address, language, name) of those of a structure who can be written to; who only observes is left in peace."""
    rows = session.execute(
        select(Person.email, Person.locale, Person.name)
        .join(Member, Member.person_id == Person.id)
        .where(
            Member.structure_id == structure_id,
            Member.left_at.is_(None),
            Member.role != Role.OBSERVER,
            Person.email.is_not(None),
        )
        .order_by(Person.name)
    )
    return tuple((str(row.email), row.locale, row.name) for row in rows)


def get_call_paper(session: Session, row: ContributionCall) -> CallPaper:
    """What the letter of a call says today."""
    group, key, structure = session.execute(
        select(Group.name, FundingKey.title, Structure.name)
        .select_from(Pledge)
        .join(FundingKey, FundingKey.id == Pledge.key_id)
        .join(Group, Group.id == FundingKey.group_id)
        .join(Structure, Structure.id == Pledge.structure_id)
        .where(Pledge.id == row.pledge_id)
    ).one()
    return CallPaper(
        call_id=row.id,
        number=row.number,
        group=group,
        structure=structure,
        title=key,
        amount_cents=row.amount_cents,
        already_cents=received_of(session, row.pledge_id),
        issued_on=row.issued_on,
        due_on=row.due_on,
        payee=PayeeDraft(holder=row.holder, iban=row.iban, bic=row.bic),
        message=row.message,
    )


def get_host_name(session: Session, group_id: UUID) -> str:
    """The structure that carries the group and receives the money."""
    return session.scalar(select(Structure.name).where(Structure.group_id == group_id, Structure.is_host)) or ""


def reminder_of(session: Session, row: ContributionCall, today: date) -> int | None:
    """The reminder of a call to give today, in days after its due date; None when paid or when none is due."""
    if received_of(session, row.pledge_id) >= row.amount_cents:
        return None
    rows = session.scalars(select(CallReminder).where(CallReminder.call_id == row.id))
    given = reminders.given_days(rows)
    return rules.due_reminder(issued_on=row.issued_on, due_on=row.due_on, today=today, given=given)


def list_calls_to_remind(session: Session) -> list[UUID]:
    """Living calls of all groups whose reminder of today was not given."""
    rows = session.scalars(select(ContributionCall).where(ContributionCall.cancelled_at.is_(None))).all()
    days = {group_id: group_today(session, group_id) for group_id in {row.group_id for row in rows}}
    return [row.id for row in rows if reminder_of(session, row, days[row.group_id]) is not None]
