"""The search box of the side bar: words typed there open the page of results.

A plain form of the web, because it is on every page: one element instead of the four that Streamlit's own would be,
each drawn again at every click. Leaving by it is like following a link.
"""

from __future__ import annotations

from pages.fiches._scene import draw, text_of
from pages.search import keys
from pages.shell.i18n import t


def box() -> None:
    """One field; Enter, or the button beside it, opens the results."""
    label = text_of(t("search-label"))
    draw(
        f'<form class="search-box" role="search" action="/recherche" method="get"><input type="search" '
        f'name="{keys.ASKED}" aria-label="{label}" placeholder="{label}" maxlength="200" autocomplete="off">'
        f"<button>{text_of(t('search-go'))}</button></form>"
    )
