"""Use cases of history."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from db.journal import record
from db.models import GroupMoment
from db.session import reading, unit_of_work
from db.turns import hold_group
from workspace.accounts.rules import clean_line
from workspace.fiches import store as fiches_store
from workspace.fiches.queries import find_fiche, get_facts, group_of
from workspace.fiches.rules import check_settled, fiche_target
from workspace.history import moments, queries, rules, wordings
from workspace.history.since import get_changes
from workspace.history.words import ChangesView, Comparison, HistoryView, MomentsView, Step
from workspace.history.words import HistoryOperation as Op
from workspace.kernel.actor import Actor
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import RuleBroken
from workspace.kernel.rights import Target, allowed, require
from workspace.livetext import store as livetext_store
from workspace.livetext.content import read_content
from workspace.livetext.edits import replace_content


def view_history(actor: Actor, fiche_id: UUID) -> HistoryView:
    """The moments of a fiche. Raises NotFound, for another group's as for none."""
    require(rules.POLICIES[Op.VIEW_HISTORY], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.get_history(session, actor, fiche_id)


def compare_versions(actor: Actor, fiche_id: UUID, old: UUID | None, new: UUID | None) -> Comparison:
    """Two moments of a fiche, title and accroche too: `old` None is the empty sheet, `new` None is now."""
    require(rules.POLICIES[Op.VIEW_HISTORY], actor, Target(group_id=actor.group_id))
    with reading() as session:
        fiche = find_fiche(session, actor, fiche_id)
        before = () if old is None else queries.get_sheet(session, fiche, old)
        after = queries.get_sheet(session, fiche, new)
    return rules.compare(before, after)


def view_replay(actor: Actor, fiche_id: UUID) -> list[Step]:
    """A fiche's text after each moment of writing, from the first."""
    require(rules.POLICIES[Op.VIEW_HISTORY], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return queries.list_steps(session, find_fiche(session, actor, fiche_id).text_id)


def view_changes(actor: Actor, since: datetime, fiche_id: UUID | None = None) -> ChangesView:
    """What changed since an instant, words counted and compared, in the group's fiches or in one. Raises NotFound."""
    require(rules.POLICIES[Op.VIEW_HISTORY], actor, Target(group_id=actor.group_id))
    with reading() as session:
        if fiche_id is not None:
            find_fiche(session, actor, fiche_id)
        return get_changes(session, actor, since, fiche_id)


def view_moments(actor: Actor) -> MomentsView:
    """The points in time that somebody named, latest first."""
    require(rules.POLICIES[Op.VIEW_HISTORY], actor, Target(group_id=actor.group_id))
    with reading() as session:
        return MomentsView(
            moments=moments.list_moments(session, actor),
            may_name=allowed(rules.POLICIES[Op.NAME_MOMENT], actor, Target(group_id=actor.group_id)),
        )


def name_moment(actor: Actor, name: str, at: datetime) -> None:
    """Give a point in time a name, for the whole group.

    Raises RuleBroken `error-moment-future`, `error-moment-same`, `error-moment-many`, and the errors of `clean_line`.
    """
    require(rules.POLICIES[Op.NAME_MOMENT], actor, Target(group_id=actor.group_id))
    cleaned = clean_line(name, maximum=rules.MOMENT_LENGTH)
    if at > utc_now():
        raise RuleBroken("error-moment-future")
    with unit_of_work() as session:
        group_id = group_of(actor)
        hold_group(session, group_id)
        moments.check_name(session, group_id, cleaned)
        row = GroupMoment(group_id=group_id, name=cleaned, at=at, created_at=utc_now(), created_by=actor.person_id)
        session.add(row)
        session.flush()
        record(session, actor, Op.NAME_MOMENT, kind="moment", object_id=row.id, label=row.name)


def forget_moment(actor: Actor, moment_id: UUID) -> None:
    """Take a named point in time out of the choices; nothing else changes. Raises NotFound, NotAllowed."""
    with unit_of_work() as session:
        row = moments.find_moment(session, actor, moment_id)
        target = Target(group_id=row.group_id, person_id=row.created_by)
        require(rules.POLICIES[Op.FORGET_MOMENT], actor, target)
        session.delete(row)
        record(session, actor, Op.FORGET_MOMENT, kind="moment", object_id=row.id, label=row.name)


def restore_version(actor: Actor, fiche_id: UUID, version_id: UUID) -> None:
    """Make a fiche's text say again what a version says: a new edit in the same lineage, seen live by who is there.

    What the text says now is kept as a version first, so that going back is never a loss. Raises NotFound,
    NotAllowed, RuleBroken `error-livetext-locked` (approved, published or archived) or `error-history-same`.
    """
    require(rules.POLICIES[Op.RESTORE_VERSION], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        fiche = find_fiche(session, actor, fiche_id)
        wanted = queries.get_content(session, fiche.text_id, version_id)
        livetext_store.lock_row(session, fiche.text_id)
        _, now = read_content(session, fiche.text_id)
        if now == wanted:
            raise RuleBroken("error-history-same")
        livetext_store.write_version(session, fiche.text_id, now, created_by=None)
    replace_content(actor, fiche.text_id, wanted)
    with unit_of_work() as session:
        livetext_store.lock_row(session, fiche.text_id)
        seq, content = read_content(session, fiche.text_id)
        livetext_store.write_projection(session, fiche.text_id, seq, content)
        livetext_store.write_version(session, fiche.text_id, content, created_by=actor.person_id)
        record(session, actor, Op.RESTORE_VERSION, kind="fiche", object_id=fiche.id, label=fiche.title, seq=seq)


def restore_wording(actor: Actor, fiche_id: UUID, wording_id: UUID) -> None:
    """Give a fiche a title and accroche that it had: a new change, after which those of now can be restored too.

    Raises NotFound, NotAllowed, RuleBroken `error-fiche-archived`, `error-fiche-settled`, `error-history-same`.
    """
    with unit_of_work() as session:
        fiche = find_fiche(session, actor, fiche_id, lock=True)
        require(rules.POLICIES[Op.RESTORE_WORDING], actor, fiche_target(*get_facts(session, fiche)))
        wanted = wordings.find_wording(session, fiche, wording_id)
        if fiche.archived_at is not None:
            raise RuleBroken("error-fiche-archived")
        before, after = (fiche.title, fiche.accroche), (wanted.title, wanted.accroche)
        check_settled(fiche.status, before=before, after=after)
        if before == after:
            raise RuleBroken("error-history-same")
        fiches_store.reword(session, fiche, *after, changed_by=actor.person_id)
        record(session, actor, Op.RESTORE_WORDING, kind="fiche", object_id=fiche.id, label=fiche.title)
