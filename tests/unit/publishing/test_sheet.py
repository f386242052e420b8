"""The sheet: words stay words, what fits is what the typesetter says, and it never keeps anybody waiting."""

from __future__ import annotations

import base64
import io
import json
import time
import uuid
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from workspace.livetext.rules import INLINE_NODES, NODES
from workspace.livetext.words import Block, Run
from workspace.publishing import phone, rules, typesetter
from workspace.publishing.typesetter import Typesetter
from workspace.publishing.words import Paper, SheetText, Side, TypesetterBusy
from workspace.publishing.worker import PROGRAM, Press

HOSTILE = (
    '#panic("no")', '#image("/etc/passwd")', '#read("/etc/passwd")', "#sys.inputs", "$ x^2 $", "*bold* _em_ `raw`",
    "= Heading", "\\#let x = 1", "// gone", "/* gone */", "@preview/x:1.0.0", "<fit>", "#{", "]", "[", '"', "\\",
    '#eval("1")', '"}; panic()',
    "<script>alert(1)</script>", "{{ 7*7 }}", "{% raw %}", "\u202e", "\ud800", "a\nb", "\x00",
)  # fmt: skip


def paragraph(text: str) -> Block:
    return Block("paragraph", runs=(Run(text),))


def sheet(*verso: Block, recto: tuple[Block, ...] = (), title: str = "Titre", paper: Paper = Paper.A4) -> SheetText:
    return SheetText(title=title, accroche="Accroche", recto=recto, verso=verso, marks=("Idée",), paper=paper)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("press"))


def fits(press: Press, text: SheetText) -> dict[Side, object]:
    return {one.side: one for one in rules.read_fits(press.lay_out(rules.sheet_data(text), 0)["fits"])}


texts = st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE))
runs = st.lists(
    st.builds(Run, texts, st.booleans(), st.booleans(), st.sampled_from(["", "https://a.fr"])), max_size=3
).map(tuple)
values = st.one_of(texts, st.integers(-5, 10**9), st.floats(), st.booleans(), st.none())
attrs = st.dictionaries(
    st.sampled_from(["level", "tone", "src", "alt", "credit", "width", "height", "colspan", "rowspan", "start"]),
    values,
    max_size=4,
)
leaves = st.builds(Block, st.sampled_from(sorted(INLINE_NODES)), attrs, runs)
kinds = st.sampled_from(sorted(NODES - INLINE_NODES))
trees = st.recursive(
    leaves,
    lambda inner: st.builds(Block, kinds, attrs, st.just(()), st.lists(inner, max_size=3).map(tuple)),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(trees, max_size=4).map(tuple), texts, texts)
def test_whatever_is_written_lays_out_and_never_becomes_code(
    press: Press, blocks: tuple[Block, ...], title: str, accroche: str
) -> None:
    text = SheetText(title=title, accroche=accroche, recto=blocks, verso=blocks, marks=(title,))
    answer = press.lay_out(rules.sheet_data(text), 0)
    assert [one["side"] for one in answer["fits"]] == ["recto", "verso"]


def shown(press: Press) -> str:
    """Every letter of the paragraphs that the last layout holds, asked from the typesetter itself."""

    def letters(content: Any) -> str:
        if isinstance(content, list):
            return "".join(map(letters, content))
        if not isinstance(content, dict):
            return ""
        return str(content.get("text", "")) + "".join(
            letters(content.get(key)) for key in ("body", "children", "child")
        )

    return letters(json.loads(press._compiler.query("par")))


@settings(max_examples=150, deadline=None)
@given(st.lists(texts.filter(bool), min_size=1, max_size=4))
def test_words_are_shown_letter_for_letter(press: Press, words: list[str]) -> None:
    # A line end alone is a forced break, which is no letter.
    words = [word for word in words if word != "\n"] or ["x"]
    said = tuple(Run(word, bold=place % 2 == 1) for place, word in enumerate(words))
    press.lay_out(rules.sheet_data(sheet(Block("paragraph", runs=said), title="")), 0)
    assert shown(press) == "".join(words).encode("utf-8", "replace").decode()


