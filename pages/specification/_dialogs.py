"""What the cahier des charges opens over itself. A click on « approve » sends the hash of what was shown."""

from __future__ import annotations

import streamlit as st

from pages.fiches._diff import draw_comparison, draw_sheet, said
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.specification import service
from workspace.specification.rules import REASON_LENGTH, lines_of
from workspace.specification.words import AdoptionRule, SpecificationView, VersionView


def open_freeze(view: SpecificationView) -> None:
    """Ask before the words of now become a version."""
    st.dialog(t("specification-freeze-title"), width="medium")(_freeze)(view)


def _freeze(view: SpecificationView) -> None:
    st.write(t("specification-freeze-text"))
    if view.versions and not view.versions[0].is_adopted:
        st.warning(t("specification-freeze-replaces", number=view.versions[0].number), icon=":material/warning:")
    with st.form("cahier.freeze", border=False):
        rule = st.radio(
            t("specification-rule"),
            tuple(AdoptionRule),
            format_func=lambda one: t(f"specification-rule-{one.value}"),
            key="cahier.freeze.rule",
        )
        sends = st.form_submit_button(t("specification-freeze-yes"), type="primary")
    if view.silent:
        st.caption(plain(t("specification-silent", names=", ".join(view.silent), count=len(view.silent))))
    if sends:
        with attempt() as outcome:
            service.freeze_specification(require_actor(), view.specification_id, rule or AdoptionRule.ALL)
        if outcome.ok:
            _done("specification-frozen")


def open_approve(view: SpecificationView) -> None:
    """Read the version, then approve it."""
    st.dialog(t("specification-approve-title"), width="large")(_approve)(view)


def _approve(view: SpecificationView) -> None:
    version = view.versions[0]
    st.write(t("specification-approve-text", number=version.number))
    if len(view.versions) > 1:
        with st.expander(t("specification-difference")):
            _compared(view.versions[1], version)
    draw_sheet(lines_of(version.clauses), label=version.title)
    if st.button(t("specification-approve-yes"), type="primary", key="cahier.approve.yes"):
        with attempt() as outcome:
            service.approve_version(require_actor(), version.version_id, version.said_hash)
        if outcome.ok:
            _done("specification-spoken")


def open_object(view: SpecificationView) -> None:
    """Object, and say why."""
    st.dialog(t("specification-object-title"), width="medium")(_object)(view)


def _object(view: SpecificationView) -> None:
    st.write(t("specification-object-text"))
    with st.form("cahier.object", border=False, enter_to_submit=False):
        reason = st.text_area(t("specification-object-reason"), max_chars=REASON_LENGTH, key="cahier.object.reason")
        sends = st.form_submit_button(t("specification-object-yes"), type="primary")
    if sends:
        with attempt() as outcome:
            service.object_version(require_actor(), view.versions[0].version_id, reason)
        if outcome.ok:
            _done("specification-spoken")


def open_adopt(view: SpecificationView) -> None:
    """Ask before a version is settled for good."""
    st.dialog(t("specification-adopt-title"))(_adopt)(view)


def _adopt(view: SpecificationView) -> None:
    st.write(t("specification-adopt-text", number=view.versions[0].number))
    if st.button(t("specification-adopt-yes"), type="primary", key="cahier.adopt.yes"):
        with attempt() as outcome:
            service.adopt_version(require_actor(), view.versions[0].version_id)
        if outcome.ok:
            _done("specification-adopted")


def open_read(version: VersionView) -> None:
    """A version as it was frozen."""
    st.dialog(t("specification-read-title", number=version.number), width="large")(_read)(version)


def _read(version: VersionView) -> None:
    draw_sheet(lines_of(version.clauses), label=version.title)


def open_difference(before: VersionView, after: VersionView) -> None:
    """What a version changed from the one before."""
    title = t("specification-difference-title", before=before.number, after=after.number)
    st.dialog(title, width="large")(_compared)(before, after)


def _compared(before: VersionView, after: VersionView) -> None:
    with attempt():
        comparison = service.compare_versions(require_actor(), before.version_id, after.version_id)
        st.markdown(f"**{said(comparison)}**")
        draw_comparison(comparison, label=after.title)


def _done(key: str) -> None:
    flash(key)
    st.rerun()
