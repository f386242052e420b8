"""Read an example group from its TOML files, and check it whole: no database, only the standard library.

`read_example()` gives the group of Bouches-du-Rhone. A fault raises ValueError with the file name.
"""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from examples.blocks import links, parse_blocks
from examples.reading import Table, known, open_table, unique
from examples.variants import check_variants, read_variants
from examples.words import (
    LANGUAGES,
    Etape,
    ExampleGroup,
    Fiche,
    FicheKind,
    FicheStatus,
    Figure,
    Fonction,
    Offer,
    Person,
    Presence,
    Question,
    Role,
    Structure,
    Subsidiary,
    Words,
)

EXAMPLE = Path(__file__).parent / "bouches_du_rhone"


def read_example(language: str = "fr") -> ExampleGroup:
    """The example group, with its names and questions in `language`; the fiches are in French."""
    return read_folder(EXAMPLE, language)


def read_folder(folder: Path, language: str = "fr") -> ExampleGroup:
    """The group kept in a folder of the same layout as the example."""
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is not one of {LANGUAGES}")
    source = open_table(folder / "group.toml")
    names, purposes = _words(source, "name"), _words(source, "purpose")
    group = ExampleGroup(
        key=source.text("key"),
        language=language,
        languages=source.texts("languages"),
        name=names.within(language),
        names=names,
        purpose=purposes.within(language),
        purposes=purposes,
        territory=source.text("territory"),
        host=source.text("host"),
        etapes=_etapes(source, language),
        fonctions=_fonctions(source, language),
        structures=tuple(_structure(entry) for entry in _entries(folder, "structures.toml", "structure")),
        people=tuple(_person(entry) for entry in _entries(folder, "people.toml", "person")),
        trame=_trame(_entries(folder, "trame.toml", "question"), language),
        variants=read_variants(folder),
        fiches=_fiches(folder / "fiches"),
    )
    source.close()
    _check(group)
    return group


def _entries(folder: Path, file: str, name: str) -> tuple[Table, ...]:
    source = open_table(folder / file)
    entries = source.tables(name)
    source.close()
    if not entries:
        raise source.fail(f"no {name!r}")
    return entries


def _words(source: Table, key: str) -> Words:
    inner = source.table(key)
    if inner is None:
        raise source.fail(f"{key!r} is missing")
    words = Words(inner.text("fr"), inner.text("en"))
    inner.close()
    return words


def _etapes(source: Table, language: str) -> tuple[Etape, ...]:
    etapes: list[Etape] = []
    for order, entry in enumerate(source.tables("etape"), start=1):
        names, lines = _words(entry, "name"), _words(entry, "line")
        code = entry.text("code")
        etapes.append(Etape(code, order, names.within(language), lines.within(language), names, lines))
        entry.close()
    return tuple(etapes)


def _fonctions(source: Table, language: str) -> tuple[Fonction, ...]:
    fonctions: list[Fonction] = []
    for order, entry in enumerate(source.tables("fonction"), start=1):
        names = _words(entry, "name")
        fonctions.append(Fonction(entry.text("code"), order, names.within(language), names))
        entry.close()
    return tuple(fonctions)


def _structure(entry: Table) -> Structure:
    structure = Structure(
        key=entry.text("key"),
        name=entry.text("name"),
        presence=entry.choice("presence", Presence),
        summary=entry.text("summary"),
        legal_form=entry.text("legal_form", ""),
        founded=entry.integer_or_none("founded"),
        web=entry.text("web", ""),
        sites=entry.texts("sites"),
        networks=entry.texts("networks"),
        subsidiaries=tuple(_subsidiary(inner) for inner in entry.tables("subsidiary")),
        figures=tuple(_figure(inner) for inner in entry.tables("figure")),
        offer=_offer(entry.table("offer")),
    )
    entry.close()
    return structure


def _subsidiary(entry: Table) -> Subsidiary:
    name, activity = entry.text("name"), entry.text("activity")
    subsidiary = Subsidiary(name, activity, entry.text("since", ""), entry.text("place", ""))
    entry.close()
    return subsidiary


def _figure(entry: Table) -> Figure:
    figure = Figure(entry.text("value"), entry.text("label"))
    entry.close()
    return figure


def _offer(entry: Table | None) -> Offer:
    if entry is None:
        return Offer()
    offer = Offer(entry.texts("etapes"), entry.texts("fonctions"), entry.flag("invented"), entry.text("note"))
    entry.close()
    return offer


