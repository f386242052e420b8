"""Mon compte: language at once, password, sessions, groups, data; also without a group."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from pages.accounts._devices import device
from pages.shell.i18n import use_language
from tests.pages.conftest import Visitor
from workspace.accounts import service
from workspace.kernel.actor import Role
from workspace.members import people
from workspace.members import service as members
from workspace.welcome import service as welcome

PASSWORD, NEW = "quatre mots sans rapport", "une autre phrase à soi"
ADDRESS = "zoe@exemple.org"


@pytest.fixture
def zoe(example: Visitor) -> Visitor:
    """A browser of somebody with a password, who joined the example by an invitation."""
    facilitator = example.enter(Role.FACILITATOR)
    made = people.invite(facilitator, members.view_structures(facilitator)[1].structure_id, **_zoe())
    example.hold(people.accept_invitation(made.token, name="Zoé", email=ADDRESS, password=PASSWORD, locale="fr"))
    return example


def _zoe() -> dict:
    return {"name": "Zoé", "email": "", "role": Role.PARTNER}


def keys(app: AppTest) -> set[str]:
    return {str(button.key) for button in app.button}


def type_password(app: AppTest, current: str, new: str, again: str) -> AppTest:
    for name, value in {"current": current, "new": new, "again": again}.items():
        app.text_input(key=f"compte.password.{name}").input(value)
    return app.button(key="compte.password.save").click().run()


@pytest.mark.parametrize("role", welcome.ENTER_ROLES)
def test_every_role_has_the_page_and_the_examples_people_no_password(entered, role: Role) -> None:
    app = entered(role).open("compte")
    assert app.title[0].value == "Mon compte"
    assert "compte.password.save" not in keys(app)
    assert any("sans mot de passe" in one.value for one in app.caption)


def test_language_changes_at_once(zoe: Visitor) -> None:
    app = zoe.open("compte")
    app.segmented_control(key="compte.locale").set_value("en")
    app.button(key="compte.profile.save").click().run()
    assert app.title[0].value == "My account"
    assert zoe.actor().locale == "en"


@pytest.mark.parametrize(("typed", "said"), [("x" * 500, "500"), ("  ", "à remplir")])
def test_refused_name_stays_typed(zoe: Visitor, typed: str, said: str) -> None:
    app = zoe.open("compte")
    app.text_input(key="compte.name").input(typed)
    app.button(key="compte.profile.save").click().run()
    assert said in app.error[0].value
    assert app.text_input(key="compte.name").value == typed
    assert zoe.actor().name == "Zoé"


def test_password_fields_tell_managers_what_they_are(zoe: Visitor) -> None:
    app = zoe.open("compte")
    said = [app.text_input(key=f"compte.password.{name}").proto.autocomplete for name in ("current", "new", "again")]
    assert said == ["current-password", "new-password", "new-password"]
    rule = next(one.value for one in app.caption if "12" in one.value)
    assert "signes au moins" in rule


@pytest.mark.parametrize(
    ("current", "new", "again", "said"),
    [
        (PASSWORD, NEW, f"{NEW}!", "pas les mêmes"),
        (PASSWORD, "court", "court", "trop court"),
        (PASSWORD, "é" * 200, "é" * 200, "trop long"),
        ("pas le bon du tout", NEW, NEW, "actuel"),
    ],
)
def test_refused_password_says_why_and_changes_nothing(
    zoe: Visitor, current: str, new: str, again: str, said: str
) -> None:
    app = type_password(zoe.open("compte"), current, new, again)
    assert said in app.error[0].value
    assert app.text_input(key="compte.password.new").value == new
    service.sign_in(ADDRESS, PASSWORD, address="192.0.2.1")


def test_password_changes_and_leaves_no_trace_in_the_page(zoe: Visitor) -> None:
    app = type_password(zoe.open("compte"), PASSWORD, NEW, NEW)
    assert not app.error
    assert not app.text_input(key="compte.password.new").value
    service.sign_in(ADDRESS, NEW, address="192.0.2.1")


def test_other_sessions_are_named_and_ended(zoe: Visitor) -> None:
    other = service.open_session(
        service.sign_in(ADDRESS, PASSWORD, address="192.0.2.1"), agent="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"
    )
    other_id = service.find_session(other.token)
    app = zoe.open("compte")
    assert any("Firefox sur Windows" in one.value for one in app.markdown)
    app.button(key=f"compte.session.{other_id}").click().run()
    assert service.find_session(other.token) is None
    assert "compte.sessions.end" not in keys(app)
    assert zoe.actor().is_signed_in


def test_all_other_sessions_end_together(zoe: Visitor) -> None:
    others = [
        service.open_session(service.sign_in(ADDRESS, PASSWORD, address="192.0.2.1"), agent="") for _ in range(2)
    ]
    app = zoe.open("compte")
    app.button(key="compte.sessions.end").click().run()
    assert [service.find_session(one.token) for one in others] == [None, None]
    assert zoe.actor().is_signed_in


def test_ending_the_current_session_is_signing_out(zoe: Visitor) -> None:
    app = zoe.open("compte")
    app.button(key=f"compte.session.{zoe.facts.session_id}").click().run()
    assert "shell.sign_out" in app.session_state


def test_data_is_a_link_to_the_route_that_checks_the_cookie(zoe: Visitor) -> None:
    links = [item.proto.url for item in zoe.open("compte").get("link_button")]
    assert "/session/data" in links


def test_guide_opens_in_the_readers_language_without_dead_links(zoe: Visitor) -> None:
    app = zoe.open("compte")
    app.button(key="compte.guide.0").click().run()
    shown = "\n".join(item.value for item in app.markdown)
    assert "Suite\u00a0: Les fiches" in shown or "Suite : Les fiches" in shown
    assert ".md)" not in shown


def test_somebody_without_a_group_keeps_their_account(zoe: Visitor) -> None:
    from db.models import Member
    from db.session import unit_of_work
    from workspace.kernel.clock import utc_now

    with unit_of_work() as session:
        session.get_one(Member, zoe.actor().member_id).left_at = utc_now()
    assert not zoe.actor().is_member
    app = zoe.open("compte")
    assert app.title[0].value == "Mon compte"
    assert "aucun groupe" in "".join(one.value for one in app.markdown)


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox sur Windows"),
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge sur Windows",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
            "Safari sur Mac",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile/15E148 Safari/604.1",
            "Chrome sur iPhone",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36",
            "Chrome sur Android",
        ),
        ("", "Navigateur non reconnu"),
        ("<b>curl</b>", "Navigateur non reconnu"),
    ],
)
def test_device_is_named_in_plain_words(agent: str, said: str) -> None:
    use_language("fr")
    assert device(agent) == said
