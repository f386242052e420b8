"""History through the real frame: the timeline, comparing, restoring, the replay, what changed since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import update

from db.models import Person
from db.session import unit_of_work
from pages.widgets.plain import plain
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import html_of, labels, press
from tests.pages.fiches.test_review_pages import own_fiche, write
from workspace.fiches import service as fiches
from workspace.history import service
from workspace.history.words import Moment
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate
from workspace.livetext import service as livetext

Enter = Callable[[Role], Visitor]


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_moments_are_compared_with_marks_for_eyes_and_ears(entered: Enter, language: str) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    fiche_id = own_fiche(actor)
    view = fiches.view_fiche(actor, fiche_id)
    livetext.name_version(actor, view.text_id, "Réunion <b>de</b> janvier")
    write(actor, fiche_id, "Une bonne idée suffit pour <i>venir</i>.")
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    html = html_of(visitor.open("historique", fiche=fiche_id))
    assert "Réunion &lt;b&gt;de&lt;/b&gt; janvier" in html
    assert f'<ins><span class="cf-sr"> {translate(language, "diff-added")} </span>bonne ' in html
    assert "<i>venir" not in html


def test_a_version_is_named_and_an_older_one_restored(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    fiche_id = own_fiche(actor)
    app = visitor.open("historique", fiche=fiche_id)
    app.text_input(key="history.version.name").input("Première")
    press(app, "fiche-version-keep")
    assert not app.error
    named = service.view_history(actor, fiche_id).versions[0]
    assert named.name == "Première"
    write(actor, fiche_id, "Tout autre chose.")
    app = visitor.open("historique", fiche=fiche_id, de=named.version_id)
    app.button(key="history.restore").click().run()
    press(app, "history-restore-yes", "history.restore")
    assert service.compare_versions(actor, fiche_id, named.version_id, None).is_same


def test_a_reader_and_a_locked_text_have_nothing_to_restore(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    fiche_id = own_fiche(actor)
    text_id = fiches.view_fiche(actor, fiche_id).text_id
    livetext.name_version(actor, text_id, "Première")
    write(actor, fiche_id, "Tout autre chose.")
    assert translate("fr", "history-restore") in labels(visitor.open("historique", fiche=fiche_id))
    livetext.lock_text(actor, text_id)
    app = visitor.open("historique", fiche=fiche_id)
    assert translate("fr", "history-restore") not in labels(app)
    assert translate("fr", "history-locked") in [item.value for item in app.info]
    livetext.unlock_text(actor, text_id)
    visitor.enter(Role.OBSERVER)
    assert translate("fr", "history-restore") not in labels(visitor.open("historique", fiche=fiche_id))


def test_an_older_title_is_shown_and_brought_back(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    fiche_id = own_fiche(actor)
    draft = fiches.view_fiche(actor, fiche_id).draft
    fiches.change_fiche(actor, fiche_id, replace(draft, title="Une <b>belle</b> fiche à nous"))
    (change,) = service.view_history(actor, fiche_id).wordings
    app = visitor.open("historique", fiche=fiche_id)
    assert translate("fr", "wording-title") in [item.value for item in app.header]
    assert "&lt;b&gt;belle&lt;/b&gt;" in html_of(app)
    livetext.name_version(actor, fiches.view_fiche(actor, fiche_id).text_id, "Après")
    fiches.change_fiche(actor, fiche_id, replace(fiches.view_fiche(actor, fiche_id).draft, accroche="Venez !"))
    app = visitor.open("historique", fiche=fiche_id)
    assert "Après" in app.selectbox[0].options[app.selectbox[0].index]  # the accroche changed since
    app.button(key=f"history.wording.{change.wording_id}").click().run()
    assert not app.exception
    assert fiches.view_fiche(actor, fiche_id).draft.title == "Une fiche à nous"
    visitor.enter(Role.OBSERVER)
    app = visitor.open("historique", fiche=fiche_id)
    assert translate("fr", "wording-read") in [item.value for item in app.caption]
    assert not [one for one in app.button if one.key and one.key.startswith("history.wording")]


def test_the_replay_goes_step_by_step(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    partner = visitor.actor()
    fiche_id = own_fiche(partner)
    chief = visitor.enter(Role.FACILITATOR)
    write(chief, fiche_id, "Une idée suffit pour venir nous voir.")
    app = visitor.open("historique", fiche=fiche_id)
    app.segmented_control[0].select("replay").run() if hasattr(app, "segmented_control") else app.button_group(
        key="history.view"
    ).set_value(["replay"]).run()
    assert not app.exception
    assert "Une idée suffit pour venir." in html_of(app)
    assert "<ins>" not in html_of(app)
    app.button(key="history.replay.next").click().run()
    assert not app.exception
    assert "<ins>" in html_of(app)
    app.button(key="history.replay.toggle").click().run()
    assert not app.exception


def test_what_changed_since_a_date_names_fiches_and_counts_words(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    fiche_id = own_fiche(visitor.actor())
    app = visitor.open("changements")
    said = [item.label for item in app.expander]
    assert any("Une fiche à nous" in label and "+9 −0" in label for label in said)
    app.selectbox(key="changes.since").select("changes-date").run()
    assert not app.exception
    assert fiche_id is not None


def named(visitor: Visitor) -> list[Moment]:
    """The moments that people named, without the meetings held."""
    return [one for one in service.view_moments(visitor.actor()).moments if one.meeting_id is None]


def test_a_meeting_is_named_once_and_asked_by_all(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    fiche_id = own_fiche(visitor.actor())

    app = visitor.open("changements")
    app.button(key="changes.moment.open").click().run()
    app.text_input(key="changes.moment.name").input("Réunion <b>du</b> jour")
    app.text_input(key="changes.moment.day").input("31/02/2026")
    press(app, "moment-name-yes", "changes.moment.open")
    assert [one.value for one in app.error] == [translate("fr", "error-day-unreadable", typed=plain("31/02/2026"))]
    assert app.text_input(key="changes.moment.day").value == "31/02/2026"
    assert named(visitor) == []
    app.text_input(key="changes.moment.day").input("5 janvier 2026")
    press(app, "moment-name-yes", "changes.moment.open")
    assert not app.error
    (moment,) = named(visitor)
    assert moment.name == "Réunion <b>du</b> jour"
    app.run()
    assert app.selectbox(key="changes.since").value == "named:Réunion <b>du</b> jour"
    visitor.enter(Role.OBSERVER)
    app = visitor.open("changements", fiche=fiche_id)
    assert app.title[0].value == plain(translate("fr", "changes-of", title="Une fiche à nous"))
    assert "changes.moment.open" not in {one.key for one in app.button}
    app.selectbox(key="changes.since").select("named:Réunion <b>du</b> jour").run()
    assert not app.exception
    assert "<ins>" in html_of(app)
    assert "changes.moment.forget" not in {one.key for one in app.button}
    visitor.enter(Role.FACILITATOR)
    app = visitor.open("changements")
    app.selectbox(key="changes.since").select("named:Réunion <b>du</b> jour").run()
    app.button(key="changes.moment.forget").click().run()
    app.button(key="changes.moment.forget").click()
    app.button(key="changes.moment.forget.yes").click().run()
    assert not app.exception
    assert named(visitor) == []


def test_an_address_of_nothing_says_so(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    for asked in ("", "pas-un-id", "00000000-0000-0000-0000-000000000000"):
        app = visitor.open("historique", fiche=asked)
        assert app.title[0].value == translate("fr", "fiche-missing-title")
