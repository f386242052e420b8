"""The trames that members propose: the list, a new one, one opened to work on it, adopting."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches import _trame_work, keys
from pages.fiches._trame_tally import tally_text
from pages.shell.formats import day, when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.kernel.clock import local, utc_now
from workspace.outline import service
from workspace.outline.words import VariantDraft, VariantLine, VariantsView


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
        st.dialog(t("outline-propose"), width="medium")(_propose)(view)
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
                st.dialog(t("outline-adopt-title"), width="medium")(_adopt)(one, view)
            if one.may_change and st.button(t("outline-rename"), type="tertiary", key=f"{key}.rename"):
                st.dialog(t("outline-rename"), width="medium")(_rename)(one)
            if one.may_withdraw and st.button(t("outline-withdraw"), type="tertiary", key=f"{key}.withdraw"):
                st.dialog(t("outline-withdraw-title"))(_withdraw)(one)


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


def _fields(name: str, reason: str, key: str) -> VariantDraft:
    return VariantDraft(
        name=st.text_input(
            t("outline-name"), value=name, placeholder=t("outline-name-example"), max_chars=120, key=f"{key}.name"
        ),
        reason=st.text_area(t("outline-reason"), value=reason, help=t("outline-reason-help"), key=f"{key}.reason"),
    )


def _propose(view: VariantsView) -> None:
    actor = require_actor()
    st.caption(t("outline-propose-text"))
    names = {keys.IN_USE: t("outline-in-use"), **{str(one.variant_id): one.name for one in view.variants}}
    with st.form("variant.new.form", border=False):
        draft = _fields("", "", "variant.new")
        copied = st.selectbox(
            t("outline-copy-of"), tuple(names), format_func=names.__getitem__, key="variant.new.copy"
        )
        saves = st.form_submit_button(t("outline-propose-yes"), type="primary")
    if saves:
        made = None
        with attempt():
            made = service.propose_variant(actor, draft, keys.variant_of(copied))
        if made is not None:
            st.session_state[keys.TRAME_VARIANT] = made
            st.session_state.pop(keys.TRAME_LINE, None)
            flash("outline-proposed")
            st.rerun()


def _rename(one: VariantLine) -> None:
    key = f"variant.rename.{one.variant_id}.{one.version}"
    with st.form(key, border=False):
        draft = _fields(one.name, one.reason, key)
        saves = st.form_submit_button(t("fiches-save"), type="primary")
    if saves:
        with attempt() as outcome:
            service.rename_variant(require_actor(), one.variant_id, draft, one.version)
        if outcome.ok:
            flash("outline-renamed")
            st.rerun()


def _withdraw(one: VariantLine) -> None:
    st.write(plain(t("outline-withdraw-text", name=one.name)))
    if st.button(t("outline-withdraw-yes"), type="primary", key="variant.withdraw.yes"):
        with attempt() as outcome:
            service.withdraw_variant(require_actor(), one.variant_id)
        if outcome.ok:
            flash("outline-withdrawn")
            st.rerun()


def _adopt(one: VariantLine, view: VariantsView) -> None:
    st.write(plain(t("outline-adopt-text", name=one.name, before=view.in_use.kept, after=one.tally.kept)))
    today = day(local(utc_now(), view.zone).date())
    with st.form("variant.adopt", border=False):
        keep_as = st.text_input(
            t("outline-keep-as"),
            value=t("outline-keep-as-default", date=today),
            max_chars=120,
            key="variant.adopt.as",
        )
        adopts = st.form_submit_button(t("outline-adopt-yes"), type="primary")
    if adopts:
        with attempt() as outcome:
            service.adopt_variant(require_actor(), one.variant_id, keep_as)
        if outcome.ok:
            flash("outline-adopted")
            st.rerun()
