"""Pure decisions about comments: who may, what a comment may hold, and where its words are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from workspace.accounts.rules import clean_line
from workspace.comments.words import CommentsOperation, Place, Standing
from workspace.kernel.errors import RuleBroken, TooManyAttempts
from workspace.kernel.rights import Policy, Reach, everyone

_WRITERS = Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP)

POLICIES: MappingProxyType[CommentsOperation, Policy] = MappingProxyType(
    {
        CommentsOperation.READ: everyone(Reach.GROUP),
        CommentsOperation.ADD: _WRITERS,
        CommentsOperation.EDIT: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.OWN),
        CommentsOperation.DELETE: Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.GROUP),
        CommentsOperation.RESOLVE: _WRITERS,
        CommentsOperation.FOLLOW: _WRITERS,
        CommentsOperation.SEE: everyone(Reach.GROUP),
        CommentsOperation.DECIDE: _WRITERS,
    }
)

BODY_LENGTH = 4000
QUOTE_LENGTH = 4000
CONTEXT_LENGTH = 400
MOST_RUNS = 4000
MOST_MENTIONS = 20
MOST_DECISIONS = 500
COMMENTS_A_MINUTE = 20
# A decision made by somebody else a moment ago stands; later, if the suggestion is still there, it is decided anew.
STANDS_FOR = timedelta(minutes=1)
# Fewer signs than this could be found again by chance.
SHORTEST_KEY = 12


def clean_body(body: str) -> str:
    """A comment's words, lines kept. Raises RuleBroken when there are none, or too many."""
    lines = [clean_line(line, maximum=BODY_LENGTH, required=False) for line in body.splitlines()]
    plain = "\n".join(lines).strip()
    if not plain:
        raise RuleBroken("error-comments-empty")
    if len(plain) > BODY_LENGTH:
        raise RuleBroken("error-comments-too-long", maximum=BODY_LENGTH, length=len(plain))
    return plain


def check_pace(written: int) -> None:
    """Raise TooManyAttempts when somebody wrote that many comments within the last minute."""
    if written >= COMMENTS_A_MINUTE:
        raise TooManyAttempts("error-comments-pace", minutes=1)


def named_in(body: str, people: Mapping[UUID, str], asked: Iterable[UUID], author: UUID | None) -> list[UUID]:
    """Whom a comment really mentions: those asked for who are in the group, whose name stands after an @."""
    return [
        person
        for person in dict.fromkeys(asked)
        if person in people and person != author and f"@{people[person]}" in body
    ][:MOST_MENTIONS]


def letters_of(quote: str) -> str:
    """A quote without what separates its paragraphs, as its characters stand in the document."""
    return quote.replace("\n", "")


def standing_of(place: Place | None, alive: str, text: str) -> Standing:
    """How a passage stands: `alive` is what is left of its own characters, `text` all that its fragment says."""
    if place is None:
        return Standing.WHOLE_TEXT
    if says_something(alive):
        return Standing.PLACED if alive == letters_of(place.quote) else Standing.CHANGED
    return Standing.GONE if find_words(place, text) is None else Standing.PLACED


def says_something(letters: str) -> bool:
    """Whether what is left of a passage can be pointed at; a lone space or full stop cannot."""
    return any(letter.isalnum() for letter in letters)


def find_words(place: Place, text: str) -> int | None:
    """Where the very words of a passage are in `text` when their own characters are gone; None when nowhere.

    Splitting a paragraph, making it a title, cutting and pasting, taking a deletion back: each writes the same words
    anew. They are found by what stood beside them, only where that is found once, and only when both sides agree.
    """
    found: set[int] = set()
    for key, offset in (
        (None if place.before is None else place.before + place.quote, len(place.before or "")),
        (None if place.after is None else place.quote + place.after, 0),
    ):
        if key is not None and len(key) >= SHORTEST_KEY and text.count(key) == 1:
            found.add(text.index(key) + offset)
    return found.pop() if len(found) == 1 else None


def decision_stands(decided_at: datetime, now: datetime, *, is_mine: bool) -> bool:
    """Whether an earlier decision on a suggestion is the answer; one's own can be changed while it is still there."""
    return not is_mine and now - decided_at < STANDS_FOR
