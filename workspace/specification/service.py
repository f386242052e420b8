"""Use cases of the cahier des charges. No use case changes a version but by a voice, before it is adopted."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from db.journal import record
from db.models import Specification, SpecificationVersion
from db.session import reading, unit_of_work
from workspace.accounts.rules import clean_line
from workspace.fiches.queries import get_zone, group_of
from workspace.history.words import Comparison
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotAllowed, NotFound, RuleBroken, StaleEdit
from workspace.kernel.messages import LANGUAGES
from workspace.kernel.rights import Target, require
from workspace.livetext import store as livetext_store
from workspace.livetext.content import read_content
from workspace.review.queries import able_structures
from workspace.specification import adopting, queries, rules, store
from workspace.specification.template import CLAUSES, template
from workspace.specification.words import (
    AdoptionRule,
    ExportFormat,
    LinkKind,
    SpecificationDesk,
    SpecificationFile,
    SpecificationView,
    Stance,
    VersionView,
)
from workspace.specification.words import SpecificationOperation as Op


def view_desk(actor: Actor) -> SpecificationDesk:
    """The cahiers des charges of the group, and what clauses may point at."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_desk(session, actor)


def view_specification(actor: Actor, specification_id: UUID) -> SpecificationView:
    """One cahier des charges. Raises NotFound, for another group's as for none."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_specification(session, actor, specification_id)


def view_version(actor: Actor, version_id: UUID) -> VersionView:
    """One version, verified. Raises NotFound."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        _, version = queries.find_version(session, actor, version_id)
        return queries.get_version(session, version)


def compare_versions(actor: Actor, before_id: UUID, after_id: UUID) -> Comparison:
    """What changed from one version to another, word by word. Raises NotFound."""
    require(rules.POLICIES[Op.VIEW], actor, Target(group_id=actor.group_id))
    with reading() as session:
        _, before = queries.find_version(session, actor, before_id)
        _, after = queries.find_version(session, actor, after_id)
        return rules.compare(
            queries.get_version(session, before).clauses, queries.get_version(session, after).clauses
        )


