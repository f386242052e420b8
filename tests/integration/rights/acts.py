"""How each operation is done: every use case of it, on an object at a distance. An operation without a row fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import streamlit

from budget.envelope.words import LineKind
from budget.quotes import asking, comparison, suppliers
from budget.quotes import service as devis
from db.models import Fiche, FicheWording, Group, GroupMoment, Specification, Structure
from db.session import reading, unit_of_work
from tests.integration.questionnaires import desk
from tests.integration.rights import contributions, meetings, money, quotes, spending, votes
from tests.integration.rights.world import DISTANCES, PASSWORD, Thing, World, picture
from workspace.accounts import export
from workspace.accounts import service as accounts
from workspace.accounts import store as accounts_store
from workspace.accounts.rules import RESET_LIFE, TICKET_LIFE
from workspace.accounts.words import Purpose
from workspace.accueil import service as accueil
from workspace.checkup import service as checkup
from workspace.comments import service as comments
from workspace.comments import store as comments_store
from workspace.comments.words import Outcome, Place
from workspace.decisions import ballots, candidates
from workspace.decisions import service as decisions
from workspace.exchange import service as exchange
from workspace.exchange.words import Target, Upload
from workspace.fiches import pictures
from workspace.fiches import service as fiches
from workspace.fiches.album_words import Licence, PictureDraft
from workspace.fiches.words import FicheDraft, TrameEntry
from workspace.find import service as find
from workspace.history import service as history
from workspace.kernel.actor import Actor, Role
from workspace.kernel.clock import utc_now
from workspace.kernel.errors import NotAllowed, RuleBroken
from workspace.lightness import service as lightness
from workspace.lightness.words import Targets
from workspace.livetext import service as livetext
from workspace.livetext import store as text_store
from workspace.livetext.words import Block, Run
from workspace.members import people
from workspace.members import service as members
from workspace.members.words import ListKind, StructureDraft
from workspace.outline import service as outline
from workspace.outline.words import Add, Organisation, VariantDraft
from workspace.questionnaires import answers, results
from workspace.questionnaires import service as forms
from workspace.review import queries as review_queries
from workspace.review import service as review
from workspace.review import store as review_store
from workspace.review.words import Decision, ReviewScope
from workspace.specification import queries as specification_queries
from workspace.specification import service as specification
from workspace.specification import store as specification_store
from workspace.specification.words import AdoptionRule, ExportFormat, LinkKind, Stance
from workspace.welcome import service as welcome
from workspace.welcome.words import Founding

INDEX = Path(streamlit.__file__).resolve().parent / "static" / "index.html"
Act = Callable[[World, Actor, Thing], object]
CREDIT = PictureDraft(credit="A. B.", licence=Licence.OWN, source="", version=1)
GROUP, SELF, DOOR = ("group",), ("self",), ("door",)


@dataclass(frozen=True)
class Doing:
    """The use cases of an operation, and the distances at which an object can be named."""

    distances: tuple[str, ...]
    acts: tuple[Act, ...]


def _version(row: type, row_id: object) -> int:
    with reading() as session:
        return int(session.get_one(row, row_id).version)


def _token(purpose: Purpose, person_id: object) -> str:
    with unit_of_work() as session:
        life = TICKET_LIFE if purpose is Purpose.TICKET else RESET_LIFE
        return accounts_store.issue_token(session, purpose, person_id, life)


def _past_the_right(act: Callable[[], object], code: str) -> None:
    """Some acts are allowed and still cannot succeed here: the named rule answers, so the right was given."""
    try:
        act()
    except RuleBroken as broken:
        if broken.code != code:
            raise


def _change_group(_world: World, actor: Actor, _thing: Thing) -> None:
    version = _version(Group, actor.group_id) if actor.group_id else 1
    members.change_group(actor, name="x", territory="x", purpose="", zone="Europe/Paris", version=version)


def _change_structure(_world: World, actor: Actor, thing: Thing) -> None:
    draft = StructureDraft(name="Nouveau nom", version=_version(Structure, thing.structure_id))
    members.change_structure(actor, thing.structure_id, draft)


def _change_member(_world: World, actor: Actor, thing: Thing) -> None:
    people.change_member(
        actor, thing.member_id, role=Role.OBSERVER, title="", structure_id=thing.structure_id, version=1
    )


def _change_fiche(_world: World, actor: Actor, thing: Thing) -> None:
    fiches.change_fiche(actor, thing.fiche_id, FicheDraft(title="x", version=_version(Fiche, thing.fiche_id)))


def _order_fiches(_world: World, actor: Actor, _thing: Thing) -> None:
    from workspace.fiches.queries import list_fiches

    with reading() as session:
        order = [choice.choice_id for choice in list_fiches(session, actor.group_id)] if actor.group_id else []
    fiches.order_fiches(actor, order)


def _save_trame(_world: World, actor: Actor, _thing: Thing) -> None:
    stamp = fiches.view_trame(actor).stamp if actor.group_id else ""
    fiches.save_trame(actor, [TrameEntry(question_id=None, text="Qui ?")], stamp)


def _write_text(_world: World, actor: Actor, thing: Thing) -> None:
    if not livetext.issue_ticket(actor, thing.text_id).can_write:
        raise NotAllowed


def _unlock(world: World, actor: Actor, thing: Thing) -> None:
    chief = world.actors["stranger" if thing is world.things["other group"] else "facilitator"]
    livetext.lock_text(chief, thing.text_id)
    livetext.unlock_text(actor, thing.text_id)


def _put_in_review(world: World, thing: Thing, *, settled: bool = False) -> str:
    """Before the act, without a journal line: the fiche is before its structure (and the host, for the own one).

    Gives the hash of its words.
    """
    with unit_of_work() as session:
        fiche = session.get_one(Fiche, thing.fiche_id)
        needs = {thing.structure_id}
        if thing is world.things["own"]:
            needs.add(world.actors["facilitator"].structure_id)
        row = review_store.open_round(session, fiche, scope=ReviewScope.CONCERNED, needs=needs, asked_by=None)
        shown = review_queries.get_shown(session, fiche)
        if settled:
            review_store.settle(session, fiche, row)
        return shown.said_hash


def _approve(world: World, actor: Actor, thing: Thing) -> None:
    review.approve_fiche(actor, thing.fiche_id, _put_in_review(world, thing))


def _ask_changes(world: World, actor: Actor, thing: Thing) -> None:
    review.ask_changes(actor, thing.fiche_id, _put_in_review(world, thing), "Trop long")


def _stop_review(world: World, actor: Actor, thing: Thing) -> None:
    _put_in_review(world, thing)
    review.stop_review(actor, thing.fiche_id)


def _reopen(world: World, actor: Actor, thing: Thing) -> None:
    _put_in_review(world, thing, settled=True)
    review.reopen_fiche(actor, thing.fiche_id, "Une adresse a changé")


def _publish(world: World, actor: Actor, thing: Thing) -> None:
    _put_in_review(world, thing, settled=True)
    review.publish_fiche(actor, thing.fiche_id)


def _freeze(world: World, thing: Thing, *, agreed: bool = False) -> tuple[UUID, str]:
    """Before the act, without a journal line: a version waits for its structure (and the host, for the own one).

    Gives its id and the hash of its words.
    """
    needs = {thing.structure_id}
    if thing is world.things["own"]:
        needs.add(world.actors["facilitator"].structure_id)
    with unit_of_work() as session:
        row = session.get_one(Specification, thing.specification_id)
        number = 1 + len(specification_queries.list_versions(session, row.id))
        clauses = specification_queries.frozen_clauses(row, {}, {})
        made = specification_store.freeze(
            session, row, number=number, clauses=clauses, rule=AdoptionRule.ALL, needs=needs, frozen_by=None
        )
        for structure_id in needs if agreed else ():
            specification_store.write_voice(
                session, made, None, structure_id=structure_id, person_id=None, stance=Stance.APPROVED
            )
        return made.id, made.said_hash


def _approve_version(world: World, actor: Actor, thing: Thing) -> None:
    specification.approve_version(actor, *_freeze(world, thing))


def _object_version(world: World, actor: Actor, thing: Thing) -> None:
    specification.object_version(actor, _freeze(world, thing)[0], "Trop cher")


def _adopt_version(world: World, actor: Actor, thing: Thing) -> None:
    specification.adopt_version(actor, _freeze(world, thing, agreed=True)[0])


def _view_versions(world: World, actor: Actor, thing: Thing) -> None:
    before, after = _freeze(world, thing)[0], _freeze(world, thing)[0]
    specification.view_version(actor, before)
    specification.compare_versions(actor, before, after)


def _view_voice(world: World, actor: Actor, thing: Thing) -> None:
    _put_in_review(world, thing)
    with unit_of_work() as session:
        fiche = session.get_one(Fiche, thing.fiche_id)
        live = review_queries.find_round(session, fiche)
        assert live is not None
        review_store.write_voice(
            session, live.row.id, None, structure_id=thing.structure_id, person_id=None,
            decision=Decision.APPROVED, shown=review_queries.get_shown(session, fiche),
        )  # fmt: skip
    review.view_voice(actor, thing.fiche_id, thing.structure_id)


def _restore_version(_world: World, actor: Actor, thing: Thing) -> None:
    paragraph = Block("paragraph", runs=(Run("Avant"),))
    with unit_of_work() as session:
        old = text_store.write_version(
            session, thing.text_id, {"level1": (paragraph,), "level2": ()}, created_by=None, name="v1"
        )
    assert old is not None
    history.restore_version(actor, thing.fiche_id, old)


def _restore_wording(_world: World, actor: Actor, thing: Thing) -> None:
    wording = FicheWording(fiche_id=thing.fiche_id, title="Avant", accroche="", ended_at=utc_now())
    with unit_of_work() as session:
        session.add(wording)
        session.flush()
        wording_id = wording.id
    history.restore_wording(actor, thing.fiche_id, wording_id)


def _forget_moment(world: World, actor: Actor, thing: Thing) -> None:
    """A moment at that distance: one's own was named by the actor, whoever that is."""
    by = actor.person_id if thing is world.things["own"] else None
    moment = GroupMoment(group_id=thing.group_id, name="Réunion", at=utc_now(), created_at=utc_now(), created_by=by)
    with unit_of_work() as session:
        session.add(moment)
        session.flush()
        moment_id = moment.id
    history.forget_moment(actor, moment_id)


