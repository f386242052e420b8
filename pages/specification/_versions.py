"""The frozen versions: where the latest stands, who is awaited, and the acts that the person may do."""

from __future__ import annotations

import streamlit as st

from pages.fiches._scene import draw, text_of
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.specification import _dialogs as dialogs
from pages.widgets.more import Act, more
from pages.widgets.offers import Offer, offer
from pages.widgets.proposing import may_propose, propose
from workspace.kernel.mail import mail_is_set
from workspace.specification import mails, service
from workspace.specification.words import SpecificationView, Stance, VersionView, Voice

# The looks of the review strip: a voice for, a voice against, a voice that is awaited.
LOOKS = {Stance.APPROVED: ("approved", "✓"), Stance.OBJECTION: ("changes", "✎"), None: ("awaited", "○")}


def latest(view: SpecificationView) -> None:
    """Where the latest version stands, and the buttons."""
    if view.versions:
        _state(view.versions[0], view)
    else:
        st.info(t("specification-no-version"), icon=":material/edit_note:")
    able = view.abilities
    offers: tuple[Offer, ...] = (
        (able.may_speak, "specification-approve", "task_alt", lambda: dialogs.open_approve(view), "primary"),
        (able.may_speak, "specification-object", "front_hand", lambda: dialogs.open_object(view), "secondary"),
        (able.may_adopt, "specification-adopt", "verified", lambda: dialogs.open_adopt(view), "primary"),
        (able.may_freeze, "specification-freeze", "ac_unit", lambda: dialogs.open_freeze(view), "secondary"),
    )
    rare = _rare(view.versions[0], may_remind=able.may_remind) if view.versions else ()
    if not any(offered for offered, *_ in (*offers, *rare)):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        offer(offers, room="cahier")
        more(rare, key="cahier.more")


def _rare(version: VersionView, *, may_remind: bool) -> tuple[Act, ...]:
    """Reminding those awaited, putting the version to a vote."""
    may = may_propose() and not version.is_adopted
    about = f"version:{version.version_id}"
    return (
        (may_remind and mail_is_set(), "decision-remind", "mail", lambda: _remind(version)),
        (may, "specification-propose-version", "how_to_vote", lambda: propose(about)),
    )


def _remind(version: VersionView) -> None:
    sent, people = 0, 0
    with attempt() as outcome:
        reminder = service.remind_structures(require_actor(), version.version_id)
        people = len(reminder.people)
        sent = mails.send_reminders(reminder)
    if outcome.ok:
        flash("decision-reminded", sent=sent, people=people)
        st.rerun()


def _state(version: VersionView, view: SpecificationView) -> None:
    lines = [f"<p>{text_of(_told(version, view.zone))}</p>"]
    if not version.is_adopted:
        waiting = sum(one.stance is None for one in version.voices)
        rule = t("specification-adoptable", rule=_small(t(f"specification-rule-{version.rule.value}")))
        lines.append(f"<p><b>{t('specification-waiting', count=waiting)}</b> {rule}</p>")
    if view.is_ahead:
        lines.append(f'<p class="cf-soft">{t("specification-ahead", number=version.number)}</p>')
    voices = "".join(_voice(one, view.zone) for one in version.voices)
    lines.append(f'<ul class="cd-voices">{voices}</ul>')
    draw(f'<div class="cf cd-review" role="region" aria-label="{t("specification-state")}">{"".join(lines)}</div>')


def _told(version: VersionView, zone: str) -> str:
    if version.adopted_at is not None:
        return t("specification-adopted-on", number=version.number, when=when(version.adopted_at, zone))
    return t("specification-frozen-on", number=version.number, when=when(version.frozen_at, zone))


def _voice(voice: Voice, zone: str) -> str:
    look, sign = LOOKS[voice.stance]
    told = t(f"specification-stance-{voice.stance.value if voice.stance else 'awaited'}")
    by = t("specification-by", name=voice.person, when=when(voice.at, zone)) if voice.at and voice.person else ""
    who = f' <span class="cf-soft">{text_of(by)}</span>' if by else ""
    reason = f'<span class="cd-reason">{text_of(voice.reason)}</span>' if voice.reason else ""
    return (
        f'<li class="cd-{look}"><i aria-hidden="true">{sign}</i>'
        f"<span><b>{text_of(voice.name)}</b> {told}{who}{reason}</span></li>"
    )


def kept(view: SpecificationView) -> None:
    """Every version: read it, take it away as a file, see what it changed."""
    if not view.versions:
        return
    with st.expander(t("specification-versions", count=len(view.versions))):
        for place, version in enumerate(view.versions):
            st.markdown(f"**{_told(version, view.zone)}**")
            st.caption(t("specification-hash", hash=version.seal or version.said_hash))
            with st.container(horizontal=True):
                if st.button(
                    t("specification-read"), icon=":material/menu_book:", key=f"cahier.read.{version.number}"
                ):
                    dialogs.open_read(version)
                before = view.versions[place + 1] if place + 1 < len(view.versions) else None
                key = f"cahier.difference.{version.number}"
                if before and st.button(t("specification-difference"), icon=":material/difference:", key=key):
                    dialogs.open_difference(before, version)
                for suffix in ("pdf", "docx"):
                    st.link_button(
                        t(f"specification-get-{suffix}"),
                        f"/specification/{version.version_id}.{suffix}",
                        icon=":material/download:",
                    )


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
