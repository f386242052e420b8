"""The installation page: for administrators, in both languages, with the test mail's answer where one looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import update

from db.models import Person
from db.session import unit_of_work
from workspace.kernel.actor import Role


def make_admin(visitor: Any, *, locale: str = "fr") -> None:
    with unit_of_work() as session:
        person_id = visitor.actor().person_id
        session.execute(update(Person).where(Person.id == person_id).values(is_admin=True, locale=locale))


def test_administrator_sees_every_point(entered: Callable[[Role], Any]) -> None:
    visitor = entered(Role.FACILITATOR)
    make_admin(visitor)
    app = visitor.open("installation")
    assert app.title[0].value == "Installation"
    table = app.table[0].value
    assert len(table) >= 14
    assert "Base de données" in table.index
    assert not table["État"].str.contains("installation-").any()


def test_page_speaks_english(entered: Callable[[Role], Any]) -> None:
    visitor = entered(Role.FACILITATOR)
    make_admin(visitor, locale="en")
    assert "Database" in visitor.open("installation").table[0].value.index


def test_facilitator_who_is_no_administrator_sees_a_refusal_and_no_table(entered: Callable[[Role], Any]) -> None:
    app = entered(Role.FACILITATOR).open("installation")
    assert len(app.error) == 1
    assert len(app.table) == 0


def test_mail_button_says_what_is_missing(entered: Callable[[Role], Any]) -> None:
    visitor = entered(Role.FACILITATOR)
    make_admin(visitor)
    app = visitor.open("installation")
    app.button(key="installation.mail").click().run()
    assert any("réglé" in item.value for item in app.error)
