"""Structures: what each role sees and does, and that nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visitor
from workspace.kernel.actor import Role
from workspace.members import people, service
from workspace.members.words import StructureView

ROLES = (Role.FACILITATOR, Role.TREASURER, Role.PARTNER)


def keys(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def structures(visitor: Visitor) -> dict[str, StructureView]:
    return {one.draft.name: one for one in service.view_structures(visitor.actor())}


def own(visitor: Visitor) -> StructureView:
    actor = visitor.actor()
    return next(one for one in structures(visitor).values() if one.structure_id == actor.structure_id)


def drawn(app: AppTest) -> str:
    return "\n".join(str(item.value) for item in [*app.markdown, *app.caption, *app.title, *app.header])


@pytest.mark.parametrize("role", ROLES)
def test_directory_offers_what_the_role_may_do(entered, role: Role) -> None:
    visitor = entered(role)
    app = visitor.open("structures")
    assert app.title[0].value == "Structures"
    assert "6\u00a0structures et 9\u00a0personnes." in drawn(app)
    assert ("structures.add" in keys(app)) is (role is Role.FACILITATOR)
    assert "invitation.make" in keys(app)


@pytest.mark.parametrize("role", ROLES)
def test_structure_page_offers_what_the_role_may_do(entered, role: Role) -> None:
    visitor = entered(role)
    mine = own(visitor)
    for view in structures(visitor).values():
        app = visitor.open("structures", structure=view.structure_id)
        reach = role is Role.FACILITATOR or view is mine or view.structure_id == mine.structure_id
        assert ("structure.change" in keys(app)) is reach, view.draft.name
        assert ("invitation.make" in keys(app)) is reach
        assert ("structure.leave" in keys(app)) is (role is Role.FACILITATOR and not view.is_host)
        assert any(key.startswith("member.manage.") for key in keys(app)) is (role is Role.FACILITATOR)


def test_address_of_no_structure_of_ours_says_so_and_shows_the_directory(entered) -> None:
    visitor = entered(Role.PARTNER)
    for asked in (str(uuid4()), "<b>x</b>", "0"):
        app = visitor.open("structures", structure=asked)
        assert "fait pas" in app.warning[0].value
        assert app.title[0].value == "Structures"


def test_search_by_words_step_and_kind_of_support(entered) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("structures")
    app.text_input(key="structures.search").input("saint raphael").run()
    found = [name for name in structures(visitor) if f"{name}" in _cards(app)]
    assert found == ["Énergies Alternatives"]
    app.text_input(key="structures.search").input("zzz").run()
    assert "Aucune structure" in drawn(app)
    app.button(key="structures.clear").click().run()
    assert "Essor13" in _cards(app)
    app.selectbox(key="structures.etape").select_index(2).run()
    assert _cards(app) == {"Énergies Alternatives"}


def _cards(app: AppTest) -> set[str]:
    links = [item.proto for item in app.get("page_link")]
    return {link.label.strip("*").replace("\\", "") for link in links if link.query_string.startswith("structure=")}


def test_coverage_is_one_table_that_is_read_aloud(entered) -> None:
    app = entered(Role.PARTNER).open("structures")
    app.segmented_control(key="structures.view").set_value("coverage").run()
    table = "".join(item.proto.body for item in app.get("html"))
    assert "<caption" in table
    assert 'scope="row"' in table
    assert table.count("<tr>") == 1 + 6 + 1
    assert "Énergies Alternatives" in table


def test_names_with_markup_are_shown_as_text(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    name = "<script>alert(1)</script> **gras** [lien](https://exemple.org)"
    view = own(visitor)
    service.change_structure(visitor.actor(), view.structure_id, replace(view.draft, name=name))
    app = visitor.open("structures", structure=view.structure_id)
    assert app.title[0].value.replace("\\", "") == name
    for sign in "<>*[]()":
        assert f"\\{sign}" in app.title[0].value
    app = visitor.open("structures")
    app.segmented_control(key="structures.view").set_value("coverage").run()
    table = "".join(item.proto.body for item in app.get("html"))
    assert "&lt;script&gt;" in table
    assert "<script>" not in table


def fill(app: AppTest, **typed: str) -> AppTest:
    for name, value in typed.items():
        field = f"structures.form.{name}"
        areas = {str(area.key): area for area in app.text_area}
        (areas[field] if field in areas else app.text_input(key=field)).input(value)
    return app


def test_partner_completes_their_structure(entered) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("structures", structure=own(visitor).structure_id)
    app.button(key="structure.change").click().run()
    fill(app, since="1999", web="www.exemple.org", sites="Nice\nSète").button(
        key="structures.form.save"
    ).click().run()
    assert not app.error
    draft = own(visitor).draft
    assert (draft.since_year, draft.web, draft.sites) == (1999, "https://www.exemple.org", ("Nice", "Sète"))
    assert not [area for area in app.text_area if area.key == "structures.form.presentation"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "x" * 500}, "500"),
        ({"name": " "}, "à remplir"),
        ({"since": "mille"}, "quatre chiffres"),
        ({"web": "javascript:alert(1)"}, "site"),
        ({"presentation": "y" * 3000}, "3"),
    ],
)
def test_refused_structure_keeps_every_word(entered, typed: dict[str, str], said: str) -> None:
    visitor = entered(Role.PARTNER)
    before = own(visitor)
    app = visitor.open("structures", structure=before.structure_id)
    app.button(key="structure.change").click().run()
    fill(app, legal_form="Une forme tapée", **typed).button(key="structures.form.save").click().run()
    assert said in app.error[0].value
    assert app.text_input(key="structures.form.legal_form").value == "Une forme tapée"
    for name, value in typed.items():
        fields = {str(item.key): item.value for item in [*app.text_input, *app.text_area]}
        assert fields[f"structures.form.{name}"] == value
    assert own(visitor) == before


def test_stale_form_says_what_changed_keeps_the_text_and_saves_after_a_look(entered) -> None:
    visitor = entered(Role.PARTNER)
    view = own(visitor)
    app = visitor.open("structures", structure=view.structure_id)
    app.button(key="structure.change").click().run()
    service.change_structure(visitor.actor(), view.structure_id, replace(view.draft, legal_form="Leur forme"))
    fill(app, presentation="Mon texte").button(key="structures.form.save").click().run()
    assert "intacte" in app.warning[0].value
    assert "Leur forme" in "".join(item.proto.body for item in app.get("html"))
    assert own(visitor).draft.presentation == view.draft.presentation
    assert app.text_area(key="structures.form.presentation").value == "Mon texte"
    app.button(key="structures.form.keep").click().run()
    app.button(key="structures.form.save").click().run()
    assert own(visitor).draft.presentation == "Mon texte"


def test_cancel_forgets_the_form(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("structures")
    app.button(key="structures.add").click().run()
    fill(app, name="Abandonnée").button(key="structures.form.cancel").click().run()
    assert app.title[0].value == "Structures"
    app.button(key="structures.add").click().run()
    assert app.text_input(key="structures.form.name").value == ""


def test_facilitator_adds_a_structure_and_it_leaves_again(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("structures")
    app.button(key="structures.add").click().run()
    fill(app, name="URSCOP").button(key="structures.form.save").click().run()
    view = structures(visitor)["URSCOP"]
    app = visitor.open("structures", structure=view.structure_id)
    app.button(key="structure.leave").click().run()
    assert "quittera le groupe" in drawn(app)
    app.button(key="structure.leave.yes").click().run()
    assert "URSCOP" not in structures(visitor)


def test_invitation_shows_its_link_once(entered) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("structures", structure=own(visitor).structure_id)
    app.button(key="invitation.make").click().run()
    roles = app.radio(key="invitation.role").options
    assert roles == ["Partenaire", "Observation"]
    app.text_input(key="invitation.name").input("Zoé")
    app.button(key="invitation.save").click().run()
    link = app.code[0].value
    token = link.partition("lien=")[2]
    assert people.find_invitation(token).name == "Zoé"
    app.button(key="members.once.close").click().run()
    assert not app.code
    assert token not in repr(app.session_state)
    assert token not in drawn(visitor.open("structures", structure=own(visitor).structure_id))


def test_refused_invitation_keeps_what_was_typed(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = visitor.open("structures")
    app.button(key="invitation.make").click().run()
    app.text_input(key="invitation.name").input("Zoé")
    app.text_input(key="invitation.email").input("pas une adresse")
    app.button(key="invitation.save").click().run()
    assert "électronique" in app.error[0].value
    assert app.text_input(key="invitation.name").value == "Zoé"
    assert people.view_invitations(visitor.actor()) == []


def test_invitation_is_listed_and_taken_back(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    actor = visitor.actor()
    people.invite(actor, own(visitor).structure_id, name="Zoé", email="", role=Role.PARTNER)
    app = visitor.open("structures")
    app.segmented_control(key="structures.view").set_value("invitations").run()
    assert "Zoé" in drawn(app)
    next(button for button in app.button if str(button.key).startswith("invitation.revoke.")).click().run()
    assert people.view_invitations(actor) == []


def manage(visitor: Visitor, name: str) -> AppTest:
    line = next(line for one in structures(visitor).values() for line in one.members if line.name.startswith(name))
    app = visitor.open("structures", structure=line.structure_id)
    return app.button(key=f"member.manage.{line.member_id}").click().run()


def test_facilitator_changes_a_role(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = manage(visitor, "P.\u00a0L.")
    app.radio(key="member.role").set_value(Role.TREASURER)
    app.text_input(key="member.title").input("Chargée d’accueil")
    app.button(key="member.save").click().run()
    line = next(line for line in structures(visitor)["Intermade"].members if line.name.startswith("P.\u00a0L."))
    assert (line.role, line.title) == (Role.TREASURER, "Chargée d’accueil")


def test_last_facilitator_is_told_why_they_stay(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = manage(visitor, "S.\u00a0D.")
    assert "member.remove" not in keys(app)
    app.radio(key="member.role").set_value(Role.PARTNER)
    app.button(key="member.save").click().run()
    assert "au moins une personne" in app.error[0].value


def test_facilitator_removes_a_person_after_a_confirmation(entered) -> None:
    visitor = entered(Role.FACILITATOR)
    app = manage(visitor, "A.\u00a0M.")
    app.button(key="member.remove").click().run()
    assert structures(visitor)["Apeas"].members == ()


def test_everything_is_said_in_english_too(entered) -> None:
    from workspace.accounts.service import change_profile

    visitor = entered(Role.FACILITATOR)
    change_profile(visitor.actor(), locale="en")
    app = visitor.open("structures")
    assert app.title[0].value == "Organisations"
    assert app.text_input(key="structures.search").label == "Search"
    app.text_input(key="structures.search").input("zzz").run()
    assert "No organisation" in drawn(app)
