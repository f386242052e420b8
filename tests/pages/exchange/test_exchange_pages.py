"""Import and export on the screens of fiches, through the real frame."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import choose, labels
from tests.samples import docx, paragraph, photograph, picture
from workspace.exchange.rules import LARGEST_FILE
from workspace.fiches import service
from workspace.fiches.words import FicheDraft
from workspace.kernel.actor import Role
from workspace.kernel.messages import translate
from workspace.livetext import service as livetext

Enter = Callable[[Role], Visitor]


def html_of(app: AppTest) -> str:
    return "\n".join(item.proto.body for item in app.get("html"))


def reopen(app: AppTest) -> AppTest:
    """In a dialog, AppTest reruns the whole page: what opened it is pressed again with each step."""
    app.menu_button(key="fiche.more").click("import-open")
    return app.run()


@pytest.fixture
def opened(entered: Enter) -> tuple[Visitor, UUID, AppTest]:
    visitor = entered(Role.PARTNER)
    fiche_id = service.create_fiche(visitor.actor(), FicheDraft(title="À importer"))
    return visitor, fiche_id, visitor.open("fiche", fiche=fiche_id)


def test_pasted_text_is_shown_then_added(opened: tuple[Visitor, UUID, AppTest]) -> None:
    visitor, fiche_id, app = opened
    reopen(app)
    assert translate("fr", "import-choose-first") in [item.value for item in app.info]
    app.segmented_control(key="import.source").set_value("paste")
    reopen(app)
    app.text_area(key="import.paste").input("Un <b>mot</b> collé\n\n- une puce")
    reopen(app)
    html = html_of(app)
    assert "Un &lt;b&gt;mot&lt;/b&gt; collé" in html
    assert "<li><p>une puce</p></li>" in html
    assert translate("fr", "import-words", words=5) in html
    app.menu_button(key="fiche.more").click("import-open")
    app.button(key="import.confirm").click().run()
    assert not app.exception
    text_id = service.view_fiche(visitor.actor(), fiche_id).text_id
    assert livetext.text_content(visitor.actor(), text_id)["level1"].plain == "Un <b>mot</b> collé\nune puce"


def test_a_paste_that_is_too_long_says_what_to_do_and_stays(opened: tuple[Visitor, UUID, AppTest]) -> None:
    _visitor, _fiche_id, app = opened
    reopen(app)
    app.segmented_control(key="import.source").set_value("paste")
    reopen(app)
    long = "mot " * 100_000
    app.text_area(key="import.paste").input(long)
    reopen(app)
    assert translate("fr", "error-import-pages", pages=200, maximum=40) in [item.value for item in app.error]
    assert app.text_area(key="import.paste").value == long


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("note.pdf", b"%PDF-1.7", "error-import-pdf"),
        ("note.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "error-import-old-word"),
        ("note.exe", b"MZ\x90\x00", "error-import-program"),
        ("note.pages", b"abc", "error-import-kind"),
        ("note.docx", b"PK\x03\x04" + b"x" * LARGEST_FILE, "error-import-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_not_taken_says_what_to_do_in_our_words(
    opened: tuple[Visitor, UUID, AppTest], name: str, data: bytes, code: str
) -> None:
    _visitor, _fiche_id, app = opened
    reopen(app)
    app.file_uploader(key="import.file").upload(name, data, "application/octet-stream")
    reopen(app)
    assert translate("fr", code, megabytes=LARGEST_FILE >> 20) in [item.value for item in app.error]


def test_a_picture_is_shown_and_asks_for_its_text(opened: tuple[Visitor, UUID, AppTest]) -> None:
    visitor, fiche_id, app = opened
    data = docx(paragraph(picture("", "rId4")), {"rId4": photograph()})
    reopen(app)
    app.file_uploader(key="import.file").upload("note.docx", data, "application/octet-stream")
    reopen(app)
    assert "data:image/webp;base64," in html_of(app)
    assert translate("fr", "images-coarse", width="17", ppi=134) in html_of(app)
    app.menu_button(key="fiche.more").click("import-open")
    app.button(key="import.confirm").click().run()
    assert translate("fr", "error-import-alt", count=1) in [item.value for item in app.error]
    (asked,) = [item for item in app.text_area if str(item.key).startswith("import.alt.")]
    asked.input("La façade")
    reopen(app)
    app.menu_button(key="fiche.more").click("import-open")
    app.button(key="import.confirm").click().run()
    text_id = service.view_fiche(visitor.actor(), fiche_id).text_id
    (figure,) = livetext.text_content(visitor.actor(), text_id)["level1"].blocks
    assert (figure.kind, figure.attrs["alt"]) == ("figure", "La façade")


def test_links_of_exports_and_no_import_for_who_only_reads(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    fiche_id = service.view_board(visitor.actor()).cards[0].fiche_id
    app = visitor.open("fiches")
    app.menu_button(key="fiches.board.more").click("export-open").run()
    html = html_of(app)
    assert all(f'href="/export/fiches.{one}" download' in html for one in ("docx", "pdf", "md", "json"))
    service.archive_fiche(visitor.actor(), fiche_id)
    app = visitor.open("fiche", fiche=fiche_id)
    choose(app, "export-open")
    assert f'href="/export/fiches/{fiche_id}.docx" download' in html_of(app)
    assert translate("fr", "export-open") in labels(app)
    assert translate("fr", "import-open") not in labels(app)
