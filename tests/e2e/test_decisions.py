"""Decisions in a real browser: a vote in two taps on a phone, readable pages, a file that arrives."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visits
from tests.e2e.test_every_page import faults, settle

Enter = Callable[..., Page]


def test_vote_in_two_taps_on_a_phone(enter: Enter, visits: Visits) -> None:
    page = enter("facilitator", width=360)
    page.goto("/decisions?about=")
    page.get_by_role("radio", name="Autre chose").or_(page.get_by_role("button", name="Autre chose")).first.click()
    page.get_by_label("Question posée au groupe").fill("La trame convient-elle ?")
    page.get_by_role("button", name="Ouvrir le vote").click()
    expect(page.get_by_role("heading", name="La trame convient-elle ?")).to_be_visible()
    page.get_by_text("Sans objection", exact=True).first.click()
    page.get_by_role("button", name="Voter", exact=True).click()
    expect(page.get_by_text(re.compile("Voté par .*Sans objection"))).to_be_visible()
    assert visits.problems == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_decisions_are_readable(enter: Enter, visits: Visits, width: int, scheme: str) -> None:
    page = enter("treasurer", width=width, scheme=scheme)
    page.goto("/decisions")
    expect(page.get_by_role("heading", name="Registre des décisions")).to_be_visible()
    settle(page)
    found = {"list": faults(page)}
    for title in ("Quel visuel", "prochain atelier", "par étape ou par structure"):
        page.goto("/decisions")
        page.get_by_role("link", name=re.compile(title)).first.click()
        expect(page.get_by_role("heading", name=re.compile(title)).first).to_be_visible()
        settle(page)
        found[title] = faults(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Procès-verbal (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    page.goto("/decisions?about=")
    expect(page.get_by_role("button", name="Ouvrir le vote")).to_be_visible()
    settle(page)
    # The dropzone is Streamlit's own element: nothing of ours can give it another role.
    found["form"] = [one for one in faults(page) if not one.startswith("presentation-role-conflict: <section")]
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert visits.problems == []
