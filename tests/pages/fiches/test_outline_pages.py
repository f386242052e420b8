"""The trame at work, proposals, both presentations and the album, through the real frame."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image
from sqlalchemy import delete, update
from streamlit.testing.v1 import AppTest

from db.models import Fiche, Person, Picture
from db.session import unit_of_work
from pages.fiches import keys
from pages.shell.navigation import PAGES
from pages.widgets.plain import plain
from tests.pages.conftest import FRAME, Visitor
from tests.pages.fiches.test_fiches_pages import html_of, labels, press
from workspace.fiches import pictures
from workspace.fiches import service as fiches
from workspace.fiches.album_words import Licence
from workspace.fiches.words import FicheDraft
from workspace.kernel.actor import Role
from workspace.kernel.messages import LANGUAGES, translate
from workspace.livetext import store as livetext_store
from workspace.livetext.words import Block
from workspace.outline import service
from workspace.outline.words import Organisation, VariantDraft, Verdict

Enter = Callable[[Role], Visitor]
VIEW, LINE = "fiches.trame.view", "fiches.trame.line"


def view(app: AppTest, which: str) -> AppTest:
    app.session_state[VIEW] = which
    app.run()
    assert not app.exception
    return app


def at(visitor: Visitor, which: str) -> AppTest:
    """The page opened there at once: AppTest words a control outside of the run, in French for everybody."""
    app = AppTest.from_file(str(FRAME), default_timeout=20)
    app.switch_page(str(PAGES / "fiches" / "trame.py"))
    app.session_state[VIEW] = which
    app.run()
    assert not app.exception
    return app


def words(visitor: Visitor) -> list[str]:
    return [one.text for one in fiches.view_trame(visitor.actor()).questions]


def test_buttons_move_the_chosen_question_and_say_so(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    before = words(visitor)
    third = fiches.view_trame(visitor.actor()).questions[2].question_id
    app = view(visitor.open("trame"), "work")
    app.session_state[LINE] = third
    app.button(key="trame.up").click().run()
    assert words(visitor)[:3] == [before[0], before[2], before[1]]
    assert app.session_state[LINE] == third
    assert 'role="status"' in html_of(app)
    app.button(key="trame.up").click().run()
    app.button(key="trame.up").click().run()
    assert words(visitor)[0] == before[2]
    app.button(key="trame.down").click().run()
    assert words(visitor)[1] == before[2]
    assert not app.exception


def test_what_was_dragged_is_done_once_and_anything_else_is_not(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    before = fiches.view_trame(visitor.actor()).questions
    app = view(visitor.open("trame"), "work")

    def dragged(*acts: object) -> None:
        app.session_state[keys.TRAME_ACTS] = list(acts)
        app.run()
        assert not app.exception

    first = {"n": 1, "kind": "move", "id": str(before[4].question_id), "place": 1}
    dragged(first)
    assert words(visitor)[:2] == [before[4].text, before[0].text]
    assert app.session_state[LINE] == before[4].question_id
    assert "est maintenant à la place 1 sur 13" in html_of(app)
    second = {"n": 2, "kind": "move", "id": str(before[4].question_id), "place": 5}
    dragged(first, second)  # the first is said again: it was not heard yet when the second was made
    assert words(visitor) == [one.text for one in before]
    dragged(first, second)  # both said again by a browser that was slow to be answered: what was done is still said
    assert "est maintenant à la place 5 sur 13" in html_of(app)
    dragged({"n": 3, "kind": "aside", "id": str(before[0].question_id)})
    assert words(visitor) == [one.text for one in before[1:]]
    assert app.session_state[LINE] == before[1].question_id
    strange = ({"n": 4, "kind": "move", "id": "x", "place": 1}, {"n": "5"}, None, {"n": 6, "kind": "move"})
    dragged(*strange, {"n": 7, "kind": "move", "id": str(before[1].question_id), "place": "1"})
    assert words(visitor) == [one.text for one in before[1:]]
    back = {"n": 8, "kind": "back", "id": str(before[0].question_id), "place": 3}
    dragged(back, {"n": 9, "kind": "move", "id": str(before[0].question_id), "place": 1})
    assert words(visitor) == [one.text for one in before]
    dragged({"n": 10, "kind": "back", "id": str(before[0].question_id), "place": 1})  # it is not aside any more
    assert words(visitor) == [one.text for one in before]
    assert app.error


def test_merge_split_aside_and_back_with_the_count(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    questions = fiches.view_trame(visitor.actor()).questions
    first, second = questions[0].question_id, questions[1].question_id
    app = view(visitor.open("trame"), "work")
    app.button(key="trame.merge").click().run()
    key = f"trame.merge.{first}"
    app.multiselect(key=f"{key}.which").set_value([first, second])
    app.text_area(key=f"{key}.text").input("Par où commencer, et avec qui\u202f?")
    app.button(key="trame.merge").click()
    app.button(key=f"FormSubmitter:{key}-{translate('fr', 'outline-merge')}").click().run()
    assert not app.error
    trame = fiches.view_trame(visitor.actor())
    assert (len(trame.questions), trame.questions[0].merged) == (12, (questions[1].text,))
    app = view(visitor.open("trame"), "work")
    assert "13 questions au départ, 12 retenues (une réunie à une autre)" in html_of(app)
    app.button(key="trame.unmerge").click().run()
    assert words(visitor)[:2] == [questions[0].text, questions[1].text]
    app.button(key="trame.aside").click().run()
    assert questions[0].text not in words(visitor)
    app.button(key="trame.back").click().run()
    assert words(visitor)[-1] == questions[0].text
    assert not app.exception


def test_refusal_stays_in_the_dialog_with_what_was_typed(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    first = fiches.view_trame(visitor.actor()).questions[0]
    app = view(visitor.open("trame"), "work")
    app.button(key="trame.split").click().run()
    key = f"trame.split.{first.question_id}.{first.version}"
    app.text_area(key=f"{key}.text").input("Une seule\u202f?")
    app.button(key="trame.split").click()
    app.button(key=f"FormSubmitter:{key}-{translate('fr', 'outline-split')}").click().run()
    assert translate("fr", "error-split-two") in [one.value for one in app.error]
    assert app.text_area(key=f"{key}.text").value == "Une seule\u202f?"


def test_others_see_no_way_to_change_the_trame_in_use(entered: Enter) -> None:
    app = entered(Role.PARTNER).open("trame")
    options = [str(one) for one in app.pills(key=VIEW).options]
    assert translate("fr", "outline-view-work") not in options
    assert translate("fr", "outline-view-compare") in options


@pytest.mark.parametrize("language", LANGUAGES)
def test_example_proposal_is_listed_and_compared(entered: Enter, language: str) -> None:
    visitor = entered(Role.PARTNER)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    app = at(visitor, "variants")
    (variant,) = service.view_variants(visitor.actor()).variants
    assert (variant.tally.started, variant.tally.kept, variant.tally.merged, variant.tally.aside) == (13, 8, 4, 1)
    assert plain(variant.name) in [one.value for one in app.header]
    assert translate(language, "outline-adopt") not in labels(app)
    html = html_of(at(visitor, "compare"))
    assert html.count("<tr") == 1 + 9
    for verdict in (Verdict.MERGED, Verdict.ASIDE, Verdict.KEPT):
        assert translate(language, f"outline-verdict-{verdict.value}") in html


def test_partner_proposes_from_the_page_and_works_on_it(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = view(visitor.open("trame"), "variants")
    app.button(key="variant.new").click().run()
    app.text_input(key="variant.new.name").input("<b>Courte</b> **et** claire")
    press(app, "outline-propose-yes", "variant.new")
    made = service.view_variants(visitor.actor()).variants[0]
    assert (made.name, made.tally.kept) == ("<b>Courte</b> **et** claire", 13)
    assert "\\*\\*et\\*\\*" in app.header[0].value
    app.button(key="trame.down").click().run()
    names = [one.line.wording.text for one in service.view_outline(visitor.actor(), made.variant_id).lines]
    assert names[1] == words(visitor)[0]
    assert not app.exception


def test_facilitator_adopts_and_the_trame_of_before_is_kept(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    (variant,) = service.view_variants(visitor.actor()).variants
    app = view(visitor.open("trame"), "variants")
    opener = f"variant.{variant.variant_id}.adopt"
    app.button(key=opener).click().run()
    press(app, "outline-adopt-yes", opener)
    assert not app.error
    assert len(words(visitor)) == 8
    assert len(service.view_variants(visitor.actor()).variants) == 2
    html = html_of(view(visitor.open("trame"), "read"))
    assert "Réunit aussi" in html


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.PARTNER])
def test_both_presentations_are_shown_and_one_is_chosen(entered: Enter, role: Role) -> None:
    visitor = entered(role)
    app = visitor.open("presentation")
    html = html_of(app)
    for card in fiches.view_board(visitor.actor()).cards:
        assert html.count(f'href="/fiche?fiche={card.fiche_id}"') == 2
    assert {one.value for one in app.header} == {
        translate("fr", "presentation-etape"),
        translate("fr", "presentation-structure"),
    }
    if role is Role.PARTNER:
        assert translate("fr", "presentation-choose") not in labels(app)
        return
    app.button(key="presentation.structure").click().run()
    assert service.view_organisation(visitor.actor()).chosen is Organisation.STRUCTURE


def without_pictures(visitor: Visitor) -> None:
    """The example's votes bring pictures of their own."""
    with unit_of_work() as session:
        session.execute(delete(Picture).where(Picture.group_id == visitor.actor().group_id))


