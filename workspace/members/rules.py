"""Pure rules of groups and members."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from workspace.accounts.rules import clean_line
from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import RuleBroken
from workspace.kernel.letters import folded
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone
from workspace.members.words import (
    GroupAbilities,
    ListEntry,
    MembersOperation,
    StructureAbilities,
    StructureDraft,
    StructureView,
)

Op = MembersOperation

POLICIES: dict[MembersOperation, Policy] = {
    Op.VIEW_GROUP: everyone(Reach.GROUP),
    Op.CREATE_GROUP: Policy(admin=True),
    Op.CHANGE_GROUP: Policy(facilitator=Reach.GROUP),
    Op.CHANGE_LISTS: Policy(facilitator=Reach.GROUP),
    Op.CREATE_STRUCTURE: Policy(facilitator=Reach.GROUP),
    Op.CHANGE_STRUCTURE: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP),
    Op.LEAVE_STRUCTURE: Policy(facilitator=Reach.GROUP),
    Op.INVITE: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP),
    Op.REVOKE_INVITATION: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP),
    Op.ACCEPT_INVITATION: Policy(public=True),
    Op.CHANGE_MEMBER: Policy(facilitator=Reach.GROUP),
    Op.REMOVE_MEMBER: Policy(facilitator=Reach.GROUP),
    Op.NOTE_VISIT: everyone(Reach.OWN),
}

INVITATION_LIFE = timedelta(days=7)
TEXT_LENGTH = 2000
SHORT_LENGTH = 80
SUMMARY_LENGTH = 300
WEB_LENGTH = 300
LIST_MAXIMUM = 30
SITES_MAXIMUM = 40
FIRST_YEAR = 1800
LAST_YEAR = 2100


def clean_text(value: str, *, maximum: int = TEXT_LENGTH, field: str = "text") -> str:
    """Several lines of human text, without control characters but line ends. Raises `error-too-long`."""
    lines = [
        clean_line(line, maximum=maximum, required=False, field=field)
        for line in value.replace("\r\n", "\n").split("\n")
    ]
    text = "\n".join(lines).strip()
    if len(text) > maximum:
        raise RuleBroken("error-too-long", field=field, maximum=maximum, length=len(text))
    return text


def clean_web(value: str) -> str:
    """A web address, with https:// added when no scheme was typed. Raises `error-web`."""
    address = clean_line(value, maximum=WEB_LENGTH, required=False, field="web")
    if not address:
        return ""
    if "://" not in address:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        raise RuleBroken("error-web") from None
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc or " " in address or "@" in parts.netloc:
        raise RuleBroken("error-web")
    return address


def matches(view: StructureView, *, words: str, etape_id: UUID | None, fonction_id: UUID | None) -> bool:
    """Whether a structure answers a search: every word somewhere in what it says, its step, its kind of support."""
    if etape_id is not None and etape_id not in view.draft.etape_ids:
        return False
    if fonction_id is not None and fonction_id not in view.draft.fonction_ids:
        return False
    said = [view.draft.name, view.draft.legal_form, view.draft.presentation, *view.draft.sites, *view.fonctions]
    said += [part for line in view.members for part in (line.name, line.title)]
    haystack = folded(" ".join(said))
    return all(word in haystack for word in folded(words).split())


def merge_entries(mine: Sequence[ListEntry], shown: Sequence[ListEntry], now: Sequence[ListEntry]) -> list[ListEntry]:
    """One's own unsaved list, brought up to what others saved since `shown`.

    What they removed is gone, what they added stands at the end, what they reworded is taken unless one
    reworded it too.
    """
    before = {entry.entry_id: entry for entry in shown}
    after = {entry.entry_id: entry for entry in now}
    kept = [entry for entry in mine if entry.entry_id is None or entry.entry_id in after]
    merged = [after[entry.entry_id] if entry == before.get(entry.entry_id) else entry for entry in kept]
    return merged + [entry for entry in now if entry.entry_id not in before]


