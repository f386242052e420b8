"""Documents of others: every word comes in or is named, and what may not be read is refused with what to do."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import samples
from tests.samples import Sample, docx, hyperlink, paragraph, run, table, zipped
from workspace.exchange import grammar, rules
from workspace.exchange.reading import read
from workspace.exchange.words import NoteKind, Reading, Source, Upload
from workspace.kernel.errors import RuleBroken
from workspace.livetext.words import Block, Run

DOCX, ODT = samples.samples(), [samples.odt_sample()]


def kinds(reading: Reading) -> list[str]:
    return [block.kind for block in reading.blocks]


def noted(reading: Reading) -> Counter[NoteKind]:
    return Counter(note.kind for note in reading.notes)


def read_docx(body: str, *, boxes: bool = True, **parts: str) -> Reading:
    return read(Upload(name="x.docx", data=docx(body, **parts), boxes=boxes))


@pytest.mark.parametrize("sample", DOCX + ODT, ids=lambda sample: sample.name)
def test_every_word_comes_in_once_and_the_rest_is_named(sample: Sample) -> None:
    suffix = "odt" if sample.name == "odt" else "docx"
    reading = read(Upload(name=f"x.{suffix}", data=sample.data))
    assert sorted(grammar.words_of(reading.blocks)) == sorted(sample.kept.split())
    told = Counter(word for note in reading.notes for word in note.text.split())
    assert not Counter(sample.reported.split()) - told


@pytest.mark.parametrize("sample", [one for one in DOCX if one.name.startswith("boxes")], ids=lambda one: one.name)
def test_text_boxes_are_callouts_or_are_named(sample: Sample) -> None:
    taken = read(Upload(name="x.docx", data=sample.data))
    assert kinds(taken) == ["paragraph", "paragraph", "callout"]
    assert noted(taken)[NoteKind.BOX_PLACED] == 1
    left = read(Upload(name="x.docx", data=sample.data, boxes=False))
    assert kinds(left) == ["paragraph", "paragraph"]
    assert noted(left) == {NoteKind.TEXT_BOX: 1}
    assert "Encadré" in left.notes[0].text


def test_styles_lists_links_and_marks_of_word() -> None:
    reading = read_docx(
        paragraph("Un titre", style="MonTitre")
        + paragraph("Un sous-titre", style="Titre2")
        + paragraph(
            run("gras", "<w:b/>")
            + run(" et ")
            + run("fort", '<w:rStyle w:val="Fort"/>')
            + run("!", '<w:b w:val="0"/>')
        )
        + paragraph("un", listed=(1, 0))
        + paragraph("dedans", listed=(1, 1))
        + paragraph("numéro", listed=(2, 0))
        + paragraph(hyperlink("rId9", "bon") + hyperlink("rId8", "mauvais"))
        + paragraph("dit-on", style="Citation")
        + paragraph("dit-elle", style="Citation")
    )
    assert kinds(reading) == [
        "heading", "heading", "paragraph", "bulletList", "orderedList", "paragraph", "blockquote",
    ]  # fmt: skip
    assert [block.attrs["level"] for block in reading.blocks[:2]] == [2, 3]
    assert reading.blocks[2].runs == (Run("gras", bold=True), Run(" et "), Run("fort", bold=True), Run("!"))
    inner = reading.blocks[3].children[0].children
    assert [block.kind for block in inner] == ["paragraph", "bulletList"]
    assert reading.blocks[5].runs == (Run("bon", href="https://www.apeas.fr/aide"), Run("mauvais"))
    assert len(reading.blocks[6].children) == 2


def test_table_head_and_spans() -> None:
    reading = read_docx(table(("A", "B"), ("c", "d"), head=True))
    (made,) = reading.blocks
    assert [[cell.kind for cell in row.children] for row in made.children] == [["tableHeader"] * 2, ["tableCell"] * 2]
    spanned = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("large") + "</w:tc></w:tr>"
    reading = read_docx(
        spanned + "<w:tr><w:tc>" + paragraph("a") + "</w:tc><w:tc>" + paragraph("b") + "</w:tc></w:tr></w:tbl>"
    )
    assert [len(row.children) for row in reading.blocks[0].children] == [2, 2]
    assert noted(reading)[NoteKind.MERGED] == 1


def test_markdown_and_html_become_the_same_blocks() -> None:
    written = (
        "---\nauteur: B.\n---\n# Titre\n\nUn **mot** et <i>un autre</i>.\n\n- a\n- b\n\n"
        "| x | y |\n|---|---|\n| 1 | 2 |\n\n> cité\n\n![Une façade](f.png)\n"
    )
    reading = read(Upload(name="x.md", data=written.encode()))
    assert kinds(reading) == ["heading", "paragraph", "bulletList", "table", "blockquote"]
    assert reading.blocks[1].runs == (
        Run("Un "),
        Run("mot", bold=True),
        Run(" et "),
        Run("un autre", italic=True),
        Run("."),
    )
    assert noted(reading) == {NoteKind.METADATA: 1, NoteKind.IMAGE_REMOTE: 1}
    page = (
        "<html><head><title>t</title><style>p{}</style></head><body><h3>Sous</h3>nu <b>gras</b>"
        "<script>alert(1)</script>"
        "<p>lien <a href='javascript:alert(1)'>mauvais</a> <a href='https://ex.fr'>bon</a><br>suite</p>"
        "<ol start=3><li>trois<ul><li>dedans</li></ul></li></ol><form><input value='saisi'></form></body></html>"
    )
    reading = read(Upload(name="x.html", data=page.encode()))
    assert kinds(reading) == ["heading", "paragraph", "paragraph", "orderedList"]
    assert "alert" not in " ".join(grammar.words_of(reading.blocks))
    assert [run.href for run in reading.blocks[2].runs if run.href] == ["https://ex.fr"]
    assert noted(reading) == {NoteKind.LINK: 1, NoteKind.FORM: 1}


@pytest.mark.parametrize("value", ["", "x", "²", "-1", "9" * 5000, "0"])
def test_numbers_that_are_none_are_taken_as_missing(value: str) -> None:
    page = f"<ol start='{value}'><li>a</li></ol><table><tr><td colspan='{value}'>b</td><td>c</td></tr></table>"
    assert sorted(grammar.words_of(read(Upload(name="x.html", data=page.encode())).blocks)) == ["a", "b", "c"]
    styles = (
        '<text:list-style style:name="L1">'
        f'<text:list-level-style-number text:level="{value}" style:num-format="1"/></text:list-style>'
    )
    body = f'<text:p>a<text:s text:c="{value}"/>b</text:p>'
    assert read(Upload(name="x.odt", data=samples.odt(body, styles))).words in {1, 2}
    body = paragraph(f'<w:pPr><w:outlineLvl w:val="{value}"/></w:pPr>' + run("titre"))
    assert read_docx(body).words == 1


def test_pasted_text() -> None:
    reading = read(Upload(name="", data="#!Un début\nsur deux lignes\n\n- a\n- b\n\n1. c\n".encode()))
    assert kinds(reading) == ["paragraph", "bulletList", "orderedList"]
    assert Run("\n") in reading.blocks[0].runs
    assert rules.decoded("é".encode("cp1252")) == "é"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def bomb(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * size)
    return out.getvalue()


def lying(data: bytes) -> bytes:
    """The directory and the header say that the part is small; only counting while unpacking finds out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.infolist()[0].file_size
    return data.replace(real.to_bytes(4, "little"), (100_000).to_bytes(4, "little"))


