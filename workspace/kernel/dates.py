"""Days and instants as people of each language write them (Babel), for what leaves the screens: mails, papers, forms.

The screens' own are in `pages/shell/formats.py`, which knows the visitor's language.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from babel.dates import format_date, format_datetime

from workspace.kernel.clock import local
from workspace.kernel.errors import RuleBroken

# Day, month and year in figures, in that order in both our languages, or the year first as machines write it.
_FIGURES = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4}|\d{2})|(\d{2})(\d{2})(\d{4})", re.ASCII)
_MACHINE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d_]{3,9})\.?\s+(\d{4})", re.ASCII | re.IGNORECASE)
_MONTHS = (
    ("janvier", "january"), ("fevrier", "february"), ("mars", "march"), ("avril", "april"), ("mai", "may"),
    ("juin", "june"), ("juillet", "july"), ("aout", "august"), ("septembre", "september"), ("octobre", "october"),
    ("novembre", "november"), ("decembre", "december"),
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST_SAID = 40


def locale_of(language: str) -> str:
    """The locale of one of our languages: its country says in which order a date is written."""
    return "fr_FR" if language == "fr" else "en_GB"


def long_day(day: date, language: str) -> str:
    """A day in full: 20 novembre 2026; in French the first of a month is « 1er »."""
    return str(format_date(day, _pattern(day, language), locale=locale_of(language)))


def typed_day(day: date | None) -> str:
    """A day as a text field shows it, for `read_day` to read back: 20/11/2026 in both languages."""
    return f"{day:%d/%m}/{day.year:04}" if day else ""


def read_day(text: str) -> date:
    """The day that somebody typed: 20/11/2026, 20.11.26, 20 novembre 2026, 2026-11-20.

    Raises RuleBroken: nothing typed, or not a day of the calendar.
    """
    found = read_day_if_any(text)
    if found is None:
        raise RuleBroken("error-day-empty")
    return found


def read_day_if_any(text: str) -> date | None:
    """The same, None where nothing is typed."""
    typed = " ".join(text.split())
    if not typed:
        return None
    try:
        found = date(*_parts(typed))
    except ValueError:
        found = date.min
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise RuleBroken("error-day-unreadable", typed=typed[:LONGEST_SAID])
    return found


def _parts(typed: str) -> tuple[int, int, int]:
    """(year, month, day); ValueError for what is no date."""
    if machine := _MACHINE.fullmatch(typed):
        year, month, day = machine.groups()
    elif figures := _FIGURES.fullmatch(typed):
        day, month, year = (one for one in figures.groups() if one is not None)
        year = f"20{year}" if len(year) == len("26") else year
    elif words := _WORDS.fullmatch(_bare(typed)):
        day, name, year = words.groups()
        named = [at for at, names in enumerate(_MONTHS, start=1) if any(one.startswith(name) for one in names)]
        # « jui » may be June or July.
        month = str(named[0]) if len(named) == 1 else "0"
    else:
        raise ValueError(typed)
    return int(year), int(month), int(day)


def _bare(text: str) -> str:
    kept = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in kept if not unicodedata.combining(letter))


def long_instant(instant: datetime, zone: str, language: str) -> str:
    """An instant in a group's zone, with its day in full: 20 novembre 2026, 14:05."""
    there = local(instant, zone)
    return str(format_datetime(there, f"{_pattern(there, language)}, HH:mm", locale=locale_of(language)))


def _pattern(day: date, language: str) -> str:
    return "d'er' MMMM y" if language == "fr" and day.day == 1 else "d MMMM y"
