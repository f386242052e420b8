"""The small fonts hold what is drawn with them, and come before Streamlit's whole ones."""

from __future__ import annotations

import re

from fontTools.ttLib import TTFont

from tests import fonts
from workspace.accounts import index_page
from workspace.kernel import messages


def test_every_icon_that_is_drawn_is_in_the_small_font() -> None:
    missing = fonts.used(fonts.ligatures(fonts.whole_font())) - set(fonts.ligatures(TTFont(fonts.ICONS)))
    assert missing == set(), "run python -m tests.fonts"


def test_icons_written_in_the_pages_are_icons() -> None:
    known = fonts.ligatures(fonts.whole_font())
    written = {
        name
        for path in (fonts.ROOT / "pages").rglob("*.py")
        for name in re.findall(r":material/([a-z0-9_]+):", path.read_text(encoding="utf-8"))
    }
    assert len(written) > 50
    assert written <= set(known)


def test_font_of_headings_holds_every_letter_that_we_write() -> None:
    held = set(TTFont(index_page.FONTS / "headings.woff2").getBestCmap())
    written = {
        character
        for language in messages.LANGUAGES
        for path in (fonts.ROOT / "locale" / language).glob("*.ftl")
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.match(r"[a-z0-9-]*title[a-z0-9-]* = ", line)
        for character in line
    }
    assert len(written) > 60
    # The narrow space before « ? » comes from the next font of the list: it has no shape of its own.
    assert {character for character in written if ord(character) not in held} <= {"\u202f"}


def test_small_fonts_are_named_in_the_page_and_are_much_smaller() -> None:
    page = index_page.started_index(fonts.STATIC.parent / "index.html")
    for name in index_page.FONT_NAMES:
        assert index_page.font_address(name) in page
    whole = sum(
        path.stat().st_size
        for name in ("MaterialSymbols-Rounded", "SourceSerifVariable-Roman")
        for path in (fonts.STATIC / "media").glob(f"{name}.*")
    )
    ours = sum((index_page.FONTS / name).stat().st_size for name in index_page.FONT_NAMES)
    assert ours * 10 < whole
