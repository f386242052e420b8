"""Rules of the documents received, pure: who may, how large, what a file is, the totals a text seems to state."""

from __future__ import annotations

import re

from budget.documents.words import DocumentOperation as Op
from budget.documents.words import MediaType
from workspace.kernel.errors import RuleBroken
from workspace.kernel.money import parse_amount
from workspace.kernel.rights import Policy, Reach

POLICIES: dict[Op, Policy] = {
    Op.KEEP: Policy(treasurer=Reach.GROUP, facilitator=Reach.GROUP),
    # Whoever takes part in the choice reads the offers; who observes reads their figures, on their pages.
    Op.VIEW: Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP),
}

LARGEST_FILE = 10 << 20
NAME_LENGTH = 200
_SIGNS = (
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"\xff\xd8\xff", MediaType.JPEG),
)
# Readers of PDF accept a few bytes before the mark, and so do some printers' programs.
_PDF_WITHIN = 1024
_XML = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<\x00?[?A-Za-z]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_SPACE = "[ \u00a0\u202f\u2009]"
_AMOUNT = re.compile(rf"(?<![\d,.])-?(?:\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d+)[,.]\d{{2}}(?![\d%]|{_SPACE}*%)")
_NET = re.compile(r"(?:total|montant|sous-total)?\s*(?:net\s+)?(?:h\.?\s?t\.?(?![a-z])|hors taxes?)", re.IGNORECASE)
_GROSS = re.compile(r"t\.?\s?t\.?\s?c\.?(?![a-z])|toutes taxes|net [àa] payer|total [àa] payer", re.IGNORECASE)
_TOTAL = re.compile(r"total|montant|net [àa] payer", re.IGNORECASE)
_EXEMPT = re.compile(r"tva non applicable|293\s?b", re.IGNORECASE)


# A line of a page is some two hundred signs; what is longer was made to keep a program busy.
LINE_LENGTH = 500
_SPACES = re.compile("[ \t\u00a0\u202f\u2009]{2,}|\t")


def bounded_lines(text: str) -> list[str]:
    """The lines of a text that somebody sent, fit to try patterns on: runs of spaces made two, cut short.

    Two and not one: what stands in two columns must not become one number. Trying a pattern costs up to the square
    of a line's length: without a bound one page would take hours.
    """
    cut = (_SPACES.sub("  ", line[: LINE_LENGTH * 8])[:LINE_LENGTH] for line in text.splitlines())
    return [line for line in cut if line.strip()]


def check_size(content: bytes) -> None:
    """Raises RuleBroken `error-document-empty`, `error-document-large` (10 MB)."""
    if not content:
        raise RuleBroken("error-document-empty")
    if len(content) > LARGEST_FILE:
        raise RuleBroken("error-document-large", megabytes=LARGEST_FILE >> 20)


def media_type(content: bytes) -> MediaType:
    """What a file is, told from its bytes alone: its name may say anything."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return MediaType.PDF
    for sign, kind in _SIGNS:
        if content.startswith(sign):
            return kind
    if _XML.match(content):
        return MediaType.XML
    return MediaType.OTHER if _BINARY.search(content) else MediaType.TEXT


def propose_totals(text: str) -> tuple[int | None, int | None, int | None]:
    """(without VAT, VAT, with VAT) in cents, as far as a text's own lines name them; None for what is not sure.

    A line names a total by its label; its last amount, or that of the next line, is taken. The VAT is proposed only
    when the difference of the two totals stands in the text: a label alone may sit beside the share capital.
    """
    lines = bounded_lines(text)
    net = _labelled(lines, _NET, unless=_GROSS)
    gross = _labelled(lines, _GROSS)
    if gross is None or net is None:
        if any(_EXEMPT.search(line) for line in lines) and (gross is not None or net is not None):
            one = gross if gross is not None else net
            return one, 0, one
        return net, None, gross
    stated = {cents for line in lines for cents in _amounts(line)}
    difference = gross - net
    vat = difference if difference in stated or difference == 0 else None
    return net, vat, gross


def _labelled(lines: list[str], label: re.Pattern[str], unless: re.Pattern[str] | None = None) -> int | None:
    """The amount beside the last label of a total: totals stand at the foot, column heads above."""
    found: int | None = None
    for place, line in enumerate(lines):
        if not label.search(line) or not _TOTAL.search(line) or (unless is not None and unless.search(line)):
            continue
        following = lines[place + 1] if place + 1 < len(lines) else ""
        amounts = _amounts(line) or (_amounts(following) if not re.search(r"[A-Za-z]{3}", following) else [])
        if amounts:
            found = amounts[-1]
    return found


def _amounts(line: str) -> list[int]:
    """Cents of each amount with two decimals in a line."""
    found = []
    for typed in _AMOUNT.findall(line):
        try:
            found.append(parse_amount(typed))
        except RuleBroken:
            continue
    return found