def packed(method: int, *, torn: bool = False) -> bytes:
    """A good document packed in a way that neither Word nor LibreOffice uses; `torn`, its content is cut up."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{samples.WORD}"><w:body/></w:document>' * 30)
    data = bytearray(out.getvalue())
    if torn:
        data[60:80] = bytes(20)
    return bytes(data)


ENTITY = f'<!DOCTYPE a [<!ENTITY x "y">]><w:document xmlns:w="{samples.WORD}"><w:body/></w:document>'


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("x.docx", b"", "error-import-empty"),
        ("x.docx", b"a" * (rules.LARGEST_FILE + 1), "error-import-large"),
        ("x.docx", b"MZ\x90\x00" + b"\x00" * 200, "error-import-program"),
        ("x.docx", b"\x7fELF" + b"\x00" * 200, "error-import-program"),
        ("x.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "error-import-encrypted"),
        ("x.doc", OLE + b"\x00" * 99, "error-import-old-word"),
        ("x.docx", b"%PDF-1.7", "error-import-pdf"),
        ("x.xyz", b"abc", "error-import-kind"),
        ("x.docx", b"just text", "error-import-mismatch"),
        ("x.txt", zipped({"a": "b"}), "error-import-mismatch"),
        ("x.md", b"a\x00b", "error-import-mismatch"),
        ("x.docx", b"PK\x03\x04 broken", "error-import-damaged"),
        ("x.docx", zipped({"word/document.xml": "<w:broken"}), "error-import-damaged"),
        ("x.docx", packed(zipfile.ZIP_LZMA, torn=True), "error-import-damaged"),
        ("x.odt", packed(zipfile.ZIP_LZMA), "error-import-damaged"),
        ("x.docx", packed(zipfile.ZIP_BZIP2), "error-import-damaged"),
        ("x.docx", zipped({"other": "x"}), "error-import-mismatch"),
        ("x.odt", zipped({"other": "x"}), "error-import-mismatch"),
        ("x.docx", bomb(60 << 20), "error-import-bomb"),
        ("x.docx", lying(bomb(20 << 20)), "error-import-damaged"),
        ("x.docx", zipped({f"p{n}": "" for n in range(rules.MOST_ENTRIES + 1)}), "error-import-bomb"),
        ("x.docx", zipped({"../up": "x"}), "error-import-bomb"),
        ("x.docx", zipped({"word/document.xml": ENTITY}), "error-import-entities"),
        ("x.docx", zipped({"word/document.xml": ENTITY.encode("utf-16")}), "error-import-entities"),
        ("x.json", b"{}", "error-import-json"),
        ("x.json", b"[" * 100_000, "error-import-json"),
        ("x.txt", b"   \n ", "error-import-nothing"),
        ("", ("mot " * 100_000).encode(), "error-import-pages"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_refused_says_why(name: str, data: bytes, code: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        read(Upload(name=name, data=data))
    assert refused.value.code == code


@pytest.mark.parametrize("name", ["x.docx", "x.odt"])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_mutated_documents_are_read_or_refused_never_worse(name: str, data: st.DataObject) -> None:
    """The XML is mutated inside the archive, by bytes and by whole tags: a broken archive would be found too soon."""
    with zipfile.ZipFile(io.BytesIO(DOCX[-1].data if name == "x.docx" else ODT[0].data)) as archive:
        parts = {one: bytearray(archive.read(one)) for one in archive.namelist()}
    part = parts[data.draw(st.sampled_from(sorted(one for one in parts if one.endswith(".xml"))))]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(part) - 1)))
        piece = data.draw(st.sampled_from([b"", b"<w:p/>", b"<text:p/>", b"9999999999", b"&x;", b"\xff", b"<", b">"]))
        part[at : at + data.draw(st.integers(0, 40))] = piece
    codes = set()
    try:
        read(Upload(name=name, data=zipped({one: bytes(content) for one, content in parts.items()})))
    except RuleBroken as refused:
        codes.add(refused.code.startswith("error-import-"))
    assert codes <= {True}


KINDS = [
    "paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "callout", "keyFigure",
    "keyFigureValue", "keyFigureLabel", "table", "tableRow", "tableCell", "tableHeader", "figure", "unknown",
]  # fmt: skip
RUNS = st.lists(
    st.builds(
        Run,
        st.text(max_size=8) | st.just("\n"),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "https://a.fr", "javascript:x"]),
    ),
    max_size=3,
).map(tuple)
TREES = st.recursive(
    st.builds(Block, st.sampled_from(KINDS), st.just({}), RUNS),
    lambda inner: st.builds(
        Block,
        st.sampled_from(KINDS),
        st.sampled_from([{}, {"level": 9}, {"start": 4}]),
        RUNS,
        st.lists(inner, max_size=4).map(tuple),
    ),
    max_leaves=25,
)
INLINE_PARENTS = {"paragraph", "heading"}
LISTS = {"bulletList", "orderedList"}
ALLOWED = {
    "callout": {"paragraph", "heading", "blockquote", "callout", "keyFigure", "table", "figure"} | LISTS,
    "blockquote": {"paragraph"} | LISTS,
    "listItem": {"paragraph"} | LISTS,
    "bulletList": {"listItem"}, "orderedList": {"listItem"}, "table": {"tableRow"},
    "tableRow": {"tableCell", "tableHeader"}, "tableCell": {"paragraph"}, "tableHeader": {"paragraph"},
    "keyFigure": {"keyFigureValue", "keyFigureLabel"},
}  # fmt: skip


def check(block: Block) -> None:
    allowed = ALLOWED.get(block.kind, set())
    assert {child.kind for child in block.children} <= allowed
    if block.kind in ALLOWED:
        assert block.children
    if block.kind == "listItem":
        assert block.children[0].kind == "paragraph"
    if block.kind == "table":
        assert len({len(row.children) for row in block.children}) == 1
    if block.kind.startswith("keyFigure"):
        assert all(run == Run(run.text) and run.text != "\n" for run in block.runs)
    for child in block.children:
        check(child)


@settings(max_examples=400, deadline=None)
@given(blocks=st.lists(TREES, max_size=5))
def test_any_tree_is_put_into_shape_and_loses_no_word(blocks: list[Block]) -> None:
    made = grammar.fit(blocks)
    for block in made:
        check(block)
        assert block.kind in ALLOWED["callout"]

    def letters(tree: object) -> Counter[str]:
        said = "".join(grammar.words_of(tree)) if not isinstance(tree, str) else tree  # type: ignore[arg-type]
        return Counter(one for one in said if one.isalnum())

    assert letters(made) == letters(blocks)
    assert json.dumps([block.kind for block in made])


def test_a_file_s_kind_is_read_whatever_the_case_of_its_name() -> None:
    assert rules.source_of("a.ODT", b"PK\x03\x04") is Source.ODT
