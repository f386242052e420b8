"""Pure rules of finding: who may, how words are compared, which excerpt is shown."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from workspace.find.words import FindOperation as Op
from workspace.find.words import Piece
from workspace.kernel.rights import Policy, Reach, everyone

POLICIES: dict[Op, Policy] = {Op.FIND: everyone(Reach.GROUP)}

# Ranking every object that holds a common word costs as much as there are objects; nobody reads past the first ones.
MOST_CANDIDATES = 100
MOST_HITS = 20
MOST_TERMS = 8
LONGEST_QUERY = 200
LONGEST_INDEXED = 200_000  # characters of one object; PostgreSQL's tsvector ends at 1 MB
EXCERPT_BEFORE, EXCERPT_WORDS = 8, 26
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


def marked(text: str, terms: Sequence[str], *, exact_last: bool = False) -> tuple[Piece, ...]:
    """A whole text cut where the searched words stand."""
    return _cut(text, _spans(_WORD.finditer(text), terms, exact_last=exact_last), 0, len(text))


def excerpt(
    parts: Mapping[str, str], body: str, terms: Sequence[str], *, exact_last: bool = False
) -> tuple[str, tuple[Piece, ...]]:
    """(the part where the rarest searched word first stands, the words around it); ("", ()) when none is there.

    `body` is the folded text of all parts, whose n-th word is the parts' n-th: the place is found without folding
    the text again.
    """
    padded = f" {body}"
    held = {term: count for term in terms if (count := padded.count(f" {term}"))}
    if not held:
        return "", ()
    place = padded.count(" ", 0, padded.index(f" {min(held, key=lambda term: held[term])}"))
    for name, text in parts.items():
        words = list(_WORD.finditer(text[:LONGEST_INDEXED]))
        if place < len(words):
            return name, _around(text, words, place, terms, exact_last=exact_last)
        place -= len(words)
    return "", ()


def _around(
    text: str, words: Sequence[re.Match[str]], place: int, terms: Sequence[str], *, exact_last: bool
) -> tuple[Piece, ...]:
    to = min(len(words), max(0, place - EXCERPT_BEFORE) + EXCERPT_WORDS)
    from_ = max(0, min(place - EXCERPT_BEFORE, to - EXCERPT_WORDS))
    start = words[from_].start() if from_ else 0
    end = words[to - 1].end() if to < len(words) else len(text)
    made = _cut(text, _spans(words[from_:to], terms, exact_last=exact_last), start, end)
    return (*((Piece("… "),) if from_ else ()), *made, *((Piece(" …"),) if to < len(words) else ()))


def _spans(words: Iterable[re.Match[str]], terms: Sequence[str], *, exact_last: bool) -> list[tuple[int, int]]:
    whole, last = set(terms if exact_last else terms[:-1]), terms[-1] if terms and not exact_last else None
    return [
        word.span()
        for word in words
        if (one := folded_word(word.group())) in whole or (last is not None and one.startswith(last))
    ]


def _cut(text: str, hits: Iterable[tuple[int, int]], start: int, end: int) -> tuple[Piece, ...]:
    made: list[Piece] = []
    at = start
    for left, right in hits:
        if left < start or right > end:
            continue
        if left > at:
            made.append(Piece(text[at:left]))
        made.append(Piece(text[left:right], is_hit=True))
        at = right
    if at < end:
        made.append(Piece(text[at:end]))
    return tuple(made)
