"""1,000 random edit sequences on the server's side and 1,000 in real editors: comments shown on the wrong words."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from tests.promises.stage import ROOT, Missing, Result
from workspace.comments.reading import Reading
from workspace.comments.rules import find_words, standing_of
from workspace.comments.words import Place, Standing
from workspace.livetext.anatomy import STRING, decode
from workspace.livetext.blocks import make_doc, plain_text, read_fragment

SEQUENCES = 1000
FRAGMENTS = ("level1", "level2")
FIRST_LETTER = 0x4E00
BYTES = 3  # of each such letter: pycrdt counts an XmlText in bytes
EDITORS = ROOT / "editor"

# Who edits, what they do, where, how much, and whether they hear the others first.
EDIT = st.tuples(
    st.integers(0, 2),
    st.sampled_from(["type", "type", "delete", "delete", "split", "retype", "bold"]),
    st.integers(0, 200),
    st.integers(1, 12),
    st.booleans(),
)
SEQUENCE = st.tuples(
    st.integers(0, 60), st.integers(1, 25), st.lists(EDIT, min_size=1, max_size=14), st.integers(0, 1 << 30)
)


class Group:
    """Three people on one text. Each letter is there once, so that it says by itself which one it is."""

    def __init__(self) -> None:
        self._next = FIRST_LETTER
        first = make_doc(FRAGMENTS)
        for length in (30, 25, 20):
            _paragraph(first, len(_texts(first)), self.fresh(length))
        self.docs = [make_doc(FRAGMENTS) for _ in range(3)]
        self.log = [first.get_update()]
        self._seen = [0, 0, 0]
        for who in range(3):
            self.hear(who)

    def fresh(self, count: int) -> str:
        """Letters never used before."""
        self._next += count
        return "".join(chr(code) for code in range(self._next - count, self._next))

    def hear(self, who: int) -> None:
        """Take in what the others did."""
        for update in self.log[self._seen[who] :]:
            self.docs[who].apply_update(update)
        self._seen[who] = len(self.log)

    def edit(self, who: int, what: str, where: int, much: int) -> None:
        """One act of one person, told to the log."""
        doc = self.docs[who]
        before = doc.get_state()
        with doc.transaction():
            _act(doc, what, where, much, self)
        self.log.append(doc.get_update(before))

    def server(self) -> Doc[Any]:
        """What the server holds."""
        doc = make_doc(FRAGMENTS)
        for update in self.log:
            doc.apply_update(update)
        return doc


def _paragraph(doc: Doc[Any], at: int, letters: str) -> None:
    fragment: XmlFragment = doc.get("level1", type=XmlFragment)
    node = XmlElement("paragraph")
    fragment.children.insert(at, node)
    node.children.append(XmlText(letters))


def _texts(doc: Doc[Any]) -> list[Any]:
    fragment: XmlFragment = doc.get("level1", type=XmlFragment)
    return [child for node in fragment.children for child in node.children if isinstance(child, XmlText)]


def _said(text: Any) -> str:
    """The letters alone: an XmlText as a string holds its marks too."""
    return "".join(value for value, _ in text.diff() if isinstance(value, str))


def _act(doc: Doc[Any], what: str, where: int, much: int, group: Group) -> None:
    texts = _texts(doc)
    if not texts:
        _paragraph(doc, 0, group.fresh(much))
        return
    index = where % len(texts)
    text, said = texts[index], _said(texts[index])
    at = where % (len(said) + 1)
    end = min(len(said), at + much)
    if what == "type":
        text.insert(BYTES * at, group.fresh(much))
    elif what == "bold" and end > at:
        text.format(BYTES * at, BYTES * end, {"bold": {}})
    elif what in {"delete", "retype"} and end > at:
        del text[BYTES * at : BYTES * end]
        if what == "retype":  # what taking a deletion back writes: the same words, anew
            text.insert(BYTES * at, said[at:end])
    elif what == "split" and end < len(said):
        del text[BYTES * at : BYTES * len(said)]
        _paragraph(doc, index + 1, said[at:])


def place_at(doc: Doc[Any], start: int, length: int) -> Place | None:
    """A passage as a browser describes it: ids, words, and what stands beside them in the paragraph."""
    update = decode(doc.get_update())
    ids = {
        letter: (client, item.clock + offset)
        for client, items in update.items.items()
        for item in items
        if item.content == STRING
        for offset, letter in enumerate(item.value[0])
    }
    text = plain_text(read_fragment(doc, "level1", whole=True))
    quote = text[start : start + length].strip("\n")
    if not quote:
        return None
    begin = text.index(quote)
    line, after = text.rfind("\n", 0, begin) + 1, text.find("\n", begin + len(quote))
    runs = tuple((*ids[letter], 1) for letter in quote if letter != "\n")
    return Place(
        fragment="level1",
        runs=runs,
        quote=quote,
        before=text[max(line, begin - 24) : begin],
        after=text[begin + len(quote) : min(after if after >= 0 else len(text), begin + len(quote) + 24)],
    )


def wrong_words(sequence: tuple[int, int, list[tuple[int, str, int, int, bool]], int]) -> list[str]:
    """What the server says wrongly of one comment while three people edit around and through it."""
    start, length, edits, _ = sequence
    group = Group()
    place = place_at(group.server(), start, length)
    faults: list[str] = []
    for who, what, where, much, hears in edits if place else ():
        if hears:
            group.hear(who)
        group.edit(who, what, where, much)
        doc = group.server()
        reading = Reading(doc, FRAGMENTS)
        alive, text = reading.letters(place.runs), reading.texts["level1"]
        quoted = place.quote.replace("\n", "")
        standing = standing_of(place, alive, text)
        found = None if alive else find_words(place, text)
        left = [letter for letter in quoted if letter in text]
        if any(letter not in quoted or letter not in text for letter in alive):
            faults.append("says words that are not the comment's")
        if [quoted.index(letter) for letter in alive] != sorted(quoted.index(letter) for letter in alive):
            faults.append("says them in another order")
        if found is not None and text[found : found + len(place.quote)] != place.quote:
            faults.append("found on other words")
        if standing is not Standing.GONE and not left:
            faults.append("shown although its words are gone")
        if (standing is Standing.PLACED) and len(left) != len(quoted):
            faults.append("said to be whole and is not")
    return faults


def on_the_server(count: int = SEQUENCES) -> tuple[int, int]:
    """(sequences run, comments said to be on wrong words) by hypothesis, on the server's own reading."""
    tally = [0, 0]

    @seed(2007)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(SEQUENCE)
    def run(sequence: Any) -> None:
        tally[0] += 1
        tally[1] += len(wrong_words(sequence))

    run()
    return tally[0], tally[1]


