"""The cahier des charges of the example group, read from its TOML file: only the standard library."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SPECIFICATION = Path(__file__).parent / "bouches_du_rhone" / "specification.toml"


@dataclass(frozen=True, slots=True)
class ExampleSpecification:
    """Its title, the clauses as the template writes them, what justifies them, the people who approved.

    `fiches` and `decisions` give the keys of what justifies a clause, by the clause's name.
    """

    title: str
    clauses: dict[str, list[Any]]
    fiches: dict[str, list[str]]
    decisions: dict[str, list[str]]
    approved_by: tuple[str, ...]
    frozen_days_ago: int
    adopted_days_ago: int


def read_specification() -> ExampleSpecification:
    """The example's cahier des charges; it is in French. Raises KeyError when the file lacks something."""
    with SPECIFICATION.open("rb") as file:
        source = tomllib.load(file)
    return ExampleSpecification(
        title=source["title"],
        clauses=source["clauses"],
        fiches=source["fiches"],
        decisions=source["decisions"],
        approved_by=tuple(source["approved_by"]),
        frozen_days_ago=source["frozen_days_ago"],
        adopted_days_ago=source["adopted_days_ago"],
    )
