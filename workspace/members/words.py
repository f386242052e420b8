"""The vocabulary of groups and their members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from workspace.kernel.actor import Role


class MembersOperation(StrEnum):
    """What can be done with a group, its structures, its people and its lists."""

    VIEW_GROUP = "view_group"
    CREATE_GROUP = "create_group"
    CHANGE_GROUP = "change_group"
    CHANGE_LISTS = "change_lists"
    CREATE_STRUCTURE = "create_structure"
    CHANGE_STRUCTURE = "change_structure"
    LEAVE_STRUCTURE = "leave_structure"
    INVITE = "invite"
    REVOKE_INVITATION = "revoke_invitation"
    ACCEPT_INVITATION = "accept_invitation"
    CHANGE_MEMBER = "change_member"
    REMOVE_MEMBER = "remove_member"
    NOTE_VISIT = "note_visit"


class ListKind(StrEnum):
    """The two lists that a group words for itself."""

    ETAPES = "etapes"
    FONCTIONS = "fonctions"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """An étape or a fonction as typed in Réglages. `entry_id` None = a new one."""

    entry_id: UUID | None
    name: str
    name_en: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryUse:
    """What speaks of an étape or a fonction, and would lose that link if it were removed."""

    structures: int = 0
    fiches: int = 0
    questions: int = 0

    @property
    def total(self) -> int:
        """All links together."""
        return self.structures + self.fiches + self.questions


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A group as its members see it."""

    group_id: UUID
    name: str
    territory: str
    purpose: str
    languages: tuple[str, ...]
    zone: str
    is_example: bool
    version: int
    host_name: str
    facilitators: tuple[str, ...]
    structure_count: int
    member_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureDraft:
    """What a form says of a structure. `version` is the one the form showed (0 for a new one)."""

    name: str
    legal_form: str = ""
    since_year: int | None = None
    presentation: str = ""
    web: str = ""
    sites: tuple[str, ...] = ()
    etape_ids: tuple[UUID, ...] = ()
    fonction_ids: tuple[UUID, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """A member in the directory. `email` is empty unless the reader may see it."""

    member_id: UUID
    person_id: UUID
    name: str
    title: str
    role: Role
    structure_id: UUID
    structure_name: str
    email: str
    version: int
    may_change: bool
    may_remove: bool
    may_reset: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLine:
    """An open invitation. The link itself is known only to whoever made it, once."""

    invitation_id: UUID
    name: str
    email: str
    role: Role
    structure_id: UUID
    structure_name: str
    expires_at: datetime
    mailed: bool
    may_revoke: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureAbilities:
    """What the actor may do with one structure: the page draws from it, the service enforces the same."""

    may_change: bool
    may_leave: bool
    may_invite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureView:
    """A structure, its people, and what the actor may do with it."""

    structure_id: UUID
    draft: StructureDraft
    is_host: bool
    etapes: tuple[str, ...]
    fonctions: tuple[str, ...]
    members: tuple[MemberLine, ...]
    abilities: StructureAbilities


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupAbilities:
    """What the actor may do in the group as a whole."""

    may_change_group: bool
    may_change_lists: bool
    may_create_structure: bool
    may_invite_anywhere: bool
    may_create_group: bool
    may_check_installation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationTarget:
    """What an invitation link opens, for the page that accepts it."""

    name: str
    email: str
    group_name: str
    structure_name: str
    role: Role
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeInvitation:
    """A new invitation with the token of its link, shown once."""

    invitation_id: UUID
    token: str
    email: str
    name: str
    expires_at: datetime
