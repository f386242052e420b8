"""The search box and the page of results, through the real frame."""

from __future__ import annotations

from collections.abc import Callable

from tests.pages.conftest import Visitor
from workspace.comments import service as comments
from workspace.fiches import service
from workspace.fiches.words import FicheDraft
from workspace.find.words import FindKind
from workspace.kernel.actor import Role
from workspace.kernel.messages import translate

Enter = Callable[[Role], Visitor]


def html_of(app) -> str:
    return "\n".join(item.proto.body for item in app.get("html"))


def test_words_of_the_address_are_found_marked_and_escaped(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    title = "<script>Œuvrer</script> ensemble"
    fiche_id = service.create_fiche(visitor.actor(), FicheDraft(title=title))
    html = html_of(visitor.open("recherche", q="OEUVRER ensemble"))
    said = "&lt;script&gt;<mark>Œuvrer</mark>&lt;/script&gt; <mark>ensemble</mark>"
    assert f'href="/fiche?fiche={fiche_id}">{said}</a>' in html
    assert "<script" not in html
    assert translate("fr", "search-count", count=1) in html


def test_empty_nothing_and_kinds(entered: Enter) -> None:
    app = entered(Role.PARTNER).open("recherche")
    assert translate("fr", "search-empty") in [item.value for item in app.info]
    app.text_input(key="search.words").input("introuvablement").run()
    assert translate("fr", "search-nothing") in [item.value for item in app.info]
    app.text_input(key="search.words").input("apeas").run()
    both = html_of(app)
    app.button_group(key="search.kinds").set_value([FindKind.STRUCTURE]).run()
    only = html_of(app)
    assert translate("fr", "search-kind-one-structure") in both
    assert "/structures?structure=" in only
    assert "/fiche?fiche=" not in only


def test_box_of_the_side_bar_leads_to_the_results(entered: Enter) -> None:
    html = html_of(entered(Role.PARTNER).open("fiches"))
    assert '<form class="search-box" role="search" action="/recherche" method="get">' in html
    assert 'name="q"' in html


def test_comment_found_leads_to_its_fiche_and_stands_above_the_text(entered: Enter) -> None:
    visitor = entered(Role.PARTNER)
    actor = visitor.actor()
    fiche_id = service.create_fiche(actor, FicheDraft(title="Premiers pas"))
    text_id = service.view_fiche(actor, fiche_id).text_id
    made = comments.open_thread(actor, text_id, None, "Et la <pépinière> ?")
    html = html_of(visitor.open("recherche", q="pepiniere"))
    assert f'href="/fiche?fiche={fiche_id}&commentaire={made.thread_id}">Premiers pas</a>' in html
    assert translate("fr", "search-comment-by", name=actor.name) in html
    html = html_of(visitor.open("fiche", fiche=fiche_id, commentaire=made.thread_id))
    assert translate("fr", "search-found-comment") in html
    assert "Et la &lt;pépinière&gt; ?" in html
    comments.delete_comment(actor, text_id, made.comment_id)
    app = visitor.open("fiche", fiche=fiche_id, commentaire=made.thread_id)
    assert translate("fr", "search-comment-gone") in [item.value for item in app.info]


def test_clause_found_is_named(entered: Enter) -> None:
    html = html_of(entered(Role.PARTNER).open("recherche", q="papier"))
    assert translate("fr", "search-kind-one-specification") in html
    assert 'href="/cahier?cahier=' in html
