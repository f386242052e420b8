"""What a ballot says of each option: mentions, approvals, an order, points."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.decisions._scene import DATE_ANSWERS, mark_label, names_of
from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.decisions.views import ProposalView
from workspace.decisions.words import Method


def marks(view: ProposalView, before: Mapping[str, int], key: str) -> dict[str, int]:
    """One mention, or one answer, for each option; the best first."""
    names = names_of(view)
    judged = view.rule.method is Method.MAJORITY_JUDGMENT
    scale = tuple(reversed(range(len(view.rule.mentions)))) if judged else DATE_ANSWERS
    found: dict[str, int] = {}
    for option in view.options:
        option_id = str(option.option_id)
        picked = st.segmented_control(
            plain(names[option_id]),
            scale,
            default=before.get(option_id),
            format_func=lambda mark: mark_label(view.rule, mark),
            key=f"{key}.{option_id}",
        )
        if picked is not None:
            found[option_id] = picked
    return found


def approvals(view: ProposalView, before: Mapping[str, int], key: str) -> dict[str, int]:
    """All the options that suit."""
    names = names_of(view)
    ids = [str(one.option_id) for one in view.options]
    picked = st.pills(
        t("decision-approve"),
        ids,
        selection_mode="multi",
        default=[one for one in ids if before.get(one)],
        format_func=names.__getitem__,
        key=f"{key}.approved",
    )
    return {one: int(one in picked) for one in ids}


def ranking(view: ProposalView, before: Mapping[str, int], key: str) -> dict[str, int]:
    """The options in the order in which they are touched."""
    names = names_of(view)
    picked = st.multiselect(
        t("decision-rank"),
        [str(one.option_id) for one in view.options],
        default=sorted(before, key=before.__getitem__),
        format_func=names.__getitem__,
        placeholder=t("decision-rank-first"),
        help=t("decision-rank-help"),
        key=f"{key}.ranked",
    )
    if picked:
        st.markdown("\n".join(f"{place}. {plain(names[one])}" for place, one in enumerate(picked, start=1)))
    return {one: place for place, one in enumerate(picked, start=1)}


def dots(view: ProposalView, before: Mapping[str, int], key: str) -> dict[str, int]:
    """Points for each option, and how many are left."""
    names = names_of(view)
    given: dict[str, int] = {}
    for option in view.options:
        option_id = str(option.option_id)
        given[option_id] = st.slider(
            plain(names[option_id]), 0, view.rule.dots, before.get(option_id, 0), key=f"{key}.{option_id}"
        )
    left = view.rule.dots - sum(given.values())
    st.caption(t("decision-dots-left", count=left) if left >= 0 else t("decision-dots-over", count=-left))
    return given
