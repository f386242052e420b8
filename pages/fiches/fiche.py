"""Fiche: write together, live; two levels, its review, preview."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from pages.exchange.exports import open_exports
from pages.exchange.imports import open_import
from pages.fiches import _fiche_dialogs, _fiche_editor, _fiche_head, _fiche_preview, _review, _thread
from pages.fiches._review_dialogs import open_stop
from pages.fiches._style import use_style
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.asked import asked
from pages.widgets.justifying import clauses_of
from pages.widgets.more import Act, more
from pages.widgets.plain import plain
from pages.widgets.proposing import may_propose, propose
from workspace.fiches import service
from workspace.fiches.words import FicheView
from workspace.livetext import service as livetext
from workspace.review.words import ReviewView
from workspace.specification.words import LinkKind


def page() -> None:
    """Draw the fiche that the address names."""
    actor = require_actor()
    st.page_link(page_of("fiches"), label=t("fiche-back"), icon=":material/arrow_back:")
    view = asked(actor, "fiche", service.view_fiche)
    if view is None:
        st.title(t("fiche-missing-title"), anchor=False)
        st.write(t("fiche-missing-text"))
        return
    use_style()
    ticket = livetext.issue_ticket(actor, view.text_id)
    st.title(plain(view.draft.title), anchor=False)
    _thread.found(actor, view.text_id)
    _fiche_head.head(view)
    review = _review.strip(view.fiche_id)
    if view.archived_at is not None:
        st.warning(t("fiche-archived", date=when(view.archived_at, view.zone)), icon=":material/inventory_2:")
    _actions(view, review, may_write=ticket.can_write)
    _fiche_head.watch(view.fiche_id, archived=view.archived_at is not None)
    _fiche_editor.editor(actor, view, ticket)
    _fiche_preview.pane(view.fiche_id)
    clauses_of(LinkKind.FICHE, view.fiche_id)


def _actions(view: FicheView, review: ReviewView, *, may_write: bool) -> None:
    able = view.abilities
    with st.container(horizontal=True, vertical_alignment="center"):
        _review.steps(review)
        if able.may_restore and st.button(t("fiche-restore"), icon=":material/unarchive:", key="fiche.restore"):
            _fiche_dialogs.restore(view)
        _fiche_preview.switch()
        more(_rare(view, review, may_write=may_write), key="fiche.more")


def _rare(view: FicheView, review: ReviewView, *, may_write: bool) -> Iterator[Act]:
    able = view.abilities
    about, history = f"fiche:{view.fiche_id}", {"fiche": str(view.fiche_id)}
    yield True, "history-title", "history", lambda: st.switch_page(page_of("historique"), query_params=history)
    yield may_propose(), "decision-from-fiche", "how_to_vote", lambda: propose(about)
    yield able.may_change, "fiche-properties", "tune", lambda: _fiche_dialogs.open_properties(view)
    yield may_write, "import-open", "upload_file", lambda: open_import(view)
    yield True, "export-open", "download", lambda: open_exports(view.fiche_id)
    yield review.abilities.may_stop, "review-stop", "undo", lambda: open_stop(review)
    yield able.may_archive, "fiche-archive", "inventory_2", lambda: _fiche_dialogs.open_archive(view)


page()
