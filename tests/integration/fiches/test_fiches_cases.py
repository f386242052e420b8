"""Use cases of fiches on both stores: who may, what is written, what is refused."""

from __future__ import annotations

import threading
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, func, select

from db.models import Fiche, FicheStructure, JournalEntry, Structure, Text, TextPresence, TextProjection
from db.session import engine, reading, unit_of_work
from tests.integration.fiches.world import World, structure_draft
from workspace.fiches import service, store
from workspace.fiches.words import BoardFilters, FicheDraft, FicheKind, Lightness
from workspace.kernel.actor import ANONYMOUS, Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit

WRITERS = ("facilitator", "treasurer", "partner", "partner_b")


def journal_count() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(JournalEntry)) or 0


def locked(fiche_id: UUID) -> bool:
    with reading() as session:
        at = session.scalar(select(Text.locked_at).join(Fiche, Fiche.text_id == Text.id).where(Fiche.id == fiche_id))
        return at is not None


def test_create_fiche_appears_last_on_the_board_with_its_links(world: World) -> None:
    who = world.people["partner"]
    service.create_fiche(who, FicheDraft(title="Première"))
    draft = FicheDraft(
        title="<i>Deuxième</i>",
        accroche="Un appui & un réseau",
        kind=FicheKind.ETAPE,
        etape_ids=(world.etapes[1], world.etapes[0]),
        structure_ids=(world.b,),
    )
    before = journal_count()
    fiche_id = service.create_fiche(who, draft)
    assert journal_count() == before + 1
    board = service.view_board(who)
    assert [(card.title, card.number) for card in board.cards] == [("Première", 1), ("<i>Deuxième</i>", 2)]
    card = board.cards[1]
    assert (card.fiche_id, card.etape_ids, card.structure_ids) == (fiche_id, world.etapes[:2], (world.b,))
    assert (card.is_blank, card.words_recto, card.lightness) == (True, 1 + 4, Lightness.LIGHT)
    assert card.changed_by == "Benjamin"
    assert [choice.name for choice in board.structures] == ["LaPlateforme", "Apeas", "Inter-Made"]
    view = service.view_fiche(who, fiche_id)
    assert (view.draft.title, view.draft.accroche, view.draft.version) == (draft.title, draft.accroche, 1)
    assert [choice.name for choice in view.other_fiches] == ["Première"]


@pytest.mark.parametrize("name", ["observer", "stranger"])
def test_create_fiche_by_others_is_refused(world: World, name: str) -> None:
    who = world.people[name]
    if name == "observer":
        with pytest.raises(NotAllowed):
            service.create_fiche(who, FicheDraft(title="Non"))
    with pytest.raises((NotAllowed, NotFound)):
        service.create_fiche(who, FicheDraft(title="Non", structure_ids=(world.a,)))
    with pytest.raises(NotAllowed):
        service.create_fiche(ANONYMOUS, FicheDraft(title="Non"))


@pytest.mark.parametrize("which", ["etape", "structure", "question"])
def test_create_fiche_with_a_link_to_another_group_leaves_nothing(world: World, which: str) -> None:
    links = {
        "etape": {"etape_ids": (world.other_etape,)},
        "structure": {"structure_ids": (world.other_structure,)},
        "question": {"question_ids": (uuid4(),)},
    }[which]
    with pytest.raises(NotFound):
        service.create_fiche(world.people["facilitator"], FicheDraft(title="Non", **links))
    assert service.view_board(world.people["facilitator"]).cards == ()


# (who, whose fiche) -> may change and archive
RIGHTS = [
    ("facilitator", "a", True),
    ("facilitator", "b", True),
    ("treasurer", "a", True),
    ("treasurer", "b", False),
    ("partner", "a", True),
    ("partner", "b", False),
    ("partner", "common", True),
    ("partner_b", "common", True),
    ("partner_b", "created", True),
    ("partner", "created", True),
    ("observer", "a", False),
    ("observer", "common", False),
]


@pytest.mark.parametrize(("name", "whose", "may"), RIGHTS)
def test_change_archive_restore_follow_role_and_structure(world: World, name: str, whose: str, may: bool) -> None:
    who, facilitator = world.people[name], world.people["facilitator"]
    drafts = {
        "a": structure_draft(world.a),
        "b": structure_draft(world.b),
        "common": FicheDraft(title="Commune"),
        "created": structure_draft(world.a),
    }
    creator = world.people["partner_b"] if whose == "created" else facilitator
    fiche_id = service.create_fiche(creator, drafts[whose])
    able = service.view_fiche(who, fiche_id).abilities
    assert (able.may_change, able.may_archive) == (may, may)

    def acts(actor: Actor, op: str) -> None:
        draft = service.view_fiche(facilitator, fiche_id).draft
        if op == "change":
            service.change_fiche(actor, fiche_id, draft)
        elif op == "archive":
            service.archive_fiche(actor, fiche_id)
        else:
            service.restore_fiche(actor, fiche_id)

    for op in ("change", "archive", "restore"):
        if may:
            acts(who, op)
        else:
            before = journal_count()
            with pytest.raises(NotAllowed):
                acts(who, op)
            assert journal_count() == before
            acts(facilitator, op)


