"""Pure rules of finding: who may, how words are compared, which excerpt is shown."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping, Sequence

from workspace.find.words import FindOperation as Op
from workspace.find.words import Piece
from workspace.kernel.rights import Policy, Reach, everyone

POLICIES: dict[Op, Policy] = {Op.FIND: everyone(Reach.GROUP)}

# Ranking every object that holds a common word costs as much as there are objects; nobody reads past the first ones.
MOST_CANDIDATES = 40
MOST_HITS = 20
MOST_TERMS = 8
LONGEST_QUERY = 200
LONGEST_INDEXED = 200_000  # characters of one object; PostgreSQL's tsvector ends at 1 MB
EXCERPT_BEFORE, EXCERPT_LENGTH = 60, 180  # characters
LIGATURES = 50
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})
_PLAIN = re.compile(r"[a-z0-9]+")


@functools.lru_cache(maxsize=50_000)
def folded_word(word: str) -> str:
    """A word without case, accents and ligatures: "Œuvrée" and "oeuvree" are one."""
    small = word.casefold()
    if _PLAIN.fullmatch(small):
        return small
    bare = unicodedata.normalize("NFKD", small.translate(_LETTERS))
    return "".join(sign for sign in bare if sign.isalnum() and not unicodedata.combining(sign)) or "x"


def folded(text: str) -> str:
    """A text as both stores index it: its words folded, one space between; the n-th word stays the n-th."""
    return " ".join(folded_word(word) for word in _WORD.findall(text[:LONGEST_INDEXED]))


def composed(text: str) -> str:
    """A text whose accents are one sign with their letter, so that they do not cut words in two."""
    return unicodedata.normalize("NFC", text)[:LONGEST_INDEXED]


def terms_of(query: str) -> tuple[str, ...]:
    """The words looked for; each must be there, the last one may go on."""
    return tuple(dict.fromkeys(folded(composed(query[:LONGEST_QUERY])).split()))[:MOST_TERMS]


def is_ended(query: str) -> bool:
    """Whether the last word is whole: something stands after it."""
    return bool(query) and not query[-1].isalnum()


def score(terms: Sequence[str], title: str, body: str) -> float:
    """How well an object answers: each word in its title, then how often it stands in the text (folded both)."""
    found = 0.0
    in_title, in_body = f" {title}", f" {body}"
    for term in terms:
        start = f" {term}"
        found += 10.0 * (start in in_title) + min(in_body.count(start), 5)
    return found


def pattern_of(terms: Sequence[str], *, exact_last: bool = False) -> re.Pattern[str]:
    """Where the searched words stand in a text as it was typed: each letter also with its accents, œ for oe."""
    parts = []
    for place, term in enumerate(terms):
        goes_on = place == len(terms) - 1 and not exact_last
        parts.append(_written(term) + (r"[^\W_]*" if goes_on else r"(?![^\W_])"))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts) or '(?!)'})", re.IGNORECASE)


@functools.cache
def _accented() -> dict[str, str]:
    """For each folded letter or pair of letters, every sign that is written for it."""
    found: dict[str, str] = {}
    for code in (*range(0xBC, 0x250), *range(0x1E00, 0x1F00), *range(0xFB00, 0xFB07)):
        sign = chr(code)
        if sign.isalnum():
            said = folded_word(sign)
            found[said] = found.get(said, "") + sign
    return found


def _written(term: str) -> str:
    """A folded word as a pattern for all ways to write it."""
    signs, made, at = _accented(), "", 0
    while at < len(term):
        one, two = term[at], term[at : at + 2]
        single = f"[{re.escape(one)}{signs.get(one, '')}]"
        if len(two) > 1 and two in signs:
            second = f"[{re.escape(two[1])}{signs.get(two[1], '')}]"
            made, at = f"{made}(?:{single}{second}|[{signs[two]}])", at + 2
        else:
            made, at = made + single, at + 1
    return made


def marked(text: str, pattern: re.Pattern[str]) -> tuple[Piece, ...]:
    """A text cut where the searched words stand."""
    made: list[Piece] = []
    at = 0
    for found in pattern.finditer(text):
        if found.start() > at:
            made.append(Piece(text[at : found.start()]))
        made.append(Piece(found.group(), is_hit=True))
        at = found.end()
    if at < len(text):
        made.append(Piece(text[at:]))
    return tuple(made)


def rarest(body: str, terms: Sequence[str]) -> tuple[str, int]:
    """(the searched word that a folded text holds least often, but holds; where it first stands), else ("", 0)."""
    padded = f" {body}"
    held = {term: count for term in terms if (count := padded.count(f" {term}"))}
    rare = min(held, key=lambda term: held[term]) if held else ""
    return rare, padded.index(f" {rare}") if rare else 0


def excerpt(
    parts: Mapping[str, str], first: re.Pattern[str], pattern: re.Pattern[str], near: int = 0
) -> tuple[str, tuple[Piece, ...]]:
    """(the first part where `first` stands, the words around it with all of `pattern` marked); else ("", ()).

    `near` is its place in the folded text: folding takes signs away, so it stands there or later in the text itself,
    but for the few letters that become two.
    """
    for name, text in parts.items():
        found = first.search(text, max(0, near - LIGATURES)) or (first.search(text) if near > LIGATURES else None)
        near -= len(text) + 1
        if found is None:
            continue
        start, end = _window(text, found.start())
        made = marked(" ".join(text[start:end].split("\n")), pattern)
        return name, (*((Piece("… "),) if start else ()), *made, *((Piece(" …"),) if end < len(text) else ()))
    return "", ()


def _window(text: str, at: int) -> tuple[int, int]:
    """The bounds of an excerpt around a place, between words."""
    start = max(0, at - EXCERPT_BEFORE)
    if start:
        start = max(text.find(" ", start, at), text.find("\n", start, at)) + 1 or at
    end = min(len(text), start + EXCERPT_LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", at, end), text.rfind("\n", at, end))
        end = end if end > at else min(len(text), at + EXCERPT_LENGTH)
    return start, end
