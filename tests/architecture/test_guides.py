"""The guides name screens and buttons by their real labels: each bold word is a sentence of the catalogues."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BOLD = re.compile(r"\*\*(.+?)\*\*", flags=re.DOTALL)


def plain(text: str) -> str:
    """Without the differences that a reader does not see."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip(" .:…").casefold()


def labels(language: str) -> set[str]:
    """Every sentence of a language, of the screens and of the editor."""
    found: set[str] = set()
    for path in (ROOT / "locale" / language).glob("*.ftl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            found.add(plain(line.partition("=")[2]))
    editor = json.loads((ROOT / "editor" / "src" / "messages" / f"{language}.json").read_text(encoding="utf-8"))
    names = {"français", "english"}  # a language is named in itself, by the code
    return found | names | {plain(text) for text in editor.values()}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_guides_name_what_is_on_the_screen(language: str) -> None:
    known = labels(language)
    missing = {
        f"{path.name}: {bold}"
        for path in sorted((ROOT / "docs" / "guide" / language).glob("*.md"))
        for bold in BOLD.findall(path.read_text(encoding="utf-8"))
        if plain(bold) not in known and not any(plain(bold) in sentence for sentence in known)
    }
    assert missing == set()


def test_guides_are_the_same_in_both_languages() -> None:
    names = [sorted(path.name for path in (ROOT / "docs" / "guide" / one).glob("*.md")) for one in ("fr", "en")]
    assert names[0] == names[1] != []
