"""The line of the register that a vote left, and the rule it was held under."""

from __future__ import annotations

import streamlit as st

from pages.decisions import _consequences
from pages.decisions._lists import verdict
from pages.fiches._scene import draw, text_of
from pages.shell.formats import day
from pages.shell.i18n import language, t
from pages.widgets.plain import plain
from workspace.decisions.tables import rule_lines
from workspace.decisions.views import ProposalView


def outcome(view: ProposalView) -> None:
    """Number, hash, review date, what it did; the files from which anybody counts again."""
    one = view.outcome
    if one is None:
        return
    with st.container(border=True):
        st.header(plain(t("register-number", number=one.number, title=verdict(one))), anchor=False)
        if one.review_on:
            st.caption(t("decision-review-on", date=day(one.review_on)))
        _consequences.after(one, view.zone)
        base = f"/decisions/{view.proposal_id}/{view.round}"
        files = (("proces-verbal.pdf", "minutes"), ("decision.json", "json"), ("bulletins.csv", "csv"))
        links = "".join(f'<a href="{base}/{file}" download>{t(f"decision-file-{key}")}</a>' for file, key in files)
        draw(
            f'<div class="cf"><p class="cd-links">{links}</p>'
            f'<p class="cf-soft">{t("decision-hash")} <span class="cd-hash">{text_of(one.text_hash)}</span></p>'
            f'<p class="cf-soft">{t("decision-statutes")}</p></div>'
        )


def rules(view: ProposalView) -> None:
    """The rule, one line each; fixed with the first ballot."""
    lines = list(rule_lines(view.rule, language()))
    if view.casting_name:
        lines.append(t("rule-casting", name=view.casting_name))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    st.caption(t("rule-fixed"))
