"""Suppliers' links, just made: mailed where mail is set, shown once to be copied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import streamlit as st
from chemise_editor import bridge

from budget.quotes.mails import request_text, send_link
from budget.quotes.request_words import MadeLink
from pages.shell.i18n import t
from pages.shell.session import require_actor
from pages.widgets.links import address
from pages.widgets.plain import plain
from workspace.kernel.mail import mail_is_set

HELD = "request.links"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is shown once: the links, and who of them has been mailed."""

    links: tuple[MadeLink, ...]
    title: str
    deadline: datetime
    mailed: frozenset[str]


def hold(links: tuple[MadeLink, ...], *, title: str, deadline: datetime) -> None:
    """Mail what can be mailed, and keep the links for the next run."""
    actor, mailed = require_actor(), set()
    for one in links if mail_is_set() else ():
        if send_link(actor, one, title=title, deadline=deadline, link=_link(one)):
            mailed.add(one.supplier)
    st.session_state[HELD] = Held(links=links, title=title, deadline=deadline, mailed=frozenset(mailed))


def _link(one: MadeLink) -> str:
    return address(f"/offre/{one.token}")


def once() -> None:
    """The links that were just made; closing forgets them."""
    held: Held | None = st.session_state.get(HELD)
    if held is None:
        return
    with st.container(border=True):
        st.header(t("request-links"), anchor=False)
        st.write(t("request-links-once"))
        for place, one in enumerate(held.links):
            _one(held, one, place)
        if st.button(t("request-links-close"), type="primary", key="request.links.close"):
            del st.session_state[HELD]
            st.rerun()


def _one(held: Held, one: MadeLink, place: int) -> None:
    sent = t("request-mailed", email=plain(one.email)) if one.supplier in held.mailed else t("request-to-copy")
    st.markdown(f"**{plain(one.supplier)}** · {sent}")
    subject, body = request_text(require_actor(), one, title=held.title, deadline=held.deadline, link=_link(one))
    st.code(f"{subject}\n\n{body}", language=None, wrap_lines=True)
    bridge(
        {
            "act": "copy",
            "text": f"{subject}\n\n{body}",
            "label": t("request-copy"),
            "copied": t("request-copied"),
            "nonce": one.token[-12:],
        },
        key=f"request.links.copy.{place}",
    )
