"""What the board opens over itself: a new fiche, another order."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.fiches import _fields
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.fiches import service
from workspace.fiches.words import Choice, FicheDraft, FicheKind


def open_new(fiche_page: StreamlitPage) -> None:
    """Ask for a new fiche, then go and write it."""
    st.dialog(t("fiches-new"), width="medium")(_new)(fiche_page)


def _new(fiche_page: StreamlitPage) -> None:
    actor = require_actor()
    choices = service.view_choices(actor)
    kind = _fields.kind_field(FicheKind.ETAPE if choices.etapes else FicheKind.STRUCTURE, "fiches.new")
    own = (actor.structure_id,) if kind is FicheKind.STRUCTURE and actor.structure_id else ()
    made = None
    with st.form("fiches.new.form", border=False):
        typed = _fields.draft_fields(
            FicheDraft(title="", kind=kind, structure_ids=own),
            etapes=choices.etapes,
            structures=choices.structures,
            questions=choices.questions,
            key="fiches.new",
        )
        if st.form_submit_button(t("fiches-create"), type="primary"):
            with attempt():
                made = service.create_fiche(actor, typed)
    if made is not None:
        flash("fiches-created")
        st.switch_page(fiche_page, query_params={"fiche": str(made)})


def open_order() -> None:
    """Move fiches one by one; by keyboard as by mouse."""
    st.dialog(t("fiches-order-title"), width="medium", on_dismiss="rerun")(_order)()


def _order() -> None:
    actor = require_actor()
    st.caption(t("fiches-order-text"))
    fiches = service.view_order(actor)
    names = {one.choice_id: f"{place}. {one.name}" for place, one in enumerate(fiches, start=1)}
    with st.form("fiches.order.form", border=False):
        which = st.selectbox(
            t("fiches-order-which"), tuple(names), format_func=names.__getitem__, key="fiches.order.which"
        )
        place = st.number_input(
            t("fiches-order-place"), min_value=1, max_value=len(fiches), step=1, key="fiches.order.place"
        )
        moves = st.form_submit_button(t("fiches-order-move"), type="primary")
    if moves and which is not None:
        with attempt() as outcome:
            service.move_fiche(actor, which, place)
        if outcome.ok:
            _said(fiches, which, place)
            fiches = service.view_order(actor)
    st.markdown("\n".join(f"{number}. {plain(one.name)}" for number, one in enumerate(fiches, start=1)))


def _said(fiches: tuple[Choice, ...], which: object, place: int) -> None:
    title = next(one.name for one in fiches if one.choice_id == which)
    st.success(plain(t("fiches-order-moved", title=title, place=place)))
