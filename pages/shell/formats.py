"""Dates and numbers as people of each language write them (Babel)."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date, format_datetime, format_time, format_timedelta
from babel.numbers import format_decimal

from pages.shell.i18n import language
from workspace.kernel import dates
from workspace.kernel.clock import local, utc_now
from workspace.kernel.money import format_money

DEFAULT_ZONE = "Europe/Paris"
RECENT_HOURS = 20


def _locale() -> str:
    return dates.locale_of(language())


def when(instant: datetime, zone: str = DEFAULT_ZONE) -> str:
    """An instant with its day and hour, in the group's zone."""
    return str(format_datetime(local(instant, zone), "d MMM y, HH:mm", locale=_locale()))


def day(value: date) -> str:
    """A day in full."""
    return dates.long_day(value, language())


def hour(instant: datetime, zone: str = DEFAULT_ZONE) -> str:
    """The hour of an instant, in the group's zone."""
    return str(format_time(local(instant, zone), "HH:mm", locale=_locale()))


def ago(instant: datetime, zone: str = DEFAULT_ZONE) -> str:
    """How long ago; past twenty hours the day itself, which is what people look for."""
    elapsed = utc_now() - instant
    if elapsed.total_seconds() < RECENT_HOURS * 3600:
        said = format_timedelta(-elapsed, add_direction=True, locale=_locale(), granularity="minute")
        # One thing to read: it goes to the next line whole.
        return str(said).replace(" ", "\u00a0")
    here = local(instant, zone)
    same_year = here.year == local(utc_now(), zone).year
    return f"{format_date(here, 'd MMM' if same_year else 'd MMM y', locale=_locale())}, {format_time(here, 'HH:mm')}"


def number(value: float) -> str:
    """A number with the separators of the language."""
    return str(format_decimal(value, locale=_locale()))


def money(cents: int) -> str:
    """An amount in euros, to the cent, as the language writes it."""
    return format_money(cents, language())


def colon() -> str:
    """The colon between a name and what it is, with the spaces of the language."""
    return "\u00a0: " if language() == "fr" else ": "
