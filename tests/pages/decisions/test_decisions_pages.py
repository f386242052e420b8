"""The decisions room through the real frame: vote, see, open, by each role; the words of strangers stay words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from db.models import Person, Proposal
from db.session import unit_of_work
from tests.integration.decisions.world import answer, draft, marks, opened, options, pass_time
from tests.pages.conftest import Visitor
from workspace.decisions import ballots, service
from workspace.decisions.words import Content, Kind, Method, Stance, Stand, TieRule
from workspace.fiches.service import view_order
from workspace.kernel.actor import Role
from workspace.kernel.clock import utc_now
from workspace.kernel.messages import LANGUAGES, translate

Enter = Callable[[Role], Visitor]


def html_of(app: AppTest) -> str:
    return "\n".join(item.proto.body for item in app.get("html"))


def labels(app: AppTest) -> set[str]:
    return {button.label for button in app.button}


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == translate("fr", label)).click().run()
    assert not app.exception


def picked(app: AppTest, key: str) -> object:
    return next(group for group in app.button_group if group.key == key)


def key_of(visitor: Visitor, proposal_id: UUID) -> str:
    return f"decision.vote.{proposal_id}.1.{visitor.actor().structure_id}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTNER, Role.TREASURER])
def test_list_shows_what_is_open_and_the_register(entered: Enter, role: Role, language: str) -> None:
    visitor = entered(role)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    app = visitor.open("decisions")
    html = html_of(app)
    listed = service.view_decisions(visitor.actor())
    for line in listed.open:
        assert f'href="/decision?decision={line.proposal_id}"' in html
    assert [one.winner for one in listed.register] == ["Des fiches par étape"]
    assert translate(language, "register-number", number=1, title=listed.register[0].title) in html
    assert translate(language, "decision-new") in labels(app)


def test_awaited_vote_is_on_accueil(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    said = {link.proto.label for link in visitor.open("").get("page_link")}
    assert any(one.startswith("Voter") and "atelier" in one for one in said)
    assert not any(one.startswith("Voter") and "visuel" in one for one in said)  # voted already


def test_consent_is_cast_in_two_taps_and_changed(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    proposal_id = opened(visitor.actor(), Method.CONSENT, title="La trame")
    app = visitor.open("decision", decision=proposal_id)
    press(app, "decision-vote")
    assert translate("fr", "error-ballot-choice") in [item.value for item in app.error]
    key = key_of(visitor, proposal_id)
    picked(app, f"{key}.choice").set_value(Stance.OBJECTION.value).run()
    press(app, "decision-vote")
    assert translate("fr", "error-objection-reason") in [item.value for item in app.error]
    app.text_area(key=f"{key}.reason").input("Trop **long** <b>").run()
    press(app, "decision-vote")
    app = visitor.open("decision", decision=proposal_id)
    assert translate("fr", "decision-vote-again") in labels(app)
    assert service.view_proposal(visitor.actor(), proposal_id).objections[0].reason == "Trop **long** <b>"
    assert "<b>" not in html_of(app)
    assert {translate("fr", f"objection-end-{one}") for one in ("lifted", "withdrawn", "kept")} <= labels(app)


def test_majority_judgment_asks_for_every_mention(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    listed = service.view_decisions(visitor.actor()).open
    proposal_id = next(line.proposal_id for line in listed if line.method is Method.MAJORITY_JUDGMENT)
    app = visitor.open("decision", decision=proposal_id)
    assert html_of(app).count("<img ") == 3 + 2  # the gallery, and the two laid over one another
    press(app, "decision-vote")
    assert translate("fr", "error-ballot-missing", count=3) in [item.value for item in app.error]
    ids = [option.option_id for option in service.view_proposal(visitor.actor(), proposal_id).options]
    for place, option_id in enumerate(ids):
        picked(app, f"{key_of(visitor, proposal_id)}.{option_id}").set_value(place + 2).run()
    press(app, "decision-vote")
    (voice,) = service.view_proposal(visitor.actor(), proposal_id).voices
    assert voice.content.marks == {str(one): place + 2 for place, one in enumerate(ids)}


RESULTS = [
    (Method.MAJORITY_JUDGMENT, {"Bleu": 5, "Vert": 3, "Ocre": 1}, {}),
    (Method.APPROVAL, {"Bleu": 1}, {"secret": True}),
    (Method.RANKING, {"Bleu": 1, "Vert": 2}, {}),
    (Method.DOTS, {"Bleu": 3, "Ocre": 2}, {"tie_rule": TieRule.DRAW}),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("method", "given", "rule"), RESULTS)
def test_closed_vote_explains_itself(entered: Enter, method: Method, given: dict, rule: dict, language: str) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    proposal_id = opened(actor, method, title="Couleur", **rule)
    app = visitor.open("decision", decision=proposal_id)
    marks(actor, proposal_id, **given)
    pass_time(proposal_id)
    app = visitor.open("decision", decision=proposal_id)
    html = html_of(app)
    assert translate(language, "explain-chosen", option="Bleu") in html
    assert f'<caption class="cf-sr">{translate(language, "decision-count")}' in html
    for file in ("decision.json", "bulletins.csv", "proces-verbal.pdf"):
        assert f'href="/decisions/{proposal_id}/1/{file}"' in html
    assert app.get("vega_lite_chart") or app.get("arrow_vega_lite_chart")
    assert translate(language, "decision-file-json") in html


def test_majorities_and_dates_explain_themselves(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    one = opened(actor, Method.SIMPLE_MAJORITY, title="Oui ou non")
    (option,) = options(actor, one).values()
    ballots.cast_ballot(actor, one, Content(choice=option))
    two = opened(actor, Method.QUALIFIED_MAJORITY, "A", "B", title="A ou B")
    ballots.cast_ballot(actor, two, Content(stand=Stand.BLANK))
    pass_time(one)
    pass_time(two)
    assert translate("fr", "explain-adopted") in html_of(visitor.open("decision", decision=one))
    assert translate("fr", "explain-no-voice") in html_of(visitor.open("decision", decision=two))
    dates = next(line.proposal_id for line in service.view_decisions(actor).open if line.method is Method.DATE_POLL)
    pass_time(dates)
    assert translate("fr", "decision-file-minutes") in html_of(visitor.open("decision", decision=dates))


def test_earlier_round_stays_in_sight_and_a_new_one_opens(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    proposal_id = opened(actor, title="La charte")
    answer(actor, proposal_id, Stance.OBJECTION, "Pas ainsi")
    pass_time(proposal_id)
    app = visitor.open("decision", decision=proposal_id)
    assert translate("fr", "decision-new-round") in labels(app)
    service.new_round(actor, proposal_id, closes_at=utc_now() + timedelta(days=3))
    app = visitor.open("decision", decision=proposal_id)
    assert translate("fr", "decision-earlier", round=1) in {one.label for one in app.expander}
    assert "Pas ainsi" in html_of(app)


def test_words_of_strangers_stay_words(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    nasty = "<img src=x onerror=alert(1)> **gras**"
    proposal_id = opened(visitor.actor(), Method.APPROVAL, nasty, "Autre", title=nasty, context=nasty)
    for page, query in (("decisions", {}), ("decision", {"decision": proposal_id}), ("", {})):
        assert "<img src=x" not in html_of(visitor.open(page, **query))
    app = visitor.open("decision", decision=proposal_id)
    assert "\\*\\*gras\\*\\*" in app.title[0].value


def test_form_opens_a_proposal_about_a_fiche(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    fiche = view_order(visitor.actor())[0]
    app = visitor.open("decisions", about=f"fiche:{fiche.choice_id}")
    assert any(fiche.name in item.value for item in app.caption)
    press(app, "decision-open")
    assert any("Question" in item.value for item in app.error)
    app.text_input(key="decisions.form.title").input("Quelle couleur ?").run()
    for place, name in ((1, "Bleu"), (2, "bleu")):
        app.text_input(key=f"decisions.form.option.{place}.name").input(name).run()
    press(app, "decision-open")
    assert translate("fr", "error-decision-same-option", option="bleu") in [item.value for item in app.error]
    assert app.text_input(key="decisions.form.title").value == "Quelle couleur ?"
    app.text_input(key="decisions.form.option.2.name").input("Vert").run()
    press(app, "decision-open")
    made = next(one for one in service.view_decisions(visitor.actor()).open if one.title == "Quelle couleur ?")
    view = service.view_proposal(visitor.actor(), made.proposal_id)
    assert (view.about, view.rule.method) == (f"fiche:{fiche.choice_id}", Method.MAJORITY_JUDGMENT)
    assert {option.name for option in view.options} == {"Bleu", "Vert"}


def test_form_offers_only_effects_that_exist(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("decisions", about="")
    assert not app.checkbox
    picked(app, "decisions.form.kind").set_value(Kind.ADMISSION).run()
    assert [box.label for box in app.checkbox] == [translate("fr", "effect-admit-structure")]


def test_empty_room_says_what_to_do_first(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    with unit_of_work() as session:
        for row in session.query(Proposal).all():
            session.delete(row)
    said = [item.value for item in visitor.open("decisions").markdown]
    assert translate("fr", "decisions-open-none") in said
    assert translate("fr", "decisions-register-none") in said


@pytest.mark.parametrize("asked", ["", "not-a-uuid", "00000000-0000-4000-8000-000000000000"])
def test_unknown_decision_is_said_kindly_with_a_way_back(entered: Enter, asked: str) -> None:
    app = entered(Role.PARTNER).open("decision", decision=asked)
    assert app.title[0].value == translate("fr", "decision-missing-title")
    assert not app.error


def test_procuration_given_and_representatives_named_from_the_page(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("decisions")
    press(app, "voice-give-yes")
    assert translate("fr", "voice-holder-missing") in [item.value for item in app.error]
    app.selectbox(key="decision.give.None.holder").select_index(0)
    press(app, "voice-give-yes")
    assert translate("fr", "voice-revoke") in labels(visitor.open("decisions"))
    app = visitor.open("decisions")
    app.selectbox(key="decisions.seat.titular").select_index(0)
    app.button(key="FormSubmitter:decisions.seat-Enregistrer").click().run()
    seat = service.view_seat(visitor.actor())
    assert seat is not None
    assert seat.titular == seat.people[0][0]
    assert draft().title
