"""Pure rules of lightness: who may, which targets can be, what a block tree weighs.

Sources of the default targets (`words.Targets`): a folded leaflet holds 250 words in all and a title 7 (L. Dupont,
University of Ottawa, quoted by the ROBVQ communication guide); a feuillet is 250 words, and half of one suits visual
media (agro-food-redaction.fr); sentences of 20 and 25 words (insidegovuk.blog.gov.uk; textoh.ch). From there our own
judgement, for a fiche: recto 100 words, verso 250, and a warning up to 125 and 300.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple

from workspace.fiches.words import Lightness
from workspace.kernel.errors import RuleBroken
from workspace.kernel.letters import count_words
from workspace.kernel.rights import Policy, Reach, everyone
from workspace.lightness.syllables import syllables
from workspace.lightness.words import (
    Bounds,
    LightnessOperation,
    Sentence,
    Targets,
    Visuals,
    Zone,
    ZoneMeasure,
)
from workspace.livetext.words import Block
from workspace.publishing.words import SheetText

Op = LightnessOperation

POLICIES: dict[LightnessOperation, Policy] = {
    Op.VIEW_TARGETS: everyone(Reach.GROUP),
    Op.CHANGE_TARGETS: Policy(facilitator=Reach.GROUP),
    Op.MEASURE_FICHE: everyone(Reach.GROUP),
    Op.PREVIEW_FICHE: everyone(Reach.GROUP),
}

DEFAULTS = Targets()
WORDS_MAXIMUM = 2000
SENTENCE_RANGE = (5, 60)
EASE_RANGE = (0, 100)
# Under this a score says nothing: one syllable more in one short sentence moves it by six points.
WORDS_FOR_EASE = 100

# Paragraphs hold sentences; titles, key figures and table cells are words, and no sentences.
_WITHOUT_SENTENCES = frozenset({"heading", "keyFigureValue", "keyFigureLabel"})
_TABLES = frozenset({"table"})
# A full stop ends a sentence when a space follows, unless a lower-case letter comes next ("etc. et"), an initial or
# a title stands before it ("M. Martin", "S. D."), or a digit ("n° 3. 5" stays whole).
_END = re.compile(r"[.!?…]+(?:[ \u00a0\u202f]?[»”\")])*\s+(?=[^a-zà-öø-ÿ])")
_NOT_AN_END = re.compile(r"(?:\b[A-ZÀ-Ý]|\bM|\bMM|\bMme|\bMmes|\bDr|\bart|\bp|\bcf|\bex|\bn°|\bSt|\bSte)\.\s+$")


def clean_targets(targets: Targets) -> Targets:
    """The targets, checked. Raises RuleBroken `error-target-range`, `error-target-limit`."""
    for zone in Zone:
        bounds = targets.bounds(zone)
        _within(bounds.target, 1, WORDS_MAXIMUM)
        _within(bounds.limit, 1, WORDS_MAXIMUM)
        if bounds.limit < bounds.target:
            raise RuleBroken("error-target-limit", target=bounds.target, limit=bounds.limit)
    _within(targets.sentence_recto, *SENTENCE_RANGE)
    _within(targets.sentence_verso, *SENTENCE_RANGE)
    _within(targets.ease, *EASE_RANGE)
    return targets


def _within(value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise RuleBroken("error-target-range", least=least, most=most)


def weight(words: int, bounds: Bounds) -> Lightness:
    """How light a zone is."""
    if words <= bounds.target:
        return Lightness.LIGHT
    return Lightness.FAIR if words <= bounds.limit else Lightness.HEAVY


def sentences(text: str) -> list[Sentence]:
    """The sentences of a paragraph, those without a word left out."""
    found, start = [], 0
    for match in _END.finditer(text):
        if _NOT_AN_END.search(text[start : match.end()]):
            continue
        found.append(text[start : match.end()])
        start = match.end()
    found.append(text[start:])
    made = (Sentence(" ".join(one.split(" ")).strip(), count_words(one)) for one in found)
    return [one for one in made if one.words]


def texts_of(blocks: Iterable[Block], *, in_table: bool = False) -> Iterator[tuple[str, bool]]:
    """(what is printed, whether it is read as sentences) for each paragraph, title, cell, credit.

    An alternative text is not printed: it is for those who do not see the picture, and weighs nothing.
    """
    for block in blocks:
        if block.runs:
            said = "".join(run.text for run in block.runs)
            yield said, not in_table and block.kind not in _WITHOUT_SENTENCES
        elif block.kind == "figure" and block.attrs.get("credit"):
            yield str(block.attrs["credit"]), False
        yield from texts_of(block.children, in_table=in_table or block.kind in _TABLES)


def visuals(blocks: Iterable[Block]) -> Visuals:
    """What a side shows besides sentences, however deep it stands."""
    counts = {"figure": 0, "keyFigure": 0, "table": 0}

    def look(some: Iterable[Block]) -> None:
        for block in some:
            if block.kind in counts:
                counts[block.kind] += 1
            look(block.children)

    look(blocks)
    return Visuals(pictures=counts["figure"], key_figures=counts["keyFigure"], tables=counts["table"])


def ease(found: Sequence[Sentence]) -> float | None:
    """How easily sentences read: Kandel and Moles 1958, 207 - 1.015 W/S - 73.6 Sy/W; None under a hundred words.

    The adaptation of Flesch to French (L. Kandel and A. Moles, « Application de l'indice de Flesch à la langue
    française », Cahiers d'études de radio-télévision 19, 1958). 100 is very easy, 0 very hard (the ends of the
    scale); it is a hint.
    """
    words = sum(one.words for one in found)
    if words < WORDS_FOR_EASE:
        return None
    heard = sum(syllables(word) for one in found for word in one.text.split())
    score = 207 - 1.015 * words / len(found) - 73.6 * heard / words
    return round(min(100.0, max(0.0, score)), 1)


def measure_zone(zone: Zone, blocks: Sequence[Block], targets: Targets, *, before: int = 0) -> ZoneMeasure:
    """One level measured. `before` words stand on the same side already (title and accroche)."""
    words, found = before, list[Sentence]()
    for text, is_prose in texts_of(blocks):
        words += count_words(text)
        if is_prose:
            # A forced line break ends what a sentence can hold.
            found += [one for line in text.split("\n") for one in sentences(line)]
    bounds = targets.bounds(zone)
    return ZoneMeasure(
        zone=zone,
        words=words,
        bounds=bounds,
        weight=weight(words, bounds),
        longest=max(found, key=lambda one: one.words, default=None),
        sentence_bound=targets.longest_sentence(zone),
        ease=ease(found),
        visuals=visuals(blocks),
    )


def _measure_line(zone: Zone, text: str, targets: Targets) -> ZoneMeasure:
    words, bounds = count_words(text), targets.bounds(zone)
    # A title is one line, not a sentence to judge.
    found = sentences(text) if zone is Zone.ACCROCHE else []
    return ZoneMeasure(
        zone=zone,
        words=words,
        bounds=bounds,
        weight=weight(words, bounds),
        longest=max(found, key=lambda one: one.words, default=None),
        sentence_bound=targets.longest_sentence(zone),
    )


def measure(
    title: str, accroche: str, content: Mapping[str, Sequence[Block]], targets: Targets
) -> tuple[ZoneMeasure, ...]:
    """The four zones, in the order in which they are read. `content` maps level1 and level2 to their blocks."""
    before = count_words(title) + count_words(accroche)
    return (
        _measure_line(Zone.TITLE, title, targets),
        _measure_line(Zone.ACCROCHE, accroche, targets),
        measure_zone(Zone.RECTO, content.get("level1", ()), targets, before=before),
        measure_zone(Zone.VERSO, content.get("level2", ()), targets),
    )


def stamp(text: SheetText, targets: Targets) -> str:
    """A short name for what is measured: the same text under the same targets has the same name."""
    said = repr((text, astuple(targets)))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
