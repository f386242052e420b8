"""Text as text where Streamlit reads Markdown: names and titles never become links, colours, formulas or icons."""

from __future__ import annotations

import re

MEANT = re.compile(r"([!-/:-@\[-`{-~])")
SHORTCODE = re.compile(r":(?=[A-Za-z])")
WORD_JOINER = "\u2060"  # invisible; without it `:smile:` and `:material/home:` are drawn after all escaping


def plain(text: str) -> str:
    """The text on one line, every sign of Markdown escaped."""
    joined = SHORTCODE.sub(f":{WORD_JOINER}", " ".join(text.split("\n")))
    return MEANT.sub(r"\\\1", joined)


def plain_lines(text: str) -> str:
    """The same for several lines: an empty line parts paragraphs, the others break."""
    paragraphs = re.split(r"\n\s*\n", text)
    return "\n\n".join("  \n".join(plain(line) for line in one.split("\n")) for one in paragraphs)
