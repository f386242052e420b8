"""The vocabulary of the first visit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workspace.kernel.actor import Role


class WelcomeOperation(StrEnum):
    """What can be done at the door."""

    SET_UP = "set_up"
    INSTALL_EXAMPLE = "install_example"
    ENTER_EXAMPLE = "enter_example"
    REMOVE_EXAMPLE = "remove_example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Founding:
    """What the first group needs: the group, its host structure, and the person who makes it."""

    group_name: str
    territory: str
    host: str
    languages: tuple[str, ...]
    person_name: str
    email: str
    password: str
    locale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleDoor:
    """Whether the example is there, and the roles one can enter it as, with the name of who plays it."""

    installed: bool
    roles: tuple[tuple[Role, str], ...]