def _view_changes(_world: World, actor: Actor, thing: Thing) -> None:
    """Of all fiches of the actor's own group: the fiche is named first, so that a stranger meets it."""
    history.view_history(actor, thing.fiche_id)
    history.view_moments(actor)
    told = history.view_changes(actor, datetime(2000, 1, 1, tzinfo=UTC))
    assert all(history.view_history(actor, one.fiche_id) for one in told.fiches)


def _accept(_world: World, _actor: Actor, thing: Thing) -> None:
    people.accept_invitation(
        thing.invitation_token, name="Neuf", email="neuf@exemple.fr", password=PASSWORD, locale="fr"
    )


def _founding() -> Founding:
    return Founding(
        group_name="x", territory="x", host="x", languages=("fr",), person_name="x", email="x@exemple.fr",
        password=PASSWORD, locale="fr",
    )  # fmt: skip


def _own_comment(world: World, actor: Actor, thing: Thing) -> UUID:
    """A comment at that distance: one's own is written by the actor, whoever that is."""
    if thing is not world.things["own"]:
        return thing.comment_id
    with unit_of_work() as session:
        return comments_store.add_comment(session, actor, thing.thread_id, "À moi.").id


def _edit_comment(world: World, actor: Actor, thing: Thing) -> None:
    comments.edit_comment(actor, thing.text_id, _own_comment(world, actor, thing), "Autrement dit.")


