"""One member's dialog: role, title, structure; a link for a lost password; leaving the group."""

from __future__ import annotations

import streamlit as st

from pages.members import _dialogs, _once
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.links import address
from pages.widgets.plain import plain
from workspace.accounts.service import make_reset_link
from workspace.kernel.actor import Role
from workspace.members.people import change_member, remove_member
from workspace.members.service import view_group
from workspace.members.words import MemberLine, StructureView

MANAGE = "member.manage"


def dialog(structures: list[StructureView]) -> None:
    """Draw the dialog of the person it was asked for."""
    opened, member_id = _dialogs.asked(MANAGE)
    lines = {line.member_id: line for one in structures for line in one.members}
    if opened and member_id in lines:
        line = lines[member_id]
        _dialogs.show(t("structures-manage-title"), lambda: _body(line, structures))


def _body(line: MemberLine, structures: list[StructureView]) -> None:
    secret = st.session_state.get(_dialogs.SECRET)
    if secret is not None:
        zone = view_group(require_actor()).zone
        _once.show(
            address("/mot_de_passe", lien=secret),
            until=None,
            said=t("structures-reset-made", name=plain(line.name)),
            zone=zone,
        )
        return
    st.markdown(f"**{plain(line.name)}**" + (f"  \n{plain(line.email)}" if line.email else ""))
    if line.may_change:
        _form(line, structures)
    if line.may_reset:
        with st.expander(t("structures-reset"), icon=":material/key:"):
            _reset(line)
    if line.may_remove:
        with st.expander(t("structures-remove"), icon=":material/person_remove:"):
            _remove(line)


def _form(line: MemberLine, structures: list[StructureView]) -> None:
    names = {one.structure_id: one.draft.name for one in structures}
    with st.form("member.form", border=False):
        role = st.radio(
            t("structures-role"),
            list(Role),
            index=list(Role).index(line.role),
            format_func=lambda one: t(f"role-{one.value}"),
            captions=[t(f"role-{one.value}-help") for one in Role],
            key="member.role",
        )
        title = st.text_input(
            t("field-position"), line.title, placeholder=t("structures-title-example"), key="member.title"
        )
        structure = st.selectbox(
            t("structures-structure"),
            list(names),
            index=list(names).index(line.structure_id),
            format_func=lambda one: names[one],
            key="member.structure",
        )
        if st.form_submit_button(t("structures-save"), type="primary", key="member.save"):
            with attempt() as outcome:
                change_member(
                    require_actor(),
                    line.member_id,
                    role=role or line.role,
                    title=title or "",
                    structure_id=structure,
                    version=line.version,
                )
            if outcome.ok:
                flash("structures-member-saved", name=plain(line.name))
                _dialogs.done()


def _reset(line: MemberLine) -> None:
    st.write(t("structures-reset-text"))
    if st.button(t("structures-reset-yes"), key="member.reset"):
        with attempt() as outcome:
            st.session_state[_dialogs.SECRET] = make_reset_link(require_actor(), line.person_id)
        if outcome.ok:
            st.rerun()


def _remove(line: MemberLine) -> None:
    st.write(t("structures-remove-text", name=plain(line.name)))
    if st.button(t("structures-remove-yes"), type="primary", key="member.remove"):
        with attempt() as outcome:
            remove_member(require_actor(), line.member_id)
        if outcome.ok:
            flash("structures-removed", name=plain(line.name))
            _dialogs.done()