def test_other_groups_fiche_is_not_found_whatever_the_act(world: World) -> None:
    for who in world.people.values():
        if who.group_id != world.group_id:
            continue
        with pytest.raises(NotFound):
            service.view_fiche(who, world.other_fiche)
        with pytest.raises(NotFound):
            service.change_fiche(who, world.other_fiche, FicheDraft(title="Non", version=1))
        with pytest.raises(NotFound):
            service.archive_fiche(who, world.other_fiche)
        with pytest.raises(NotFound):
            service.restore_fiche(who, world.other_fiche)
    facilitator = world.people["facilitator"]
    with pytest.raises(NotFound):
        service.move_fiche(facilitator, world.other_fiche, 1)
    with pytest.raises(StaleEdit):
        service.order_fiches(facilitator, [world.other_fiche])
    with pytest.raises(NotFound):
        service.view_fiche(facilitator, uuid4())


def test_change_fiche_from_an_old_form_is_stale_and_writes_nothing(world: World) -> None:
    one, two = world.people["partner"], world.people["treasurer"]
    fiche_id = service.create_fiche(one, structure_draft(world.a))
    shown = service.view_fiche(two, fiche_id).draft
    links = (world.a, world.b)
    changed = FicheDraft(title="Nouveau", kind=FicheKind.STRUCTURE, structure_ids=links, version=shown.version)
    service.change_fiche(one, fiche_id, changed)
    with pytest.raises(StaleEdit):
        service.change_fiche(two, fiche_id, shown)
    assert service.view_fiche(one, fiche_id).draft.title == "Nouveau"
    assert service.view_fiche(one, fiche_id).draft.structure_ids == (world.b, world.a)


def test_long_title_is_refused_with_a_clear_error(world: World) -> None:
    with pytest.raises(RuleBroken) as raised:
        service.create_fiche(world.people["partner"], FicheDraft(title="é" * 500))
    assert raised.value.code == "error-too-long"
    assert raised.value.values == {"field": "title", "maximum": 120, "length": 500}


def test_archive_locks_the_text_and_restore_opens_it_at_the_end(world: World) -> None:
    who = world.people["partner"]
    first = service.create_fiche(who, FicheDraft(title="Une"))
    second = service.create_fiche(who, FicheDraft(title="Deux"))
    shown = service.view_fiche(who, first).draft
    service.archive_fiche(who, first)
    assert locked(first)
    with pytest.raises(RuleBroken) as raised:
        service.change_fiche(who, first, shown)
    assert raised.value.code == "error-fiche-archived"
    with pytest.raises(RuleBroken):
        service.archive_fiche(who, first)
    board = service.view_board(who)
    assert [card.fiche_id for card in board.cards] == [second]
    assert (board.total, board.archived_total) == (1, 1)
    assert [card.fiche_id for card in service.view_board(who, BoardFilters(archived=True)).cards] == [first]
    service.restore_fiche(who, first)
    assert not locked(first)
    assert [card.fiche_id for card in service.view_board(who).cards] == [second, first]
    with pytest.raises(RuleBroken) as raised:
        service.restore_fiche(who, first)
    assert raised.value.code == "error-fiche-not-archived"


