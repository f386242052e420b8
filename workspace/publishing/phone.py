"""The same fiche as a page on a phone: HTML from the block tree, by a template that escapes everything."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workspace.publishing.rules import picture_of
from workspace.publishing.words import SheetText

_environment = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
# From an attribute's value to a class of the template, so that no value becomes markup or style.
_environment.filters["tone"] = lambda value: value if value in {"warning", "idea"} else "info"
_environment.filters["picture"] = picture_of
_environment.filters["span"] = lambda value: value if isinstance(value, int) and 1 <= value <= 40 else 1  # noqa: PLR2004


def phone_page(text: SheetText, *, more: str) -> str:
    """The fiche as HTML, without scripts. `more` names what opens the second level.

    Links are drawn and lead nowhere: a preview is no place to leave from.
    """
    return _environment.get_template("phone.html.j2").render(text=text, more=more)
