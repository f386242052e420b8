"""Words and letters as every room compares and counts them. Pure."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """How a text is compared, sorted and looked for: without case nor accents, so that "etape" finds "Étape"."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return bare.casefold()


def count_words(plain: str) -> int:
    """Words as French word processors count them.

    Whitespace separates, the no-break spaces before « : ; ! ? » too; an apostrophe or a hyphen does not
    ("l’atelier", "rendez-vous": one word each); a piece without letter or digit ("–", "!") is no word.
    """
    return sum(any(sign.isalnum() for sign in piece) for piece in plain.split())
