"""Two moments of a text, chosen and compared; the older one can be restored."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._diff import draw_comparison, said
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.history import service
from workspace.history.words import HistoryView

BLANK, NOW = "blank", "now"
FROM, TO = "de", "a"  # as in the address


def compare(view: HistoryView) -> None:
    """The two choices, what changed between them, and going back."""
    names = {str(line.version_id): _name_of(view, line.version_id) for line in view.versions}
    left = {**names, BLANK: t("history-blank")}
    right = {NOW: t("history-now"), **names}
    # What is new since the last version; when nothing is, what that version brought.
    start = min(0 if _has_news(view) else 1, len(left) - 1)
    columns = st.columns(2)
    with columns[0]:
        before = st.selectbox(
            t("history-from"),
            tuple(left),
            index=_index(tuple(left), FROM, start),
            format_func=left.__getitem__,
            key=f"history.from.{view.fiche_id}.{st.query_params.get(FROM, '')}",
        )
    with columns[1]:
        after = st.selectbox(
            t("history-to"),
            tuple(right),
            index=_index(tuple(right), TO, 0),
            format_func=right.__getitem__,
            key=f"history.to.{view.fiche_id}.{st.query_params.get(TO, '')}",
        )
    with attempt():
        comparison = service.compare_versions(require_actor(), view.fiche_id, _id(before), _id(after))
        if comparison.is_same:
            st.write(t("history-compare-same"))
        else:
            st.markdown(f"**{said(comparison)}**")
        draw_comparison(comparison, label=t("history-view-compare"))
    version = _id(before)
    icon = ":material/settings_backup_restore:"
    if version is None or not view.may_restore:
        return
    if st.button(t("history-restore"), icon=icon, key="history.restore"):
        st.dialog(t("history-restore-title"))(_restore)(view, version, left[str(version)])


def _has_news(view: HistoryView) -> bool:
    """Whether text, title or accroche changed since the last version."""
    last = next(iter(view.versions), None)
    return last is not None and (last.seq < view.seq or any(one.at > last.at for one in view.wordings[:1]))


def _index(options: tuple[str, ...], key: str, otherwise: int) -> int:
    asked = st.query_params.get(key, "")
    return options.index(asked) if asked in options else otherwise


def _id(choice: str | None) -> UUID | None:
    return UUID(choice) if choice and choice not in {BLANK, NOW} else None


def _name_of(view: HistoryView, version_id: UUID) -> str:
    line = next(one for one in view.versions if one.version_id == version_id)
    return f"{when(line.at, view.zone)} · {line.name or t('history-automatic')}"


def _restore(view: HistoryView, version_id: UUID, moment: str) -> None:
    st.write(plain(t("history-restore-text", moment=moment)))
    if st.button(t("history-restore-yes"), type="primary", key="history.restore.yes"):
        with attempt() as outcome:
            service.restore_version(require_actor(), view.fiche_id, version_id)
        if outcome.ok:
            flash("history-restored")
            for key in (FROM, TO):
                st.query_params.pop(key, None)
            st.rerun()
