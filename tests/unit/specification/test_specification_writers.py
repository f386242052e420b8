"""A version on paper: every word of every kind of block is there, under the right headings."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from uuid import UUID

import pytest
from docx import Document

from tests.unit.exchange.test_exchange_writers import BLOCKS, p
from workspace.exchange.grammar import words_of
from workspace.livetext.words import Block
from workspace.specification.words import AdoptionRule, ExportFormat, FrozenClause, Stance, VersionView, Voice
from workspace.specification.writers import write

DAY = datetime(2026, 11, 20, 12, tzinfo=UTC)


def version(*blocks: Block, language: str = "fr") -> VersionView:
    return VersionView(
        version_id=UUID(int=1),
        number=2,
        title="Chemise du groupe",
        language=language,
        clauses=(
            FrozenClause(name="object", heading="Objet", blocks=blocks, reasons=("Fiche A", "Fiche B")),
            FrozenClause(name="web", heading="Vide", blocks=()),
        ),
        said_hash="ab" * 32,
        rule=AdoptionRule.ALL,
        frozen_at=DAY,
        frozen_by="Sandrine",
        adopted_at=None,
        adopted_by="",
        seal="",
        voices=(
            Voice(
                structure_id=UUID(int=2), name="Apeas", stance=Stance.OBJECTION, person="A. R.", at=DAY, reason="Cher"
            ),
            Voice(structure_id=UUID(int=3), name="LaPlateforme", stance=None),
        ),
    )


def test_word_document_holds_every_word_under_its_headings() -> None:
    document = Document(io.BytesIO(write(version(*BLOCKS), ExportFormat.DOCX, "Europe/Paris").data))
    text = "".join(node.text or " " for node in document.element.body.iter() if node.tag.endswith(("}t", "}p")))
    for block in BLOCKS:
        for word in words_of((block,)):
            assert word in text
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == ["1. Objet", "Réponses des structures"]
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 3"] == ["Un sous-titre d’abord"]
    assert [cell.text for cell in document.tables[-1].rows[1].cells] == [
        "Apeas", "objection : Cher", "A. R.", "20 novembre 2026",
    ]  # fmt: skip
    assert document.tables[-1].rows[0]._tr.trPr.xpath("w:tblHeader")
    assert document.core_properties.language == "fr-FR"


@pytest.mark.parametrize("target", list(ExportFormat))
def test_what_no_editor_of_ours_would_store_stops_no_file(target: ExportFormat) -> None:
    strange = (Block("table"), Block("keyFigure"), p("sonnette \x07 et \ud83d"), Block("callout", {"tone": 3}))
    assert write(version(*strange), target, "Europe/Paris").data


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pdf_is_tagged_in_its_language(language: str) -> None:
    quiet = write(version(p("Étape"), BLOCKS[0], language=language), ExportFormat.PDF, "Europe/Paris").data
    assert b"pdfuaid" in quiet
    assert b"/StructTreeRoot" in quiet
    assert f"/Lang({language}".encode() in quiet
    nasty = write(version(*BLOCKS, language=language), ExportFormat.PDF, "Europe/Paris").data
    assert nasty.startswith(b"%PDF-1.7")
