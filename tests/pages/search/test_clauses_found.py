"""A clause that is found opens at the clause, its heading standing out."""

from __future__ import annotations

from collections.abc import Callable

from tests.pages.conftest import Visitor
from tests.pages.search.test_search_page import html_of
from workspace.comments import service as comments
from workspace.kernel.actor import Role
from workspace.specification import service

Enter = Callable[[Role], Visitor]


def test_clause_and_its_comment_lead_to_the_clause(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    (line,) = service.view_desk(actor).lines
    text_id = service.view_specification(actor, line.specification_id).text_id
    base = f"/cahier?cahier={line.specification_id}"
    assert f'href="{base}&clause=cession#clause-cession"' in html_of(visitor.open("recherche", q="cession"))
    made = comments.open_thread(actor, text_id, None, "Et l’hippopotame ?")
    assert f'href="{base}&commentaire={made.thread_id}' in html_of(visitor.open("recherche", q="hippopotame"))
    app = visitor.open("cahier", cahier=line.specification_id, clause="cession", commentaire=made.thread_id)
    (clauses,) = [one for one in app.radio if one.key == "cahier.clause"]
    assert clauses.value == "cession"
    (heading,) = [one for one in app.subheader if one.anchor == "clause-cession"]
    assert ":orange-background[" in heading.value
    assert "hippopotame" in html_of(app)
    clauses.set_value("calendar").run()
    assert not app.exception
    assert [one for one in app.subheader if one.anchor == "clause-cession"] == []