def _person(entry: Table) -> Person:
    key, name, structure = entry.text("key"), entry.text("name"), entry.text("structure")
    person = Person(key, name, structure, entry.choice("role", Role), entry.flag("invented", default=False))
    entry.close()
    return person


def _trame(entries: tuple[Table, ...], language: str) -> tuple[Question, ...]:
    questions: list[Question] = []
    for order, entry in enumerate(entries, start=1):
        texts = _words(entry, "text")
        key, etape, fiches = entry.text("key"), entry.text("etape", ""), entry.texts("fiches")
        questions.append(Question(key, order, texts.within(language), texts, etape or None, fiches))
        entry.close()
    return tuple(questions)


def _fiches(folder: Path) -> tuple[Fiche, ...]:
    fiches = [_fiche(open_table(path), path.stem) for path in sorted(folder.glob("*.toml"))]
    if not fiches:
        raise ValueError(f"{folder.name}: no file")
    fiches.sort(key=lambda fiche: fiche.order)
    for before, after in pairwise(fiches):
        if before.order == after.order:
            raise ValueError(f"{after.key}.toml: duplicate order {after.order}, as in {before.key}.toml")
    return tuple(fiches)


def _fiche(source: Table, stem: str) -> Fiche:
    fiche = Fiche(
        key=source.text("key"),
        title=source.text("title"),
        accroche=source.text("accroche"),
        kind=source.choice("kind", FicheKind),
        status=source.choice("status", FicheStatus),
        order=source.integer("order"),
        etapes=source.texts("etapes"),
        structures=source.texts("structures"),
        authors=source.texts("authors"),
        level1=parse_blocks(source.tables("level1")),
        level2=parse_blocks(source.tables("level2")),
    )
    source.close()
    if fiche.key != stem:
        raise source.fail(f"key {fiche.key!r} is not the name of the file")
    return fiche


def _check(group: ExampleGroup) -> None:
    etapes = [etape.code for etape in group.etapes]
    fonctions = [fonction.code for fonction in group.fonctions]
    structures = [structure.key for structure in group.structures]
    people = [person.key for person in group.people]
    unique(etapes, "group.toml: etape")
    unique(fonctions, "group.toml: fonction")
    unique(structures, "structures.toml")
    unique(people, "people.toml")
    unique((question.key for question in group.trame), "trame.toml")
    known(group.languages, LANGUAGES, "group.toml: languages")
    known([group.host], structures, "group.toml: host")
    for structure in group.structures:
        known(structure.offer.etapes, etapes, f"structures.toml: {structure.key}: etapes")
        known(structure.offer.fonctions, fonctions, f"structures.toml: {structure.key}: fonctions")
    members = [structure.key for structure in group.structures if structure.presence is Presence.MEMBER]
    for person in group.people:
        known([person.structure], members, f"people.toml: {person.key}: structure")
    fiches = [fiche.key for fiche in group.fiches]
    for question in group.trame:
        where = f"trame.toml: {question.key}"
        known([question.etape] if question.etape else [], etapes, f"{where}: etape")
        known(question.fiches, fiches, f"{where}: fiches")
    targets = {f"fiche:{key}" for key in fiches} | {f"structure:{key}" for key in structures}
    check_variants(group)
    for fiche in group.fiches:
        _check_fiche(fiche, etapes, structures, people, targets)


def _check_fiche(
    fiche: Fiche,
    etapes: Iterable[str],
    structures: Iterable[str],
    people: Iterable[str],
    targets: Iterable[str],
) -> None:
    where = f"{fiche.key}.toml"
    known(fiche.etapes, etapes, f"{where}: etapes")
    known(fiche.structures, structures, f"{where}: structures")
    known(fiche.authors, people, f"{where}: authors")
    inside = (href for href in links(fiche.level1 + fiche.level2) if not href.startswith("https://"))
    known(inside, targets, f"{where}: link")
    if not fiche.level1 or not fiche.level2:
        raise ValueError(f"{where}: both levels must have blocks")
    if fiche.kind is FicheKind.ETAPE and len(fiche.etapes) != 1:
        raise ValueError(f"{where}: a fiche of kind 'etape' has exactly one etape")
    if fiche.kind is FicheKind.STRUCTURE and len(fiche.structures) != 1:
        raise ValueError(f"{where}: a fiche of kind 'structure' has exactly one structure")
