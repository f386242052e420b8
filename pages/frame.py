"""The script of each visit: language, who is it, navigation, gate, then the page."""

from __future__ import annotations

import streamlit as st

from pages.shell import gate, navigation, sidebar
from pages.shell.i18n import t, use_language
from pages.shell.language import language_of_visit
from pages.shell.messages import attempt, show_flashes
from pages.shell.session import current_actor, visit_facts
from workspace.welcome.service import is_set_up


def main() -> None:
    """Draw one visit."""
    facts = visit_facts()
    actor = current_actor()
    use_language(language_of_visit(actor, facts))
    st.set_page_config(page_title=t("app-name"), page_icon=":material/folder_open:", layout="wide")
    pages = navigation.registered()
    page = st.navigation(list(pages.values()), position="hidden")
    show_flashes()
    if not actor.is_signed_in and not navigation.is_public(page, pages):
        if is_set_up():
            gate.sign_in(facts)
        else:
            gate.first_visit(facts)
        return
    if actor.is_member or actor.is_signed_in:
        sidebar.draw(actor, facts, pages)
    with attempt():
        page.run()


main()
