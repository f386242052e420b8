"""Cahier des charges: written together clause by clause, frozen, approved by each structure, adopted for good."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._diff import use_diff_style
from pages.fiches._style import use_style
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.specification import _clauses, _versions
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.kernel.errors import DomainError, NotFound
from workspace.specification import service
from workspace.specification.rules import TITLE_LENGTH
from workspace.specification.words import SpecificationDesk, SpecificationView

QUERY = "cahier"


def page() -> None:
    """Draw the cahier des charges that the address names, or the latest."""
    actor = require_actor()
    desk = service.view_desk(actor)
    use_style()
    use_diff_style()
    st.title(t("menu-cahier"), anchor=False)
    st.caption(t("specification-lead"))
    if not desk.lines:
        _empty(desk)
        return
    chosen = _chosen(desk)
    view = _asked(actor, chosen)
    if view is None:
        return
    st.header(plain(view.title), anchor=False)
    _versions.latest(view)
    _versions.kept(view)
    _clauses.clauses(actor, desk, view)
    if desk.may_create:
        with st.expander(t("specification-other")):
            _create_form()


def _empty(desk: SpecificationDesk) -> None:
    """Nothing yet: what it is for, and the first step."""
    st.info(t("specification-none"), icon=":material/assignment:")
    if desk.may_create:
        _create_form()
    else:
        st.caption(t("specification-none-observer"))


def _create_form() -> None:
    made = None
    with st.form("cahier.new", border=False):
        title = st.text_input(
            t("specification-title"),
            placeholder=t("specification-title-placeholder"),
            max_chars=TITLE_LENGTH,
            key="cahier.new.title",
        )
        st.caption(t("specification-template"))
        if st.form_submit_button(t("specification-create"), type="primary"):
            with attempt():
                made = service.create_specification(require_actor(), title)
    if made is not None:
        st.query_params[QUERY] = str(made)
        flash("specification-created")
        st.rerun()


def _chosen(desk: SpecificationDesk) -> UUID:
    names = {line.specification_id: line.title for line in desk.lines}
    asked = st.query_params.get(QUERY, "")
    known = {str(one): one for one in names}
    chosen = known.get(asked, next(reversed(names)))
    if len(names) == 1:
        return chosen
    picked = st.selectbox(
        t("specification-which"),
        tuple(names),
        index=tuple(names).index(chosen),
        format_func=names.__getitem__,
        key=f"cahier.which.{asked}",
    )
    return picked or chosen


def _asked(actor: Actor, specification_id: UUID) -> SpecificationView | None:
    """The cahier des charges; when the store does not say what was frozen, that is told and nothing is shown."""
    try:
        return service.view_specification(actor, specification_id)
    except NotFound:
        st.warning(t("specification-gone"))
    except DomainError as error:
        st.error(t(error.code, **error.values), icon=":material/gpp_bad:")
    return None


page()
