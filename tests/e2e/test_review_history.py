"""Two browsers: a version restored is seen live by the other; the last approval locks the other's open editor."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visits, enter_example
from tests.e2e.test_every_page import faults, settle
from tests.e2e.test_write_together import EDITOR, TEXT, ready, saved, words_of, write


def open_fiche(page: Page, title: str) -> str:
    """From the board to a fiche, its text there; gives its address."""
    page.goto("/fiches")
    page.get_by_role("link", name=re.compile(title)).first.click()
    ready(page)
    return page.url


def add(page: Page, words: str) -> None:
    """Write at the very end of the first level, whatever block stands there."""
    page.locator(f"{TEXT} p").last.click()
    expect(page.locator(TEXT)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(f" {words}")
    saved(page)


def test_a_restored_version_is_seen_live_and_typing_goes_on(server: Server, visits: Visits) -> None:
    partner, facilitator = visits.new(server.url), visits.new(server.url)
    enter_example(partner, "partner")
    url = open_fiche(partner, "Construire son projet")
    before = words_of(partner)
    write(partner, "Une phrase de trop.")
    saved(partner)
    enter_example(facilitator, "facilitator")
    facilitator.goto(url.replace("/fiche?", "/historique?"))
    expect(facilitator.locator(".cd ins")).to_contain_text("Une phrase de trop.")
    settle(facilitator)
    assert faults(facilitator) == []
    facilitator.get_by_role("button", name="Rétablir ce moment").click()
    facilitator.get_by_role("dialog").get_by_role("button", name="Rétablir", exact=True).click()
    expect(partner.locator(TEXT)).not_to_contain_text("Une phrase de trop.")
    assert words_of(partner) == before
    write(partner, "Et la suite.")
    saved(partner)
    expect(facilitator.get_by_text("Texte rétabli.")).to_be_visible()
    facilitator.goto(url)
    ready(facilitator)
    expect(facilitator.locator(TEXT)).to_contain_text("Et la suite.")
    assert not visits.problems


def test_the_last_approval_locks_the_open_editor_of_the_other(server: Server, visits: Visits) -> None:
    partner, facilitator = visits.new(server.url), visits.new(server.url)
    enter_example(facilitator, "facilitator")
    url = open_fiche(facilitator, "LaPlateforme, la maison commune")
    enter_example(partner, "partner")
    partner.goto(url)
    ready(partner)
    add(partner, "Écrit juste avant.")
    facilitator.get_by_role("button", name="Lire et approuver").click()
    dialog = facilitator.get_by_role("dialog")
    expect(dialog).to_contain_text("Écrit juste avant.")
    # Somebody writes while the person reads: refused, with the difference, and nothing is noted.
    add(partner, "Et pendant la lecture.")
    dialog.get_by_role("button", name="Approuver ces mots").click()
    expect(dialog.get_by_text(re.compile("Le texte a changé pendant que vous lisiez"))).to_be_visible()
    expect(dialog.locator("ins").first).to_contain_text("Et pendant la lecture.")
    expect(partner.locator(f'{EDITOR}[data-state="saved"]')).to_be_visible()
    dialog.get_by_role("button", name="Approuver ces mots").click()
    expect(facilitator.get_by_text(re.compile("Son texte est verrouillé")).first).to_be_visible()
    expect(partner.locator(f'{EDITOR}[data-state="readonly"]')).to_be_visible()
    expect(partner.locator(TEXT)).to_contain_text("Et pendant la lecture.")
    expect(facilitator.get_by_role("button", name="Publier")).to_be_visible()
    expect(facilitator.get_by_test_id("stToast")).to_have_count(0)  # Streamlit's own, gone by itself
    settle(facilitator)
    assert faults(facilitator) == []
    facilitator.get_by_role("button", name="Rouvrir").click()
    facilitator.get_by_label("Pourquoi la rouvrir").fill("Une adresse a changé")
    facilitator.get_by_role("dialog").get_by_role("button", name="Rouvrir la fiche").click()
    expect(partner.locator(f'{EDITOR}[data-state="saved"]')).to_be_visible()
    expect(facilitator.get_by_text("Une adresse a changé")).to_be_visible()
    assert not visits.problems


def test_changes_page_is_readable_on_a_phone(server: Server, visits: Visits) -> None:
    page = visits.new(server.url, width=360, scheme="dark")
    enter_example(page, "treasurer", "/changements")
    page.goto("/changements")
    expect(page.get_by_text(re.compile("fiches? (a|ont) changé depuis"))).to_be_visible()
    page.get_by_text(re.compile("Construire son projet · ")).first.click()
    expect(page.locator(".cd").first).to_be_visible()
    settle(page)
    assert faults(page) == []
