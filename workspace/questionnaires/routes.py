"""HTTP of the public form. A link's token is exchanged for an HttpOnly cookie, then the address is clean.

    GET  /q/<token>            the link: sets the cookie, goes on to the clean address
    GET  /q/f/<id>             the form          POST  the same: takes the answer
    GET  /q/f/<id>/merci       thanks, with the link that takes the answer back
    GET  /q/retrait/<token>    that link: sets a cookie, goes on to
    GET  /q/retrait            the question      POST  erases the answer

What the team reaches signed in stands in `team_routes.py`.
"""

from __future__ import annotations

from uuid import UUID

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from workspace.accounts.asking import MISSING, base_address
from workspace.kernel.errors import DomainError, NotFound, RuleBroken
from workspace.kernel.messages import LANGUAGES, language_of, translate
from workspace.kernel.settings import settings
from workspace.questionnaires import answers, scene, stamps
from workspace.questionnaires.flood import Flood
from workspace.questionnaires.posting import Unreadable, read_fields
from workspace.questionnaires.stamps import StampState
from workspace.questionnaires.words import Posted, PublicForm

SEE_OTHER, CONFLICT, GONE, UNFIT, MANY = 303, 409, 410, 422, 429
WITHDRAW = "withdraw"
TRAP = "website"
flood = Flood()


def cookie_name(form_id: UUID | None, what: str = "") -> str:
    """One cookie a questionnaire, so that two open forms do not mix; under TLS the browser guards the prefix."""
    tail = f"-{what}" if what else ""
    key = f"-{form_id.hex[:12]}" if form_id else ""
    return f"{'__Host-' if settings().secure else ''}chemise-q{key}{tail}"


def language(request: Request) -> str:
    """What the address asks for, else the browser's."""
    asked = request.query_params.get("lang", "")
    return asked if asked in LANGUAGES else language_of(request.headers.get("accept-language", ""))


def html(text: str, status: int = 200, *, style: str = "public") -> HTMLResponse:
    """A page of ours under its strict policy."""
    return HTMLResponse(text, status_code=status, headers=scene.headers(style))


def see_other(path: str) -> RedirectResponse:
    """Go on to another address of ours; the one before is told to nobody."""
    return RedirectResponse(
        path, status_code=SEE_OTHER, headers={"cache-control": "no-store", "referrer-policy": "no-referrer"}
    )


def _set(answer: Response, name: str, value: str) -> None:
    """A cookie of the browser's visit: it ends with it, and no script reads it."""
    answer.set_cookie(name, value, path="/", httponly=True, secure=settings().secure, samesite="lax")


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _refused(request: Request, error: DomainError) -> Response:
    """The page of a link that cannot be answered now."""
    said = language(request)
    if isinstance(error, NotFound):
        # Every link that opens nothing gets this very page; and nobody tries thousands.
        calm = flood.note_wrong_link(_address(request))
        text = "form-missing-text" if calm else "form-flood-text"
        return html(scene.message_page(said, "form-missing-title", text), MISSING if calm else MANY)
    pages = {
        "error-form-closed": ("form-closed-title", "form-closed-text", GONE),
        "error-form-link-used": ("form-used-title", "form-used-text", CONFLICT),
        "error-form-twice": ("form-twice-title", "form-twice-text", CONFLICT),
    }
    title, text, status = pages.get(error.code, ("form-broken-title", "form-broken-text", 503))
    return html(scene.message_page(said, title, text), status)


async def follow_link(request: Request) -> Response:
    """Exchange the token of a link for a cookie."""
    token = request.path_params["token"]
    try:
        form = await to_thread.run_sync(answers.find_public_form, token)
    except DomainError as error:
        return _refused(request, error)
    answer = see_other(_form_path(form.form_id, request))
    sent = cookie_name(form.form_id, WITHDRAW)
    if sent in request.cookies and request.cookies.get(cookie_name(form.form_id)) != token:
        # Another link on the same device: what was answered through the one before is somebody else's.
        answer.delete_cookie(sent, path="/", secure=settings().secure, httponly=True, samesite="lax")
    _set(answer, cookie_name(form.form_id), token)
    return answer


def _form_path(form_id: UUID, request: Request, tail: str = "") -> str:
    asked = request.query_params.get("lang", "")
    return f"/q/f/{form_id}{tail}" + (f"?lang={asked}" if asked in LANGUAGES else "")


async def show_form(request: Request) -> Response:
    """The form, to whoever holds its cookie."""
    form_id: UUID = request.path_params["form_id"]
    sent = request.cookies.get(cookie_name(form_id, WITHDRAW), "")
    token = request.cookies.get(cookie_name(form_id), "")
    if sent and "autre" not in request.query_params:
        return await _already(request, form_id, sent)
    try:
        form = await to_thread.run_sync(_held_form, token, form_id)
    except DomainError as error:
        return _refused(request, error)
    return html(scene.form_page(form, language(request), stamp=stamps.make_stamp(form_id), action=_here(request)))


def _held_form(token: str, form_id: UUID) -> PublicForm:
    form = answers.find_public_form(token)
    if form.form_id != form_id:
        raise NotFound
    return form


def _here(request: Request) -> str:
    """Where the form posts to: its own clean address, with its language."""
    return _form_path(request.path_params["form_id"], request)