@pytest.mark.parametrize("nasty", HOSTILE)
def test_hostile_words_are_shown_letter_for_letter(press: Press, nasty: str) -> None:
    press.lay_out(rules.sheet_data(sheet(paragraph(nasty), title=nasty)), 0)
    assert shown(press) == 2 * nasty.encode("utf-8", "replace").decode()


def test_the_program_is_constant() -> None:
    assert b"eval(" not in PROGRAM.read_bytes()
    assert b"@preview" not in PROGRAM.read_bytes()


def test_long_text_overflows_by_counted_lines(press: Press) -> None:
    short = fits(press, sheet(paragraph("Court.")))
    assert all(one.fits and one.over_mm == 0 for one in short.values())
    long = fits(press, sheet(*[paragraph("Des mots pour remplir la page. " * 12)] * 14))[Side.VERSO]
    assert not long.fits
    assert long.need_mm > long.room_mm
    one_more = fits(press, sheet(*[paragraph("Des mots pour remplir la page. " * 12)] * 14, paragraph("x")))[
        Side.VERSO
    ]
    assert one_more.over_lines > long.over_lines
    line_mm = long.over_mm / long.over_lines
    assert 4 < line_mm < 8


def test_small_paper_holds_less(press: Press) -> None:
    blocks = [paragraph("Des mots pour remplir la page. " * 10)] * 9
    assert fits(press, sheet(*blocks))[Side.VERSO].fits
    assert not fits(press, sheet(*blocks, paper=Paper.A5))[Side.VERSO].fits


def test_default_targets_fit_on_a4_and_on_a5(press: Press) -> None:
    """The group is never told to aim at what its paper cannot hold: 100 words in front, 250 behind."""
    front = (paragraph("Une phrase de dix mots qui tient sur une ligne. " * 7),)
    back = [paragraph("Une phrase de dix mots qui tient sur une ligne. " * 5)] * 5
    for paper in Paper:
        assert all(one.fits for one in fits(press, sheet(*back, recto=front, paper=paper)).values())


def test_pages_are_drawn_with_pictures(press: Press, tmp_path: Path) -> None:
    picture_id = uuid.uuid4()
    file = tmp_path / f"{picture_id}.png"
    Image.new("RGB", (400, 300), "blue").save(file)
    figure = Block("figure", {"src": f"/pictures/{picture_id}", "alt": "bleu", "width": 400, "height": 300})
    text = SheetText(title="T", accroche="", recto=(figure,), verso=(), pictures=((picture_id, file.name),))
    answer = press.lay_out(rules.sheet_data(text), 72, [str(file)])
    recto, _ = (Image.open(io.BytesIO(base64.b64decode(page))).convert("RGB") for page in answer["pages"])
    assert recto.size == (595, 842)
    assert (0, 0, 255) in {color for _, color in recto.getcolors(10**6)}
    assert rules.read_fits(answer["fits"])[0].visual_share > 0.3


def test_picture_that_is_not_ours_is_never_read() -> None:
    for src in ("/etc/passwd", "/pictures/../secret.key", "https://a.fr/x.png", f"/pictures/{uuid.uuid4()}/x"):
        block = Block("figure", {"src": src, "alt": "x"})
        assert rules.picture_of(block) is None
        assert json.loads(rules.sheet_data(sheet(block)))["verso"][0]["file"] == ""


def test_worker_that_hangs_is_ended_and_the_next_sheet_starts_another(tmp_path: Path) -> None:
    slow = tmp_path / "slow.py"
    slow.write_text(
        "import json, sys, time\n"
        "for line in sys.stdin:\n"
        "    if 'wait' in line: time.sleep(60)\n"
        "    print(json.dumps({'fits': [], 'pages': []}), flush=True)\n"
    )
    setter = Typesetter(slow, seconds=2)
    try:
        assert setter.ask({"data": "x", "draw": 0}) == {"fits": [], "pages": []}
        began = time.monotonic()
        with pytest.raises(TypesetterBusy):
            setter.ask({"data": "wait", "draw": 0})
        assert time.monotonic() - began < 30
        assert setter.ask({"data": "y", "draw": 0})["pages"] == []
    finally:
        setter.stop()


