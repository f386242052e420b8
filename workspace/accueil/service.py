"""Use cases of Accueil."""

from __future__ import annotations

from datetime import datetime, timedelta

from db.session import reading
from workspace.accueil import queries, rules
from workspace.accueil.words import AccueilOperation, Home, LastMeeting
from workspace.decisions.closing import settle_due
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotFound
from workspace.kernel.rights import Target, require
from workspace.meetings.queries import find_next, list_held
from workspace.members.queries import get_group

FIRST_LOOK_BACK = timedelta(days=30)


def view_home(actor: Actor, *, since_meeting: bool = False) -> Home:
    """What awaits the actor, what changed since the last visit (30 days at the first), where things stand.

    `since_meeting`: what changed since the last meeting instead, when one was held.
    """
    require(rules.POLICIES[AccueilOperation.VIEW_HOME], actor, Target(group_id=actor.group_id))
    settle_due(actor.group_id)
    with reading() as session:
        if actor.group_id is None:
            raise NotFound
        group = get_group(session, actor.group_id)
        held = next(
            (LastMeeting(meeting_id=a, title=b, starts_at=c) for a, b, c in list_held(session, group.group_id, 1)),
            None,
        )
        visit = queries.get_previous_visit(session, actor.member_id)
        since = held.starts_at if since_meeting and held is not None else visit
        facts = queries.get_facts(session, actor)
        return Home(
            group_name=group.name,
            territory=group.territory,
            zone=group.zone,
            since=since,
            awaited=rules.awaited_acts(facts),
            changes=queries.list_changes(session, actor, since or utc_now() - FIRST_LOOK_BACK),
            facts=facts,
            next_meeting=find_next(session, group.group_id),
            last_meeting=held,
        )


def previous_visit(actor: Actor) -> datetime | None:
    """When the actor's visit before this one was last seen; None at the first."""
    require(rules.POLICIES[AccueilOperation.VIEW_HOME], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_previous_visit(session, actor.member_id)
