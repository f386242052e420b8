"""The two doors, and what stands behind each."""

from __future__ import annotations

from dataclasses import replace

from tests.pages.conftest import Visitor
from workspace.kernel.actor import Role
from workspace.welcome import service as welcome


def test_first_visit_offers_two_doors(visitor: Visitor) -> None:
    app = visitor.open()
    assert [item.value for item in app.header] == ["Explorer le groupe d’exemple", "Créer notre groupe"]
    assert "Code d’installation" not in [item.label for item in app.text_input]


def test_first_visit_from_elsewhere_asks_the_code_and_does_not_open_the_example(visitor: Visitor) -> None:
    visitor.facts = replace(visitor.facts, is_loopback=False, address="192.0.2.7")
    app = visitor.open()
    assert "Code d’installation" in [item.label for item in app.text_input]
    assert not [button for button in app.button if button.key == "gate.install"]


def test_first_visit_speaks_the_browsers_language(visitor: Visitor) -> None:
    visitor.facts = replace(visitor.facts, language="en")
    assert visitor.open().header[0].value == "Explore the example group"


def test_install_example_then_three_roles_are_offered(visitor: Visitor) -> None:
    app = visitor.open()
    app.button(key="gate.install").click().run()
    assert welcome.view_example_door().installed
    assert {f"gate.enter.{role.value}" for role in welcome.ENTER_ROLES} <= {button.key for button in app.button}


def test_create_group_with_a_weak_password_keeps_what_was_typed(visitor: Visitor) -> None:
    app = visitor.open()
    app.text_input(key="founding.group").input("Groupe du Var")
    app.text_input(key="founding.territory").input("Var")
    app.text_input(key="founding.host").input("Une coopérative")
    app.text_input(key="founding.name").input("A. B.")
    app.text_input(key="founding.email").input("a@exemple.org")
    app.text_input(key="founding.password").input("court")
    next(button for button in app.button if button.label == "Créer le groupe").click()
    app.run()
    assert "trop court" in app.error[0].value
    assert app.text_input(key="founding.group").value == "Groupe du Var"
    assert not welcome.is_set_up()


def test_empty_form_names_the_first_field_as_the_form_does(visitor: Visitor) -> None:
    app = visitor.open()
    next(button for button in app.button if button.label == "Créer le groupe").click()
    app.run()
    assert "Nom du groupe" in app.error[0].value
    app.text_input(key="founding.group").input("Groupe du Var")
    app.text_input(key="founding.territory").input("Var")
    next(button for button in app.button if button.label == "Créer le groupe").click()
    app.run()
    assert "Structure qui accueille le groupe" in app.error[0].value


def test_create_group_signs_its_founder_in(visitor: Visitor) -> None:
    app = visitor.open()
    for key, value in {
        "group": "Groupe du Var",
        "territory": "Var",
        "host": "Une coopérative",
        "name": "A. B.",
        "email": "A@exemple.org",
        "password": "quatre mots sans rapport",
    }.items():
        app.text_input(key=f"founding.{key}").input(value)
    next(button for button in app.button if button.label == "Créer le groupe").click()
    app.run()
    assert not app.error
    assert welcome.is_set_up()
    actor = visitor.hold(app.session_state["shell.ticket"])
    assert (actor.role, actor.is_admin) == (Role.FACILITATOR, True)
    visitor.open()


def test_after_set_up_a_stranger_gets_the_sign_in_form_on_every_page(visitor: Visitor) -> None:
    test_create_group_signs_its_founder_in(visitor)
    visitor.leave()
    for page in ("", "fiches", "compte", "installation", "structures"):
        app = visitor.open(page)
        assert [item.label for item in app.text_input][:2] == ["Adresse électronique", "Mot de passe"], page


def test_sign_in_with_a_wrong_password_says_one_sentence(visitor: Visitor) -> None:
    test_create_group_signs_its_founder_in(visitor)
    visitor.leave()
    app = visitor.open()
    app.text_input[0].input("a@exemple.org")
    app.text_input[1].input("pas le bon du tout")
    app.button[0].click().run()
    assert app.error[0].value == "Adresse ou mot de passe inexact."
    app.text_input[1].input("quatre mots sans rapport")
    app.button[0].click().run()
    assert "shell.ticket" in app.session_state


def test_invitation_link_that_is_unknown_says_so(visitor: Visitor) -> None:
    app = visitor.open("invitation", lien="inconnu")
    assert app.warning[0].value.startswith("Il a déjà servi")


def test_accueil_of_each_role_of_the_example(example: Visitor) -> None:
    for role in welcome.ENTER_ROLES:
        example.enter(role)
        app = example.open()
        assert app.title[0].value
        assert [item.value for item in app.header][:2] == ["Ce qui vous attend", "Ce qui a changé"]
