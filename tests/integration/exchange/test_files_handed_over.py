"""Files over HTTP, whatever the room: who asks, the headers, and refusals in the reader's own language."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.integration.browser import Browser, signed
from tests.integration.fiches.world import World
from workspace.exchange import routes as exchange
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheDraft
from workspace.kernel.messages import translate
from workspace.specification import routes as specification


@pytest.fixture
def client() -> Browser:
    return Browser([*exchange.routes(), *specification.routes()])


PATHS = [f"/export/fiches/{UUID(int=7)}.md", f"/specification/{UUID(int=7)}.pdf"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_nobody_is_told_to_sign_in_in_the_browser_s_language(
    client: Browser, sqlite_world: World, path: str, language: str
) -> None:
    for session in ("", "no-uuid", str(UUID(int=7))):
        answer = client.get(path, headers={"accept-language": f"{language},de;q=0.5", "x-chemise-session": session})
        assert (answer.status_code, answer.text) == (401, translate(language, "error-not-allowed"))
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("path", [*PATHS, "/export/fiches.exe", f"/specification/{UUID(int=7)}.exe"])
def test_what_is_not_there_is_said_in_the_person_s_language(client: Browser, sqlite_world: World, path: str) -> None:
    headers = signed(sqlite_world.people["observer"]) | {"accept-language": "en"}
    answer = client.get(path, headers=headers)
    assert (answer.status_code, answer.text) == (404, translate("fr", "error-not-found"))


def test_a_rule_that_is_broken_is_said_with_its_sentence(client: Browser, sqlite_world: World) -> None:
    answer = client.get("/export/fiches.md", headers=signed(sqlite_world.people["partner"]))
    assert (answer.status_code, answer.text) == (400, translate("fr", "error-export-empty"))


def test_a_file_comes_with_its_name_and_is_kept_nowhere(client: Browser, sqlite_world: World) -> None:
    partner = sqlite_world.people["partner"]
    fiche_id = fiches.create_fiche(partner, FicheDraft(title="Été : l’idée"))
    answer = client.get(f"/export/fiches/{fiche_id}.md", headers=signed(partner))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"Ete-lidee.md\"; filename*=UTF-8''%C3%89t%C3%A9-l%E2%80%99id%C3%A9e.md"
    )
