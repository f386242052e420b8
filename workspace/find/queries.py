"""Asking the full-text index of each store. Every question names the group: another group's words are never read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select, text
from sqlalchemy.orm import Session
from sqlalchemy.types import Integer, String, Uuid

from db.models import FindEntry
from workspace.find import rules
from workspace.find.store import scope_of
from workspace.find.words import Findings, FindKind, Hit

_COLUMNS: dict[str, Any] = {
    "id": Integer(),
    "kind": String(),
    "object_id": Uuid(),
    "title": String(),
    "folded_title": String(),
    "folded_body": String(),
}


def _written(statement: str) -> Any:
    return text(statement).bindparams(bindparam("group_id", type_=Uuid())).columns(**_COLUMNS)


# No ORDER BY in the store: it would rank every match. The first hundred are ranked here (`rules.score`).
_SQLITE = _written(
    "SELECT e.id, e.kind, e.object_id, e.title, e.folded_title, e.folded_body"
    " FROM find_index CROSS JOIN find_entry e ON e.id = find_index.rowid"
    " WHERE find_index MATCH :query AND e.group_id = :group_id LIMIT :most"
)
_POSTGRESQL = _written(
    "SELECT id, kind, object_id, title, folded_title, folded_body FROM find_entry"
    " WHERE to_tsvector('simple'::regconfig, folded_title || ' ' || folded_body)"
    " @@ to_tsquery('simple'::regconfig, :query)"
    " AND group_id = :group_id AND kind = ANY(:kinds) LIMIT :most"
)
_POSTGRESQL_TITLES = _written(
    "SELECT id, kind, object_id, title, folded_title, folded_body FROM find_entry"
    " WHERE to_tsvector('simple'::regconfig, folded_title || ' ' || folded_body)"
    " @@ to_tsquery('simple'::regconfig, :query)"
    " AND to_tsvector('simple'::regconfig, folded_title) @@ to_tsquery('simple'::regconfig, :query)"
    " AND group_id = :group_id AND kind = ANY(:kinds) LIMIT :most"
)


def search(session: Session, group_id: UUID, query: str, kinds: Sequence[FindKind]) -> Findings:
    """The objects of a group that hold every word of `query`, best first; titles weigh more.

    A hundred candidates are looked at; when there are more, those with the words in their title are looked at too.
    """
    terms, exact = rules.terms_of(query), rules.is_ended(query)
    if not terms or not kinds:
        return Findings()
    ask = _ask_sqlite if session.get_bind().dialect.name == "sqlite" else _ask_postgresql
    rows = {row.id: row for row in ask(session, group_id, terms, kinds, exact=exact, titles=False)}
    is_cut = len(rows) > rules.MOST_CANDIDATES
    if is_cut:
        rows |= {row.id: row for row in ask(session, group_id, terms, kinds, exact=exact, titles=True)}
    ranked = sorted(
        rows.values(),
        key=lambda row: (-rules.score(terms, row.folded_title, row.folded_body), row.folded_title),
    )
    best = ranked[: rules.MOST_HITS]
    parts = dict(
        session.execute(select(FindEntry.id, FindEntry.parts).where(FindEntry.id.in_([row.id for row in best])))
        .tuples()
        .all()
    )
    hits = tuple(_hit(row, parts.get(row.id, {}), terms, exact=exact) for row in best)
    return Findings(hits=hits, total=len(rows), is_cut=is_cut)


def _hit(row: Row[tuple[object, ...]], parts: dict[str, str], terms: Sequence[str], *, exact: bool) -> Hit:
    part, around = rules.excerpt(parts, row.folded_body, terms, exact_last=exact)
    return Hit(
        kind=FindKind(row.kind),
        object_id=row.object_id,
        title=rules.marked(row.title, terms, exact_last=exact),
        part=part,
        excerpt=around,
    )


def _ask_sqlite(
    session: Session, group_id: UUID, terms: Sequence[str], kinds: Iterable[FindKind], *, exact: bool, titles: bool
) -> Sequence[Row[tuple[object, ...]]]:
    # Terms are letters and digits only (rules.folded_word): no sign of FTS5's own language is among them.
    words = " AND ".join(f'"{term}"' for term in terms) + ("" if exact else " *")
    columns = "folded_title" if titles else "{folded_title folded_body}"
    scopes = " OR ".join(f'"{scope_of(group_id, kind).split()[1]}"' for kind in kinds)
    query = (
        f'scope : "{scope_of(group_id, FindKind.FICHE).split()[0]}" AND scope : ({scopes}) AND {columns} : ({words})'
    )
    values = {"query": query, "group_id": group_id, "most": rules.MOST_CANDIDATES + 1}
    return session.execute(_SQLITE, values).all()


def _ask_postgresql(
    session: Session, group_id: UUID, terms: Sequence[str], kinds: Iterable[FindKind], *, exact: bool, titles: bool
) -> Sequence[Row[tuple[object, ...]]]:
    query = " & ".join(terms) + ("" if exact else ":*")
    values = {
        "query": query,
        "group_id": group_id,
        "kinds": [kind.value for kind in kinds],
        "most": rules.MOST_CANDIDATES + 1,
    }
    return session.execute(_POSTGRESQL_TITLES if titles else _POSTGRESQL, values).all()


def count_entries(session: Session) -> int:
    """How many objects the index holds."""
    return session.scalar(select(func.count()).select_from(FindEntry)) or 0
