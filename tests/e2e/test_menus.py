"""The menu of screens and a menu of rare acts, in a browser: named, readable, walked through by keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_every_page import faults, settle


def test_the_menu_of_screens_has_headings(enter: Callable[..., Page]) -> None:
    page = enter("facilitator")
    menu = page.get_by_role("navigation", name="Écrans")
    said = menu.aria_snapshot()
    headings = ("Écrire ensemble", "Décider ensemble", "Argent commun", "Groupe et compte")
    first = ('link "Fiches', 'link "Réunions', 'link "Budget', 'link "Structures')
    places = [said.index(words) for pair in zip(headings, first, strict=True) for words in pair]
    assert places == sorted(places)


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_rare_acts_by_keyboard(enter: Callable[..., Page], width: int, scheme: str) -> None:
    page = enter("facilitator", width=width, scheme=scheme)
    page.goto("/fiches")
    page.get_by_role("link", name="Partir d’une idée").first.click()
    expect(page.locator('.chemise-editor[data-synced="true"]')).to_be_visible()
    settle(page)
    opener = page.get_by_role("button", name="Autres actions")
    opener.press("Enter")
    menu = page.get_by_role("menu", name="Autres actions")
    expect(menu).to_be_focused()
    settle(page)
    # Streamlit hangs all that floats at the end of the page, outside of its landmarks.
    assert [one for one in faults(page) if not one.startswith("region")] == []
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    opener.press("Enter")
    properties = menu.get_by_role("menuitem", name="Propriétés")
    expect(menu).to_be_focused()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(properties).to_be_focused()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Propriétés")
    expect(dialog).to_be_visible()
    expect(menu).to_have_count(0)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    opener.click()
    menu.get_by_role("menuitem", name="Historique").click()
    expect(page).to_have_url(re.compile(r"/historique\?fiche="))


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_board_is_narrowed_in_one_box_by_keyboard(enter: Callable[..., Page], width: int, scheme: str) -> None:
    page = enter("partner", width=width, scheme=scheme)
    page.goto("/fiches")
    cards = page.locator(".cf-chip, .cf-list li")
    expect(cards.first).to_be_visible()
    every = cards.count()
    opener = page.get_by_role("button", name="Chercher, filtrer")
    settle(page)
    opener.press("Enter")
    field = page.get_by_label("Chercher", exact=True)
    expect(field).to_be_visible()
    settle(page)
    assert [one for one in faults(page) if not one.startswith("region")] == []
    field.fill("partir d")
    field.press("Enter")
    # The box stays open while one chooses, and the board behind it follows.
    expect(page.get_by_text(re.compile("Une fiche sur"))).to_be_visible()
    expect(field).to_be_visible()
    assert 0 < cards.count() < every
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    assert 0 < cards.count() < every
    page.get_by_role("button", name="Tout afficher (un filtre)").press("Enter")
    expect(cards).to_have_count(every)
    expect(page.get_by_role("button", name=re.compile("Tout afficher"))).to_have_count(0)
    # What was put away does not come back with the box.
    opener.press("Enter")
    expect(field).to_have_value("")
