"""The minutes as a file: agenda, who took part, what was said, decisions, actions, the next date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workspace.kernel.clock import local
from workspace.kernel.handout import DOCX, PDF, Handout, file_name
from workspace.kernel.messages import LANGUAGES
from workspace.livetext.words import Block
from workspace.meetings.words import MeetingView, PaperFormat
from workspace.meetings.writers import docx, pdf
from workspace.meetings.writers.paper import make_paper

_WRITERS = {PaperFormat.PDF: (PDF, pdf.write), PaperFormat.DOCX: (DOCX, docx.write)}


def write(
    view: MeetingView, content: Mapping[str, Sequence[Block]], target: PaperFormat, *, language: str, group: str
) -> Handout:
    """A meeting in a format and a language; days and hours are the group's."""
    media_type, made = _WRITERS[target]
    paper = make_paper(view, content, language if language in LANGUAGES else "fr", group)
    day = local(view.draft.starts_at, view.zone).date().isoformat()
    return Handout(name=file_name(f"{day} {view.draft.title}", target.value), media_type=media_type, data=made(paper))
