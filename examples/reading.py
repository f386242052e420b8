"""A TOML table read strictly: a wrong type, a missing or an unknown key raises ValueError, file named."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(slots=True)
class Table:
    """One table, where it was found, and which of its keys were read."""

    where: str
    data: dict[str, object]
    seen: set[str] = field(default_factory=set)

    def fail(self, message: str) -> ValueError:
        """The error to raise about this table."""
        return ValueError(f"{self.where}: {message}")

    def text(self, key: str, default: str | None = None) -> str:
        """A text; it may be empty or missing only where there is a default."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.fail(f"{key!r} must be a text")
        if not value.strip() and default is None:
            raise self.fail(f"{key!r} is empty")
        return value

    def integer(self, key: str) -> int:
        """A whole number."""
        value = self._take(key, None)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.fail(f"{key!r} must be a whole number")
        return value

    def integer_or_none(self, key: str) -> int | None:
        """A whole number, or None when the key is absent."""
        return self.integer(key) if key in self.data else None

    def flag(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.fail(f"{key!r} must be true or false")
        return value

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """A member of an enumeration, by its value."""
        value = self.text(key)
        try:
            return kind(value)
        except ValueError:
            raise self.fail(f"{key!r} cannot be {value!r}") from None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each once; absent is empty."""
        values = self._list(key)
        if not all(isinstance(value, str) and value for value in values):
            raise self.fail(f"{key!r} must be a list of texts")
        texts = tuple(str(value) for value in values)
        unique(texts, f"{self.where}: {key}")
        return texts

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts."""
        rows: list[tuple[str, ...]] = []
        for row in self._list(key):
            if not isinstance(row, list) or not all(isinstance(cell, str) for cell in row):
                raise self.fail(f"{key!r} must be a list of lists of texts")
            rows.append(tuple(row))
        return tuple(rows)

    def table(self, key: str) -> "Table | None":
        """A table inside this one, or None when the key is absent."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            raise self.fail(f"{key!r} must be a table")
        return Table(f"{self.where}: {key}", value) if key in self.data else None

    def tables(self, key: str) -> tuple["Table", ...]:
        """A list of tables; absent is empty."""
        tables: list[Table] = []
        for number, value in enumerate(self._list(key), start=1):
            if not isinstance(value, dict):
                raise self.fail(f"{key!r} must be a list of tables")
            tables.append(Table(f"{self.where}: {key} {number}", value))
        return tuple(tables)

    def close(self) -> None:
        """Refuse the keys nobody read: most often a spelling mistake."""
        unknown = sorted(set(self.data) - self.seen)
        if unknown:
            raise self.fail(f"unknown key {', '.join(map(repr, unknown))}")

    def _take(self, key: str, default: object) -> object:
        self.seen.add(key)
        value = self.data.get(key, default)
        if value is None:
            raise self.fail(f"{key!r} is missing")
        return value

    def _list(self, key: str) -> list[object]:
        value = self._take(key, [])
        if not isinstance(value, list):
            raise self.fail(f"{key!r} must be a list")
        return value


def open_table(path: Path) -> Table:
    """The whole of a TOML file as one table."""
    try:
        return Table(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise ValueError(f"{path.name}: file not found") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def unique(values: Iterable[object], where: str) -> None:
    """Refuse a value that stands twice."""
    seen: set[object] = set()
    for value in values:
        if value in seen:
            raise ValueError(f"{where}: duplicate {value!r}")
        seen.add(value)


def known(values: Iterable[str], among: Iterable[str], where: str) -> None:
    """Refuse a value that names nothing."""
    names = frozenset(among)
    for value in values:
        if value not in names:
            raise ValueError(f"{where}: unknown {value!r}")
