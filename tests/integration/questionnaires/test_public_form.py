"""The public form over HTTP, through the real gatekeeper: the clean address, what is refused, what stays typed."""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from uuid import UUID

import pytest
import streamlit
from sqlalchemy import func, select
from starlette.applications import Starlette
from starlette.middleware import Middleware

from db.models import FormResponse
from db.session import reading
from tests.integration.fiches.world import World
from tests.integration.questionnaires.desk import good, items, make_form, public_token
from workspace.accounts.gatekeeper import Gatekeeper
from workspace.kernel.messages import translate
from workspace.questionnaires import flood, results, routes, service, stamps
from workspace.questionnaires.checking import field_name
from workspace.questionnaires.words import ItemKind, Source

with warnings.catch_warnings():  # it says that httpx has a successor
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

INDEX = Path(streamlit.__file__).resolve().parent / "static" / "index.html"
ORIGIN = "http://testserver"
HEADERS = {"origin": ORIGIN, "accept-language": "fr"}


@pytest.fixture
def client(sqlite_world: World) -> Iterator[TestClient]:
    app = Starlette(routes=routes.routes(), middleware=[Middleware(Gatekeeper, index_path=INDEX)])
    with TestClient(app, base_url=ORIGIN, headers=HEADERS) as made:
        yield made


def aged(form_id: UUID, *, age: float = 60) -> str:
    return stamps.make_stamp(form_id, now=time.time() - age)


def kept() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(FormResponse)) or 0


def said(text: str, key: str, **values: object) -> bool:
    return translate("fr", key, **values) in unescape(text)


