"""Candidacies on Structures: presented by a form, put to the vote by a link, settled by the decision."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.pages.conftest import Visitor
from workspace.decisions import candidates
from workspace.decisions.candidacy import key_of
from workspace.kernel.actor import Role
from workspace.kernel.messages import translate

Enter = Callable[[Role], Visitor]


def test_structure_is_presented_and_put_to_the_vote(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    app = visitor.open("structures", candidate="x")
    assert not app.exception
    for part, said in (("name", "CRESS"), ("kind", "Association"), ("presentation", "*Réseau*")):
        next(one for one in (*app.text_input, *app.text_area) if one.key == f"structures.candidate.{part}").input(
            said
        )
    send = next(one for one in app.button if one.label == translate("fr", "candidates-send"))
    send.click().run()
    assert [one.value for one in app.error] != []
    assert next(one for one in app.text_input if one.key == "structures.candidate.name").value == "CRESS"
    next(one for one in app.text_area if one.key == "structures.candidate.motive").input("Elle connaît tout le monde")
    next(one for one in app.button if one.label == translate("fr", "candidates-send")).click().run()
    assert not app.exception
    (one,) = candidates.view_candidates(visitor.actor())
    assert any("CRESS" in item.value and translate("fr", "candidates-state-candidate") in item.value
               for item in app.markdown)  # fmt: skip
    app = visitor.open("decisions", about=key_of(one.candidate_id))
    assert not app.exception
    assert translate("fr", "decision-about-candidacy-title", name="CRESS") in {item.value for item in app.text_input}
    assert "CRESS" in {item.value for item in app.text_input}


@pytest.mark.parametrize("role", [Role.OBSERVER, Role.FACILITATOR])
def test_observer_reads_and_presents_nobody(entered: Enter, role: Role) -> None:
    app = entered(role).open("structures", candidate="x")
    assert not app.exception
    offered = translate("fr", "candidates-add") in {one.label for one in app.expander}
    assert offered is (role is Role.FACILITATOR)
