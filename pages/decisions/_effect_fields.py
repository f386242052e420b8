"""What the outcome would do by itself: an effect out of those that rooms offer, and what each option does."""

from __future__ import annotations

import streamlit as st

from pages.decisions._consequences import named, told
from pages.shell.i18n import t
from workspace.decisions.deeds import slug
from workspace.decisions.views import EffectOffer, OpeningChoices
from workspace.decisions.words import Asks, Kind, Method, OptionDraft, ProposalDraft


def effect(
    given: ProposalDraft,
    kind: Kind,
    method: Method,
    options: tuple[OptionDraft, ...],
    choices: OpeningChoices,
    *,
    key: str,
) -> tuple[str, dict[str, str]]:
    """The effect chosen and what it is told by place of an option; nothing where no room offers one."""
    offers = {
        one.name: one
        for one in choices.effects
        if one.kind is kind and method in one.methods and (one.asks is not Asks.CHOICE or one.choices)
    }
    if not offers:
        return "", {}
    listed = ("", *offers)
    name = st.selectbox(
        t("effect-title"),
        listed,
        index=listed.index(given.effect) if given.effect in listed else 0,
        format_func=lambda one: t(f"effect-{slug(one)}") if one else t("effect-none"),
        key=f"{key}.{kind.value}.{method.value}.effect",
    )
    if not name:
        return "", {}
    offer = offers[name]
    data = _asked(offer, given, options, key)
    same = offer.asks is Asks.NOTHING
    does = [
        ("" if len(options) == 1 else one.name or _place(place), named(name, value, offer.choices.get(value, value)))
        for place, one in enumerate(options, start=1)
        if (value := data.get(str(place), "").strip())
    ]
    if same or does:
        told(name, does, same=same)
    return name, data


def _place(place: int) -> str:
    return t("decision-option-name", place=place)


def _asked(offer: EffectOffer, given: ProposalDraft, options: tuple[OptionDraft, ...], key: str) -> dict[str, str]:
    """A field for each option; one of them may do nothing."""
    data: dict[str, str] = {}
    if offer.asks is Asks.NOTHING:
        return data
    for place, option in enumerate(options, start=1):
        label = t(f"effect-{slug(offer.name)}-ask")
        if len(options) > 1:
            label = t("effect-of-option", option=option.name or _place(place), ask=label)
        start, of = given.effect_data.get(str(place), ""), f"{key}.effect.{offer.name}.{place}"
        if offer.asks is Asks.NAME:
            data[str(place)] = st.text_input(label, start, key=of)
            continue
        values = tuple(offer.choices)
        data[str(place)] = (
            st.selectbox(
                label,
                values,
                index=values.index(start) if start in values else None,
                placeholder=t("effect-nothing"),
                format_func=lambda one: named(offer.name, one, offer.choices[one]),
                key=of,
            )
            or ""
        )
    return data
