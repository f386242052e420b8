"""A structure stands for the group: presented, put to the vote from its record, voted on, closed, admitted."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Visits
from tests.e2e.test_every_page import faults, settle

Enter = Callable[..., Page]
NAME, MOTIVE = "Coopérative du Panier", "Elle accueille les porteurs de projet du centre de Marseille."


def record(page: Page) -> Locator:
    """What the room tells of the candidate."""
    return page.get_by_test_id("stVerticalBlock").filter(has=page.get_by_text(NAME, exact=True)).last


def candidates(page: Page) -> None:
    """Go to those who stand."""
    page.goto("/structures")
    page.get_by_role("radio", name="Candidatures").click()
    expect(page.get_by_text("Une structure candidate n’a ni voix")).to_be_visible()
    settle(page)


def present(page: Page) -> None:
    """Present a structure to the group."""
    candidates(page)
    for label, value in {
        "Nom de la structure": NAME,
        "Forme de la structure": "Scic",
        "Ce qu’elle fait, et pour qui": "Des ateliers partagés.",
        "Pourquoi l’accueillir": MOTIVE,
    }.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Présenter au groupe").click()
    expect(page.get_by_text(f"{NAME} est candidate")).to_be_visible()
    expect(record(page)).to_contain_text(MOTIVE)
    expect(page.get_by_test_id("stToast")).to_have_count(0)
    settle(page)


def open_vote(page: Page) -> None:
    """From the record to a vote of the two structures of this walk."""
    candidates(page)
    page.get_by_role("link", name="Proposer de l’accueillir").click()
    expect(page.get_by_label("Question posée au groupe")).to_have_value(f"Accueillir {NAME} dans le groupe")
    expect(page.get_by_label("Structure candidate", exact=True)).to_have_value(NAME)
    settle(page)
    page.get_by_text("Règles du vote", exact=True).click()
    settle(page)
    voters = page.get_by_role("combobox", name="Qui vote")
    for name in ("LaPlateforme", "Apeas"):
        voters.click()
        voters.press_sequentially(name)  # typing opens the list again where a late run of the script had closed it
        page.get_by_role("option", name=name, exact=True).click()
        settle(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Ouvrir le vote").click()
    expect(page.get_by_role("heading", name=f"Accueillir {NAME} dans le groupe")).to_be_visible()
    settle(page)


def vote(page: Page) -> None:
    """Say that there is no objection."""
    page.get_by_role("radiogroup").get_by_text("Sans objection", exact=True).click()
    settle(page)
    page.get_by_role("button", name="Voter", exact=True).click()
    expect(page.get_by_text(re.compile("Voté par .*Sans objection"))).to_be_visible()
    settle(page)


def test_structure_is_presented_voted_on_and_admitted(enter: Enter, visits: Visits) -> None:
    partner, chief = enter("partner", width=360), enter("facilitator")
    present(partner)
    found = {"record": faults(partner)}
    open_vote(chief)
    vote(chief)
    closes = chief.get_by_role("button", name="Clore : tout le monde a voté")
    expect(closes).to_have_count(0)
    candidates(partner)
    found["stands"] = faults(partner)
    partner.get_by_role("link", name="Voir le vote en cours").click()
    expect(partner.get_by_text("Votre vote, au nom de Apeas")).to_be_visible()
    settle(partner)
    found["vote"] = faults(partner)
    expect(partner.get_by_text("Décompte provisoire")).to_be_visible()
    vote(partner)
    expect(partner.get_by_role("button", name="Clore : tout le monde a voté")).to_have_count(0)
    chief.reload()
    closes.click()
    expect(chief.get_by_text("Adopté").first).to_be_visible()
    expect(chief.get_by_text("Décompte provisoire")).to_have_count(0)
    expect(chief.get_by_text(f"« {NAME} » est entrée dans le groupe")).to_be_visible()
    settle(chief)
    candidates(partner)
    expect(record(partner)).to_contain_text("Admise")
    partner.get_by_role("link", name="Sa page").click()
    expect(partner.get_by_role("heading", name=NAME)).to_be_visible()
    expect(partner.get_by_text("L’animation peut inviter quelqu’un")).to_be_visible()
    settle(partner)
    found["page"] = faults(partner)
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert visits.problems == []