def _delete_comment(world: World, actor: Actor, thing: Thing) -> None:
    comments.delete_comment(actor, thing.text_id, _own_comment(world, actor, thing))


def _follow_words(_world: World, actor: Actor, thing: Thing) -> None:
    place = Place(fragment="level1", runs=((1, 0, 1),), quote="x")
    _past_the_right(
        lambda: comments.follow_words(actor, thing.text_id, thing.thread_id, place), "error-comments-moving"
    )


def _decide(_world: World, actor: Actor, thing: Thing) -> None:
    _past_the_right(
        lambda: comments.decide(actor, thing.text_id, [uuid4()], Outcome.ACCEPTED), "error-suggestion-gone"
    )


def _set_up(_world: World, _actor: Actor, _thing: Thing) -> None:
    _past_the_right(
        lambda: welcome.set_up(_founding(), is_loopback=True, typed_code="", code="AAAA", address="127.0.0.1"),
        "error-already-set-up",
    )


def _test_mail(_world: World, actor: Actor, _thing: Thing) -> None:
    _past_the_right(lambda: checkup.send_test_mail(actor), "error-mail-unset")


def _give_procuration(world: World, actor: Actor, _thing: Thing) -> None:
    there = world.things["other group" if actor is world.actors["stranger"] else "other structure"]
    votes.give(actor, there.structure_id, there.votes)


def _switch(_world: World, actor: Actor, thing: Thing) -> None:
    accounts.switch_group(actor, thing.group_id)


def _change_form(_world: World, actor: Actor, thing: Thing) -> None:
    from db.models import Questionnaire

    forms.change_form(actor, thing.draft_form_id, desk.draft(version=_version(Questionnaire, thing.draft_form_id)))


