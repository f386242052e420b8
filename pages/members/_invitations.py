"""Open invitations: who was invited, until when, and taking one back."""

from __future__ import annotations

import streamlit as st

from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.members.people import revoke_invitation
from workspace.members.service import view_group
from workspace.members.words import InvitationLine


def listing(actor: Actor, lines: list[InvitationLine]) -> None:
    """All open invitations that the actor may see."""
    if not lines:
        st.info(t("structures-no-invitations"), icon=":material/mail:")
        return
    st.write(t("structures-invitations-lead"))
    zone = view_group(actor).zone
    for line in lines:
        _line(line, zone, with_structure=True)


def short_list(lines: list[InvitationLine]) -> None:
    """The open invitations of one structure."""
    if lines:
        st.header(t("structures-view-invitations"), anchor=False)
    for line in lines:
        _line(line, view_group(require_actor()).zone, with_structure=False)


def _line(line: InvitationLine, zone: str, *, with_structure: bool) -> None:
    about = [line.structure_name] if with_structure else []
    about += [line.email] if line.email else []
    about.append(t("structures-invitation-until", date=when(line.expires_at, zone)))
    about.append(t("structures-invitation-mailed" if line.mailed else "structures-invitation-copied"))
    role = t(f"role-{line.role.value}")
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(
            f"**{plain(line.name)}** :gray-badge[{role}]  \n:small[{plain(' · '.join(about))}]", width="stretch"
        )
        if line.may_revoke and st.button(
            t("structures-revoke"),
            help=t("structures-revoke-help"),
            type="tertiary",
            key=f"invitation.revoke.{line.invitation_id}",
        ):
            with attempt() as outcome:
                revoke_invitation(require_actor(), line.invitation_id)
            if outcome.ok:
                flash("structures-revoked", name=plain(line.name))
                st.rerun()
