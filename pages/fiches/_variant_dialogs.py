"""What a proposed trame opens: propose, rename, withdraw, adopt."""

from __future__ import annotations

import streamlit as st

from pages.fiches import keys
from pages.shell.formats import day
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.clock import local, utc_now
from workspace.outline import service
from workspace.outline.words import VariantDraft, VariantLine, VariantsView


def open_propose(view: VariantsView) -> None:
    """Another trame, as a copy of one that is there."""
    st.dialog(t("outline-propose"), width="medium")(_propose)(view)


def open_rename(one: VariantLine) -> None:
    """Another name, another reason."""
    st.dialog(t("outline-rename"), width="medium")(_rename)(one)


def open_withdraw(one: VariantLine) -> None:
    """Ask before a proposal goes."""
    st.dialog(t("outline-withdraw-title"))(_withdraw)(one)


def open_adopt(one: VariantLine, view: VariantsView) -> None:
    """Ask before it takes the place of the trame in use, which is kept under a name."""
    st.dialog(t("outline-adopt-title"), width="medium")(_adopt)(one, view)


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
