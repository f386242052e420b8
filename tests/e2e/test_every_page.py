"""Each page, in both languages and themes, wide and on a phone: readable, within its width, nothing forbidden."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server, Visits

PAGES = (
    "",
    "fiches",
    "presentation",
    "images",
    "trame",
    "questionnaires",
    "reunions",
    "decisions",
    "cahier",
    "budget",
    "devis",
    "devis_compare",
    "devis_demande",
    "suppliers",
    "ecritures",
    "taux",
    "contributions",
    "adhesions",
    "invoices",
    "bank",
    "structures",
    "reglages",
    "compte",
    "changements",
    "recherche?q=fiche",
)
WALKS = [pytest.param("fr-FR", "light", id="fr-light"), pytest.param("en-GB", "dark", id="en-dark")]
WIDE, PHONE = 1280, 360
BANNER = re.compile("Vous explorez le groupe d’exemple|You are exploring the example group")
INSTALL = re.compile("Installer l’exemple|Install the example")
FACILITATOR = re.compile("^(Animation|Facilitator)")


# Streamlit's own folded side bar, off screen on a phone: nothing of ours can make it focusable.
# The box that takes a file is theirs too, with its roles.
THEIRS = {
    ("scrollable-region-focusable", "stSidebarContent"),
    ("presentation-role-conflict", "stFileUploaderDropzone"),
}


def faults(page: Page) -> list[str]:
    """What axe finds that is ours, and sideways scrolling, which it does not see."""
    found = [
        f"{violation['id']}: {node['html'][:150]}"
        for violation in Axe().run(page).response["violations"]
        for node in violation["nodes"]
        if not any(violation["id"] == rule and mark in node["html"] for rule, mark in THEIRS)
    ]
    width = page.evaluate("document.scrollingElement.scrollWidth")
    if width > page.viewport_size["width"]:  # type: ignore[index]
        found.append(f"scrolls sideways: {width} px")
    return found


def settle(page: Page) -> None:
    """The script has run and nothing is being drawn any more."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    # Colours slide when the theme settles: half-way they are nobody's colours. What is folded away never slides on.
    # A slide begins at the frame after its cause, so two frames have to pass without one.
    page.evaluate(
        """async () => {
            const frame = () => new Promise(requestAnimationFrame);
            for (let still = 0; still < 2; still++) {
                await frame();
                const moving = document.getAnimations()
                    .filter(one => one.effect.getComputedTiming().iterations !== Infinity)
                    .filter(one => one.playState === "running")
                    .filter(one => one.effect.target?.checkVisibility({contentVisibilityAuto: true}));
                if (moving.length === 0) continue;
                still = -1;
                await Promise.all(moving.map(one => one.finished.catch(() => {})));
            }
        }"""
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server where nobody ever came: the first walk installs the example by the door."""
    made = Server(tmp_path_factory.mktemp("server")).start()
    yield made
    made.stop()


def both_widths(page: Page) -> list[str]:
    """The faults of a page on a large screen, then on a phone's: opened once, for opening is half of the time."""
    found = faults(page)
    page.set_viewport_size({"width": PHONE, "height": 900})
    # The menu folds itself away, as it does when a page is opened on a phone; the door has none.
    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
    settle(page)
    found += [f"at {PHONE} px, {one}" for one in faults(page)]
    page.set_viewport_size({"width": WIDE, "height": 900})
    return found


@pytest.mark.parametrize(("locale", "scheme"), WALKS)
def test_every_page_is_readable(server: Server, visits: Visits, locale: str, scheme: str) -> None:
    page = visits.new(server.url, locale=locale, width=WIDE, scheme=scheme)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto("/")
    expect(page.get_by_role("button", name=INSTALL).or_(page.get_by_role("button", name=FACILITATOR))).to_be_visible()
    settle(page)
    found = {"door": both_widths(page)}
    if page.get_by_role("button", name=INSTALL).count():
        page.get_by_role("button", name=INSTALL).click()
    page.get_by_role("button", name=FACILITATOR).click()
    expect(page.get_by_text(BANNER)).to_be_visible()
    for name in PAGES:
        page.goto(f"/{name}")
        expect(page.get_by_text(BANNER)).to_be_visible()
        settle(page)
        expect(page.locator("html")).to_have_attribute("lang", locale[:2])
        found[name or "accueil"] = both_widths(page)
    page.goto("/fiches")
    page.get_by_role("link", name=re.compile("Partir d’une idée")).first.click()
    expect(page.locator('.chemise-editor[data-synced="true"]')).to_be_visible()
    found["fiche"] = both_widths(page)
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert visits.problems == []
    foreign = [
        url for url in requests if not url.startswith((server.url, "data:", "blob:", f"ws://localhost:{server.port}"))
    ]
    assert foreign == []
