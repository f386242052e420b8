"""A text written again before the eyes, moment after moment."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._diff import draw_comparison, draw_sheet
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.session import require_actor
from workspace.history import rules, service
from workspace.history.words import HistoryView, Step
from workspace.kernel.actor import Actor

AT, PLAYING, FRESH = "history.replay.at", "history.replay.playing", "history.replay.fresh"
PACE = 1.6  # seconds


# Reading the past is everyone's right in the group; the service checks it for whom it is first drawn, and the page
# reads the fiche's own history, with the same right, at every run before it comes here.
@st.cache_data(ttl=600, max_entries=32, show_spinner=True)
def _steps(fiche_id: UUID, stamp: str, _actor: Actor) -> list[Step]:
    del stamp  # it only names what is kept
    return service.view_replay(_actor, fiche_id)


def replay(view: HistoryView) -> None:
    """A slider, buttons, and the text as it was with what that moment changed."""
    steps = _steps(view.fiche_id, view.stamp, _actor=require_actor())
    if not steps:
        st.write(t("history-replay-none"))
        return
    if len(steps) == 1:
        st.write(t("history-replay-one"))
    st.session_state[AT] = min(max(int(st.session_state.get(AT, 1)), 1), len(steps))
    playing = bool(st.session_state.get(PLAYING))
    st.fragment(_moment, run_every=PACE if playing else None)(view, steps)


def _moment(view: HistoryView, steps: list[Step]) -> None:
    last = len(steps)
    kept = st.session_state
    if kept.get(PLAYING) and not kept.pop(FRESH, False):
        kept[AT] = min(kept[AT] + 1, last)
        kept[PLAYING] = kept[AT] < last
        if not kept[PLAYING]:
            st.rerun()
    if last > 1:
        st.slider(t("history-replay-step"), 1, last, key=AT, on_change=_stop)
        _buttons(last)
    _draw(view, steps)


def _buttons(last: int) -> None:
    at, playing = int(st.session_state[AT]), bool(st.session_state.get(PLAYING))
    with st.container(horizontal=True):
        st.button(
            t("history-replay-before"), icon=":material/skip_previous:", disabled=at <= 1,
            on_click=_to, args=(at - 1,), key="history.replay.before",
        )  # fmt: skip
        label = t("history-replay-pause") if playing else t("history-replay-play")
        icon = ":material/pause:" if playing else ":material/play_arrow:"
        if st.button(label, icon=icon, on_click=_toggle, args=(last,), key="history.replay.toggle"):
            st.rerun()  # the whole page: the pace of this part changes
        st.button(
            t("history-replay-next"), icon=":material/skip_next:", disabled=at >= last,
            on_click=_to, args=(at + 1,), key="history.replay.next",
        )  # fmt: skip


def _to(place: int) -> None:
    st.session_state[AT] = place
    _stop()


def _stop() -> None:
    st.session_state[PLAYING] = False


def _toggle(last: int) -> None:
    kept = st.session_state
    kept[PLAYING] = kept[FRESH] = not kept.get(PLAYING)
    if kept[PLAYING] and kept[AT] >= last:
        kept[AT] = 1


def _draw(view: HistoryView, steps: list[Step]) -> None:
    place = int(st.session_state[AT])
    step = steps[place - 1]
    said = "history-replay-said-by" if step.author else "history-replay-said"
    st.caption(t(said, number=place, total=len(steps), when=when(step.at, view.zone), name=step.author))
    now = rules.sheet(step.content)
    if place == 1:
        draw_sheet(now, label=t("history-view-replay"))
    else:
        before = rules.sheet(steps[place - 2].content)
        draw_comparison(rules.compare(before, now), label=t("history-view-replay"))
