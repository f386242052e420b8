"""Mon compte: name and language, password, open sessions, groups, and what is held about me."""

from __future__ import annotations

import streamlit as st

from pages.accounts import _data, _groups, _guide, _password, _profile, _sessions
from pages.shell.i18n import t
from pages.shell.session import require_person
from pages.widgets.plain import plain
from workspace.accounts.service import view_profile


def page() -> None:
    """Draw the page; it also serves somebody who is in no group."""
    actor = require_person()
    profile = view_profile(actor)
    st.title(t("compte-title"), anchor=False)
    st.caption(plain(" · ".join(part for part in (profile.name, profile.email) if part)))
    left, right = st.columns(2, gap="large")
    with left:
        _profile.draw(actor, profile)
        _password.draw(actor, profile)
        _guide.draw()
    with right:
        _sessions.draw()
        _groups.draw(actor, profile)
        _data.draw()


page()
