"""The vocabulary of import and export."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from workspace.livetext.words import Block


class ExchangeOperation(StrEnum):
    """What can be done across the border of Chemise."""

    IMPORT_TEXT = "import_text"
    EXPORT_FICHES = "export_fiches"


class Source(StrEnum):
    """Where words come from."""

    DOCX = "docx"
    ODT = "odt"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"
    TEXT = "txt"


class Target(StrEnum):
    """What fiches can leave as; the value is the file's suffix."""

    DOCX = "docx"
    MARKDOWN = "md"
    PDF = "pdf"
    JSON = "json"


class NoteKind(StrEnum):
    """Something of a document that does not come in as it was."""

    TEXT_BOX = "text_box"
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    HEADER = "header"
    DELETED = "deleted"
    IMAGE = "image"
    EQUATION = "equation"
    DRAWING = "drawing"
    METADATA = "metadata"
    LINK = "link"
    FORM = "form"
    BOX_PLACED = "box_placed"
    INSERTED = "inserted"
    MERGED = "merged"


# Taken, but not as it stood: the person is told where to look.
TAKEN_KINDS = frozenset({NoteKind.BOX_PLACED, NoteKind.INSERTED, NoteKind.MERGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing to know, in the document's order. `text` holds its words, so that nothing is lost unseen."""

    kind: NoteKind
    text: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether its words come in all the same."""
        return self.kind in TAKEN_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document read: what comes in, and what is to be known about the rest."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file, or a pasted text (`name` is then empty), for one level of a fiche.

    `boxes`: take the words of text boxes, as callouts where they hang; without, they are only reported.
    """

    name: str
    data: bytes = field(repr=False)
    level: str = "level1"
    boxes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One fiche to write out; names, not ids, of what it is linked to."""

    fiche_id: UUID
    title: str
    accroche: str
    kind: str
    etapes: tuple[str, ...]
    structures: tuple[str, ...]
    questions: tuple[str, ...]
    levels: dict[str, tuple[Block, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheaf:
    """The fiches of one export. `title` names the whole; `pictures`: id -> (media type, data) of those shown."""

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict, repr=False)
