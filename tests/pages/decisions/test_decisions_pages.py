"""The decisions room through the real frame: vote, see, open, by each role; the words of strangers stay words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from urllib.parse import unquote
from uuid import UUID

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from db.models import Person, Proposal
from db.session import unit_of_work
from pages.widgets.plain import plain
from tests.integration.decisions.world import answer, draft, marks, opened, options, pass_time
from tests.pages.conftest import Visitor
from tests.pages.specification.test_cahier_page import put_again
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


def test_earlier_round_of_more_options_under_another_rule_is_read_as_it_was_held(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    proposal_id = opened(actor, Method.MAJORITY_JUDGMENT)
    marks(actor, proposal_id, Bleu=5, Vert=5, Ocre=0)
    pass_time(proposal_id)
    service.view_proposal(actor, proposal_id)
    service.new_round(actor, proposal_id, closes_at=utc_now() + timedelta(days=3))
    changing = service.view_change(actor, proposal_id).draft
    approval = replace(changing, rule=replace(changing.rule, method=Method.APPROVAL))
    service.change_proposal(actor, proposal_id, approval)
    app = visitor.open("decision", decision=proposal_id)
    assert not app.exception
    assert "Ocre" in html_of(app)
    assert "À rejeter" in html_of(app)


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
    assert fiche.name in app.text_input(key="decisions.form.title").value
    app.text_input(key="decisions.form.title").input("").run()
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
    assert (view.about.key, view.rule.method) == (f"fiche:{fiche.choice_id}", Method.MAJORITY_JUDGMENT)
    assert {option.name for option in view.options} == {"Bleu", "Vert"}


def said(app: AppTest) -> str:
    return "\n".join(item.value for item in app.markdown)


def test_form_says_what_each_outcome_will_do_and_the_page_what_was_done(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("decisions", about="")
    assert [box.label for box in app.selectbox].count(translate("fr", "effect-title")) == 1
    picked(app, "decisions.form.kind").set_value(Kind.OTHER).run()
    assert translate("fr", "effect-title") not in [box.label for box in app.selectbox]
    picked(app, "decisions.form.kind").set_value(Kind.ORGANISATION).run()
    app.text_input(key="decisions.form.title").input("Par structure ?").run()
    app.selectbox(key="decisions.form.organisation.simple_majority.effect").set_value("set_organisation").run()
    press(app, "decision-open")
    assert translate("fr", "error-effect-nothing") in [item.value for item in app.error]
    app.selectbox(key="decisions.form.effect.set_organisation.1").set_value("structure").run()
    will = translate("fr", "effect-set-organisation-will", name=translate("fr", "effect-set-organisation-structure"))
    assert plain(translate("fr", "effect-if-adopted", will=will)) in said(app)
    press(app, "decision-open")
    made = next(one for one in service.view_decisions(visitor.actor()).open if one.title == "Par structure ?")
    app = visitor.open("decision", decision=made.proposal_id)
    assert plain(translate("fr", "effect-if-adopted", will=will)) in said(app)
    with unit_of_work() as session:
        row = session.get_one(Proposal, made.proposal_id)
        row.rule = {**row.rule, "quorum": 0}
    (option,) = options(visitor.actor(), made.proposal_id).values()
    ballots.cast_ballot(visitor.actor(), made.proposal_id, Content(choice=option))
    pass_time(made.proposal_id, timedelta(days=8))
    app = visitor.open("decision", decision=made.proposal_id)
    assert any("La présentation suit les structures" in item.value for item in app.success)
    assert plain(translate("fr", "effect-otherwise")) not in said(app)


def test_effect_that_could_not_be_done_says_why(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    there = service.view_choices(visitor.actor()).structures[0][1]
    proposal_id = opened(
        visitor.actor(), kind=Kind.ADMISSION, quorum=0, effect="admit_structure", effect_data={"1": there}
    )
    answer(visitor.actor(), proposal_id, Stance.NO_OBJECTION)
    pass_time(proposal_id)
    (warned,) = [item.value for item in visitor.open("decision", decision=proposal_id).warning]
    assert "existe déjà" in warned


@pytest.mark.parametrize(
    ("kind", "effect"), [("candidate", "admit_structure"), ("version", "lock_specification"), ("clause", "")]
)
def test_proposal_opens_from_a_structure_a_version_and_a_clause(entered: Enter, kind: str, effect: str) -> None:
    visitor = entered(Role.PARTNER)
    if kind == "version":
        put_again(visitor)
        app = visitor.open("cahier").menu_button(key="cahier.more").click("specification-propose-version").run()
    else:
        links = [
            link.proto for link in visitor.open("structures" if kind == "candidate" else "cahier").get("page_link")
        ]
        link = next(one for one in links if f"about={kind}" in unquote(one.query_string))
        app = visitor.open("decisions", about=unquote(link.query_string).removeprefix("about="))
    assert app.text_input(key="decisions.form.title").value
    if effect:
        box = next(one for one in app.selectbox if one.label == translate("fr", "effect-title"))
        assert box.value == effect
    if kind == "clause":
        assert app.text_area(key="decisions.form.context").value


def test_chosen_visual_is_on_accueil_and_in_the_charter(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    listed = service.view_decisions(visitor.actor()).open
    proposal_id = next(line.proposal_id for line in listed if line.method is Method.MAJORITY_JUDGMENT)
    assert 'alt="' + translate("fr", "visual-picture", name="Le chemin") not in html_of(visitor.open(""))
    pass_time(proposal_id, timedelta(days=11))
    for page, query in (("", {}), ("cahier", {"clause": "charter"})):
        assert translate("fr", "visual-picture", name="Le chemin") in html_of(visitor.open(page, **query))


def test_everything_changes_before_the_first_ballot_and_words_alone_after_it(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    given = draft(Method.APPROVAL, "A", "B", "C", title="Quel papier ?", quorum=50, hidden=True)
    given = replace(given, options=tuple(replace(one, author="Une élève") for one in given.options))
    proposal_id = service.open_proposal(actor, given)
    app = visitor.open("decision", decision=proposal_id)
    press(app, "decision-change-all")
    key = f"decisions.form.{proposal_id}.{service.view_proposal(actor, proposal_id).version}"
    assert [app.text_input(key=f"{key}.option.{place}.name").value for place in (1, 2, 3)] == ["A", "B", "C"]
    app.text_input(key=f"{key}.title").input("Quel papier, finalement ?").run()
    app.checkbox(key=f"{key}.remove.2").check().run()
    app.slider(key=f"{key}.quorum").set_value(100).run()
    app.selectbox(key=f"{key}.other.method").set_value(Method.MAJORITY_JUDGMENT).run()
    press(app, "decision-save")
    view = service.view_proposal(actor, proposal_id)
    assert (view.title, view.rule.method, view.rule.quorum) == (
        "Quel papier, finalement ?", Method.MAJORITY_JUDGMENT, 100,
    )  # fmt: skip
    changed = service.view_change(actor, proposal_id).draft
    assert [(one.name, one.author) for one in changed.options] == [("A", "Une élève"), ("C", "Une élève")]
    marks(actor, proposal_id, A=5, C=1)
    app = visitor.open("decision", decision=proposal_id)
    press(app, "decision-change")
    key = f"decision.change.{proposal_id}.{changed.version}"
    app.text_input(key=f"{key}.title").input("Quel papier recyclé ?")
    app.text_input(key=f"{key}.note").input("Recyclé, bien sûr")
    label = translate("fr", "decision-save")
    app.button(key="decision.change").click()
    app.button(key=f"FormSubmitter:{key}-{label}").click().run()
    view = service.view_proposal(actor, proposal_id)
    assert (view.title, view.changes[-1].note) == ("Quel papier recyclé ?", "Recyclé, bien sûr")
    app = visitor.open("decision", decision=proposal_id)
    assert any("Recyclé" in item.value for item in app.info)
    assert translate("fr", "decision-voted-before") in [item.value for item in app.warning]


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
