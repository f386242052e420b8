"""How pictures print. Pure.

300 points an inch at the printed size is what printers ask (offset5.com, onlineprinters, ferpala.es); from 200 it is
a warning, under 200 a fault (our judgement, as in the printed prototype's preflight).
"""

from __future__ import annotations

from math import ceil

from workspace.accounts.rules import clean_line
from workspace.fiches.album_words import Licence, PictureDraft, Sharpness
from workspace.kernel.errors import RuleBroken

PPI, PPI_WARNING = 300, 200
MM_PER_INCH = 25.4
# An A4 sheet between margins of 20 mm: the recto is one column, the verso two with 6 mm between them.
RECTO_MM, VERSO_MM = 170, 82
PRINT_WIDTHS = (VERSO_MM, RECTO_MM)
CREDIT_LENGTH, SOURCE_LENGTH = 200, 300


def printed_mm(fragment: str) -> int:
    """The width in millimetres at which a picture of this level prints."""
    return RECTO_MM if fragment == "level1" else VERSO_MM


def ppi_at(width: int, millimetres: int) -> int:
    """Points an inch of a picture `width` pixels wide, printed that wide."""
    return int(width * MM_PER_INCH / millimetres)


def pixels_for(millimetres: int) -> int:
    """The pixels that a printed width asks for."""
    return round(millimetres / MM_PER_INCH * PPI)


def soft_pixels(millimetres: int) -> int:
    """The pixels from which a printed width is only a little soft."""
    return ceil(millimetres / MM_PER_INCH * PPI_WARNING)


def sharp_mm(width: int) -> int:
    """The largest width in millimetres at which a picture prints at 300 points an inch."""
    return int(width / PPI * MM_PER_INCH)


def sharpness(width: int, millimetres: int) -> Sharpness:
    """How it prints at that width. A picture of exactly the pixels asked for is sharp."""
    if width >= pixels_for(millimetres):
        return Sharpness.SHARP
    return Sharpness.SOFT if width >= soft_pixels(millimetres) else Sharpness.COARSE


def clean_picture(draft: PictureDraft) -> PictureDraft:
    """The draft cleaned. Raises `error-too-long`, and `error-picture-credit` for a licence that asks for a name."""
    credit = clean_line(draft.credit, maximum=CREDIT_LENGTH, required=False, field="credit")
    # The Attribution licences of Creative Commons are granted only with the author's name (section 3(a)).
    if draft.licence in {Licence.CC_BY, Licence.CC_BY_SA} and not credit:
        raise RuleBroken("error-picture-credit")
    return PictureDraft(
        credit=credit,
        licence=Licence(draft.licence),
        source=clean_line(draft.source, maximum=SOURCE_LENGTH, required=False, field="source"),
        version=draft.version,
    )
