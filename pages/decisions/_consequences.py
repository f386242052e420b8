"""What an outcome does by itself, in words: before the vote, what each option would do; after it, what was done."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pages.shell.formats import when
from pages.shell.i18n import language, t
from pages.widgets.plain import plain
from workspace.decisions import deeds
from workspace.decisions.deeds import slug
from workspace.decisions.effects import ADMIT_STRUCTURE, DONE
from workspace.decisions.views import OutcomeView, ProposalView

# Where a person does by hand what an outcome could not do, by effect.
BY_HAND = {"select_devis": "devis_compare", "lock_specification": "cahier", ADMIT_STRUCTURE: "structures"}


def named(effect: str, value: str, name: str) -> str:
    """What an effect was told, by its own name or by a sentence of the effect."""
    return deeds.told(effect, value, name, language())


def did(one: OutcomeView, zone: str) -> str:
    """What an outcome did, or why it could not; empty when it had nothing to do."""
    if not one.effect:
        return ""
    name = named(one.effect, one.consequence.value, one.consequence.name) if one.consequence else ""
    date = when(one.decided_at, zone)
    return deeds.said(one.effect, one.effect_code, name=name, date=date, language=language())


def told(effect: str, does: Iterable[tuple[str, str]], *, same: bool = False) -> None:
    """One line an option that does something, given as (option's name, what the effect was told), then the rest.

    An empty option's name is for a text that is adopted or not. `same`: every option does the same with itself.
    """
    lines = [t("effect-if-any", will=t(f"effect-{slug(effect)}-any"))] if same else []
    for option, name in does if not same else ():
        will = t(f"effect-{slug(effect)}-will", name=name)
        lines.append(t("effect-if-chosen", option=option, will=will) if option else t("effect-if-adopted", will=will))
    st.markdown("\n".join(f"- {plain(line)}" for line in (*lines, t("effect-otherwise"))))


def before(view: ProposalView, names: dict[str, str]) -> None:
    """What the vote under way would do."""
    if not view.consequences:
        return
    single = len(view.options) == 1
    with st.expander(t("effect-title"), icon=":material/bolt:"):
        told(
            view.effect,
            (
                ("" if single else names[str(one.option_id)], named(view.effect, one.value, one.name))
                for one in view.consequences
            ),
            same=all(one.value == str(one.option_id) for one in view.consequences),
        )


def after(one: OutcomeView, zone: str) -> None:
    """What the outcome did, once, at the close; or why it could not, the decision standing all the same."""
    if not one.effect:
        return
    if one.effect_code == DONE:
        st.success(plain(did(one, zone)), icon=":material/task_alt:")
        return
    st.warning(plain(did(one, zone)), icon=":material/info:")
    if one.effect in BY_HAND:
        from pages.shell.navigation import page_of  # after the pages of this run are known

        label = t(f"effect-{slug(one.effect)}-by-hand")
        st.page_link(page_of(BY_HAND[one.effect]), label=label, icon=":material/front_hand:")
