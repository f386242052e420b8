"""What stands on the paper, in the language of the cahier des charges; each writer only lays it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workspace.exchange.grammar import fit
from workspace.kernel.clock import local
from workspace.kernel.dates import long_day
from workspace.kernel.messages import translate
from workspace.livetext.words import Block
from workspace.specification.words import VersionView, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A clause on paper."""

    heading: str
    blocks: Sequence[Block]
    reasons: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A version on paper. `rows`: what each structure said, under `columns`."""

    title: str
    language: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    voices_title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    proof: str


def make_paper(view: VersionView, zone: str) -> Paper:
    """A version, said for readers outside of the group."""
    language = view.language

    def say(key: str, **values: object) -> str:
        return translate(language, key, **values)

    def day(instant: datetime | None) -> str:
        return long_day(local(instant, zone), language) if instant else ""

    def row(voice: Voice) -> tuple[str, ...]:
        stance = say(f"specification-stance-{voice.stance.value if voice.stance else 'awaited'}")
        return voice.name, f"{stance} : {voice.reason}" if voice.reason else stance, voice.person, day(voice.at)

    state = (
        say("specification-paper-adopted", day=day(view.adopted_at))
        if view.adopted_at
        else say("specification-paper-open")
    )
    return Paper(
        title=view.title,
        language=language,
        about=(say("specification-paper-frozen", number=view.number, day=day(view.frozen_at)), state),
        sections=tuple(
            Section(
                heading=f"{place}. {one.heading}",
                # An editor of somebody's own making may store what ours would not: writers meet only what fits.
                blocks=fit(one.blocks),
                reasons=say("specification-paper-reasons", names=", ".join(one.reasons)) if one.reasons else "",
            )
            for place, one in enumerate((one for one in view.clauses if one.blocks), start=1)
        ),
        voices_title=say("specification-paper-voices"),
        columns=tuple(say(f"specification-column-{one}") for one in ("structure", "stance", "person", "day")),
        rows=tuple(row(one) for one in view.voices),
        proof=say("specification-paper-proof", hash=view.seal or view.said_hash),
    )
