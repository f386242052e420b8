"""How the sheets follow one another, by étape or by structure. Pure.

The meeting of 2007-11-22 asked it: fiches by étape, on which the structures then appear, or fiches by structure?
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

from workspace.fiches.words import Choice, FicheKind
from workspace.outline.words import Arrangement, Organisation, Section, Sheet


def by_etape(
    sheets: Sequence[Sheet],
    etapes: Sequence[Choice],
    structures: Sequence[Choice],
    present: Mapping[UUID, Iterable[UUID]],
) -> Arrangement:
    """What concerns every étape, then each étape with its sheets, then the structures' own sheets.

    `present`: the structures that cover each étape; they appear there beside those of its sheets.
    """
    own = [sheet for sheet in sheets if sheet.kind == FicheKind.STRUCTURE]
    others = [sheet for sheet in sheets if sheet.kind != FicheKind.STRUCTURE]
    placed = _placed(others, etapes, lambda sheet: sheet.etape_ids, lead=FicheKind.ETAPE)
    sections = [Section(key=None, name="", sheets=placed[None])]
    for etape in etapes:
        here = {*present.get(etape.choice_id, ())}
        here |= {one for sheet in placed[etape.choice_id] for one in sheet.structure_ids}
        here |= {one for sheet in own if etape.choice_id in sheet.etape_ids for one in sheet.structure_ids}
        sections.append(_section(etape, placed[etape.choice_id], structures, here))
    sections.append(Section(key=None, name="", is_last=True, sheets=tuple(own)))
    return Arrangement(organisation=Organisation.ETAPE, sections=_filled(sections))


def by_structure(
    sheets: Sequence[Sheet],
    etapes: Sequence[Choice],
    structures: Sequence[Choice],
    covers: Mapping[UUID, Iterable[UUID]],
) -> Arrangement:
    """The path and what is common, then each structure with its sheets and the étapes where it is found.

    `covers`: the étapes that each structure covers.
    """
    common = [sheet for sheet in sheets if sheet.kind == FicheKind.ETAPE]
    others = [sheet for sheet in sheets if sheet.kind != FicheKind.ETAPE]
    placed = _placed(others, structures, lambda sheet: sheet.structure_ids, lead=FicheKind.STRUCTURE)
    sections = [Section(key=None, name="", sheets=(*common, *placed[None]))]
    for structure in structures:
        here = {*covers.get(structure.choice_id, ())}
        here |= {one for sheet in sheets if structure.choice_id in sheet.structure_ids for one in sheet.etape_ids}
        sections.append(_section(structure, placed[structure.choice_id], etapes, here))
    return Arrangement(organisation=Organisation.STRUCTURE, sections=_filled(sections))


def _placed(
    sheets: Iterable[Sheet], choices: Sequence[Choice], links: Callable[[Sheet], tuple[UUID, ...]], *, lead: FicheKind
) -> dict[UUID | None, tuple[Sheet, ...]]:
    """Each sheet under the first of the choices it is linked to, the leading kind first; under None without one."""
    found: dict[UUID | None, list[Sheet]] = {None: [], **{choice.choice_id: [] for choice in choices}}
    for sheet in sheets:
        linked = set(links(sheet))
        found[next((one.choice_id for one in choices if one.choice_id in linked), None)].append(sheet)
    return {key: tuple(sorted(some, key=lambda sheet: sheet.kind != lead)) for key, some in found.items()}


def _section(choice: Choice, sheets: tuple[Sheet, ...], names: Sequence[Choice], here: set[UUID]) -> Section:
    return Section(
        key=choice.choice_id,
        name=choice.name,
        sheets=sheets,
        appear=tuple(one.name for one in names if one.choice_id in here),
    )


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Étapes and structures stay even without a sheet (that is worth seeing); an empty common part does not."""
    return tuple(section for section in sections if section.key is not None or section.sheets)
