"""What an outcome does by itself, in words: before the vote, what each option would do; after it, what was done."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

import streamlit as st

from pages.shell.formats import when
from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.decisions.effects import DONE
from workspace.decisions.views import OutcomeView, ProposalView


def slug(effect: str) -> str:
    """An effect as it stands in the keys of sentences."""
    return effect.replace("_", "-")


def named(effect: str, value: str, name: str) -> str:
    """What an effect was told, by its own name or by a sentence of the effect."""
    return name or t(f"effect-{slug(effect)}-{value}")


def told(effect: str, does: Iterable[tuple[str, str]]) -> None:
    """One line an option that does something, given as (option's name, what the effect was told), then the rest.

    An empty option's name is for a text that is adopted or not.
    """
    lines = []
    for option, name in does:
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
        )


def after(one: OutcomeView, zone: str) -> None:
    """What the outcome did, once, at the close; or why it could not, the decision standing all the same."""
    if not one.effect:
        return
    name = named(one.effect, one.consequence.value, one.consequence.name) if one.consequence else ""
    if one.effect_code == DONE:
        done = t(f"effect-{slug(one.effect)}-done", name=name)
        st.success(plain(t("effect-done", done=done, date=when(one.decided_at, zone))), icon=":material/task_alt:")
        return
    why = ""
    with suppress(KeyError):  # the reason of a room that names more than its object
        why = t(one.effect_code, name=name)
    will = t(f"effect-{slug(one.effect)}-will", name=name)
    st.warning(plain(t("effect-not-done", will=will, why=why)), icon=":material/info:")
