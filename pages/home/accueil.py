"""Accueil: what awaits me, what changed since my last visit, where the group stands."""

from __future__ import annotations

import streamlit as st

from pages.home import _meeting, _standing
from pages.shell.formats import ago, when
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import current_actor, require_actor
from pages.widgets.plain import plain
from workspace.accueil.service import view_home
from workspace.accueil.words import AwaitedAct, Change, Home

PAGE_PATHS = {
    "fiche": "fiche",
    "fiches": "fiches",
    "decision": "decision",
    "trame": "trame",
    "structures": "structures",
    "reglages": "reglages",
    "cahier": "cahier",
    "reunion": "reunion",
    "budget": "budget",
    "contributions": "contributions",
    "adhesions": "adhesions",
    "ledger": "ecritures",
    "invoices": "invoices",
}
OBJECT_KEYS = {
    "fiche": "fiche",
    "structures": "structure",
    "decision": "decision",
    "cahier": "cahier",
    "reunion": "reunion",
    "budget": "enveloppe",
    "invoices": "facture",
}


def page() -> None:
    """Draw the page; somebody without a group is told what to do."""
    if current_actor().is_signed_in and not current_actor().is_member:
        st.title(t("menu-accueil"), anchor=False)
        st.info(t("shell-no-group-text"), icon=":material/group_add:")
        return
    actor = require_actor()
    home = view_home(actor, since_meeting=_meeting.asks_meeting())
    st.title(home.group_name, anchor=False)
    st.caption(home.territory)
    _meeting.next_meeting(home)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _awaited(home)
        _changes(home)
    with right:
        _standing.draw(home)


def _awaited(home: Home) -> None:
    st.header(t("accueil-awaits"), anchor=False)
    if not home.awaited:
        st.write(t("accueil-awaits-nothing"))
        return
    for act in home.awaited:
        _act_link(act)


def _act_link(act: AwaitedAct) -> None:
    label = t(f"accueil-awaits-{act.kind.value}", label=plain(act.label), count=act.count)
    _link(label, act.page, str(act.object_id) if act.object_id else "", icon=":material/arrow_forward:")


def _link(label: str, target: str, object_id: str, *, icon: str | None = None) -> None:
    query = {OBJECT_KEYS[target]: object_id} if object_id and target in OBJECT_KEYS else None
    st.page_link(page_of(PAGE_PATHS[target]), label=label, icon=icon, query_params=query)


def _changes(home: Home) -> None:
    st.header(t("accueil-changes"), anchor=False)
    _meeting.since(home)
    query = {"depuis": str(home.last_meeting.meeting_id)} if home.last_meeting and _meeting.asks_meeting() else None
    st.page_link(page_of("changements"), label=t("changes-words"), icon=":material/difference:", query_params=query)
    if _meeting.caption(home):
        st.caption(_meeting.caption(home))
    elif home.since is not None:
        st.caption(t("accueil-since", date=when(home.since, home.zone)))
    else:
        st.caption(t("accueil-since-first"))
    if not home.changes:
        st.write(t("accueil-changes-nothing"))
        return
    for change in home.changes:
        _change(change, home.zone)


def _change(change: Change, zone: str) -> None:
    operation = change.operation.replace("_", "-")
    people = _listed(change.people)
    news = t(f"news-{operation}", people=people, count=len(change.people), label=plain(change.label))
    label = f"{news} :gray[· {ago(change.at, zone)}]"
    if change.page:
        _link(label, change.page, str(change.object_id) if change.object_id else "")
    else:
        st.markdown(label)


def _listed(people: tuple[str, ...]) -> str:
    """Names as one says them: one, one and two, one, two and three."""
    names = [plain(name) for name in people]
    if len(names) == 1:
        return names[0]
    return t("accueil-and", first=", ".join(names[:-1]), last=names[-1])


page()
