"""The minutes as a PDF."""

from __future__ import annotations

from pathlib import Path

from workspace.meetings.writers.paper import Paper
from workspace.publishing.pdf import block_data, typeset

TEMPLATE = Path(__file__).with_name("meeting.typ")


def write(paper: Paper) -> bytes:
    """The bytes of a PDF."""
    data = {
        "title": paper.title,
        "language": paper.language,
        "group": paper.group,
        "about": paper.about,
        "state": paper.state,
        "sections": [
            {"heading": one.heading, "blocks": block_data(one.blocks, paper.language, below=1)}
            for one in paper.sections
        ],
    }
    return typeset(TEMPLATE, data)
