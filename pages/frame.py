"""The script of each visit: language, who is it, navigation, gate, then the page."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from budget.connections import connect
from pages.shell import gate, joined, navigation, sidebar, tickets  # noqa: F401 joined registers what rooms bring
from pages.shell.i18n import language, t, use_language
from pages.shell.language import language_of_visit
from pages.shell.messages import attempt, show_flashes
from pages.shell.session import VisitFacts, current_actor, one_run, visit_facts
from workspace.kernel.actor import Actor
from workspace.welcome.service import is_set_up

# The only style of our own outside of components: a screen begins near its top, a link's words are read whole, and a
# main button is readable on the lighter accent of the dark theme, where Streamlit keeps white. On a phone the bar at
# the top is opaque, so the screen begins under it.
STYLE = """
.stMainBlockContainer { padding-top: 3.2rem }
[data-testid="stPageLink-NavLink"] { height: auto }
[data-testid="stPageLink-NavLink"] * { white-space: normal; overflow: visible; text-overflow: clip }
/* A link among the contents is never "where I am": that mark is the menu's. */
.stMain [data-testid="stPageLink-NavLink"]:not(:hover) { background-color: transparent }
/* Buttons that share a border do not break over two lines: on a phone each has its own. */
@media (max-width: 640px) {
  .stMainBlockContainer { padding-top: 4.4rem }
  [data-testid="stButtonGroup"] [role="radiogroup"]:has([data-variant="segmented_control"]) { gap: .35rem }
  [data-testid="stButtonGroup"] [role="radiogroup"] > [data-variant="segmented_control"] { border-radius: .45rem }
}
/* Each chart has its table beside it; this toolbar is in English and shows on hover only. */
[data-testid="stFullScreenFrame"]:has([data-testid="stVegaLiteChart"]) [data-testid="stElementToolbar"] {
  display: none }
[data-testid^="stBaseButton-primary"] { color: light-dark(#fff, #1b110c) }
[data-testid="stSidebarHeader"]::before { content: "Chemise"; font-weight: 700; flex: 1 }
[data-testid="stSidebarNavLink"]::before { font: 1.25rem/1 "Material Symbols Rounded"; margin-right: .15rem }
/* The headings of the menu's sections: `menu_rules` says their words, and a new section stands apart by the space. */
[data-testid="stSidebarNavItems"] > li::before { display: block; padding: .7rem .5rem .1rem; line-height: 1.3;
  font-size: .8rem; font-weight: 650; color: color-mix(in srgb, currentColor 78%, transparent) }
.search-box { display: flex; gap: .4rem }
.search-box input { flex: 1; min-width: 0; font: inherit; color: inherit; background: transparent;
  padding: .45rem .7rem; border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: .45rem }
.search-box button { font: inherit; color: inherit; background: none; border: 0; cursor: pointer; padding: 0 .2rem;
  text-decoration: underline; text-underline-offset: 3px }
"""


def main() -> None:
    """Draw one visit."""
    facts = visit_facts()
    actor = current_actor()
    use_language(language_of_visit(actor, facts))
    # No icon here nor on the pages: Streamlit would fetch it from a third party. Ours stands in the index page.
    st.set_page_config(page_title=t("app-name"), layout="wide")
    st.html(f"<style>{STYLE}{navigation.menu_rules(language())}</style>")
    pages = navigation.registered(is_admin=actor.is_admin)
    page = st.navigation(list(pages.values()), position="sidebar" if actor.is_signed_in else "hidden", expanded=True)
    show_flashes()
    with attempt():
        _draw(actor, facts, page, pages)


def _draw(actor: Actor, facts: VisitFacts, page: StreamlitPage, pages: dict[str, StreamlitPage]) -> None:
    if not actor.is_signed_in and not navigation.is_public(page, pages):
        tickets.land_on(page)
        if is_set_up():
            gate.sign_in(facts)
        else:
            gate.first_visit(facts)
        return
    if actor.is_signed_in:
        sidebar.draw(actor, facts)
    if navigation.tells_since(page, pages):
        sidebar.note_visit_once(actor)
    try:
        page.run()
    finally:
        # A write waits for the disk: nobody has to look at an empty screen meanwhile.
        sidebar.note_visit_once(actor)


connect()
with one_run():
    main()
