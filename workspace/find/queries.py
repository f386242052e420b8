"""Asking the full-text index of each store. Every question names the group: another group's words are never read."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, func, select, text
from sqlalchemy.orm import Session
from sqlalchemy.types import Integer, String, Uuid

from db.models import FindEntry
from workspace.find import conversations, rules
from workspace.find.store import scope_of, title_term
from workspace.find.words import Conversation, Findings, FindKind, Hit

_COLUMNS: dict[str, Any] = {
    "id": Integer(),
    "kind": String(),
    "object_id": Uuid(),
    "title": String(),
    "parts": String(),
    "folded_title": String(),
    "folded_body": String(),
}


def _written(statement: str) -> Any:
    return text(statement).bindparams(bindparam("group_id", type_=Uuid())).columns(**_COLUMNS)


# `parts` stays text until it is shown. No ORDER BY in the store: it would rank every match; the first ones are ranked
# here (`rules.score`), with those that hold the words in their title, wherever they stand.
_SQLITE = _written(
    "SELECT id, kind, object_id, title, parts, folded_title, folded_body FROM find_entry"
    " WHERE group_id = :group_id AND id IN ("
    "SELECT rowid FROM (SELECT rowid FROM find_index WHERE find_index MATCH :titles LIMIT :best)"
    " UNION SELECT rowid FROM (SELECT rowid FROM find_index WHERE find_index MATCH :query LIMIT :most))"
)
_POSTGRESQL = _written(
    "SELECT id, kind, object_id, title, CAST(parts AS TEXT) AS parts, folded_title, folded_body FROM find_entry"
    " WHERE id IN ("
    "(SELECT id FROM find_entry WHERE group_id = :group_id AND kind = ANY(:kinds)"
    " AND to_tsvector('simple'::regconfig, folded_title || ' ' || folded_body)"
    " @@ to_tsquery('simple'::regconfig, :query)"
    " AND to_tsvector('simple'::regconfig, folded_title) @@ to_tsquery('simple'::regconfig, :query) LIMIT :best)"
    " UNION (SELECT id FROM find_entry WHERE group_id = :group_id AND kind = ANY(:kinds)"
    " AND to_tsvector('simple'::regconfig, folded_title || ' ' || folded_body)"
    " @@ to_tsquery('simple'::regconfig, :query) LIMIT :most))"
)


def search(session: Session, group_id: UUID, query: str, kinds: Sequence[FindKind]) -> Findings:
    """The objects of a group that hold every word of `query`, best first; titles weigh more.

    Some candidates are looked at (`rules.MOST_CANDIDATES`), and those with the words in their title.
    """
    terms, exact = rules.terms_of(query), rules.is_ended(query)
    if not terms or not kinds:
        return Findings()
    sqlite = session.get_bind().dialect.name == "sqlite"
    ask = _for_sqlite(group_id, terms, kinds, exact=exact) if sqlite else _for_postgresql(terms, kinds, exact=exact)
    ask |= {"group_id": group_id, "best": rules.MOST_HITS, "most": rules.MOST_CANDIDATES + 1}
    rows = session.execute(_SQLITE if sqlite else _POSTGRESQL, ask).all()
    ranked = sorted(
        rows,
        key=lambda row: (-rules.score(terms, row.folded_title, row.folded_body), row.folded_title),
    )
    best = ranked[: rules.MOST_HITS]
    pattern = rules.pattern_of(terms, exact_last=exact)
    alone = {term: rules.pattern_of((term,), exact_last=exact or term != terms[-1]) for term in terms}
    threads = [row.object_id for row in best if row.kind == FindKind.COMMENT]
    about = conversations.list_conversations(session, threads) if threads else {}
    hits = tuple(_hit(row, terms, alone, pattern, about.get(row.object_id)) for row in best)
    return Findings(hits=hits, total=len(rows), is_cut=len(rows) > rules.MOST_CANDIDATES)


def _hit(
    row: Row[tuple[object, ...]],
    terms: Sequence[str],
    alone: dict[str, re.Pattern[str]],
    pattern: re.Pattern[str],
    about: Conversation | None,
) -> Hit:
    rare, near = rules.rarest(row.folded_body, terms)
    part, around = rules.excerpt(json.loads(row.parts), alone[rare], pattern, near) if rare else ("", ())
    return Hit(
        kind=FindKind(row.kind),
        object_id=row.object_id,
        title=rules.marked(row.title, pattern),
        part=part,
        excerpt=around,
        about=about,
    )


def _for_sqlite(group_id: UUID, terms: Sequence[str], kinds: Sequence[FindKind], *, exact: bool) -> dict[str, object]:
    # Terms are letters and digits only (rules.folded_word): no sign of FTS5's own language is among them.
    words = " AND ".join(f'"{term}"' for term in terms) + ("" if exact else " *")
    titles = " AND ".join(f'"{title_term(term)}"' for term in terms) + ("" if exact else " *")
    scopes = [scope_of(group_id, kind).split() for kind in kinds]
    within = f'scope : "{scopes[0][0]}"'
    if len(kinds) < len(FindKind):
        named = " OR ".join(f'"{one}"' for _, one in scopes)
        within += f" AND scope : ({named})"
    return {
        "titles": f"{within} AND scope : ({titles})",
        "query": f"{within} AND {{folded_title folded_body}} : ({words})",
    }


def _for_postgresql(terms: Sequence[str], kinds: Sequence[FindKind], *, exact: bool) -> dict[str, object]:
    return {"query": " & ".join(terms) + ("" if exact else ":*"), "kinds": [kind.value for kind in kinds]}


def count_entries(session: Session) -> int:
    """How many objects the index holds."""
    return session.scalar(select(func.count()).select_from(FindEntry)) or 0
