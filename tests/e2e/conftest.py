"""The whole application as `make run` starts it, and a real Chromium in front of it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHEMISE_CHROMIUM") or shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = float(os.environ.get("CHEMISE_PATIENCE", "1"))  # more than 1 on a machine that does much else
expect.set_options(timeout=20_000 * PATIENCE)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`streamlit run Home.py` on its own data folder; it can be killed and started again on the same port."""

    def __init__(self, data: Path, **environ: str) -> None:
        self.data = data
        self.port = free_port()
        self.environ = environ
        self.log = data / "server.log"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where the browser goes."""
        return f"http://localhost:{self.port}"

    def start(self) -> Server:
        """Start and return once the server answers; its own output goes to a file."""
        self.data.mkdir(parents=True, exist_ok=True)
        environ = {**os.environ, "CHEMISE_DATA": str(self.data), **self.environ}
        environ.pop("DATABASE_URL", None) if "DATABASE_URL" not in self.environ else None
        command = [sys.executable, "-m", "streamlit", "run", "Home.py", "--server.port", str(self.port)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=log, stderr=log)
        deadline = time.monotonic() + 60 * PATIENCE
        while True:
            with suppress(OSError), urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:  # noqa: S310
                if answer.status == 200:
                    return self
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """End the process and wait for it."""
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(timeout=20)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, example_template: Path) -> Iterator[Server]:
    """One server for the tests of a file, with the example; `test_every_page` installs it by the door."""
    folder = tmp_path_factory.mktemp("server")
    shutil.copytree(example_template, folder, dirs_exist_ok=True)
    made = Server(folder).start()
    yield made
    if made.process is not None and made.process.poll() is None:
        made.stop()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright's driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for the whole run."""
    made = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
    yield made
    made.close()


class Visits:
    """Browsers of several people: each has its own cookies and storage."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.contexts: list[BrowserContext] = []
        self.problems: list[str] = []

    def new(self, base: str, *, locale: str = "fr-FR", width: int = 1280, scheme: str = "light") -> Page:
        """A new person's page; what its console reports as an error is kept in `problems`."""
        context = self.browser.new_context(
            base_url=base,
            locale=locale,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        self.contexts.append(context)
        context.base = base  # type: ignore[attr-defined]
        context.set_default_timeout(30_000 * PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        page.on(
            "console",
            lambda message: self.problems.append(message.text) if "Content Security" in message.text else None,
        )
        return page


@pytest.fixture
def visits(browser: Browser) -> Iterator[Visits]:
    """People's browsers, closed at the end."""
    made = Visits(browser)
    yield made
    for context in made.contexts:
        context.close()


ENTER = {"partner": "Partenaire", "facilitator": "Animation", "treasurer": "Trésorerie"}


@pytest.fixture
def enter(server: Server, visits: Visits) -> Callable[..., Page]:
    """Come into the example under a role, by the front door."""

    def come(role: str, *, width: int = 1280, scheme: str = "light", page: str = "/") -> Page:
        visitor = visits.new(server.url, width=width, scheme=scheme)
        enter_example(visitor, role, page)
        return visitor

    return come


_entered: dict[tuple[str, str], list[Any]] = {}


def enter_example(page: Page, role: str, path: str = "/") -> None:
    """From the door to Accueil; who came in before on this server comes back with the same session, as people do."""
    came = (page.context.base, role)  # type: ignore[attr-defined]
    page.context.add_cookies(_entered.get(came, []))
    page.goto(path)
    install = page.get_by_role("button", name="Installer l’exemple")
    door = page.get_by_role("button", name=ENTER[role])
    inside = page.get_by_text("Vous explorez le groupe d’exemple")
    expect(install.or_(door).or_(inside).first).to_be_visible()
    if inside.count():
        return
    if install.count():
        install.click()
    door.click()
    expect(inside).to_be_visible()
    _entered[came] = page.context.cookies()
