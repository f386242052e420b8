"""Accueil on a real store: others' news since the visit before, never one's own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from db.models import Member
from db.session import unit_of_work
from tests.integration.welcome.test_first_visit import enter
from workspace.accueil.service import view_home
from workspace.accueil.words import Home
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheDraft
from workspace.kernel.actor import ANONYMOUS, Actor, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed
from workspace.members import service as members
from workspace.welcome import service as welcome


def people() -> tuple[Actor, Actor]:
    return (
        enter(welcome.enter_example(Role.PARTNER, is_loopback=True)),
        enter(welcome.enter_example(Role.FACILITATOR, is_loopback=True)),
    )


def came_before(actor: Actor) -> None:
    """A visit that ended a while ago, after the example was installed."""
    with unit_of_work() as session:
        session.execute(
            update(Member).where(Member.id == actor.member_id).values(seen_at=utc_now() - timedelta(hours=1))
        )
    members.note_visit(actor)
    with unit_of_work() as session:
        session.execute(update(Member).where(Member.id == actor.member_id).values(seen_before_at=utc_now()))


def news(home: Home) -> list[tuple[str, str]]:
    return [(change.operation, change.label) for change in home.changes]


def test_news_are_the_others_and_since_the_visit_before(example_store: str) -> None:
    partner, facilitator = people()
    came_before(partner)
    assert news(view_home(partner)) == []
    fiches.create_fiche(facilitator, FicheDraft(title="Financer son projet"))
    fiches.create_fiche(partner, FicheDraft(title="Une fiche à moi"))
    home = view_home(partner)
    assert news(home) == [("create_fiche", "Financer son projet")]
    assert home.changes[0].people == (facilitator.name,)
    assert home.since is not None


def test_the_same_news_twice_is_told_once(example_store: str) -> None:
    partner, facilitator = people()
    came_before(partner)
    group = members.view_group(facilitator)
    for number in range(3):
        members.change_group(
            facilitator,
            name=f"Groupe {number}",
            territory=group.territory,
            purpose="",
            zone=group.zone,
            version=group.version + number,
        )
    assert [operation for operation, _ in news(view_home(partner))] == ["change_group"]


def test_visit_that_goes_on_keeps_the_same_news(example_store: str) -> None:
    partner, facilitator = people()
    came_before(partner)
    fiches.create_fiche(facilitator, FicheDraft(title="Financer son projet"))
    members.note_visit(partner)
    members.note_visit(partner)
    assert news(view_home(partner)) == [("create_fiche", "Financer son projet")]


def test_standing_counts_the_example(example_store: str) -> None:
    partner, _ = people()
    facts = view_home(partner).facts
    assert (facts.structure_count, facts.question_count) == (6, 13)
    assert len(facts.fiches) >= 8


def test_home_of_nobody_is_refused(example_store: str) -> None:
    with pytest.raises(NotAllowed):
        view_home(ANONYMOUS)
