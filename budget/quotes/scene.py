"""A supplier's page: plain HTML of ours, no script, no third party; the look of the public questionnaires."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from babel.dates import format_datetime
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from budget.quotes.request_words import OfferPage
from workspace.kernel.clock import local
from workspace.kernel.messages import translate
from workspace.questionnaires import scene as forms
from workspace.specification.rules import version_name

FOLDER = Path(__file__).with_name("templates")
SENTENCES = (
    "offer-required",
    "offer-for",
    "offer-deadline",
    "offer-copies",
    "offer-specification",
    "offer-pdf",
    "offer-yours",
    "offer-notice",
    "offer-errors",
    "offer-kept",
    "offer-file",
    "offer-file-help",
    "offer-file-again",
    "offer-number",
    "offer-issued",
    "offer-valid",
    "offer-rate",
    "offer-price-help",
    "offer-net",
    "offer-gross",
    "offer-note",
    "offer-note-help",
    "offer-trap",
    "offer-send",
)


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader([FOLDER, forms.FOLDER]),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@functools.cache
def style() -> str:
    """The rules of the public forms, and what this page adds to them."""
    return "".join(
        (folder / name).read_text(encoding="utf-8")
        for folder, name in ((forms.FOLDER, "public.css"), (FOLDER, "offer.css"))
    )


def headers() -> dict[str, str]:
    """The strict policy of the public forms, for this page's own style."""
    return forms.headers_for(style())


def _number(value: int, language: str) -> str:
    return str(format_decimal(value, locale="fr_FR" if language == "fr" else "en_GB"))


def _when(instant: datetime, zone: str, language: str) -> str:
    locale = "fr_FR" if language == "fr" else "en_GB"
    return str(format_datetime(local(instant, zone), "d MMMM y, HH:mm", locale=locale))


def _rates(basis: Sequence[int], language: str) -> list[tuple[str, str]]:
    """(value, name) of the usual rates; none is named as the law does."""
    named = []
    for basis_points in basis:
        value = f"{basis_points / 100:g}"
        shown = value.replace(".", ",") if language == "fr" else value
        named.append((value, f"{shown}\u00a0%" if basis_points else translate(language, "offer-rate-none")))
    return named


def offer_page(
    page: OfferPage,
    language: str,
    *,
    base: str,
    typed: Callable[[str], str],
    errors: Mapping[str, str],
    problem: str = "",
    kept: str = "",
) -> str:
    """The page. `base` is its clean address; `errors` are sentences by field, what was typed stays."""
    other = "en" if language == "fr" else "fr"
    spoken = page.version.language
    prices = [
        (copies, translate(language, "devis-lot", count=copies, copies=_number(copies, language)))
        for copies in page.copies
    ] or [(0, translate(language, "offer-price"))]
    return (
        _environment()
        .get_template("offer.html")
        .render(
            language=language,
            heading=page.title,
            css=style(),
            w={key: translate(language, key) for key in SENTENCES},
            page=page,
            spoken=spoken,
            other=other,
            other_name=forms.LANGUAGE_NAMES[other],
            deadline=_when(page.deadline, page.zone, language),
            lots=", ".join(_number(one, language) for one in page.copies),
            version=version_name(page.version.title, page.version.number),
            table_label=translate(language, "offer-table"),
            pdf=f"{base}/cahier.pdf",
            action=f"{base}?lang={language}",
            rates=_rates(page.vat_bp, language),
            prices=prices,
            typed=typed,
            errors=errors,
            problem=problem,
            kept=kept,
        )
    )
