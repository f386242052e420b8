"""Opening XML that others send: limits first, no document type, no entity, nothing fetched."""

from __future__ import annotations

from typing import Any

from workspace.exchange.package import parse_xml
from workspace.kernel.errors import RuleBroken

LARGEST_XML = 4 << 20
_OURS = {"error-import-entities": "error-xml-entities", "error-import-damaged": "error-xml-damaged"}


def open_xml(data: bytes) -> Any:
    """The root element. Raises RuleBroken `error-xml-large`, `error-xml-entities`, `error-xml-damaged`."""
    if len(data) > LARGEST_XML:
        raise RuleBroken("error-xml-large", megabytes=LARGEST_XML >> 20)
    try:
        return parse_xml(data)
    except RuleBroken as broken:
        raise RuleBroken(_OURS.get(broken.code, "error-xml-damaged")) from None
