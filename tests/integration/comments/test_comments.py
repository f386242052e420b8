"""Comments and decisions against a real store: places, mentions, limits, two people at once, and the live message."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from pycrdt import XmlElement, XmlFragment, XmlText
from sqlalchemy import select, update

from db.models import Fiche, JournalEntry, SuggestionDecision
from db.session import reading, unit_of_work
from tests.integration.livetext.harness import (
    World,
    begin_text,
    eventually,
    join,
    make_world,
    serving,
)
from workspace.accueil import service as accueil
from workspace.accueil.words import Awaited
from workspace.comments import service
from workspace.comments.words import Outcome, Place, Standing
from workspace.fiches import store as fiches
from workspace.fiches.words import FicheDraft
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, TooManyAttempts
from workspace.livetext import compaction
from workspace.livetext import service as livetext
from workspace.livetext import store as text_store
from workspace.livetext.anatomy import STRING, decode
from workspace.livetext.blocks import make_doc, text_hash
from workspace.livetext.store import Append
from workspace.livetext.words import FRAGMENTS, TextKind


def world_with(text: str) -> tuple[World, Actor, Actor]:
    """A world whose text is a fiche's; a partner and the facilitator."""
    world = make_world()
    with unit_of_work() as session:
        fiche = fiches.add_fiche(session, group_id=world.group_id, draft=FicheDraft(title="Fiche"), created_by=None)
        session.flush()
        fiche.text_id = world.text_id
    begin_text(world, text)
    return world, world.people[Role.PARTNER].actor, world.people[Role.FACILITATOR].actor


def stored_doc(text_id: UUID) -> Any:
    doc = make_doc(FRAGMENTS[TextKind.FICHE])
    with reading() as session:
        stored = text_store.load(session, text_id)
    for one in (stored.snapshot, *stored.updates):
        if one:
            doc.apply_update(one)
    return doc


def place_of(text_id: UUID, quote: str, **around: str) -> Place:
    """A passage as a browser names it."""
    for client, items in decode(stored_doc(text_id).get_update()).items.items():
        for item in items:
            if item.content == STRING and quote in item.value[0]:
                at = item.clock + item.value[0].index(quote)
                return Place(fragment="level1", runs=((client, at, len(quote)),), quote=quote, **around)
    raise AssertionError(quote)


def change(text_id: UUID, act: Any) -> None:
    """Somebody edits the first paragraph; the log takes it."""
    doc = stored_doc(text_id)
    before = doc.get_state()
    with doc.transaction():
        act(doc.get("level1", type=XmlFragment))
    with unit_of_work() as session:
        text_store.append(session, [Append(text_id, None, utc_now(), (doc.get_update(before),))])


def first_text(fragment: Any) -> Any:
    return fragment.children[0].children[0]


def proposed(world: World, person: UUID, *, letters: str = " beau") -> UUID:
    made = uuid4()
    mark = {"id": str(made), "person": str(person), "name": "Léa", "at": "2026-11-26T10:00:00Z"}
    change(world.text_id, lambda fragment: first_text(fragment).insert(2, letters, {"insertion": mark}))
    return made


def test_conversation_from_first_word_to_resolved(store: str) -> None:
    world, partner, chief = world_with("Un projet naissant")
    made = service.open_thread(partner, world.text_id, place_of(world.text_id, "projet"), "Lequel ?")
    service.reply(chief, world.text_id, made.thread_id, "Le nôtre.")
    (thread,) = service.view_margin(partner, world.text_id).threads
    assert [line.body for line in thread.comments] == ["Lequel ?", "Le nôtre."]
    assert [line.may_edit for line in thread.comments] == [True, False]
    assert thread.standing is Standing.PLACED
    service.edit_comment(partner, world.text_id, made.comment_id, "Lequel exactement ?")
    for _ in range(2):
        service.settle_thread(chief, world.text_id, made.thread_id, resolved=True)
    (thread,) = service.view_margin(partner, world.text_id).threads
    assert (thread.resolved_by, thread.comments[0].is_edited) == (chief.name, True)
    service.reply(partner, world.text_id, made.thread_id, "Encore un mot.")
    assert service.view_margin(partner, world.text_id).threads[0].resolved_at is None
    service.delete_comment(partner, world.text_id, made.comment_id)
    (thread,) = service.view_margin(partner, world.text_id).threads
    assert (thread.comments[0].body, thread.comments[0].is_deleted) == ("", True)
    with reading() as session:
        lines = session.scalars(select(JournalEntry.operation).where(JournalEntry.kind == "fiche")).all()
    assert {"comment_add", "comment_edit", "comment_resolve", "comment_delete"} <= set(lines)


