"""Updates are judged before they are applied: order, holes, and a corpus of mutations."""

from __future__ import annotations

import random
from typing import Any

import pytest
from pycrdt import Doc, Map, XmlElement, XmlFragment, XmlText, merge_updates

from workspace.livetext.blocks import make_doc, read_fragment, text_hash, write_blocks
from workspace.livetext.lineage import Lineage, News
from workspace.livetext.rules import DEEPEST
from workspace.livetext.wire import Malformed, read_state_vector, write_varuint
from workspace.livetext.words import Block, Run

ROOTS = ("level1", "level2")


def history(seed: int, edits: int = 60, writers: int = 3) -> tuple[list[bytes], Doc[Any]]:
    """Updates of some writers who hear each other now and then, in an order a server could receive."""
    rnd = random.Random(seed)  # noqa: S311 - a test's dice
    docs = [make_doc(ROOTS) for _ in range(writers)]
    write_blocks(docs[0], "level1", [Block("paragraph", runs=(Run("départ 😀"),)), Block("heading", {"level": 2})])
    log = [docs[0].get_update()]
    seen = [0] * writers
    for _ in range(edits):
        who = rnd.randrange(writers)
        doc = docs[who]
        if rnd.random() < 0.7:
            for update in log[seen[who] :]:
                doc.apply_update(update)
            seen[who] = len(log)
        before = doc.get_state()
        _edit(doc, rnd)
        update = doc.get_update(before)
        log.append(update)
    final = make_doc(ROOTS)
    for update in log:
        final.apply_update(update)
    return log, final


def _edit(doc: Doc[Any], rnd: random.Random) -> None:
    fragment = doc.get("level1", type=XmlFragment)
    with doc.transaction():
        if not len(fragment.children) or rnd.random() < 0.2:
            node = XmlElement(rnd.choice(["paragraph", "blockquote"]))
            fragment.children.insert(rnd.randint(0, len(fragment.children)), node)
            if node.tag == "paragraph":
                node.children.append(XmlText("p"))
            return
        node = fragment.children[rnd.randrange(len(fragment.children))]
        if rnd.random() < 0.1:
            del fragment.children[0]
        elif node.tag == "heading":
            node.attributes["level"] = rnd.choice([2, 3])
        elif len(node.children) and isinstance(node.children[0], XmlText):
            text = node.children[0]
            at = rnd.randint(0, len(text)) if str(text).isascii() else 0
            text.insert(at, rnd.choice(["a", "bc", "x y"]), {"bold": {}} if rnd.random() < 0.2 else None)


@pytest.mark.parametrize("seed", range(40))
def test_the_lineage_knows_exactly_what_the_document_knows(seed: int) -> None:
    log, final = history(seed)
    lineage = Lineage(ROOTS)
    for update in log:
        verdict = lineage.judge(update)
        assert verdict.news is not News.HOLE
        lineage.admit(verdict)
    assert lineage.clocks == read_state_vector(final.get_state())
    rebuilt = Lineage(ROOTS)
    rebuilt.learn(final.get_update())
    assert rebuilt.clocks == lineage.clocks
    for update in log:
        assert lineage.judge(update).news in {News.NOTHING, News.DELETIONS}
        assert rebuilt.judge(update).news in {News.NOTHING, News.DELETIONS}
        assert lineage.only_known_deletions(update, final)


@pytest.mark.parametrize("seed", range(10))
def test_whatever_the_order_of_merging_the_text_is_the_same(seed: int) -> None:
    log, final = history(seed)
    rnd = random.Random(seed)  # noqa: S311 - a test's dice
    shuffled = log[:]
    rnd.shuffle(shuffled)
    together = make_doc(ROOTS)
    together.apply_update(merge_updates(*shuffled))
    assert text_hash(together, ROOTS) == text_hash(final, ROOTS)


@pytest.mark.parametrize("seed", range(20))
def test_a_missing_update_is_a_hole(seed: int) -> None:
    log, _ = history(seed, writers=1)
    lineage = Lineage(ROOTS)
    lost = next(at for at in range(1 + seed, len(log)) if log[at][0])  # one that brings structs
    for update in log[:lost]:
        lineage.learn(update)
    for update in log[lost + 1 :]:
        assert not update[0] or lineage.judge(update).news is News.HOLE


