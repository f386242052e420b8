"""A supplier's page in Chromium on a phone of 360 px, without an account: read, dropped, and seen by the group."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from budget.envelope.words import LineKind
from budget.quotes import asking
from budget.quotes.request_words import RequestDraft
from db.models import Member, Supplier
from db.session import forget_engine, reading, unit_of_work
from tests.conftest import point_at
from tests.e2e.conftest import Server, Visits, enter_example
from tests.e2e.test_public_form import faults
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, example_template: Path) -> Iterator[tuple[Server, str]]:
    """A server whose example has an adopted cahier des charges and one request; and the link's token."""
    folder = tmp_path_factory.mktemp("supplier")
    before = os.environ.get("CHEMISE_DATA")
    shutil.copytree(example_template, folder, dirs_exist_ok=True)
    point_at(folder)
    with unit_of_work() as session:
        member = session.scalars(select(Member).where(Member.role == Role.TREASURER)).one()
        actor = Actor(
            person_id=member.person_id, group_id=member.group_id, member_id=member.id,
            structure_id=member.structure_id, role=member.role,
        )  # fmt: skip
    with reading() as session:
        supplier_id = session.scalars(select(Supplier.id).where(Supplier.name.like("Repro%"))).one()
    (link,) = asking.send_request(
        actor,
        RequestDraft(
            title="Impression de la chemise",
            kind=LineKind.PRINTING,
            copies="500, 1000",
            message="Merci de joindre un échantillon.",
            deadline=utc_now() + timedelta(days=9),
            supplier_ids=(supplier_id,),
        ),
    )
    forget_engine()
    server = Server(folder).start()
    yield server, link.token
    if server.process is not None and server.process.poll() is None:
        server.stop()
    if before is not None:
        point_at(Path(before))


def test_offer_is_dropped_on_a_phone_and_seen_by_the_group(prepared: tuple[Server, str], visits: Visits) -> None:
    server, token = prepared
    found: dict[str, list[str]] = {}
    for scheme in ("dark", "light"):
        page = visits.new(server.url, width=360, scheme=scheme)
        requests: list[str] = []
        page.on("request", lambda request, seen=requests: seen.append(request.url))
        page.goto(f"/offre/{token}")
        assert re.fullmatch(rf"{server.url}/offre/d/[0-9a-f-]{{36}}", page.url)
        assert token not in page.content()
        found[f"{scheme} page"] = faults(page)
    page.get_by_text("Ce qui est à livrer").click()
    expect(page.get_by_text("Quadrichromie recto verso").first).to_be_visible()
    found["clause"] = faults(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger en PDF").click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    page.get_by_label("Votre devis en PDF").set_input_files(
        {"name": "devis.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    page.get_by_label("Options, délais, remarques").fill("Papier recyclé")
    page.get_by_role("button", name="Déposer mon offre").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Votre document est bien arrivé")
    found["errors"] = faults(page)
    expect(page.get_by_label("Options, délais, remarques")).to_have_value("Papier recyclé")
    page.get_by_label("Numéro du devis").fill("R-12")
    page.get_by_label("Date du devis").fill("2026-11-26")
    page.get_by_role("group", name="1 000 exemplaires").get_by_label("Total HT").fill("1 250,00")
    page.get_by_role("button", name="Déposer mon offre").click()
    expect(page.get_by_role("heading", name="Votre offre est arrivée")).to_be_visible()
    found["done"] = faults(page)
    page.goto("/offre/nimporte")
    found["missing"] = faults(page)
    assert {name: problems for name, problems in found.items() if problems} == {}
    assert visits.problems == []
    assert [url for url in requests if not url.startswith((server.url, "data:"))] == []

    keeper = visits.new(server.url)
    enter_example(keeper, "treasurer")
    keeper.goto("/devis_demande")
    # Links come one by one while the page is drawn: the first is not always that of the first request.
    title = keeper.get_by_role("heading", name="Impression de la chemise", exact=True)
    request = keeper.get_by_test_id("stVerticalBlock").filter(has=title).last
    expect(request.get_by_text("a répondu")).to_be_visible()
    request.get_by_role("link", name="Voir le devis").click()
    expect(keeper.get_by_role("heading", name="Repro Express")).to_be_visible()
    expect(keeper.get_by_text("devis n° R-12")).to_be_visible()
    expect(keeper.get_by_role("link", name="Le document reçu")).to_be_visible()
