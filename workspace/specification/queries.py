"""Reads of the cahier des charges: `session` first. The hash and the seal are verified at each reading."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    Person,
    Specification,
    SpecificationLink,
    SpecificationNeed,
    SpecificationVersion,
    SpecificationVoice,
    Structure,
)
from workspace.fiches.queries import get_zone, group_of, list_fiches, list_structures
from workspace.fiches.rules import folded
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, RuleBroken
from workspace.kernel.rights import Target, allowed
from workspace.livetext import queries as livetext
from workspace.livetext.words import Block, block_from_json
from workspace.review.queries import able_structures
from workspace.specification import rules
from workspace.specification.kept import voices_from_json
from workspace.specification.template import template
from workspace.specification.words import (
    ClauseState,
    ClauseView,
    FrozenClause,
    LinkKind,
    Reference,
    SpecificationDesk,
    SpecificationLine,
    SpecificationView,
    VersionView,
    Voice,
)
from workspace.specification.words import SpecificationOperation as Op

log = logging.getLogger("chemise.specification")
Content = Mapping[str, tuple[Block, ...]]
Links = Mapping[str, tuple[Reference, ...]]


def _fiches(session: Session, group_id: UUID) -> dict[UUID, str]:
    return {one.choice_id: one.name for one in list_fiches(session, group_id)}


# What clauses may point at: the objects of a group, by id. A room with a new kind adds its own reading here.
JUSTIFICATIONS: dict[LinkKind, Callable[[Session, UUID], dict[UUID, str]]] = {LinkKind.FICHE: _fiches}


def find_specification(
    session: Session, actor: Actor, specification_id: UUID, *, lock: bool = False
) -> Specification:
    """A cahier des charges of the actor's group. Raises NotFound, for another group's as for none."""
    query = select(Specification).where(Specification.id == specification_id)
    row = session.scalar(query.with_for_update() if lock else query)
    if row is None or row.group_id != actor.group_id:
        raise NotFound
    return row


def list_specifications(session: Session, group_id: UUID | None) -> list[Specification]:
    """The cahiers des charges of a group, the oldest first."""
    query = select(Specification).where(Specification.group_id == group_id).order_by(Specification.created_at)
    return list(session.scalars(query))


def check_open(session: Session, row: Specification, version: SpecificationVersion) -> None:
    """Raise `error-specification-adopted`, or `error-specification-replaced` when a later version is there."""
    if version.adopted_at is not None:
        raise RuleBroken("error-specification-adopted")
    if list_versions(session, row.id)[0].id != version.id:
        raise RuleBroken("error-specification-replaced")


def get_desk(session: Session, actor: Actor) -> SpecificationDesk:
    """What the page starts from."""
    group_id = group_of(actor)
    return SpecificationDesk(
        lines=tuple(
            SpecificationLine(specification_id=row.id, title=row.title)
            for row in list_specifications(session, group_id)
        ),
        may_create=allowed(rules.POLICIES[Op.CREATE], actor, Target(group_id=group_id)),
        choices=list_choices(session, group_id),
    )


def list_choices(session: Session, group_id: UUID) -> dict[LinkKind, tuple[Reference, ...]]:
    """What clauses of a group may point at, by kind."""
    return {
        kind: tuple(Reference(kind=kind, object_id=one, name=name) for one, name in read(session, group_id).items())
        for kind, read in JUSTIFICATIONS.items()
    }


def list_links(session: Session, row: Specification) -> Links:
    """What justifies each clause; a thing that is gone, or put away, is left out."""
    choices = list_choices(session, row.group_id)
    known = {(kind.value, one.object_id): one for kind, found in choices.items() for one in found}
    links: dict[str, list[Reference]] = {}
    for link in session.scalars(select(SpecificationLink).where(SpecificationLink.specification_id == row.id)):
        reference = known.get((link.kind, link.object_id))
        if reference is not None:
            links.setdefault(link.clause, []).append(reference)
    return {clause: tuple(sorted(found, key=lambda one: one.name)) for clause, found in links.items()}


def frozen_clauses(row: Specification, content: Content, links: Links) -> tuple[FrozenClause, ...]:
    """The clauses as a version of now would keep them."""
    return tuple(
        FrozenClause(
            name=one.name,
            heading=one.heading,
            blocks=content.get(one.name, ()),
            reasons=tuple(link.name for link in links.get(one.name, ())),
        )
        for one in template(row.language)
    )


def get_specification(session: Session, actor: Actor, specification_id: UUID) -> SpecificationView:
    """A cahier des charges as the actor sees it. Raises NotFound."""
    row = find_specification(session, actor, specification_id)
    links = list_links(session, row)
    content = {name: said.blocks for name, said in livetext.get_projection(session, row.text_id).items()}
    versions = tuple(get_version(session, one) for one in list_versions(session, row.id))
    now = [rules.clause_to_json(clause) for clause in frozen_clauses(row, content, links)]
    is_ahead = not versions or versions[0].said_hash != rules.said_hash(row.title, now)
    latest = (versions[0].rule, versions[0].voices, versions[0].is_adopted) if versions else None
    able = able_structures(session, row.group_id)
    return SpecificationView(
        specification_id=row.id,
        text_id=row.text_id,
        title=row.title,
        language=row.language,
        zone=get_zone(session, row.group_id),
        clauses=clause_views(row, content, links),
        versions=versions,
        is_ahead=is_ahead,
        silent=tuple(one.name for one in list_structures(session, row.group_id) if one.choice_id not in able),
        abilities=rules.abilities(actor, row.group_id, latest, is_ahead=is_ahead),
    )


def clause_views(row: Specification, content: Content, links: Links) -> tuple[ClauseView, ...]:
    """Each clause with how far it is."""
    return tuple(
        ClauseView(
            name=one.name,
            heading=one.heading,
            hint=one.hint,
            is_required=one.is_required,
            state=rules.clause_state(content.get(one.name, ())),
            blanks=rules.blanks(content.get(one.name, ())),
            links=links.get(one.name, ()),
        )
        for one in template(row.language)
    )


def missing_clauses(views: tuple[ClauseView, ...]) -> tuple[str, ...]:
    """The headings of required clauses that are not written."""
    return tuple(one.heading for one in views if one.is_required and one.state is not ClauseState.WRITTEN)


def list_versions(session: Session, specification_id: UUID) -> list[SpecificationVersion]:
    """The versions, the latest first."""
    return list(
        session.scalars(
            select(SpecificationVersion)
            .where(SpecificationVersion.specification_id == specification_id)
            .order_by(SpecificationVersion.number.desc())
        )
    )


def find_version(
    session: Session, actor: Actor, version_id: UUID, *, lock: bool = False
) -> tuple[Specification, SpecificationVersion]:
    """A version of the actor's group, with its cahier des charges. Raises NotFound."""
    found = session.scalar(select(SpecificationVersion.specification_id).where(SpecificationVersion.id == version_id))
    if found is None:
        raise NotFound
    row = find_specification(session, actor, found, lock=lock)
    return row, session.get_one(SpecificationVersion, version_id, populate_existing=lock)


