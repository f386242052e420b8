"""Server edits: the document says what was asked, the lineage takes it, and what stays keeps its identity."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, XmlFragment

from workspace.livetext.blocks import BREAK, make_doc, read_fragment, write_blocks
from workspace.livetext.lineage import Lineage, News
from workspace.livetext.morph import change_to
from workspace.livetext.words import Block, Run

NAMES = ("level1", "level2")
WORDS = ("été", "idée", "projet", "😀", "aide", "un", "le", "l’atelier", "création")


def paragraph(*runs: Run | str) -> Block:
    return Block("paragraph", runs=tuple(Run(one) if isinstance(one, str) else one for one in runs))


def some_runs(draw: random.Random) -> tuple[Run, ...]:
    made: list[Run] = []
    for _ in range(draw.randrange(5)):
        text = " ".join(draw.choices(WORDS, k=draw.randrange(1, 5))) + " "
        run = Run(text, bold=draw.random() < 0.3, href="https://exemple.fr/" if draw.random() < 0.2 else "")
        alike = made and (made[-1].bold, made[-1].href) == (run.bold, run.href)
        if made and (draw.random() < 0.2 or alike):
            made.append(BREAK)
        made.append(run)
    return tuple(made)


def some_blocks(draw: random.Random) -> list[Block]:
    made = []
    for _ in range(draw.randrange(7)):
        kind = draw.choice(("paragraph", "paragraph", "heading", "bulletList", "figure", "callout"))
        if kind == "bulletList":
            items = tuple(Block("listItem", children=(Block("paragraph", runs=some_runs(draw)),)) for _ in range(2))
            made.append(Block(kind, children=items))
        elif kind == "figure":
            made.append(Block(kind, {"src": "/pictures/1", "alt": draw.choice(WORDS)}))
        elif kind == "callout":
            made.append(Block(kind, {"tone": "info"}, children=(Block("paragraph", runs=some_runs(draw)),)))
        else:
            attrs = {"level": draw.choice((2, 3))} if kind == "heading" else {}
            made.append(Block(kind, attrs, runs=some_runs(draw)))
    return made


def mutated(draw: random.Random, blocks: list[Block]) -> list[Block]:
    made = [block for block in blocks if draw.random() > 0.2]
    for index, block in enumerate(made):
        if block.runs and draw.random() < 0.5:
            runs = list(block.runs)
            at = draw.randrange(len(runs))
            if runs[at] != BREAK:
                runs[at] = Run(f"{runs[at].text}{draw.choice(WORDS)} ", runs[at].bold, runs[at].italic, runs[at].href)
            made[index] = Block(block.kind, block.attrs, tuple(runs))
    made[draw.randrange(len(made) + 1) : 0] = some_blocks(draw)[:2]
    if len(made) > 1 and draw.random() < 0.3:
        draw.shuffle(made)
    return made


@given(st.integers(0, 10**9))
@settings(max_examples=150, deadline=None)
def test_document_says_what_was_asked_and_its_lineage_takes_it(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311
    blocks = some_blocks(draw)
    doc = make_doc(NAMES)
    write_blocks(doc, "level1", blocks)
    for _ in range(3):
        blocks = mutated(draw, blocks)
        lineage = Lineage(NAMES)
        lineage.learn(doc.get_update())
        updates: list[bytes] = []
        subscription = doc.observe(lambda event, into=updates: into.append(event.update))
        other = make_doc(NAMES)
        other.apply_update(doc.get_update())
        change_to(doc, {"level1": blocks})
        doc.unobserve(subscription)
        assert read_fragment(doc, "level1") == tuple(blocks)
        for update in updates:
            assert lineage.judge(update).news in {News.STRUCTS, News.DELETIONS}
            other.apply_update(update)
        assert read_fragment(other, "level1") == tuple(blocks)


def text_of(doc: Doc[Any], block: int) -> Any:
    return doc.get("level1", type=XmlFragment).children[block].children[0]


def test_nothing_asked_is_nothing_done() -> None:
    doc = make_doc(NAMES)
    blocks = [paragraph("Une phrase."), paragraph("Une ", Run("autre", bold=True), ".")]
    write_blocks(doc, "level1", blocks)
    before = doc.get_state()
    change_to(doc, {"level1": blocks})
    assert doc.get_state() == before


def test_a_caret_stays_on_its_word_when_others_change() -> None:
    doc = make_doc(NAMES)
    write_blocks(doc, "level1", [paragraph("Premier."), paragraph("On vous accueille le mardi à Marseille.")])
    state = doc.get_state()
    node = text_of(doc, 1)
    change_to(doc, {"level1": [paragraph("Un titre neuf."), paragraph("On vous reçoit le mardi matin à Marseille.")]})
    assert str(text_of(doc, 1)) == "On vous reçoit le mardi matin à Marseille."
    assert str(node) == "On vous reçoit le mardi matin à Marseille."  # the same node, not another one
    update = doc.get_update(state)
    assert b"Marseille" not in update
    assert b"mardi" not in update


@pytest.mark.parametrize("marked", [Run("gras", bold=True), Run("lien", href="https://exemple.fr/")])
def test_marks_come_and_go_without_the_words(marked: Run) -> None:
    doc = make_doc(NAMES)
    plain = [paragraph(f"Du {marked.text} ici")]
    write_blocks(doc, "level1", plain)
    state = doc.get_state()
    strong = [paragraph("Du ", marked, " ici")]
    change_to(doc, {"level1": strong})
    assert read_fragment(doc, "level1") == tuple(strong)
    assert marked.text.encode() not in doc.get_update(state)
    change_to(doc, {"level1": plain})
    assert read_fragment(doc, "level1") == tuple(plain)
