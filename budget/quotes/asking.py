"""Use cases of a request for quotes, on the group's side: send it, follow it, renew or take back a link."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.quotes import queries, rules
from budget.quotes.checking import NAME_LENGTH, NOTE_LENGTH
from budget.quotes.comparing import latest_adopted
from budget.quotes.request_words import InvitationView, MadeLink, RequestDesk, RequestDraft, RequestView
from budget.quotes.typed import read_copies
from budget.quotes.words import QuotesOperation as Op
from db.journal import record
from db.models import Devis, QuoteInvitation, QuoteRequest, SpecificationVersion, Supplier
from db.session import reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.accounts.secrets import new_token, token_hash
from workspace.fiches.queries import get_zone, group_of
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.letters import folded
from workspace.kernel.rights import Target, allowed, require
from workspace.members.rules import clean_text
from workspace.specification.rules import version_name

LONGEST = timedelta(days=180)
LOTS_MAXIMUM = 6
SUPPLIERS_MAXIMUM = 30


def view_requests(actor: Actor) -> RequestDesk:
    """The requests of the actor's group, the latest first, with who has answered."""
    group = Target(group_id=actor.group_id)
    require(rules.POLICIES[Op.VIEW], actor, group)
    with reading() as session:
        adopted = latest_adopted(session, actor)
        rows = session.scalars(
            select(QuoteRequest)
            .where(QuoteRequest.group_id == actor.group_id)
            .order_by(QuoteRequest.created_at.desc())
        )
        may_request = allowed(rules.POLICIES[Op.REQUEST], actor, group)
        return RequestDesk(
            requests=tuple(_view(session, row, with_contacts=may_request) for row in rows),
            suppliers=queries.list_suppliers(session, actor),
            version_name=version_name(adopted.title, adopted.number) if adopted else "",
            zone=get_zone(session, group_of(actor)),
            may_request=may_request,
        )


def _view(session: Session, row: QuoteRequest, *, with_contacts: bool) -> RequestView:
    version = session.get_one(SpecificationVersion, row.version_id)
    found = session.execute(
        select(QuoteInvitation, Supplier, Devis.id)
        .join(Supplier, Supplier.id == QuoteInvitation.supplier_id)
        .outerjoin(Devis, Devis.invitation_id == QuoteInvitation.id)
        .where(QuoteInvitation.request_id == row.id)
    )
    invitations = (
        InvitationView(
            invitation_id=link.id,
            supplier_id=supplier.id,
            supplier=supplier.name,
            email=supplier.email if with_contacts else "",
            mailed_at=link.mailed_at,
            devis_id=devis_id,
            is_revoked=link.revoked_at is not None,
        )
        for link, supplier, devis_id in found
    )
    return RequestView(
        request_id=row.id,
        title=row.title,
        kind=row.kind,
        copies=read_lots(row.copies),
        message=row.message,
        deadline=row.deadline,
        version_name=version_name(version.title, version.number),
        is_open=row.deadline > utc_now(),
        invitations=tuple(sorted(invitations, key=lambda one: folded(one.supplier))),
    )


def read_lots(typed: str) -> tuple[int, ...]:
    """Quantities written one after the other, parted by commas, semicolons or « et ».

    Raises RuleBroken `error-request-copies` for what is no number of copies, or for more than six.
    """
    parts = [one for one in re.split(r"[,;]|\bet\b|\band\b", typed) if one.strip()]
    try:
        lots = tuple(sorted({read_copies(one, 1) for one in parts}))
    except RuleBroken:
        raise RuleBroken("error-request-copies", typed=typed) from None
    if len(lots) > LOTS_MAXIMUM:
        raise RuleBroken("error-request-copies", typed=typed)
    return lots


