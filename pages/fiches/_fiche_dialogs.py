"""What a fiche opens over itself: its properties, its versions, the question before archiving."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from pages.fiches import _fields
from pages.fiches._scene import draw, plain, text_of
from pages.shell.formats import number, when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.fiches import service
from workspace.fiches.words import FicheView
from workspace.livetext import service as livetext
from workspace.livetext.words import VersionKind, VersionLine


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


def open_versions(view: FicheView, *, may_name: bool) -> None:
    """Name a version, and the list of them."""
    st.dialog(t("fiche-versions"), width="large")(_versions)(view, may_name)


def _versions(view: FicheView, may_name: bool) -> None:
    actor = require_actor()
    st.caption(t("fiche-versions-text"))
    if may_name:
        with st.form("fiche.version", border=False, clear_on_submit=True):
            name = st.text_input(
                t("fiche-version-name"),
                placeholder=t("fiche-version-name-placeholder"),
                max_chars=120,
                key="fiche.version.name",
            )
            keeps = st.form_submit_button(t("fiche-version-keep"), type="primary")
        if keeps:
            with attempt() as outcome:
                livetext.name_version(actor, view.text_id, name)
            if outcome.ok:
                st.success(plain(t("fiche-version-kept", name=name.strip())))
    lines = livetext.versions(actor, view.text_id)
    if not lines:
        st.write(t("fiche-versions-none"))
        return
    heads = "".join(f'<th scope="col">{t(f"fiche-version-column-{one}")}</th>' for one in ("name", "at", "authors"))
    words = f'<th scope="col" class="cf-right">{t("fiche-version-column-words")}</th>'
    rows = "".join(_row(line, view.zone) for line in lines)
    draw(
        f'<div class="cf"><table class="cf-versions"><caption class="cf-sr">{t("fiche-versions")}</caption>'
        f"<thead><tr>{heads}{words}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(line: VersionLine, zone: str) -> str:
    named = line.kind is VersionKind.NAMED
    name = text_of(line.name) if named else t("fiche-version-automatic")
    who = ", ".join(line.authors) or line.created_by
    return (
        f'<tr><th scope="row"{"" if named else " class=cf-auto"}>{name}</th><td>{when(line.at, zone)}</td>'
        f'<td>{text_of(who)}</td><td class="cf-right">{number(line.words)}</td></tr>'
    )
