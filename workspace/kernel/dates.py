"""Days and instants as people of each language write them (Babel), for what leaves the screens: mails, papers, forms.

The screens' own are in `pages/shell/formats.py`, which knows the visitor's language.
"""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date, format_datetime

from workspace.kernel.clock import local


def locale_of(language: str) -> str:
    """The locale of one of our languages: its country says in which order a date is written."""
    return "fr_FR" if language == "fr" else "en_GB"


def long_day(day: date, language: str) -> str:
    """A day in full: 20 novembre 2026; in French the first of a month is « 1er »."""
    return str(format_date(day, _pattern(day, language), locale=locale_of(language)))


def long_instant(instant: datetime, zone: str, language: str) -> str:
    """An instant in a group's zone, with its day in full: 20 novembre 2026, 14:05."""
    there = local(instant, zone)
    return str(format_datetime(there, f"{_pattern(there, language)}, HH:mm", locale=locale_of(language)))


def _pattern(day: date, language: str) -> str:
    return "d'er' MMMM y" if language == "fr" and day.day == 1 else "d MMMM y"
