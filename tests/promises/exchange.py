"""Promises of finding and of importing."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.promises.seed import enter, seed
from tests.promises.stage import Result, median, rounds, workshop

FICHES, WORDS, TIMES = 300, 500, 10
ROUNDS = 15
VOCABULARY = 4000
BARE = (  # fmt: skip
    "SELECT title, snippet(bare, 1, '[', ']', '…', 26) FROM bare"
    " WHERE bare MATCH ? AND grp = ? ORDER BY rank LIMIT 20"
)


def _vocabulary(chance: random.Random) -> list[str]:
    """Invented words with accents, in the proportions of a language: the n-th is n times rarer than the first."""
    sounds = "a e é è i o u ou an on ê ai eau".split()  # noqa: SIM905
    heads = "b c d f g l m n p r s t v ch pr tr cr bl".split()  # noqa: SIM905
    made: dict[str, None] = {}
    while len(made) < VOCABULARY:
        made["".join(chance.choice(heads) + chance.choice(sounds) for _ in range(chance.randint(2, 4)))] = None
    return list(made)


def _texts(count: int) -> tuple[list[str], list[str]]:
    """(texts of five hundred words, questions from common to rare)."""
    chance = random.Random(2007)  # noqa: S311 a corpus, not a secret
    words = _vocabulary(chance)
    weights = [1 / (place + 1) for place in range(len(words))]
    texts = [" ".join(chance.choices(words, weights, k=WORDS)) for _ in range(count)]
    asked = [words[place] for place in (3, 30, 120, 400, 900, 1800)]
    asked += [f"{words[5]} {words[40]}", f"{words[60]} {words[300]}", words[700][:4], f"{words[15]} {words[250][:3]}"]
    return texts, asked


def _fill(folder: Path, texts: list[str]) -> Any:
    """A store with one fiche a text, written by the application's own stores; gives an actor."""
    from db.models import Group
    from db.session import reading, unit_of_work
    from workspace.accounts.queries import find_actor
    from workspace.fiches import store as fiches
    from workspace.fiches.words import FicheDraft
    from workspace.livetext import store as livetext
    from workspace.livetext.words import Block, Run

    seeded = seed(folder, people=1, structures=1, fiches=1)
    with reading() as session:
        actor = find_actor(session, seeded.session_ids[0])
        group_id = session.query(Group.id).scalar()
    assert actor is not None
    for start in range(0, len(texts), 100):
        with unit_of_work() as session:
            for text in texts[start : start + 100]:
                draft = FicheDraft(title=" ".join(text.split()[:5]))
                row = fiches.add_fiche(session, group_id=group_id, draft=draft, created_by=actor.person_id)
                session.flush()
                blocks = [Block("paragraph", runs=(Run(text),))]
                livetext.seed_text(session, row.text_id, actor.person_id, {"level1": blocks, "level2": []})
    return actor


def _bare(texts: list[str]) -> Callable[[str], None]:
    """The question without us: the same texts in a plain FTS5 table of its own, asked through the driver."""
    from db.session import _sqlite_module

    driver: Any = _sqlite_module().connect(":memory:")
    cursor = driver.cursor()
    cursor.execute(
        "CREATE VIRTUAL TABLE bare USING fts5(title, body, grp UNINDEXED, tokenize='unicode61 remove_diacritics 2')"
    )
    rows = [(" ".join(text.split()[:5]), text, "one") for text in texts]
    cursor.executemany("INSERT INTO bare VALUES (?, ?, ?)", rows)
    driver.commit()

    def ask(query: str) -> None:
        terms = query.split()
        said = " AND ".join(f'"{term}"' for term in terms) + " *"
        cursor.execute(BARE, (said, "one")).fetchall()

    return ask


def _cost(ask: Callable[[str], object], queries: list[str]) -> float:
    start = time.process_time()
    for query in queries:
        ask(query)
    return (time.process_time() - start) / len(queries) * 1000


def find() -> list[Result]:
    """CPU of one search: against the bare query on the same texts, then with ten times the fiches."""
    from db.session import forget_engine
    from workspace.find import service

    texts, queries = _texts(FICHES * TIMES)
    with workshop() as small, workshop() as large:
        people, bares = {}, {}
        for folder, count in ((small, FICHES), (large, FICHES * TIMES)):
            people[folder] = _fill(folder, texts[:count])
            bares[folder] = _bare(texts[:count])
            assert all(service.find(people[folder], query).hits for query in queries)

        def ours(folder: Path) -> float:
            enter(folder)
            service.find(people[folder], queries[0])  # opens the store
            return _cost(lambda query: service.find(people[folder], query), queries)

        costs = rounds(ROUNDS, lambda: ours(small), lambda: ours(large), lambda: _cost(bares[small], queries))
        mine, grown, theirs = map(median, costs)
        forget_engine()
    note = f"{mine:.2f} ms CPU a search, bare FTS5 query with its excerpt {theirs:.2f} ms"
    return [
        Result(name="find", value=mine / theirs, bound=2, unit="x", note=note),
        Result(
            name="find-growth",
            value=grown / mine,
            bound=1.5,
            unit="x",
            note=f"{grown:.2f} ms with {FICHES * TIMES} fiches",
        ),
    ]


def imports() -> list[Result]:
    """Words of the made documents that come in, and the share of all others that the report names."""
    from tests.samples import odt_sample, samples
    from workspace.exchange import grammar
    from workspace.exchange.reading import read
    from workspace.exchange.words import Upload

    kept = whole = named = beside = 0
    worst, name = 100.0, ""
    for sample in [*samples(), odt_sample()]:
        reading = read(Upload(name="x.odt" if sample.name == "odt" else "x.docx", data=sample.data))
        wanted, rest = Counter(sample.kept.split()), Counter(sample.reported.split())
        missing = sum((wanted - Counter(grammar.words_of(reading.blocks))).values())
        told = Counter(word for note in reading.notes for word in note.text.split())
        kept, whole = kept + sum(wanted.values()) - missing, whole + sum(wanted.values())
        named, beside = named + sum((rest & told).values()), beside + sum(rest.values())
        share = 100 * (1 - missing / sum(wanted.values()))
        if share < worst:
            worst, name = share, sample.name
    note = f"{kept} of {whole} words; worst document {worst:.1f} % {name}".rstrip()
    return [
        Result(name="import", value=100 * kept / whole, bound=98, unit="%", at_least=True, note=note),
        Result(
            name="import-report",
            value=100 * named / beside,
            bound=100,
            unit="%",
            at_least=True,
            note=f"{named} of {beside} words that stay outside are named",
        ),
    ]