def read_year(typed: str) -> int | None:
    """A year as it was typed; None for nothing. Raises `error-year`."""
    kept = typed.strip()
    if not kept:
        return None
    if not (kept.isascii() and kept.isdigit() and FIRST_YEAR <= int(kept[:9]) <= LAST_YEAR):
        raise RuleBroken("error-year", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return int(kept)


def clean_structure(draft: StructureDraft) -> StructureDraft:
    """The same draft with every field cleaned. Raises the error of the first field that will not do."""
    if draft.since_year is not None and not FIRST_YEAR <= draft.since_year <= LAST_YEAR:
        raise RuleBroken("error-year", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    sites = tuple(
        cleaned
        for site in draft.sites
        if (cleaned := clean_line(site, maximum=SHORT_LENGTH, required=False, field="sites"))
    )
    if len(sites) > SITES_MAXIMUM:
        raise RuleBroken("error-too-many", field="sites", maximum=SITES_MAXIMUM)
    return StructureDraft(
        name=clean_line(draft.name),
        legal_form=clean_line(draft.legal_form, required=False, field="legal-form"),
        since_year=draft.since_year,
        presentation=clean_text(draft.presentation, field="presentation"),
        web=clean_web(draft.web),
        sites=tuple(dict.fromkeys(sites)),
        etape_ids=tuple(dict.fromkeys(draft.etape_ids)),
        fonction_ids=tuple(dict.fromkeys(draft.fonction_ids)),
        version=draft.version,
    )


def clean_entries(entries: list[ListEntry]) -> list[ListEntry]:
    """A group's list in its new order; lines with nothing in them are dropped.

    Raises `error-empty` (a line without its first name), `error-same-name` and `error-too-many`.
    """
    kept = [
        ListEntry(
            entry_id=entry.entry_id,
            name=clean_line(entry.name, maximum=SHORT_LENGTH, field="entry"),
            name_en=clean_line(entry.name_en, maximum=SHORT_LENGTH, required=False, field="entry-en"),
            summary=clean_line(entry.summary, maximum=SUMMARY_LENGTH, required=False, field="summary"),
        )
        for entry in entries
        if entry.entry_id is not None or (entry.name + entry.name_en + entry.summary).strip()
    ]
    if len(kept) > LIST_MAXIMUM:
        raise RuleBroken("error-too-many", field="entries", maximum=LIST_MAXIMUM)
    seen: set[str] = set()
    for entry in kept:
        if entry.name.casefold() in seen:
            raise RuleBroken("error-same-name", name=entry.name)
        seen.add(entry.name.casefold())
    return kept


def invitable_roles(actor: Actor) -> tuple[Role, ...]:
    """The roles an actor may give: a partner invites partners and observers, the facilitator everybody."""
    if actor.role is Role.FACILITATOR:
        return (Role.PARTNER, Role.OBSERVER, Role.TREASURER, Role.FACILITATOR)
    return (Role.PARTNER, Role.OBSERVER)


ZONES = (
    "Europe/Paris",
    "America/Guadeloupe",
    "America/Martinique",
    "America/Cayenne",
    "America/Miquelon",
    "America/St_Barthelemy",
    "America/Marigot",
    "Indian/Reunion",
    "Indian/Mayotte",
    "Pacific/Noumea",
    "Pacific/Tahiti",
    "Pacific/Wallis",
    "Europe/Brussels",
    "Europe/Luxembourg",
    "Europe/Zurich",
    "Europe/Madrid",
    "Europe/Rome",
    "Europe/Berlin",
    "Europe/Lisbon",
    "Europe/London",
    "America/Montreal",
    "Africa/Algiers",
    "Africa/Casablanca",
    "Africa/Dakar",
    "Africa/Tunis",
)


def check_last_facilitator(*, was: Role, becomes: Role | None, facilitators: int) -> None:
    """A group keeps a facilitator. `becomes` None = leaves. Raises `error-last-facilitator`."""
    if was is Role.FACILITATOR and becomes is not Role.FACILITATOR and facilitators <= 1:
        raise RuleBroken("error-last-facilitator")


def structure_abilities(actor: Actor, group_id: UUID, structure_id: UUID, *, is_host: bool) -> StructureAbilities:
    """What `actor` may do with a structure."""
    target = Target(group_id=group_id, structure_ids=frozenset({structure_id}))
    return StructureAbilities(
        may_change=allowed(POLICIES[Op.CHANGE_STRUCTURE], actor, target),
        may_leave=not is_host and allowed(POLICIES[Op.LEAVE_STRUCTURE], actor, target),
        may_invite=allowed(POLICIES[Op.INVITE], actor, target),
    )


def group_abilities(actor: Actor) -> GroupAbilities:
    """What `actor` may do in the group they are in."""
    target = Target(group_id=actor.group_id)
    return GroupAbilities(
        may_change_group=allowed(POLICIES[Op.CHANGE_GROUP], actor, target),
        may_change_lists=allowed(POLICIES[Op.CHANGE_LISTS], actor, target),
        may_create_structure=allowed(POLICIES[Op.CREATE_STRUCTURE], actor, target),
        may_invite_anywhere=actor.role is Role.FACILITATOR,
        may_create_group=allowed(POLICIES[Op.CREATE_GROUP], actor, Target()),
        may_check_installation=actor.is_admin,
    )
