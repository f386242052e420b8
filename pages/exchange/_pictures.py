"""The pictures that an import would bring: each is seen, said in words, or left outside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

import streamlit as st

from pages.fiches._scene import draw, text_of
from pages.shell.formats import number
from pages.shell.i18n import t
from workspace.exchange.rules import ALT_LENGTH
from workspace.exchange.words import Glimpse
from workspace.fiches import printing


def source(one: Glimpse) -> str:
    """A picture's own bytes as an address: it is not kept anywhere yet."""
    return f"data:image/webp;base64,{b64encode(one.small).decode()}"


def pictures(glimpses: Iterable[Glimpse], *, level: str, key: str) -> tuple[dict[str, str], frozenset[str]]:
    """Ask for alternative texts; gives them by name, and the pictures that stay outside. `key` names the file."""
    found = tuple(glimpses)
    alts: dict[str, str] = {}
    if not found:
        return alts, frozenset()
    draw(f'<div class="cf"><p class="cf-name">{t("import-pictures", count=len(found))}</p></div>')
    st.caption(t("import-pictures-lead"))
    for one in found:
        with st.container(border=True):
            seen, said = st.columns([1, 3], vertical_alignment="top")
            with seen:
                draw(f'<div class="cf cf-glimpse"><img src="{source(one)}" alt="{text_of(one.alt)}"></div>')
            with said:
                taken = st.checkbox(t("import-picture-take"), value=True, key=f"import.take.{key}.{one.name}")
                if taken:
                    alts[one.name] = st.text_area(
                        t("import-picture-alt"),
                        value=one.alt,
                        height=68,
                        max_chars=ALT_LENGTH,
                        key=f"import.alt.{key}.{one.name}",
                    )
                draw(f'<div class="cf">{_printed(one, level)}</div>')
    return alts, frozenset(one.name for one in found if one.name not in alts)


def _printed(one: Glimpse, level: str) -> str:
    """How it would print there, in the album's words."""
    millimetres = printing.printed_mm(level)
    sharpness = printing.sharpness(one.width, millimetres).value
    said = t(f"images-{sharpness}", width=number(millimetres / 10), ppi=printing.ppi_at(one.width, millimetres))
    return f'<p class="cf-soft cf-printed cf-p-{sharpness}">{said}</p>'
