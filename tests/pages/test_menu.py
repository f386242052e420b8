"""The menu of screens under its headings, and the menus of rare acts beside what is pressed at each visit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pages.shell.navigation import SCREENS, menu_rules
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import choose, html_of, labels
from workspace.fiches import service
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate

Enter = Callable[[Role], Visitor]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_stand_before_screens_that_everybody_sees(language: str) -> None:
    begun = [screen for screen in SCREENS if screen.under]
    assert [screen.url for screen in begun] == ["fiches", "reunions", "budget", "structures"]
    assert all(screen.in_menu and not screen.admin for screen in begun)
    rules = menu_rules(language)
    assert all(f'{{content:"{translate(language, str(screen.under))}"}}' in rules for screen in begun)
    assert not {'"', "\\", "<"} & set("".join(translate(language, str(screen.under)) for screen in begun))


def test_rare_acts_of_a_fiche_lead_where_they_say(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    fiche_id = service.view_board(visitor.actor()).cards[0].fiche_id
    app = choose(visitor.open("fiche", fiche=fiche_id), "history-title")
    assert not app.exception
    assert f'aria-label="{translate("fr", "history-view-compare")}"' in html_of(app)
    app = choose(visitor.open("fiche", fiche=fiche_id), "decision-from-fiche")
    assert not app.exception
    assert translate("fr", "decision-open") in labels(app)


def test_meeting_keeps_its_rare_acts_in_a_menu(entered: Enter) -> None:
    from workspace.meetings import service as meetings

    visitor = entered(Role.FACILITATOR)
    ahead = meetings.view_meetings(visitor.actor()).ahead[0]
    app = visitor.open("reunion", reunion=ahead.meeting_id)
    app.menu_button(key="reunion.more").click("meeting-cancel").run()
    app.menu_button(key="reunion.more").click("meeting-cancel")
    app.button(key="reunion.cancel.yes").click().run()
    assert meetings.view_meeting(visitor.actor(), ahead.meeting_id).stage.value == "cancelled"
    app.button(key="reunion.meeting-hold").click().run()
    assert meetings.view_meeting(visitor.actor(), ahead.meeting_id).stage.value == "ahead"
