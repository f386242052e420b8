"""The meter over HTTP: `GET /fiches/<id>/measure` tells the editor how light the fiche is now, in words to show."""

from __future__ import annotations

import math
from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from workspace.accounts.asking import MISSING, NO_STORE, SIGN_IN, asker
from workspace.kernel.errors import NotAllowed, NotFound
from workspace.kernel.messages import translate
from workspace.lightness import service
from workspace.lightness.words import FicheMeasure, Zone, ZoneMeasure
from workspace.publishing.words import SideFit

SAME = 304
QUOTED_LETTERS = 180
# The browser keeps the answer and asks whether it still holds: an unchanged fiche costs a few bytes.
CACHE = {"Cache-Control": "private, no-cache", "Vary": "Cookie", "X-Content-Type-Options": "nosniff"}

# Twenty people who stop typing at once must not take every thread of the process.
_measures = CapacityLimiter(4)


def routes() -> list[Route]:
    """The routes of this room, for the front door."""
    return [Route("/fiches/{fiche_id:uuid}/measure", give_measure, methods=["GET"])]


async def give_measure(request: Request) -> Response:
    """200 with the measure, 304 when it is the one that the browser has, 401 or 404 for whoever may not see it."""
    actor = await to_thread.run_sync(asker, request)
    if not actor.is_signed_in:
        return Response(status_code=SIGN_IN, headers=NO_STORE)
    try:
        measure = await to_thread.run_sync(
            service.measure_fiche, actor, request.path_params["fiche_id"], limiter=_measures
        )
    except (NotFound, NotAllowed):
        return Response(status_code=MISSING, headers=NO_STORE)
    etag = f'"{measure.stamp}{"" if measure.fits else "-"}"'
    headers = CACHE | {"ETag": etag}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=SAME, headers=headers)
    return JSONResponse(tell(measure, actor.locale), headers=headers)


def tell(measure: FicheMeasure, language: str) -> dict[str, Any]:
    """The measure in the reader's words. `share` is the filled part of the gauge, in percent of the target."""
    fits: dict[str, SideFit] = {one.side.value: one for one in measure.fits or ()}
    return {
        "fiche": str(measure.fiche_id),
        "zones": [_zone(one, fits.get(one.zone.value), measure, language) for one in measure.zones],
    }


def _zone(one: ZoneMeasure, fit: SideFit | None, measure: FicheMeasure, language: str) -> dict[str, Any]:
    is_side = one.zone in {Zone.RECTO, Zone.VERSO}
    said = translate(language, "lightness-words", count=one.words, target=one.bounds.target)
    return {
        "zone": one.zone.value,
        "label": translate(language, f"lightness-zone-{one.zone.value}"),
        "words": one.words,
        "share": min(100, round(100 * one.words / one.bounds.target)),
        "weight": one.weight.value,
        "said": said,
        "fits": None if fit is None else fit.fits,
        "sheet": _sheet(fit, language) if is_side else "",
        "quote": _quote(one) if one.sentence_is_long else "",
        "notes": _notes(one, fit, measure, language),
    }


def _sheet(fit: SideFit | None, language: str) -> str:
    if fit is None:
        return translate(language, "lightness-fits-unknown")
    if fit.fits:
        return translate(language, "lightness-fits")
    return translate(language, "lightness-fits-not", count=fit.over_lines, mm=math.ceil(fit.over_mm))


def _quote(one: ZoneMeasure) -> str:
    text = one.longest.text if one.longest else ""
    return text if len(text) <= QUOTED_LETTERS else f"{text[:QUOTED_LETTERS].rsplit(' ', 1)[0]}…"


def _notes(one: ZoneMeasure, fit: SideFit | None, measure: FicheMeasure, language: str) -> list[str]:
    notes = []
    if one.longest is not None and one.zone is not Zone.TITLE:
        key = "lightness-sentence-long" if one.sentence_is_long else "lightness-sentence"
        notes.append(translate(language, key, count=one.longest.words, target=one.sentence_bound))
    if one.ease is not None:
        key = "lightness-ease-good" if one.ease >= measure.targets.ease else "lightness-ease-hard"
        notes.append(translate(language, key, ease=round(one.ease), target=measure.targets.ease))
    if one.zone in {Zone.RECTO, Zone.VERSO}:
        notes.append(_visuals(one, fit, language))
    return notes


def _visuals(one: ZoneMeasure, fit: SideFit | None, language: str) -> str:
    counts = (
        ("pictures", one.visuals.pictures),
        ("key-figures", one.visuals.key_figures),
        ("tables", one.visuals.tables),
    )
    named = [translate(language, f"lightness-{name}", count=count) for name, count in counts if count]
    if not named:
        return translate(language, "lightness-visuals-none")
    if fit is None:
        return translate(language, "lightness-visuals", what=", ".join(named))
    text, seen = round(100 * fit.text_share), round(100 * fit.visual_share)
    return translate(language, "lightness-visuals-share", what=", ".join(named), seen=seen, text=text)
