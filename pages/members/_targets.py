"""The group's word targets: a form for the facilitator, a table for the others, and where the defaults come from."""

from __future__ import annotations

import streamlit as st

from pages.members import _stale, _table
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.kernel.errors import StaleEdit
from workspace.lightness.rules import DEFAULTS, EASE_RANGE, SENTENCE_RANGE, WORDS_MAXIMUM
from workspace.lightness.service import change_targets, view_targets
from workspace.lightness.words import Bounds, Targets, TargetsView, Zone
from workspace.publishing.words import Paper

VERSION = "reglages.targets:version"
STALE = "reglages.targets:stale"
SINGLES = (("sentence_recto", SENTENCE_RANGE), ("sentence_verso", SENTENCE_RANGE), ("ease", EASE_RANGE))


def draw(actor: Actor) -> None:
    """Draw the targets in force, to be changed or to be read."""
    view = view_targets(actor)
    st.caption(t("lightness-targets-lead"))
    if view.may_change:
        _form(actor, view)
    else:
        _table.draw(
            t("reglages-targets"), (t("lightness-targets-what"), t("lightness-targets-value")), _rows(view.targets)
        )
    with st.expander(t("lightness-targets-source"), icon=":material/menu_book:"):
        st.markdown(plain(t("lightness-targets-source-text")))


def _rows(targets: Targets) -> list[tuple[str, str]]:
    rows = []
    for zone in Zone:
        bounds = targets.bounds(zone)
        value = t("lightness-targets-value-words", target=bounds.target, limit=bounds.limit)
        rows.append((t(f"lightness-zone-{zone.value}"), value))
    for side, words in (("recto", targets.sentence_recto), ("verso", targets.sentence_verso)):
        rows.append((t(f"lightness-targets-sentence-{side}"), t("lightness-targets-value-sentence", target=words)))
    rows.append((t("lightness-targets-ease"), str(targets.ease)))
    rows.append((t("lightness-targets-paper"), t(f"lightness-paper-{targets.paper.value}")))
    return rows


def _form(actor: Actor, view: TargetsView) -> None:
    # The version that the fields were drawn from goes with the save; a rerun meanwhile must not raise it.
    shown = st.session_state.setdefault(VERSION, view.version)
    if f"reglages.targets.{shown}.title.target" not in st.session_state:
        shown = st.session_state[VERSION] = view.version
        st.session_state.pop(STALE, None)
    with st.form(f"reglages.targets.{shown}"):
        bounds = {zone: _bounds(zone, view.targets.bounds(zone), f"reglages.targets.{shown}") for zone in Zone}
        columns = st.columns(3, vertical_alignment="bottom")
        singles = {}
        for column, (name, (least, most)) in zip(columns, SINGLES, strict=True):
            default = getattr(DEFAULTS, name)
            singles[name] = column.number_input(
                t(f"lightness-targets-{name.replace('_', '-')}"), least, most, getattr(view.targets, name),
                help=t("lightness-targets-default-one", target=default), key=f"reglages.targets.{shown}.{name}",
            )  # fmt: skip
        paper = st.radio(
            t("lightness-targets-paper"),
            tuple(Paper),
            tuple(Paper).index(view.targets.paper),
            format_func=lambda one: t(f"lightness-paper-{one.value}"),
            horizontal=True,
            key=f"reglages.targets.{shown}.paper",
        )
        typed = Targets(
            title=bounds[Zone.TITLE],
            accroche=bounds[Zone.ACCROCHE],
            recto=bounds[Zone.RECTO],
            verso=bounds[Zone.VERSO],
            paper=paper or view.targets.paper,
            **singles,
        )
        if st.form_submit_button(t("lightness-targets-save"), type="primary", key="reglages.targets.save"):
            _save(actor, typed)
    if st.session_state.get(STALE):
        _stale.offer(_rows(view.targets), key="reglages.targets.keep", keep=lambda: _keep(view.version, shown))
    if view.targets != DEFAULTS and st.button(
        t("lightness-targets-reset"), icon=":material/restart_alt:", key="reglages.targets.reset"
    ):
        _save(actor, DEFAULTS)


def _bounds(zone: Zone, now: Bounds, key: str) -> Bounds:
    default, (about, *sides) = DEFAULTS.bounds(zone), st.columns([3, 2, 2], vertical_alignment="bottom")
    help_text = t("lightness-targets-recto-help") if zone is Zone.RECTO else None
    about.markdown(f"**{t(f'lightness-zone-{zone.value}')}**", help=help_text)
    about.caption(t("lightness-targets-default", target=default.target, limit=default.limit))
    target = sides[0].number_input(
        t("lightness-targets-words"), 1, WORDS_MAXIMUM, now.target, key=f"{key}.{zone.value}.target"
    )
    limit = sides[1].number_input(
        t("lightness-targets-limit"), 1, WORDS_MAXIMUM, now.limit, key=f"{key}.{zone.value}.limit"
    )
    return Bounds(target, limit)


def _save(actor: Actor, typed: Targets) -> None:
    with attempt() as outcome:
        try:
            change_targets(actor, typed, st.session_state[VERSION])
        except StaleEdit:
            st.session_state[STALE] = True
            return
    if outcome.ok:
        st.session_state.pop(VERSION)
        st.session_state.pop(STALE, None)
        flash("lightness-targets-saved")
        st.rerun()


def _keep(version: int, shown: int) -> None:
    """Take the new version and carry what was typed into its fields."""
    old, new = f"reglages.targets.{shown}.", f"reglages.targets.{version}."
    for name in [one for one in st.session_state if str(one).startswith(old)]:
        st.session_state[f"{new}{str(name).removeprefix(old)}"] = st.session_state[name]
    st.session_state[VERSION] = version
    st.session_state.pop(STALE, None)
