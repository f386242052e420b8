"""The meter moves while one types, and the preview follows, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visits

TEXT = '.chemise-text[data-fragment="level1"]'
SUMMARY = ".chemise-meter summary"


def open_fiche(page: Page) -> None:
    page.get_by_role("link", name="Fiches", exact=True).click()
    page.get_by_role("link", name=re.compile("Partir d’une idée")).first.click()
    expect(page.locator('.chemise-editor[data-synced="true"]')).to_be_visible()


def side(page: Page, zone: str) -> str:
    return f'{SUMMARY} [data-zone="{zone}"]'


def words(page: Page) -> int:
    told = page.locator(f"{side(page, 'recto')} .chemise-meter-said")
    expect(told).to_be_visible()
    return int(re.match(r"\d+", told.inner_text()).group())  # type: ignore[union-attr]


def write(page: Page, text: str) -> None:
    page.locator(f"{TEXT} > p").last.click()
    expect(page.locator(TEXT)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(text)


def test_meter_moves_as_one_types_and_quotes_the_long_sentence(enter: Callable[..., Page], visits: Visits) -> None:
    page = enter("partner")
    open_fiche(page)
    before = words(page)
    expect(page.locator(side(page, "recto"))).to_have_attribute("data-weight", "light")
    long = "Une phrase " + "vraiment " * 20 + "longue."
    write(page, long)
    told = page.locator(f"{side(page, 'recto')} .chemise-meter-said")
    expect(told).to_have_text(f"{before + 23} mots sur 100 conseillés")
    page.locator(SUMMARY).click()
    expect(page.locator('.chemise-meter li[data-zone="recto"] q')).to_contain_text("Une phrase vraiment")
    # What takes the meter's place must not take the caret.
    page.locator(f"{TEXT} > p").last.click()
    page.keyboard.press("Control+End")
    page.keyboard.insert_text(" Encore.")
    expect(page.locator('.chemise-meter li[data-zone="recto"] .chemise-meter-said')).to_contain_text(str(before + 24))
    expect(page.locator(TEXT)).to_be_focused()
    assert not visits.problems


def test_too_much_text_no_longer_fits_and_the_preview_shows_it(enter: Callable[..., Page], visits: Visits) -> None:
    page = enter("facilitator")
    open_fiche(page)
    words(page)
    page.get_by_text("Aperçu", exact=True).click()
    pane = page.locator(".st-key-cf-fiche-preview")
    expect(pane.get_by_text("Recto, tel qu’il sera imprimé. Tient sur la feuille.")).to_be_visible()
    first = pane.locator("img").first.get_attribute("src")
    # The editor stayed where it was: the pane stands beside it.
    write(page, "Des mots qui remplissent la page. " * 120)
    expect(page.locator(f"{side(page, 'recto')} .chemise-meter-sheet")).to_contain_text("Dépasse la feuille de")
    expect(page.locator(side(page, "recto"))).to_have_attribute("data-weight", "heavy")
    expect(pane.get_by_text(re.compile("Recto, tel qu’il sera imprimé. Dépasse la feuille de"))).to_be_visible()
    assert pane.locator("img").first.get_attribute("src") != first
    expect(page.locator(TEXT)).to_be_focused()
    pane.get_by_text("Téléphone", exact=True).click()
    expect(pane.locator(".cp")).to_contain_text("Des mots qui remplissent la page.")
    assert not visits.problems


def test_meter_and_preview_hold_on_a_phone(enter: Callable[..., Page]) -> None:
    page = enter("partner", width=360)
    page.goto(page.evaluate("location.origin") + "/fiches")
    page.get_by_role("link", name=re.compile("Partir d’une idée")).locator("visible=true").first.click()
    words(page)
    page.get_by_text("Aperçu", exact=True).click()
    pane = page.locator(".st-key-cf-fiche-preview")
    pane.get_by_text("Téléphone", exact=True).click()
    expect(pane.locator(".cp")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert pane.locator(".cp-frame").evaluate("e => e.getBoundingClientRect().right <= innerWidth")
