"""The cahier des charges of the example group, read from its TOML file: only the standard library."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SPECIFICATION = Path(__file__).parent / "bouches_du_rhone" / "specification.toml"


@dataclass(frozen=True, slots=True)
class ExampleSpecification:
    """Its title, the clauses as the template writes them, the fiches that justify them, the people who approved."""

    title: str
    clauses: dict[str, list[Any]]
    fiches: dict[str, list[str]]
    approved_by: tuple[str, ...]


def read_specification() -> ExampleSpecification:
    """The example's cahier des charges; it is in French. Raises KeyError when the file lacks something."""
    with SPECIFICATION.open("rb") as file:
        source = tomllib.load(file)
    return ExampleSpecification(
        title=source["title"],
        clauses=source["clauses"],
        fiches=source["fiches"],
        approved_by=tuple(source["approved_by"]),
    )
