"""Use cases of lightness: the group's targets, one measure, one preview."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from uuid import UUID

from db.journal import record
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.fiches import queries as fiches
from workspace.fiches.pictures import picture_path
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound, StaleEdit
from workspace.kernel.rights import Target, allowed, require
from workspace.lightness import queries, rules, store
from workspace.lightness.queries import FicheWords
from workspace.lightness.words import FicheMeasure, FichePreview, Targets, TargetsView
from workspace.lightness.words import LightnessOperation as Op
from workspace.livetext import hub
from workspace.publishing import phone, typesetter
from workspace.publishing.words import SheetText, TypesetterBusy

PICTURE_WIDTH = 1280


def view_targets(actor: Actor) -> TargetsView:
    """The targets that the actor's group follows, its own or the defaults."""
    require(rules.POLICIES[Op.VIEW_TARGETS], actor, Target(group_id=actor.group_id))
    with reading() as session:
        targets, version = queries.get_targets(session, actor.group_id)
    may_change = allowed(rules.POLICIES[Op.CHANGE_TARGETS], actor, Target(group_id=actor.group_id))
    return TargetsView(targets=targets, version=version, may_change=may_change)


def change_targets(actor: Actor, targets: Targets, version: int) -> None:
    """Follow other targets from now on. Raises StaleEdit when `version` is not the current one, and RuleBroken."""
    require(rules.POLICIES[Op.CHANGE_TARGETS], actor, Target(group_id=actor.group_id))
    cleaned = rules.clean_targets(targets)
    with unit_of_work() as session:
        group_id = fiches.group_of(actor)
        hold_group(session, group_id)
        if queries.get_targets(session, group_id)[1] != version:
            raise StaleEdit
        store.write_targets(session, group_id, cleaned)
        record(
            session,
            actor,
            Op.CHANGE_TARGETS,
            kind="targets",
            object_id=group_id,
            recto=cleaned.recto.target,
            verso=cleaned.verso.target,
        )


def measure_fiche(actor: Actor, fiche_id: UUID) -> FicheMeasure:
    """How light a fiche is now, as it stands in the open text or, when nobody has it open here, as last kept.

    Words that are typed and not yet committed count too: a measure promises nothing about them.
    """
    said = _read(actor, Op.MEASURE_FICHE, fiche_id)
    sheet, files = _sheet(actor, said)
    try:
        fits = typesetter.fits(sheet, files)
    except TypesetterBusy:
        fits = None
    return FicheMeasure(
        fiche_id=fiche_id,
        zones=rules.measure(said.title, said.accroche, said.content, said.targets),
        targets=said.targets,
        fits=fits,
        is_live=said.is_live,
        stamp=rules.stamp(sheet, said.targets),
    )


def preview_fiche(actor: Actor, fiche_id: UUID, *, more: str) -> FichePreview:
    """A fiche as it will look on paper and on a phone, where `more` opens the second level.

    The sides are missing when the typesetter cannot answer.
    """
    said = _read(actor, Op.PREVIEW_FICHE, fiche_id)
    sheet, files = _sheet(actor, said)
    try:
        fits, sides = typesetter.draw(sheet, files)
    except TypesetterBusy:
        fits, sides = None, ()
    page = phone.phone_page(sheet, more=more)
    return FichePreview(sides=sides, fits=fits, phone=page, stamp=rules.stamp(sheet, said.targets))


def _read(actor: Actor, operation: Op, fiche_id: UUID) -> FicheWords:
    with reading() as session:
        fiche = fiches.find_fiche(session, actor, fiche_id)
        require(rules.POLICIES[operation], actor, Target(group_id=fiche.group_id))
        return queries.get_words(session, actor, fiche, hub.content(fiche.text_id))


def _sheet(actor: Actor, said: FicheWords) -> tuple[SheetText, list[Path]]:
    """The sheet, and the files of its pictures; a picture whose file is gone is left out, its words show instead."""
    files: dict[UUID, Path] = {}
    for picture in said.pictures:
        with suppress(NotFound):
            files[picture.picture_id] = picture_path(picture, PICTURE_WIDTH)
    sheet = SheetText(
        title=said.title,
        accroche=said.accroche,
        recto=said.content.get("level1", ()),
        verso=said.content.get("level2", ()),
        marks=said.marks,
        paper=said.targets.paper,
        language=actor.locale,
        pictures=tuple((picture_id, path.name) for picture_id, path in files.items()),
    )
    return sheet, list(files.values())
