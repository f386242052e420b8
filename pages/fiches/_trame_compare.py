"""Two trames side by side: kept, moved, merged, split, new, set aside."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from pages.fiches import keys
from pages.fiches._scene import draw, text_of
from pages.shell.i18n import language, t
from pages.shell.session import require_actor
from workspace.outline import service
from workspace.outline.words import Compared, Comparison, Line, Verdict

SIGNS = {
    Verdict.KEPT: "=",
    Verdict.MOVED: "↕",
    Verdict.MERGED: "⇉",
    Verdict.SPLIT: "⇇",
    Verdict.NEW: "+",
    Verdict.BACK: "↩",
    Verdict.ASIDE: "–",
    Verdict.ABSENT: "–",
}


@st.fragment
def compare() -> None:
    """Choose two trames; each question of the right one beside what it comes from."""
    actor = require_actor()
    view = service.view_variants(actor)
    if not view.variants:
        st.info(t("outline-compare-empty"))
        return
    names = {keys.IN_USE: t("outline-in-use"), **{str(one.variant_id): one.name for one in view.variants}}
    for key, default in ((keys.COMPARE_LEFT, keys.IN_USE), (keys.COMPARE_RIGHT, str(view.variants[0].variant_id))):
        if st.session_state.get(key) not in names:
            st.session_state[key] = default
    sides = st.columns(2)
    left = sides[0].selectbox(t("outline-left"), tuple(names), format_func=names.__getitem__, key=keys.COMPARE_LEFT)
    right = sides[1].selectbox(
        t("outline-right"), tuple(names), format_func=names.__getitem__, key=keys.COMPARE_RIGHT
    )
    if left == right:
        st.info(t("outline-compare-same"))
        return
    draw(_table(service.compare(actor, keys.variant_of(left), keys.variant_of(right)), names[left], names[right]))


def _table(found: Comparison, left: str, right: str) -> str:
    counts = Counter(row.verdict for row in found.rows)
    summary = "".join(
        f'<span class="cf-v cf-v-{one.value}"><i aria-hidden="true">{SIGNS[one]}</i>'
        f"{t(f'outline-count-{one.value}', count=counts[one])}</span>"
        for one in Verdict
        if counts[one]
    )
    heads = (
        f'<th scope="col">{text_of(left)} <span class="cf-soft">{found.left_kept}</span></th>'
        f'<th scope="col">{t("outline-became")}</th>'
        f'<th scope="col">{text_of(right)} <span class="cf-soft">{found.right_kept}</span></th>'
    )
    body = "".join(_row(row) for row in found.rows)
    return (
        f'<div class="cf"><div class="cf-verdicts">{summary}</div><table class="cf-compare">'
        f'<caption class="cf-sr">{t("outline-compare-caption")}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: Compared) -> str:
    left = "".join(_line(line, place) for line, place in zip(row.left, row.left_places, strict=True))
    right = _line(row.right, row.right_place) if row.right and row.right_place else ""
    verdict = t(f"outline-verdict-{row.verdict.value}")
    reworded = f'<span class="cf-soft">{t("outline-reworded-too")}</span>' if row.reworded else ""
    return (
        f'<tr class="cf-v-{row.verdict.value}"><td>{left}</td>'
        f'<td><span class="cf-v"><i aria-hidden="true">{SIGNS[row.verdict]}</i>{verdict}</span>{reworded}</td>'
        f"<td>{right}</td></tr>"
    )


def _line(line: Line, place: int) -> str:
    wording = line.wording
    text = wording.text_en if language() == "en" and wording.text_en else wording.text
    return f'<p><span class="cf-n">{place or "–"}</span>{text_of(text)}</p>'
