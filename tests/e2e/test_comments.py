"""Two people in two browsers: a comment stays at its words while the other writes, a suggestion is decided."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visits, enter_example
from tests.samples import photograph

TEXT = '.chemise-text[data-fragment="level1"]'
MARGIN = ".chemise-margin"


def ready(page: Page) -> None:
    expect(page.locator('.chemise-editor[data-synced="true"]')).to_be_visible()


@pytest.fixture
def both(server: Server, visits: Visits) -> tuple[Page, Page]:
    """A partner and the facilitator, of two structures, in the same fiche, with one paragraph of known words."""
    partner, facilitator = visits.new(server.url), visits.new(server.url)
    enter_example(partner, "partner")
    partner.get_by_role("link", name="Fiches", exact=True).click()
    partner.get_by_role("link", name=re.compile("Partir d’une idée")).first.click()
    ready(partner)
    # The meter pushes the text down when it comes: a click before that would fall beside.
    expect(partner.locator(".chemise-meter")).to_contain_text("mots")
    partner.locator(f"{TEXT} > p").last.click()
    expect(partner.locator(TEXT)).to_be_focused()
    partner.keyboard.press("Control+End")
    partner.keyboard.press("Enter")
    partner.keyboard.type("Trois personnes suffisent pour commencer.")
    expect(partner.locator(f"{TEXT} > p").last).to_have_text("Trois personnes suffisent pour commencer.")
    expect(partner.locator('.chemise-editor[data-state="saved"]')).to_be_visible()
    enter_example(facilitator, "facilitator")
    facilitator.goto(partner.url)
    ready(facilitator)
    return partner, facilitator


WHERE = """(paragraph, word) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(word)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + word.length)
        const box = range.getBoundingClientRect()
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
}"""


def choose(page: Page, word: str) -> None:
    """Select a word of the last paragraph as a person would: by a double click on it, again when the page moved."""
    last = page.locator(f"{TEXT} > p").last
    for _ in range(5):
        last.scroll_into_view_if_needed()
        box = last.evaluate(WHERE, word)
        page.mouse.dblclick(box["x"], box["y"])
        page.wait_for_timeout(400)  # the editor reads the page's selection after the browser made it
        if page.evaluate("getSelection().toString().trim()") == word:
            return
    raise AssertionError(f"{word} could not be selected")


def test_comment_stays_at_its_words_and_is_answered(both: tuple[Page, Page], visits: Visits) -> None:
    partner, facilitator = both
    choose(partner, "personnes")
    partner.keyboard.press("Control+Alt+m")
    partner.locator(f"{MARGIN} .chemise-fresh textarea").fill("Pourquoi trois ?")
    partner.get_by_role("button", name="Publier").click()
    expect(partner.locator(f"{MARGIN} .chemise-card .chemise-quote")).to_have_text("personnes")
    expect(partner.locator(f"{MARGIN} .chemise-card")).to_contain_text("Pourquoi trois ?")
    passage = facilitator.locator(f"{TEXT} .chemise-passage")
    expect(passage).to_have_text("personnes")
    # The other writes above, and in the same line before it.
    facilitator.locator(f"{TEXT} > p").first.click()
    facilitator.keyboard.press("Home")
    facilitator.keyboard.type("Encore plus haut. ")
    facilitator.locator(f"{TEXT} > p").last.click()
    facilitator.keyboard.press("Home")
    facilitator.keyboard.type("Deux ou ")
    expect(partner.locator(f"{TEXT} > p").last).to_contain_text("Deux ou")
    for page in both:
        expect(page.locator(f"{TEXT} .chemise-passage")).to_have_text("personnes")
    facilitator.locator(f"{TEXT} .chemise-passage").click()
    card = facilitator.locator(f"{MARGIN} .chemise-card")
    card.get_by_role("textbox").fill("Parce que deux se disputent.")
    card.get_by_role("button", name="Répondre").last.click()
    expect(partner.locator(f"{MARGIN} .chemise-card")).to_contain_text("Parce que deux se disputent.")
    # The words go: the comment says so, and is shown nowhere.
    choose(facilitator, "personnes")
    facilitator.keyboard.press("Delete")
    expect(partner.locator(f"{MARGIN} .chemise-card")).to_contain_text("Passage supprimé")
    expect(partner.locator(f"{TEXT} .chemise-passage")).to_have_count(0)
    partner.get_by_role("button", name="Marquer résolu").click()
    expect(facilitator.locator(f"{MARGIN} .chemise-card")).to_have_count(0)
    assert not visits.problems


def test_suggestion_is_accepted_by_the_other(both: tuple[Page, Page], visits: Visits) -> None:
    partner, facilitator = both
    partner.get_by_role("button", name="Mode suggestion").click()
    choose(partner, "suffisent")
    partner.keyboard.type("bastent")
    expect(facilitator.locator(f"{TEXT} del")).to_have_text("suffisent")
    expect(facilitator.locator(f"{TEXT} ins")).to_have_text("bastent")
    facilitator.get_by_role("button", name=re.compile("Commentaires et suggestions")).click()
    expect(facilitator.locator(f"{MARGIN} .chemise-proposal")).to_contain_text("A. M. (Apeas)")
    facilitator.get_by_role("button", name="Accepter", exact=True).click()
    for page in both:
        expect(page.locator(f"{TEXT} > p").last).to_contain_text("personnes bastent")
        expect(page.locator(f"{TEXT} :is(ins, del)")).to_have_count(0)
    assert not visits.problems


def test_formats_titles_and_pictures_are_suggested_and_what_cannot_be_says_so(
    both: tuple[Page, Page], visits: Visits, tmp_path: Path
) -> None:
    partner, facilitator = both
    partner.get_by_role("button", name="Mode suggestion").click()
    choose(partner, "suffisent")
    partner.keyboard.press("Shift+Enter")  # a line break within a paragraph
    expect(partner.get_by_role("alert").filter(has_text="ne se propose pas")).to_be_visible()
    choose(partner, "suffisent")
    partner.get_by_role("button", name="Gras").click()
    partner.get_by_role("button", name="Sous-titre").click()
    shown = facilitator.locator(f"{TEXT} > p").last
    expect(shown.locator('[data-format="proposedBold"]')).to_have_text("suffisent")
    expect(shown).to_have_attribute("data-becomes", "heading3")
    given = tmp_path / "facade.png"
    given.write_bytes(photograph())
    partner.keyboard.press("Control+End")
    partner.get_by_role("button", name="Image", exact=True).click()
    partner.locator(".chemise-dialog input[type=file]").set_input_files(given)
    expect(partner.locator(".chemise-dialog .chemise-figure-print")).to_contain_text("floue sur 17 cm")
    partner.get_by_label("Texte de remplacement").fill("La façade")
    partner.get_by_role("button", name="Insérer l’image").click()
    expect(facilitator.locator(f'{TEXT} figure[data-becomes="added"]')).to_be_visible()
    expect(partner.locator('.chemise-editor[data-state="saved"]')).to_be_visible()
    facilitator.reload()  # what is suggested comes back from what is stored
    ready(facilitator)
    facilitator.get_by_role("button", name=re.compile("Commentaires et suggestions")).click()
    cards = facilitator.locator(f"{MARGIN} .chemise-proposal")
    expect(cards).to_have_count(3)
    for said in (
        "En gras\u00a0: suffisent",
        "En sous-titre\u00a0: Trois personnes",
        "Image à ajouter\u00a0: La façade",
    ):
        expect(cards.filter(has_text=said)).to_have_count(1)
    facilitator.get_by_role("button", name="Tout accepter").click()
    for page in both:
        expect(page.locator(f"{TEXT} > h3").last).to_have_text("Trois personnes suffisent pour commencer.")
        expect(page.locator(f"{TEXT} > h3 strong").last).to_have_text("suffisent")
        expect(page.locator(f"{TEXT} figure").last).to_be_visible()
        expect(page.locator(f"{TEXT} [data-becomes], {TEXT} [data-format]")).to_have_count(0)
    assert not visits.problems


def test_links_lists_and_callouts_are_suggested_and_decided_of(both: tuple[Page, Page], visits: Visits) -> None:
    partner, facilitator = both
    partner.get_by_role("button", name="Mode suggestion").click()
    choose(partner, "suffisent")
    partner.get_by_role("button", name="Lien", exact=True).click()
    partner.get_by_label("Adresse", exact=True).fill("apeas.fr")
    partner.get_by_role("button", name="Poser le lien").click()
    partner.get_by_role("button", name="Liste à puces").click()
    shown = facilitator.locator(f"{TEXT} > p").last
    expect(shown.locator('[data-format="proposedLink"]')).to_have_text("suffisent")
    expect(shown).to_have_attribute("data-becomes", "bulletList")
    expect(facilitator.locator(f"{TEXT} li", has_text="Trois personnes")).to_have_count(0)
    expect(partner.locator('.chemise-editor[data-state="saved"]')).to_be_visible()
    facilitator.reload()  # what is suggested comes back from what is stored
    ready(facilitator)
    facilitator.get_by_role("button", name=re.compile("Commentaires et suggestions")).click()
    cards = facilitator.locator(f"{MARGIN} .chemise-proposal")
    for said in ("Lien vers https://apeas.fr\u00a0: suffisent", "En liste à puces\u00a0: Trois personnes"):
        expect(cards.filter(has_text=said)).to_have_count(1)
    facilitator.get_by_role("button", name="Tout accepter").click()
    for page in both:
        line = page.locator(f"{TEXT} > ul > li", has_text="Trois personnes")
        expect(line.locator('a[href="https://apeas.fr"]')).to_have_text("suffisent")
        expect(page.locator(f"{TEXT} [data-becomes], {TEXT} [data-format]")).to_have_count(0)
    assert not visits.problems


def test_margin_is_a_sheet_on_a_phone(enter: Callable[..., Page]) -> None:
    page = enter("treasurer", width=360)
    page.goto("/fiches")
    page.get_by_role("link", name=re.compile("Construire son projet")).first.click()
    ready(page)
    page.get_by_role("button", name="Commenter").click()
    page.locator(f"{MARGIN} textarea").fill("Sur tout le texte, depuis un téléphone.")
    page.get_by_role("button", name="Publier").click()
    card = page.locator(f"{MARGIN} .chemise-card")
    expect(card).to_contain_text("depuis un téléphone")
    expect(card).to_contain_text("Sur l’ensemble du texte")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
    page.keyboard.press("Escape")
    expect(page.locator(MARGIN)).to_be_hidden()
    expect(page.get_by_role("button", name=re.compile("Commentaires et suggestions"))).to_be_focused()