def get_version(session: Session, version: SpecificationVersion) -> VersionView:
    """A version, verified. Raises RuleBroken `error-specification-broken` when it is not what was frozen."""
    verify(version)
    names = _people(session, {version.frozen_by, version.adopted_by})
    return VersionView(
        version_id=version.id,
        number=version.number,
        title=version.title,
        language=version.language,
        clauses=tuple(
            FrozenClause(
                name=one["name"],
                heading=one["heading"],
                blocks=tuple(block_from_json(block) for block in one["blocks"]),
                reasons=tuple(one["reasons"]),
            )
            for one in version.clauses
        ),
        said_hash=version.said_hash,
        rule=version.rule,
        frozen_at=version.frozen_at,
        frozen_by=names.get(version.frozen_by, ""),
        adopted_at=version.adopted_at,
        adopted_by=names.get(version.adopted_by, ""),
        seal=version.seal,
        voices=voices_from_json(version.approvals)
        if version.adopted_at is not None
        else get_voices(session, version),
    )


def verify(version: SpecificationVersion) -> None:
    """Check the hash of the words and, once adopted, the seal."""
    good = version.said_hash == rules.said_hash(version.title, version.clauses)
    if good and version.adopted_at is not None:
        good = version.seal == rules.seal(
            version.said_hash, version.number, version.rule, version.adopted_at, version.approvals
        )
    if not good:
        log.error("version %s of a specification is not what was frozen", version.id)
        raise RuleBroken("error-specification-broken", number=version.number)


def find_voices(session: Session, version_id: UUID) -> dict[UUID, SpecificationVoice]:
    """What structures said of a version."""
    rows = session.scalars(select(SpecificationVoice).where(SpecificationVoice.version_id == version_id))
    return {row.structure_id: row for row in rows}


def get_voices(session: Session, version: SpecificationVersion) -> tuple[Voice, ...]:
    """Where each awaited structure stands, by name. A structure that left the group is not waited for any more."""
    needed = session.execute(
        select(Structure.id, Structure.name)
        .join(SpecificationNeed, SpecificationNeed.structure_id == Structure.id)
        .where(SpecificationNeed.version_id == version.id, Structure.left_at.is_(None))
    ).all()
    said = find_voices(session, version.id)
    names = _people(session, {voice.person_id for voice in said.values()})
    made = []
    for structure_id, name in sorted(needed, key=lambda one: folded(one.name)):
        voice = said.get(structure_id)
        made.append(
            Voice(
                structure_id=structure_id,
                name=name,
                stance=voice.stance if voice else None,
                person=names.get(voice.person_id, "") if voice else "",
                at=voice.at if voice else None,
                reason=voice.reason if voice else "",
            )
        )
    return tuple(made)


def _people(session: Session, ids: set[UUID | None]) -> dict[UUID | None, str]:
    rows = session.execute(select(Person.id, Person.name).where(Person.id.in_(ids - {None})))
    return {row.id: row.name for row in rows}


def list_awaiting(session: Session, actor: Actor) -> tuple[SpecificationLine, ...]:
    """The cahiers des charges whose latest version waits for the voice of the actor's structure."""
    if actor.structure_id is None:
        return ()
    found = []
    for row in list_specifications(session, actor.group_id):
        latest = next(iter(list_versions(session, row.id)), None)
        if latest is None or latest.adopted_at is not None:
            continue
        mine = [one for one in get_voices(session, latest) if one.structure_id == actor.structure_id]
        if mine and mine[0].stance is None:
            name = rules.version_name(row.title, latest.number)
            found.append(SpecificationLine(specification_id=row.id, title=name))
    return tuple(found)
