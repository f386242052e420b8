"""From an empty installation to two people of one's own group in the same fiche, by the screens alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visits

EDITOR = ".chemise-editor"
TEXT = '.chemise-text[data-fragment="level1"]'
PASSPHRASE = "quatre mots sans rapport"


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Server]:
    """A server where nobody ever came."""
    made = Server(tmp_path / "data").start()
    yield made
    made.stop()


def found(page: Page) -> None:
    """Create the group by the second door."""
    page.goto("/")
    for label, value in {
        "Nom du groupe": "Groupe du Var",
        "Territoire": "Var",
        "Structure qui accueille le groupe": "Une coopérative",
        "Votre prénom et votre nom": "Ariane B.",
        "Adresse électronique": "ariane@exemple.org",
        "Mot de passe": PASSPHRASE,
    }.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Créer le groupe").click()
    expect(page.get_by_role("heading", name="Groupe du Var")).to_be_visible()


def invite(page: Page) -> str:
    """Invite somebody of the host structure and read the link, which shows once."""
    page.goto("/structures")
    page.get_by_role("button", name="Inviter", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Prénom et nom").fill("Basile C.")
    dialog.get_by_role("button", name="Créer l’invitation").click()
    link = dialog.get_by_text(re.compile(r"/invitation\?lien="))
    expect(link).to_be_visible()
    return link.inner_text().strip()


def accept(page: Page, link: str) -> None:
    """Open the link, choose an address and a password."""
    page.goto(link)
    expect(page.get_by_role("heading", name="Rejoindre Groupe du Var")).to_be_visible()
    page.get_by_label("Adresse électronique").fill("basile@exemple.org")
    page.get_by_label("Choisissez un mot de passe", exact=True).fill(PASSPHRASE)
    page.get_by_role("button", name="Rejoindre le groupe").click()
    expect(page.get_by_text("Ce qui vous attend")).to_be_visible()


def test_group_is_founded_somebody_is_invited_and_both_write(fresh: Server, visits: Visits) -> None:
    founder, guest = visits.new(fresh.url), visits.new(fresh.url, width=360)
    found(founder)
    link = invite(founder)
    accept(guest, link)
    stranger = visits.new(fresh.url)
    stranger.goto(link)
    expect(stranger.get_by_role("heading", name="Ce lien n’ouvre plus rien")).to_be_visible()

    founder.goto("/fiches")
    founder.get_by_role("button", name="Nouvelle fiche").click()
    founder.get_by_role("dialog").get_by_label("Titre", exact=True).fill("Notre première fiche")
    founder.get_by_role("dialog").get_by_text("Libre", exact=True).click()
    founder.get_by_role("dialog").get_by_role("button", name="Créer la fiche").click()
    expect(founder.locator(f'{EDITOR}[data-synced="true"]')).to_be_visible()
    guest.goto(founder.url)
    expect(guest.locator(f'{EDITOR}[data-synced="true"]')).to_be_visible()
    founder.locator(TEXT).click()
    founder.keyboard.type("Bonjour à tous.")
    expect(guest.locator(TEXT)).to_contain_text("Bonjour à tous.")
    expect(founder.locator(f'{EDITOR}[data-state="saved"]')).to_be_visible()

    guest.goto("/compte")
    expect(guest.get_by_role("heading", name="Mes sessions")).to_be_visible()
    assert visits.problems == []


def test_wrong_password_is_refused_and_the_right_one_opens(fresh: Server, visits: Visits) -> None:
    founder = visits.new(fresh.url)
    found(founder)
    founder.get_by_role("button", name="Se déconnecter").click()
    expect(founder.get_by_role("heading", name="Se connecter")).to_be_visible()
    founder.get_by_label("Adresse électronique").first.fill("ariane@exemple.org")
    founder.get_by_label("Mot de passe", exact=True).fill("pas le bon")
    founder.get_by_role("button", name="Entrer").click()
    expect(founder.get_by_text("Adresse ou mot de passe inexact.")).to_be_visible()
    founder.get_by_label("Mot de passe", exact=True).fill(PASSPHRASE)
    founder.get_by_role("button", name="Entrer").click()
    expect(founder.get_by_role("heading", name="Groupe du Var")).to_be_visible()