def test_presentation_and_album_say_what_to_do_first(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    without_pictures(visitor)
    assert translate("fr", "images-empty") in visitor.open("images").info[-1].value
    with unit_of_work() as session:
        for fiche in session.query(Fiche).all():
            session.delete(fiche)
    assert translate("fr", "presentation-empty") in visitor.open("presentation").info[-1].value


def test_album_warns_of_what_prints_badly_and_takes_a_licence(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    without_pictures(visitor)
    actor = visitor.actor()
    out = io.BytesIO()
    Image.new("RGB", (600, 400), "teal").save(out, "PNG")
    picture_id, _ = pictures.add_picture(actor, actor.group_id, out.getvalue())
    fiche_id = fiches.create_fiche(actor, FicheDraft(title="Avec une <i>image</i>"))
    attrs = {"src": f"/pictures/{picture_id}", "alt": "<script>", "credit": "C. D.", "width": 600, "height": 400}
    with unit_of_work() as session:
        text_id = session.get_one(Fiche, fiche_id).text_id
        figure = Block(kind="figure", attrs=attrs, runs=(), children=())
        livetext_store.seed_text(session, text_id, actor.person_id, {"level1": [figure]})
    app = visitor.open("images")
    html = html_of(app)
    assert "Avec une &lt;i&gt;image&lt;/i&gt;" in html
    assert "<script>" not in html
    assert "trop petite" in html
    assert app.warning
    app.button(key=f"images.{picture_id}").click().run()
    key = f"images.form.{picture_id}.1"
    assert app.text_input(key=f"{key}.credit").value == "C. D."
    app.selectbox(key=f"{key}.licence").set_value(Licence.AGREED)
    press(app, "fiches-save", f"images.{picture_id}")
    (one,) = pictures.view_album(actor).pictures
    assert (one.draft.credit, one.draft.licence) == ("C. D.", Licence.AGREED)


def test_proposal_withdrawn_meanwhile_is_said_kindly(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    made = service.propose_variant(actor, VariantDraft(name="Fugace"))
    app = view(visitor.open("trame"), "variants")
    app.button(key=f"variant.{made}.open").click().run()
    service.withdraw_variant(actor, made)
    app.button(key="trame.down").click().run()
    assert not app.exception


def test_every_verdict_and_licence_has_its_sentences() -> None:
    for language in LANGUAGES:
        for verdict in Verdict:
            assert translate(language, f"outline-verdict-{verdict.value}")
            assert translate(language, f"outline-count-{verdict.value}", count=2)
        for licence in Licence:
            assert translate(language, f"images-licence-{licence.value or 'unsaid'}")
