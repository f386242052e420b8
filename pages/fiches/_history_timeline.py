"""The moments kept of a text, by day; naming the one of now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import urlencode

import streamlit as st

from pages.fiches._history_compare import BLANK, FROM, TO
from pages.fiches._scene import draw, text_of
from pages.shell.formats import day, hour, number
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.history.words import HistoryView
from workspace.kernel.clock import local
from workspace.livetext import service as livetext
from workspace.livetext.words import VersionLine

OPEN_DAYS = 1


def timeline(view: HistoryView) -> None:
    """Days, the latest open, the others folded; each version with what it changed."""
    st.header(t("history-timeline"), anchor=False)
    st.caption(t("history-timeline-text"))
    if view.may_name:
        _name(view)
    if not view.versions:
        st.write(t("history-timeline-none"))
        return
    before = {
        line.version_id: str(older.version_id) if older else BLANK
        for line, older in zip(view.versions, [*view.versions[1:], None], strict=True)
    }
    days = groupby(view.versions, lambda line: local(line.at, view.zone).date())
    for place, (date, group) in enumerate(days):
        lines = list(group)
        with st.expander(t("history-day", day=day(date), count=len(lines)), expanded=place < OPEN_DAYS):
            _table(view, lines, {line.version_id: before[line.version_id] for line in lines}, day(date))


def _name(view: HistoryView) -> None:
    opened = st.popover(t("history-name"), icon=":material/bookmark_add:")
    with opened, st.form("history.version", border=False, clear_on_submit=True):
        name = st.text_input(
            t("fiche-version-name"),
            placeholder=t("fiche-version-name-placeholder"),
            max_chars=120,
            key="history.version.name",
        )
        keeps = st.form_submit_button(t("fiche-version-keep"), type="primary")
    if keeps:
        with attempt() as outcome:
            livetext.name_version(require_actor(), view.text_id, name)
        if outcome.ok:
            st.toast(plain(t("fiche-version-kept", name=name.strip())), icon=":material/check_circle:")
            st.rerun()


def _table(view: HistoryView, lines: Sequence[VersionLine], before: dict[object, str], caption: str) -> None:
    heads = "".join(
        f'<th scope="col">{t(key)}</th>'
        for key in ("history-column-hour", "history-column-name", "history-column-authors")
    )
    words = f'<th scope="col" class="cf-right">{t("history-column-words")}</th>'
    changes = f'<th scope="col" class="cf-right">{t("history-column-changes")}</th>'
    rows = "".join(_row(view, line, before[line.version_id]) for line in lines)
    draw(
        f'<div class="cf"><table class="cf-versions cf-moments"><caption class="cf-sr">{caption}</caption>'
        f"<thead><tr>{heads}{words}{changes}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(view: HistoryView, line: VersionLine, before: str) -> str:
    at = hour(line.at, view.zone)
    name = text_of(line.name) if line.name else t("history-automatic")
    who = ", ".join(line.authors) or line.created_by
    query = urlencode({"fiche": str(view.fiche_id), FROM: before, TO: str(line.version_id)})
    see = (
        f'<a class="cd-see" href="/historique?{query}" aria-label="{text_of(t("history-see-said", hour=at))}">'
        f"{t('history-see')}</a>"
    )
    return (
        f'<tr><th scope="row">{at}</th><td{"" if line.name else " class=cf-auto"}>{name}</td>'
        f'<td>{text_of(who)}</td><td class="cf-right">{number(line.words)}</td><td class="cf-right">{see}</td></tr>'
    )
