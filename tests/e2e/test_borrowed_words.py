"""What Streamlit says in English only is said in the reader's language, and nothing of what people wrote."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visits


def test_file_box_is_in_french(enter: Callable[..., Page]) -> None:
    page = enter("treasurer", page="/bank")
    page.goto("/bank")
    box = page.get_by_test_id("stFileUploaderDropzone")
    expect(box.get_by_role("button", name="Choisir un fichier", exact=True)).to_have_count(2)
    expect(page.get_by_label(re.compile("^Help for"))).to_have_count(0)
    expect(page.get_by_label(re.compile("^Aide"))).not_to_have_count(0)


def test_hint_under_a_field_is_in_french(enter: Callable[..., Page]) -> None:
    page = enter("partner")
    page.goto("/compte")
    page.get_by_label("Prénom et nom").press_sequentially("x")
    expect(page.get_by_text("Entrée pour valider")).to_be_visible()


def test_english_stays_as_it_is(server: Server, visits: Visits, enter: Callable[..., Page]) -> None:
    enter("partner")
    page = visits.new(server.url, locale="en-GB")
    page.goto("/")
    page.get_by_role("button", name="Treasurer").click()
    expect(page.get_by_text("You are exploring the example group")).to_be_visible()
    page.goto("/bank")
    box = page.get_by_test_id("stFileUploaderDropzone")
    expect(box.get_by_role("button", name="Upload", exact=True)).to_be_visible()
    expect(box.get_by_role("button", name="file upload", exact=True)).to_have_count(1)


def test_chooser_of_the_door_brings_french_to_an_english_browser(
    server: Server, visits: Visits, enter: Callable[..., Page]
) -> None:
    enter("partner")  # the example is there
    page = visits.new(server.url, locale="en-GB")
    page.goto("/")
    page.get_by_role("radio", name="Français").click()
    page.get_by_role("button", name="Partenaire").click()
    expect(page.get_by_text("Vous explorez le groupe d’exemple")).to_be_visible()
    page.goto("/structures")
    expect(page.get_by_role("combobox").first).to_be_visible()
    expect(page.get_by_label("Menu", exact=True)).not_to_have_count(0)
    expect(page.get_by_label("Sidebar", exact=True)).to_have_count(0)