def test_last_comment_takes_its_thread_with_it(store: str) -> None:
    world, partner, _ = world_with("Un projet")
    made = service.open_thread(partner, world.text_id, None, "Sur le tout.")
    assert service.view_margin(partner, world.text_id).threads[0].standing is Standing.WHOLE_TEXT
    service.delete_comment(partner, world.text_id, made.comment_id)
    assert service.view_margin(partner, world.text_id).threads == ()


def test_comment_stays_at_its_words_and_says_when_they_are_gone(store: str) -> None:
    world, partner, _ = world_with("Un projet naissant")
    service.open_thread(partner, world.text_id, place_of(world.text_id, "projet"), "Lequel ?")

    def standing() -> Standing:
        return service.view_margin(partner, world.text_id).threads[0].standing

    change(world.text_id, lambda fragment: first_text(fragment).insert(0, "Avant tout, un projet : "))
    assert standing() is Standing.PLACED
    end = len(b"Avant tout, un projet : Un ")
    change(world.text_id, lambda fragment: first_text(fragment).__delitem__(slice(end, end + 3)))
    assert standing() is Standing.CHANGED
    change(world.text_id, lambda fragment: first_text(fragment).__delitem__(slice(end, end + 3)))
    # The other « projet », above, is not mistaken for it.
    assert standing() is Standing.GONE


def test_moved_words_are_followed_only_when_they_say_the_same(store: str) -> None:
    world, partner, _ = world_with("Nous aidons les porteurs de projet")
    quote = "porteurs de projet"
    old = place_of(world.text_id, quote, before="Nous aidons les ")
    made = service.open_thread(partner, world.text_id, old, "Qui ?")
    at = len("Nous aidons les ")
    elsewhere = place_of(world.text_id, "Nous aidons")
    with pytest.raises(RuleBroken):
        service.follow_words(partner, world.text_id, made.thread_id, elsewhere)

    def retype(fragment: Any) -> None:
        text = first_text(fragment)
        del text[at : at + len(quote)]
        text.insert(at, quote)

    change(world.text_id, retype)
    assert service.view_margin(partner, world.text_id).threads[0].standing is Standing.PLACED
    service.follow_words(partner, world.text_id, made.thread_id, place_of(world.text_id, quote))
    change(world.text_id, lambda fragment: first_text(fragment).__delitem__(slice(0, 3)))
    assert service.view_margin(partner, world.text_id).threads[0].standing is Standing.PLACED


def test_bad_passages_are_refused_and_nothing_is_written(store: str) -> None:
    world, partner, _ = world_with("Un projet")
    good = place_of(world.text_id, "projet")
    for bad in (
        Place(fragment="level1", runs=good.runs, quote="profit"),
        Place(fragment="level9", runs=good.runs, quote=good.quote),
        Place(fragment="level1", runs=(), quote=good.quote),
        Place(fragment="level1", runs=((1, 0, 6),), quote=good.quote),
        Place(fragment="level1", runs=good.runs * 5000, quote=good.quote),
    ):
        with pytest.raises(RuleBroken):
            service.open_thread(partner, world.text_id, bad, "Hein ?")
    assert service.view_margin(partner, world.text_id).threads == ()


def test_thread_of_another_text_does_not_exist(store: str) -> None:
    world, partner, _ = world_with("Un projet")
    made = service.open_thread(partner, world.text_id, None, "Ici.")
    with unit_of_work() as session:
        other = text_store.create_text(session, group_id=world.group_id, kind=TextKind.FICHE)
    for act in (
        lambda: service.reply(partner, other, made.thread_id, "Là."),
        lambda: service.edit_comment(partner, other, made.comment_id, "Là."),
        lambda: service.delete_comment(partner, other, made.comment_id),
        lambda: service.settle_thread(partner, other, made.thread_id, resolved=True),
    ):
        with pytest.raises(NotFound):
            act()


def test_mention_awaits_on_accueil_until_it_is_seen(store: str) -> None:
    world, partner, chief = world_with("Un projet")
    body = f"Votre avis, @{chief.name} ?"
    made = service.open_thread(partner, world.text_id, None, body, [chief.person_id, uuid4()])

    def awaited() -> list[str]:
        return [act.label for act in accueil.view_home(chief).awaited if act.kind is Awaited.ANSWER_MENTION]

    assert awaited() == ["Fiche"]
    assert service.view_margin(chief, world.text_id).threads[0].awaits_me
    assert [act.kind for act in accueil.view_home(partner).awaited if act.kind is Awaited.ANSWER_MENTION] == []
    assert service.see_mentions(chief, world.text_id) == 1
    assert service.see_mentions(chief, world.text_id) == 0
    assert awaited() == []
    # Named again in the same comment: not told twice.
    assert service.edit_comment(partner, world.text_id, made.comment_id, body + " !", [chief.person_id]).notices == ()


