"""The cahier des charges through the real frame: the empty state, a new one, answers, adoption, a broken version."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import delete, select, update

from db.models import Person, Specification, SpecificationVersion, SpecificationVoice
from db.session import unit_of_work
from pages.widgets.plain import plain
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import html_of, labels, press
from workspace.kernel.actor import Role
from workspace.kernel.clock import utc_now
from workspace.kernel.messages import LANGUAGES, translate
from workspace.livetext import store as text_store
from workspace.livetext.content import read_content
from workspace.livetext.edits import replace_content
from workspace.review.queries import able_structures
from workspace.specification import linking, queries, service, store
from workspace.specification.template import to_block
from workspace.specification.words import AdoptionRule, LinkKind, SpecificationView, Stance

Enter = Callable[[Role], Visitor]


def the_example(visitor: Visitor) -> SpecificationView:
    line = service.view_desk(visitor.actor()).lines[0]
    return service.view_specification(visitor.actor(), line.specification_id)


def forget_specifications() -> None:
    with unit_of_work() as session:
        session.execute(delete(Specification))


def put_again(visitor: Visitor) -> None:
    """The example's version as it stood before anybody had answered."""
    view = the_example(visitor)
    with unit_of_work() as session:
        row = session.get_one(Specification, view.specification_id)
        _, content = read_content(session, row.text_id)
        clauses = queries.frozen_clauses(row, content, linking.list_links(session, row))
        needs = able_structures(session, row.group_id)
        session.execute(delete(SpecificationVersion))
        store.freeze(session, row, number=1, clauses=clauses, rule=AdoptionRule.ALL, needs=needs, frozen_by=None)


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.PARTNER])
def test_empty_state_says_what_to_do_first(entered: Enter, role: Role) -> None:
    visitor = entered(role)
    forget_specifications()
    app = visitor.open("cahier")
    assert translate("fr", "specification-none") in [one.value for one in app.info]
    if role is Role.OBSERVER:
        assert translate("fr", "specification-create") not in labels(app)
        return
    press(app, "specification-create")
    assert app.error
    app.text_input(key="cahier.new.title").input("Chemise <b>2008</b>")
    press(app, "specification-create")
    assert [line.title for line in service.view_desk(visitor.actor()).lines] == ["Chemise <b>2008</b>"]
    app = visitor.open("cahier")
    assert plain("Chemise <b>2008</b>") in [one.value for one in app.header]
    assert translate("fr", "specification-missing", count=10) in html_of(app)


def test_structure_objects_then_approves(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    put_again(visitor)
    app = visitor.open("cahier")
    app.button(key="cahier.specification-object").click().run()
    press(app, "specification-object-yes", "cahier.specification-object")
    assert app.error  # a reason is needed
    app.text_area(key="cahier.object.reason").input("Trop <i>court</i>")
    press(app, "specification-object-yes", "cahier.specification-object")
    app = visitor.open("cahier")
    assert "Trop &lt;i&gt;court&lt;/i&gt;" in html_of(app)
    app.button(key="cahier.specification-approve").click().run()
    assert "De 3 000 à 4 000 euros" in html_of(app)
    press(app, "specification-approve-yes", "cahier.specification-approve")
    own = next(
        one for one in the_example(visitor).versions[0].voices if one.structure_id == visitor.actor().structure_id
    )
    assert own.stance is Stance.APPROVED


def test_facilitator_adopts_once_all_approved(entered: Enter) -> None:
    visitor = entered(Role.FACILITATOR)
    put_again(visitor)
    assert translate("fr", "specification-adopt") not in labels(visitor.open("cahier"))
    view = the_example(visitor)
    with unit_of_work() as session:
        for voice in view.versions[0].voices:
            if voice.stance is None:
                session.add(
                    SpecificationVoice(
                        version_id=view.versions[0].version_id, structure_id=voice.structure_id, at=utc_now(),
                        stance=Stance.APPROVED,
                    )
                )  # fmt: skip
    app = visitor.open("cahier")
    app.button(key="cahier.specification-adopt").click().run()
    press(app, "specification-adopt-yes", "cahier.specification-adopt")
    assert the_example(visitor).versions[0].is_adopted
    assert not {translate("fr", f"specification-{one}") for one in ("adopt", "approve", "object")} & set(
        labels(visitor.open("cahier"))
    )


def test_version_that_was_tampered_with_is_told_and_not_shown(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    put_again(visitor)
    with unit_of_work() as session:
        session.execute(update(SpecificationVersion).values(title="Autre"))
    app = visitor.open("cahier")
    assert translate("fr", "error-specification-broken", number=1) in [one.value for one in app.error]


def test_clause_is_linked_to_a_decision_and_the_decision_shows_it(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    view, desk = the_example(visitor), service.view_desk(visitor.actor())
    (decision,) = desk.choices[LinkKind.DECISION]
    alone = translate("fr", "specification-alone")
    app = visitor.open("cahier", clause="calendar")
    (clauses,) = [one for one in app.radio if one.key == "cahier.clause"]
    assert clauses.value == "calendar"
    assert sum(alone in caption for caption in clauses.proto.captions) == sum(not one.links for one in view.clauses)
    assert translate("fr", "specification-unjustified") in [one.value for one in app.caption]
    app.multiselect(key="cahier.link.calendar.decision").set_value([decision.object_id])
    press(app, "specification-link-save")
    assert f'href="/decision?decision={decision.object_id}"' in html_of(visitor.open("cahier", clause="calendar"))
    links = {link.proto.label for link in visitor.open("decision", decision=decision.object_id).get("page_link")}
    said = translate("fr", "specification-justifies", heading="Calendrier", title=view.title)
    assert plain(said) in links


def test_facilitator_writes_to_those_who_are_awaited(entered: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    from pages.specification import _versions
    from workspace.specification import mails

    visitor = entered(Role.FACILITATOR)
    put_again(visitor)
    assert translate("fr", "decision-remind") not in labels(visitor.open("cahier"))
    sent: list[str] = []
    monkeypatch.setattr(_versions, "mail_is_set", lambda: True)
    monkeypatch.setattr(mails, "send", lambda address, *_: sent.append(address) or True)
    with unit_of_work() as session:
        for row in session.scalars(select(Person)):
            row.email = f"{row.id}@exemple.fr"
    visitor.open("cahier").menu_button(key="cahier.more").click("decision-remind").run()
    assert sent
    visitor.open("cahier").menu_button(key="cahier.more").click("decision-remind").run()
    assert len(sent) == len(set(sent))


def test_weights_that_do_not_make_a_hundred_are_said_while_writing(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    view = the_example(visitor)
    before = [one.value for one in visitor.open("cahier").warning]
    table = to_block({"rows": [["Critère", "Poids"], ["Prix", "40"], ["Qualité", "50"]]})
    replace_content(visitor.actor(), view.text_id, {"criteria": [table]})
    with unit_of_work() as session:
        text_store.write_projection(session, view.text_id, *read_content(session, view.text_id))
    (said,) = [one.value for one in visitor.open("cahier").warning if one.value not in before]
    assert "90 au lieu de 100" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_whole_in_both_languages(entered: Enter, language: str) -> None:
    visitor = entered(Role.OBSERVER)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    app = visitor.open("cahier")
    assert app.title[0].value == translate(language, "menu-cahier")
    assert translate(language, "specification-approve") not in labels(app)
    assert translate(language, "specification-clauses") in [one.value for one in app.subheader]
