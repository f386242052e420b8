"""The pages that are no Streamlit: public form, thanks, withdrawal, trial, keying in, paper. Plain HTML of ours.

Jinja2 escapes everything; the style stands in the page and its hash in the content policy; no script at all.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from workspace.kernel.dates import long_day
from workspace.kernel.messages import translate
from workspace.questionnaires.checking import Fields, field_name
from workspace.questionnaires.words import ItemKind, PublicForm

FOLDER = Path(__file__).with_name("templates")
LANGUAGE_NAMES = {"fr": "Français", "en": "English"}
# The sentences that the templates ask for by name.
SENTENCES = (
    "form-required",
    "form-notice",
    "form-notice-who",
    "form-notice-why",
    "form-notice-long",
    "form-notice-rights",
    "form-notice-contact",
    "form-consent",
    "form-trap",
    "form-errors",
    "form-rank-how",
    "form-one-box",
    "form-many-boxes",
    "form-back",
    "form-again",
    "form-withdraw-title",
    "form-withdraw-text",
    "form-withdraw-now",
    "form-paper-screen",
    "form-paper-online",
)
# How long one question takes, in seconds: our own readings of the example aloud, rounded up.
SECONDS = {ItemKind.OPEN: 50, ItemKind.RANKING: 40, ItemKind.MULTIPLE: 25}
OTHER_SECONDS = 15


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@functools.cache
def _style(name: str) -> str:
    return (FOLDER / f"{name}.css").read_text(encoding="utf-8")


@functools.cache
def _hash(css: str) -> str:
    """What the content policy knows a style by."""
    return base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()


@functools.cache
def _words(language: str) -> dict[str, str]:
    return {key: translate(language, key) for key in SENTENCES}


def headers(style: str = "public") -> dict[str, str]:
    """The strictest policy: no script, our own style by its hash, forms to this very site. Kept by no browser."""
    return headers_for(_style(style))


def headers_for(css: str) -> dict[str, str]:
    """The same for another room's public page, with its own style."""
    policy = (
        "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
        f"img-src data:; style-src 'sha256-{_hash(css)}'"
    )
    return {
        "content-security-policy": policy,
        "cache-control": "no-store",
        # Not "no-referrer": browsers would then send "null" as the Origin of the form.
        "referrer-policy": "same-origin",
        "x-robots-tag": "noindex, nofollow",
    }


def _render(template: str, language: str, heading: str, *, style: str = "public", **values: Any) -> str:
    return (
        _environment()
        .get_template(template)
        .render(language=language, heading=heading, css=_style(style), w=_words(language), **values)
    )


def _common(form: PublicForm, language: str, *, paper: bool = False) -> dict[str, Any]:
    questions = [item for item in form.items if item.is_question]
    seconds = sum(SECONDS.get(item.kind, OTHER_SECONDS) for item in questions)
    rights = "form-rights-anonymous" if form.draft.is_anonymous else "form-rights"
    until = "form-until-paper" if paper else "form-until"
    return {
        "form": form,
        "draft": form.draft,
        "spoken": form.draft.language,
        "numbers": {item.item_id: number for number, item in enumerate(questions, start=1)},
        "length": translate(language, "form-length", count=len(questions), minutes=max(1, round(seconds / 60))),
        "until": translate(language, until, date=long_day(form.erase_on, language)),
        "rights": translate(language, "form-rights-paper" if paper else rights),
    }


def form_page(
    form: PublicForm,
    language: str,
    *,
    stamp: str,
    action: str = "",
    fields: Fields | None = None,
    errors: Mapping[str, str] | None = None,
    problem: str = "",
    keyed: bool = False,
    done: str = "",
    back: str = "",
) -> str:
    """The page of a form. `errors` are codes by field; `problem` is a sentence about the whole; what was typed stays.

    `keyed`: the team keys in an answer given on paper, so there is no notice, and consent is what the sheet says.
    """
    typed, codes = fields or {}, errors or {}
    said = {name: translate(language, f"form-error-{code}") for name, code in codes.items()}
    other = "en" if language == "fr" else "fr"
    banner = "form-trial" if form.is_trial else "form-keyed" if keyed else ""
    common = _common(form, language)
    return _render(
        "form.html",
        language,
        form.draft.title,
        **common,
        banner=translate(language, banner) if banner else "",
        keyed=keyed,
        consent=translate(language, "form-keyed-consent" if keyed else "form-consent"),
        done=done,
        back=back,
        other=other,
        other_name=LANGUAGE_NAMES[other],
        name=field_name,
        typed=lambda name: (typed.get(name) or [""])[0],
        is_on=lambda name, value: value in typed.get(name, ()),
        errors=said,
        summary=_summary(form, said, common["numbers"], language),
        problem=problem,
        stamp=stamp,
        action=action,
        send=translate(language, "form-keep" if keyed else "form-send"),
    )


def _summary(
    form: PublicForm, said: Mapping[str, str], numbers: Mapping[Any, int], language: str
) -> list[tuple[str, str]]:
    """(where to go, what is wrong) in the order of the page."""
    lines = [("consent", said["consent"])] if "consent" in said else []
    for item in form.items:
        name = field_name(item)
        if name in said:
            number = numbers[item.item_id]
            lines.append((name, translate(language, "form-error-at", number=number, error=said[name])))
    return lines


def message_page(language: str, heading: str, text: str) -> str:
    """A page that says one thing; both are keys of sentences."""
    return _render("message.html", language, translate(language, heading), text=translate(language, text))


def thanks_page(language: str, *, title: str, text: str, withdraw_token: str, address: str, again: str = "") -> str:
    """After sending; with the link that takes the answer back when there is one. `title` and `text` are keys."""
    return _render(
        "thanks.html",
        language,
        translate(language, title),
        text=translate(language, text),
        withdraw_token=withdraw_token,
        withdraw_address=address,
        again=again,
    )


def withdraw_page(language: str, *, title: str, token: str) -> str:
    """Ask before an answer is erased; `title` is the questionnaire's."""
    return _render(
        "withdraw.html",
        language,
        translate(language, "form-withdraw-title"),
        text=translate(language, "form-withdraw-ask", title=title),
        withdraw_token=token,
    )


def paper_page(form: PublicForm, language: str, *, address: str, back: str) -> str:
    """The questionnaire to print, with a QR code to its on-line page while it is open."""
    return _render(
        "paper.html",
        language,
        form.draft.title,
        style="paper",
        **_common(form, language, paper=True),
        qr=qr_svg(address) if address else "",
        back=back,
    )


def qr_svg(address: str) -> str:
    """A QR code of an address as an SVG element, dark on white, with its quiet zone."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", scale=4, border=4, dark="#101a1f", light="#ffffff", xmldecl=False, svgns=True, nl=False,
        omitsize=True,
    )  # fmt: skip
    return out.getvalue().decode()
