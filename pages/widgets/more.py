"""The acts that are rarely needed, in one menu beside those of each visit: on a phone the text comes first.

A popover would show buttons too, but the tabulator passes over what it holds, and it stays open behind a dialog. This
menu is reached and walked through by keyboard, and closes when something is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from pages.shell.i18n import t

Act = tuple[bool, str, str, Callable[[], object]]


def more(acts: Iterable[Act], *, key: str) -> None:
    """The menu of the acts that are offered: (offered, the key of its words, its icon, what it does)."""
    offered = {label: (icon, does) for is_offered, label, icon, does in acts if is_offered}
    if not offered:
        return
    chosen = st.menu_button(
        t("more"),
        tuple(offered),
        format_func=lambda label: f":material/{offered[label][0]}: {t(label)}",
        icon=":material/more_horiz:",
        key=key,
    )
    if chosen is not None:
        offered[chosen][1]()