def in_the_browser(count: int = SEQUENCES) -> dict[str, int]:
    """The same on real editors, as the vitest file `editor/tests/anchors.test.ts` counts it."""
    npx = shutil.which("npx")
    if npx is None or not (EDITORS / "node_modules").is_dir():
        raise Missing("needs npm and `npm ci` in editor/")
    done = subprocess.run(
        [npx, "vitest", "run", "tests/anchors.test.ts"],
        cwd=EDITORS,
        env=os.environ | {"CHEMISE_ANCHORS": str(count)},
        capture_output=True,
        text=True,
        check=False,
    )
    told = re.search(r"anchors (\{.*\})", done.stdout)
    if told is None:
        raise Missing(f"the editors' test said nothing: {done.stderr[-200:]}")
    found: dict[str, int] = json.loads(told[1])
    return found


def anchors() -> list[Result]:
    """Comments on the wrong words, on the server and in the browser."""
    ran, wrong = on_the_server()
    results = [Result(name="anchors-server", value=wrong, bound=0, note=f"{ran} sequences of three people")]
    try:
        seen = in_the_browser()
    except Missing as missing:
        return [*results, Result(name="anchors-browser", value=None, bound=0, note=str(missing))]
    note = f"{seen['sequences']} sequences of two editors, {seen['checks']} looks; {seen['lost']} passages given up"
    return [*results, Result(name="anchors-browser", value=seen["wrong"], bound=0, note=note)]
