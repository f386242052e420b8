"""A supplier’s page over HTTP, through the real gatekeeper: the link, what it shows, takes, and leaves typed."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest
import streamlit
from sqlalchemy import func, select, update
from starlette.applications import Starlette
from starlette.middleware import Middleware

from budget.documents.rules import LARGEST_FILE
from budget.envelope.words import LineKind
from budget.quotes import asking, offers, routes, service, suppliers, typed
from budget.quotes.request_words import RequestDraft
from budget.quotes.words import DevisState, SupplierDraft
from db.models import BudgetDocument, Devis, QuoteInvitation, QuoteRequest
from db.session import reading, unit_of_work
from tests.integration.budget.offers import adopt_specification, devis, read_devis
from tests.integration.fiches.world import make_world
from workspace.accounts.gatekeeper import Gatekeeper
from workspace.accounts.secrets import token_hash
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken
from workspace.kernel.messages import translate
from workspace.questionnaires import flood

with warnings.catch_warnings():  # it says that httpx has a successor
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

INDEX = Path(streamlit.__file__).resolve().parent / "static" / "index.html"
ORIGIN = "http://testserver"
HEADERS = {"origin": ORIGIN, "accept-language": "fr"}
PDF = b"%PDF-1.4\nUn devis\n%%EOF\n"
GOOD = {
    "number": "D-9", "issued": "2026-11-20", "valid": "2027-01-31", "rate": "20", "net-500": "1 250,00",
    "gross-1000": "1 800,00", "note": "Papier recyclé\nLivré", "kept": "", "website": "",
}  # fmt: skip


@pytest.fixture
def sqlite_world(sqlite_store):
    assert sqlite_store
    return make_world()


@pytest.fixture
def chief(sqlite_world):
    return sqlite_world.people["treasurer"]


@pytest.fixture
def client(sqlite_world):
    assert sqlite_world
    routes.flood.forget()
    app = Starlette(routes=routes.routes(), middleware=[Middleware(Gatekeeper, index_path=INDEX)])
    with TestClient(app, base_url=ORIGIN, headers=HEADERS) as made:
        yield made
    routes.flood.forget()


@pytest.fixture
def link(chief):
    supplier_id = suppliers.add_supplier(chief, SupplierDraft(name="Imprimerie <Exemple>", email="a@exemple.fr"))
    with unit_of_work() as session:
        adopt_specification(session, chief, "Chemise & web")
    (made,) = asking.send_request(chief, request(supplier_id))
    return made


def request(*supplier_ids, **changes):
    said = {
        "title": "Impression de la chemise",
        "kind": LineKind.PRINTING,
        "copies": "500, 1 000",
        "message": "Merci de préciser le papier.",
        "deadline": utc_now() + timedelta(days=10),
        "supplier_ids": supplier_ids,
        **changes,
    }
    return RequestDraft(**said)


def t(key, **values):
    return translate("fr", key, **values)


def said(answer, key, **values):
    return t(key, **values) in unescape(answer.text)


def post(client, address, *, file=PDF, **changes):
    fields = {**GOOD, **changes}
    files = {"file": ("devis.pdf", file, "application/pdf")} if file is not None else {"file": ("", b"")}
    return client.post(address, data=fields, files=files, follow_redirects=False)


def count(table):
    with reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_token_leaves_the_address_and_the_page_says_all(client, link):
    answer = client.get(f"/offre/{link.token}")
    assert answer.status_code == 200
    assert answer.url.path == f"/offre/d/{link.invitation_id}"
    assert link.token not in answer.text
    assert "Imprimerie &lt;Exemple&gt;" in answer.text
    for words in ("500, 1\u202f000", "Merci de préciser le papier.", t("offer-pdf")):
        assert words in unescape(answer.text)
    assert answer.text.count("<details>") > 5
    assert "<script" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    with reading() as session:
        assert session.scalars(select(QuoteInvitation.token_hash)).one() == token_hash(link.token)


def test_specification_is_given_as_pdf_to_who_holds_the_link(client, link):
    address = f"/offre/d/{link.invitation_id}/cahier.pdf"
    assert client.get(address).status_code == 404
    client.get(f"/offre/{link.token}")
    answer = client.get(address)
    assert answer.content.startswith(b"%PDF-")
    assert answer.headers["content-disposition"].startswith("attachment")


def test_offer_becomes_a_devis_with_its_file(client, link, chief):
    address = client.get(f"/offre/{link.token}").url.path
    answer = post(client, address)
    assert answer.status_code == 303
    assert said(client.get(address), "offer-done-title")
    (view,) = service.view_devis_list(chief).devis_list
    assert (view.number, view.state, view.came_by_link) == ("D-9", DevisState.RECEIVED, True)
    assert [(one.copies, one.base.net_cents, one.base.gross_cents) for one in view.costs] == [
        (500, 125_000, 150_000),
        (1000, 150_000, 180_000),
    ]
    assert not any(lot.is_off for lot in view.lots)
    assert view.note == "Papier recyclé\nLivré"
    with reading() as session:
        assert session.get_one(BudgetDocument, view.document_id).content == PDF
    (listed,) = asking.view_requests(chief).requests
    assert (listed.answered, listed.invitations[0].devis_id) == (1, view.devis_id)


def test_one_link_takes_one_offer(client, link):
    address = client.get(f"/offre/{link.token}").url.path
    assert post(client, address).status_code == 303
    again = post(client, address, number="D-10")
    assert again.status_code == 409
    assert count(Devis) == 1


@pytest.mark.parametrize(
    ("changes", "field", "key"),
    [
        ({"number": ""}, "number", "error-offer-number"),
        ({"issued": "demain"}, "issued", "error-offer-day"),
        ({"rate": "beaucoup"}, "rate", "error-offer-rate"),
        ({"net-500": "12.345,60"}, "net-500", "error-amount-ambiguous"),
        ({"net-500": "", "gross-1000": ""}, "net-500", "error-offer-no-price"),
        ({"valid": "2026-01-01"}, "valid", "error-devis-dates"),
    ],
)
def test_what_will_not_do_stands_beside_its_field_and_all_stays(client, link, changes, field, key):
    address = client.get(f"/offre/{link.token}").url.path
    answer = post(client, address, **changes)
    assert answer.status_code == 422
    assert said(answer, key, typed=changes.get(field, ""))
    assert f'href="#{field}"' in answer.text
    assert "Papier recyclé\nLivré" in unescape(answer.text)
    assert count(Devis) == 0
    # The file was kept: the second try needs none.
    kept = re.search(r'name="kept" value="([^"]+)"', answer.text)
    assert post(client, address, file=None, kept=kept.group(1)).status_code == 303
    assert count(BudgetDocument) == 1


def test_file_that_is_no_pdf_or_too_large_is_told(client, link):
    address = client.get(f"/offre/{link.token}").url.path
    assert said(post(client, address, file=b"PK\x03\x04 un tableur"), "error-offer-not-pdf")
    assert said(post(client, address, file=None), "error-offer-no-file")
    assert post(client, address, file=PDF + b"0" * LARGEST_FILE).status_code in {413, 422}
    assert post(client, address, file=PDF + b"0" * (LARGEST_FILE + (1 << 20))).status_code == 413
    assert count(Devis) == count(BudgetDocument) == 0


def test_seal_of_another_file_is_not_taken(client, link, chief):
    address = client.get(f"/offre/{link.token}").url.path
    with unit_of_work() as session:
        from budget.documents.store import keep_document

        secret = keep_document(session, chief, name="facture.pdf", content=PDF + b"x")
    answer = post(client, address, file=None, kept=f"{secret}.{'0' * 64}")
    assert said(answer, "error-offer-no-file")


def test_hidden_field_and_floods_are_stopped(client, link, monkeypatch):
    address = client.get(f"/offre/{link.token}").url.path
    assert said(post(client, address, website="x"), "form-trapped")
    monkeypatch.setattr(flood, "PER_ADDRESS", 1)
    assert post(client, address, number="").status_code == 429
    assert count(Devis) == 0


def test_link_opens_nothing_past_the_deadline_once_revoked_or_renewed(client, link, chief):
    renewed = asking.renew_link(chief, link.invitation_id)
    assert client.get(f"/offre/{link.token}").status_code == 404
    assert client.get(f"/offre/{renewed.token}").status_code == 200
    address = f"/offre/d/{link.invitation_id}"
    asking.revoke_link(chief, link.invitation_id)
    assert client.get(address).status_code == 404
    again = asking.renew_link(chief, link.invitation_id)
    client.get(f"/offre/{again.token}")
    with unit_of_work() as session:
        session.execute(update(QuoteRequest).values(deadline=utc_now() - timedelta(minutes=1)))
    answer = post(client, address)
    assert answer.status_code == 410
    assert said(answer, "offer-closed-title")
    assert client.get(f"{address}/cahier.pdf").status_code == 410
    with pytest.raises(RuleBroken, match="error-request-closed"):
        asking.renew_link(chief, link.invitation_id)
    assert count(BudgetDocument) == 0


def test_form_of_elsewhere_and_another_kind_of_form_are_refused(client, link):
    address = client.get(f"/offre/{link.token}").url.path
    assert client.post(address, data=GOOD, headers={"origin": "http://ailleurs"}).status_code == 403
    assert client.post(address, data=GOOD).status_code == 400


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"copies": "beaucoup"}, "error-request-copies"),
        ({"copies": "1,2,3,4,5,6,7"}, "error-request-copies"),
        ({"title": " "}, "error-empty"),
        ({"deadline": utc_now() - timedelta(days=1)}, "error-request-deadline"),
        ({"deadline": utc_now() + timedelta(days=400)}, "error-request-deadline"),
        ({"supplier_ids": ()}, "error-request-suppliers"),
    ],
)
def test_request_that_will_not_do(sqlite_world, chief, changes, code):
    assert sqlite_world
    supplier_id = suppliers.add_supplier(chief, SupplierDraft(name="A"))
    with unit_of_work() as session:
        adopt_specification(session, chief, "Chemise")
    with pytest.raises(RuleBroken, match=code):
        asking.send_request(chief, request(supplier_id, **{"supplier_ids": (supplier_id,), **changes}))


def test_request_needs_an_adopted_specification_and_the_groups_own_suppliers(sqlite_world, chief):
    supplier_id = suppliers.add_supplier(chief, SupplierDraft(name="A"))
    with pytest.raises(RuleBroken, match="error-request-no-version"):
        asking.send_request(chief, request(supplier_id))
    with pytest.raises(NotAllowed):
        asking.send_request(sqlite_world.people["partner"], request(supplier_id))
    stranger = sqlite_world.people["stranger"]
    with unit_of_work() as session:
        adopt_specification(session, stranger, "Ailleurs")
    with pytest.raises(NotFound):
        asking.send_request(stranger, request(supplier_id))


def test_link_takes_a_few_files_and_no_more(client, link):
    """A post that will not do keeps its file; without a bound one link fills the disk."""
    address = client.get(f"/offre/{link.token}").url.path
    for place in range(offers.FILES_MAXIMUM):
        assert post(client, address, number="", file=PDF + bytes([65 + place])).status_code == 422
    answer = post(client, address, number="", file=PDF + b"encore")
    assert said(answer, "error-offer-files", maximum=offers.FILES_MAXIMUM)
    assert count(BudgetDocument) == offers.FILES_MAXIMUM
    assert post(client, address, file=PDF + b"A").status_code == 303


@pytest.mark.parametrize("hurdle", ["no link", "revoked", "flood"])
def test_body_is_not_read_for_a_stranger_or_a_flooder(client, link, chief, monkeypatch, hurdle):
    address = f"/offre/d/{link.invitation_id}"
    if hurdle != "no link":
        client.get(f"/offre/{link.token}")
    if hurdle == "revoked":
        asking.revoke_link(chief, link.invitation_id)
    if hurdle == "flood":
        monkeypatch.setattr(flood, "PER_ADDRESS", 0)

    async def read(_request):
        raise AssertionError("the body was read")

    monkeypatch.setattr(routes, "_read", read)
    assert post(client, address).status_code == (429 if hurdle == "flood" else 404)


def test_announced_length_is_believed_before_the_body_is_parsed(client, link, monkeypatch):
    address = client.get(f"/offre/{link.token}").url.path
    monkeypatch.delattr(routes, "MultiPartParser")
    assert post(client, address, file=PDF + b"0" * (LARGEST_FILE + (1 << 20))).status_code == 413


def test_devis_that_came_otherwise_answers_the_request_too(client, link, chief):
    """By hand, for the one who was asked: the request tells it, and the link takes nothing more."""
    (asked,) = service.view_devis_list(chief).asked
    assert (asked.invitation_id, asked.devis_id) == (link.invitation_id, None)
    other = suppliers.add_supplier(chief, SupplierDraft(name="Autre"))
    supplier_id = asking.view_requests(chief).requests[0].invitations[0].supplier_id
    with pytest.raises(RuleBroken, match="error-devis-invitation"):
        service.enter_devis(chief, devis(other, invitation_id=link.invitation_id))
    made = service.enter_devis(chief, devis(supplier_id, invitation_id=link.invitation_id))
    (listed,) = asking.view_requests(chief).requests
    assert (listed.answered, listed.invitations[0].devis_id) == (1, made)
    assert not read_devis(chief, made).came_by_link
    with pytest.raises(RuleBroken, match="error-devis-invitation"):
        service.enter_devis(chief, devis(supplier_id, number="2", invitation_id=link.invitation_id))
    service.change_devis(chief, made, replace(typed.draft_of(read_devis(chief, made)), note="x"))
    address = client.get(f"/offre/{link.token}").url.path
    assert post(client, address).status_code == 409
    service.change_devis(chief, made, replace(typed.draft_of(read_devis(chief, made)), invitation_id=None))
    assert post(client, address).status_code == 303
