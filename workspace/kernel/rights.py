"""Rights as data: each room declares a policy for each operation; one function decides; default is no.

The same decision draws the buttons (abilities) and guards the use cases. `docs/rights.md` holds the whole
table, and a test compares it with these declarations and with what the services really do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import NotAllowed, NotFound


class Reach(StrEnum):
    """How far a role's right goes."""

    NONE = "none"
    OWN = "own"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Who may do one operation. `signed_in` opens it to any person for what is theirs, `public` to everybody."""

    observer: Reach = Reach.NONE
    partner: Reach = Reach.NONE
    treasurer: Reach = Reach.NONE
    facilitator: Reach = Reach.NONE
    admin: bool = False
    signed_in: bool = False
    public: bool = False

    def reach(self, role: Role) -> Reach:
        """The reach of a role under this policy."""
        reaches: dict[Role, Reach] = {
            Role.OBSERVER: self.observer,
            Role.PARTNER: self.partner,
            Role.TREASURER: self.treasurer,
            Role.FACILITATOR: self.facilitator,
        }
        return reaches[role]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What is acted on: its group, the structures it belongs to, the person it belongs to."""

    group_id: UUID | None = None
    structure_ids: frozenset[UUID] = frozenset()
    person_id: UUID | None = None


def everyone(reach: Reach) -> Policy:
    """A policy that gives all four roles the same reach."""
    return Policy(observer=reach, partner=reach, treasurer=reach, facilitator=reach)


def allowed(policy: Policy, actor: Actor, target: Target) -> bool:
    """Whether `actor` may act on `target` under `policy`. Refuses by default."""
    if policy.public:
        return True
    if policy.admin and actor.is_admin:
        return True
    if policy.signed_in and actor.is_signed_in and target.person_id == actor.person_id:
        return True
    if actor.role is None or actor.group_id is None or target.group_id != actor.group_id:
        return False
    reach = policy.reach(actor.role)
    if reach is Reach.GROUP:
        return True
    if reach is Reach.OWN:
        own_person = target.person_id is not None and target.person_id == actor.person_id
        return own_person or actor.structure_id in target.structure_ids
    return False


def require(policy: Policy, actor: Actor, target: Target) -> None:
    """Raise unless allowed: NotFound across groups (an id must reveal nothing), NotAllowed inside."""
    if allowed(policy, actor, target):
        return
    if actor.group_id is not None and target.group_id is not None and target.group_id != actor.group_id:
        raise NotFound
    raise NotAllowed
