"""HTTP of a supplier's page. The link's token is exchanged for an HttpOnly cookie, then the address is clean.

GET  /offre/<token>             the link: sets the cookie, goes on to the clean address
GET  /offre/d/<id>              the request    POST  the same: takes the offer
GET  /offre/d/<id>/cahier.pdf   the cahier des charges that is asked about
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from budget.documents.rules import LARGEST_FILE
from budget.quotes import offers, scene
from budget.quotes.request_words import OfferPage
from workspace.kernel.errors import DomainError, NotFound
from workspace.kernel.messages import LANGUAGES, translate
from workspace.kernel.money import format_money
from workspace.kernel.settings import secret_key, settings
from workspace.questionnaires import scene as forms
from workspace.questionnaires.flood import Flood
from workspace.questionnaires.posting import Unreadable
from workspace.questionnaires.routes import TRAP, html, language, see_other

MISSING, GONE, TOO_LARGE, UNFIT, MANY, BAD, CONFLICT = 404, 410, 413, 422, 429, 400, 409
# The file, and a few fields beside it.
BODY_BYTES = LARGEST_FILE + (256 << 10)
FIELDS_MAXIMUM = 40
flood = Flood()
# Typesetting takes tens of megabytes: one document at a time, the others wait their turn.
_makers = CapacityLimiter(1)


@dataclass(frozen=True, kw_only=True)
class Posted:
    """What a browser sent: fields by name, and the file when there is one."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    file_name: str = ""
    content: bytes = b""

    def said(self, name: str) -> str:
        """The first value of a field."""
        return (self.fields.get(name) or [""])[0]


def cookie_name(invitation_id: UUID) -> str:
    """One cookie a link; under TLS the browser guards the prefix."""
    return f"{'__Host-' if settings().secure else ''}chemise-offre-{invitation_id.hex[:12]}"


def _base(invitation_id: UUID) -> str:
    return f"/offre/d/{invitation_id}"


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _refused(request: Request, error: DomainError) -> Response:
    """The page of a link that opens nothing now."""
    said = language(request)
    if isinstance(error, NotFound):
        calm = flood.note_wrong_link(_address(request))
        text = "form-missing-text" if calm else "form-flood-text"
        return html(forms.message_page(said, "form-missing-title", text), MISSING if calm else MANY)
    pages = {
        "error-request-closed": ("offer-closed-title", "offer-closed-text", GONE),
        "error-request-answered": ("offer-done-title", "offer-done-text", CONFLICT),
    }
    title, text, status = pages.get(error.code, ("form-broken-title", "offer-broken-text", 503))
    return html(forms.message_page(said, title, text), status)


async def follow_link(request: Request) -> Response:
    """Exchange the token of a link for a cookie."""
    token = request.path_params["token"]
    try:
        page = await to_thread.run_sync(offers.find_offer_page, token)
    except DomainError as error:
        return _refused(request, error)
    asked = request.query_params.get("lang", "")
    tail = f"?lang={asked}" if asked in LANGUAGES else ""
    answer: RedirectResponse = see_other(_base(page.invitation_id) + tail)
    answer.set_cookie(
        cookie_name(page.invitation_id), token, path="/", httponly=True, secure=settings().secure, samesite="lax"
    )
    return answer


def _token(request: Request) -> str:
    return request.cookies.get(cookie_name(request.path_params["invitation_id"]), "")


def _held(token: str, invitation_id: UUID) -> OfferPage:
    page = offers.find_offer_page(token)
    if page.invitation_id != invitation_id:
        raise NotFound
    return page


async def show_request(request: Request) -> Response:
    """The request, to whoever holds its cookie; or thanks, once the offer is there."""
    try:
        page = await to_thread.run_sync(_held, _token(request), request.path_params["invitation_id"])
    except DomainError as error:
        return _refused(request, error)
    said = language(request)
    if page.is_answered:
        return html(forms.message_page(said, "offer-done-title", "offer-done-text"))
    return _html(scene.offer_page(page, said, base=_base(page.invitation_id), typed=lambda _: "", errors={}))


def _html(text: str, status: int = 200) -> Response:
    return Response(text, status, media_type="text/html", headers=scene.headers())


