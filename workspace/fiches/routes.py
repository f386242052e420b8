"""Pictures over HTTP: `POST /pictures?group=<uuid>` takes one in, `GET /pictures/<id>` gives it back.

Both answer only to a signed-in session, which the house's middleware names in the request's scope.
"""

from __future__ import annotations

from uuid import UUID

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from workspace.accounts.asking import BAD, MISSING, NO_STORE, OUR_OWN_HEADER, REFUSED, asker, language_for
from workspace.fiches import pictures, printing
from workspace.kernel.errors import DomainError, NotAllowed, NotFound, RuleBroken, StoreUnavailable
from workspace.kernel.messages import translate
from workspace.kernel.settings import settings

CACHE = "private, max-age=86400"
TOO_LARGE, FULL = 413, 503

# A 50 megapixel image takes 200 MB while it is decoded: two at a time, the others wait their turn.
_decoders = CapacityLimiter(2)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [
        Route("/pictures", take_picture, methods=["POST"]),
        Route("/pictures/{picture_id:uuid}", give_picture, methods=["GET"]),
    ]


def _status(error: DomainError) -> int:
    if error.code == "error-picture-large":
        return TOO_LARGE
    statuses = {NotFound: MISSING, NotAllowed: REFUSED, StoreUnavailable: FULL}
    return statuses.get(type(error), BAD)


async def _read_capped(request: Request) -> bytes:
    """The body, given up as soon as it is too long, whatever its announced length."""
    maximum = settings().picture_bytes
    refused = RuleBroken("error-picture-large", megabytes=maximum >> 20)
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > maximum:
        raise refused
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > maximum:
            raise refused
    return bytes(body)


async def take_picture(request: Request) -> Response:
    """201 with the picture's address and size, or 4xx with a sentence in the person's language."""
    actor = await to_thread.run_sync(asker, request)
    language = language_for(request, actor)
    try:
        if request.headers.get(OUR_OWN_HEADER) != "1" or not actor.is_member:
            raise NotAllowed
        try:
            group_id = UUID(request.query_params.get("group", ""))
        except ValueError:
            raise NotFound from None
        data = await _read_capped(request)
        picture_id, made = await to_thread.run_sync(pictures.add_picture, actor, group_id, data, limiter=_decoders)
    except DomainError as error:
        sentence = translate(language, error.code, **error.values)
        return JSONResponse({"message": sentence}, status_code=_status(error))
    return JSONResponse(
        {"id": str(picture_id), "src": f"/pictures/{picture_id}", "width": made.width, "height": made.height},
        status_code=201,
    )


async def give_picture(request: Request) -> Response:
    """The picture, or 404 for whoever may not see it.

    `?w=` asks for a narrower copy (320, 640 or 1280), `?print=` for the one of a printed width (82 or 170 mm).
    """
    width = _one_of(request.query_params.get("w"), pictures.WIDTHS)
    millimetres = _one_of(request.query_params.get("print"), printing.PRINT_WIDTHS)
    try:
        actor = await to_thread.run_sync(asker, request)
        picture = await to_thread.run_sync(pictures.view_picture, actor, request.path_params["picture_id"])
        copy = f"-p{millimetres}" if millimetres else f"-{width}" if width else ""
        etag = f'"{picture.sha256[:32]}{copy}"'
        headers = {
            "Cache-Control": CACHE,
            "ETag": etag,
            "X-Content-Type-Options": "nosniff",
            "Vary": "Cookie",
        }
        if etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        media_type = picture.media_type
        if millimetres:
            path, media_type = await to_thread.run_sync(pictures.print_path, picture, millimetres, limiter=_decoders)
        else:
            path = await to_thread.run_sync(pictures.picture_path, picture, width, limiter=_decoders)
    except NotFound:
        return Response(status_code=MISSING, headers=NO_STORE)
    return FileResponse(path, media_type=media_type, headers=headers)


def _one_of(asked: str | None, known: tuple[int, ...]) -> int | None:
    return next((one for one in known if asked == str(one)), None)
