"""Opening a zipped document and its XML: limits first, then bytes counted while they come, and no entity ever."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from workspace.exchange.rules import LARGEST_PART, check_archive
from workspace.kernel.errors import RuleBroken

CHUNK = 1 << 16
# What the two formats use. LZMA and bzip2 would let a file ask for gigabytes of dictionary before its first byte.
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCRYPTED_FLAG = 0x1


class Package:
    """The parts of a zipped document, by name. Raises RuleBroken for what must not be read."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self._archive.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, OSError):
            raise RuleBroken("error-import-damaged") from None
        check_archive([(one.filename, one.compress_size, one.file_size) for one in entries])
        if any(one.flag_bits & _ENCRYPTED_FLAG for one in entries):
            raise RuleBroken("error-import-encrypted")
        if any(one.compress_type not in _METHODS for one in entries):
            raise RuleBroken("error-import-damaged")
        self._known = {one.filename: one for one in entries}

    def names(self) -> list[str]:
        """The parts there are."""
        return list(self._known)

    def xml(self, name: str) -> Any:
        """The root element of a part, None when there is no such part."""
        data = self.part(name)
        return None if data is None else parse_xml(data)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None when there is no such part."""
        entry = self._known.get(name)
        return None if entry is None else self._read(entry)

    def _read(self, entry: zipfile.ZipInfo) -> bytes:
        """The bytes of a part, counted as they unpack: the directory's own figures may lie."""
        out = bytearray()
        try:
            with self._archive.open(entry) as part:
                while chunk := part.read(CHUNK):
                    out += chunk
                    if len(out) > LARGEST_PART:
                        raise RuleBroken("error-import-bomb")
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
            raise RuleBroken("error-import-damaged") from None
        return bytes(out)


def parse_xml(data: bytes) -> Any:
    """The root of an XML document. A document type is refused: entities live there, and our formats have none."""
    if _DOCTYPE.search(data) or _DOCTYPE.search(data.replace(b"\x00", b"")):
        raise RuleBroken("error-import-entities")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise RuleBroken("error-import-damaged") from None