async def give_specification(request: Request) -> Response:
    """The cahier des charges as PDF, to be saved."""
    try:
        await to_thread.run_sync(_held, _token(request), request.path_params["invitation_id"])
        made = await to_thread.run_sync(offers.give_specification, _token(request), limiter=_makers)
    except DomainError as error:
        return _refused(request, error)
    headers = {
        "content-disposition": f'attachment; filename="{made.name}"',
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(made.data, media_type=made.media_type, headers=headers)


async def _read(request: Request) -> Posted:
    """The posted form, within bounds. Raises Unreadable."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "multipart/form-data":
        raise Unreadable("offer-broken-text", BAD)
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > BODY_BYTES:
        raise Unreadable("offer-large-text", TOO_LARGE)
    seen = 0

    async def bounded() -> AsyncGenerator[bytes, None]:
        nonlocal seen
        async for chunk in request.stream():
            seen += len(chunk)
            if seen > BODY_BYTES:
                raise Unreadable("offer-large-text", TOO_LARGE)
            yield chunk

    try:
        parser = MultiPartParser(request.headers, bounded(), max_files=1, max_fields=FIELDS_MAXIMUM)
        form = await parser.parse()
    except (MultiPartException, KeyError, UnicodeDecodeError):
        raise Unreadable("offer-broken-text", BAD) from None
    return await _posted(form)


async def _posted(form: FormData) -> Posted:
    fields: dict[str, list[str]] = {}
    name, content = "", b""
    for key, value in form.multi_items():
        if isinstance(value, UploadFile):
            if key == "file" and value.filename:
                name, content = value.filename, await value.read()
        else:
            fields.setdefault(key, []).append(value)
    await form.close()
    return Posted(fields=fields, file_name=name, content=content)


def _check_flood(request: Request, invitation_id: UUID) -> None:
    if not flood.may_post(invitation_id, _address(request)):
        raise Unreadable("form-flood-text", MANY)


async def take_offer(request: Request) -> Response:
    """Take the offer. What is wrong stands beside its field; what was typed stays, and so does the file.

    The link and the flood are looked at before one byte of the body is: ten megabytes are not read for a stranger.
    """
    invitation_id: UUID = request.path_params["invitation_id"]
    token, said = _token(request), language(request)
    try:
        page = await to_thread.run_sync(_held, token, invitation_id)
        _check_flood(request, invitation_id)
        posted = await _read(request)
    except Unreadable as unread:
        return html(forms.message_page(said, "form-broken-title", unread.key), unread.status)
    except DomainError as error:
        return _refused(request, error)
    problem = "form-trapped" if posted.said(TRAP).strip() else ""
    errors: dict[str, DomainError] = {}
    kept = _read_seal(invitation_id, posted.said("kept"))
    if not problem:
        try:
            if posted.content:
                kept = await _keep(token, posted, errors) or kept
            dropped = await to_thread.run_sync(offers.drop_offer, token, posted.fields, kept)
        except DomainError as error:
            return _refused(request, error)
        if not dropped.errors:
            return see_other(f"{_base(invitation_id)}?lang={said}")
        told = {name: _say(said, *one) for name, one in dropped.errors.items()}
        told |= {name: _say(said, error.code, error.values) for name, error in errors.items()}
    else:
        told = {}
    page_text = scene.offer_page(
        page, said, base=_base(invitation_id), typed=posted.said, errors=told,
        problem=translate(said, problem) if problem else "", kept=_seal(invitation_id, kept) if kept else "",
    )  # fmt: skip
    return _html(page_text, UNFIT)


async def _keep(token: str, posted: Posted, errors: dict[str, DomainError]) -> UUID | None:
    """Keep the file; what is wrong with it goes beside its field."""
    try:
        return await to_thread.run_sync(offers.keep_offer_file, token, posted.file_name, posted.content)
    except DomainError as error:
        if error.code in {"error-offer-not-pdf", "error-document-large", "error-document-empty", "error-offer-files"}:
            errors["file"] = error
            return None
        raise


def _say(said: str, code: str, values: object) -> str:
    """A refusal as a sentence; cents become an amount."""
    given = dict(values) if isinstance(values, dict) else {}
    shown = {key: format_money(one, said) if key.endswith("_cents") else one for key, one in given.items()}
    if "field" in shown:
        shown["field"] = translate(said, f"field-{shown['field']}")
    return translate(said, code, **shown)


def _signed(invitation_id: UUID, document_id: UUID) -> str:
    said = f"offer-file|{invitation_id}|{document_id}".encode()
    return hmac.new(secret_key(), said, hashlib.sha256).hexdigest()


def _seal(invitation_id: UUID, document_id: UUID) -> str:
    """How the page remembers the file that was kept: nobody else can name another one."""
    return f"{document_id}.{_signed(invitation_id, document_id)}"


def _read_seal(invitation_id: UUID, seal: str) -> UUID | None:
    named, _, signature = seal.partition(".")
    try:
        document_id = UUID(named)
    except ValueError:
        return None
    right = hmac.compare_digest(signature.encode(), _signed(invitation_id, document_id).encode())
    return document_id if right else None


def routes() -> list[BaseRoute]:
    """The routes of this room, for the front door. The fixed addresses stand before the one that holds a token."""
    return [
        Route("/offre/d/{invitation_id:uuid}", show_request, methods=["GET"]),
        Route("/offre/d/{invitation_id:uuid}", take_offer, methods=["POST"]),
        Route("/offre/d/{invitation_id:uuid}/cahier.pdf", give_specification, methods=["GET"]),
        Route("/offre/{token}", follow_link, methods=["GET"]),
    ]
