"""One writer a format: a sheaf of fiches in, bytes out."""

from __future__ import annotations

from collections.abc import Callable

from workspace.exchange.words import Sheaf, Target
from workspace.exchange.writers import docx, markdown, pdf, tree
from workspace.kernel.handout import DOCX, PDF

WRITERS: dict[Target, tuple[str, Callable[[Sheaf], bytes]]] = {
    Target.DOCX: (DOCX, docx.write),
    Target.MARKDOWN: ("text/markdown; charset=utf-8", markdown.write),
    Target.PDF: (PDF, pdf.write),
    Target.JSON: ("application/json", tree.write),
}
