"""Plain documents: blocks as data for Typst, and the PDF that comes of any words."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block, Run
from workspace.publishing import typesetter
from workspace.publishing.parts import plain_table
from workspace.publishing.pdf import block_data, typeset
from workspace.publishing.typesetter import Typesetter

TEMPLATE = """
#import "blocks.typ": draw, house
#let data = json("data.json")
#show: house.with(title: data.title, foot: data.title)
#heading(level: 1, data.title)
#data.blocks.map(draw).join()
"""


def made(tmp_path: Path, title: str, *blocks: Block) -> bytes:
    template = tmp_path / "template.typ"
    template.write_text(TEMPLATE)
    data = {"title": title, "blocks": block_data(blocks, "fr", below=1)}
    return typeset(template, data, made_at=datetime(2026, 11, 20, tzinfo=UTC))


def heading(level: int) -> Block:
    return Block("heading", {"level": level}, runs=(Run("x"),))


def levels(below: int, *asked: int) -> list[int]:
    return [one["level"] for one in block_data(map(heading, asked), "fr", below=below)]


def test_headings_stand_under_the_page_s_and_skip_no_level() -> None:
    assert levels(1, 2, 3, 2) == [2, 3, 2]
    assert levels(2, 3, 3, 2, 3) == [3, 4, 3, 4]
    assert levels(1, 1) == [2]


def test_same_words_and_instant_give_the_same_pdf(tmp_path: Path) -> None:
    table = plain_table(("Structure", "Réponse"), (("Apeas", ""), ("Inter-Made", "approuve")))
    one = made(tmp_path, "Étape", heading(2), table)
    assert b"pdfuaid" in one
    assert one == made(tmp_path, "Étape", heading(2), table)


def test_a_sign_without_glyph_and_half_a_letter_stop_no_document(tmp_path: Path) -> None:
    data = made(tmp_path, "#panic() 😀 \ud83d", Block("paragraph", runs=(Run("$x$ \ud83d #eval(1)"),)))
    assert data.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in data
    assert b"pdfuaid" not in data


def test_page_that_never_ends_is_given_up_and_the_next_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Typesetter(seconds=2)
    monkeypatch.setattr(typesetter, "_documents", own)
    endless = tmp_path / "endless.typ"
    endless.write_text("#let f(n) = if n == 0 { 0 } else { f(n - 1) }\n#for i in range(1000000000) { f(40) }\n")
    try:
        with pytest.raises(RuleBroken, match="error-document-not-made"):
            typeset(endless, {})
        assert made(tmp_path, "Étape").startswith(b"%PDF-")
    finally:
        own.stop()