def test_mention_goes_out_by_mail_after_the_transaction(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from db.models import Person
    from workspace.comments import mails

    world, partner, chief = world_with("Un projet")
    with unit_of_work() as session:
        session.execute(update(Person).where(Person.id == chief.person_id).values(email="chef@exemple.fr"))
    posted = service.open_thread(partner, world.text_id, None, f"@{chief.name}, lisez.", [chief.person_id])
    sent: list[tuple[str, str, str]] = []
    monkeypatch.setattr(mails, "mail_is_set", lambda: True)
    monkeypatch.setattr(mails, "send", lambda *parts: sent.append(parts) or True)
    assert mails.send_mentions(posted, partner.name) == 1
    ((to, subject, said),) = sent
    assert to == "chef@exemple.fr"
    assert "Fiche" in subject
    assert str(posted.subject.object_id) in said


def test_somebody_who_writes_without_end_is_slowed_down(store: str) -> None:
    world, partner, chief = world_with("Un projet")
    for number in range(20):
        service.open_thread(partner, world.text_id, None, f"Mot {number}.")
    with pytest.raises(TooManyAttempts):
        service.open_thread(partner, world.text_id, None, "Encore.")
    service.open_thread(chief, world.text_id, None, "Moi, si.")


def test_locked_text_takes_comments_and_no_decision(store: str) -> None:
    world, partner, chief = world_with("Un projet")
    assert partner.person_id is not None
    suggestion = proposed(world, partner.person_id)
    livetext.lock_text(chief, world.text_id)
    service.open_thread(partner, world.text_id, place_of(world.text_id, "projet"), "Après coup.")
    assert not service.view_margin(partner, world.text_id).may_decide
    with pytest.raises(RuleBroken) as refused:
        service.decide(chief, world.text_id, [suggestion], Outcome.ACCEPTED)
    assert refused.value.code == "error-suggestion-locked"


def test_who_decides_first_decides(store: str) -> None:
    world, partner, chief = world_with("Un projet")
    assert partner.person_id is not None
    suggestion = proposed(world, partner.person_id)
    (first,) = service.decide(chief, world.text_id, [suggestion], Outcome.ACCEPTED)
    (second,) = service.decide(partner, world.text_id, [suggestion, uuid4()], Outcome.REJECTED)
    assert (first.outcome, first.is_mine) == (Outcome.ACCEPTED, True)
    assert (second.outcome, second.is_mine, second.by) == (Outcome.ACCEPTED, False, chief.name)
    with reading() as session:
        row = session.scalars(select(SuggestionDecision)).one()
    assert (row.author_id, row.added, row.decided_by) == (partner.person_id, " beau", chief.person_id)
    # Later, still in the text (it was taken back): decided anew.
    with unit_of_work() as session:
        session.execute(update(SuggestionDecision).values(decided_at=utc_now() - timedelta(minutes=5)))
    (again,) = service.decide(partner, world.text_id, [suggestion], Outcome.REJECTED)
    assert (again.outcome, again.is_mine) == (Outcome.REJECTED, True)


def test_suggestion_that_is_gone_is_said_to_be(store: str) -> None:
    world, partner, _ = world_with("Un projet")
    with pytest.raises(RuleBroken) as refused:
        service.decide(partner, world.text_id, [uuid4()], Outcome.ACCEPTED)
    assert refused.value.code == "error-suggestion-gone"
    with pytest.raises(NotAllowed):
        service.decide(world.people[Role.OBSERVER].actor, world.text_id, [uuid4()], Outcome.ACCEPTED)


def test_comments_and_suggestions_survive_compaction(store: str) -> None:
    world, partner, _ = world_with("Un projet naissant")
    assert partner.person_id is not None
    suggestion = proposed(world, partner.person_id)
    service.open_thread(partner, world.text_id, place_of(world.text_id, "projet"), "Lequel ?")
    doc = stored_doc(world.text_id)
    with unit_of_work() as session:
        seq = text_store.load(session, world.text_id).seq
        text_store.write_version(session, world.text_id, {"level1": (), "level2": ()}, created_by=None, name="v")
        said = text_hash(doc, FRAGMENTS[TextKind.FICHE])
        assert compaction.compact(session, world.text_id, seq, doc.get_update(), said) > 0
    change(world.text_id, lambda fragment: first_text(fragment).insert(0, "Voici. "))
    assert service.view_margin(partner, world.text_id).threads[0].standing is Standing.PLACED
    assert service.decide(partner, world.text_id, [suggestion], Outcome.REJECTED)[0].is_mine


def test_suggestions_of_formats_and_blocks_survive_compaction_and_are_decided(store: str) -> None:
    world, partner, chief = world_with("Un projet naissant")
    assert partner.person_id is not None
    marks = [
        {"id": str(uuid4()), "person": str(partner.person_id), "name": "Léa", "at": "2026-11-26T10:00:00Z"}
        for _ in range(5)
    ]

    def act(fragment: Any) -> None:
        first_text(fragment).format(3, 9, {"proposedBold": marks[0] | {"on": True}})
        first_text(fragment).format(0, 2, {"proposedLink": marks[3] | {"href": "https://apeas.fr"}})
        listed = XmlElement("paragraph")
        fragment.children.append(listed)
        listed.children.append(XmlText("Un accueil"))
        listed.attributes["proposal"] = json.dumps(marks[4] | {"to": "bulletList"})
        fragment.children[0].attributes["proposal"] = json.dumps(marks[1] | {"to": "heading2"})
        figure = XmlElement("figure")
        fragment.children.append(figure)
        added = {"src": "/pictures/1", "picture": "1", "alt": "Une façade", "proposal": marks[2] | {"to": "added"}}
        for key, value in added.items():
            figure.attributes[key] = value if isinstance(value, str) else json.dumps(value)

    change(world.text_id, act)
    doc = stored_doc(world.text_id)
    with unit_of_work() as session:
        seq = text_store.load(session, world.text_id).seq
        text_store.write_version(session, world.text_id, {"level1": (), "level2": ()}, created_by=None, name="v")
        said = text_hash(doc, FRAGMENTS[TextKind.FICHE])
        assert compaction.compact(session, world.text_id, seq, doc.get_update(), said) > 0
    assert text_hash(stored_doc(world.text_id), FRAGMENTS[TextKind.FICHE]) == said
    ids = [UUID(mark["id"]) for mark in marks]
    first = service.decide(chief, world.text_id, ids, Outcome.ACCEPTED)
    second = service.decide(partner, world.text_id, ids, Outcome.REJECTED)
    assert [(one.outcome, one.is_mine) for one in first] == [(Outcome.ACCEPTED, True)] * 5
    assert [(one.outcome, one.is_mine) for one in second] == [(Outcome.ACCEPTED, False)] * 5
    with reading() as session:
        rows = [session.get_one(SuggestionDecision, (world.text_id, one)) for one in ids]
    assert [(row.author_id, row.added) for row in rows] == [
        (partner.person_id, words) for words in ("", "", "Une façade", "", "")
    ]


def test_everybody_in_the_text_is_told_at_once(store: str) -> None:
    async def scenario() -> None:
        world, partner, _ = world_with("Un projet")
        async with serving() as address:
            peer = await join(address, world.text_id, world.people[Role.FACILITATOR])
            heard: list[bytes] = []
            real = peer._hear

            async def hear(message: bytes) -> None:
                heard.append(message)
                await real(message)

            peer._hear = hear  # type: ignore[method-assign]
            await asyncio.to_thread(service.open_thread, partner, world.text_id, None, "Bonjour.")
            await peer.until(lambda: bytes((103,)) in heard)
            await peer.type("a")  # a client that does not know the message goes on as before
            await peer.settled()

    asyncio.run(scenario())


def test_suggestion_travels_live_under_its_author_s_own_name_only(store: str) -> None:
    async def scenario() -> None:
        world, partner, _ = world_with("Un projet")
        me, other = world.people[Role.PARTNER], world.people[Role.FACILITATOR]
        async with serving() as address:
            one = await join(address, world.text_id, me)
            two = await join(address, world.text_id, other)

            def suggest(peer: Any, person: UUID) -> bytes:
                mark = {"id": str(uuid4()), "person": str(person), "name": "L", "at": "2026-11-26T10:00:00Z"}
                text = peer.level1.children[0].children[0]
                return peer.edit(lambda: text.insert(0, "neuf ", {"insertion": mark}))  # type: ignore[no-any-return]

            await one.send_update(suggest(one, me.person_id))
            await two.until(lambda: "neuf" in two.text)
            await one.settled()
            content = await eventually(lambda: livetext.text_content(partner, world.text_id))
            assert "neuf" not in content["level1"].plain
            await two.send_update(suggest(two, me.person_id))
            await two.until(lambda: bool(two.refusals))
            assert two.refusals[-1]["code"] == "unreadable"

    asyncio.run(scenario())


def test_removed_fiche_takes_its_comments_along(store: str) -> None:
    world, partner, _ = world_with("Un projet")
    service.open_thread(partner, world.text_id, None, "Ici.")
    with unit_of_work() as session:
        from db.models import Text

        session.delete(session.scalars(select(Fiche)).one())
        session.flush()
        session.delete(session.get_one(Text, world.text_id))
    with pytest.raises(NotFound):
        service.view_margin(partner, world.text_id)
