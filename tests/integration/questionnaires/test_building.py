"""Building, sharing, sorting, exporting, erasing."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select, update

from db.models import AnswerQuestion, AnswerTag, FormResponse, JournalEntry, PersonalLink, Questionnaire
from db.session import reading, unit_of_work
from tests.days import group_today
from tests.integration.fiches.world import World, entry
from tests.integration.questionnaires.desk import ITEMS, draft, good, items, make_form, public_token, stamp, tomorrow
from workspace.fiches import service as fiches
from workspace.kernel import sheets
from workspace.kernel.errors import NotFound, RuleBroken, StaleEdit
from workspace.questionnaires import answers, queries, results, service, upkeep
from workspace.questionnaires.words import FormState, ItemDraft, ItemKind

WORDS = {name: name for name in ("number", "day", "source", "tags", "trame", "sheet", "online", "paper", "invented")}


def test_build_order_change_and_open(world: World) -> None:
    chief = world.people["partner"]
    form_id = make_form(chief, opened=False)
    view = service.view_form(chief, form_id)
    assert [item.kind for item in view.items] == [item.kind for item in ITEMS]
    service.move_item(chief, form_id, view.items[5].item_id, -1)
    service.move_item(chief, form_id, view.items[0].item_id, -1)  # already first: nothing moves
    assert [item.kind for item in service.view_form(chief, form_id).items][4:] == [ItemKind.RANKING, ItemKind.SCALE]
    service.remove_item(chief, form_id, view.items[3].item_id)
    service.save_item(chief, form_id, view.items[1], ItemDraft(kind=ItemKind.OPEN, text="Laquelle ?"))
    with pytest.raises(StaleEdit):
        service.save_item(chief, form_id, view.items[1], ItemDraft(kind=ItemKind.OPEN, text="Plus tard"))
    assert [item.text for item in service.view_form(chief, form_id).items][1] == "Laquelle ?"
    service.open_form(chief, form_id)
    opened = service.view_form(chief, form_id)
    assert opened.state is FormState.OPEN
    assert len(opened.public_token) == 22
    for act in (
        lambda: service.save_item(chief, form_id, None, ItemDraft(kind=ItemKind.OPEN, text="x")),
        lambda: service.move_item(chief, form_id, view.items[1].item_id, 1),
        lambda: service.remove_item(chief, form_id, view.items[1].item_id),
        lambda: service.change_form(chief, form_id, draft(version=opened.draft.version)),
        lambda: service.delete_form(chief, form_id),
    ):
        with pytest.raises(RuleBroken, match="error-form-not-draft"):
            act()
    copy_id = service.copy_form(chief, form_id, "Copie")
    copied = service.view_form(chief, copy_id)
    assert (copied.state, copied.public_token, len(copied.items)) == (FormState.DRAFT, "", len(opened.items))
    service.delete_form(chief, copy_id)
    with pytest.raises(NotFound):
        service.view_form(chief, copy_id)


def test_opening_needs_a_question_and_a_notice(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = service.create_form(chief, draft(contact=""))
    with pytest.raises(RuleBroken, match="error-form-no-question"):
        service.open_form(chief, form_id)
    service.save_item(chief, form_id, None, ITEMS[1])
    with pytest.raises(RuleBroken, match="error-form-notice"):
        service.open_form(chief, form_id)
    version = service.view_form(chief, form_id).draft.version
    with pytest.raises(StaleEdit):
        service.change_form(chief, form_id, draft(version=version - 1))
    service.change_form(chief, form_id, draft(version=version))
    service.open_form(chief, form_id)
    with pytest.raises(RuleBroken, match="error-form-open"):
        service.open_form(chief, form_id)


def test_an_item_of_another_questionnaire_is_not_found(world: World) -> None:
    chief = world.people["facilitator"]
    first, second = make_form(chief, opened=False), make_form(chief, opened=False)
    shown = service.view_form(chief, first).items[1]
    foreign = shown.item_id
    with pytest.raises(NotFound):
        service.save_item(chief, second, shown, ITEMS[1])
    with pytest.raises(NotFound):
        service.remove_item(chief, second, foreign)
    with pytest.raises(NotFound):
        service.move_item(chief, second, foreign, 1)
    with pytest.raises(NotFound):
        service.view_form(world.people["stranger"], first)


def test_sorting_attaches_answers_to_the_trame(world: World) -> None:
    chief = world.people["facilitator"]
    fiches.save_trame(chief, [entry("Par où commencer ?"), entry("Avec qui ?")], fiches.view_trame(chief).stamp)
    question = fiches.view_trame(chief).questions[0].question_id
    form_id = make_form(chief)
    answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id), stamp(form_id))
    item = items(chief, form_id)[ItemKind.OPEN]
    (given,) = results.view_results(chief, form_id).answers[item.item_id]
    results.sort_answer(chief, given.answer_id, tags=["Départ", "départ", " seul "], question_ids=[question])
    found = results.view_results(chief, form_id)
    assert found.answers[item.item_id][0].tags == ("Départ", "seul")
    assert found.tags == ("Départ", "seul")
    with reading() as session:
        behind = queries.answers_by_question(session, world.group_id)
        assert queries.answers_by_question(session, world.other_group_id) == {}
    (attached,) = behind[question]
    assert (attached.said, attached.number, attached.asked) == ("Par où commencer ?", 1, item.text)
    with pytest.raises(NotFound):
        results.sort_answer(chief, given.answer_id, tags=[], question_ids=[uuid4()])
    with pytest.raises(NotFound):
        results.sort_answer(world.people["stranger"], given.answer_id, tags=[], question_ids=[])
    results.sort_answer(chief, given.answer_id, tags=[], question_ids=[])
    with reading() as session:
        assert queries.answers_by_question(session, world.group_id) == {}


def test_a_question_removed_from_the_trame_lets_the_answer_go(world: World) -> None:
    chief = world.people["facilitator"]
    fiches.save_trame(chief, [entry("Par où commencer ?")], fiches.view_trame(chief).stamp)
    shown = fiches.view_trame(chief)
    form_id = make_form(chief)
    answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id), stamp(form_id))
    given = results.view_results(chief, form_id).answers[items(chief, form_id)[ItemKind.OPEN].item_id][0]
    results.sort_answer(chief, given.answer_id, tags=[], question_ids=[shown.questions[0].question_id])
    fiches.save_trame(chief, [], shown.stamp)
    assert results.view_results(chief, form_id).answers[items(chief, form_id)[ItemKind.OPEN].item_id][0].value


@pytest.mark.parametrize("nasty", ["=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_cell_is_a_formula(sqlite_world: World, nasty: str) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id, f"x{nasty}"), stamp(form_id))
    from db.models import FormAnswer

    item = items(chief, form_id)[ItemKind.OPEN]
    with unit_of_work() as session:
        session.execute(update(FormAnswer).where(FormAnswer.item_id == item.item_id).values(value=nasty))
    sheet = results.export_answers(chief, form_id, WORDS)
    rows = list(csv.reader(io.StringIO(sheets.csv_bytes(sheet).decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:4] == ["number", "day", "source", "Quelle question vous posez-vous ?"]
    assert rows[1][3] == f"'{nasty}"
    assert rows[1][4:8] == ["Projet", "Une structure ; Personne", "4 / 5", "Le collectif > L’argent > Le temps"]
    with zipfile.ZipFile(io.BytesIO(sheets.xlsx_bytes(sheet))) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "hyperlink" not in page


def test_answers_are_erased_at_their_day(world: World) -> None:
    chief = world.people["facilitator"]
    form_id, other = make_form(chief), make_form(chief)
    for one in (form_id, other):
        answers.take_answer(public_token(chief, one), one, good(chief, one, "mot-secret"), stamp(one))
    service.make_links(chief, form_id, ["A. A."])
    given = results.view_results(chief, form_id).answers[items(chief, form_id)[ItemKind.OPEN].item_id][0]
    results.sort_answer(chief, given.answer_id, tags=["à voir"], question_ids=[])
    assert results.erase_due_answers() == 0
    with unit_of_work() as session:
        session.execute(update(Questionnaire).where(Questionnaire.id == form_id).values(erase_on=group_today()))
    assert results.erase_due_answers() == 1
    assert results.erase_due_answers() == 0
    view = service.view_form(chief, form_id)
    assert (view.answers, view.state, view.links, view.public_token) == (0, FormState.CLOSED, (), "")
    assert view.erased_at is not None
    with reading() as session:
        assert session.scalar(select(func.count()).select_from(FormResponse)) == 1
        for table in (AnswerTag, AnswerQuestion, PersonalLink):
            assert session.scalar(select(func.count()).select_from(table)) == 0
        line = session.scalars(select(JournalEntry).where(JournalEntry.operation == "erase_due_answers")).one()
        assert (line.group_id, line.object_id, line.details) == (world.group_id, form_id, {"count": 1})
    with pytest.raises(RuleBroken, match="error-form-erased"):
        service.open_form(chief, form_id)
    with pytest.raises(RuleBroken, match="error-form-erased"):
        answers.enter_paper_answer(chief, form_id, good(chief, form_id), stamp(form_id))


def test_answers_are_erased_on_the_facilitator_s_word(world: World) -> None:
    chief = world.people["facilitator"]
    form_id = make_form(chief)
    answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id), stamp(form_id))
    answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id), stamp(form_id))
    results.erase_answer(chief, form_id, 1)
    with pytest.raises(NotFound):
        results.erase_answer(chief, form_id, 1)
    assert [one.number for one in results.view_results(chief, form_id).respondents] == [2]
    assert results.erase_answers(chief, form_id) == 1
    assert results.view_results(chief, form_id).respondents == ()


async def _one_round() -> None:
    await upkeep.start()
    import asyncio

    for _ in range(200):
        await asyncio.sleep(0.02)
        with reading() as session:
            if session.scalar(select(func.count()).select_from(FormResponse)) == 0:
                break
    await upkeep.drain()


def test_the_house_erases_by_itself_when_it_starts(sqlite_world: World) -> None:
    import asyncio

    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    answers.take_answer(public_token(chief, form_id), form_id, good(chief, form_id), stamp(form_id))
    with unit_of_work() as session:
        session.execute(update(Questionnaire).values(erase_on=group_today() - timedelta(days=1)))
    asyncio.run(_one_round())
    assert service.view_form(chief, form_id).answers == 0


def test_dates_that_contradict_are_refused(world: World) -> None:
    chief = world.people["facilitator"]
    for wrong in (tomorrow(-1), tomorrow(0), tomorrow(6 * 365)):
        with pytest.raises(RuleBroken, match="error-form-erase"):
            service.create_form(chief, draft(erase_on=wrong))
    for wrong in (tomorrow(-2), tomorrow(10)):
        with pytest.raises(RuleBroken, match="error-form-closes"):
            service.create_form(chief, draft(closes_on=wrong, erase_on=tomorrow(10)))
