"""Adhésions: who is a member of the host association, until when, and where the fees stand. Nobody is obliged."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from budget.adhesions import service
from budget.adhesions.words import AdhesionLine, AdhesionsView, Standing
from pages.contributions import _adhesion_acts, _adhesion_rules, _charts
from pages.decisions._scene import table, use_style
from pages.shell.formats import day, money
from pages.shell.i18n import t
from pages.shell.session import require_actor

GOOD = (Standing.UP_TO_DATE, Standing.COMING)


def page() -> None:
    """Draw who stands where, then what the person may do."""
    actor = require_actor()
    view = service.view_adhesions(actor)
    use_style()
    st.title(t("menu-adhesions"), anchor=False)
    st.caption(t("adhesions-lead", host=view.host))
    if not any(line.memberships for line in view.lines):
        st.info(t("adhesions-none" if view.may_change else "adhesions-none-read"), icon=":material/card_membership:")
    else:
        _who(view)
    if view.lines:
        _adhesion_acts.draw(view)
    if view.may_change:
        _adhesion_rules.draw(view)


def _who(view: AdhesionsView) -> None:
    good = sum(line.standing in GOOD for line in view.lines)
    st.header(t("adhesions-who"), anchor=False)
    st.write(t("adhesions-summary", count=good, total=len(view.lines)))
    heads = [t(f"adhesions-{one}") for one in ("structure", "standing", "period", "due", "paid")]
    table(t("adhesions-who"), heads, [_row(line) for line in view.lines], numbers=True, words=(1, 2))
    counted = Counter(line.standing for line in view.lines)
    _charts.standing_bars([(standing_label(one), counted[one]) for one in Standing if counted[one]])


def _row(line: AdhesionLine) -> list[str]:
    said = standing_label(line.standing)
    if line.to_renew:
        said = f"{said}\n{t('adhesions-to-renew')}"
    latest = line.latest
    if latest is None:
        return [line.name, said, "–", "–", "–"]
    period = t("fee-period", first=day(latest.starts_on), last=day(latest.ends_on))
    return [line.name, said, period, money(latest.due_cents), money(latest.paid_cents)]


def standing_label(standing: Standing) -> str:
    """Where a structure stands, in words."""
    return t(f"adhesions-standing-{standing.value.replace('_', '-')}")


page()
