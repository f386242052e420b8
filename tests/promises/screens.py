"""Promises of the screens, in a real Chromium on the whole application: opening, a click, and growth."""

from __future__ import annotations

import functools
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.promises.seed import seed
from tests.promises.stage import ROOT, Chemise, Missing, Result, median, running, workshop

LARGE, SMALL, STRUCTURES = 300, 30, 30
OPENINGS, CLICKS, ROUNDS = 7, 15, 3
EMPTY_SCRIPT = "tests/promises/empty/app.py"


class Screen:
    """One tab on one server: opens it, clicks in it, and asks what the server's process spent."""

    def __init__(self, server: Chemise, context: Any, path: str, ready: str) -> None:
        self.server, self.context, self.path, self.ready = server, context, path, ready
        self.page: Any = None

    def open(self) -> float:
        """Seconds from asking for the page until it can be used."""
        if self.page is not None:
            self.page.close()
        self.page = self.context.new_page()
        begun = time.perf_counter()
        self.page.goto(self.server.url + self.path)
        self.page.wait_for_selector(self.ready)
        return time.perf_counter() - begun

    def cpu(self) -> float:
        """CPU seconds of the server so far, of all its threads, also those that have ended.

        Asked from the process's own clock, which counts in nanoseconds: a click costs a few milliseconds, and what
        /proc says of a process is rounded to ten. The number is what clock_getcpuclockid(3) gives for a process.
        """
        return time.clock_gettime((~self.server.pid << 3) | 2)

    def cost(self, click: Callable[[Any], None], *, count: int = CLICKS) -> float:
        """CPU milliseconds of one click, the server's idle work taken off."""
        for _ in range(3):
            click(self.page)
        idle_0, at = self.cpu(), time.perf_counter()
        time.sleep(2)  # idle work can only be measured by letting time pass
        idle = (self.cpu() - idle_0) / (time.perf_counter() - at)
        begun, spent = time.perf_counter(), self.cpu()
        for _ in range(count):
            click(self.page)
        spent = self.cpu() - spent - idle * (time.perf_counter() - begun)
        return max(spent, 0.0) * 1000 / count


def settled(page: Any) -> None:
    """Wait until no run is going on."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', state="attached")


def click_nothing(page: Any) -> None:
    """A click on the empty page, until its count has moved."""
    text = page.get_by_text("clics ").inner_text()
    page.get_by_role("button", name="Rien").click()
    page.get_by_text(f"clics {int(text.split()[1]) + 1}", exact=True).wait_for()
    settled(page)


def click_board(page: Any) -> None:
    """A click that runs the whole page of the board: the dialog of a new fiche, which is then put away."""
    page.locator(".st-key-fiches-board-new button").click()
    page.get_by_role("dialog").wait_for()
    settled(page)
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="hidden")


def click_fragment(page: Any) -> None:
    """A click inside the board's fragment: from the grid to the list, or back."""
    buttons = page.locator(".st-key-cf-fiches-board-view button")
    now = buttons.evaluate_all("all => all.findIndex(one => one.getAttribute('aria-checked') === 'true')")
    buttons.nth(1 - max(now, 0)).click()
    page.wait_for_function(
        "to => document.querySelectorAll('.st-key-cf-fiches-board-view button')[to].getAttribute('aria-checked')"
        " === 'true'",
        arg=1 - max(now, 0),
    )
    settled(page)


@contextmanager
def _screens() -> Iterator[dict[str, Screen]]:
    """The board with many fiches, with few, and the empty page; one server each, one browser for all."""
    executable = shutil.which("chromium")
    if executable is None:
        raise Missing("chromium is not installed: make test installs it")
    from playwright.sync_api import sync_playwright

    with workshop() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        cookies = {name: seed(folder / name, people=2, structures=STRUCTURES, fiches=count).cookies[0]
                   for name, count in (("large", LARGE), ("small", SMALL))}  # fmt: skip
        plain = {"PYTHONPATH": str(ROOT)}
        with (
            running(Chemise(folder / "large")) as large,
            running(Chemise(folder / "small")) as small,
            running(Chemise(folder / "empty", script=EMPTY_SCRIPT, environ=plain)) as empty,
        ):
            made = {}
            for name, server in (("large", large), ("small", small), ("empty", empty)):
                assert isinstance(server, Chemise)
                context = browser.new_context(locale="fr-FR")
                if name in cookies:
                    context.add_cookies([{"name": "chemise", "value": cookies[name], "url": server.url}])
                ready = ".st-key-nothing button" if name == "empty" else ".st-key-cf-fiches-board-view button"
                made[name] = Screen(server, context, "/" if name == "empty" else "/fiches", ready)
            yield made
        browser.close()


@functools.cache
def _measured() -> dict[str, list[float]]:
    """All figures of this file, from one run: seconds of openings, CPU milliseconds of clicks."""
    found: dict[str, list[float]] = {}

    def keep(name: str, value: float) -> None:
        found.setdefault(name, []).append(value)

    with _screens() as screens:
        for screen in screens.values():
            screen.open()
        for _ in range(OPENINGS):
            keep("open large", screens["large"].open())
            keep("open empty", screens["empty"].open())
        screens["small"].open()
        for _ in range(ROUNDS):
            keep("click empty", screens["empty"].cost(click_nothing, count=2 * CLICKS))
            for size in ("large", "small"):
                keep(f"click {size}", screens[size].cost(click_board))
                keep(f"fragment {size}", screens[size].cost(click_fragment))
    return found


def opening() -> list[Result]:
    """Until the board can be used, against an empty page of the same server."""
    found = _measured()
    board, empty = statistics.median(found["open large"]), statistics.median(found["open empty"])
    note = f"{board * 1000:.0f} ms against {empty * 1000:.0f} ms, {LARGE} fiches"
    return [Result(name="open", value=board / empty, bound=1.3, note=note)]


def rerun() -> list[Result]:
    """The server's CPU of a click on a full board, against a click on the empty page."""
    found = {name: median(values) for name, values in _measured().items()}
    empty = found["click empty"]
    return [
        Result(
            name=name,
            value=found[of] / empty,
            bound=bound,
            note=f"{found[of]:.1f} ms of CPU against {empty:.1f} ms",
        )
        for name, of, bound in (("rerun", "click large", 6.0), ("rerun-fragment", "fragment large", 2.0))
    ]


def growth() -> list[Result]:
    """A click with 300 fiches against the same with 30."""
    found = {name: median(values) for name, values in _measured().items()}
    return [
        Result(
            name=name,
            value=found[f"{of} large"] / found[f"{of} small"],
            bound=1.5,
            note=f"{found[f'{of} large']:.1f} ms with {LARGE} fiches, {found[f'{of} small']:.1f} ms with {SMALL}",
        )
        for name, of in (("growth", "click"), ("growth-fragment", "fragment"))
    ]
