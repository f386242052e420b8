"""The guide, to read without leaving the page."""

from __future__ import annotations

import functools
import re
from pathlib import Path

import streamlit as st

from pages.shell.i18n import language, t

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"
LINK_TO_A_FILE = re.compile(r"\[([^\]]+)\]\([^)]+\.md\)")


@functools.cache
def chapters(spoken: str) -> tuple[tuple[str, str], ...]:
    """Each chapter's title and words; a link to another file is left as plain words, as no file opens here."""
    found = []
    for path in sorted((GUIDE / spoken).glob("*.md")):
        title, _, words = path.read_text(encoding="utf-8").partition("\n")
        found.append((title.lstrip("# ").strip(), LINK_TO_A_FILE.sub(r"\1", words).strip()))
    return tuple(found)


def draw() -> None:
    """One button a chapter; it opens over the page."""
    listed = chapters(language())
    if not listed:
        return
    st.header(t("compte-guide"), anchor=False)
    with st.container(border=True, gap="xsmall"):
        for place, (title, words) in enumerate(listed):
            if st.button(title, type="tertiary", icon=":material/menu_book:", key=f"compte.guide.{place}"):
                st.dialog(title, width="large")(functools.partial(_read, words))()


def _read(words: str) -> None:
    st.markdown(words)
