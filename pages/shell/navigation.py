"""The map of screens. Every page is always registered, so that a deep link survives the sign-in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.shell import state
from pages.shell.i18n import language, t
from workspace.kernel.messages import translate

PAGES = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen: its file, its label's key, its icon, who sees it in the menu. `public` runs without an actor.

    `since`: it compares with the visit before this one, so this one is noted before it is drawn.
    `under`: the key of the heading that begins with this screen in the menu; everybody sees this screen there.
    """

    path: str
    label: str
    icon: str
    default: bool = False
    in_menu: bool = True
    public: bool = False
    admin: bool = False
    since: bool = False
    under: str | None = None

    @property
    def url(self) -> str:
        """The address: the file's stem."""
        return Path(self.path).stem


SCREENS = (
    Screen(path="home/accueil.py", label="menu-accueil", icon="home", default=True, since=True),
    Screen(path="fiches/fiches.py", label="menu-fiches", icon="grid_view", under="menu-write"),
    Screen(path="fiches/trame.py", label="menu-trame", icon="format_list_numbered"),
    Screen(path="questionnaires/questionnaires.py", label="menu-questionnaires", icon="quiz"),
    Screen(path="meetings/reunions.py", label="menu-reunions", icon="event_note", under="menu-decide"),
    Screen(path="decisions/decisions.py", label="menu-decisions", icon="how_to_vote"),
    Screen(path="search/recherche.py", label="menu-recherche", icon="search", in_menu=False),
    Screen(path="specification/cahier.py", label="menu-cahier", icon="assignment"),
    Screen(path="budget/suppliers.py", label="suppliers-title", icon="storefront", in_menu=False),
    Screen(path="budget/bank.py", label="menu-bank", icon="account_balance", in_menu=False),
    Screen(path="budget/budget.py", label="menu-budget", icon="savings", under="menu-money"),
    Screen(path="budget/devis.py", label="menu-devis", icon="request_quote"),
    Screen(path="budget/invoices.py", label="menu-invoices", icon="receipt_long"),
    Screen(path="contributions/contributions.py", label="menu-contributions", icon="volunteer_activism"),
    Screen(path="members/structures.py", label="menu-structures", icon="groups", under="menu-group"),
    Screen(path="contributions/adhesions.py", label="menu-adhesions", icon="card_membership"),
    Screen(path="members/reglages.py", label="menu-reglages", icon="tune"),
    Screen(path="accounts/compte.py", label="menu-compte", icon="account_circle"),
    Screen(path="admin/installation.py", label="menu-installation", icon="fact_check", admin=True),
    Screen(path="fiches/fiche.py", label="menu-fiche", icon="description", in_menu=False),
    Screen(path="fiches/historique.py", label="history-title", icon="history", in_menu=False),
    Screen(path="fiches/changements.py", label="changes-title", icon="difference", in_menu=False, since=True),
    Screen(path="questionnaires/questionnaire.py", label="menu-questionnaire", icon="quiz", in_menu=False),
    Screen(path="meetings/reunion.py", label="menu-reunion", icon="event_note", in_menu=False),
    Screen(path="decisions/decision.py", label="menu-decision", icon="how_to_vote", in_menu=False),
    Screen(path="budget/ecritures.py", label="menu-ecritures", icon="menu_book", in_menu=False),
    Screen(path="budget/taux.py", label="rates-title", icon="percent", in_menu=False),
    Screen(path="budget/devis_compare.py", label="compare-title", icon="compare_arrows", in_menu=False),
    Screen(path="budget/devis_demande.py", label="request-title", icon="outgoing_mail", in_menu=False),
    Screen(path="fiches/presentation.py", label="presentation-title", icon="auto_stories", in_menu=False),
    Screen(path="fiches/images.py", label="images-title", icon="photo_library", in_menu=False),
    Screen(path="accounts/invitation.py", label="menu-invitation", icon="mail", in_menu=False, public=True),
    Screen(path="accounts/mot_de_passe.py", label="menu-reset", icon="key", in_menu=False, public=True),
)


def page_of(url: str) -> StreamlitPage:
    """A page by its address, for links."""
    return registered()[url]


def registered(*, is_admin: bool | None = None) -> dict[str, StreamlitPage]:
    """All pages by address, made once for a visit and a language: a file is looked at for each, at every click.

    `is_admin` says whether the menu shows what is for administrators; None leaves it as it was.
    """
    kept: tuple[str, bool, dict[str, StreamlitPage]] | None = st.session_state.get(state.PAGES)
    if kept is not None and kept[0] == language() and is_admin in {None, kept[1]}:
        return kept[2]
    pages = {
        screen.url: st.Page(
            PAGES / screen.path,
            title=t(screen.label),
            url_path="" if screen.default else screen.url,
            default=screen.default,
            visibility="visible" if screen.in_menu and (is_admin or not screen.admin) else "hidden",
        )
        for screen in SCREENS
    }
    st.session_state[state.PAGES] = (language(), bool(is_admin), pages)
    return pages


def is_public(page: StreamlitPage, pages: dict[str, StreamlitPage]) -> bool:
    """Whether a page may run for somebody who is not signed in."""
    return any(screen.public and pages[screen.url] is page for screen in SCREENS)


def tells_since(page: StreamlitPage, pages: dict[str, StreamlitPage]) -> bool:
    """Whether a page tells what happened since the visit before this one."""
    return any(screen.since and pages[screen.url] is page for screen in SCREENS)


@cache
def menu_rules(language: str) -> str:
    """Style rules that put each screen's icon before its link in the menu, and a section's heading before its first.

    Icons given to the pages themselves would be fetched from a third party for the browser's tab, and are silent for
    screen readers here. Streamlit has sections of its own: their items are in no list for a screen reader (axe: list,
    listitem, both serious), and what a mouse folds no key unfolds. These headings are read with their first item.
    """
    shown = [screen for screen in SCREENS if screen.in_menu]
    icons = (f'{_link_of(screen)}::before{{content:"{screen.icon}" / ""}}' for screen in shown)
    headings = (
        f'[data-testid="stSidebarNavItems"]>li:has({_link_of(screen)})::before'
        f'{{content:"{translate(language, screen.under)}"}}'
        for screen in shown
        if screen.under
    )
    return "".join((*icons, *headings))


def _link_of(screen: Screen) -> str:
    return f'[data-testid="stSidebarNavLink"][href$="/{"" if screen.default else screen.url}"]'
