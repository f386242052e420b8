"""A meeting with two browsers: minutes written together, closed under the pen, taken away; found by a word."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visits, enter_example
from tests.e2e.test_every_page import faults, settle
from tests.e2e.test_write_together import ready, saved

TEXT = '.chemise-text[data-fragment="minutes"]'


def write(page: Page, words: str) -> None:
    """Write a line at the end of the minutes, key by key."""
    page.locator(f"{TEXT} > p").last.click()
    expect(page.locator(TEXT)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def test_minutes_are_written_together_then_closed_under_the_pen(server: Server, visits: Visits) -> None:
    chief, partner = visits.new(server.url), visits.new(server.url, width=360)
    enter_example(chief, "facilitator", "/reunions")
    settle(chief)
    chief.get_by_role("button", name="Préparer une réunion").click()
    dialog = chief.get_by_role("dialog")
    dialog.get_by_label("Objet de la réunion").fill("Atelier du jour")
    dialog.get_by_label("Jour", exact=True).fill("16/01/2024")
    dialog.get_by_role("button", name="Préparer la réunion").click()
    expect(chief.get_by_role("heading", name="Atelier du jour")).to_be_visible()
    ready(chief)
    write(chief, "La chemise aura treize fiches.")
    saved(chief)
    enter_example(partner, "partner")
    partner.goto(chief.url)
    ready(partner)
    expect(partner.locator(TEXT)).to_contain_text("La chemise aura treize fiches.")
    write(partner, "Et une couverture dessinée.")
    saved(partner)
    expect(chief.locator(TEXT)).to_contain_text("Et une couverture dessinée.")
    settle(chief)
    assert faults(chief) == []
    assert faults(partner) == []
    chief.get_by_role("button", name="Arrêter le compte rendu").click()
    chief.get_by_role("dialog").get_by_role("button", name="Arrêter", exact=True).click()
    expect(chief.get_by_text(re.compile("Compte rendu arrêté le"))).to_be_visible()
    expect(partner.locator(TEXT)).to_have_attribute("contenteditable", "false")
    address = chief.get_by_role("link", name="PDF").get_attribute("href")
    assert chief.request.get(f"{server.url}{address}").body().startswith(b"%PDF")
    partner.goto("/recherche?q=dessinee")
    expect(partner.locator(".cf-found mark")).to_have_text("dessinée")
    partner.get_by_role("link", name="Atelier du jour").click()
    expect(partner.get_by_role("heading", name="Atelier du jour")).to_be_visible()
    assert visits.problems == []
