"""Setting a group up: session-first, used by the first visit, by administrators and by the example."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from db.models import Person
from workspace.accounts.rules import clean_line
from workspace.kernel.actor import Role
from workspace.kernel.errors import RuleBroken
from workspace.kernel.messages import LANGUAGES
from workspace.members import rules, store
from workspace.members.words import StructureDraft


def set_group_up(
    session: Session,
    person: Person,
    *,
    name: str,
    territory: str,
    host: str,
    languages: tuple[str, ...],
    purpose: str,
) -> UUID:
    """Session-first part of creating a group: group, host structure, first facilitator, lists to start from."""
    if not languages or not set(languages) <= set(LANGUAGES):
        raise RuleBroken("error-language")
    group = store.add_group(
        session,
        name=clean_line(name),
        territory=clean_line(territory, field="territory"),
        purpose=rules.clean_text(purpose, field="purpose"),
        languages=languages,
    )
    draft = rules.clean_structure(StructureDraft(name=host))
    structure = store.add_structure(session, group.id, draft, is_host=True)
    store.add_member(
        session, group_id=group.id, person_id=person.id, structure_id=structure.id, role=Role.FACILITATOR
    )
    return group.id
