"""Suggestions in a document: what the schema lets in, whose they are, and the two readings."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid4

import pytest
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from workspace.kernel.letters import count_words
from workspace.livetext.blocks import (
    make_doc,
    plain_text,
    read_fragment,
    read_proposals,
    text_hash,
)
from workspace.livetext.lineage import Lineage, News
from workspace.livetext.morph import change_to
from workspace.livetext.rules import FORMATS, PROPOSALS, attribute_allowed, mark_allowed
from workspace.livetext.wire import Malformed
from workspace.livetext.words import Block, Run

ROOTS = ("level1", "level2")
LEA, MAX = uuid4(), uuid4()


def proposal(person: UUID = LEA, identity: UUID | None = None) -> dict[str, str]:
    return {
        "id": str(identity or uuid4()), "person": str(person), "name": "Léa", "at": "2026-11-26T10:00:00.000Z",
    }  # fmt: skip


def written(*pieces: tuple[str, dict[str, Any]], tag: str = "paragraph", into: Any = None) -> Doc[Any]:
    doc = make_doc(ROOTS)
    parent: Any = doc.get("level1", type=XmlFragment)
    with doc.transaction():
        for name in into or ():
            child = XmlElement(name)
            parent.children.append(child)
            parent = child
        node = XmlElement(tag)
        parent.children.append(node)
        text = XmlText("")
        node.children.append(text)
        for letters, marks in pieces:
            text.insert(len(text), letters, dict.fromkeys(PROPOSALS | FORMATS) | marks)
    return doc


def test_settled_reading_has_what_is_agreed() -> None:
    doc = written(
        ("Un ", {}), ("petit ", {"deletion": proposal()}), ("grand ", {"insertion": proposal()}), ("pas", {})
    )
    assert plain_text(read_fragment(doc, "level1")) == "Un petit pas"
    assert plain_text(read_fragment(doc, "level1", whole=True)) == "Un petit grand pas"
    assert count_words(plain_text(read_fragment(doc, "level1"))) == 3


@pytest.mark.parametrize("wanted", ["Un petit pas", "Un grand pas", "Un petit grand saut", "Rien"])
def test_server_edit_over_suggestions_says_what_was_asked(wanted: str) -> None:
    doc = written(
        ("Un ", {}), ("petit ", {"deletion": proposal()}), ("grand ", {"insertion": proposal()}), ("pas", {})
    )
    change_to(doc, {"level1": [Block("paragraph", runs=(Run(wanted),))]})
    assert plain_text(read_fragment(doc, "level1")) == wanted


@pytest.mark.parametrize("into", [(), ("blockquote",), ("bulletList", "listItem")])
def test_paragraph_of_proposed_words_only_is_not_there_yet(into: tuple[str, ...]) -> None:
    doc = written(("Tout neuf", {"insertion": proposal()}), into=into)
    assert read_fragment(doc, "level1") == ()
    assert plain_text(read_fragment(doc, "level1", whole=True)) == "Tout neuf"


def test_cell_of_proposed_words_keeps_its_place() -> None:
    doc = written(("x", {"insertion": proposal()}), into=("table", "tableRow", "tableCell"))
    (table,) = read_fragment(doc, "level1")
    assert table.children[0].children[0].children[0].runs == ()


def test_empty_paragraph_stays_empty() -> None:
    doc = make_doc(ROOTS)
    doc.get("level1", type=XmlFragment).children.append(XmlElement("paragraph"))
    assert [block.kind for block in read_fragment(doc, "level1")] == ["paragraph"]


def test_snapshots_are_compared_with_their_suggestions() -> None:
    one = proposal()
    same = [text_hash(written(("a", {"insertion": one})), ROOTS) for _ in range(2)]
    assert same[0] == same[1] != text_hash(written(("a", {})), ROOTS)


def test_suggestions_are_read_with_their_words() -> None:
    one = proposal()
    doc = written(("vieux", {"deletion": one}), ("neuf", {"insertion": one}))
    (read,) = read_proposals(doc, ROOTS).values()
    assert (read.person_id, read.name, read.added, read.removed) == (LEA, "Léa", "neuf", "vieux")


@pytest.mark.parametrize(
    "value",
    [
        {}, True, {"id": "x", "person": str(LEA), "name": "a", "at": "2026-11-26T10:00:00Z"},
        proposal() | {"more": "x"}, proposal() | {"at": "hier"}, proposal() | {"name": "x" * 201},
        proposal() | {"name": 3},
    ],
)  # fmt: skip
def test_marks_that_no_editor_writes_are_refused(value: Any) -> None:
    assert not mark_allowed("insertion", value)
    assert mark_allowed("deletion", None)


def test_nobody_suggests_under_another_name() -> None:
    lineage = Lineage(ROOTS)
    update = written(("a", {"insertion": proposal(LEA)})).get_update()
    with pytest.raises(Malformed):
        lineage.judge(update, MAX)
    verdict = lineage.judge(update, LEA)
    assert verdict.news is News.STRUCTS
    lineage.admit(verdict)


def test_known_suggestion_may_be_moved_by_anybody_and_keeps_its_author() -> None:
    one = proposal(LEA)
    lineage = Lineage(ROOTS)
    lineage.learn(written(("a", {"insertion": one})).get_update())
    assert lineage.judge(written(("a", {"insertion": one})).get_update(), MAX).news is News.STRUCTS
    with pytest.raises(Malformed):
        lineage.judge(written(("a", {"insertion": one | {"person": str(MAX)}})).get_update(), MAX)


def of_node(to: str, person: UUID = LEA, **more: str) -> str:
    return json.dumps(proposal(person) | {"to": to} | more)


def with_nodes(*nodes: tuple[str, dict[str, Any], str]) -> Doc[Any]:
    """A level of nodes given as (kind, attributes, words)."""
    doc = make_doc(ROOTS)
    with doc.transaction():
        fragment = doc.get("level1", type=XmlFragment)
        for kind, attrs, words in nodes:
            node = XmlElement(kind)
            fragment.children.append(node)
            for key, value in attrs.items():
                node.attributes[key] = value
            if words:
                node.children.append(XmlText(words))
    return doc


FIGURE = {"src": "/pictures/1", "picture": "1", "alt": "Une façade"}


def test_proposed_formats_are_not_there_yet() -> None:
    doc = written(("Un ", {}), ("mot", {"proposedBold": proposal() | {"on": True}, "proposedItalic": None}))
    (paragraph,) = read_fragment(doc, "level1")
    assert paragraph.runs == (Run("Un mot"),)
    (whole,) = read_fragment(doc, "level1", whole=True)
    assert whole.runs[1].proposal.startswith("b")


def test_a_proposed_block_is_not_there_yet_and_one_to_go_still_is() -> None:
    doc = with_nodes(
        ("paragraph", {"proposal": of_node("heading2")}, "Un titre"),
        ("figure", FIGURE | {"proposal": of_node("added")}, ""),
        ("figure", FIGURE | {"proposal": of_node("removed")}, ""),
    )
    settled = read_fragment(doc, "level1")
    assert [(block.kind, dict(block.attrs)) for block in settled] == [("paragraph", {}), ("figure", FIGURE)]
    assert len(read_fragment(doc, "level1", whole=True)) == 3


def test_snapshots_are_compared_with_suggestions_of_formats_and_blocks() -> None:
    one = proposal() | {"on": True}
    plain, bold = written(("a", {})), written(("a", {"proposedBold": one}))
    italic = written(("a", {"proposedItalic": one}))
    figure = with_nodes(("figure", FIGURE, ""))
    added = with_nodes(("figure", FIGURE | {"proposal": of_node("added")}, ""))
    assert len({text_hash(doc, ROOTS) for doc in (plain, bold, italic, figure, added)}) == 5


def test_formats_and_blocks_can_be_decided_of() -> None:
    doc = written(("mot", {"proposedBold": proposal() | {"on": False}}))
    (read,) = read_proposals(doc, ROOTS).values()
    assert (read.person_id, read.name, read.added, read.removed) == (LEA, "Léa", "", "")
    doc = with_nodes(
        ("heading", {"level": 2, "proposal": of_node("paragraph")}, "x"),
        ("figure", FIGURE | {"proposal": of_node("added")}, ""),
    )
    title, figure = read_proposals(doc, ROOTS).values()
    assert (title.added, title.removed, figure.added, figure.removed) == ("", "", "Une façade", "")


@pytest.mark.parametrize("wanted", ["Un titre", "Autre chose"])
def test_restoring_over_suggestions_of_blocks_says_what_was_asked(wanted: str) -> None:
    doc = with_nodes(
        ("paragraph", {"proposal": of_node("heading2")}, "Un titre"),
        ("figure", FIGURE | {"proposal": of_node("added")}, ""),
    )
    asked = (Block("paragraph", runs=(Run(wanted),)),)
    change_to(doc, {"level1": asked})
    assert read_fragment(doc, "level1") == asked
    assert read_fragment(doc, "level1", whole=True) == asked


@pytest.mark.parametrize(
    "value",
    [
        "added", "{}", "[1]", "[" * 1900, json.dumps(proposal()), json.dumps(proposal() | {"to": "callout"}),
        json.dumps(proposal() | {"to": "added", "more": 1}), json.dumps(proposal() | {"to": ["added"]}),
        3, True, "x" * 2001,
    ],
    # By their place: the ids of proposals are drawn, and two workers must agree on names.
    ids=[f"value{place}" for place in range(11)],
)  # fmt: skip
def test_attributes_that_no_editor_writes_are_refused(value: Any) -> None:
    assert not attribute_allowed("proposal", value)
    assert attribute_allowed("proposal", None)
    assert attribute_allowed("proposal", of_node("added"))


def test_formats_that_no_editor_writes_are_refused() -> None:
    for value in (True, {}, proposal(), proposal() | {"on": "yes"}, proposal() | {"on": 1}):
        assert not mark_allowed("proposedBold", value)
    assert not mark_allowed("insertion", proposal() | {"on": True})
    assert mark_allowed("proposedItalic", proposal() | {"on": False})


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "http://moi@ailleurs.fr", "https://a b", "fiche:1", 3, None, [], "x" * 2001],
    ids=[f"href{place}" for place in range(8)],
)  # fmt: skip
def test_links_that_may_not_be_stored_are_not_proposed_either(href: Any) -> None:
    assert not mark_allowed("proposedLink", proposal() | {"href": href})
    assert not mark_allowed("proposedLink", proposal() | {"on": True})
    assert mark_allowed("proposedLink", proposal() | {"href": ""})
    assert mark_allowed("proposedLink", proposal() | {"href": f"fiche:{uuid4()}"})


def test_proposed_links_are_not_there_yet_and_can_be_decided_of() -> None:
    doc = written(("mot", {"link": {"href": "https://a.fr"}, "proposedLink": proposal() | {"href": ""}}))
    (paragraph,) = read_fragment(doc, "level1")
    assert paragraph.runs == (Run("mot", href="https://a.fr"),)
    assert [one.person_id for one in read_proposals(doc, ROOTS).values()] == [LEA]
    assert text_hash(doc, ROOTS) != text_hash(written(("mot", {"link": {"href": "https://a.fr"}})), ROOTS)


@pytest.mark.parametrize(
    "to", ["bulletList", "orderedList", "blockquote", "calloutInfo", "calloutWarning", "calloutIdea", "outside"]
)
def test_proposed_lists_and_frames_are_not_there_yet_and_can_be_decided_of(to: str) -> None:
    doc = with_nodes(("paragraph", {"proposal": of_node(to)}, "mot"))
    assert read_fragment(doc, "level1") == (Block("paragraph", runs=(Run("mot"),)),)
    assert [one.person_id for one in read_proposals(doc, ROOTS).values()] == [LEA]
    assert attribute_allowed("proposal", of_node(to))


def test_nobody_suggests_a_format_or_a_block_under_another_name() -> None:
    for doc in (
        written(("a", {"proposedBold": proposal(LEA) | {"on": True}})),
        written(("a", {"proposedLink": proposal(LEA) | {"href": "https://apeas.fr"}})),
        with_nodes(("paragraph", {"proposal": of_node("bulletList", LEA)}, "a")),
        with_nodes(("figure", FIGURE | {"proposal": of_node("removed", LEA)}, "")),
    ):
        lineage = Lineage(ROOTS)
        with pytest.raises(Malformed):
            lineage.judge(doc.get_update(), MAX)
        lineage.admit(lineage.judge(doc.get_update(), LEA))
