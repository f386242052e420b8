"""Pure rules of import and export: who may, how much, what a file really is."""

from __future__ import annotations

from workspace.exchange.words import ExchangeOperation as Op
from workspace.exchange.words import Source
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Policy, Reach, everyone

POLICIES: dict[Op, Policy] = {
    Op.IMPORT_TEXT: Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP),
    Op.EXPORT_FICHES: everyone(Reach.GROUP),
}

# A fiche holds 350 words (workspace/fiches/rules.py). What people bring is longer, and is cut down in the editor; two
# hundred pages are another thing, and are told so. A printed page is 500 words.
LARGEST_FILE = 10 << 20
MOST_WORDS = 20_000
PAGE_WORDS = 500
# A zip archive before it is read (reliability.md, 26): a document of 843 kB can unpack to 300 MB.
LARGEST_UNPACKED = 50 << 20
LARGEST_XML = 16 << 20
MOST_ENTRIES = 1_000
MOST_RATIO = 100
RATIO_MATTERS = 1 << 20  # small parts of much repetition compress very well

SUFFIXES = {
    "docx": Source.DOCX, "odt": Source.ODT, "md": Source.MARKDOWN, "markdown": Source.MARKDOWN,
    "html": Source.HTML, "htm": Source.HTML, "json": Source.JSON, "txt": Source.TEXT,
}  # fmt: skip
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa", b"#!")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def source_of(name: str, data: bytes) -> Source:
    """What a file is, when name and content agree; a pasted text has no name.

    Raises RuleBroken with a code whose sentence says what to do: `error-import-empty`, `-large`, `-kind`, `-program`,
    `-encrypted`, `-old-word`, `-pdf`, `-mismatch`.
    """
    if not data:
        raise RuleBroken("error-import-empty")
    if len(data) > LARGEST_FILE:
        raise RuleBroken("error-import-large", megabytes=LARGEST_FILE >> 20)
    if not name:
        return Source.TEXT
    if data.startswith(_PROGRAMS):
        raise RuleBroken("error-import-program")
    if data.startswith(_OLE):
        raise RuleBroken("error-import-encrypted" if _ENCRYPTED in data else "error-import-old-word")
    if data.startswith(b"%PDF"):
        raise RuleBroken("error-import-pdf")
    source = SUFFIXES.get(name.rpartition(".")[2].lower())
    if source is None:
        raise RuleBroken("error-import-kind")
    is_zip = data.startswith(_ZIP)
    if is_zip != (source in {Source.DOCX, Source.ODT}) or (not is_zip and b"\x00" in data[:4096]):
        raise RuleBroken("error-import-mismatch")
    return source


def decoded(data: bytes) -> str:
    """Text from a file of text: UTF-8, else the Windows code page that old French files have."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def check_length(words: int) -> None:
    """Raise `error-import-pages` for more than a fiche can be made from."""
    if words > MOST_WORDS:
        pages = -(-words // PAGE_WORDS)
        raise RuleBroken("error-import-pages", pages=pages, maximum=MOST_WORDS // PAGE_WORDS)


def check_archive(entries: list[tuple[str, int, int]]) -> None:
    """Entries of a zip archive as (name, packed, unpacked) bytes. Raises `error-import-bomb`."""
    whole = sum(unpacked for _, _, unpacked in entries)
    packed = sum(packed for _, packed, _ in entries)
    wild = any(".." in name.split("/") or name.startswith("/") or "\\" in name for name, _, _ in entries)
    swollen = whole > RATIO_MATTERS and whole > MOST_RATIO * max(packed, 1)
    if wild or swollen or whole > LARGEST_UNPACKED or len(entries) > MOST_ENTRIES:
        raise RuleBroken("error-import-bomb")
