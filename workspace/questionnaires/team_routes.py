"""HTTP for the team, signed in: trial, paper version, keying in, QR code, answers to take away.

    GET  /questionnaires/<id>/essai          POST  the same: checks, keeps nothing
    GET  /questionnaires/<id>/papier
    GET  /questionnaires/<id>/saisie         POST  the same: keeps an answer given on paper
    GET  /questionnaires/<id>/qr.svg
    GET  /questionnaires/<id>/reponses.csv, /reponses.xlsx

Each asks who it is of the session that the house's middleware named, and its use case checks the right.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from uuid import UUID

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from workspace.accounts.asking import MISSING, REFUSED, asker, base_address
from workspace.kernel import sheets
from workspace.kernel.actor import Actor
from workspace.kernel.errors import DomainError, NotAllowed, NotFound
from workspace.kernel.handout import CSV, XLSX, Handout, disposition
from workspace.kernel.messages import translate
from workspace.questionnaires import answers, checking, results, scene, service, stamps
from workspace.questionnaires.posting import Unreadable, read_fields
from workspace.questionnaires.routes import UNFIT, html, see_other
from workspace.questionnaires.words import Posted, Source

Endpoint = Callable[[Request], Awaitable[Response]]
TeamEndpoint = Callable[[Request, Actor, UUID], Awaitable[Response]]


def for_team(endpoint: TeamEndpoint) -> Endpoint:
    """Give an endpoint its actor and the id; refusals become a page that says so."""

    @wraps(endpoint)
    async def guarded(request: Request) -> Response:
        actor = await to_thread.run_sync(asker, request)
        try:
            return await endpoint(request, actor, request.path_params["form_id"])
        except Unreadable as unread:
            return html(scene.message_page(actor.locale, "form-broken-title", unread.key), unread.status)
        except NotAllowed:
            return html(scene.message_page(actor.locale, "form-refused-title", "error-not-allowed"), REFUSED)
        except NotFound:
            return html(scene.message_page(actor.locale, "form-missing-title", "error-not-found"), MISSING)

    return guarded


def _page(form_id: UUID, view: str) -> str:
    """The questionnaire's own page, at one of its three views."""
    return f"/questionnaire?questionnaire={form_id}&vue={view}"


@for_team
async def show_trial(_request: Request, actor: Actor, form_id: UUID) -> Response:
    """The form as the public sees it, marked."""
    form = await to_thread.run_sync(service.view_trial, actor, form_id)
    back = _page(form_id, "construire")
    return html(scene.form_page(form, actor.locale, stamp=stamps.make_stamp(form_id), back=back))


@for_team
async def check_trial(request: Request, actor: Actor, form_id: UUID) -> Response:
    """Check a trial as a real answer is checked, and keep nothing."""
    form = await to_thread.run_sync(service.view_trial, actor, form_id)
    fields = await read_fields(request)
    posted = checking.read_posted(form.items, fields)
    page = scene.form_page(
        form,
        actor.locale,
        stamp=stamps.make_stamp(form_id),
        fields=fields if posted.errors else {},
        errors=posted.errors,
        done="" if posted.errors else translate(actor.locale, "form-trial-done"),
        back=_page(form_id, "construire"),
    )
    return html(page, UNFIT if posted.errors else 200)


@for_team
async def show_paper(request: Request, actor: Actor, form_id: UUID) -> Response:
    """The version to print."""
    form, token = await to_thread.run_sync(service.view_paper, actor, form_id)
    page = scene.paper_page(
        form,
        form.draft.language,
        address=_public_address(request, token) if token else "",
        back=_page(form_id, "construire"),
    )
    return html(page, style="paper")


def _public_address(request: Request, token: str) -> str:
    return f"{base_address(request)}/q/{token}"