async def _already(request: Request, form_id: UUID, sent: str) -> Response:
    """Say that this browser has answered in this visit, and offer to take the answer back or to hand the phone on."""
    try:
        await to_thread.run_sync(answers.find_own_answer, sent)
    except NotFound:
        sent = ""
    again = ""
    try:
        form = await to_thread.run_sync(_held_form, request.cookies.get(cookie_name(form_id), ""), form_id)
        again = f"/q/f/{form_id}?autre=1" if form.link_id is None else ""
    except DomainError:
        pass  # closed meanwhile, or a personal link that has served: nobody else answers here
    page = scene.thanks_page(
        language(request),
        title="form-already-title",
        text="form-already-text" if sent else "form-already-withdrawn",
        withdraw_token=sent,
        address=_withdraw_address(request, sent),
        again=again,
    )
    return html(page)


def _withdraw_address(request: Request, token: str) -> str:
    if not token:
        return ""
    return f"{base_address(request)}/q/retrait/{token}"


async def take_form(request: Request) -> Response:
    """Take an answer. What is wrong stands beside its field, and what was typed stays."""
    form_id: UUID = request.path_params["form_id"]
    token, said = request.cookies.get(cookie_name(form_id), ""), language(request)
    try:
        fields = await read_fields(request)
        form = await to_thread.run_sync(_held_form, token, form_id)
    except Unreadable as unread:
        return html(scene.message_page(said, "form-broken-title", unread.key), unread.status)
    except DomainError as error:
        return _refused(request, error)

    def again(problem: str, status: int, posted: Posted | None = None, *, new_stamp: bool = False) -> Response:
        kept = stamps.make_stamp(form_id) if new_stamp else (fields.get("stamp") or [""])[0]
        page = scene.form_page(
            form,
            said,
            stamp=kept,
            action=_here(request),
            fields=fields,
            errors=posted.errors if posted else None,
            problem=translate(said, problem) if problem else "",
        )
        return html(page, status)

    if not flood.may_post(form_id, _address(request)):
        return again("form-flood-text", MANY)
    stamp = stamps.read_stamp(form_id, (fields.get("stamp") or [""])[0])
    if stamp.state is not StampState.GOOD:
        # A stamp that came too early ripens by itself; any other is replaced.
        return again(f"form-stamp-{stamp.state.value}", UNFIT, new_stamp=stamp.state is not StampState.TOO_FAST)
    if any(one.strip() for one in fields.get(TRAP, ())):
        return again("form-trapped", UNFIT)
    try:
        taken = await to_thread.run_sync(answers.take_answer, token, form_id, fields, stamp)
    except RuleBroken as error:
        return _refused(request, error)
    except DomainError:
        return again("form-broken-text", 503)
    if isinstance(taken, Posted):
        return again("", UNFIT, taken)
    answer = see_other(_form_path(form_id, request, "/merci"))
    _set(answer, cookie_name(form_id, WITHDRAW), taken.withdraw_token)
    return answer


async def thank(request: Request) -> Response:
    """Thanks, and how to take the answer back."""
    form_id: UUID = request.path_params["form_id"]
    token = request.cookies.get(cookie_name(form_id, WITHDRAW), "")
    page = scene.thanks_page(
        language(request),
        title="form-thanks-title",
        text="form-thanks-text",
        withdraw_token=token,
        address=_withdraw_address(request, token),
    )
    return html(page)


async def follow_withdraw_link(request: Request) -> Response:
    """Exchange the token of a withdraw link for a cookie."""
    token = request.path_params["token"]
    try:
        await to_thread.run_sync(answers.find_own_answer, token)
    except NotFound as error:
        return _refused(request, error)
    answer = see_other("/q/retrait")
    _set(answer, cookie_name(None, WITHDRAW), token)
    return answer


async def ask_withdrawal(request: Request) -> Response:
    """Ask before erasing."""
    token = request.cookies.get(cookie_name(None, WITHDRAW), "")
    try:
        title = await to_thread.run_sync(answers.find_own_answer, token)
    except NotFound as error:
        return _refused(request, error)
    return html(scene.withdraw_page(language(request), title=title, token=token))


async def withdraw(request: Request) -> Response:
    """Erase the answer whose token was posted."""
    said = language(request)
    try:
        fields = await read_fields(request)
        await to_thread.run_sync(answers.withdraw_answer, (fields.get("token") or [""])[0])
    except Unreadable as unread:
        return html(scene.message_page(said, "form-broken-title", unread.key), unread.status)
    except DomainError as error:
        return _refused(request, error)
    answer = html(scene.message_page(said, "form-withdrawn-title", "form-withdrawn-text"))
    answer.delete_cookie(cookie_name(None, WITHDRAW), path="/", secure=settings().secure, httponly=True)
    return answer


def public_routes() -> list[BaseRoute]:
    """What needs no account. The fixed addresses stand before the one that holds a token."""
    return [
        Route("/q/retrait", ask_withdrawal, methods=["GET"]),
        Route("/q/retrait", withdraw, methods=["POST"]),
        Route("/q/retrait/{token}", follow_withdraw_link, methods=["GET"]),
        Route("/q/f/{form_id:uuid}", show_form, methods=["GET"]),
        Route("/q/f/{form_id:uuid}", take_form, methods=["POST"]),
        Route("/q/f/{form_id:uuid}/merci", thank, methods=["GET"]),
        Route("/q/{token}", follow_link, methods=["GET"]),
    ]


def routes() -> list[BaseRoute]:
    """All routes of this room, for the front door."""
    # Late, because the team's routes use the helpers above.
    from workspace.questionnaires import team_routes

    return [*public_routes(), *team_routes.routes()]