def create_specification(actor: Actor, title: str) -> UUID:
    """Begin a cahier des charges from the template, in the actor's language.

    Raises RuleBroken `error-specification-title` when the group has one of that title.
    """
    require(rules.POLICIES[Op.CREATE], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(title, maximum=rules.TITLE_LENGTH, field="title")
    language = actor.locale if actor.locale in LANGUAGES else "fr"
    with unit_of_work() as session:
        group_id = group_of(actor)
        if cleaned.casefold() in {line.title.casefold() for line in queries.get_desk(session, actor).lines}:
            raise RuleBroken("error-specification-title", title=cleaned)
        row = store.add_specification(
            session, group_id=group_id, title=cleaned, language=language, created_by=actor.person_id,
            content={one.name: one.starter for one in template(language)},
        )  # fmt: skip
        record(session, actor, Op.CREATE, kind="specification", object_id=row.id, label=row.title)
        return row.id


def link_clause(actor: Actor, specification_id: UUID, clause: str, kind: LinkKind, ids: Sequence[UUID]) -> None:
    """Say what justifies a clause. Raises NotFound when something is not the group's, or for an unknown clause."""
    with unit_of_work() as session:
        row = _own(session, actor, Op.LINK, specification_id)
        known = {one.object_id for one in queries.list_choices(session, row.group_id)[kind]}
        if clause not in CLAUSES or not set(ids) <= known:
            raise NotFound
        if len(set(ids)) > rules.LINKS_MAXIMUM:
            raise RuleBroken("error-specification-links", maximum=rules.LINKS_MAXIMUM)
        store.replace_links(session, row.id, clause, kind, ids)
        record(
            session, actor, Op.LINK, kind="specification", object_id=row.id, label=row.title,
            clause=clause, links=len(set(ids)),
        )  # fmt: skip


def freeze_specification(actor: Actor, specification_id: UUID, rule: AdoptionRule = AdoptionRule.ALL) -> UUID:
    """Keep the words of now as the next version and put it before every structure that can answer.

    The words are read from the log under the text's row lock: exactly what is acknowledged. Raises RuleBroken
    `error-specification-missing` when required clauses are not written, `error-specification-same` when nothing
    changed since the last version, `error-review-nobody` when nobody could answer.
    """
    with unit_of_work() as session:
        row = _own(session, actor, Op.FREEZE, specification_id)
        livetext_store.lock_row(session, row.text_id)
        seq, content = read_content(session, row.text_id)
        links = queries.list_links(session, row)
        missing = queries.missing_clauses(queries.clause_views(row, content, links))
        if missing:
            raise RuleBroken("error-specification-missing", count=len(missing), names=", ".join(missing))
        needs = able_structures(session, row.group_id)
        if not needs:
            raise RuleBroken("error-review-nobody")
        before = next(iter(queries.list_versions(session, row.id)), None)
        clauses = queries.frozen_clauses(row, content, links)
        made = store.freeze(
            session, row, number=before.number + 1 if before else 1, clauses=clauses, rule=rule, needs=needs,
            frozen_by=actor.person_id,
        )  # fmt: skip
        if before is not None and before.said_hash == made.said_hash:
            raise RuleBroken("error-specification-same", number=before.number)
        livetext_store.write_projection(session, row.text_id, seq, content)
        record(
            session, actor, Op.FREEZE, kind="specification", object_id=row.id, label=row.title,
            number=made.number, said_hash=made.said_hash, rule=rule.value,
        )  # fmt: skip
        return made.id


def approve_version(actor: Actor, version_id: UUID, seen_hash: str) -> None:
    """The actor's structure approves a version, whose words it saw.

    Raises RuleBroken `error-specification-adopted`, `error-specification-replaced` when a later version exists,
    StaleEdit when it saw other words, NotAllowed when its structure is not awaited.
    """
    with unit_of_work() as session:
        row, version = _open_version(session, actor, Op.APPROVE, version_id)
        if version.said_hash != seen_hash:
            raise StaleEdit("error-specification-replaced")
        _speak(session, actor, version, Stance.APPROVED, "")
        record(
            session, actor, Op.APPROVE, kind="specification", object_id=row.id, label=row.title,
            number=version.number, said_hash=version.said_hash,
        )  # fmt: skip


def object_version(actor: Actor, version_id: UUID, reason: str) -> None:
    """The actor's structure objects to a version and says why; raises as `approve_version`."""
    cleaned = clean_line(reason, maximum=rules.REASON_LENGTH, field="reason")
    with unit_of_work() as session:
        row, version = _open_version(session, actor, Op.OBJECT, version_id)
        _speak(session, actor, version, Stance.OBJECTION, cleaned)
        record(
            session, actor, Op.OBJECT, kind="specification", object_id=row.id, label=row.title,
            number=version.number, reason=cleaned,
        )  # fmt: skip


def adopt_version(actor: Actor, version_id: UUID) -> None:
    """Settle a version for good. Raises RuleBroken `error-specification-not-agreed` before its rule is met."""
    with unit_of_work() as session:
        row, version = _open_version(session, actor, Op.ADOPT, version_id)
        adopting.adopt(session, version, adopted_by=actor.person_id)
        record(
            session, actor, Op.ADOPT, kind="specification", object_id=row.id, label=row.title,
            number=version.number, seal=version.seal,
        )  # fmt: skip


def export_version(actor: Actor, version_id: UUID, target: ExportFormat) -> SpecificationFile:
    """A version as a file for the suppliers, with its approvals. Raises NotFound."""
    from workspace.specification.writers import write  # the typesetter is loaded by whom it serves only

    require(rules.POLICIES[Op.EXPORT], actor, Target(group_id=actor.group_id))
    with reading() as session:
        row, version = queries.find_version(session, actor, version_id)
        zone = get_zone(session, row.group_id)
        view = queries.get_version(session, version)
    return write(view, target, zone)


def _own(session: Session, actor: Actor, op: Op, specification_id: UUID) -> Specification:
    """The cahier des charges, kept for this transaction, once the right is checked."""
    require(rules.POLICIES[op], actor, Target(group_id=actor.group_id))
    return queries.find_specification(session, actor, specification_id, lock=True)


def _open_version(
    session: Session, actor: Actor, op: Op, version_id: UUID
) -> tuple[Specification, SpecificationVersion]:
    """The latest version, kept for this transaction with its cahier des charges, when it is not adopted."""
    row, version = queries.find_version(session, actor, version_id, lock=True)
    voices = queries.get_voices(session, version)
    needs = frozenset(voice.structure_id for voice in voices)
    require(rules.POLICIES[op], actor, Target(group_id=row.group_id, structure_ids=needs))
    queries.check_open(session, row, version)
    return row, version


def _speak(session: Session, actor: Actor, version: SpecificationVersion, stance: Stance, reason: str) -> None:
    if actor.structure_id is None:
        raise NotAllowed
    store.write_voice(
        session,
        version,
        queries.find_voices(session, version.id).get(actor.structure_id),
        structure_id=actor.structure_id,
        person_id=actor.person_id,
        stance=stance,
        reason=reason,
    )
