"""Suppliers, devis, comparison and requests through the real frame: each role, empty rooms, whole ways."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from sqlalchemy import delete, update
from streamlit.testing.v1 import AppTest

from budget.connections import connect
from budget.envelope.words import LineKind
from budget.quotes import asking, comparison, service, suppliers
from budget.quotes.words import DevisState
from db.models import Devis, Person, QuoteRequest, Supplier
from db.session import unit_of_work
from pages.widgets.plain import plain
from tests.integration.budget.offers import read_devis
from tests.pages.conftest import Visitor
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate

Enter = Callable[[Role], Visitor]


@pytest.fixture(autouse=True)
def _connected() -> None:
    connect()


def t(key: str, **values: object) -> str:
    return translate("fr", key, **values)


def words_of(app: AppTest) -> str:
    shown = [
        *app.markdown, *app.caption, *app.title, *app.header, *app.info, *app.success, *app.warning,
        *app.error,
    ]  # fmt: skip
    return "\n".join([*(str(one.value) for one in shown), *(item.proto.body for item in app.get("html"))])


def labels(app: AppTest) -> set[str]:
    return {button.label for button in app.button}


def press(app: AppTest, label: str) -> AppTest:
    next(one for one in app.button if one.label == label).click().run()
    assert not app.exception, [item.value for item in app.exception]
    return app


@pytest.mark.parametrize("role", list(Role)[:3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_sees_what_it_may(entered: Enter, role: Role, language: str) -> None:
    visitor = entered(role)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    keeps = role in {Role.FACILITATOR, Role.TREASURER}

    def said(key: str) -> str:
        return translate(language, key)

    assert (said("suppliers-add") in labels(visitor.open("suppliers"))) == keeps
    assert (said("devis-enter") in labels(visitor.open("devis"))) == keeps
    compared = visitor.open("devis_compare", nature="printing")
    assert (said("choose-open") in labels(compared)) == keeps
    assert (said("judge-open") in labels(compared)) == keeps
    assert said("compare-cheapest") in words_of(compared)
    assert len(compared.get("vega_lite_chart")) == 1
    assert len(compared.table) == 1
    asked = visitor.open("devis_demande")
    assert (said("request-send") in labels(asked)) == keeps


def test_example_shows_what_comparison_is_for(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    found = {one.supplier: one for one in service.view_devis_list(visitor.actor()).devis_list}
    assert len(found) == 6
    assert all(one.invented for one in found.values())
    design = comparison.view_comparison(visitor.actor(), LineKind.DESIGN)
    nets = [one.cost.base.net_cents for one in design.compared if one.cost]
    assert design.compared[0].is_cheapest
    assert nets[0] > min(nets)  # the dearest without VAT is the cheapest for the group
    told = t(
        "devis-inversion",
        more="1\u202f000",
        more_cost="1\u202f692,00\u00a0€",
        less="500",
        less_cost="1\u202f740,00\u00a0€",
    )
    assert told in words_of(visitor.open("devis_compare", nature="printing"))
    off = next(one for one in found.values() if any(lot.is_off for lot in one.lots))
    sheet = visitor.open("devis", devis=off.devis_id)
    assert t("devis-gap", gap="\u22120,01\u00a0€") in words_of(sheet)


def test_quantity_between_two_lots_is_explained(entered: Enter) -> None:
    shown = words_of(entered(Role.PARTNER).open("devis_compare", nature="printing", exemplaires="700"))
    assert "1\u202f000" in shown
    assert (
        t("compare-between", supplier="x", wanted="700", order="1\u202f000", below="500").removeprefix("x") in shown
    )


def test_empty_rooms_say_what_to_do_first(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    with unit_of_work() as session:
        session.execute(delete(Devis))
    assert t("devis-empty-text") in words_of(visitor.open("devis"))
    assert t("compare-empty-text") in words_of(visitor.open("devis_compare"))
    assert t("compare-empty-text") in words_of(visitor.open("devis_compare", nature="rien", exemplaires="x"))
    assert t("devis-unknown") in words_of(visitor.open("devis", devis=uuid4()))
    with unit_of_work() as session:
        session.execute(delete(Supplier))
    assert t("suppliers-empty-text") in words_of(visitor.open("suppliers"))
    assert t("devis-empty-suppliers") in words_of(visitor.open("devis"))


def test_forms_over_the_page_show_what_is_kept(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = press(visitor.open("suppliers"), t("suppliers-add"))
    assert app.text_input(key="supplier.new.0.name").value == ""
    compared = press(visitor.open("devis_compare", nature="printing"), t("judge-open"))
    assert t("clause-unread") in {one for box in compared.selectbox for one in box.options}
    assert press(compared, t("criteria-open"))
    chosen = press(visitor.open("devis_compare", nature="printing", exemplaires="1000"), t("choose-open"))
    picked = chosen.selectbox(key="compare.choose.which").value
    assert chosen.selectbox(key=f"compare.choose.{picked}.lot").value == 1000
    asked = press(visitor.open("devis_compare", nature="printing"), t("choose-vote"))
    assert t("choose-vote-text") in words_of(asked)


def test_a_second_choice_of_the_same_kind_is_warned_of(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    every = service.view_devis_list(visitor.actor()).devis_list
    taken = [one for one in every if one.commitment_id is not None]
    assert taken
    for kind in {one.kind for one in every}:
        names = [plain(one.supplier) for one in taken if one.kind is kind]
        app = visitor.open("devis_compare", nature=kind.value)
        if t("choose-open") not in {one.label for one in app.button}:
            continue
        told = [one.value for one in press(app, t("choose-open")).warning]
        assert (t("choose-again", suppliers=", ".join(names)) in told) == bool(names)


def test_devis_by_hand_with_pasted_lines(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    app = press(visitor.open("devis"), t("devis-enter"))
    press(app, t("devis-save"))
    assert t("devis-no-supplier") in words_of(app)
    supplier = suppliers.view_suppliers(visitor.actor()).suppliers[0]
    app.selectbox(key="devis.form.supplier").set_value(supplier.supplier_id)
    app.text_input(key="devis.form.label").set_value("Fiches")
    app.text_input(key="devis.form.number").set_value("D-77")
    app.text_area(key="devis.form.pasted").set_value("Fiches; 500; 500; 1,195; 20")
    press(app, t("devis-save"))
    assert t("error-line-price-two-ways", row=6, typed="1,195") in words_of(app).replace("\\", "")
    assert app.text_input(key="devis.form.number").value == "D-77"
    app.text_area(key="devis.form.pasted").set_value("Fiches; 500; 500; 1,1950; 20")
    press(app, t("devis-try"))
    assert "597,50\u00a0€" in words_of(app)
    press(app, t("devis-save"))
    made = next(one for one in service.view_devis_list(visitor.actor()).devis_list if one.number == "D-77")
    assert [one.total_cents for one in made.costs] == [71_700]
    assert "Fiches" in words_of(app)


def test_sorting_and_refusing(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    waiting = next(
        one for one in service.view_devis_list(visitor.actor()).devis_list if one.state is DevisState.RECEIVED
    )
    press(visitor.open("devis", devis=waiting.devis_id), t("devis-to-shortlisted"))
    assert read_devis(visitor.actor(), waiting.devis_id).state is DevisState.SHORTLISTED
    app = press(visitor.open("devis", devis=waiting.devis_id), t("devis-to-refused"))
    assert app.text_input(key="devis.refuse.reason").value == ""


def test_request_shows_each_link_once(entered: Enter) -> None:
    visitor = entered(Role.TREASURER)
    actor = visitor.actor()
    app = visitor.open("devis_demande")
    one = suppliers.view_suppliers(actor).suppliers[0]
    app.text_input(key="request.form.title").set_value("Impression")
    app.text_input(key="request.form.copies").set_value("beaucoup")
    app.multiselect(key="request.form.suppliers").set_value([one.supplier_id])
    press(app, t("request-send"))
    assert t("error-request-copies", typed="beaucoup") in words_of(app)
    app.text_input(key="request.form.copies").set_value("500, 1000")
    press(app, t("request-send"))
    assert t("request-links-once") in words_of(app)
    assert "/offre/" in app.code[0].value
    press(app, t("request-links-close"))
    assert not app.code
    made = asking.view_requests(actor).requests[0]
    assert (made.copies, made.answered) == ((500, 1000), 0)
    press(app, t("request-renew"))
    assert "/offre/" in app.code[0].value
    with unit_of_work() as session:
        session.execute(delete(QuoteRequest))
