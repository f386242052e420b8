"""The CPU of comparing two versions of 5,000 words, against Python's difflib on the same words."""

from __future__ import annotations

import difflib
import random
import re
import time
from collections.abc import Callable

from tests.promises.stage import ROOT, Result
from workspace.livetext.diff import spans

WORDS = 5000
ROUNDS = 7
SEED = 20071122
BOUND = 0.5


def text() -> list[str]:
    """5,000 words of the example's fiches, sentences in another order at each turn."""
    draw = random.Random(SEED)  # noqa: S311
    sentences = [
        sentence.split()
        for path in sorted((ROOT / "examples" / "bouches_du_rhone" / "fiches").glob("*.toml"))
        for said in re.findall(r'"([^"]{20,})"', path.read_text(encoding="utf-8"))
        for sentence in re.split(r"(?<=[.;:]) ", said)
    ]
    words: list[str] = []
    while len(words) < WORDS:
        draw.shuffle(sentences)
        words += [word for sentence in sentences for word in sentence]
    return words[:WORDS]


def edited(words: list[str], share: float) -> list[str]:
    """The words after a share of them was removed, replaced or added, and one passage moved."""
    draw = random.Random(SEED + int(100 * share))  # noqa: S311
    made: list[str] = []
    for word in words:
        fate = draw.random()
        if fate < share / 3:
            continue
        made.append(draw.choice(words) if fate < 2 * share / 3 else word)
        if 2 * share / 3 <= fate < share:
            made.append(draw.choice(words))
    at = len(made) // 3
    made[at : at + 60], made[2 * at : 2 * at] = [], made[at : at + 60]
    return [*made, *words][:WORDS]


def _spent(work: Callable[[], object]) -> float:
    """CPU seconds of one run: the least of several, the others were disturbed."""
    best = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def diff() -> list[Result]:
    """The worst ratio over versions a little, rather and very much edited, and over two texts on the same subject."""
    words = text()
    pairs = {f"{share:.0%} edited": edited(words, share) for share in (0.01, 0.05, 0.2, 0.5)}
    pairs["rewritten"] = random.Random(SEED).sample(words, WORDS)  # noqa: S311
    ratios = {}
    for name, other in pairs.items():
        made = [word for span in spans(words, other) for word in other[span.j1 : span.j2]]
        if made != other:
            raise AssertionError(f"{name}: applying the difference does not give the new text")
        ours = _spent(lambda other=other: spans(words, other))
        theirs = _spent(lambda other=other: difflib.SequenceMatcher(None, words, other).get_opcodes())
        ratios[name] = ours / theirs
    note = ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    return [Result(name="diff", value=max(ratios.values()), bound=BOUND, note=note)]
