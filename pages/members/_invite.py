"""Inviting: the dialog that makes a link and shows it once."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.members import _dialogs, _once
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.links import address
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.members.mails import send_invitation
from workspace.members.people import invite
from workspace.members.rules import invitable_roles
from workspace.members.service import view_group
from workspace.members.words import StructureView

INVITE = "invitation.make"


def button(structure_id: UUID | None) -> None:
    """The button that opens the dialog."""
    st.button(
        t("structures-invite"),
        icon=":material/person_add:",
        key=INVITE,
        type="primary",
        on_click=_dialogs.ask,
        args=(INVITE, structure_id),
    )


def dialog(actor: Actor, structures: list[StructureView]) -> None:
    """Draw the dialog when it was asked for."""
    opened, structure_id = _dialogs.asked(INVITE)
    names = {one.structure_id: one.draft.name for one in structures if one.abilities.may_invite}
    if opened and names:
        own = actor.structure_id if actor.structure_id in names else next(iter(names))
        first = structure_id if structure_id in names else own
        _dialogs.show(t("structures-invite-title"), lambda: _body(names, first))


def _body(names: dict[UUID, str], first: UUID | None) -> None:
    actor = require_actor()
    secret = st.session_state.get(_dialogs.SECRET)
    if secret is not None:
        made, mailed = secret
        said = "structures-invited-mailed" if mailed else "structures-invited"
        _once.show(
            address("/invitation", lien=made.token),
            until=made.expires_at,
            said=t(said, name=plain(made.name), email=plain(made.email)),
            zone=view_group(actor).zone,
        )
        return
    st.write(t("structures-invite-lead"))
    with st.form("invitation.form", border=False):
        structure_id = first
        if len(names) > 1:
            structure_id = st.selectbox(
                t("structures-structure"),
                list(names),
                index=list(names).index(first) if first else 0,
                format_func=lambda one: names[one],
                key="invitation.structure",
            )
        name = st.text_input(t("structures-invite-name"), autocomplete="off", key="invitation.name")
        email = st.text_input(
            t("structures-invite-email"),
            placeholder=t("structures-invite-email-example"),
            autocomplete="off",
            key="invitation.email",
        )
        roles = invitable_roles(actor)
        role = st.radio(
            t("structures-role"),
            roles,
            format_func=lambda one: t(f"role-{one.value}"),
            captions=[t(f"role-{one.value}-help") for one in roles],
            key="invitation.role",
        )
        if st.form_submit_button(t("structures-invite-make"), type="primary", key="invitation.save"):
            with attempt() as outcome:
                made = invite(actor, _given(structure_id), name=name or "", email=email or "", role=role)
                st.session_state[_dialogs.SECRET] = (made, send_invitation(actor, made))
            if outcome.ok:
                st.rerun()


def _given(structure_id: UUID | None) -> UUID:
    """The form always holds one of the structures that the dialog was opened with."""
    if structure_id is None:
        raise LookupError
    return structure_id
