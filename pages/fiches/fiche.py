"""Fiche: write together, live; two levels, its review, preview."""

from __future__ import annotations

import streamlit as st

from pages.exchange.exports import exports
from pages.exchange.imports import imports
from pages.fiches import _fiche_dialogs, _fiche_editor, _fiche_head, _fiche_preview, _review, _thread
from pages.fiches._style import use_style
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.navigation import page_of
from pages.shell.session import require_actor
from pages.widgets.asked import asked
from pages.widgets.justifying import clauses_of
from pages.widgets.plain import plain
from pages.widgets.proposing import propose_about
from workspace.fiches import service
from workspace.fiches.words import FicheView
from workspace.livetext import service as livetext
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
    _review.review(view.fiche_id)
    if view.archived_at is not None:
        st.warning(t("fiche-archived", date=when(view.archived_at, view.zone)), icon=":material/inventory_2:")
    _actions(view, may_write=ticket.can_write)
    _fiche_head.watch(view.fiche_id, archived=view.archived_at is not None)
    _fiche_editor.editor(actor, view, ticket)
    _fiche_preview.pane(view.fiche_id)
    clauses_of(LinkKind.FICHE, view.fiche_id)


def _actions(view: FicheView, *, may_write: bool) -> None:
    able = view.abilities
    with st.container(horizontal=True, vertical_alignment="center"):
        if able.may_change and st.button(t("fiche-properties"), icon=":material/tune:", key="fiche.properties"):
            _fiche_dialogs.open_properties(view)
        history = {"fiche": str(view.fiche_id)}
        st.page_link(page_of("historique"), label=t("history-title"), icon=":material/history:", query_params=history)
        propose_about(f"fiche:{view.fiche_id}")
        imports(view, may_write=may_write)
        exports(view.fiche_id)
        if able.may_archive and st.button(t("fiche-archive"), icon=":material/inventory_2:", key="fiche.archive"):
            _fiche_dialogs.open_archive(view)
        if able.may_restore and st.button(t("fiche-restore"), icon=":material/unarchive:", key="fiche.restore"):
            _fiche_dialogs.restore(view)
        _fiche_preview.switch()


page()
