"""Targets in Réglages and the preview of a fiche, through the real frame."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visitor
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheDraft
from workspace.kernel.actor import Actor, Role
from workspace.kernel.messages import LANGUAGES, translate
from workspace.lightness import service
from workspace.lightness.words import Bounds, Targets
from workspace.publishing import typesetter
from workspace.publishing.words import Paper, TypesetterBusy

Enter = Callable[[Role], Visitor]


def html_of(app: AppTest) -> str:
    return "\n".join(item.proto.body for item in app.get("html"))


def field(app: AppTest, name: str, version: int = 0) -> object:
    return app.number_input(key=f"reglages.targets.{version}.{name}")


def show_phone(app: AppTest) -> None:
    app.get("button_group")[0].set_value("phone").run()
    assert not app.exception


def first_fiche(actor: Actor) -> UUID:
    return fiches.view_board(actor).cards[0].fiche_id


def test_facilitator_sees_the_defaults_with_their_source_and_changes_them(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    assert field(app, "recto.target").value == 100
    assert translate("fr", "lightness-targets-default", target=100, limit=125) in [one.value for one in app.caption]
    assert any("ROBVQ" in one.value for one in app.markdown)
    assert not [one for one in app.button if one.key == "reglages.targets.reset"]
    field(app, "recto.target").set_value(80)
    app.radio(key="reglages.targets.0.paper").set_value(Paper.A5)
    app.button(key="reglages.targets.save").click().run()
    assert not app.error
    now = service.view_targets(visitor.actor()).targets
    assert (now.recto, now.paper) == (Bounds(80, 125), Paper.A5)
    app.button(key="reglages.targets.reset").click().run()
    assert service.view_targets(visitor.actor()).targets == Targets()


def test_limit_below_the_target_is_refused_and_stays_typed(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    field(app, "verso.limit").set_value(10)
    app.button(key="reglages.targets.save").click().run()
    assert [one.value for one in app.error] == [translate("fr", "error-target-limit", target=250, limit=10)]
    assert field(app, "verso.limit").value == 10
    assert service.view_targets(visitor.actor()).version == 0


def test_targets_saved_meanwhile_are_shown_and_the_typed_ones_kept(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    service.change_targets(visitor.actor(), Targets(ease=40), 0)
    field(app, "recto.target").set_value(90)
    app.button(key="reglages.targets.save").click().run()
    assert app.warning
    assert field(app, "recto.target").value == 90
    app.button(key="reglages.targets.keep").click().run()
    assert field(app, "recto.target", version=1).value == 90
    app.button(key="reglages.targets.save").click().run()
    assert service.view_targets(visitor.actor()).targets.recto.target == 90


@pytest.mark.parametrize("role", [Role.PARTNER, Role.TREASURER])
def test_others_read_the_targets(entered: Enter, role: Role) -> None:
    app = entered(role).open("reglages")
    assert not app.number_input
    assert translate("fr", "lightness-targets-value-words", target=250, limit=300) in html_of(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_preview_shows_both_sides_and_whether_they_fit(entered: Enter, language: str) -> None:
    from sqlalchemy import update

    from db.models import Person
    from db.session import unit_of_work

    visitor = entered(Role.PARTNER)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    app = visitor.open("fiche", fiche=first_fiche(visitor.actor()))
    assert not app.get("image")
    app.toggle(key="fiche.preview").set_value(True).run()
    assert not app.exception
    captions = [one.caption for group in app.get("image") for one in group.proto.imgs]
    side = translate(language, "lightness-preview-side", side=translate(language, "lightness-zone-recto"))
    assert captions[0] == f"{side}. {translate(language, 'lightness-fits')}."
    assert len(captions) == 2


def test_preview_shows_the_phone(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("fiche", fiche=first_fiche(visitor.actor()))
    app.toggle(key="fiche.preview").set_value(True).run()
    show_phone(app)
    assert not app.get("image")
    assert '<article class="cp"' in html_of(app)
    assert translate("fr", "lightness-phone-more") in html_of(app)


def test_preview_shows_what_people_typed_as_text(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    nasty = "<img src=x onerror=alert(1)> #panic() **gras**"
    fiche_id = fiches.create_fiche(visitor.actor(), FicheDraft(title=nasty, accroche=nasty))
    app = visitor.open("fiche", fiche=fiche_id)
    app.toggle(key="fiche.preview").set_value(True).run()
    assert len([one for group in app.get("image") for one in group.proto.imgs]) == 2
    show_phone(app)
    assert "<img src=x" not in html_of(app)


def test_preview_without_a_typesetter_says_so(entered: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object) -> None:
        raise TypesetterBusy

    visitor = entered(Role.PARTNER)
    monkeypatch.setattr(typesetter, "_ask", busy)
    app = visitor.open("fiche", fiche=first_fiche(visitor.actor()))
    app.toggle(key="fiche.preview").set_value(True).run()
    assert translate("fr", "lightness-preview-unknown") in [one.value for one in app.info]


def test_editor_is_told_where_to_ask_for_the_measure(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    fiche_id = first_fiche(visitor.actor())
    app = visitor.open("fiche", fiche=fiche_id)
    (editor,) = [one for one in app.main if getattr(one, "type", "") == "bidi_component"]
    assert f"/fiches/{fiche_id}/measure" in str(editor.proto)
