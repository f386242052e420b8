"""Who is on the roll, who cast for each, and, when it may be seen, what."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.decisions._scene import names_of, said_of, table
from pages.shell.formats import when
from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.decisions.views import ProposalView, VoterLine
from workspace.decisions.words import Rule


def roll(view: ProposalView) -> None:
    """The roll, then the advisory voices, apart."""
    cast = sum(bool(line.cast_by) for line in view.voters)
    st.header(t("decision-roll"), anchor=False)
    st.caption(t("decision-roll-count", cast=cast, roll=len(view.voters)))
    lines(view.rule, view.voters, names_of(view), zone=view.zone, single=len(view.options) == 1)
    if view.advice:
        st.caption(t("decision-advice-apart"))
        for one in view.advice:
            said = ""
            if one.content is not None:
                said = said_of(view.rule, one.content, names_of(view), single=len(view.options) == 1)
            reason = one.content.reason if one.content else ""
            st.markdown(plain(f"{one.name} — {said} {reason}".rstrip(" —")))


def lines(rule: Rule, voters: tuple[VoterLine, ...], names: Mapping[str, str], *, zone: str, single: bool) -> None:
    """The table of a round's roll."""
    shown = any(line.content is not None for line in voters)
    heads = [t("decision-structure"), t("decision-cast-by"), *([t("decision-said")] if shown else [])]
    rows = [
        [line.name, _who(line, zone), *([_said(rule, line, names, single=single)] if shown else [])]
        for line in voters
    ]
    table(t("decision-roll"), heads, rows)


def _who(line: VoterLine, zone: str) -> str:
    if not line.cast_by or line.at is None:
        return t("decision-absent")
    said = f"{line.cast_by}\n{when(line.at, zone)}"
    return f"{said}\n{t('decision-by-procuration', structure=line.via)}" if line.via else said


def _said(rule: Rule, line: VoterLine, names: Mapping[str, str], *, single: bool) -> str:
    if line.content is None:
        return ""
    said = said_of(rule, line.content, names, single=single)
    return f"{said}\n{line.content.reason}" if line.content.reason else said
