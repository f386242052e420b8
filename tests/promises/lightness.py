"""What a measure costs, against what the typesetter costs: the meter must be the cheap part of the answer."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from examples.loader import read_example
from tests.promises.stage import Result
from workspace.kernel.letters import count_words
from workspace.lightness import rules
from workspace.lightness.words import Targets
from workspace.livetext.blocks import shown_text
from workspace.livetext.words import Block, Run
from workspace.publishing.rules import sheet_data
from workspace.publishing.words import SheetText
from workspace.publishing.worker import Press
from workspace.welcome.example import _words

WORDS, RUNS = 500, 40
BOUND = 0.3


def fiche() -> tuple[Block, ...]:
    """The words of the example's fiches, real blocks of each kind, up to 500 words."""
    blocks: list[Block] = []
    for one in read_example("fr").fiches:
        for block in (block for level in _words(one, {}).values() for block in level):
            if count_words(shown_text([*blocks, block])) <= WORDS:
                blocks.append(block)
    return tuple(blocks)


def edited(blocks: tuple[Block, ...], number: int) -> dict[str, tuple[Block, ...]]:
    """The same fiche after one more edit, so that nothing is answered from memory."""
    return {"level1": blocks[:6], "level2": (*blocks[6:], Block("paragraph", runs=(Run(f"Mot {number}."),)))}


def _cpu(act: Callable[[int], object]) -> float:
    """Median CPU seconds of one run, the first ones left out."""
    times = []
    for number in range(RUNS):
        began = time.process_time()
        act(number)
        times.append(time.process_time() - began)
    return statistics.median(times[5:])


def meter() -> list[Result]:
    """CPU of one measure of a fiche of 500 words / of one layout of the same sheet, both after one more edit."""
    blocks = fiche()
    words = count_words(shown_text(blocks))
    targets = Targets()
    with tempfile.TemporaryDirectory() as folder:
        press = Press(Path(folder))

        def lay_out(number: int) -> None:
            said = edited(blocks, number)
            sheet = SheetText(title="Titre", accroche="Accroche", recto=said["level1"], verso=said["level2"])
            press.lay_out(sheet_data(sheet), 0)

        ours = _cpu(lambda number: rules.measure("Titre", "Accroche", edited(blocks, number), targets))
        theirs = _cpu(lay_out)
    note = f"{words} words: {1000 * ours:.2f} ms measured, {1000 * theirs:.1f} ms laid out"
    return [Result(name="meter", value=ours / theirs, bound=BOUND, note=note)]
