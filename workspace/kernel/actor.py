"""Who acts: one frozen value, read from the database at every visit and passed to every use case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """A member's place in a group. One role a member."""

    FACILITATOR = "facilitator"
    TREASURER = "treasurer"
    PARTNER = "partner"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person in a group, or nobody.

    `group_id`, `member_id`, `structure_id` and `role` are all set or all None: a signed-in person without a
    group has none. `is_admin` looks after the installation; it opens no group's content by itself.
    `group_name`, `zone` and `in_example` are there for the frame, which every click draws.
    """

    person_id: UUID | None = None
    session_id: UUID | None = None
    name: str = ""
    locale: str = "fr"
    is_admin: bool = False
    group_id: UUID | None = None
    member_id: UUID | None = None
    structure_id: UUID | None = None
    role: Role | None = None
    group_name: str = ""
    zone: str = "Europe/Paris"
    in_example: bool = False

    @property
    def is_signed_in(self) -> bool:
        """Whether a person stands behind this actor."""
        return self.person_id is not None

    @property
    def is_member(self) -> bool:
        """Whether the actor acts inside a group."""
        return self.member_id is not None


ANONYMOUS = Actor()
