"""Use cases of finding."""

from __future__ import annotations

from collections.abc import Sequence

from db.session import reading, unit_of_work
from workspace.find import queries, rules, sources
from workspace.find.words import Findings, FindKind
from workspace.find.words import FindOperation as Op
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, require


def find(actor: Actor, query: str, kinds: Sequence[FindKind] = tuple(FindKind)) -> Findings:
    """What the actor's group holds under these words: every word must be there, the last one may go on.

    Accents and case are ignored. Raises NotAllowed outside of a group.
    """
    require(rules.POLICIES[Op.FIND], actor, Target(group_id=actor.group_id))
    if actor.group_id is None:
        raise NotFound
    with reading() as session:
        return queries.search(session, actor.group_id, query, kinds)


def fill_index() -> None:
    """Index an installation that is older than the index; the front door calls it once the database is migrated."""
    with reading() as session:
        known = queries.count_entries(session)
    if not known:
        with unit_of_work() as session:
            sources.rebuild(session)
