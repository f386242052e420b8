"""Fiches written out: every word is there, nothing typed becomes markup or code, and reading back gives the same."""

from __future__ import annotations

import io
import zipfile
from uuid import UUID

import pytest
from markdown_it import MarkdownIt
from PIL import Image

from workspace.exchange import grammar
from workspace.exchange.readers.tree import read as read_tree
from workspace.exchange.reading import read
from workspace.exchange.words import Sheaf, Sheet, Target, Upload
from workspace.exchange.writers import WRITERS
from workspace.livetext.words import Block, Run

NASTY = "=1+1 #panic() $x$ <script>alert(1)</script> *a* _b_ [c](javascript:d) |e| \\f `g` @h ]]> &amp; 1. 😀"
FICHE = UUID(int=1)


def p(*runs: str | Run) -> Block:
    return Block("paragraph", runs=tuple(Run(one) if isinstance(one, str) else one for one in runs))


def items(*texts: str) -> tuple[Block, ...]:
    return tuple(Block("listItem", children=(p(text),)) for text in texts)


def cells(kind: str, *texts: str) -> Block:
    return Block("tableRow", children=tuple(Block(kind, children=(p(text),)) for text in texts))


NESTED = Block("listItem", children=(p("quatre"), Block("bulletList", children=items("sous"))))
FIGURE = (Block("keyFigureValue", runs=(Run("150"),)), Block("keyFigureLabel", runs=(Run("salariés"),)))
BLOCKS = (
    Block("heading", {"level": 3}, runs=(Run("Un sous-titre d’abord"),)),
    p("Bonjour ", Run("gras", bold=True), " et ", Run("lien", href="https://apeas.fr/?a=1"), Run("\n"), "suite"),
    p("- pas une liste"),
    p(NASTY),
    Block("orderedList", children=items("un", "deux")),
    p("entre"),
    Block("orderedList", {"start": 4}, children=(NESTED,)),
    Block("blockquote", children=(p("cité"),)),
    Block("callout", {"tone": "idea"}, children=(p("encadré"), Block("bulletList", children=items("puce")))),
    Block("keyFigure", children=FIGURE),
    Block("table", children=(cells("tableHeader", "T1", "T2"), cells("tableCell", "a|b", "c"))),
    Block("figure", {"src": "/pictures/x", "picture": "p1", "alt": "Une table", "credit": "LaPlateforme"}),
)  # fmt: skip


def sheaf(count: int = 1) -> Sheaf:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "teal").save(out, "PNG")
    sheet = Sheet(
        fiche_id=FICHE,
        title="Fiche #1 <b>",
        accroche="Une accroche",
        kind="free",
        etapes=("Idée",),
        structures=("Apeas",),
        questions=(),
        levels={"level1": BLOCKS, "level2": (p("fin"),)},
    )
    return Sheaf(
        title="Le groupe", language="fr", sheets=(sheet,) * count, pictures={"p1": ("image/png", out.getvalue())}
    )


def bare(blocks: tuple[Block, ...]) -> Sheet:
    levels = {"level1": blocks}
    return Sheet(
        fiche_id=FICHE, title="x", accroche="", kind="free", etapes=(), structures=(), questions=(), levels=levels
    )


def write(target: Target, count: int = 1) -> bytes:
    return WRITERS[target][1](sheaf(count))


def test_word_document_is_read_back_with_every_word_style_and_alternative_text() -> None:
    data = write(Target.DOCX, 2)
    reading = read(Upload(name="x.docx", data=data))
    words = " ".join(grammar.words_of(reading.blocks))
    for block in BLOCKS[:-1]:
        assert " ".join(grammar.words_of((block,))) in words
    assert {"heading", "orderedList", "blockquote", "table"} <= {block.kind for block in reading.blocks}
    assert [block.attrs.get("start", 1) for block in reading.blocks if block.kind == "orderedList"] == [1, 1] * 2
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = archive.read("word/document.xml").decode()
        assert 'descr="Une table"' in document
        assert "<w:tblHeader/>" in document
        assert 'w:val="fr-FR"' in archive.read("word/styles.xml").decode()
        assert document.count("startOverride") == 0
        assert archive.read("word/numbering.xml").decode().count("startOverride") == 4


def test_pdf_is_tagged_in_its_language_and_evaluates_nothing() -> None:
    data = write(Target.PDF, 2)
    assert data.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in data
    assert b"/Lang(fr" in data
    assert b"pdfuaid" not in data  # an emoji has no glyph, and PDF/UA wants one for each sign
    quiet = Sheaf(title="x", language="fr", sheets=(bare((p("Étape"), BLOCKS[0])),))
    assert b"pdfuaid" in WRITERS[Target.PDF][1](quiet)


def test_markdown_gives_the_same_words_and_no_element_of_ours_that_was_not_meant() -> None:
    text = write(Target.MARKDOWN).decode()
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "<li>pas une liste" not in page
    assert '<ol start="4">' in page
    reading = read(Upload(name="x.md", data=text.encode()))
    assert " ".join(grammar.words_of((p(NASTY),))) in " ".join(grammar.words_of(reading.blocks))


def test_json_comes_back_as_it_was() -> None:
    text = write(Target.JSON).decode()
    assert read_tree(text, "level1").blocks == BLOCKS[:-1]
    assert read_tree(text, "level2").blocks == (p("fin"),)
    both = read_tree(write(Target.JSON, 2).decode(), "level1").blocks
    assert [block.kind for block in both].count("heading") == 4


@pytest.mark.parametrize("target", list(Target))
def test_a_fiche_without_words_is_written(target: Target) -> None:
    bare = Sheet(
        fiche_id=FICHE,
        title="Vide",
        accroche="",
        kind="free",
        etapes=(),
        structures=(),
        questions=(),
        levels={"level1": ()},
    )
    assert WRITERS[target][1](Sheaf(title="x", language="en", sheets=(bare,)))