def test_token_leaves_the_address(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    token = public_token(chief, form_id)
    answer = client.get(f"/q/{token}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/q/f/{form_id}")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age" not in cookie
    assert answer.headers["referrer-policy"] == "no-referrer"
    page = client.get(f"/q/f/{form_id}")
    assert page.status_code == 200
    assert token not in page.text
    policy = page.headers["content-security-policy"]
    assert "script-src" not in policy
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-frame-options"] == "DENY"
    assert "<script" not in page.text
    assert len(page.content) < 60_000


def test_notice_and_consent_stand_above_the_first_field(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    text = unescape(client.get(f"/q/{public_token(chief, form_id)}").text)
    first = text.index(field_name(items(chief, form_id)[ItemKind.OPEN]))
    for shown in ("LaPlateforme", "Écrire notre présentation.", "S. D.", 'name="consent"'):
        assert text.index(shown) < first
    assert " checked>" not in text


def post(client: TestClient, form_id: UUID, fields: dict[str, list[str]], **more: str) -> object:
    sent = {"stamp": aged(form_id)} | fields | more
    return client.post(f"/q/f/{form_id}", data=sent, follow_redirects=False)


def test_answer_thanks_then_withdraws(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    client.get(f"/q/{public_token(chief, form_id)}")
    answer = post(client, form_id, good(chief, form_id))
    assert (answer.status_code, answer.headers["location"]) == (303, f"/q/f/{form_id}/merci")
    thanks = client.get(f"/q/f/{form_id}/merci").text
    assert said(thanks, "form-thanks-text")
    link = re.search(r"http://testserver(/q/retrait/[\w-]+)", thanks)
    assert link
    again = client.get(f"/q/f/{form_id}").text
    assert said(again, "form-already-title")
    assert said(client.get(f"/q/f/{form_id}?autre=1").text, "form-send")
    other = TestClient(client.app, base_url=ORIGIN, headers=HEADERS)
    ask = other.get(link[1])
    assert str(ask.url) == f"{ORIGIN}/q/retrait"
    token = re.search(r'name="token" value="([\w-]+)"', ask.text)
    assert token
    gone = other.post("/q/retrait", data={"token": token[1]})
    assert said(gone.text, "form-withdrawn-title")
    assert kept() == 0
    assert other.post("/q/retrait", data={"token": token[1]}).status_code == 404
    assert said(client.get(f"/q/f/{form_id}").text, "form-already-withdrawn")


def test_wrong_fields_are_told_beside_them_and_stay_typed(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    by, fields = items(chief, form_id), good(chief, form_id, "<b>Où ?</b>\nIci & là")
    fields[field_name(by[ItemKind.SINGLE])] = []
    fields[field_name(by[ItemKind.RANKING], 2)] = ["2"]
    fields.pop("consent")
    client.get(f"/q/{public_token(chief, form_id)}")
    answer = post(client, form_id, fields)
    assert answer.status_code == 422
    for code in ("consent", "empty", "ranks"):
        assert said(answer.text, f"form-error-{code}")
    assert "&lt;b&gt;Où ?&lt;/b&gt;\nIci &amp; là</textarea>" in answer.text
    assert "<b>Où" not in answer.text
    assert answer.text.count(" checked>") == 3  # two boxes and a step of the scale
    assert answer.text.count(" selected>") == 3
    assert kept() == 0


def test_markup_is_text_everywhere(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    nasty = "<img src=x onerror=alert(1)>\"'{{7*7}}</textarea>"
    form_id = make_form(chief, title=nasty, intro=nasty, controller=nasty, purpose=nasty, contact=nasty)
    page = client.get(f"/q/{public_token(chief, form_id)}").text
    assert "<img" not in page
    assert "{{7*7}}" in page
    fields = good(chief, form_id, nasty)
    assert post(client, form_id, fields).status_code == 303
    item = items(chief, form_id)[ItemKind.OPEN]
    assert results.view_results(chief, form_id).answers[item.item_id][0].value == nasty


def test_same_page_twice(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    client.get(f"/q/{public_token(chief, form_id)}")
    one, fields = aged(form_id), good(chief, form_id)
    assert post(client, form_id, fields, stamp=one).status_code == 303
    twice = post(client, form_id, fields, stamp=one)
    assert twice.status_code == 409
    assert said(twice.text, "form-twice-text")
    assert kept() == 1


def test_after_closing(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    token = public_token(chief, form_id)
    client.get(f"/q/{token}")
    service.close_form(chief, form_id)
    for answer in (post(client, form_id, good(chief, form_id)), client.get(f"/q/{token}")):
        assert answer.status_code == 410
        assert said(answer.text, "form-closed-title")
    assert kept() == 0


def test_personal_links_on_one_tablet(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    first, second = service.make_links(chief, form_id, ["A", "B"])
    client.get(f"/q/{first.token}")
    assert post(client, form_id, good(chief, form_id)).status_code == 303
    assert post(client, form_id, good(chief, form_id)).status_code == 409
    assert "autre=1" not in client.get(f"/q/f/{form_id}").text
    used = client.get(f"/q/{first.token}")
    assert used.status_code == 409
    assert said(used.text, "form-used-text")
    assert said(client.get(f"/q/{second.token}").text, "form-send")  # not "already answered"
    assert post(client, form_id, good(chief, form_id)).status_code == 303
    assert kept() == 2


@pytest.mark.parametrize(
    ("stamp", "state"),
    [
        (lambda form_id: aged(form_id, age=0), "too-fast"),
        (lambda form_id: aged(form_id, age=90_000), "expired"),
        (lambda form_id: aged(UUID(int=5)), "forged"),
        (lambda form_id: aged(form_id)[:-1] + "x", "forged"),
        (lambda form_id: "", "forged"),
        (lambda form_id: "é.ü.ñ", "forged"),
    ],
)
def test_stamps_that_do_not_hold(client: TestClient, sqlite_world: World, stamp: object, state: str) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    client.get(f"/q/{public_token(chief, form_id)}")
    answer = post(client, form_id, good(chief, form_id, "Mes mots"), stamp=stamp(form_id))
    assert answer.status_code == 422
    assert said(answer.text, f"form-stamp-{state}")
    assert "Mes mots</textarea>" in answer.text
    assert kept() == 0


def test_robots_fall_into_the_hidden_field(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    client.get(f"/q/{public_token(chief, form_id)}")
    answer = post(client, form_id, good(chief, form_id), website="https://spam.example")
    assert answer.status_code == 422
    assert said(answer.text, "form-trapped")
    assert kept() == 0


def test_flood_is_stopped_and_forgets_addresses(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    client.get(f"/q/{public_token(chief, form_id)}")
    fields = good(chief, form_id)
    codes = [post(client, form_id, fields).status_code for _ in range(flood.PER_ADDRESS + 5)]
    assert codes == [303] * flood.PER_ADDRESS + [429] * 5
    last = post(client, form_id, good(chief, form_id, "Mes mots"))
    assert said(last.text, "form-flood-text")
    assert "Mes mots</textarea>" in last.text
    assert kept() == flood.PER_ADDRESS
    assert "testclient" not in repr(vars(routes.flood))


def test_links_cannot_be_tried_by_the_thousand(client: TestClient, sqlite_world: World) -> None:
    codes = [client.get(f"/q/x{number}").status_code for number in range(flood.GUESSES_PER_ADDRESS + 3)]
    assert codes == [404] * flood.GUESSES_PER_ADDRESS + [429] * 3


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example"])
def test_form_of_another_site_is_refused(client: TestClient, sqlite_world: World, origin: str | None) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    client.get(f"/q/{public_token(chief, form_id)}")
    client.headers.pop("origin")
    headers = {"origin": origin} if origin else {}
    answer = client.post(f"/q/f/{form_id}", data={"stamp": aged(form_id)} | good(chief, form_id), headers=headers)
    assert answer.status_code == 403
    assert kept() == 0


def test_bodies_that_are_no_form(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    client.get(f"/q/{public_token(chief, form_id)}")
    path, kind = f"/q/f/{form_id}", {"content-type": "application/x-www-form-urlencoded"}
    assert client.post(path, json={}).status_code == 400
    assert client.post(path, files={"a": b"x"}).status_code == 400
    assert client.post(path, content=b"a=%ff", headers=kind).status_code == 400
    assert client.post(path, content="a=é".encode(), headers=kind).status_code == 400
    assert (
        client.post(path, content=b"&".join(b"a%d=1" % one for one in range(3000)), headers=kind).status_code == 400
    )
    large = client.post(path, content=b"a=" + b"x" * 2_000_000, headers=kind)
    assert large.status_code == 413
    assert said(large.text, "form-large-text")


def test_both_languages(client: TestClient, sqlite_world: World) -> None:
    chief = sqlite_world.people["facilitator"]
    form_id = make_form(chief)
    client.get(f"/q/{public_token(chief, form_id)}")
    english = client.get(f"/q/f/{form_id}?lang=en").text
    assert '<html lang="en">' in english
    assert "Send my answers" in english
    assert '<h1 lang="fr">' in english
    assert f'action="/q/f/{form_id}?lang=en"' in english


def test_trial_keeps_nothing(sqlite_world: World) -> None:
    from tests.integration.questionnaires.signed import signed_client

    chief = sqlite_world.people["partner"]
    form_id = make_form(chief, opened=False)
    with signed_client(chief) as client:
        path = f"/questionnaires/{form_id}/essai"
        page = client.get(path)
        assert said(page.text, "form-trial")
        done = client.post(path, data=good(chief, form_id))
        assert said(done.text, "form-trial-done")
        assert client.post(path, data={"consent": "yes"}).status_code == 422
    assert kept() == 0


def test_paper_is_printed_and_keyed_in(sqlite_world: World) -> None:
    from tests.integration.questionnaires.signed import signed_client

    chief = sqlite_world.people["partner"]
    form_id = make_form(chief)
    with signed_client(chief) as client:
        paper = client.get(f"/questionnaires/{form_id}/papier")
        assert "<svg" in paper.text
        assert "<textarea" not in paper.text
        path = f"/questionnaires/{form_id}/saisie"
        stamp = re.search(r'name="stamp" value="([^"]+)"', client.get(path).text)
        assert stamp
        fields = {"stamp": stamp[1]} | good(chief, form_id)
        done = client.post(path, data=fields)
        assert said(done.text, "form-keyed-done", number="1")
        assert client.post(path, data=fields).status_code == 422
        assert client.post(path, data=fields | {"stamp": aged(form_id), "consent": []}).status_code == 422
        code = client.get(f"/questionnaires/{form_id}/qr.svg")
        assert code.headers["content-disposition"] == 'attachment; filename="qr.svg"'
        table = client.get(f"/questionnaires/{form_id}/reponses.csv")
        assert table.content.startswith(b"\xef\xbb\xbf")
        assert "papier" in table.text
        assert client.get(f"/questionnaires/{form_id}/reponses.xlsx").content.startswith(b"PK")
    assert [one.source for one in results.view_results(chief, form_id).respondents] == [Source.PAPER]
