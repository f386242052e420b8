"""The public form in Chromium on a phone of 360 px, without an account: light, readable, answered to the end."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visits, enter_example

FILLING_MS = 3200  # a person cannot read the page in less, says the stamp


def public_link(server: Server, visits: Visits) -> str:
    """The link that the team shares, read where the team reads it."""
    page = visits.new(server.url)
    enter_example(page, "facilitator")
    page.goto("/questionnaires")
    page.get_by_role("link", name="Vos questions de porteur de projet").click()
    page.get_by_text("Partager", exact=True).click()
    link = page.locator("code", has_text="/q/").first
    expect(link).to_be_visible()
    return link.inner_text().strip()


def faults(page: Page) -> list[str]:
    """What axe finds, and sideways scrolling, which it does not see."""
    found = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in Axe().run(page).response["violations"]]
    if page.evaluate("document.scrollingElement.scrollWidth") > 360:
        found.append("scrolls sideways")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answer_on_a_phone(server: Server, visits: Visits, scheme: str) -> None:
    link = public_link(server, visits)
    page = visits.new(server.url, width=360, scheme=scheme)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(link)
    token = link.rsplit("/", 1)[1]
    assert re.fullmatch(rf"{server.url}/q/f/[0-9a-f-]{{36}}", page.url)
    assert token not in page.content()
    found = {"form": faults(page)}
    page.wait_for_timeout(FILLING_MS)
    page.get_by_label("Quelle question vous posez-vous").fill("Qui peut relire mon budget ?")
    page.get_by_role("button", name="Envoyer mes réponses").click()
    expect(page.get_by_role("alert")).to_be_visible()
    found["errors"] = faults(page)
    page.get_by_role("link", name=re.compile("Cochez cette case")).click()
    page.get_by_label("J’ai lu ce qui précède").check()
    page.get_by_label("Un projet écrit").check()
    page.get_by_label("Des proches").check()
    page.get_by_role("radio", name="2").check()
    for place, choice in (("1", "Qui fait quoi"), ("2", "Par où commencer")):
        page.get_by_label(choice).select_option(place)
    expect(page.get_by_label("Quelle question vous posez-vous")).to_have_value("Qui peut relire mon budget ?")
    page.get_by_role("button", name="Envoyer mes réponses").click()
    expect(page.get_by_role("heading", name="Merci")).to_be_visible()
    found["thanks"] = faults(page)
    page.get_by_role("button", name="Retirer ma réponse").click()
    expect(page.get_by_role("heading", name="Votre réponse est retirée")).to_be_visible()
    found["withdrawn"] = faults(page)
    page.goto("/q/nimporte")
    found["missing"] = faults(page)
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert visits.problems == []
    assert [url for url in requests if not url.startswith((server.url, "data:"))] == []


def test_team_pages_are_readable_too(server: Server, visits: Visits) -> None:
    page = visits.new(server.url, width=360)
    enter_example(page, "facilitator")
    page.goto("/questionnaires")
    page.get_by_role("link", name="Vos questions de porteur de projet").click()
    expect(page.get_by_role("link", name="Saisir une réponse papier")).to_be_visible()
    asked = re.search(r"questionnaire=([0-9a-f-]{36})", page.url)
    assert asked
    found = {}
    for part in ("essai", "papier", "saisie"):
        page.goto(f"/questionnaires/{asked[1]}/{part}")
        expect(page.get_by_role("heading", name="Vos questions de porteur de projet")).to_be_visible()
        found[part] = faults(page)
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert visits.problems == []
    for kind in ("csv", "xlsx"):
        answer = page.request.get(f"/questionnaires/{asked[1]}/reponses.{kind}")
        assert answer.status == 200
        assert "attachment" in answer.headers["content-disposition"]
