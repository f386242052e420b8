"""What an outcome can do by itself: effects by name. A room that has one registers it; only those are offered.

The sentences of an effect are `effect-<name>` (what it is), `effect-<name>-ask` (the field), `effect-<name>-will` and
`effect-<name>-done` (both take { $name }), underscores written as hyphens; a choice without a name of its own is said
by `effect-<name>-<choice>`, and what is the same for whichever option is taken by `effect-<name>-any`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session

from db.models import Picture, ProposalOption
from workspace.accounts.rules import clean_line
from workspace.decisions.views import EffectOffer
from workspace.decisions.words import Asks, Decided, Kind, Method, OptionDraft
from workspace.kernel.errors import DomainError, NotFound, RuleBroken
from workspace.members import store as members_store
from workspace.members.words import StructureDraft

log = logging.getLogger("chemise.decisions")

DONE = "done"
GONE = "error-effect-gone"
ADMIT_STRUCTURE = "admit_structure"
CHOOSE_VISUAL = "choose_visual"
CHOOSING = frozenset(Method) - {Method.CONSENT, Method.DATE_POLL}

Choices = Callable[[Session, UUID], Mapping[str, str]]
NameOf = Callable[[Session, UUID, str], str]


def _none(_session: Session, _group_id: UUID) -> Mapping[str, str]:
    return {}


def _itself(_session: Session, _group_id: UUID, value: str) -> str:
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """An effect for one kind of choice.

    `asks`: what the form must be told of each option. `choices`: what it can be told, each value with its name, or
    an empty name when sentences say it; `name_of`: the name of a value, also when it can no longer be chosen.
    `apply` does it, in the closing's own transaction; it may raise DomainError, which leaves the decision in the
    register and says why nothing more was done.
    """

    name: str
    kind: Kind
    asks: Asks
    apply: Callable[[Session, Decided], None]
    choices: Choices = _none
    name_of: NameOf = _itself
    methods: frozenset[Method] = frozenset(Method) - {Method.DATE_POLL}


_registered: dict[str, Effect] = {}


def register(effect: Effect) -> None:
    """Offer an effect; a later one of the same name takes its place."""
    _registered[effect.name] = effect


def offered(session: Session, group_id: UUID) -> tuple[EffectOffer, ...]:
    """The registered effects, with what each can be told in this group."""
    return tuple(
        EffectOffer(
            name=effect.name,
            kind=effect.kind,
            asks=effect.asks,
            methods=effect.methods,
            choices=effect.choices(session, group_id),
        )
        for effect in _registered.values()
    )


def clean(
    session: Session,
    group_id: UUID,
    name: str,
    data: Mapping[str, str],
    *,
    method: Method,
    options: Sequence[OptionDraft],
) -> dict[str, str]:
    """What the form says of an effect, checked: by place of an option, from "1"; an option may do nothing.

    Raises NotFound for one that is not registered or not the group's, RuleBroken `error-effect-method`,
    `error-effect-picture`, or `error-effect-nothing` when no option would do anything.
    """
    if not name:
        return {}
    effect = _registered.get(name)
    if effect is None:
        raise NotFound
    if method not in effect.methods:
        raise RuleBroken("error-effect-method")
    if effect.asks is Asks.NOTHING:
        if not any(one.pictures for one in options):
            raise RuleBroken("error-effect-picture")
        return {}
    places = [str(place) for place in range(1, len(options) + 1)]
    given = {one: data[one] for one in places if data.get(one, "").strip()}
    if not given:
        raise RuleBroken("error-effect-nothing")
    if effect.asks is Asks.NAME:
        return {place: clean_line(one, field="candidate") for place, one in given.items()}
    if set(given.values()) - set(effect.choices(session, group_id)):
        raise NotFound
    return given


def name_of(session: Session, group_id: UUID, name: str, value: str) -> str:
    """The name of what an effect was told; the value itself when the effect is gone, empty when sentences say it."""
    effect = _registered.get(name)
    return effect.name_of(session, group_id, value) if effect is not None else value


def value_of(name: str, data: Mapping[str, str], option_id: UUID | None) -> str:
    """What an option does, as the form said it: what was told of it, or the option itself; empty for nothing."""
    effect = _registered.get(name)
    if effect is not None and effect.asks is Asks.NOTHING:
        return str(option_id or "")
    return data.get(str(option_id), "")


def carry_out(session: Session, name: str, decided: Decided) -> str:
    """Do it; gives DONE, or the code of what stood in the way, with nothing written."""
    if name not in _registered:
        return GONE
    try:
        with session.begin_nested():
            _registered[name].apply(session, decided)
            session.flush()
    except DomainError as error:
        return error.code
    except IntegrityError:  # somebody else's rows hold what the effect would take: the outcome stands
        return GONE
    except SQLAlchemyError:  # the store itself: the whole closing is tried again later
        raise
    except Exception:
        log.exception("effect %s of proposal %s failed", name, decided.proposal_id)
        return GONE
    return DONE


def _admit_structure(session: Session, decided: Decided) -> None:
    members_store.add_structure(session, decided.group_id, StructureDraft(name=decided.value))


def _choose_visual(session: Session, decided: Decided) -> None:
    """Only check that the pictures are there: the register itself is the fact, which `visual.get_visual` reads."""
    there = set(session.scalars(select(Picture.id).where(Picture.group_id == decided.group_id)))
    if not decided.pictures or set(decided.pictures) - there:
        raise RuleBroken("error-effect-picture-gone")


def _option_name(session: Session, _group_id: UUID, value: str) -> str:
    return session.get_one(ProposalOption, UUID(value)).name


register(Effect(name=ADMIT_STRUCTURE, kind=Kind.ADMISSION, asks=Asks.NAME, apply=_admit_structure))
register(
    Effect(
        name=CHOOSE_VISUAL,
        kind=Kind.VISUAL,
        asks=Asks.NOTHING,
        apply=_choose_visual,
        name_of=_option_name,
        methods=CHOOSING,
    )
)
