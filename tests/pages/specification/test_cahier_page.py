"""The cahier des charges through the real frame: the empty state, a new one, answers, adoption, a broken version."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import delete, update

from db.models import Person, Specification, SpecificationVersion, SpecificationVoice
from db.session import unit_of_work
from pages.widgets.plain import plain
from tests.pages.conftest import Visitor
from tests.pages.fiches.test_fiches_pages import html_of, labels, press
from workspace.kernel.actor import Role
from workspace.kernel.clock import utc_now
from workspace.kernel.messages import LANGUAGES, translate
from workspace.specification import service
from workspace.specification.words import SpecificationView, Stance

Enter = Callable[[Role], Visitor]


def the_example(visitor: Visitor) -> SpecificationView:
    line = service.view_desk(visitor.actor()).lines[0]
    return service.view_specification(visitor.actor(), line.specification_id)


def forget_specifications() -> None:
    with unit_of_work() as session:
        session.execute(delete(Specification))


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
    with unit_of_work() as session:
        session.execute(update(SpecificationVersion).values(title="Autre"))
    app = visitor.open("cahier")
    assert translate("fr", "error-specification-broken", number=1) in [one.value for one in app.error]


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_whole_in_both_languages(entered: Enter, language: str) -> None:
    visitor = entered(Role.OBSERVER)
    with unit_of_work() as session:
        session.execute(update(Person).values(locale=language))
    app = visitor.open("cahier")
    assert app.title[0].value == translate(language, "menu-cahier")
    assert translate(language, "specification-approve") not in labels(app)
    assert translate(language, "specification-clauses") in [one.value for one in app.subheader]
