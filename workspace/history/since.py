"""What changed since an instant, in all fiches: texts against the versions of then, titles and accroches exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from db.models import Fiche, FicheWording, Text
from workspace.accounts.queries import names_of
from workspace.fiches.queries import FICHE_ORDER, get_zone, group_of
from workspace.history import rules, wordings
from workspace.history.queries import BLANK, get_content
from workspace.history.words import ChangesView, Content, FicheChange, Line, Wording
from workspace.kernel.actor import Actor
from workspace.livetext import queries as livetext


@dataclass(frozen=True, slots=True, kw_only=True)
class _Then:
    """What fiches said at an instant, and who changed them since.

    `written`: by text, its last change, when that came later. `reworded`: by fiche, the wordings that ended later.
    """

    since: datetime
    written: Mapping[UUID, datetime]
    versions: Mapping[UUID, tuple[datetime, Content]]
    writers: Mapping[UUID, set[UUID]]
    reworded: Mapping[UUID, Sequence[FicheWording]]

    def is_touched(self, fiche: Fiche) -> bool:
        """Whether anything of it is later."""
        return fiche.text_id in self.written or fiche.id in self.reworded or fiche.created_at > self.since

    def sheet(self, fiche: Fiche, now: Content) -> tuple[datetime | None, tuple[Line, ...]]:
        """(when the version that was compared was kept, what the fiche said); (None, …) without a version of then."""
        at, content = (
            self.versions.get(fiche.text_id, (None, BLANK)) if fiche.text_id in self.written else (self.since, now)
        )
        if fiche.created_at > self.since:
            return None, rules.sheet(content)
        held = next(iter(self.reworded.get(fiche.id, ())), fiche)
        return at, (*rules.heading(Wording(held.title, held.accroche)), *rules.sheet(content))

    def people(self, fiche: Fiche) -> set[UUID]:
        """Who changed it."""
        changed = {row.ended_by for row in self.reworded.get(fiche.id, ()) if row.ended_by}
        return self.writers.get(fiche.text_id, set()) | changed

    def changed_at(self, fiche: Fiche) -> datetime:
        """When it changed last."""
        ended = [row.ended_at for row in self.reworded.get(fiche.id, ())]
        return max([self.written.get(fiche.text_id, fiche.created_at), *ended])


def get_changes(session: Session, actor: Actor, since: datetime, fiche_id: UUID | None = None) -> ChangesView:
    """The living fiches whose words changed since an instant, in their order; or this one, archived or not."""
    group_id = group_of(actor)
    asked = Fiche.archived_at.is_(None) if fiche_id is None else Fiche.id == fiche_id
    rows = session.execute(
        select(Fiche, Text.changed_at)
        .join(Text, Text.id == Fiche.text_id)
        .where(Fiche.group_id == group_id, asked)
        .order_by(*FICHE_ORDER)
    ).all()
    then = _then(session, rows, since)
    touched = [fiche for fiche, _ in rows if then.is_touched(fiche)]
    names = names_of(session, {one for fiche in touched for one in then.people(fiche)})
    compared = (_change(session, then, fiche, names) for fiche in touched)
    fiches = tuple(one for one in compared if not one.comparison.is_same)
    zone = get_zone(session, group_id)
    return ChangesView(since=since, zone=zone, fiches=fiches, unchanged=len(rows) - len(fiches))


def _then(session: Session, changed: Sequence[Row[Fiche, datetime | None]], since: datetime) -> _Then:
    written = {fiche.text_id: at for fiche, at in changed if at is not None and at > since}
    return _Then(
        since=since,
        written=written,
        versions=livetext.versions_at(session, list(written), since),
        writers=livetext.authors_since(session, list(written), since),
        reworded=wordings.list_since(session, [fiche.id for fiche, _ in changed], since),
    )


def _change(session: Session, then: _Then, fiche: Fiche, names: Mapping[UUID | None, str]) -> FicheChange:
    now = get_content(session, fiche.text_id, None)
    at, before = then.sheet(fiche, now)
    return FicheChange(
        fiche_id=fiche.id,
        title=fiche.title,
        changed_at=then.changed_at(fiche),
        authors=tuple(sorted(names[one] for one in then.people(fiche) if one in names)),
        since=at,
        comparison=rules.compare(before, rules.sheet(now, title=fiche.title, accroche=fiche.accroche)),
    )
