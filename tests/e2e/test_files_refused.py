"""A file that Streamlit's uploader refuses by itself is told in the reader's language, under its field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

UPLOADER = '[data-testid="stFileUploader"]'


def said_under(page: Page) -> str:
    """What our style sheet says under the field; a plain box says `none`."""
    return str(
        page.locator(UPLOADER).first.evaluate("one => getComputedStyle(one, '::after').getPropertyValue('content')")
    )


def test_file_too_large_or_of_another_kind_is_told_in_our_words(enter: Callable[..., Page], tmp_path: Path) -> None:
    page = enter("treasurer")
    page.goto("/invoices")
    page.get_by_role("button", name="Saisir une facture").first.click()
    field = page.locator(f"{UPLOADER} input[type=file]").first
    assert said_under(page) == "none"
    large = tmp_path / "trop.pdf"
    large.write_bytes(b"%PDF-1.7\n" + bytes(21 << 20))
    field.set_input_files(large)
    expect(page.locator('[data-testid="stFileChip"][aria-invalid="true"]')).to_be_visible()
    assert "Ce fichier n’a pas été pris" in said_under(page)
    assert "10 Mo" in said_under(page)
    expect(page.get_by_text("Drag and drop")).to_be_hidden()
