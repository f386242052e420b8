"""What a fiche opens over itself: its properties, the question before archiving."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.fiches import _fields
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.fiches import service
from workspace.fiches.words import FicheView


def open_properties(view: FicheView) -> None:
    """Title, accroche, kind and links; the version shown now is the one compared when saving."""
    st.dialog(t("fiche-properties"), width="medium")(_properties)(view)


def _properties(view: FicheView) -> None:
    actor = require_actor()
    key = f"fiche.properties.{view.fiche_id}.{view.draft.version}"
    kind = _fields.kind_field(view.draft.kind, key)
    with st.form(key, border=False):
        typed = _fields.draft_fields(
            replace(view.draft, kind=kind),
            etapes=view.all_etapes,
            structures=view.all_structures,
            questions=view.all_questions,
            key=key,
        )
        saves = st.form_submit_button(t("fiches-save"), type="primary")
    if saves:
        with attempt() as outcome:
            service.change_fiche(actor, view.fiche_id, typed)
        if outcome.ok:
            flash("fiches-saved")
            st.rerun()


def open_archive(view: FicheView) -> None:
    """Ask before archiving."""
    st.dialog(t("fiche-archive-title"))(_archive)(view)


def _archive(view: FicheView) -> None:
    actor = require_actor()
    st.write(plain(t("fiche-archive-text", title=view.draft.title)))
    if st.button(t("fiche-archive-yes"), type="primary", key="fiche.archive.yes"):
        with attempt() as outcome:
            service.archive_fiche(actor, view.fiche_id)
        if outcome.ok:
            flash("fiche-archive-done")
            st.rerun()


def restore(view: FicheView) -> None:
    """Bring the fiche back."""
    with attempt() as outcome:
        service.restore_fiche(require_actor(), view.fiche_id)
    if outcome.ok:
        flash("fiche-restore-done")
        st.rerun()