def test_same_sheet_is_laid_out_once(tmp_path: Path) -> None:
    counting = tmp_path / "count.py"
    counting.write_text(
        "import sys\nfor n, line in enumerate(sys.stdin): print('{\"fits\": [%d]}' % n, flush=True)\n"
    )
    setter = Typesetter(counting)
    try:
        asked = [setter.ask({"data": data, "draw": 0})["fits"] for data in ("a", "b", "a")]
        assert asked == [[0], [1], [0]]
    finally:
        setter.stop()


def test_worker_is_given_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    told = tmp_path / "told.py"
    told.write_text(
        "import json, os, sys\nfor line in sys.stdin: print(json.dumps({'env': sorted(os.environ)}), flush=True)\n"
    )
    setter = Typesetter(told)
    try:
        environ = setter.ask({"data": "", "draw": 0})["env"]
        assert not {name for name in environ if name.startswith(("CHEMISE", "DATABASE"))}
    finally:
        setter.stop()


def test_book_is_refused_before_it_is_laid_out() -> None:
    with pytest.raises(TypesetterBusy):
        typesetter.fits(sheet(*[paragraph("mot " * 500)] * 40))


def test_phone_page_escapes_everything() -> None:
    nasty = "<img src=x onerror=alert(1)>\"'&{{7*7}}"
    blocks = (
        paragraph(nasty),
        Block("heading", {"level": nasty}, runs=(Run(nasty, bold=True, href="https://a.fr"),)),
        Block("callout", {"tone": nasty}, children=(paragraph(nasty),)),
        Block("figure", {"src": f"/pictures/{uuid.uuid4()}", "alt": nasty, "credit": nasty}),
        Block("figure", {"src": "javascript:alert(1)", "alt": "non"}),
        Block(
            "table",
            children=(
                Block("tableRow", children=(Block("tableCell", {"colspan": nasty}, children=(paragraph(nasty),)),)),
            ),
        ),
    )
    page = phone.phone_page(
        SheetText(title=nasty, accroche=nasty, recto=blocks, verso=blocks, marks=(nasty,)), more="+"
    )
    assert "<img src=x" not in page
    assert "javascript:" not in page
    assert "{{7*7}}" in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt;") >= 12
    assert "<script" not in page


class Tags(HTMLParser):
    """Every tag and attribute of a page, as a browser finds them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag} | {f"{tag}@{name}" for name, _ in attrs}


PHONE_TAGS = set(
    """
    article h2 h3 h4 p ul ol li blockquote div b span strong em br table tr th td figure img figcaption
    details summary details@open article@class article@lang p@class div@class span@class
    img@src img@alt th@colspan td@colspan
    """.split()  # noqa: SIM905
)


@settings(max_examples=200, deadline=None)
@given(st.lists(trees, max_size=4).map(tuple), texts)
def test_phone_page_holds_the_template_s_own_tags_only(blocks: tuple[Block, ...], title: str) -> None:
    text = SheetText(title=title, accroche=title, recto=blocks, verso=blocks, marks=(title,))
    assert Tags(phone.phone_page(text, more=title)).found <= PHONE_TAGS


def test_phone_page_keeps_marks_lists_and_numbers() -> None:
    blocks = (
        Block(
            "paragraph",
            runs=(Run("gras", bold=True), Run(" et "), Run("penché", italic=True), Run("\n"), Run("suite")),
        ),
        Block("orderedList", children=(Block("listItem", children=(paragraph("un"),)),)),
        Block(
            "keyFigure",
            children=(Block("keyFigureValue", runs=(Run("150"),)), Block("keyFigureLabel", runs=(Run("salariés"),))),
        ),
    )
    page = phone.phone_page(sheet(recto=blocks), more="Suite")
    for part in ("<strong>gras</strong>", "<em>penché</em>", "<br>", "<ol>", "<b>150</b>", "salariés"):
        assert part in page
    assert "<details" not in page
