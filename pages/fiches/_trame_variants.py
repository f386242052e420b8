"""The trames that members propose: the list, and one opened to work on it."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches import _trame_work, _variant_dialogs, keys
from pages.fiches._trame_tally import tally_text
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.outline import service
from workspace.outline.words import VariantLine, VariantsView


def variants(actor: Actor) -> None:
    """The list, or the one that was opened."""
    view = service.view_variants(actor)
    opened = next((one for one in view.variants if one.variant_id == st.session_state.get(keys.TRAME_VARIANT)), None)
    if opened is not None:
        _open(opened)
        return
    if not view.variants:
        st.header(t("outline-variants-empty-title"), anchor=False)
    st.write(t("outline-variants-text" if view.may_propose else "outline-variants-read"))
    if view.may_propose and st.button(t("outline-propose"), type="primary", icon=":material/add:", key="variant.new"):
        _variant_dialogs.open_propose(view)
    for one in view.variants:
        _card(one, view)


def _card(one: VariantLine, view: VariantsView) -> None:
    with st.container(border=True):
        st.header(plain(one.name), anchor=False)
        who = t("outline-by", name=one.proposed_by or t("outline-nobody"), when=when(one.created_at, view.zone))
        st.caption(plain(who))
        if one.reason:
            st.write(plain(one.reason))
        st.write(plain(tally_text(one.tally)))
        if one.adopted_at is not None:
            st.badge(t("outline-adopted-on", date=when(one.adopted_at, view.zone)), icon=":material/check:")
        with st.container(horizontal=True):
            key = f"variant.{one.variant_id}"
            label = t("outline-open-work" if one.may_change else "outline-open-read")
            if st.button(label, icon=":material/format_list_numbered:", key=f"{key}.open"):
                st.session_state[keys.TRAME_VARIANT] = one.variant_id
                st.session_state.pop(keys.TRAME_LINE, None)
                st.rerun()
            st.button(
                t("outline-compare-in-use"),
                icon=":material/compare_arrows:",
                key=f"{key}.compare",
                on_click=_go_compare,
                args=(one.variant_id,),
            )
            if one.may_adopt and st.button(t("outline-adopt"), icon=":material/task_alt:", key=f"{key}.adopt"):
                _variant_dialogs.open_adopt(one, view)
            if one.may_change and st.button(t("outline-rename"), type="tertiary", key=f"{key}.rename"):
                _variant_dialogs.open_rename(one)
            if one.may_withdraw and st.button(t("outline-withdraw"), type="tertiary", key=f"{key}.withdraw"):
                _variant_dialogs.open_withdraw(one)


def _go_compare(variant_id: UUID) -> None:
    st.session_state[keys.COMPARE_LEFT] = keys.IN_USE
    st.session_state[keys.COMPARE_RIGHT] = str(variant_id)
    st.session_state[keys.TRAME_VIEW] = "compare"


def _open(one: VariantLine) -> None:
    if st.button(t("outline-variants-back"), icon=":material/arrow_back:", type="tertiary", key="variant.back"):
        st.session_state.pop(keys.TRAME_VARIANT)
        st.rerun()
    st.header(plain(one.name), anchor=False)
    if one.reason:
        st.caption(plain(one.reason))
    _trame_work.work(one.variant_id)