def _copy_form(world: World, actor: Actor, thing: Thing) -> None:
    away = world.things["other group"]
    forms.copy_form(actor, (away if actor.group_id == away.group_id else thing).form_id, "x")


def _answer_form(world: World, _actor: Actor, thing: Thing) -> None:
    answers.find_public_form(thing.form_token)
    fields = desk.good(world.actors["facilitator"], thing.form_id)
    answers.take_answer(thing.form_token, thing.form_id, fields, desk.stamp(thing.form_id))


def _withdraw(_world: World, _actor: Actor, thing: Thing) -> None:
    answers.find_own_answer(thing.withdraw_token)
    answers.withdraw_answer(thing.withdraw_token)


def _key_in(world: World, actor: Actor, thing: Thing) -> None:
    chief = world.actors["stranger" if thing is world.things["other group"] else "facilitator"]
    fields = desk.good(chief, thing.form_id)
    answers.enter_paper_answer(actor, thing.form_id, fields, desk.stamp(thing.form_id))


class _Headings(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return key


DOINGS: dict[str, Doing] = {
    # accounts
    "sign_in": Doing(DOOR, (lambda _w, _a, _t: accounts.sign_in("partner@exemple.fr", PASSWORD, address="x"),)),
    "open_session": Doing(
        DOOR, (lambda _w, _a, t: accounts.open_session(_token(Purpose.TICKET, t.person_id), agent=""),)
    ),
    "ask_reset": Doing(DOOR, (lambda _w, _a, _t: accounts.ask_reset("partner@exemple.fr", address="x"),)),
    "reset_password": Doing(
        DOOR,
        (
            lambda _w, _a, t: accounts.find_reset(_token(Purpose.RESET, t.person_id)),
            lambda _w, _a, t: accounts.reset_password(_token(Purpose.RESET, t.person_id), PASSWORD),
        ),
    ),
    "close_session": Doing(SELF, (lambda _w, a, _t: accounts.close_session(a),)),
    "list_sessions": Doing(SELF, (lambda _w, a, _t: accounts.list_sessions(a),)),
    "end_session": Doing(
        ("self", "other person"),
        (lambda _w, a, t: accounts.end_session(a, t.session_id),),
    ),
    "change_password": Doing(SELF, (lambda _w, a, _t: accounts.change_password(a, PASSWORD, f"{PASSWORD} !"),)),
    "change_profile": Doing(
        SELF,
        (lambda _w, a, _t: accounts.view_profile(a), lambda _w, a, _t: accounts.change_profile(a, name="x")),
    ),
    "export_my_data": Doing(SELF, (lambda _w, a, _t: export.export_my_data(a),)),
    "switch_group": Doing(("self", "other person"), (_switch,)),
    "make_reset_link": Doing(DISTANCES, (lambda _w, a, t: accounts.make_reset_link(a, t.person_id),)),
    "check_installation": Doing(
        DOOR, (lambda _w, a, _t: checkup.check_installation(a, index_path=INDEX), _test_mail)
    ),
    # accueil
    "view_home": Doing(GROUP, (lambda _w, a, _t: accueil.view_home(a), lambda _w, a, _t: accueil.previous_visit(a))),
    # members
    "view_group": Doing(
        GROUP,
        (
            lambda _w, a, _t: members.view_group(a),
            lambda _w, a, _t: members.view_list(a, ListKind.ETAPES),
            lambda _w, a, _t: members.view_uses(a, ListKind.ETAPES),
            lambda _w, a, _t: members.view_structures(a),
            lambda _w, a, _t: people.view_invitations(a),
        ),
    ),
    "create_group": Doing(
        DOOR, (lambda _w, a, _t: members.create_group(a, name="x", territory="x", host="x", languages=("fr",)),)
    ),
    "change_group": Doing(GROUP, (_change_group,)),
    "change_lists": Doing(GROUP, (lambda _w, a, _t: members.change_list(a, ListKind.FONCTIONS, []),)),
    "create_structure": Doing(GROUP, (lambda _w, a, _t: members.create_structure(a, StructureDraft(name="Neuve")),)),
    "change_structure": Doing(DISTANCES, (_change_structure,)),
    "leave_structure": Doing(
        DISTANCES,
        (
            lambda _w, a, t: _past_the_right(
                lambda: members.leave_structure(a, t.structure_id), "error-structure-votes"
            ),
        ),
    ),
    "invite": Doing(
        DISTANCES, (lambda _w, a, t: people.invite(a, t.structure_id, name="x", email="", role=Role.PARTNER),)
    ),
    "revoke_invitation": Doing(
        DISTANCES,
        (
            lambda _w, a, t: people.note_mailed(a, t.invitation_id),
            lambda _w, a, t: people.revoke_invitation(a, t.invitation_id),
        ),
    ),
    "accept_invitation": Doing(DOOR, (lambda _w, _a, t: people.find_invitation(t.invitation_token), _accept)),
    "change_member": Doing(DISTANCES, (_change_member,)),
    "remove_member": Doing(DISTANCES, (lambda _w, a, t: people.remove_member(a, t.member_id),)),
    "note_visit": Doing(GROUP, (lambda _w, a, _t: members.note_visit(a),)),
    # fiches
    "view_board": Doing(
        GROUP,
        (
            lambda _w, a, _t: fiches.view_board(a),
            lambda _w, a, _t: fiches.view_choices(a),
            lambda _w, a, _t: fiches.board_stamp(a),
            lambda _w, a, _t: fiches.view_presence(a),
            lambda _w, a, _t: outline.view_organisation(a),
        ),
    ),
    "view_fiche": Doing(DISTANCES, (lambda _w, a, t: fiches.view_fiche(a, t.fiche_id),)),
    "create_fiche": Doing(GROUP, (lambda _w, a, _t: fiches.create_fiche(a, FicheDraft(title="Neuve")),)),
    "change_fiche": Doing(DISTANCES, (_change_fiche,)),
    "order_fiches": Doing(GROUP, (_order_fiches,)),
    "archive_fiche": Doing(DISTANCES, (lambda _w, a, t: fiches.archive_fiche(a, t.fiche_id),)),
    "restore_fiche": Doing(DISTANCES, (lambda _w, a, t: fiches.restore_fiche(a, t.archived_id),)),
    "add_picture": Doing(DISTANCES, (lambda _w, a, t: pictures.add_picture(a, t.group_id, picture()),)),
    "view_picture": Doing(DISTANCES, (lambda _w, a, t: pictures.view_picture(a, t.picture_id),)),
    # review
    "view_review": Doing(
        DISTANCES,
        (
            lambda _w, a, t: review.view_review(a, t.fiche_id),
            lambda _w, a, t: review.show_fiche(a, t.fiche_id),
            _view_voice,
        ),
    ),
    "ask_review": Doing(DISTANCES, (lambda _w, a, t: review.ask_review(a, t.fiche_id, ReviewScope.ALL),)),
    "approve_fiche": Doing(DISTANCES, (_approve,)),
    "ask_changes": Doing(DISTANCES, (_ask_changes,)),
    "stop_review": Doing(DISTANCES, (_stop_review,)),
    "reopen_fiche": Doing(DISTANCES, (_reopen,)),
    "publish_fiche": Doing(DISTANCES, (_publish,)),
    # specification
    "view_specification": Doing(
        DISTANCES,
        (
            lambda _w, a, t: (
                specification.view_specification(a, t.specification_id),
                specification.view_desk(a),
                specification.view_justified(a, LinkKind.FICHE, t.fiche_id),
            ),
            _view_versions,
        ),
    ),
    "create_specification": Doing(GROUP, (lambda _w, a, _t: specification.create_specification(a, "Neuf"),)),
    "link_clause": Doing(
        DISTANCES,
        (lambda _w, a, t: specification.link_clause(a, t.specification_id, "web", LinkKind.FICHE, [t.fiche_id]),),
    ),
    "freeze_specification": Doing(
        DISTANCES,
        (
            lambda _w, a, t: _past_the_right(
                lambda: specification.freeze_specification(a, t.specification_id), "error-specification-missing"
            ),
        ),
    ),
    "approve_specification": Doing(DISTANCES, (_approve_version,)),
    "object_specification": Doing(DISTANCES, (_object_version,)),
    "adopt_specification": Doing(DISTANCES, (_adopt_version,)),
    "remind_specification": Doing(DISTANCES, (lambda w, a, t: specification.remind_structures(a, _freeze(w, t)[0]),)),
    "export_specification": Doing(
        DISTANCES, (lambda w, a, t: specification.export_version(a, _freeze(w, t)[0], ExportFormat.DOCX),)
    ),
    # meetings
    **{name: Doing(*doing) for name, doing in meetings.DOINGS.items()},
    # the envelope and its ledger
    **{name: Doing(*doing) for name, doing in money.DOINGS.items()},
    # contributions, adhesions
    **{name: Doing(*how) for name, how in contributions.ACTS.items()},
    # what the budget receives and spends
    **{name: Doing(*doing) for name, doing in spending.DOINGS.items()},
    # quotes
    "view_quotes": Doing(
        GROUP,
        (
            lambda _w, a, _t: suppliers.view_suppliers(a),
            lambda _w, a, _t: devis.view_devis_list(a),
            lambda _w, a, _t: comparison.view_comparison(a),
            lambda _w, a, _t: asking.view_requests(a),
        ),
    ),
    "change_supplier": Doing(
        DISTANCES,
        (
            lambda _w, a, t: quotes.change_supplier(a, t.quotes),
            lambda _w, a, t: suppliers.archive_supplier(a, t.quotes.supplier_id),
        ),
    ),
    "enter_devis": Doing(
        DISTANCES,
        (lambda _w, a, t: quotes.enter(a, t.quotes), lambda _w, a, t: quotes.change_devis(a, t.quotes)),
    ),
    "sort_devis": Doing(DISTANCES, (lambda _w, a, t: quotes.sort(a, t.quotes),)),
    "judge_devis": Doing(DISTANCES, (lambda _w, a, t: quotes.judge(a, t.quotes),)),
    "choose_criteria": Doing(GROUP, (lambda _w, a, _t: comparison.save_criteria(a, LineKind.WEB, ()),)),
    "select_devis": Doing(DISTANCES, (lambda _w, a, t: quotes.select_one(a, t.quotes),)),
    "request_quotes": Doing(
        DISTANCES,
        (
            lambda _w, a, t: quotes.ask(a, t.quotes),
            lambda _w, a, t: asking.note_mailed(a, t.quotes.invitation_id),
            lambda _w, a, t: asking.revoke_link(a, t.quotes.invitation_id),
            lambda _w, a, t: asking.renew_link(a, t.quotes.invitation_id),
        ),
    ),
    "drop_offer": Doing(DOOR, (lambda _w, _a, t: quotes.drop(t.quotes),)),
    # history
    "view_history": Doing(
        DISTANCES,
        (
            lambda _w, a, t: history.view_history(a, t.fiche_id),
            lambda _w, a, t: history.compare_versions(a, t.fiche_id, None, None),
            lambda _w, a, t: history.view_replay(a, t.fiche_id),
            _view_changes,
        ),
    ),
    "restore_version": Doing(DISTANCES, (_restore_version,)),
    "restore_wording": Doing(DISTANCES, (_restore_wording,)),
    "name_moment": Doing(GROUP, (lambda _w, a, _t: history.name_moment(a, "Réunion", utc_now()),)),
    "forget_moment": Doing(DISTANCES, (_forget_moment,)),
    # decisions
    "view_decisions": Doing(
        GROUP,
        (
            lambda _w, a, _t: decisions.view_decisions(a),
            lambda _w, a, _t: decisions.view_choices(a),
            lambda _w, a, _t: decisions.view_seat(a),
            lambda _w, a, _t: decisions.view_visual(a),
            lambda _w, a, _t: candidates.view_candidates(a),
        ),
    ),
    "view_proposal": Doing(DISTANCES, (lambda _w, a, t: decisions.view_proposal(a, t.votes.proposal_id),)),
    "open_proposal": Doing(GROUP, (lambda _w, a, _t: votes.open_one(a),)),
    "change_proposal": Doing(
        DISTANCES,
        (
            lambda _w, a, t: votes.change(a, t.votes),
            lambda _w, a, t: decisions.view_change(a, t.votes.proposal_id),
        ),
    ),
    "close_proposal": Doing(
        DISTANCES,
        (
            lambda _w, a, t: _past_the_right(
                lambda: decisions.close_proposal(a, t.votes.proposal_id), "error-decision-awaited"
            ),
        ),
    ),
    "withdraw_proposal": Doing(
        DISTANCES, (lambda _w, a, t: decisions.withdraw_proposal(a, t.votes.proposal_id, "x"),)
    ),
    "new_round": Doing(DISTANCES, (lambda _w, a, t: votes.new_round(a, t.votes),)),
    "remind_voters": Doing(DISTANCES, (lambda _w, a, t: decisions.remind_voters(a, t.votes.proposal_id),)),
    "cast_ballot": Doing(
        DISTANCES, (lambda _w, a, t: ballots.cast_ballot(a, t.votes.proposal_id, votes.NO_OBJECTION),)
    ),
    "give_advice": Doing(
        DISTANCES, (lambda _w, a, t: ballots.give_advice(a, t.votes.proposal_id, votes.NO_OBJECTION),)
    ),
    "discuss_objection": Doing(
        DISTANCES, (lambda _w, a, t: ballots.discuss_objection(a, t.votes.objection_id, "x"),)
    ),
    "settle_objection": Doing(
        DISTANCES,
        (lambda _w, a, t: _past_the_right(lambda: votes.settle(a, t.votes), "error-objection-own"),),
    ),
    "give_procuration": Doing(GROUP, (_give_procuration,)),
    "revoke_procuration": Doing(
        DISTANCES,
        (
            lambda _w, a, t: _past_the_right(
                lambda: ballots.revoke_procuration(a, t.votes.procuration_id), "error-procuration-own"
            ),
        ),
    ),
    "name_representatives": Doing(
        DISTANCES,
        (lambda _w, a, t: ballots.name_representatives(a, t.structure_id, titular=None, substitute=None),),
    ),
    "stand_candidate": Doing(
        GROUP, (lambda _w, a, _t: candidates.stand_candidate(a, replace(votes.CANDIDATE, name="Autre candidate")),)
    ),
    "withdraw_candidate": Doing(
        DISTANCES, (lambda _w, a, t: candidates.withdraw_candidate(a, t.votes.candidate_id),)
    ),
    "export_decision": Doing(DISTANCES, (lambda _w, a, t: votes.export_one(a, t.votes),)),
    # exchange
    "import_text": Doing(
        DISTANCES,
        (
            lambda _w, a, t: exchange.preview_import(a, t.fiche_id, Upload(name="", data=b"mots")),
            lambda _w, a, t: exchange.import_text(a, t.fiche_id, Upload(name="", data=b"mots")),
        ),
    ),
    "export_fiches": Doing(DISTANCES, (lambda _w, a, t: exchange.export_fiches(a, Target.MARKDOWN, t.fiche_id),)),
    # find
    "find": Doing(GROUP, (lambda _w, a, _t: find.find(a, "mots"),)),
    "view_trame": Doing(
        GROUP,
        (
            lambda _w, a, _t: fiches.view_trame(a),
            lambda _w, a, _t: outline.view_outline(a),
            lambda _w, a, _t: outline.view_variants(a),
            lambda _w, a, _t: outline.compare(a, None, None),
        ),
    ),
    "change_trame": Doing(
        GROUP, (_save_trame, lambda _w, a, _t: outline.change_in_use(a, Add(texts=("Et après ?",))))
    ),
    "view_album": Doing(GROUP, (lambda _w, a, _t: pictures.view_album(a),)),
    "describe_picture": Doing(DISTANCES, (lambda _w, a, t: pictures.describe_picture(a, t.picture_id, CREDIT),)),
    # outline
    "propose_trame": Doing(GROUP, (lambda _w, a, _t: outline.propose_variant(a, VariantDraft(name="x")),)),
    "change_variant": Doing(
        DISTANCES,
        (
            lambda _w, a, t: outline.change_variant(a, t.variant_id, Add(texts=("Neuve ?",))),
            lambda _w, a, t: outline.rename_variant(a, t.variant_id, VariantDraft(name="x"), 1),
        ),
    ),
    "withdraw_variant": Doing(DISTANCES, (lambda _w, a, t: outline.withdraw_variant(a, t.variant_id),)),
    "adopt_variant": Doing(DISTANCES, (lambda _w, a, t: outline.adopt_variant(a, t.variant_id, "Avant"),)),
    "set_organisation": Doing(GROUP, (lambda _w, a, _t: outline.set_organisation(a, Organisation.STRUCTURE),)),
    # lightness
    "view_targets": Doing(GROUP, (lambda _w, a, _t: lightness.view_targets(a),)),
    "change_targets": Doing(GROUP, (lambda _w, a, _t: lightness.change_targets(a, Targets(ease=50), 0),)),
    "measure_fiche": Doing(DISTANCES, (lambda _w, a, t: lightness.measure_fiche(a, t.fiche_id),)),
    "preview_fiche": Doing(DISTANCES, (lambda _w, a, t: lightness.preview_fiche(a, t.fiche_id, more="…"),)),
    # livetext
    "text_read": Doing(
        DISTANCES,
        (
            lambda _w, a, t: livetext.issue_ticket(a, t.text_id),
            lambda _w, a, t: livetext.text_content(a, t.text_id),
            lambda _w, a, t: livetext.versions(a, t.text_id),
        ),
    ),
    "text_write": Doing(DISTANCES, (_write_text,)),
    "text_name_version": Doing(DISTANCES, (lambda _w, a, t: livetext.name_version(a, t.text_id, "v1"),)),
    "text_lock": Doing(DISTANCES, (lambda _w, a, t: livetext.lock_text(a, t.text_id),)),
    "text_unlock": Doing(DISTANCES, (_unlock,)),
    # comments
    "comment_read": Doing(DISTANCES, (lambda _w, a, t: comments.view_margin(a, t.text_id),)),
    "comment_add": Doing(
        DISTANCES,
        (
            lambda _w, a, t: comments.open_thread(a, t.text_id, None, "Et ceci ?"),
            lambda _w, a, t: comments.reply(a, t.text_id, t.thread_id, "Oui."),
        ),
    ),
    "comment_edit": Doing(DISTANCES, (_edit_comment,)),
    "comment_delete": Doing(DISTANCES, (_delete_comment,)),
    "comment_resolve": Doing(
        DISTANCES, (lambda _w, a, t: comments.settle_thread(a, t.text_id, t.thread_id, resolved=True),)
    ),
    "comment_follow": Doing(DISTANCES, (_follow_words,)),
    "comment_see": Doing(DISTANCES, (lambda _w, a, t: comments.see_mentions(a, t.text_id),)),
    "suggestion_decide": Doing(DISTANCES, (_decide,)),
    # questionnaires
    "list_questionnaires": Doing(GROUP, (lambda _w, a, _t: forms.view_forms(a),)),
    "view_questionnaire": Doing(
        DISTANCES,
        (lambda _w, a, t: forms.view_form(a, t.form_id), lambda _w, a, t: forms.view_paper(a, t.form_id)),
    ),
    "create_questionnaire": Doing(GROUP, (lambda _w, a, _t: forms.create_form(a, desk.draft()), _copy_form)),
    "change_questionnaire": Doing(
        DISTANCES,
        (
            lambda _w, a, t: forms.view_trial(a, t.form_id),
            _change_form,
            lambda _w, a, t: forms.save_item(a, t.draft_form_id, None, desk.ITEMS[1]),
            lambda _w, a, t: forms.save_item(a, t.draft_form_id, t.item, desk.ITEMS[2]),
            lambda _w, a, t: forms.move_item(a, t.draft_form_id, t.item.item_id, 1),
            lambda _w, a, t: forms.remove_item(a, t.draft_form_id, t.item.item_id),
            lambda _w, a, t: forms.delete_form(a, t.draft_form_id),
        ),
    ),
    "share_questionnaire": Doing(
        DISTANCES,
        (
            lambda _w, a, t: forms.make_links(a, t.form_id, ["x"]),
            lambda _w, a, t: forms.revoke_link(a, t.form_id, t.form_link_id),
            lambda _w, a, t: forms.renew_public_link(a, t.form_id),
            lambda _w, a, t: forms.close_form(a, t.form_id),
            lambda _w, a, t: forms.open_form(a, t.form_id),
        ),
    ),
    "answer_questionnaire": Doing(DOOR, (_answer_form,)),
    "withdraw_answer": Doing(DOOR, (_withdraw,)),
    "enter_paper_answer": Doing(DISTANCES, (lambda _w, a, t: answers.view_keying(a, t.form_id), _key_in)),
    "view_answers": Doing(DISTANCES, (lambda _w, a, t: results.view_results(a, t.form_id),)),
    "sort_answers": Doing(
        DISTANCES, (lambda _w, a, t: results.sort_answer(a, t.form_answer_id, tags=["x"], question_ids=()),)
    ),
    "export_answers": Doing(DISTANCES, (lambda _w, a, t: results.export_answers(a, t.form_id, _Headings()),)),
    "erase_answers": Doing(
        DISTANCES,
        (
            lambda _w, a, t: results.erase_answer(a, t.form_id, 1),
            lambda _w, a, t: results.erase_answers(a, t.form_id),
        ),
    ),
    # welcome
    "set_up": Doing(DOOR, (_set_up,)),
    "install_example": Doing(DOOR, (lambda _w, _a, _t: welcome.install_example(is_loopback=True),)),
    "enter_example": Doing(DOOR, (lambda _w, _a, _t: welcome.enter_example(Role.PARTNER, is_loopback=True),)),
    "remove_example": Doing(DOOR, (lambda _w, a, _t: welcome.remove_example(a, is_loopback=True),)),
}
# These act on an example that is there: the store is filled with it first.
WITH_EXAMPLE = frozenset({"enter_example", "remove_example"})
