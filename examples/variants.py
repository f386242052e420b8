"""The proposed trames of an example group: read strictly, every question of the trame accounted for."""

from pathlib import Path

from examples.reading import Table, known, open_table, unique
from examples.words import ExampleGroup, Variant, VariantLine, Words


def read_variants(folder: Path) -> tuple[Variant, ...]:
    """The proposed trames of a folder; none when it has no `variants.toml`."""
    path = folder / "variants.toml"
    if not path.exists():
        return ()
    source = open_table(path)
    variants = tuple(_variant(entry) for entry in source.tables("variant"))
    source.close()
    unique((variant.key for variant in variants), "variants.toml")
    return variants


def _variant(entry: Table) -> Variant:
    variant = Variant(
        key=entry.text("key"),
        name=entry.text("name"),
        reason=entry.text("reason"),
        author=entry.text("author"),
        invented=entry.flag("invented"),
        lines=tuple(_line(line) for line in entry.tables("line")),
        aside=entry.texts("aside"),
    )
    entry.close()
    return variant


def _line(entry: Table) -> VariantLine:
    inner = entry.table("text")
    texts = None
    if inner is not None:
        texts = Words(inner.text("fr"), inner.text("en"))
        inner.close()
    sources = entry.texts("sources")
    if texts is None and len(sources) != 1:
        raise entry.fail("a line without words of its own has exactly one source")
    entry.close()
    return VariantLine(texts, sources)


def check_variants(group: ExampleGroup) -> None:
    """Refuse a variant that points at nothing, or that forgets or doubles a question. Raises ValueError."""
    questions = [question.key for question in group.trame]
    people = [person.key for person in group.people]
    for variant in group.variants:
        where = f"variants.toml: {variant.key}"
        known([variant.author], people, f"{where}: author")
        named = [key for line in variant.lines for key in line.sources] + list(variant.aside)
        known(named, questions, f"{where}: sources")
        unique(named, f"{where}: sources")
        forgotten = sorted(set(questions) - set(named))
        if forgotten:
            raise ValueError(f"{where}: forgets {', '.join(forgotten)}")
