"""How each operation is done: every use case of it, on an object at a distance. An operation without a row fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit

from db.models import Group, Structure
from db.session import reading, unit_of_work
from tests.integration.rights.world import DISTANCES, PASSWORD, Thing, World, picture
from workspace.accounts import export
from workspace.accounts import service as accounts
from workspace.accounts import store as accounts_store
from workspace.accounts.rules import RESET_LIFE, TICKET_LIFE
from workspace.accounts.words import Purpose
from workspace.accueil import service as accueil
from workspace.checkup import service as checkup
from workspace.fiches import pictures
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheDraft, TrameEntry
from workspace.kernel.actor import Actor, Role
from workspace.kernel.errors import NotAllowed, RuleBroken
from workspace.lightness import service as lightness
from workspace.lightness.words import Targets
from workspace.livetext import service as livetext
from workspace.members import people
from workspace.members import service as members
from workspace.members.words import ListKind, StructureDraft
from workspace.welcome import service as welcome
from workspace.welcome.words import Founding

INDEX = Path(streamlit.__file__).resolve().parent / "static" / "index.html"
Act = Callable[[World, Actor, Thing], object]
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
    from db.models import Fiche

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


def _accept(_world: World, _actor: Actor, thing: Thing) -> None:
    people.accept_invitation(
        thing.invitation_token, name="Neuf", email="neuf@exemple.fr", password=PASSWORD, locale="fr"
    )


def _founding() -> Founding:
    return Founding(
        group_name="x", territory="x", host="x", languages=("fr",), person_name="x", email="x@exemple.fr",
        password=PASSWORD, locale="fr",
    )  # fmt: skip


def _set_up(_world: World, _actor: Actor, _thing: Thing) -> None:
    _past_the_right(
        lambda: welcome.set_up(_founding(), is_loopback=True, typed_code="", code="AAAA", address="127.0.0.1"),
        "error-already-set-up",
    )


def _enter_example(_world: World, _actor: Actor, _thing: Thing) -> None:
    welcome.install_example(is_loopback=True)
    welcome.enter_example(Role.PARTNER, is_loopback=True)


def _remove_example(_world: World, actor: Actor, _thing: Thing) -> None:
    welcome.install_example(is_loopback=True)
    welcome.remove_example(actor, is_loopback=True)


def _test_mail(_world: World, actor: Actor, _thing: Thing) -> None:
    _past_the_right(lambda: checkup.send_test_mail(actor), "error-mail-unset")


def _switch(_world: World, actor: Actor, thing: Thing) -> None:
    accounts.switch_group(actor, thing.group_id)


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
    "view_home": Doing(GROUP, (lambda _w, a, _t: accueil.view_home(a),)),
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
    "leave_structure": Doing(DISTANCES, (lambda _w, a, t: members.leave_structure(a, t.structure_id),)),
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
    "view_trame": Doing(GROUP, (lambda _w, a, _t: fiches.view_trame(a),)),
    "change_trame": Doing(GROUP, (_save_trame,)),
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
    # welcome
    "set_up": Doing(DOOR, (_set_up,)),
    "install_example": Doing(DOOR, (lambda _w, _a, _t: welcome.install_example(is_loopback=True),)),
    "enter_example": Doing(DOOR, (_enter_example,)),
    "remove_example": Doing(DOOR, (_remove_example,)),
}