def bad_documents() -> dict[str, bytes]:
    def made(build: Any) -> bytes:
        doc: Doc[Any] = Doc()
        build(doc)
        return doc.get_update()

    def nested(doc: Doc[Any]) -> None:
        node: Any = doc.get("level1", type=XmlFragment)
        for _ in range(DEEPEST + 1):
            child = XmlElement("blockquote")
            node.children.append(child)
            node = child

    def link(doc: Doc[Any], href: str) -> None:
        text = XmlText("")
        doc.get("level1", type=XmlFragment).children.append(text)
        text.insert(0, "x", {"link": {"href": href}})

    def attribute(doc: Doc[Any], key: str, value: Any) -> None:
        node = XmlElement("figure")
        doc.get("level1", type=XmlFragment).children.append(node)
        node.attributes[key] = value

    return {
        "root": made(lambda doc: doc.get("autre", type=XmlFragment).children.append(XmlElement("paragraph"))),
        "map": made(lambda doc: doc.get("level1", type=Map).__setitem__("a", 1)),
        "node": made(lambda doc: doc.get("level1", type=XmlFragment).children.append(XmlElement("script"))),
        "deep": made(nested),
        "script link": made(lambda doc: link(doc, "javascript:alert(1)")),
        "data link": made(lambda doc: link(doc, "data:text/html,x")),
        "event": made(lambda doc: attribute(doc, "onerror", "alert(1)")),
        "picture elsewhere": made(lambda doc: attribute(doc, "src", "https://evil.example/p.png")),
        "long": made(lambda doc: attribute(doc, "alt", "x" * 5000)),
    }


@pytest.mark.parametrize("name", bad_documents())
def test_what_an_editor_cannot_draw_is_refused(name: str) -> None:
    with pytest.raises(Malformed):
        Lineage(ROOTS).judge(bad_documents()[name])


def mutations(update: bytes, rnd: random.Random) -> bytes:
    data = bytearray(update)
    for _ in range(rnd.randint(1, 4)):
        choice = rnd.random()
        at = rnd.randrange(len(data)) if data else 0
        if choice < 0.5 and data:
            data[at] = rnd.randrange(256)
        elif choice < 0.7:
            data.insert(at, rnd.randrange(256))
        elif choice < 0.9 and data:
            del data[at]
        else:
            del data[at:]
    return bytes(data)


def test_three_thousand_mutations_never_break_a_document() -> None:
    rnd = random.Random(2007)  # noqa: S311 - a test's dice
    log, final = history(7, edits=40)
    whole = final.get_update()
    refused = 0
    for _ in range(3000):
        doc = make_doc(ROOTS)
        doc.apply_update(whole)
        lineage = Lineage(ROOTS)
        lineage.learn(whole)
        bad = mutations(rnd.choice(log), rnd)
        try:
            verdict = lineage.judge(bad)
        except Malformed:
            refused += 1
            continue
        if verdict.news is News.HOLE:
            refused += 1
            continue
        # Whatever is let in applies, is all there, and reads.
        doc.apply_update(bad)
        lineage.admit(verdict)
        assert lineage.clocks == read_state_vector(doc.get_state())
        read_fragment(doc, "level1")
    assert refused > 1000


@pytest.mark.parametrize("cut", ["delete", "insert"])
def test_half_a_letter_is_never_cut_off(cut: str) -> None:
    """yrs writes an empty string for it, and whoever reads the document again counts all later clocks wrong."""
    doc = make_doc(ROOTS)
    write_blocks(doc, "level1", [Block("paragraph", runs=(Run("a😀b"),))])
    lineage = Lineage(ROOTS)
    lineage.learn(doc.get_update())
    ((client, _),) = read_state_vector(doc.get_state()).items()
    who = write_varuint(client)
    deletion = b"\x00\x01" + who + b"\x01\x03\x01"
    other = b"\x07"
    insertion = b"\x01\x01" + other + b"\x00\x84" + who + b"\x03\x01x\x00"
    with pytest.raises(Malformed):
        lineage.judge(deletion if cut == "delete" else insertion)
    assert lineage.judge(b"\x00\x01" + who + b"\x01\x03\x02").news is News.DELETIONS
