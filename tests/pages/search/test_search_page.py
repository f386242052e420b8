"""The search box and the page of results, through the real frame."""

from __future__ import annotations

from collections.abc import Callable

from tests.pages.conftest import Visitor
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
    html = html_of(visitor.open("recherche", q="OEUVR"))
    assert f'href="/fiche?fiche={fiche_id}">&lt;script&gt;<mark>Œuvrer</mark>&lt;/script&gt; ensemble</a>' in html
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
