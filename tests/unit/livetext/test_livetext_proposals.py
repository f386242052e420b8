"""Suggestions in a document: what the schema lets in, whose they are, and the two readings."""

from __future__ import annotations

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
from workspace.livetext.rules import mark_allowed
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
            text.insert(len(text), letters, {"insertion": None, "deletion": None} | marks)
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
