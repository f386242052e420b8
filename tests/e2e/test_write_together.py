"""The main job: two people of two structures write the same fiche in two browsers, and nothing is lost."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visits, enter_example

EDITOR = ".chemise-editor"
TEXT = '.chemise-text[data-fragment="level1"]'


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server that the test may kill."""
    made = Server(tmp_path / "data").start()
    yield made
    if made.process is not None and made.process.poll() is None:
        made.stop()


def open_fiche(page: Page) -> str:
    """From Accueil to the first fiche of the board, with its live text there. Gives its address."""
    page.get_by_role("link", name="Fiches", exact=True).click()
    page.get_by_role("link", name=re.compile("Partir d’une idée")).first.click()
    ready(page)
    return page.url


def ready(page: Page) -> None:
    """The text is there and this browser is joined."""
    expect(page.locator(f'{EDITOR}[data-synced="true"]')).to_be_visible()


def write(page: Page, words: str) -> None:
    """Write at the end of the first level, key by key."""
    page.locator(f"{TEXT} > p").last.click()
    expect(page.locator(TEXT)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def words_of(page: Page) -> str:
    """What the first level says, without the names on the others' carets."""
    return str(
        page.locator(TEXT).evaluate(
            """text => {
                const copy = text.cloneNode(true)
                copy.querySelectorAll('.chemise-caret').forEach(caret => caret.remove())
                return copy.textContent
            }"""
        )
    )


def saved(page: Page) -> None:
    """The server has it safe."""
    expect(page.locator(f'{EDITOR}[data-state="saved"]')).to_be_visible()


def both(server: Server, visits: Visits) -> tuple[Page, Page]:
    """A partner and the facilitator, of two structures, in the same fiche."""
    partner, facilitator = visits.new(server.url), visits.new(server.url)
    enter_example(partner, "partner")
    url = open_fiche(partner)
    enter_example(facilitator, "facilitator")
    facilitator.goto(url)
    ready(facilitator)
    return partner, facilitator


def test_two_people_write_the_same_fiche_at_once(server: Server, visits: Visits) -> None:
    partner, facilitator = both(server, visits)
    write(partner, "Mots de la partenaire.")
    expect(facilitator.locator(TEXT)).to_contain_text("Mots de la partenaire.")
    write(facilitator, "Mots de l’animation.")
    expect(partner.locator(TEXT)).to_contain_text("Mots de l’animation.")
    for page in (partner, facilitator):
        saved(page)
        expect(page.locator(".chemise-people")).to_contain_text(re.compile("SD|AM"))
    assert words_of(partner) == words_of(facilitator)
    assert words_of(partner).endswith("Mots de la partenaire.Mots de l’animation.")
    partner.reload()
    ready(partner)
    expect(partner.locator(TEXT)).to_contain_text("Mots de l’animation.")
    assert not visits.problems


WRITES = "document.execCommand('insertText', false, 'a')"
MOVES = "getSelection().modify('move', n++ % 60 < 30 ? 'backward' : 'forward', 'character')"


def busy(one: Page, other: Page, act: str) -> None:
    """One does `act` fifty times a second at the end of the text, from when the other sees it."""
    one.locator(f"{TEXT} > p").last.click()
    one.evaluate(f"() => {{ let n = 0; setInterval(() => {act}, 20) }}")
    expect(other.locator(f"{TEXT} .chemise-caret")).to_be_visible()


@pytest.mark.parametrize("act", [WRITES, MOVES])
def test_a_click_stays_where_it_was_made_while_others_write_and_move(
    server: Server, visits: Visits, act: str
) -> None:
    partner, facilitator = both(server, visits)
    busy(facilitator, partner, act)
    for turn in range(30):
        kind = ["h2", "p"][turn % 2]
        partner.locator(f"{TEXT} > {kind}").last.click()
        place = "() => getSelection().anchorNode.parentElement.closest('.chemise-text > *').localName"
        assert partner.evaluate(place) == kind


def test_keys_act_where_the_caret_is_while_others_move(server: Server, visits: Visits) -> None:
    partner, facilitator = both(server, visits)
    title = partner.locator(f"{TEXT} > h2").last
    start, press = title.inner_text()[:5], partner.keyboard.press
    busy(facilitator, partner, MOVES)
    title.click()
    for word in ("Autre", start) * 3:
        press("End")
        press("Home")
        for _ in range(5):
            press("Shift+ArrowRight")
        partner.keyboard.type(word)
        expect(title).to_have_text(re.compile(f"^{word} gestes pour commencer$"))


def test_many_clicks_take_one_paragraph_and_not_the_start_of_the_next(server: Server, visits: Visits) -> None:
    partner, _ = both(server, visits)
    title, next_block = partner.locator(f"{TEXT} > h2").last, partner.locator(f"{TEXT} > h2 + *").last
    before, after = title.inner_text(), next_block.inner_text()
    for words in ("Quatre clics", before):
        title.click(click_count=4)
        partner.keyboard.type(words)
        expect(title).to_have_text(words)
    title.hover()
    partner.mouse.down(click_count=3)  # the third of slow clicks: the browser counts three, ProseMirror one
    partner.mouse.up()
    partner.keyboard.type("Clics lents")
    expect(title).to_have_text("Clics lents")
    title.click(click_count=3)
    partner.keyboard.type(before)
    assert [title.inner_text(), next_block.inner_text()] == [before, after]


def test_words_survive_a_server_killed_without_warning(own_server: Server, visits: Visits) -> None:
    partner, facilitator = both(own_server, visits)
    write(partner, "Avant la panne.")
    saved(partner)
    own_server.stop(signal.SIGKILL)
    expect(partner.locator(f'{EDITOR}[data-state="offline"]')).to_be_visible(timeout=5_000)
    expect(partner.locator(".chemise-banner")).to_be_visible(timeout=5_000)
    write(partner, "Pendant la panne.")
    own_server.start()
    saved(partner)
    expect(facilitator.locator(TEXT)).to_contain_text("Avant la panne.")
    expect(facilitator.locator(TEXT)).to_contain_text("Pendant la panne.")
    assert partner.locator(TEXT).inner_text().count("Avant la panne.") == 1


def test_words_typed_offline_arrive_after_the_tab_was_closed(server: Server, visits: Visits) -> None:
    partner, facilitator = both(server, visits)
    context = partner.context
    url = partner.url
    context.set_offline(True)
    expect(partner.locator(".chemise-banner")).to_be_visible(timeout=5_000)
    write(partner, "Écrit dans le train.")
    expect(partner.locator(TEXT)).to_contain_text("Écrit dans le train.")
    partner.close(run_before_unload=False)
    context.set_offline(False)
    again = context.new_page()
    again.goto(url)
    ready(again)
    expect(facilitator.locator(TEXT)).to_contain_text("Écrit dans le train.")


def test_archiving_while_somebody_writes_locks_the_text_and_keeps_the_words(server: Server, visits: Visits) -> None:
    partner, facilitator = both(server, visits)
    write(partner, "Juste avant.")
    saved(partner)
    facilitator.get_by_role("button", name="Autres actions").click()
    facilitator.get_by_role("menuitem", name="Archiver").click()
    dialog = facilitator.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("rchiver")).last.click()
    expect(partner.locator(f'{EDITOR}[data-state="readonly"]')).to_be_visible()
    expect(partner.locator(TEXT)).to_contain_text("Juste avant.")
    facilitator.get_by_test_id("stBaseButton-secondary").get_by_text("Rétablir").click()
    expect(partner.locator(f'{EDITOR}[data-state="saved"]')).to_be_visible()


def test_write_at_360_pixels_without_sideways_scrolling(enter: Callable[..., Page]) -> None:
    page = enter("treasurer", width=360)
    page.goto("/fiches")
    page.get_by_role("link", name=re.compile("Construire son projet")).first.click()
    ready(page)
    write(page, "Depuis un téléphone.")
    saved(page)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360


def test_open_text_closes_at_once_when_its_person_signs_out_elsewhere(server: Server, visits: Visits) -> None:
    partner, facilitator = both(server, visits)
    other_tab = partner.context.new_page()
    other_tab.goto("/")
    other_tab.get_by_role("button", name="Se déconnecter").click()
    expect(other_tab.get_by_role("button", name="Partenaire")).to_be_visible()
    expect(partner.locator(".chemise-banner")).to_be_visible(timeout=5_000)
    expect(partner.locator(f'{EDITOR}[data-state="saved"]')).to_have_count(0)
    write(facilitator, "Après son départ.")
    saved(facilitator)
    expect(partner.locator(TEXT)).not_to_contain_text("Après son départ.")
