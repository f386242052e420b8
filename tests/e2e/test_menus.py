"""The menu of screens and a menu of rare acts, in a browser: named, readable, walked through by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_every_page import faults, settle


def test_the_menu_of_screens_has_headings(enter: Callable[..., Page]) -> None:
    page = enter("facilitator")
    menu = page.get_by_role("navigation", name="Écrans")
    said = menu.aria_snapshot()
    found = [
        said.index(words) for words in ("Écrire ensemble", "Décider ensemble", "Argent commun", "Groupe et compte")
    ]
    assert found == sorted(found)
    assert "Groupe et compte" not in said[: said.index("Adhésions")] or "Structures" in said


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
    expect(menu.get_by_role("menuitem", name="Historique")).to_be_focused()
    settle(page)
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    opener.press("Enter")
    properties = menu.get_by_role("menuitem", name="Propriétés")
    expect(menu.get_by_role("menuitem").first).to_be_focused()
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
    expect(page).to_have_url(lambda url: "/historique?fiche=" in url)
