"""The example group reads whole, keeps its promises of lightness and typography, and refuses broken data."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from examples.blocks import Block, Run, links, parse_blocks, parse_inline, plain_text
from examples.loader import EXAMPLE, read_example, read_folder
from examples.reading import Table
from examples.words import ExampleGroup, Fiche, FicheKind, FicheStatus, Presence, Role

NODES = {
    "paragraph",
    "heading",
    "bulletList",
    "orderedList",
    "listItem",
    "callout",
    "keyFigure",
    "keyFigureValue",
    "keyFigureLabel",
    "blockquote",
    "table",
    "tableRow",
    "tableHeader",
    "tableCell",
}
TEXT_NODES = {"paragraph", "heading", "keyFigureValue", "keyFigureLabel"}
FICHES = sorted(path.stem for path in (EXAMPLE / "fiches").glob("*.toml"))
FILES = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*.toml"))

Broken = Callable[[str, str, str], Path]


@pytest.fixture(scope="module")
def group() -> ExampleGroup:
    return read_example()


@pytest.fixture
def broken(tmp_path: Path) -> Broken:
    """A copy of the example with one thing changed in one file."""

    def change(file: str, before: str, after: str) -> Path:
        folder = tmp_path / "group"
        shutil.copytree(EXAMPLE, folder)
        source = (folder / file).read_text(encoding="utf-8")
        assert before in source
        (folder / file).write_text(source.replace(before, after, 1), encoding="utf-8")
        return folder

    return change


def count_words(text: str) -> int:
    return len(re.findall(r"\w+(?:[\u2019'-]\w+)*", text))


def fiche_of(group: ExampleGroup, key: str) -> Fiche:
    return next(fiche for fiche in group.fiches if fiche.key == key)


def blocks_of(**data: object) -> tuple[Block, ...]:
    return parse_blocks((Table("here", dict(data)),))


def test_example_has_what_a_first_visit_needs(group: ExampleGroup) -> None:
    assert (len(group.etapes), len(group.fonctions)) == (5, 8)
    assert (len(group.structures), len(group.people)) == (8, 9)
    assert (len(group.trame), len(group.fiches)) == (13, 13)
    assert group.host == "laplateforme"
    assert group.languages == ("fr", "en")


def test_every_order_starts_at_one_and_has_no_hole(group: ExampleGroup) -> None:
    for orders in (
        [etape.order for etape in group.etapes],
        [fonction.order for fonction in group.fonctions],
        [question.order for question in group.trame],
        [fiche.order for fiche in group.fiches],
    ):
        assert orders == list(range(1, len(orders) + 1))


def test_roles_are_one_facilitator_one_treasurer_one_observer_and_partners(group: ExampleGroup) -> None:
    roles = [person.role for person in group.people]
    assert [roles.count(role) for role in (Role.FACILITATOR, Role.TREASURER, Role.OBSERVER)] == [1, 1, 1]
    assert roles.count(Role.PARTNER) >= 2


def test_every_member_structure_has_somebody_and_a_fiche(group: ExampleGroup) -> None:
    members = {structure.key for structure in group.structures if structure.presence is Presence.MEMBER}
    assert {person.structure for person in group.people} == members
    assert {key for fiche in group.fiches if fiche.kind is FicheKind.STRUCTURE for key in fiche.structures} == members


def test_every_etape_has_its_fiche_and_a_structure(group: ExampleGroup) -> None:
    codes = [etape.code for etape in group.etapes]
    assert [fiche.etapes[0] for fiche in group.fiches if fiche.kind is FicheKind.ETAPE] == codes
    assert {code for structure in group.structures for code in structure.offer.etapes} == set(codes)


def test_every_status_is_shown_and_most_fiches_are_drafts(group: ExampleGroup) -> None:
    statuses = [fiche.status for fiche in group.fiches]
    assert set(statuses) == set(FicheStatus)
    assert max(set(statuses), key=statuses.count) is FicheStatus.DRAFT


def test_observers_sign_no_fiche(group: ExampleGroup) -> None:
    observers = {person.key for person in group.people if person.role is Role.OBSERVER}
    assert not observers & {key for fiche in group.fiches for key in fiche.authors}


def test_every_question_leads_to_a_fiche(group: ExampleGroup) -> None:
    assert all(question.fiches for question in group.trame)


def test_energies_alternatives_holds_the_facts_of_the_report(group: ExampleGroup) -> None:
    structure = next(structure for structure in group.structures if structure.key == "energies-alternatives")
    assert structure.founded == 1999
    assert len(structure.sites) == 8
    assert len(structure.subsidiaries) == 2
    assert not structure.offer.invented
    text = plain_text(fiche_of(group, structure.key).level1 + fiche_of(group, structure.key).level2)
    for fact in (
        "1996",
        "1999",
        "80",
        "150",
        "6 sur 9",
        "CFDT",
        "Siret",
        "avenant",
        "portage",
        *structure.sites,
    ):
        assert fact in text


def test_other_offers_say_that_they_are_invented(group: ExampleGroup) -> None:
    for structure in group.structures:
        if structure.offer.etapes and structure.key != "energies-alternatives":
            assert structure.offer.invented
            assert "\u00c0 confirmer" in structure.offer.note


def test_structures_that_may_come_later_offer_nothing_yet(group: ExampleGroup) -> None:
    later = [structure for structure in group.structures if structure.presence is Presence.LATER]
    assert [structure.key for structure in later] == ["urscop", "cress"]
    assert not any(structure.offer.etapes or structure.offer.fonctions for structure in later)


def test_english_changes_names_and_questions_and_nothing_else(group: ExampleGroup) -> None:
    english = read_example("en")
    assert [etape.name for etape in english.etapes] == [etape.names.en for etape in group.etapes]
    assert [question.text for question in english.trame] == [question.texts.en for question in group.trame]
    assert english.purpose == group.purposes.en
    assert english.fiches == group.fiches


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'de'"):
        read_example("de")


@pytest.mark.parametrize("key", FICHES)
def test_fiche_is_light(group: ExampleGroup, key: str) -> None:
    fiche = fiche_of(group, key)
    assert count_words(fiche.title) <= 7
    assert count_words(fiche.accroche) <= 25
    assert 30 <= count_words(plain_text(fiche.level1)) <= 90
    assert 100 <= count_words(plain_text(fiche.level2)) <= 300
    sentences = re.split(r"[.!?\n]+", plain_text(fiche.level1 + fiche.level2))
    assert max(count_words(sentence) for sentence in sentences) <= 25


@pytest.mark.parametrize("key", FICHES)
def test_fiche_holds_only_nodes_the_editor_knows(group: ExampleGroup, key: str) -> None:
    fiche = fiche_of(group, key)
    nodes = [node for block in fiche.level1 + fiche.level2 for node in block.walk()]
    assert {node.kind for node in nodes} <= NODES
    assert all(not node.runs or node.kind in TEXT_NODES for node in nodes)
    assert all(not node.children for node in nodes if node.kind in TEXT_NODES)


@pytest.mark.parametrize("key", FICHES)
def test_fiche_is_reached_by_a_link_or_a_question(group: ExampleGroup, key: str) -> None:
    hrefs = {href for fiche in group.fiches for href in links(fiche.level1 + fiche.level2)}
    asked = {f"fiche:{target}" for question in group.trame for target in question.fiches}
    assert f"fiche:{key}" in hrefs | asked


def test_fiches_use_every_kind_of_node(group: ExampleGroup) -> None:
    used = {node.kind for fiche in group.fiches for block in fiche.level1 + fiche.level2 for node in block.walk()}
    assert used == NODES


@pytest.mark.parametrize("file", FILES)
def test_typography_is_french(file: str) -> None:
    lines = (EXAMPLE / file).read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    assert "'" not in text
    assert not re.search(r"[ \u00a0][;!?]|[ \u202f]:|[ \u202f]\u20ac|\u00ab[^\u00a0]|[^\u00a0]\u00bb", text)
    without_english = re.sub(r'\ben = "[^"]*"', "", text)
    assert not re.search(r"\w[;!?]|\w: ", without_english)


@pytest.mark.parametrize("file", FILES)
def test_no_address_and_no_phone(file: str) -> None:
    text = (EXAMPLE / file).read_text(encoding="utf-8")
    assert "@" not in text
    assert not re.search(r"\d\d[ .\u00a0\u202f]\d\d[ .\u00a0\u202f]\d\d", text)


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        ("group.toml", 'host = "laplateforme"', 'host = "nobody"', r"group\.toml: host: unknown 'nobody'"),
        ("group.toml", 'code = "projet"', 'code = "idee"', r"group\.toml: etape: duplicate 'idee'"),
        ("group.toml", "territory", "teritory", r"group\.toml: 'territory' is missing"),
        ("group.toml", '["fr", "en"]', '["fr", "xx"]', r"group\.toml: languages: unknown 'xx'"),
        ("group.toml", 'key = "', "key = ", r"group\.toml: "),
        (
            "structures.toml",
            '"essai"',
            '"repos"',
            r"structures\.toml: energies-alternatives: etapes: unknown 'repos'",
        ),
        ("structures.toml", '"gestion"', '"chant"', r"structures\.toml: .* unknown 'chant'"),
        ("structures.toml", 'key = "apeas"', 'key = "place"', r"structures\.toml: duplicate 'place'"),
        (
            "structures.toml",
            "founded = 1999",
            'founded = "1999"',
            r"structures\.toml: .*'founded' must be a whole",
        ),
        ("structures.toml", "invented = false", 'invented = "no"', r"structures\.toml: .*true or false"),
        ("people.toml", '"treasurer"', '"banker"', r"people\.toml: person 2: 'role' cannot be 'banker'"),
        ("people.toml", 'key = "tr"', 'key = "sd"', r"people\.toml: duplicate 'sd'"),
        ("people.toml", '= "essor13"', '= "urscop"', r"people\.toml: hl: structure: unknown 'urscop'"),
        ("people.toml", "invented = true", 'mail = "x"', r"people\.toml: person 2: unknown key 'mail'"),
        ("trame.toml", 'etape = "essai"', 'etape = "repos"', r"trame\.toml: essayer: etape: unknown 'repos'"),
        ("trame.toml", '["idee"]', '["rien"]', r"trame\.toml: par-ou-commencer: fiches: unknown 'rien'"),
        ("fiches/idee.toml", 'key = "idee"', 'key = "other"', r"idee\.toml: key 'other'"),
        ("fiches/idee.toml", 'etapes = ["idee"]', "etapes = []", r"idee\.toml: .*exactly one etape"),
        ("fiches/idee.toml", '["pl", "am"]', '["pl", "zz"]', r"idee\.toml: authors: unknown 'zz'"),
        ("fiches/idee.toml", '["pl", "am"]', '["pl", "pl"]', r"idee\.toml: authors: duplicate 'pl'"),
        ("fiches/idee.toml", "fiche:projet", "fiche:rien", r"idee\.toml: link: unknown 'fiche:rien'"),
        ("fiches/idee.toml", "fiche:projet", "http://x.fr", r"idee\.toml: level1 4: link to 'http://x\.fr'"),
        ("fiches/idee.toml", "order = 1", "order = 2", r"projet\.toml: duplicate order 2"),
        ("fiches/idee.toml", '"in_review"', '"lost"', r"idee\.toml: 'status' cannot be 'lost'"),
        ("fiches/idee.toml", "level = 2", "level = 1", r"idee\.toml: level1 1: heading level 1"),
        ("fiches/idee.toml", 'tone = "idea"', 'tone = "loud"', r"idee\.toml: level1 3: tone 'loud'"),
        ("fiches/idee.toml", '"orderedList"', '"poem"', r"idee\.toml: level1 2: unknown block 'poem'"),
        ("fiches/idee.toml", "**en une phrase**", "**en une phrase", r"idee\.toml: level1 2: mark left open"),
        ("fiches/essai.toml", '"1 client"', '"**1** client"', r"essai\.toml: level1 1: a key figure bears no mark"),
        (
            "fiches/essor13.toml",
            '"paragraph", text',
            '"heading", level = 2, text',
            r"essor13\.toml: level1 2: a quote",
        ),
        ("fiches/essai.toml", '"Avant", ', "", r"essai\.toml: level2 4: 'rows'"),
        ("fiches/apeas.toml", '["apeas"]', '["apeas", "place"]', r"apeas\.toml: .*exactly one structure"),
    ],
)
def test_broken_data_is_refused_with_the_file_name(
    broken: Broken, file: str, before: str, after: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        read_folder(broken(file, before, after))


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"group\.toml: file not found"):
        read_folder(tmp_path)


@pytest.mark.parametrize(
    ("source", "runs"),
    [
        ("plain", (Run("plain"),)),
        ("", ()),
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        ("_a_", (Run("a", italic=True),)),
        ("**a _b_**", (Run("a ", bold=True), Run("b", bold=True, italic=True))),
        ("[a](fiche:b-c)", (Run("a", href="fiche:b-c"),)),
        ("[**a**](structure:b)", (Run("a", bold=True, href="structure:b"),)),
        ("[a](https://example.org/b_c)", (Run("a", href="https://example.org/b_c"),)),
        (r"2 \* 3 \_ \[x\]", (Run("2 * 3 _ [x]"),)),
    ],
)
def test_inline_marks(source: str, runs: tuple[Run, ...]) -> None:
    assert parse_inline(source) == runs


@pytest.mark.parametrize("source", ["**a", "_a", "[a]", "a * b", "[a](javascript:x)", "[a](http://b.fr)", "[a](b)"])
def test_inline_faults_are_refused(source: str) -> None:
    with pytest.raises(ValueError, match="text: "):
        parse_inline(source)


def test_list_items_hold_paragraphs() -> None:
    (block,) = blocks_of(type="bulletList", items=["a", "**b**"])
    assert [item.kind for item in block.children] == ["listItem", "listItem"]
    assert block.children[1].children == (Block("paragraph", runs=(Run("b", bold=True),)),)


def test_table_header_is_the_first_row_only() -> None:
    (block,) = blocks_of(type="table", header=True, rows=[["a", "b"], ["c", "d"]])
    assert [[cell.kind for cell in row.children] for row in block.children] == [
        ["tableHeader"] * 2,
        ["tableCell"] * 2,
    ]
    assert plain_text((block,)) == "a\nb\nc\nd"


def test_key_figure_holds_value_and_label() -> None:
    (block,) = blocks_of(type="keyFigure", value="80", label="people")
    assert [(part.kind, part.runs) for part in block.children] == [
        ("keyFigureValue", (Run("80"),)),
        ("keyFigureLabel", (Run("people"),)),
    ]


def test_callout_keeps_its_tone_and_its_blocks() -> None:
    (block,) = blocks_of(type="callout", tone="info", blocks=[{"type": "paragraph", "text": "a"}])
    assert dict(block.attrs) == {"tone": "info"}
    assert block.children == (Block("paragraph", runs=(Run("a"),)),)


def test_proposed_trame_is_invented_and_accounts_for_every_question(group: ExampleGroup) -> None:
    (variant,) = group.variants
    assert variant.invented
    assert "inventé" in variant.reason
    assert variant.author == "po"
    named = [key for line in variant.lines for key in line.sources] + list(variant.aside)
    assert sorted(named) == sorted(question.key for question in group.trame)
    assert len(variant.lines) < len(group.trame)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('aside = ["qui-fait-quoi"]', "aside = []", "forgets qui-fait-quoi"),
        ('sources = ["est-ce-ess"]', 'sources = ["projet-pret"]', "duplicate"),
        ('sources = ["est-ce-ess"]', 'sources = ["ailleurs"]', "unknown 'ailleurs'"),
        ('author = "po"', 'author = "xx"', "unknown 'xx'"),
        ('sources = ["est-ce-ess"]', 'sources = ["est-ce-ess", "quel-cadre"]', "exactly one source"),
    ],
)
def test_broken_proposal_is_refused(broken: Broken, before: str, after: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read_folder(broken("variants.toml", before, after))
