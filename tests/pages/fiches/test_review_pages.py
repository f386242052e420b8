"""Review through the real frame: asked, answered, refused with the difference, reopened; and Accueil's reminders."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from db.models import Fiche, Person
from db.session import reading, unit_of_work
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import html_of, labels, press
from workspace.fiches import service as fiches
from workspace.fiches.words import FicheDraft, FicheKind, FicheStatus
from workspace.kernel.actor import Actor, Role
from workspace.kernel.messages import LANGUAGES, translate
from workspace.livetext import store
from workspace.livetext.content import read_content
from workspace.livetext.edits import replace_content
from workspace.livetext.words import Block, Run
from workspace.review import service
from workspace.review.words import ReviewScope, Standing

Enter = Callable[[Role], Visitor]


def own_fiche(actor: Actor, *, title: str = "Une fiche à nous") -> UUID:
    assert actor.structure_id is not None
    draft = FicheDraft(title=title, kind=FicheKind.STRUCTURE, structure_ids=(actor.structure_id,))
    fiche_id = fiches.create_fiche(actor, draft)
    write(actor, fiche_id, "Une idée suffit pour venir.")
    return fiche_id


def write(actor: Actor, fiche_id: UUID, text: str) -> None:
    with reading() as session:
        text_id = session.get_one(Fiche, fiche_id).text_id
    replace_content(actor, text_id, {"level1": [Block("paragraph", runs=(Run(text),))]})
    with unit_of_work() as session:
        store.write_projection(session, text_id, *read_content(session, text_id))


def status_of(actor: Actor, fiche_id: UUID) -> FicheStatus:
    return service.view_review(actor, fiche_id).status


def test_review_is_asked_then_approved_and_the_text_is_locked(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    fiche_id = own_fiche(actor)
    app = visitor.open("fiche", fiche=fiche_id)
    opener = "fiche.review-ask"
    app.button(key=opener).click().run()
    assert app.radio(key="fiche.review.scope").value is ReviewScope.CONCERNED
    app.text_input(key="fiche.review.note").input("Surtout <b>le verso</b>")
    press(app, "review-ask-send", opener)
    assert status_of(actor, fiche_id) is FicheStatus.IN_REVIEW
    app = visitor.open("fiche", fiche=fiche_id)
    assert "Surtout &lt;b&gt;le verso&lt;/b&gt;" in html_of(app)
    assert translate("fr", "review-standing-awaited") in html_of(app)
    opener = "fiche.review-approve"
    app.button(key=opener).click().run()
    assert "Une idée suffit pour venir." in html_of(app)
    press(app, "review-approve-yes", opener)
    assert status_of(actor, fiche_id) is FicheStatus.APPROVED
    app = visitor.open("fiche", fiche=fiche_id)
    assert translate("fr", "review-publish") in labels(app)
    assert translate("fr", "review-approve") not in labels(app)
    app.button(key="fiche.review-reopen").click().run()
    press(app, "review-reopen-yes", "fiche.review-reopen")
    assert app.error  # a reason is needed
    app.text_area(key="fiche.review.reopen.reason").input("Une adresse a changé")
    press(app, "review-reopen-yes", "fiche.review-reopen")
    assert status_of(actor, fiche_id) is FicheStatus.IN_REVIEW
    assert "Une adresse a changé" in html_of(visitor.open("fiche", fiche=fiche_id))


def test_words_that_changed_while_reading_refuse_the_approval_and_show_the_difference(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    fiche_id = own_fiche(actor)
    service.ask_review(actor, fiche_id, ReviewScope.CONCERNED)
    app = visitor.open("fiche", fiche=fiche_id)
    app.button(key="fiche.review-approve").click().run()
    shown = app.session_state["fiche.review.shown"]
    write(actor, fiche_id, "Une idée suffit pour venir nous voir.")
    # AppTest runs the opener again with each click, and it shows the words of now: give back what the person saw.
    from workspace.review import service as seen

    real = seen.show_fiche
    given = [shown]
    seen.show_fiche = lambda actor, fiche_id: given.pop() if given else real(actor, fiche_id)  # type: ignore[assignment]
    try:
        press(app, "review-approve-yes", "fiche.review-approve")
    finally:
        seen.show_fiche = real  # type: ignore[assignment]
    assert translate("fr", "error-review-changed") in [item.value for item in app.error]
    assert "<ins>" in html_of(app)
    assert " nous voir" in html_of(app)
    assert service.view_review(actor, fiche_id).voices[0].standing is Standing.AWAITED
    press(app, "review-approve-yes", "fiche.review-approve")
    assert status_of(actor, fiche_id) is FicheStatus.APPROVED


def test_a_change_is_asked_with_a_reason(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    fiche_id = own_fiche(actor)
    service.ask_review(actor, fiche_id, ReviewScope.ALL)
    app = visitor.open("fiche", fiche=fiche_id)
    app.button(key="fiche.review-changes").click().run()
    app.text_area(key="fiche.review.changes.reason").input("L’<i>adresse</i> manque")
    press(app, "review-changes-send", "fiche.review-changes")
    app = visitor.open("fiche", fiche=fiche_id)
    html = html_of(app)
    assert "L’&lt;i&gt;adresse&lt;/i&gt; manque" in html
    write(actor, fiche_id, "Une idée suffit, à cette adresse.")
    app.button(key="fiche.review-difference").click().run()
    assert "<ins>" in html_of(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_accueil_reminds_of_awaited_approvals(entered: Enter, language: str) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    fiche_id = own_fiche(actor)
    service.ask_review(actor, fiche_id, ReviewScope.CONCERNED)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    asked = translate(language, "accueil-awaits-approve-fiche", label="Une fiche à nous")
    assert asked in page_links(visitor.open())
    service.approve_fiche(actor, fiche_id, service.show_fiche(actor, fiche_id).said_hash)
    assert asked not in page_links(visitor.open())


def page_links(app: AppTest) -> set[str]:
    return {item.proto.label for item in app.get("page_link")}


def test_an_observer_sees_where_it_stands_and_has_no_act(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    fiche_id = own_fiche(visitor.actor())
    service.ask_review(visitor.actor(), fiche_id, ReviewScope.ALL)
    visitor.enter(Role.OBSERVER)
    app = visitor.open("fiche", fiche=fiche_id)
    assert translate("fr", "review-standing-awaited") in html_of(app)
    acts = {translate("fr", key) for key in ("review-ask", "review-approve", "review-changes", "review-stop")}
    assert not acts & labels(app)


def test_the_examples_reviews_stand(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    for card in fiches.view_board(visitor.actor()).cards:
        view = service.view_review(visitor.actor(), card.fiche_id)
        standings = {voice.standing for voice in view.voices}
        if card.status in {FicheStatus.APPROVED, FicheStatus.PUBLISHED}:
            assert standings == {Standing.APPROVED}
            assert view.note == translate("fr", "review-example-note")
        elif card.status is FicheStatus.IN_REVIEW:
            assert standings <= {Standing.APPROVED, Standing.AWAITED}
            assert Standing.AWAITED in standings
        visitor.open("fiche", fiche=card.fiche_id)
