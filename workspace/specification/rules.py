"""Pure rules of the cahier des charges: who may, how far a clause is, when a version may be adopted, its seal."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from workspace.history import rules as history
from workspace.history.words import Comparison, Line
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Policy, Reach, Target, allowed, everyone
from workspace.livetext.rules import INLINE_NODES
from workspace.livetext.words import Block, Run, block_to_json
from workspace.specification.words import (
    AdoptionRule,
    ClauseState,
    ExportFormat,
    FrozenClause,
    SpecificationAbilities,
    Stance,
    Voice,
)
from workspace.specification.words import SpecificationOperation as Op

_WRITERS = Policy(partner=Reach.GROUP, treasurer=Reach.GROUP, facilitator=Reach.GROUP)
_VOICES = Policy(partner=Reach.OWN, treasurer=Reach.OWN, facilitator=Reach.OWN)
_FACILITATOR = Policy(facilitator=Reach.GROUP)

POLICIES: dict[Op, Policy] = {
    Op.VIEW: everyone(Reach.GROUP),
    Op.CREATE: _WRITERS,
    Op.LINK: _WRITERS,
    Op.FREEZE: _FACILITATOR,
    Op.APPROVE: _VOICES,
    Op.OBJECT: _VOICES,
    Op.ADOPT: _FACILITATOR,
    Op.EXPORT: everyone(Reach.GROUP),
}

TITLE_LENGTH = 160
REASON_LENGTH = 500
LINKS_MAXIMUM = 20
# Words between square brackets stand for what the group still has to fill in: [quantité].
_BLANK = re.compile(r"\[([^\[\]\n]{1,120})\]")


def blanks(blocks: Iterable[Block]) -> tuple[str, ...]:
    """What a clause leaves to fill in, in reading order."""
    return tuple(_BLANK.findall(plain_words(blocks)))


def clause_state(blocks: Sequence[Block]) -> ClauseState:
    """How far a clause is."""
    said = plain_words(blocks)
    if not any(letter.isalnum() for letter in said):
        return ClauseState.EMPTY
    return ClauseState.OPEN if _BLANK.search(said) else ClauseState.WRITTEN


def plain_words(blocks: Iterable[Block]) -> str:
    """The words of blocks, one line a paragraph."""
    return "\n".join(
        "".join(run.text for run in block.runs) if block.kind in INLINE_NODES else plain_words(block.children)
        for block in blocks
    )


def clause_to_json(clause: FrozenClause) -> dict[str, Any]:
    """A clause as a version keeps it."""
    return {
        "name": clause.name,
        "heading": clause.heading,
        "blocks": [block_to_json(block) for block in clause.blocks],
        "reasons": list(clause.reasons),
    }


def said_hash(title: str, clauses: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256 of the title and of the clauses as JSON, keys in order: equal means the same words and look."""
    return _hashed({"title": title, "clauses": list(clauses)})


def seal(
    said: str, number: int, rule: AdoptionRule, adopted_at: datetime, approvals: Sequence[Mapping[str, Any]]
) -> str:
    """SHA-256 of all that an adoption settles: the words' hash, the number, the rule, the instant, the voices."""
    return _hashed(
        {
            "said": said,
            "number": number,
            "rule": rule.value,
            "adopted_at": adopted_at.isoformat(),
            "approvals": list(approvals),
        }
    )


def _hashed(value: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def may_be_adopted(rule: AdoptionRule, stances: Iterable[Stance | None]) -> bool:
    """Whether what structures said meets the rule; None is a structure that did not speak.

    All: each approved. Consent: no objection stands and at least half of the structures spoke, so that silence of
    nearly all is never taken for an agreement.
    """
    known = list(stances)
    if not known or Stance.OBJECTION in known:
        return False
    approved = known.count(Stance.APPROVED)
    return approved == len(known) if rule is AdoptionRule.ALL else 2 * approved >= len(known)


def lines_of(clauses: Iterable[FrozenClause]) -> tuple[Line, ...]:
    """A version as lines: each clause under its heading."""
    whole: list[Block] = []
    for clause in clauses:
        whole.append(Block("heading", {"level": 2}, runs=(Run(clause.heading),)))
        whole += clause.blocks
    return history.sheet({"": tuple(whole)})


def compare(before: Iterable[FrozenClause], after: Iterable[FrozenClause]) -> Comparison:
    """What changed from one version to another, word by word."""
    return history.compare(lines_of(before), lines_of(after))


def abilities(
    actor: Actor, group_id: UUID, latest: tuple[AdoptionRule, Sequence[Voice], bool] | None, *, is_ahead: bool
) -> SpecificationAbilities:
    """What `actor` may do now; `latest`: rule, voices and whether it is adopted, of the latest version."""
    group = Target(group_id=group_id)
    open_now = latest is not None and not latest[2]
    voices = latest[1] if latest is not None else ()
    asked = Target(group_id=group_id, structure_ids=frozenset(voice.structure_id for voice in voices))
    return SpecificationAbilities(
        may_link=allowed(POLICIES[Op.LINK], actor, group),
        may_freeze=is_ahead and allowed(POLICIES[Op.FREEZE], actor, group),
        may_speak=open_now and allowed(POLICIES[Op.APPROVE], actor, asked),
        may_adopt=latest is not None
        and open_now
        and may_be_adopted(latest[0], [voice.stance for voice in voices])
        and allowed(POLICIES[Op.ADOPT], actor, group),
    )


def version_name(title: str, number: int) -> str:
    """A version as lists and mails name it, in any language."""
    return f"{title} v{number}"


def file_name(title: str, number: int, target: ExportFormat) -> str:
    """A file name in plain letters: accents fall, what is no letter or digit becomes a hyphen."""
    flat = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9]+", "-", flat).strip("-")[:80] or "cahier-des-charges"
    return f"{stem}-v{number}.{target.value}"
