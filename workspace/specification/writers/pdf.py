"""A version as a PDF, in its language."""

from __future__ import annotations

from pathlib import Path

from workspace.publishing.parts import plain_table
from workspace.publishing.pdf import block_data, typeset
from workspace.specification.writers.paper import Paper

TEMPLATE = Path(__file__).with_name("specification.typ")


def write(paper: Paper) -> bytes:
    """The bytes of a PDF."""
    voices = (plain_table(paper.columns, paper.rows),)
    data = {
        "title": paper.title,
        "language": paper.language,
        "about": paper.about,
        "sections": [
            {
                "heading": one.heading,
                "blocks": block_data(one.blocks, paper.language, below=1),
                "reasons": one.reasons,
            }
            for one in paper.sections
        ],
        "voices_title": paper.voices_title,
        "voices": block_data(voices, paper.language, below=1),
        "proof": paper.proof,
    }
    return typeset(TEMPLATE, data)
