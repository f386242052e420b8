"""The questionnaires room through the real frame: each role, the empty room, strangers’ words, one whole way."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from db.models import Person, Questionnaire
from db.session import unit_of_work
from tests.integration.questionnaires.desk import good, items, make_form, public_token
from tests.pages.conftest import Visitor
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate
from workspace.questionnaires import answers, results, service, stamps
from workspace.questionnaires.words import FormState, ItemKind, Source

Enter = Callable[[Role], Visitor]
PARTS = ("construire", "partager", "reponses")


def html_of(app: AppTest) -> str:
    return "\n".join(item.proto.body for item in app.get("html"))


def words_of(app: AppTest) -> str:
    shown = [*app.markdown, *app.caption, *app.title, *app.header, *app.subheader, *app.info, *app.success]
    return "\n".join(str(one.value) for one in shown)


def labels(app: AppTest) -> set[str]:
    links = {one.proto.label for one in app.get("link_button")}
    return {button.label for button in app.button} | links


def the_example(visitor: Visitor) -> UUID:
    return service.view_forms(visitor.actor()).lines[0].form_id


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTNER, Role.TREASURER])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_sees_what_it_may(entered: Enter, role: Role, language: str) -> None:
    visitor = entered(role)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    form_id = the_example(visitor)

    def t(key: str) -> str:
        return translate(language, key)

    builds = role in {Role.FACILITATOR, Role.PARTNER}
    listed = visitor.open("questionnaires")
    assert (t("forms-new") in labels(listed)) == builds
    assert t("forms-invented") in words_of(listed)
    build = visitor.open("questionnaire", questionnaire=form_id, vue="construire")
    assert (t("forms-try") in labels(build)) == builds
    assert t("forms-paper") in labels(build)
    assert t("forms-add") not in labels(build)  # open: frozen
    share = visitor.open("questionnaire", questionnaire=form_id, vue="partager")
    assert (t("forms-close") in labels(share)) == builds
    read = visitor.open("questionnaire", questionnaire=form_id, vue="reponses")
    assert (t("forms-sort") in labels(read)) == builds
    assert (t("forms-csv") in labels(read)) == builds
    assert (t("forms-erase") in labels(read)) == (role is Role.FACILITATOR)
    assert html_of(read).count("<ol") == 2
    assert len(read.get("vega_lite_chart")) == 4
    assert len(read.table) == 4


def test_the_example_holds_the_returns_of_the_meeting(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    found = results.view_results(visitor.actor(), the_example(visitor))
    assert {one.source for one in found.respondents} == {Source.INVENTED}
    assert len(found.respondents) == 12
    attached = [one for given in found.answers.values() for one in given if one.question_ids]
    assert len(attached) >= 12
    assert len({question for one in attached for question in one.question_ids}) >= 8


def test_empty_room_says_what_to_do_first(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    with unit_of_work() as session:
        for row in session.query(Questionnaire).all():
            session.delete(row)
    assert translate("fr", "forms-empty-text") in words_of(visitor.open("questionnaires"))


@pytest.mark.parametrize("asked", ["", "x", "9d2b01db-a499-4d1c-a8bf-4bc478be82ab"])
def test_a_questionnaire_that_is_not_here(entered: Enter, asked: str) -> None:
    visitor = entered(Role.PARTNER)
    assert translate("fr", "forms-missing-title") in words_of(visitor.open("questionnaire", questionnaire=asked))


def test_build_by_hand(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("questionnaires")
    app.button(key="forms.new").click().run()
    app.button(key="forms.new").click()
    app.text_input(key="forms.new.title").input("Après la réunion")
    next(one for one in app.button if one.label == translate("fr", "forms-create")).click().run()
    form_id = next(
        one.form_id for one in service.view_forms(visitor.actor()).lines if one.title == "Après la réunion"
    )
    app = visitor.open("questionnaire", questionnaire=form_id)
    assert translate("fr", "forms-none") in words_of(app)
    app.button(key="forms.add").click().run()
    key = f"forms.item.form.{form_id}.0.open"
    app.button(key="forms.add").click()
    app.text_area(key=f"{key}.text").input("Que retenez-vous ?")
    save = [one for one in app.button if one.label == translate("fr", "forms-save")]
    save[-1].click().run()
    assert [item.text for item in service.view_form(visitor.actor(), form_id).items] == ["Que retenez-vous ?"]
    # Refused without a notice, with a sentence that says what to do; then open.
    app = visitor.open("questionnaire", questionnaire=form_id, vue="partager")
    app.button(key="forms.open").click().run()
    assert translate("fr", "error-form-notice") in app.error[0].value
    app = visitor.open("questionnaire", questionnaire=form_id, vue="construire")
    app.button(key="forms.settings").click().run()
    settings = f"forms.settings.{form_id}.{service.view_form(visitor.actor(), form_id).draft.version}"
    app.button(key="forms.settings").click()
    app.text_input(key=f"{settings}.controller").input("Le groupe")
    app.text_input(key=f"{settings}.contact").input("A. M.")
    app.text_area(key=f"{settings}.aim").input("Préparer la suite.")
    app.button(key=f"{settings}.save").click().run()
    assert not app.error
    app = visitor.open("questionnaire", questionnaire=form_id, vue="partager")
    app.button(key="forms.open").click().run()
    assert service.view_form(visitor.actor(), form_id).state is FormState.OPEN
    assert "/q/" in app.code[0].value
    app.text_area(key="forms.links.labels").input("A. A.\nB. B.")
    next(one for one in app.button if one.label == translate("fr", "forms-make-links")).click().run()
    assert app.code[1].value.count("/q/") == 2
    app.button(key="forms.links.close").click().run()
    assert "B. B." in html_of(app)
    assert len(app.code) == 1
    app.button(key="forms.close").click().run()
    assert service.view_form(visitor.actor(), form_id).state is FormState.CLOSED


def test_order_by_buttons(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    form_id = make_form(visitor.actor(), opened=False)
    item = service.view_form(visitor.actor(), form_id).items[1]
    app = visitor.open("questionnaire", questionnaire=form_id)
    app.button(key=f"forms.item.{item.item_id}.up").click().run()
    assert service.view_form(visitor.actor(), form_id).items[0].item_id == item.item_id
    app.button(key=f"forms.item.{item.item_id}.remove").click().run()
    assert item.item_id not in {one.item_id for one in service.view_form(visitor.actor(), form_id).items}


def test_words_of_strangers_are_text(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    nasty = "<img src=x onerror=alert(1)> **gras** :red[x]"
    form_id = make_form(actor, title=nasty)
    stamp = stamps.read_stamp(form_id, stamps.make_stamp(form_id, now=time.time() - 60))
    answers.take_answer(public_token(actor, form_id), form_id, good(actor, form_id, nasty), stamp)
    item = items(actor, form_id)[ItemKind.OPEN]
    given = results.view_results(actor, form_id).answers[item.item_id][0]
    results.sort_answer(actor, given.answer_id, tags=["<b>x</b>"], question_ids=[])
    for part in PARTS:
        app = visitor.open("questionnaire", questionnaire=form_id, vue=part)
        assert "<img" not in html_of(app)
        assert "<b>x" not in html_of(app)
        assert "\\*\\*gras" in app.title[0].value


def test_sort_in_the_dialog(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    form_id = the_example(visitor)
    found = results.view_results(visitor.actor(), form_id)
    item = next(one for one in found.items if one.kind is ItemKind.OPEN)
    opener, answer = f"forms.sort.{item.item_id}", found.answers[item.item_id][0]
    app = visitor.open("questionnaire", questionnaire=form_id, vue="reponses")
    app.button(key=opener).click().run()
    key = f"forms.sort.{answer.answer_id}"
    app.button(key=opener).click()
    app.multiselect(key=f"{key}.questions").set_value([found.trame[1].question_id, found.trame[4].question_id])
    next(one for one in app.button if one.label == translate("fr", "forms-save")).click().run()
    after = results.view_results(visitor.actor(), form_id).answers[item.item_id][0]
    assert set(after.question_ids) == {found.trame[1].question_id, found.trame[4].question_id}
    assert after.tags == answer.tags


def test_tag_filters_open_answers(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("questionnaire", questionnaire=the_example(visitor), vue="reponses")
    before = html_of(app).count("<li>")
    app.button_group(key="forms.results.tag").select("gestion").run()
    assert 0 < html_of(app).count("<li>") < before
