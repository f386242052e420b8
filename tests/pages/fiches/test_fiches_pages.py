"""The fiches room through the real frame: each role, the empty folder, the words of strangers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from db.models import Fiche, Person
from db.session import unit_of_work
from pages.shell.session import VisitFacts
from tests.pages.conftest import Visitor
from workspace.fiches import service
from workspace.fiches.words import BoardFilters, FicheDraft, FicheKind
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate

Enter = Callable[[Role], Visitor]


def html_of(app: AppTest) -> str:
    return "\n".join(item.proto.body for item in app.get("html"))


MORE = {"fiche-properties": "fiche.more", "fiche-archive": "fiche.more", "fiches-order": "fiches.board.more"}


def labels(app: AppTest) -> set[str]:
    """The buttons, and the acts of the menus, without their icons."""
    acts = {one.partition(": ")[2] for menu in app.menu_button for one in menu.options}
    return {button.label for button in app.button} | acts


def choose(app: AppTest, act: str) -> AppTest:
    """Choose a rare act of a fiche, by the key of its words."""
    return app.menu_button(key="fiche.more").click(act).run()


def press(app: AppTest, label: str, opener: str = "") -> None:
    """Press a button; in a dialog, AppTest reruns the whole page, so what opened it is pressed again with it."""
    if opener in MORE:
        app.menu_button(key=MORE[opener]).click(opener)
    elif opener:
        app.button(key=opener).click()
    next(button for button in app.button if button.label == translate("fr", label)).click().run()
    assert not app.exception


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTNER, Role.TREASURER])
@pytest.mark.parametrize("language", LANGUAGES)
def test_board_is_one_table_in_both_languages(entered: Enter, role: Role, language: str) -> None:
    visitor = entered(role)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    app = visitor.open("fiches")
    html = html_of(app)
    assert html.count("<table") == 1
    assert f'<caption class="cf-sr">{translate(language, "fiches-matrix-caption")}</caption>' in html
    assert 'scope="row"' in html
    for card in service.view_board(visitor.actor()).cards:
        assert f'href="/fiche?fiche={card.fiche_id}"' in html
    assert (translate(language, "fiches-order") in labels(app)) == (role is Role.FACILITATOR)
    assert translate(language, "fiches-new") in labels(app)


def test_board_shows_what_people_typed_as_text(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    nasty = "<img src=x onerror=alert(1)>\"'&amp; **gras**"
    fiche_id = service.create_fiche(visitor.actor(), FicheDraft(title=nasty, accroche=nasty))
    app = visitor.open("fiches")
    assert "<img" not in html_of(app)
    app.segmented_control(key="cf-fiches.board.view").set_value("list").run()
    html = html_of(app)
    assert "<img" not in html
    assert 'class="cf-acc"' in html
    assert "&lt;img src=x onerror=alert(1)&gt;&quot;&#x27;&amp;amp; **gras**" in html
    app = visitor.open("fiche", fiche=fiche_id)
    assert "<img" not in html_of(app)
    assert "\\*\\*gras\\*\\*" in app.title[0].value
    html = html_of(visitor.open("trame"))
    assert "<img" not in html


def test_search_and_filters_narrow_the_board(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    service.create_fiche(visitor.actor(), FicheDraft(title="Zèbre rayé"))
    app = visitor.open("fiches")
    app.session_state["fiches.board.choices"] = True
    app.run().text_input(key="fiches.board.search").input("zebre").run()
    html = html_of(app)
    assert "Zèbre rayé" in html
    assert html.count('<a class="cf-chip') == 1
    app.text_input(key="fiches.board.search").input("introuvable").run()
    assert translate("fr", "fiches-nothing-found") in app.info[-1].value
    app.button(key="fiches.board.clear").click().run()
    assert html_of(app).count('<a class="cf-chip') > 1
    app.toggle(key="fiches.board.archived").set_value(True).run()
    assert translate("fr", "fiches-nothing-archived") in app.info[-1].value
    # What was chosen holds when the box is closed again, and is put away with the rest.
    app.session_state["fiches.board.choices"] = False
    assert translate("fr", "fiches-nothing-archived") in app.run().info[-1].value
    assert translate("fr", "fiches-clear", count=1) == app.button(key="fiches.board.clear").label
    app.button(key="fiches.board.clear").click().run()
    assert html_of(app).count('<a class="cf-chip') > 1


def test_a_phone_begins_with_the_list(entered: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = entered(Role.PARTNER)
    assert 'class="cf-matrix"' in html_of(visitor.open("fiches"))
    monkeypatch.setattr(VisitFacts, "is_phone", True)
    html = html_of(visitor.open("fiches"))
    assert 'class="cf-list"' in html
    assert 'class="cf-matrix"' not in html


def test_empty_folder_says_what_to_do_first(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    with unit_of_work() as session:
        for fiche in session.query(Fiche).all():
            session.delete(fiche)
    app = visitor.open("fiches")
    assert app.subheader[0].value == translate("fr", "fiches-empty-title")
    assert translate("fr", "fiches-new") in labels(app)


def test_create_fiche_from_the_dialog_opens_it(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("fiches")
    app.button(key="fiches.board.new").click().run()
    app.text_input(key="fiches.new.title").input("Une fiche de plus")
    press(app, "fiches-create", "fiches.board.new")
    assert translate("fr", "error-fiche-etape") in [item.value for item in app.error]
    assert app.text_input(key="fiches.new.title").value == "Une fiche de plus"
    etapes = service.view_choices(visitor.actor()).etapes
    app.multiselect(key="fiches.new.etapes").select(etapes[0].choice_id)
    press(app, "fiches-create", "fiches.board.new")
    assert app.title[0].value == "Une fiche de plus"
    (made,) = [card for card in service.view_board(visitor.actor()).cards if card.title == "Une fiche de plus"]
    assert made.etape_ids == (etapes[0].choice_id,)


@pytest.mark.parametrize("asked", ["", "not-a-uuid", "00000000-0000-4000-8000-000000000000"])
def test_unknown_fiche_is_said_kindly_with_a_way_back(entered: Enter, asked: str) -> None:
    app = entered(Role.PARTNER).open("fiche", fiche=asked)
    assert app.title[0].value == translate("fr", "fiche-missing-title")
    assert not app.error
    assert app.get("page_link")


def test_fiche_mounts_the_editor_and_draws_only_what_may_be_done(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    views = [service.view_fiche(actor, card.fiche_id) for card in service.view_board(actor).cards]
    mine = next(view for view in views if view.abilities.may_change)
    theirs = next(view for view in views if not view.abilities.may_change)
    app = visitor.open("fiche", fiche=mine.fiche_id)
    assert {translate("fr", "fiche-properties"), translate("fr", "fiche-archive")} <= labels(app)
    assert any(element.type == "bidi_component" for element in app.main if hasattr(element, "type"))
    app = visitor.open("fiche", fiche=theirs.fiche_id)
    assert not {translate("fr", "fiche-properties"), translate("fr", "fiche-archive")} & labels(app)


def test_properties_saved_from_an_old_form_keep_what_was_typed(
    entered: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    view = service.view_fiche(actor, service.view_board(actor).cards[0].fiche_id)
    app = visitor.open("fiche", fiche=view.fiche_id)
    choose(app, "fiche-properties")
    key = f"fiche.properties.{view.fiche_id}.{view.draft.version}"
    service.change_fiche(actor, view.fiche_id, view.draft)
    # The dialog keeps the fiche as it was when it opened; AppTest would open it anew.
    with monkeypatch.context() as patched:
        patched.setattr(service, "view_fiche", lambda *_: view)
        _save_title(app, key)
    assert service.view_fiche(actor, view.fiche_id).draft.title != "Mon titre"


def _save_title(app: AppTest, key: str) -> None:
    app.text_input(key=f"{key}.title").input("Mon titre")
    press(app, "fiches-save", "fiche-properties")
    assert translate("fr", "error-stale-edit") in [item.value for item in app.error]
    assert app.text_input(key=f"{key}.title").value == "Mon titre"


def test_archive_then_restore_from_the_page(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    fiche_id = service.view_board(actor).cards[0].fiche_id
    app = visitor.open("fiche", fiche=fiche_id)
    choose(app, "fiche-archive")
    press(app, "fiche-archive-yes", "fiche-archive")
    assert [card.fiche_id for card in service.view_board(actor, BoardFilters(archived=True)).cards] == [fiche_id]
    app = visitor.open("fiche", fiche=fiche_id)
    assert app.warning
    assert translate("fr", "fiche-properties") not in labels(app)
    app.button(key="fiche.restore").click().run()
    assert service.view_board(actor).cards[-1].fiche_id == fiche_id


def test_facilitator_moves_a_fiche(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    last = service.view_board(visitor.actor()).cards[-1]
    app = visitor.open("fiches")
    app.menu_button(key="fiches.board.more").click("fiches-order").run()
    app.selectbox(key="fiches.order.which").select(last.fiche_id)
    app.number_input(key="fiches.order.place").set_value(1)
    press(app, "fiches-order-move", "fiches-order")
    assert service.view_board(visitor.actor()).cards[0].fiche_id == last.fiche_id


def test_trame_is_read_by_all_and_edited_by_the_facilitator(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("trame")
    assert translate("fr", "trame-edit") not in labels(app)
    assert "<ol" in html_of(app)


def test_trame_form_moves_removes_and_adds(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    before = service.view_trame(actor)
    app = visitor.open("trame")
    app.button(key="trame.edit").click().run()
    first, second, third = before.questions[:3]

    def key(question: object, what: str) -> str:
        return f"trame.{before.stamp}.{question.question_id}.{what}"

    app.number_input(key=key(third, "place")).set_value(1)
    app.checkbox(key=key(second, "remove")).check()
    app.text_area(key=key(first, "text")).input("Reformulée\u202f?")
    app.text_area(key=f"trame.{before.stamp}.added").input("Une de plus\u202f?\n\nEt une autre\u202f?")
    press(app, "trame-save")
    assert not app.error
    texts = [question.text for question in service.view_trame(actor).questions]
    assert texts[:2] == [third.text, "Reformulée\u202f?"]
    assert second.text not in texts
    assert texts[-2:] == ["Une de plus\u202f?", "Et une autre\u202f?"]


def test_trame_form_never_overwrites_what_came_meanwhile(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    app = visitor.open("trame")
    app.button(key="trame.edit").click().run()
    service.save_trame(actor, [], service.view_trame(actor).stamp)
    press(app, "trame-save")
    assert translate("fr", "error-stale-edit") in [item.value for item in app.error]
    assert service.view_trame(actor).questions == ()


def test_every_kind_has_its_sentences() -> None:
    for language in LANGUAGES:
        for kind in FicheKind:
            assert translate(language, f"fiches-kind-{kind.value}-help")
