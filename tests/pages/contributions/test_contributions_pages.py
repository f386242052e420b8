"""Contributions and adhesions through the real frame: each role, empty states, live trials, words of strangers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import delete, func, select, update

from budget.adhesions import service as adhesions
from budget.adhesions.words import Standing
from budget.contributions import service
from budget.contributions.words import InKindState
from db.models import ContributionReceipt, FeeRule, FundingKey, InKindMethod, JournalEntry, Person
from db.session import reading, unit_of_work
from pages.widgets.plain import plain
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import html_of, labels, press
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate

Enter = Callable[[Role], Visitor]
SECTIONS = ("overview", "key", "money", "in-kind")


def journal() -> int:
    with reading() as session:
        return session.scalar(select(func.count()).select_from(JournalEntry)) or 0


def fill(app: object, label: str, value: str) -> None:
    """Type in the field of that label."""
    next(one for one in app.text_input if one.label == translate("fr", label)).input(value)  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTNER, Role.TREASURER, Role.FACILITATOR])
def test_every_part_opens_in_both_languages(entered: Enter, role: Role, language: str) -> None:
    visitor = entered(role)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    for section in SECTIONS:
        app = visitor.open("contributions", partie=section)
        assert app.title[0].value == translate(language, "menu-contributions")
        assert not app.error
    app = visitor.open("adhesions")
    assert app.title[0].value == translate(language, "menu-adhesions")
    assert not app.error


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTNER, Role.TREASURER])
def test_empty_states_say_what_to_do_first(entered: Enter, role: Role) -> None:
    visitor = entered(role)
    with unit_of_work() as session:
        for table in (FundingKey, InKindMethod, FeeRule):
            session.execute(delete(table))
    keeps = role is Role.TREASURER
    told = {
        "overview": "contributions-none" if keeps else "contributions-none-own",
        "key": "funding-none",
        "money": "pledge-no-key",
        "in-kind": "in-kind-method-none" if keeps else "in-kind-method-none-read",
    }
    for section, key in told.items():
        app = visitor.open("contributions", partie=section)
        assert translate("fr", key) in [one.value for one in app.info]
    app = visitor.open("adhesions")
    assert translate("fr", "adhesions-none" if keeps else "adhesions-none-read") in [one.value for one in app.info]
    assert (translate("fr", "adhesions-rule-new") in labels(app)) == keeps


def test_all_read_who_gave_what_and_in_kind_stands_apart(entered: Enter) -> None:
    app = entered(Role.OBSERVER).open("contributions")
    html = html_of(app)
    assert "Énergies Alternatives" in html
    values = {one.label: one.value for one in app.metric}
    assert values[translate("fr", "contributions-pledged")] == "750,00\u00a0€"
    assert values[translate("fr", "contributions-received")] == "210,00\u00a0€"
    assert values[translate("fr", "contributions-in-kind")] == "132,12\u00a0€"
    assert "882,12" not in html


def test_trying_a_key_writes_nothing(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("contributions", partie="key")
    before = journal()
    amount = next(one for one in app.text_input if one.label == translate("fr", "funding-amount"))
    assert amount.value == "1200,00"
    amount.input("1 350,00").run()
    assert "240,00\u00a0€" in html_of(app)  # five share what Essor13 leaves: (1350 - 150) / 5
    next(one for one in app.text_input if one.label == translate("fr", "funding-amount")).input("12.345,60").run()
    assert [one.value for one in app.error] != []
    assert translate("fr", "funding-save") not in labels(app)
    assert journal() == before
    assert service.view_contributions(visitor.actor()).keys[0].amount_cents == 120_000


def test_treasurer_keeps_a_new_key(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = visitor.open("contributions", partie="key")
    next(one for one in app.selectbox if one.label == translate("fr", "funding-which")).select_index(1).run()
    fill(app, "funding-amount", "600")
    app.run()
    press(app, "funding-save")
    assert app.error  # what is funded must be said
    fill(app, "funding-title", "Création <b>graphique</b>")
    press(app, "funding-save")
    keys = service.view_contributions(visitor.actor()).keys
    assert (keys[0].title, keys[0].amount_cents) == ("Création <b>graphique</b>", 60_000)
    app = visitor.open("contributions", partie="key")
    assert plain("Création <b>graphique</b>") in [one.value for one in app.header]


def test_partner_pledges_for_their_structure_only(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    with unit_of_work() as session:
        session.execute(delete(ContributionReceipt))  # the example's partner has paid already
    app = visitor.open("contributions", partie="money")
    assert not {translate("fr", one) for one in ("call-make", "receipt-take", "payee-save")} & labels(app)
    app.button(key="contributions.contributions-change").click().run()
    fill(app, "pledge-amount", "99,99")
    press(app, "pledge-save", "contributions.contributions-change")
    view = service.view_contributions(visitor.actor())
    assert next(one for one in view.keys[0].lines if one.structure_id == view.own_id).pledged_cents == 9_999
    app = visitor.open("contributions", partie="money")
    other = next(one for one in view.keys[0].lines if one.structure_id != view.own_id and one.call is None)
    who = next(one for one in app.selectbox if one.label == translate("fr", "pledge-for"))
    who.select(other.structure_id).run()
    assert translate("fr", "contributions-change") not in labels(app)


def test_treasurer_calls_and_receives(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = visitor.open("contributions", partie="money")
    app.button(key="contributions.call-make").click().run()
    press(app, "call-send", "contributions.call-make")
    app = visitor.open("contributions", partie="money")
    app.button(key="contributions.receipt-take").click().run()
    fill(app, "receipt-amount-field", "1.000,00")
    press(app, "receipt-save", "contributions.receipt-take")
    assert app.error  # which of the two marks thousands cannot be known
    fill(app, "receipt-amount-field", "100,00")
    press(app, "receipt-save", "contributions.receipt-take")
    line = service.view_contributions(visitor.actor()).keys[0].lines[0]
    assert (line.received_cents, line.still_due_cents) == (10_000, 11_000)
    assert line.call is not None
    app = visitor.open("contributions", partie="money")
    links = [item.proto.url for item in app.get("link_button")]
    assert f"/budget/call/{line.call.call_id}.pdf" in links
    assert f"/budget/receipt/{line.receipts[0].receipt_id}.pdf" in links


def test_in_kind_is_declared_then_validated_by_another(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = visitor.open("contributions", partie="in-kind")
    app.button(key="contributions.waiting.0.accept").click().run()
    app = visitor.open("contributions", partie="in-kind")
    assert translate("fr", "in-kind-waiting-none") in [one.value for one in app.markdown]
    app.button(key="contributions.declare").click().run()
    for label, value in (("in-kind-task", "<i>Saisie</i>"), ("in-kind-who", "T. R."), ("in-kind-hours", "1 h 30")):
        fill(app, label, value)
    press(app, "in-kind-send", "contributions.declare")
    newest = next(
        one for one in service.view_contributions(visitor.actor()).in_kind if one.state is InKindState.DECLARED
    )
    assert (newest.draft.minutes, newest.draft.value_cents) == (90, 1_803)
    app = visitor.open("contributions", partie="in-kind")
    assert translate("fr", "in-kind-accept") not in labels(app)
    assert "<i>Saisie" not in "".join(one.value for one in app.markdown)


def test_membership_is_recorded_and_its_fee_received(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    view = adhesions.view_adhesions(visitor.actor())
    place = next(line for line in view.lines if line.standing is Standing.NONE)
    app = visitor.open("adhesions")
    app.selectbox(key="adhesions.who").select(place.structure_id).run()
    app.button(key="adhesions.record").click().run()
    app.button(key="adhesions.record").click()
    app.button(key="adhesions.record.save").click().run()
    assert not app.error
    line = next(
        one for one in adhesions.view_adhesions(visitor.actor()).lines if one.structure_id == place.structure_id
    )
    assert line.standing is Standing.DUE
    app = visitor.open("adhesions")
    app.selectbox(key="adhesions.who").select(place.structure_id).run()
    app.button(key="adhesions.0.receive").click().run()
    press(app, "receipt-save", "adhesions.0.receive")
    after = next(
        one for one in adhesions.view_adhesions(visitor.actor()).lines if one.structure_id == place.structure_id
    )
    assert after.standing is Standing.UP_TO_DATE


@pytest.mark.parametrize("role", [Role.PARTNER, Role.OBSERVER])
def test_others_read_adhesions_and_change_nothing(entered: Enter, role: Role) -> None:
    app = entered(role).open("adhesions")
    told = {translate("fr", f"adhesions-{one}") for one in ("record", "renew", "receive", "cancel", "rule-new")}
    assert not told & labels(app)


def test_accueil_tells_a_structure_what_is_awaited_from_it(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    view = service.view_contributions(actor)
    line = next(one for one in view.keys[0].lines if one.structure_id == actor.structure_id)
    app = visitor.open()
    said = [item.proto.label for item in app.get("page_link")]
    title = view.keys[0].title.replace("(", "\\(").replace(")", "\\)")
    kind = "pay" if line.call else "pledge"
    expected = translate("fr", f"accueil-awaits-{kind}-contribution", label=title)
    assert (expected in said) == (line.call is not None or line.pledge_id is None)
