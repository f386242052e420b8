"""The public form, as a phone of 360 px loads it: how heavy, what axe finds, and whether an answer arrives."""

from __future__ import annotations

import os
import re
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.promises.stage import ROOT, SECRET, Missing, Result, Server, free_port

WIDTH = 360
FILLING_MS = 3200
CHROMIUM = os.environ.get("CHEMISE_CHROMIUM", "/usr/bin/chromium")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def _command(port: int) -> list[str]:
    import sys

    return [sys.executable, "-m", "streamlit", "run", "Home.py", "--server.port", str(port)]


@contextmanager
def _place() -> Iterator[tuple[str, str]]:
    """(address of a server of our own with the example, the example's public link's token)."""
    if not Path(CHROMIUM).is_file():
        raise Missing(f"no Chromium at {CHROMIUM}: set CHEMISE_CHROMIUM")
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environ = {"CHEMISE_DATA": folder, "CHEMISE_SECRET": SECRET, "DATABASE_URL": ""}
        server = Server(_command(port), port=port, environ=environ)
        server.start()
        try:
            base = f"http://localhost:{port}"
            _wait(base)
            yield base, _public_token(Path(folder))
        finally:
            server.stop()


def _wait(base: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with suppress(OSError), urllib.request.urlopen(f"{base}/_stcore/health", timeout=2):  # noqa: S310 our own
            return
        time.sleep(0.1)
    raise Missing("the server does not answer")


def _public_token(folder: Path) -> str:
    """Install the example beside the running server, in the same file, and read its link."""
    import subprocess
    import sys

    code = (
        "from workspace.welcome.service import install_example; install_example(is_loopback=True)\n"
        "from db.models import Questionnaire; from db.session import reading; from sqlalchemy import select\n"
        "with reading() as session: print(session.scalars(select(Questionnaire.public_token)).one())"
    )
    environ = os.environ | {"CHEMISE_DATA": str(folder), "CHEMISE_SECRET": SECRET}
    environ.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def form() -> list[Result]:
    """Three lines: bytes of everything that the page loads, axe's violations on its pages, an answer end to end."""
    from playwright.sync_api import sync_playwright

    with _place() as (base, token), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        try:
            page = browser.new_context(locale="fr-FR", viewport={"width": WIDTH, "height": 740}).new_page()
            return _measure(page, f"{base}/q/{token}")
        finally:
            browser.close()


def _measure(page: Any, link: str) -> list[Result]:
    from axe_playwright_python.sync_playwright import Axe

    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    loaded: list[float] = []
    network.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    page.goto(link, wait_until="networkidle")
    requests, weight = len(loaded), sum(loaded) / 1000
    faults = [f"form {one['id']}" for one in Axe().run(page).response["violations"]]
    if page.evaluate("document.scrollingElement.scrollWidth") > WIDTH:
        faults.append("form scrolls sideways")
    page.wait_for_timeout(FILLING_MS)
    page.get_by_role("button").click()
    faults += [f"errors {one['id']}" for one in Axe().run(page).response["violations"]]
    _fill(page)
    page.get_by_role("button", name="Envoyer").click()
    arrived = bool(re.search("/merci$", page.url)) and page.get_by_role("heading", name="Merci").is_visible()
    faults += [f"thanks {one['id']}" for one in Axe().run(page).response["violations"]]
    return [
        Result(name="form-weight", value=weight, bound=60, unit="kB", note=f"{requests} request(s), all bytes"),
        Result(name="form-axe", value=len(faults), bound=0, note=", ".join(faults) or "form, errors, thanks"),
        Result(
            name="form-answered",
            value=100 if arrived else 0,
            bound=100,
            unit="%",
            at_least=True,
            note=f"from the link to the thanks at {WIDTH} px",
        ),
    ]


def _fill(page: Any) -> None:
    page.locator('input[name="consent"]').check()
    for area in page.locator("textarea").all():
        area.fill("Par où commencer ?")
    page.get_by_label("Une idée").check()
    page.get_by_label("Des proches").check()
    page.get_by_role("radio", name="3").check()
    for place, select in enumerate(page.locator("select").all(), start=1):
        select.select_option(str(place))