@for_team
async def show_keying(request: Request, actor: Actor, form_id: UUID) -> Response:
    """The form for keying in an answer given on paper."""
    form = await to_thread.run_sync(answers.view_keying, actor, form_id)
    number = request.query_params.get("fait", "")
    done = translate(actor.locale, "form-keyed-done", number=number) if number.isdecimal() else ""
    page = scene.form_page(
        form,
        actor.locale,
        stamp=stamps.make_stamp(form_id),
        keyed=True,
        done=done,
        back=_page(form_id, "reponses"),
    )
    return html(page)


@for_team
async def take_keyed(request: Request, actor: Actor, form_id: UUID) -> Response:
    """Keep an answer given on paper, then offer the next one."""
    form = await to_thread.run_sync(answers.view_keying, actor, form_id)
    fields = await read_fields(request)
    given = (fields.get("stamp") or [""])[0]
    stamp = stamps.read_stamp(form_id, given)
    posted, problem = Posted(), ""
    try:
        kept = await to_thread.run_sync(answers.enter_paper_answer, actor, form_id, fields, stamp)
        if isinstance(kept, int):
            return see_other(f"/questionnaires/{form_id}/saisie?fait={kept}")
        posted = kept
    except (NotAllowed, NotFound):
        raise
    except DomainError as error:
        problem = translate(actor.locale, error.code, **error.values)
    page = scene.form_page(
        form,
        actor.locale,
        stamp=given if posted.errors else stamps.make_stamp(form_id),
        fields=fields,
        errors=posted.errors,
        problem=problem,
        keyed=True,
        back=_page(form_id, "reponses"),
    )
    return html(page, UNFIT)


@for_team
async def give_code(request: Request, actor: Actor, form_id: UUID) -> Response:
    """The QR code of the public link, as a drawing to put on a poster. 404 while there is no such link."""
    _, token = await to_thread.run_sync(service.view_paper, actor, form_id)
    if not token:
        raise NotFound
    drawing = scene.qr_svg(_public_address(request, token)).encode()
    return _file(Handout(name="qr.svg", media_type="image/svg+xml", data=drawing))


@for_team
async def give_csv(_request: Request, actor: Actor, form_id: UUID) -> Response:
    """The answers as CSV."""
    sheet = await to_thread.run_sync(results.export_answers, actor, form_id, _headings(actor.locale))
    return _file(Handout(name="reponses.csv", media_type=CSV, data=sheets.csv_bytes(sheet)))


@for_team
async def give_xlsx(_request: Request, actor: Actor, form_id: UUID) -> Response:
    """The answers as a workbook."""
    sheet = await to_thread.run_sync(results.export_answers, actor, form_id, _headings(actor.locale))
    data = await to_thread.run_sync(sheets.xlsx_bytes, sheet)
    return _file(Handout(name="reponses.xlsx", media_type=XLSX, data=data))


def _headings(language: str) -> dict[str, str]:
    names = ("number", "day", "source", "tags", "trame", "sheet", *(one.value for one in Source))
    return {name: translate(language, f"form-column-{name}") for name in names}


def _file(made: Handout) -> Response:
    # Under the pages' own policy: an SVG opened by itself must not run anything either.
    headers = scene.headers() | {"content-disposition": disposition(made.name)}
    return Response(made.data, media_type=made.media_type, headers=headers)


def routes() -> list[BaseRoute]:
    """What the team reaches."""
    base = "/questionnaires/{form_id:uuid}"
    return [
        Route(f"{base}/essai", show_trial, methods=["GET"]),
        Route(f"{base}/essai", check_trial, methods=["POST"]),
        Route(f"{base}/papier", show_paper, methods=["GET"]),
        Route(f"{base}/saisie", show_keying, methods=["GET"]),
        Route(f"{base}/saisie", take_keyed, methods=["POST"]),
        Route(f"{base}/qr.svg", give_code, methods=["GET"]),
        Route(f"{base}/reponses.csv", give_csv, methods=["GET"]),
        Route(f"{base}/reponses.xlsx", give_xlsx, methods=["GET"]),
    ]
