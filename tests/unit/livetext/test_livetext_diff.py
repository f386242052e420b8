"""The diff engine: what it gives is always whole, in order, and applied to the old it gives the new."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workspace.livetext.diff import align, spans, tokens

FEW = st.lists(st.sampled_from("abcd"), max_size=60)
MANY = st.lists(st.integers(0, 400), max_size=300)


def applied(old: list[object], new: list[object]) -> list[object]:
    """The old with each different span replaced; fails when the spans are not whole or not in order."""
    made: list[object] = []
    i = j = 0
    before = None
    for span in spans(old, new):
        assert (span.i1, span.j1) == (i, j)
        assert span.same != before
        i, j, before = span.i2, span.j2, span.same
        if span.same:
            assert old[span.i1 : span.i2] == new[span.j1 : span.j2]
            made += old[span.i1 : span.i2]
        else:
            made += new[span.j1 : span.j2]
    assert (i, j) == (len(old), len(new))
    return made


@given(FEW, FEW)
@settings(max_examples=400, deadline=None)
def test_applying_the_diff_to_the_old_gives_the_new_with_few_words(old: list[str], new: list[str]) -> None:
    assert applied(old, new) == new


@given(MANY, st.data())
@settings(max_examples=200, deadline=None)
def test_applying_the_diff_to_the_old_gives_the_new_after_edits(old: list[int], data: st.DataObject) -> None:
    new = list(old)
    for _ in range(data.draw(st.integers(0, 12))):
        at = data.draw(st.integers(0, len(new)))
        new[at : at + data.draw(st.integers(0, 9))] = data.draw(st.lists(st.integers(0, 400), max_size=9))
    assert applied(old, new) == new
    assert applied(new, old) == old


@given(st.text())
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_words_of_french_stay_whole() -> None:
    assert tokens("L’atelier du rendez-vous, demain !") == [
        "L’atelier", " ", "du", " ", "rendez-vous", ",", " ", "demain", " ", "!",
    ]  # fmt: skip


@given(FEW, FEW)
def test_alignment_holds_each_element_once_and_in_order(old: list[str], new: list[str]) -> None:
    pairs = align(old, new, lambda i, j: 1.0 if (i + j) % 3 == 0 else 0.0)
    assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))
