"""Import seen by another browser, export saved, a word found from the side bar: in real browsers, to the end."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visits
from tests.e2e.test_every_page import faults, settle
from tests.samples import box_both, docx, paragraph, photograph, picture, run


@pytest.mark.parametrize("width", [1280, 360])
def test_import_then_find_then_export(enter: Callable[..., Page], visits: Visits, tmp_path: Path, width: int) -> None:
    given = tmp_path / "note.docx"
    box = box_both("Encadré double : venez nous voir sur le terrain.")
    shown = {"rId4": photograph(), "rId5": photograph(color="olive", kind="JPEG")}
    body = paragraph(run("Avant.") + box + picture("La façade", "rId4")) + paragraph(picture("", "rId5"))
    given.write_bytes(docx(body, shown))
    page = enter("facilitator", width=width)
    page.goto("/fiches")
    link = page.locator("a.cf-chip:visible, a.cf-name:visible").first
    expect(link).to_be_visible()
    address = str(link.get_attribute("href"))
    other = enter("partner")
    other.goto(address)
    expect(other.locator(".ProseMirror").first).to_be_visible()
    page.goto(address)
    page.get_by_role("button", name="Autres actions").click()
    page.get_by_role("menuitem", name="Importer").click()
    page.locator("input[type=file]").first.set_input_files(given)
    expect(page.get_by_role("region", name="Ce qui sera ajouté")).to_contain_text("venez nous voir")
    settle(page)
    # Streamlit's own drop zone has a name and the role of something without one: nothing of ours can change it.
    assert [one for one in faults(page) if "stFileUploaderDropzone" not in one] == []
    adds = page.get_by_role("button", name="Ajouter à la fiche")
    adds.click()
    expect(page.get_by_text("Une image n’a pas encore de texte de remplacement")).to_be_visible()
    texts = page.get_by_label("Texte de remplacement")
    expect(texts.first).to_have_value("La façade")
    texts.nth(1).fill("Le jardin partagé")
    texts.nth(1).blur()
    settle(page)
    adds.click()
    expect(other.locator(".ProseMirror").first).to_contain_text("venez nous voir")
    for alt in ("La façade", "Le jardin partagé"):
        expect(other.locator(f'.ProseMirror figure img[alt="{alt}"]').last).to_have_js_property("naturalWidth", 900)
    expect(other.locator(".ProseMirror figure .chemise-figure-print").first).to_contain_text("floue sur 17 cm")
    if width > 640:  # on a phone the side bar is folded away
        page.get_by_role("searchbox", name="Chercher un mot").fill("TERRAIN")
        page.keyboard.press("Enter")
    else:
        page.goto("/recherche?q=TERRAIN")
    found = page.locator(".cf-found mark").first
    expect(found).to_have_text("terrain")
    settle(page)
    assert faults(page) == []
    page.goto(address)
    page.get_by_role("button", name="Autres actions").click()
    page.get_by_role("menuitem", name="Exporter").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Données (.json)").click()
    assert saved.value.suggested_filename.endswith(".json")
    said = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert said["format"] == "chemise-fiches"
    assert visits.problems == []


def test_the_uploader_and_its_refusals_speak_french(enter: Callable[..., Page], visits: Visits) -> None:
    page = enter("facilitator")
    page.goto("/fiches")
    link = page.locator("a.cf-chip:visible, a.cf-name:visible").first
    expect(link).to_be_visible()
    page.goto(str(link.get_attribute("href")))
    page.get_by_role("button", name="Autres actions").click()
    page.get_by_role("menuitem", name="Importer").click()
    drop = page.get_by_test_id("stFileUploaderDropzone")
    # The button that is pressed, and Streamlit's hidden input behind it.
    expect(drop.get_by_role("button", name="Choisir un fichier", exact=True)).to_have_count(2)
    assert "per file" not in drop.inner_text()
    assert "Upload" not in drop.inner_text()
    page.locator("input[type=file]").first.set_input_files(
        {"name": "note.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    )
    expect(page.get_by_text("Un PDF ne garde pas la structure du texte")).to_be_visible()
    assert "not allowed" not in page.get_by_role("dialog").inner_text()
    assert visits.problems == []