def send_request(actor: Actor, draft: RequestDraft) -> tuple[MadeLink, ...]:
    """Ask suppliers for their quotes on the adopted cahier des charges; gives each one's link, told this once.

    Raises RuleBroken `error-request-no-version`, `error-request-deadline`, `error-request-suppliers`, those of a
    field, and NotFound for a supplier of another group.
    """
    require(rules.POLICIES[Op.REQUEST], actor, Target(group_id=actor.group_id))
    title = clean_line(draft.title, maximum=NAME_LENGTH, field="request-title")
    message = clean_text(draft.message, maximum=NOTE_LENGTH, field="request-message")
    lots = read_lots(draft.copies)
    _check_deadline(draft.deadline)
    wanted = dict.fromkeys(draft.supplier_ids)
    if not 0 < len(wanted) <= SUPPLIERS_MAXIMUM:
        raise RuleBroken("error-request-suppliers", maximum=SUPPLIERS_MAXIMUM)
    with unit_of_work() as session:
        adopted = latest_adopted(session, actor)
        if adopted is None:
            raise RuleBroken("error-request-no-version")
        row = QuoteRequest(
            group_id=group_of(actor),
            version_id=adopted.version_id,
            kind=draft.kind,
            title=title,
            message=message,
            copies=", ".join(map(str, lots)),
            deadline=draft.deadline,
            created_at=utc_now(),
            created_by=actor.person_id,
        )
        session.add(row)
        session.flush()
        made = tuple(_invite(session, actor, row, supplier_id) for supplier_id in wanted)
        record(session, actor, Op.REQUEST, kind="quote_request", object_id=row.id, label=title, suppliers=len(made))
        return made


def _check_deadline(deadline: datetime) -> None:
    if not utc_now() < deadline <= utc_now() + LONGEST:
        raise RuleBroken("error-request-deadline", days=LONGEST.days)


def _invite(session: Session, actor: Actor, row: QuoteRequest, supplier_id: UUID) -> MadeLink:
    supplier = queries.find_supplier(session, actor, supplier_id)
    if supplier.archived_at is not None:
        raise RuleBroken("error-supplier-archived", name=supplier.name)
    token = new_token()
    link = QuoteInvitation(
        request_id=row.id, supplier_id=supplier_id, token_hash=token_hash(token), made_at=utc_now()
    )
    session.add(link)
    session.flush()
    return MadeLink(invitation_id=link.id, supplier=supplier.name, email=supplier.email, token=token)


def renew_link(actor: Actor, invitation_id: UUID) -> MadeLink:
    """Another link for a supplier; the one before opens nothing any more. Told this once.

    Raises RuleBroken `error-request-closed` past the deadline, `error-request-answered` once the offer is there.
    """
    require(rules.POLICIES[Op.REQUEST], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        link, row = _held(session, actor, invitation_id)
        if row.deadline <= utc_now():
            raise RuleBroken("error-request-closed")
        if is_answered(session, link.id):
            raise RuleBroken("error-request-answered")
        supplier, token = session.get_one(Supplier, link.supplier_id), new_token()
        link.token_hash, link.made_at = token_hash(token), utc_now()
        link.mailed_at = link.revoked_at = None
        record(session, actor, Op.REQUEST, kind="quote_request", object_id=row.id, label=row.title, renewed=1)
        return MadeLink(invitation_id=link.id, supplier=supplier.name, email=supplier.email, token=token)


def revoke_link(actor: Actor, invitation_id: UUID) -> None:
    """Make a supplier's link open nothing any more; what it dropped stays."""
    require(rules.POLICIES[Op.REQUEST], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        link, row = _held(session, actor, invitation_id)
        link.revoked_at = utc_now()
        record(session, actor, Op.REQUEST, kind="quote_request", object_id=row.id, label=row.title, revoked=1)


def note_mailed(actor: Actor, invitation_id: UUID) -> None:
    """Remember that a link went out by mail."""
    require(rules.POLICIES[Op.REQUEST], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        link, row = _held(session, actor, invitation_id)
        link.mailed_at = utc_now()
        record(session, actor, Op.REQUEST, kind="quote_request", object_id=row.id, label=row.title, mailed=1)


def is_answered(session: Session, invitation_id: UUID) -> bool:
    """Whether an offer came through this link."""
    return session.scalar(select(Devis.id).where(Devis.invitation_id == invitation_id)) is not None


def _held(session: Session, actor: Actor, invitation_id: UUID) -> tuple[QuoteInvitation, QuoteRequest]:
    link = session.scalar(select(QuoteInvitation).where(QuoteInvitation.id == invitation_id).with_for_update())
    row = session.get_one(QuoteRequest, link.request_id) if link is not None else None
    if link is None or row is None or row.group_id != actor.group_id:
        raise NotFound
    return link, row
