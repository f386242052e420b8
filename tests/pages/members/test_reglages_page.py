"""Réglages: read by all, changed by few, and lists that lose nothing."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visitor
from workspace.accounts import service as accounts
from workspace.kernel.actor import Role
from workspace.members import service
from workspace.members.words import ListEntry, ListKind
from workspace.welcome import service as welcome
from workspace.welcome.words import Founding


def keys(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def names(visitor: Visitor, kind: ListKind = ListKind.ETAPES) -> list[str]:
    return [one.name for one in service.view_list(visitor.actor(), kind)]


def line_buttons(app: AppTest, act: str) -> list:
    return [button for button in app.button if str(button.key).endswith(f".{act}.button")]


def name_fields(app: AppTest) -> list:
    return [
        one for one in app.text_input if str(one.key).startswith("reglages.line.") and str(one.key).endswith(".name")
    ]


@pytest.mark.parametrize("role", [Role.TREASURER, Role.PARTNER])
def test_others_read_everything_and_are_told_who_changes(entered, role: Role) -> None:
    app = entered(role).open("reglages")
    assert "S\\.\u00a0D\\." in app.info[-1].value or any("S\\.\u00a0D\\." in one.value for one in app.info)
    assert not app.main.text_input
    assert not {key for key in keys(app) if key.endswith((".save", ".add"))}
    said = "".join(item.proto.body for item in app.get("html")) + "".join(item.value for item in app.markdown)
    for expected in ("Bouches-du-Rhône", "Europe/Paris", "Développement", "Financement", "Observation"):
        assert expected in said


def group_fields(app: AppTest) -> dict[str, object]:
    fields = [*app.text_input, *app.text_area]
    return {str(one.key).rpartition(".")[2]: one for one in fields if str(one.key).startswith("reglages.group.")}


def test_facilitator_changes_the_group(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    group_fields(app)["name"].input("Accompagner 13")
    app.button(key="reglages.group.save").click().run()
    assert not app.error
    assert service.view_group(visitor.actor()).name == "Accompagner 13"
    assert group_fields(app)["name"].value == "Accompagner 13"


@pytest.mark.parametrize("typed", ["x" * 500, "  "])
def test_refused_group_keeps_every_word(entered, typed: str) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    group_fields(app)["name"].input(typed)
    group_fields(app)["purpose"].input("Un objet tapé")
    app.button(key="reglages.group.save").click().run()
    assert len(app.error) == 1
    assert group_fields(app)["name"].value == typed
    assert group_fields(app)["purpose"].value == "Un objet tapé"


def test_stale_group_form_keeps_the_text_and_saves_after_a_look(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    now = service.view_group(visitor.actor())
    service.change_group(
        visitor.actor(), name=now.name, territory="Provence", purpose="", zone=now.zone, version=now.version
    )
    group_fields(app)["name"].input("Mon nom")
    app.button(key="reglages.group.save").click().run()
    assert any("intacte" in one.value for one in app.warning)
    assert "Provence" in "".join(item.proto.body for item in app.get("html"))
    assert service.view_group(visitor.actor()).name == now.name
    app.button(key="reglages.group.keep").click().run()
    app.button(key="reglages.group.save").click().run()
    assert service.view_group(visitor.actor()).name == "Mon nom"


def test_list_is_worded_ordered_and_saved_in_one_go(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    before = names(visitor)
    line_buttons(app, "down")[0].click().run()
    name_fields(app)[0].input("Projet précis").run()
    app.button(key="reglages.etapes.add").click().run()
    name_fields(app)[len(before)].input("Transmission").run()
    assert names(visitor) == before
    app.button(key="reglages.etapes.save").click().run()
    assert not app.error
    assert names(visitor) == ["Projet précis", "Idée", "Essai", "Création", "Développement", "Transmission"]


def test_removing_a_line_says_what_it_unlinks_and_can_be_taken_back(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    line_buttons(app, "remove")[1].click().run()
    assert "3\u00a0structures" in app.warning[0].value
    line_buttons(app, "keep")[0].click().run()
    assert not app.warning
    line_buttons(app, "remove")[1].click().run()
    app.button(key="reglages.etapes.save").click().run()
    assert names(visitor) == ["Idée", "Essai", "Création", "Développement"]


def test_refused_list_keeps_every_word(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    before = names(visitor)
    name_fields(app)[0].input("PROJET").run()
    app.button(key="reglages.etapes.save").click().run()
    assert "existe déjà" in app.error[0].value
    assert name_fields(app)[0].value == "PROJET"
    assert names(visitor) == before


def test_list_saved_over_by_somebody_keeps_both_sides(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    name_fields(app)[0].input("Une idée à moi").run()
    shown = service.view_list(visitor.actor(), ListKind.ETAPES)
    service.change_list(
        visitor.actor(), ListKind.ETAPES, [*shown, ListEntry(entry_id=None, name="Leur étape")], shown=shown
    )
    app.button(key="reglages.etapes.save").click().run()
    assert any("intacte" in one.value for one in app.warning)
    app.button(key="reglages.etapes.catch-up").click().run()
    app.button(key="reglages.etapes.save").click().run()
    assert names(visitor) == ["Une idée à moi", "Projet", "Essai", "Création", "Développement", "Leur étape"]


def test_list_without_a_change_says_so(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("reglages")
    app.button(key="reglages.fonctions.save").click().run()
    assert any("pas changé" in one.value for one in app.caption)


def test_example_is_removed_after_a_confirmation(entered) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("reglages")
    app.button(key="reglages.example").click().run()
    assert welcome.view_example_door().installed
    app.button(key="reglages.example.yes").click().run()
    assert not welcome.view_example_door().installed


@pytest.fixture
def founder(visitor: Visitor) -> Visitor:
    """A browser of the administrator who has just founded a group of their own."""
    visitor.hold(
        welcome.set_up(
            Founding(
                group_name="Groupe du Var",
                territory="Var",
                host="Une coopérative",
                languages=("fr", "en"),
                person_name="A. B.",
                email="a@exemple.org",
                password="quatre mots sans rapport",
                locale="fr",
            ),
            is_loopback=True,
            typed_code="",
            code="x",
            address="127.0.0.1",
        )
    )
    return visitor


def test_new_group_is_told_what_to_do_first(founder: Visitor) -> None:
    app = founder.open("structures")
    assert "Ajoutez les autres" in app.info[0].value
    app = founder.open("reglages")
    assert "reglages.example" not in keys(app)
    app.button(key="reglages.etapes.add").click().run()
    name_fields(app)[0].input("Idée").run()
    app.button(key="reglages.etapes.save").click().run()
    assert names(founder)[-1] == "Idée"


def test_administrator_creates_another_group_and_enters_it(founder: Visitor) -> None:
    app = founder.open("reglages")
    for name, typed in {"name": "Second groupe", "territory": "Var", "host": "Hôte"}.items():
        app.text_input(key=f"reglages.new.{name}").input(typed)
    app.button(key="reglages.new.create").click().run()
    assert not app.error
    groups = {name: one for one, name in accounts.view_profile(founder.actor()).groups}
    app = founder.open("compte")
    app.button(key=f"compte.group.{groups['Second groupe']}").click().run()
    assert founder.actor().group_id == groups["Second groupe"]
    assert "reglages.new.create" in keys(founder.open("reglages"))
