"""Files that leave, whichever room makes them: what one is, and what it may be called. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import quote

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A file to hand over. `name` is the one it is saved under, suffix included."""

    name: str
    media_type: str
    data: bytes = field(repr=False)


def file_name(title: str, suffix: str) -> str:
    """A name that every system takes: the title's letters, no path, no control, 80 characters at most."""
    letters = unicodedata.normalize("NFC", title)
    kept = "".join(sign if sign.isalnum() or sign in " -_'’." else " " for sign in letters)
    joined = "-".join(kept.split())[:80].strip(".-_ ") or "chemise"
    return f"{joined}.{suffix}"


def disposition(name: str) -> str:
    """`Content-Disposition` for a download (RFC 6266): a plain name, and the whole one as RFC 8187 writes it.

    The whole one is left out when it says nothing more.
    """
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = _PLAIN.sub("-", folded).strip("-") or "chemise"
    whole = "" if plain == name else f"; filename*=UTF-8''{quote(name, safe='')}"
    return f'attachment; filename="{plain}"{whole}'