def test_two_people_archive_and_change_at_once_one_wins_cleanly(world: World) -> None:
    who, other = world.people["partner"], world.people["treasurer"]
    for _ in range(6):
        fiche_id = service.create_fiche(who, structure_draft(world.a))
        shown = service.view_fiche(who, fiche_id).draft
        errors: list[str] = []
        gate = threading.Barrier(2)

        def change(fiche_id: UUID = fiche_id, shown: FicheDraft = shown, gate=gate, errors=errors) -> None:
            gate.wait()
            try:
                service.change_fiche(other, fiche_id, shown)
            except (RuleBroken, StaleEdit) as error:
                errors.append(error.code)

        def archive(fiche_id: UUID = fiche_id, gate=gate) -> None:
            gate.wait()
            service.archive_fiche(who, fiche_id)

        threads = [threading.Thread(target=change), threading.Thread(target=archive)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert errors in ([], ["error-fiche-archived"])
        assert locked(fiche_id)
        assert service.view_fiche(who, fiche_id).draft.version == (2 if errors else 3)


@pytest.mark.parametrize("name", ["treasurer", "partner", "observer"])
def test_order_is_the_facilitators(world: World, name: str) -> None:
    fiche_id = service.create_fiche(world.people["partner"], FicheDraft(title="Une"))
    with pytest.raises(NotAllowed):
        service.order_fiches(world.people[name], [fiche_id])
    with pytest.raises(NotAllowed):
        service.move_fiche(world.people[name], fiche_id, 1)


def test_order_and_move_renumber_the_living_ones(world: World) -> None:
    who = world.people["facilitator"]
    ids = [service.create_fiche(who, FicheDraft(title=title)) for title in "ABCD"]
    service.archive_fiche(who, ids[1])
    service.move_fiche(who, ids[3], 1)
    assert [card.title for card in service.view_board(who).cards] == ["D", "A", "C"]
    service.order_fiches(who, [ids[2], ids[3], ids[0]])
    assert [(card.title, card.number) for card in service.view_board(who).cards] == [("C", 1), ("D", 2), ("A", 3)]
    with pytest.raises(StaleEdit):
        service.order_fiches(who, ids)
    with pytest.raises(NotFound):
        service.move_fiche(who, ids[1], 1)


def test_two_facilitators_moving_at_once_lose_no_fiche(world: World) -> None:
    who = world.people["facilitator"]
    ids = [service.create_fiche(who, FicheDraft(title=str(number))) for number in range(8)]
    threads = [
        threading.Thread(target=service.move_fiche, args=(who, ids[number], place))
        for number, place in ((7, 1), (0, 8), (3, 4), (4, 2))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading() as session:
        query = select(Fiche.position).where(Fiche.group_id == world.group_id)
        assert sorted(session.scalars(query)) == list(range(1, 9))


def test_link_to_a_structure_that_left_is_hidden_but_kept(world: World) -> None:
    who = world.people["facilitator"]
    fiche_id = service.create_fiche(who, structure_draft(world.a, world.b))
    with unit_of_work() as session:
        session.get_one(Structure, world.b).left_at = utc_now()
    view = service.view_fiche(who, fiche_id)
    assert view.draft.structure_ids == (world.a,)
    service.change_fiche(who, fiche_id, view.draft)
    assert service.view_board(who).cards[0].structure_ids == (world.a,)
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(FicheStructure)) == 2


def test_board_tells_words_and_who_is_there(world: World) -> None:
    who = world.people["partner"]
    fiche_id = service.create_fiche(who, FicheDraft(title="Une fiche"))
    now = utc_now()
    with unit_of_work() as session:
        text_id = session.get_one(Fiche, fiche_id).text_id
        for fragment, words in (("level1", 120), ("level2", 40)):
            session.add(TextProjection(text_id=text_id, fragment=fragment, seq=1, blocks=[], plain="", words=words))
        for name, typed_at in (("partner_b", now), ("treasurer", None)):
            session.add(
                TextPresence(
                    text_id=text_id,
                    person_id=world.people[name].person_id,
                    process="p",
                    seen_at=now,
                    typed_at=typed_at,
                )
            )
        text = session.get_one(Text, text_id)
        text.changed_at, text.changed_by = now, world.people["partner_b"].person_id
    card = service.view_board(who).cards[0]
    assert (card.words_recto, card.words_verso, card.lightness) == (122, 40, Lightness.FAIR)
    assert (card.changed_at, card.changed_by) == (now, "Amanda")
    assert [(one.name, one.is_writing) for one in card.present] == [("Amanda", True), ("Pierre", False)]
    assert [(one.title, len(one.people)) for one in service.view_presence(who)] == [("Une fiche", 2)]
    assert service.view_presence(world.people["stranger"]) == []


def test_board_stamp_changes_with_writes_and_with_words(world: World) -> None:
    who = world.people["partner"]
    stamps = [service.board_stamp(who)]
    fiche_id = service.create_fiche(who, FicheDraft(title="Une"))
    stamps.append(service.board_stamp(who))
    with unit_of_work() as session:
        session.get_one(Text, session.get_one(Fiche, fiche_id).text_id).seq = 5
    stamps.append(service.board_stamp(who))
    assert len(set(stamps)) == 3
    assert service.board_stamp(who) == stamps[-1]
    assert service.board_stamp(world.people["stranger"]) != stamps[-1]


def count_queries(act) -> int:
    seen: list[str] = []

    def note(_connection, _cursor, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    event.listen(engine(), "before_cursor_execute", note)
    try:
        act()
    finally:
        event.remove(engine(), "before_cursor_execute", note)
    return len(seen)


def test_board_asks_as_many_questions_for_one_fiche_as_for_thirty(world: World) -> None:
    who = world.people["partner"]
    service.create_fiche(who, structure_draft(world.a))
    one = count_queries(lambda: service.view_board(who))
    with unit_of_work() as session:
        for number in range(29):
            draft = FicheDraft(
                title=f"Fiche {number}",
                etape_ids=world.etapes,
                structure_ids=(world.a, world.b),
                kind=FicheKind.ETAPE,
            )
            store.add_fiche(session, group_id=world.group_id, draft=draft, created_by=who.person_id)
    thirty = count_queries(lambda: service.view_board(who))
    assert one == thirty
    assert thirty <= 9
    assert len(service.view_board(who).cards) == 30
