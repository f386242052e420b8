"""Budget and Écritures through the real frame: one glance, its tables, two persons, what was typed stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import delete, update

from budget.envelope import service
from budget.envelope.words import EnvelopeView
from budget.ledger.store import enter
from budget.ledger.words import Movement
from budget.spending.words import CommitmentState
from db.models import BudgetLine, Envelope, Person
from db.session import unit_of_work
from pages.budget import keys
from pages.shell.formats import money
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import html_of, labels, press
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate

Enter = Callable[[Role], Visitor]


def the_envelope(visitor: Visitor) -> EnvelopeView:
    view = service.view_budget(visitor.actor()).shown
    assert view is not None
    return view


def said(app) -> str:
    return html_of(app).replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.TREASURER])
def test_empty_state_says_what_to_do_first(entered: Enter, role: Role) -> None:
    visitor = entered(role)
    with unit_of_work() as session:
        session.execute(delete(Envelope))
    app = visitor.open("budget")
    key = "budget-none-read" if role is Role.OBSERVER else "budget-none"
    assert translate("fr", key) in [one.value for one in app.info]
    if role is Role.OBSERVER:
        assert translate("fr", "budget-create") not in labels(app)
        return
    app.text_input(key=f"{keys.ENVELOPE}.made.title").input("Support <b>commun</b>")
    app.text_input(key=f"{keys.ENVELOPE}.made.minimum").input("3.000,00")
    app.text_input(key=f"{keys.ENVELOPE}.made.maximum").input("4 000")
    press(app, "budget-create")
    assert "deux façons" in app.error[0].value
    assert app.text_input(key=f"{keys.ENVELOPE}.made.title").value == "Support <b>commun</b>"
    app.text_input(key=f"{keys.ENVELOPE}.made.minimum").input("3 000,00")
    press(app, "budget-create")
    view = the_envelope(visitor)
    assert (view.title, view.position.band.minimum_cents, view.two_approvals_from_cents) == (
        "Support <b>commun</b>",
        300_000,
        50_000,
    )
    assert "Support \\<b\\>commun\\<\\/b\\>" in visitor.open("budget").header[0].value


def test_one_glance_and_the_same_figures_in_tables(entered: Enter) -> None:
    visitor = entered(Role.OBSERVER)
    app = visitor.open("budget")
    view = the_envelope(visitor)
    told = said(app)
    assert "L’enveloppe tient." in told
    for cents in (view.position.free_to_maximum_cents, view.position.spending.taken_cents, view.proposed_cents):
        assert money(cents).replace("\u202f", " ").replace("\u00a0", " ") in told
    assert {"Engagements", "Lignes"} <= {one.value for one in app.header}
    tables = told.count("<table")
    assert tables >= 3  # the lines, and one under each chart
    assert not {translate("fr", one) for one in ("budget-change", "budget-commit", "budget-cancel")} & labels(app)


def test_second_person_approves_what_waits(entered: Enter) -> None:
    treasurer = entered(Role.TREASURER)
    waiting = [one for one in the_envelope(treasurer).commitments if one.state is CommitmentState.PROPOSED]
    app = treasurer.open("budget")
    assert waiting
    assert not any(one.startswith(translate("fr", "budget-approve")) for one in labels(app))
    facilitator = entered(Role.FACILITATOR)
    app = facilitator.open("budget")
    name = facilitator.actor().name.replace("\u00a0", " ")
    assert f"Attendu : {name}" in said(app)
    app.button(key=f"{keys.APPROVE}.{waiting[0].commitment_id}").click().run()
    assert not app.exception
    assert all(one.state is CommitmentState.APPROVED for one in the_envelope(facilitator).commitments)


def test_cancelling_asks_why(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = visitor.open("budget")
    app.button(key=keys.CANCEL).click().run()
    press(app, "budget-cancel-yes", keys.CANCEL)
    assert app.error
    app.text_input(key=f"{keys.CANCEL}.reason").input("Trop <i>cher</i>")
    press(app, "budget-cancel-yes", keys.CANCEL)
    assert "Trop &lt;i&gt;cher&lt;/i&gt;" in html_of(visitor.open("budget"))


def test_small_order_is_committed_in_the_french_way(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = visitor.open("budget")
    app.button(key=keys.COMMIT).click().run()
    for name, typed in (("label", "Épreuve papier"), ("amount", "89,50 €"), ("reason", "Voir les couleurs")):
        app.text_input(key=f"{keys.COMMIT}.form.{name}").input(typed)
    press(app, "budget-commit-yes", keys.COMMIT)
    (made,) = [one for one in the_envelope(visitor).commitments if one.label == "Épreuve papier"]
    assert (made.amount_cents, made.state) == (8_950, CommitmentState.APPROVED)


def test_lines_are_added_and_removed(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    with unit_of_work() as session:
        session.execute(update(BudgetLine).where(BudgetLine.account == "611").values(label="Web <x>"))
    app = visitor.open("budget")
    assert "Web &lt;x&gt; (611)" in html_of(app)
    app.button(key=f"{keys.LINE}.new").click().run()
    app.text_input(key=f"{keys.LINE}.made.label").input("Livraison")
    app.text_input(key=f"{keys.LINE}.made.minimum").input("12,345.6")
    press(app, "budget-save", f"{keys.LINE}.new")
    assert app.error
    app.text_input(key=f"{keys.LINE}.made.minimum").input("50")
    app.text_input(key=f"{keys.LINE}.made.account").input("624")
    press(app, "budget-save", f"{keys.LINE}.new")
    assert "Livraison" in [one.label for one in the_envelope(visitor).lines]


def test_year_is_closed_and_opened_again_with_a_reason(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    with unit_of_work() as session:
        moved = Movement(
            kind="payment",
            object_id=uuid4(),
            label="Ancien <b>tirage</b>",
            day=date(2025, 5, 2),
            debit="401",
            credit="512",
            amount_cents=1_250,
        )
        enter(session, visitor.actor().group_id, moved)
    app = visitor.open("ecritures")
    app.session_state[keys.YEAR] = 2025
    app.run()
    assert "Ancien &lt;b&gt;tirage&lt;/b&gt;" in html_of(app)
    app.button(key=keys.CHECK).click().run()
    assert "chaîne entière" in app.success[0].value
    app.button(key=keys.CLOSE).click().run()
    app.button(key=keys.CLOSE).click()
    app.button(key=f"{keys.CLOSE}.yes").click().run()
    assert not app.exception
    assert app.info
    app.button(key=keys.REOPEN).click().run()
    app.text_input(key=f"{keys.REOPEN}.reason").input("Facture oubliée")
    app.button(key=keys.REOPEN).click()
    next(one for one in app.button if one.label.startswith("Rouvrir 2025")).click().run()
    assert any("Facture oubliée" in one.value for one in app.caption)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["budget", "ecritures"])
def test_pages_are_whole_in_both_languages(entered: Enter, language: str, page: str) -> None:
    visitor = entered(Role.OBSERVER)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    app = visitor.open(page)
    assert app.title[0].value == translate(language, f"menu-{page}")
    assert not app.error


@pytest.mark.parametrize("language", LANGUAGES)
def test_envelope_is_saved_as_its_form_shows_it(entered: Enter, language: str) -> None:
    """An amount written the English way, €4,000.00, can be read in two ways: no form shows one to be typed again."""
    visitor = entered(Role.TREASURER)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    before = the_envelope(visitor)
    app = visitor.open("budget")
    app.button(key=f"{keys.ENVELOPE}.change").click().run()
    app.button(key=f"{keys.ENVELOPE}.change").click()
    next(one for one in app.button if one.label == translate(language, "budget-save")).click().run()
    assert not app.exception
    assert not app.error
    after = the_envelope(visitor)
    assert (after.version, after.position.band) == (before.version + 1, before.position.band)
