"""Each line of Streamlit's tuning has an effect that can be seen (design 5.6); without the line the test fails."""

from __future__ import annotations

import gc
import socket
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from streamlit.watcher.polling_path_watcher import PollingPathWatcher

from pages.shell.navigation import SCREENS
from tests.e2e.test_every_page import PAGES
from tests.promises.screens import Screen, click_fragment
from tests.promises.seed import Seeded, seed
from tests.promises.stage import Chemise, running

# protobuf.js asks whether it may use WebAssembly, is refused, and goes on without: no other refusal is expected.
EXPECTED_REFUSALS = {"script-src wasm-eval"}
# These are walked through by test_every_page.py, which looks for refusals and foreign requests too.
WALKED = {page.partition("?")[0] for page in PAGES}
BROKEN = """
import streamlit as st
if st.button("Rien", key="nothing"):
    raise RuntimeError("a-secret-word-in-a-trace")
"""


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Chemise, Seeded]]:
    """The whole application on a seeded store."""
    folder = tmp_path_factory.mktemp("tuned")
    seeded = seed(folder, people=2, structures=3, fiches=3)
    with running(Chemise(folder)) as server:
        assert isinstance(server, Chemise)
        yield server, seeded


def cost_of_a_click(browser: Any, seeded: Seeded, server: Chemise) -> float:
    with running(server):
        context = browser.new_context(locale="fr-FR")
        context.add_cookies([{"name": "chemise", "value": seeded.cookies[0], "url": server.url}])
        screen = Screen(server, context, "/fiches", ".st-key-cf-fiches-board-view button")
        screen.open()
        return screen.cost(click_fragment, count=12)


def test_click_is_cheaper_without_a_collection_after_each_run(browser: Any, tmp_path: Path) -> None:
    seeded = seed(tmp_path, people=1, structures=3, fiches=3)
    tuned = cost_of_a_click(browser, seeded, Chemise(tmp_path))
    untuned = Chemise(tmp_path, environ={"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"})
    collecting = cost_of_a_click(browser, seeded, untuned)
    assert tuned < collecting / 2


def test_nobody_watches_files(application: tuple[Chemise, Seeded]) -> None:
    """A watcher keeps a file descriptor of inotify, or a thread that polls every module."""
    process = psutil.Process(application[0].pid)
    links = [path for path in Path(f"/proc/{process.pid}/fd").iterdir() if path.is_symlink()]
    assert not [path for path in links if "inotify" in str(path.readlink())]
    names = [path.read_text().strip() for path in Path(f"/proc/{process.pid}/task").glob("*/comm")]
    assert not [name for name in names if "watch" in name.lower() or "observ" in name.lower()]


def test_configuration_is_not_asked_for_all_the_time(tmp_path: Path) -> None:
    """Streamlit looks five times a second whether it changed, whatever `fileWatcherType` says."""
    from pages.shell.server import stop_watching

    told: list[str] = []
    path = tmp_path / "config.toml"
    path.write_text("a")
    watcher = PollingPathWatcher(str(path), told.append)
    stop_watching()
    path.write_text("b")
    watcher._check_if_path_changed()
    assert not told


def test_collector_leaves_the_libraries_alone() -> None:
    """What stands since the start is not walked through again while people work."""
    from pages.shell.server import settle_memory

    thresholds = gc.get_threshold()
    gc.unfreeze()  # the tests' own, of tests/conftest.py
    seen = len(gc.get_objects())
    gc.set_threshold(700)
    try:
        settle_memory()
        assert gc.get_freeze_count() > seen / 2
        assert len(gc.get_objects()) < seen / 10
        assert gc.get_threshold()[0] > 700
    finally:
        gc.set_threshold(*thresholds)


def test_answers_are_sent_at_once(application: tuple[Chemise, Seeded]) -> None:
    """With Nagle's delay a second small answer waits 40 ms for the first one's receipt."""
    server = application[0]
    taken = []
    request = b"GET /_stcore/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for _ in range(30):
            begun = time.perf_counter()
            connection.sendall(request)
            answer = b""
            while not answer.endswith(b"ok"):
                answer += connection.recv(65536)
            taken.append(time.perf_counter() - begun)
    assert statistics.median(taken) < 0.02


def test_accepted_sockets_have_no_delay(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a socket bound beforehand, as Streamlit's is, asyncio itself leaves the delay on."""
    from pages.shell.server import send_at_once

    listening = socket.create_server(("127.0.0.1", 0))
    ours = socket.create_connection(listening.getsockname())
    accepted, _ = listening.accept()
    try:
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
        send_at_once(accepted)
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
    finally:
        for one in (ours, accepted, listening):
            one.close()


def test_pages_that_no_walk_crosses_obey_the_content_policy_and_ask_nobody_else(
    browser: Any, application: tuple[Chemise, Seeded]
) -> None:
    server, seeded = application
    context = browser.new_context(locale="fr-FR")
    context.add_cookies([{"name": "chemise", "value": seeded.cookies[0], "url": server.url}])
    context.add_init_script(
        "window.violations = []; document.addEventListener('securitypolicyviolation',"
        " event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI))"
    )
    elsewhere: list[str] = []
    own = (server.url, server.url.replace("http", "ws"), "data:", "blob:")
    context.on("request", lambda asked: None if asked.url.startswith(own) else elsewhere.append(asked.url))
    for screen in SCREENS:
        if screen.url in WALKED:
            continue
        page = context.new_page()
        query = f"?fiche={seeded.fiche_ids[0]}" if screen.url == "fiche" else ""
        answer = page.goto(f"{server.url}/{'' if screen.default else screen.url}{query}")
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', state="attached")
        page.wait_for_load_state("networkidle")
        assert set(page.evaluate("window.violations")) <= EXPECTED_REFUSALS, screen.url
        page.close()
    context.close()
    assert elsewhere == []


def test_page_that_fails_shows_no_trace(browser: Any, tmp_path: Path) -> None:
    script = tmp_path / "broken" / "script.py"
    script.parent.mkdir()
    script.write_text(BROKEN)
    server = Chemise(tmp_path, script=str(script))
    with running(server):
        page = browser.new_context().new_page()
        page.goto(server.url)
        page.locator(".st-key-nothing button").click()
        page.locator('[data-testid="stException"]').wait_for()
        said = page.content()
        assert "a-secret-word-in-a-trace" not in said
        assert "Traceback" not in said
        assert "chatgpt" not in said.lower()
        page.close()


def test_first_visit_loads_small_fonts_only(browser: Any, application: tuple[Chemise, Seeded]) -> None:
    server, seeded = application
    context = browser.new_context(locale="fr-FR")
    context.add_cookies([{"name": "chemise", "value": seeded.cookies[0], "url": server.url}])
    page = context.new_page()
    fonts: list[str] = []
    page.on("request", lambda request: fonts.append(request.url) if request.resource_type == "font" else None)
    page.goto(f"{server.url}/fiches")
    page.locator("h1").wait_for()
    page.evaluate("document.fonts.ready")
    drawn = {url.rsplit("/", 1)[-1].split(".")[0] for url in fonts}
    assert {"icons", "headings"} <= drawn
    assert drawn & {"MaterialSymbols-Rounded", "SourceSerifVariable-Roman"} == set()
    # An icon is one sign, not the letters of its name.
    width = page.evaluate(
        """() => {
            const one = document.createElement("span");
            one.style.font = '24px "Material Symbols Rounded"';
            one.textContent = "keyboard_double_arrow_left";
            document.body.append(one);
            return one.getBoundingClientRect().width;
        }"""
    )
    assert width < 25
    context.close()
