"""What an outcome did by itself, in words: the same sentences for the page, the register and the procès-verbal."""

from __future__ import annotations

from contextlib import suppress

from workspace.decisions.effects import DONE
from workspace.kernel.messages import translate


def slug(effect: str) -> str:
    """An effect as it stands in the keys of sentences."""
    return effect.replace("_", "-")


def told(effect: str, value: str, name: str, language: str) -> str:
    """What an effect was told: its own name, or a sentence of the effect."""
    return name or (translate(language, f"effect-{slug(effect)}-{value}") if value else "")


def said(effect: str, code: str, *, name: str, date: str, language: str) -> str:
    """One paragraph: done at the close, on `date`; or why it could not be, the decision standing all the same."""
    if code == DONE:
        done = translate(language, f"effect-{slug(effect)}-done", name=name)
        return translate(language, "effect-done", done=done, date=date)
    why = ""
    with suppress(KeyError):  # the reason of a room that names more than its object
        why = translate(language, code, name=name)
    will = translate(language, f"effect-{slug(effect)}-will", name=name)
    return translate(language, "effect-not-done", will=will, why=why).strip()
