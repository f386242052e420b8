"""Use cases of the trame at work: edit it, propose another, compare, adopt, choose what the presentation follows."""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from db.journal import record
from db.models import TrameVariant
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.fiches import queries as fiches
from workspace.fiches import rules as fiches_rules
from workspace.fiches import trame
from workspace.fiches.words import FichesOperation
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken, StaleEdit
from workspace.kernel.rights import Target, require
from workspace.outline import comparing, queries, rules, store
from workspace.outline.words import (
    Comparison,
    Edit,
    Organisation,
    OrganisationView,
    Outline,
    OutlineView,
    VariantDraft,
    VariantsView,
)
from workspace.outline.words import OutlineOperation as Op

VIEW_TRAME = fiches_rules.POLICIES[FichesOperation.VIEW_TRAME]
CHANGE_TRAME = fiches_rules.POLICIES[FichesOperation.CHANGE_TRAME]
VIEW_BOARD = fiches_rules.POLICIES[FichesOperation.VIEW_BOARD]


def view_outline(actor: Actor, variant_id: UUID | None = None) -> OutlineView:
    """The trame in use, or a proposed one, to work on. Raises NotFound."""
    require(VIEW_TRAME, actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_outline(session, actor, variant_id)


def view_variants(actor: Actor) -> VariantsView:
    """Every proposed trame, the latest first."""
    require(VIEW_TRAME, actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.list_variants(session, actor)


def compare(actor: Actor, left: UUID | None, right: UUID | None) -> Comparison:
    """Two trames side by side; None = the trame in use, whose name is left empty. Raises NotFound."""
    require(VIEW_TRAME, actor, Target(group_id=actor.group_id))
    with reading() as session:
        left_name, left_outline = _named(session, actor, left)
        right_name, right_outline = _named(session, actor, right)
    return Comparison(
        left_name=left_name,
        right_name=right_name,
        left_kept=len(rules.kept(left_outline)),
        right_kept=len(rules.kept(right_outline)),
        rows=comparing.compare(left_outline, right_outline),
    )


def _named(session: Session, actor: Actor, variant_id: UUID | None) -> tuple[str, Outline]:
    if variant_id is None:
        return "", _in_use(session, actor)
    variant = queries.find_variant(session, actor, variant_id)
    return variant.name, queries.variant_outlines(session, [variant_id])[variant_id]


def _in_use(session: Session, actor: Actor) -> Outline:
    rows = queries.list_rows(session, fiches.group_of(actor))
    return queries.outline_in_use(rows, trame.get_lineage(session, actor))


def change_in_use(actor: Actor, edit: Edit) -> None:
    """One edit of the trame in use. Raises the errors of `rules.edited`; the journal says which edit it was."""
    require(CHANGE_TRAME, actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        group_id = fiches.group_of(actor)
        hold_group(session, group_id)
        before = _in_use(session, actor)
        own = queries.originals(queries.list_rows(session, group_id))
        after = rules.edited(before, edit, own, uuid4)
        store.write_in_use(session, group_id, after, removes=True)
        count = len(rules.kept(after))
        act = type(edit).__name__.lower()
        record(session, actor, FichesOperation.CHANGE_TRAME, kind="trame", act=act, count=count)


def propose_variant(actor: Actor, draft: VariantDraft, copy_of: UUID | None = None) -> UUID:
    """Propose another trame, as a copy of the one in use or of another proposal. Gives its id.

    Raises NotFound for a copy of another group's, RuleBroken `error-variants-full`.
    """
    require(rules.POLICIES[Op.PROPOSE_TRAME], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_variant(draft)
    with unit_of_work() as session:
        group_id = fiches.group_of(actor)
        hold_group(session, group_id)
        if len(queries.list_variants(session, actor).variants) >= rules.VARIANTS_MAXIMUM:
            raise RuleBroken("error-variants-full", maximum=rules.VARIANTS_MAXIMUM)
        _, outline = _named(session, actor, copy_of)
        variant = store.add_variant(
            session,
            group_id=group_id,
            draft=cleaned,
            outline=outline,
            created_by=actor.person_id,
            structure_id=actor.structure_id,
            started_with=len(rules.kept(_in_use(session, actor))),
        )
        record(session, actor, Op.PROPOSE_TRAME, kind="variant", object_id=variant.id, label=variant.name)
        return variant.id


def _own_variant(session: Session, actor: Actor, op: Op, variant_id: UUID) -> TrameVariant:
    variant = queries.find_variant(session, actor, variant_id, lock=True)
    require(rules.POLICIES[op], actor, queries.variant_target(variant))
    return variant


def rename_variant(actor: Actor, variant_id: UUID, draft: VariantDraft, version: int) -> None:
    """Change a proposal's name and reason. Raises StaleEdit when `version` is not the current one."""
    cleaned = rules.clean_variant(draft)
    with unit_of_work() as session:
        variant = _own_variant(session, actor, Op.CHANGE_VARIANT, variant_id)
        if variant.version != version:
            raise StaleEdit
        variant.name, variant.reason, variant.version = cleaned.name, cleaned.reason, version + 1
        record(session, actor, Op.CHANGE_VARIANT, kind="variant", object_id=variant.id, label=variant.name)


def change_variant(actor: Actor, variant_id: UUID, edit: Edit) -> None:
    """One edit of a proposed trame. Raises the errors of `rules.edited`, and `error-variant-adopted`."""
    with unit_of_work() as session:
        variant = _own_variant(session, actor, Op.CHANGE_VARIANT, variant_id)
        if variant.adopted_at is not None:
            raise RuleBroken("error-variant-adopted")
        before = queries.variant_outlines(session, [variant_id])[variant_id]
        own = queries.originals(queries.list_rows(session, variant.group_id))
        after = rules.edited(before, edit, own, uuid4)
        rules.check_variant(before, after)
        store.write_variant(session, variant, after)
        act = type(edit).__name__.lower()
        record(session, actor, Op.CHANGE_VARIANT, kind="variant", object_id=variant.id, label=variant.name, act=act)


def withdraw_variant(actor: Actor, variant_id: UUID) -> None:
    """Take a proposal back; the trame in use is not touched."""
    with unit_of_work() as session:
        variant = _own_variant(session, actor, Op.WITHDRAW_VARIANT, variant_id)
        session.delete(variant)
        record(session, actor, Op.WITHDRAW_VARIANT, kind="variant", object_id=variant.id, label=variant.name)


def adopt_variant(actor: Actor, variant_id: UUID, keep_as: str) -> None:
    """Make a proposal the trame in use; the trame of before is kept as a proposal named `keep_as`.

    Fiches and answers follow their questions. Questions that came since the proposal stay, after the others.
    """
    kept_as = rules.clean_variant(VariantDraft(name=keep_as))
    with unit_of_work() as session:
        variant = _own_variant(session, actor, Op.ADOPT_VARIANT, variant_id)
        group_id = variant.group_id
        hold_group(session, group_id)
        before = _in_use(session, actor)
        store.add_variant(
            session,
            group_id=group_id,
            draft=kept_as,
            outline=before,
            created_by=actor.person_id,
            structure_id=actor.structure_id,
            started_with=len(rules.kept(before)),
        )
        outline = queries.variant_outlines(session, [variant_id])[variant_id]
        became = store.write_in_use(session, group_id, outline, removes=False)
        store.note_adopted(session, variant, became)
        count = len(rules.kept(_in_use(session, actor)))
        record(
            session, actor, Op.ADOPT_VARIANT, kind="variant", object_id=variant.id, label=variant.name,
            before=len(rules.kept(before)), count=count,
        )  # fmt: skip


def view_organisation(actor: Actor) -> OrganisationView:
    """The presentation by étape and by structure, and which one the group chose."""
    require(VIEW_BOARD, actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.view_organisation(session, actor)


def set_organisation(actor: Actor, organisation: Organisation) -> None:
    """Choose what the presentation follows."""
    require(rules.POLICIES[Op.SET_ORGANISATION], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        group_id = fiches.group_of(actor)
        store.write_organisation(session, group_id, organisation)
        record(session, actor, Op.SET_ORGANISATION, kind="group", object_id=group_id, organisation=organisation.value)
