"""Blocks to a Yjs fragment and back: nothing changes on the way."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workspace.kernel.letters import count_words
from workspace.livetext.blocks import (
    BREAK,
    make_doc,
    plain_text,
    read_fragment,
    replace_blocks,
    text_hash,
    write_blocks,
)
from workspace.livetext.lineage import Lineage, News
from workspace.livetext.words import Block, Run, block_from_json, block_to_json

ROOTS = ("level1", "level2")
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=12)
HREFS = st.sampled_from(["", "https://a.fr/é", "mailto:a@b.fr", f"fiche:{uuid4()}"])
RUNS = st.lists(st.one_of(st.just(BREAK), st.builds(Run, LETTERS, st.booleans(), st.booleans(), HREFS)), max_size=5)


def _apart(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours with equal marks would come back as one run."""
    made: list[Run] = []
    for run in runs:
        last = made[-1] if made else BREAK
        same = (last.bold, last.italic, last.href) == (run.bold, run.italic, run.href)
        if BREAK in {last, run} or not same:
            made.append(run)
    return tuple(made)


INLINE = st.builds(lambda runs: Block("paragraph", runs=_apart(runs)), RUNS)
HEADING = st.builds(
    lambda runs, level: Block("heading", {"level": level}, _apart(runs)), RUNS, st.sampled_from([2, 3])
)
FIGURE = st.builds(
    lambda alt, width: Block("figure", {"src": "/p/1", "alt": alt, "width": width}), LETTERS, st.integers(1, 9999)
)
LEAF = st.one_of(INLINE, HEADING, FIGURE)


def _holder(children: Any) -> Any:
    lists = st.builds(
        lambda kind, items: Block(kind, children=tuple(Block("listItem", children=(item,)) for item in items)),
        st.sampled_from(["bulletList", "orderedList"]),
        st.lists(children, min_size=1, max_size=3),
    )
    boxes = st.builds(
        lambda items: Block("callout", {"tone": "idea"}, children=tuple(items)),
        st.lists(children, min_size=1, max_size=3),
    )
    return st.one_of(lists, boxes)


BLOCKS = st.lists(st.recursive(LEAF, _holder, max_leaves=6), max_size=4).map(tuple)


@given(BLOCKS)
@settings(max_examples=150, deadline=None)
def test_round_trip_through_the_document(blocks: tuple[Block, ...]) -> None:
    doc = make_doc(ROOTS)
    write_blocks(doc, "level1", blocks)
    assert read_fragment(doc, "level1") == blocks
    assert read_fragment(doc, "level2") == ()
    again = make_doc(ROOTS)
    again.apply_update(doc.get_update())
    assert text_hash(again, ROOTS) == text_hash(doc, ROOTS)
    assert Lineage(ROOTS).judge(doc.get_update()).news in {News.STRUCTS, News.NOTHING}


@given(BLOCKS)
@settings(max_examples=100, deadline=None)
def test_round_trip_through_json(blocks: tuple[Block, ...]) -> None:
    assert tuple(block_from_json(block_to_json(block)) for block in blocks) == blocks


@given(BLOCKS, BLOCKS)
@settings(max_examples=50, deadline=None)
def test_replacing_keeps_the_lineage(before: tuple[Block, ...], after: tuple[Block, ...]) -> None:
    doc, other = make_doc(ROOTS), make_doc(ROOTS)
    write_blocks(doc, "level1", before)
    other.apply_update(doc.get_update())
    replace_blocks(doc, "level1", after)
    other.apply_update(doc.get_update())
    assert read_fragment(other, "level1") == after


@pytest.mark.parametrize(
    ("plain", "words"),
    [
        ("", 0),
        ("l’atelier de l'insertion", 3),
        ("rendez-vous", 1),
        ("150 salariés !", 2),
        ("– ; : ?", 0),
        ("Été\u00a0: 3\u202f000\u00a0€", 3),
        ("a\nb\n\nc", 3),
    ],
)
def test_words_are_counted_the_french_way(plain: str, words: int) -> None:
    assert count_words(plain) == words


def test_plain_text_has_one_line_for_each_piece() -> None:
    blocks = (
        Block("heading", {"level": 2}, (Run("Titre"),)),
        Block("bulletList", children=(Block("listItem", children=(Block("paragraph", runs=(Run("un"),)),)),)),
        Block("figure", {"alt": "un atelier", "credit": "A. B."}),
    )
    assert plain_text(blocks) == "Titre\nun\nun atelier A. B."
