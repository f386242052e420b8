"""Use cases of a supplier's page, without an account: one link, one offer, until the deadline.

The file is kept before anything else is looked at, so that a figure that will not do costs nobody a second upload.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from budget.documents.rules import media_type
from budget.documents.store import find_document, keep_document
from budget.documents.words import MediaType
from budget.quotes import rules, store, typed
from budget.quotes.asking import is_answered, read_lots
from budget.quotes.devis_words import DevisDraft, TypedLine, TypedTotal
from budget.quotes.request_words import Dropped, OfferPage
from budget.quotes.words import PriceKind
from budget.quotes.words import QuotesOperation as Op
from budget.rates.queries import load as load_rates
from budget.rates.rules import vat_bp
from db.journal import record
from db.models import Group, QuoteInvitation, QuoteRequest, SpecificationVersion, Supplier
from db.session import reading, unit_of_work
from workspace.accounts.secrets import token_hash
from workspace.fiches.queries import group_today
from workspace.kernel.actor import ANONYMOUS
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import DomainError, NotFound, RuleBroken
from workspace.kernel.handout import Handout
from workspace.kernel.money import parse_amount
from workspace.specification.queries import get_version
from workspace.specification.words import ExportFormat

TOKEN_LENGTH = 64
FILES_MAXIMUM = 5
Fields = Mapping[str, Sequence[str]]


def find_offer_page(token: str) -> OfferPage:
    """What the link shows. Raises NotFound when it opens nothing, RuleBroken `error-request-closed` too late."""
    with reading() as session:
        link, request = _behind(session, token)
        return _page(session, link, request)


def give_specification(token: str) -> Handout:
    """The version that is asked about, as PDF; raises as `find_offer_page`."""
    from workspace.specification.writers import write  # the typesetter is loaded by whom it serves only

    page = find_offer_page(token)
    return write(page.version, ExportFormat.PDF, page.zone)


def keep_offer_file(token: str, name: str, content: bytes) -> UUID:
    """Keep the supplier's PDF byte for byte; gives its id.

    Raises as `find_offer_page`, RuleBroken `error-request-answered`, `error-offer-not-pdf`, `error-offer-files` once
    FILES_MAXIMUM came through this link, and those of a file that is empty or too large.
    """
    with unit_of_work() as session:
        link, request = _open(session, token)
        if media_type(content) is not MediaType.PDF:
            raise RuleBroken("error-offer-not-pdf")
        if find_document(session, request.group_id, content) is None:
            # A file without an offer stays: whoever holds a link must not be able to fill the disk through it.
            if link.file_count >= FILES_MAXIMUM:
                raise RuleBroken("error-offer-files", maximum=FILES_MAXIMUM)
            link.file_count += 1
        document_id = keep_document(session, ANONYMOUS, name=name, content=content, group_id=request.group_id)
        record(
            session, ANONYMOUS, Op.DROP, kind="quote_invitation", object_id=link.id, group_id=request.group_id,
            label=request.title, bytes=len(content),
        )  # fmt: skip
        return document_id


def drop_offer(token: str, fields: Fields, document_id: UUID | None) -> Dropped:
    """Take the offer: a devis in the group's list. Gives what will not do, by field, with nothing written.

    Raises as `find_offer_page`, and RuleBroken `error-request-answered` the second time.
    """
    with unit_of_work() as session:
        link, request = _open(session, token)
        errors: dict[str, DomainError] = {}
        draft = _read(request, link, fields, document_id, errors)
        if draft is not None and not errors:
            try:
                with session.begin_nested():
                    row = store.add_devis(session, request.group_id, draft, created_by=None)
            except RuleBroken as error:
                errors["valid" if error.code == "error-devis-dates" else "number"] = error
        if errors or draft is None:
            return Dropped(errors={name: (error.code, error.values) for name, error in errors.items()})
        record(
            session, ANONYMOUS, Op.DROP, kind="devis", object_id=row.id, group_id=request.group_id, label=row.label,
            number=row.number,
        )  # fmt: skip
        return Dropped()


def amount_field(copies: int, what: str) -> str:
    """The name of a field of the form: `net-500`."""
    return f"{what}-{copies}"


def _behind(session: Session, token: str, *, lock: bool = False) -> tuple[QuoteInvitation, QuoteRequest]:
    if not token or len(token) > TOKEN_LENGTH:
        raise NotFound
    query = select(QuoteInvitation).where(QuoteInvitation.token_hash == token_hash(token))
    link = session.scalar(query.with_for_update() if lock else query)
    if link is None or link.revoked_at is not None:
        raise NotFound
    request = session.get_one(QuoteRequest, link.request_id)
    if request.deadline <= utc_now():
        raise RuleBroken("error-request-closed")
    return link, request


def _open(session: Session, token: str) -> tuple[QuoteInvitation, QuoteRequest]:
    link, request = _behind(session, token, lock=True)
    if is_answered(session, link.id):
        raise RuleBroken("error-request-answered")
    return link, request


def _page(session: Session, link: QuoteInvitation, request: QuoteRequest) -> OfferPage:
    group = session.get_one(Group, request.group_id)
    return OfferPage(
        invitation_id=link.id,
        group_name=group.name,
        supplier=session.get_one(Supplier, link.supplier_id).name,
        title=request.title,
        kind=request.kind,
        message=request.message,
        copies=read_lots(request.copies),
        deadline=request.deadline,
        zone=group.zone,
        version=get_version(session, session.get_one(SpecificationVersion, request.version_id)),
        is_answered=is_answered(session, link.id),
        vat_bp=vat_bp(load_rates(session, group.id), group_today(session, group.id)),
    )


def _read(
    request: QuoteRequest,
    link: QuoteInvitation,
    fields: Fields,
    document_id: UUID | None,
    errors: dict[str, DomainError],
) -> DevisDraft | None:
    """The draft of what was posted; what will not do is put into `errors`."""

    def said(name: str) -> str:
        return (fields.get(name) or [""])[0].strip()

    if document_id is None:
        errors.setdefault("file", RuleBroken("error-offer-no-file"))
    if not said("number"):
        errors["number"] = RuleBroken("error-offer-number")
    issued, valid = (_day(said(name), name, errors) for name in ("issued", "valid"))
    rate_bp = 0
    try:
        rate_bp = typed.read_rate(said("rate"), 1)
    except RuleBroken:
        errors["rate"] = RuleBroken("error-offer-rate")
    lines, stated = [], []
    for copies in read_lots(request.copies) or (0,):
        try:
            made = _lot(request.title, copies, said, rate_bp)
        except RuleBroken as error:
            errors[amount_field(copies, "net")] = error
            continue
        if made is not None:
            lines.append(made[0])
            stated.append(made[1])
    if not lines and not any(name.startswith("net-") for name in errors):
        first = next(iter(read_lots(request.copies)), 0)
        errors[amount_field(first, "net")] = RuleBroken("error-offer-no-price")
    if issued is None or errors:
        return None
    return DevisDraft(
        supplier_id=link.supplier_id,
        kind=request.kind,
        label=request.title,
        number=said("number"),
        issued_on=issued,
        valid_until=valid,
        lines=tuple(lines),
        stated=tuple(stated),
        note=said("note"),
        document_id=document_id,
        invitation_id=link.id,
    )


def _day(said: str, name: str, errors: dict[str, DomainError]) -> date | None:
    """A day as a browser's own field posts it (AAAA-MM-JJ); the validity may be left empty."""
    if not said and name == "valid":
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        errors[name] = RuleBroken("error-offer-day")
        return None


def _lot(title: str, copies: int, said: Callable[[str], str], rate_bp: int) -> tuple[TypedLine, TypedTotal] | None:
    """The line and the stated totals of one lot; None when no price was typed for it."""
    net, gross = said(amount_field(copies, "net")), said(amount_field(copies, "gross"))
    if not net and not gross:
        return None
    net_cents = parse_amount(net) if net else rules.from_gross(parse_amount(gross), rate_bp).net_cents
    line = TypedLine(
        kind=PriceKind.WORK.value,
        label=title,
        copies=str(copies or ""),
        unit_price=typed.retyped(net_cents),
        rate=typed.retype(Decimal(rate_bp) / 100),
    )
    return line, TypedTotal(copies=str(copies or ""), net=net, gross=gross)
