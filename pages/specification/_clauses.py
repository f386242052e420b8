"""The clauses: which are written, the words of the chosen one with the live editor, and what justifies it."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.decisions._lists import address
from pages.fiches._scene import draw, fiche_link, text_of
from pages.fiches._thread import found
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from pages.specification.keys import CLAUSE, CLAUSE_ASKED, CLAUSE_QUERY, anchor_of
from pages.widgets.chosen_visual import chosen_visual
from pages.widgets.plain import plain
from pages.widgets.proposing import propose_about
from pages.widgets.writing import writing
from workspace.kernel.actor import Actor
from workspace.livetext import service as livetext
from workspace.members import service as members
from workspace.specification import service
from workspace.specification.rules import WHOLE
from workspace.specification.words import (
    ClauseState,
    ClauseView,
    LinkKind,
    Reference,
    SpecificationDesk,
    SpecificationView,
)

CHARTER = "charter"
SIGNS = {ClauseState.EMPTY: "○", ClauseState.OPEN: "◐", ClauseState.WRITTEN: "✓"}


def clauses(actor: Actor, desk: SpecificationDesk, view: SpecificationView) -> None:
    """The list on one side, the chosen clause on the other."""
    st.subheader(t("specification-clauses"), anchor=False)
    _missing(view.specification_id)
    by_name = {one.name: one for one in view.clauses}
    places = {name: place for place, name in enumerate(by_name, start=1)}
    left, right = st.columns([1, 2], gap="medium")
    asked = st.query_params.get(CLAUSE_QUERY, "")
    if asked in by_name and (CLAUSE not in st.session_state or st.session_state.get(CLAUSE_ASKED) != asked):
        st.session_state[CLAUSE], st.session_state[CLAUSE_ASKED] = asked, asked
    with left:
        picked = st.radio(
            t("specification-clause"),
            tuple(by_name),
            format_func=lambda name: f"{places[name]}. {plain(by_name[name].heading)}",
            captions=[_caption(one) for one in view.clauses],
            key=CLAUSE,
        )
    with right:
        chosen = by_name[picked or next(iter(by_name))]
        if chosen.name == asked:  # the link that led here named it: its heading is scrolled to, and stands out
            st.subheader(f":orange-background[{plain(chosen.heading)}]", anchor=anchor_of(chosen.name))
            found(actor, view.text_id)
        _clause(actor, desk, view, chosen)


def _caption(clause: ClauseView) -> str:
    state = t(f"specification-clause-{clause.state.value}", count=len(clause.blanks))
    needed = "" if clause.is_required else f" · {t('specification-optional')}"
    alone = "" if clause.links else f" · {t('specification-alone')}"
    return f"{SIGNS[clause.state]} {state}{needed}{alone}"


@st.fragment(run_every=15)
def _missing(specification_id: UUID) -> None:
    """What is left to write, kept up to date while people write."""
    view = None
    with attempt():
        view = service.view_specification(require_actor(), specification_id)
    if view is None:
        return
    left = [one for one in view.clauses if one.is_required and one.state is not ClauseState.WRITTEN]
    for one in view.clauses:
        if one.weights is not None and one.weights != WHOLE:
            total = f"{one.weights.normalize():f}"
            said = t("error-specification-weights", clause=one.heading, total=total)
            st.warning(plain(said), icon=":material/balance:")
    if not left:
        st.success(t("specification-all-written"), icon=":material/check:")
        return
    lines = "".join(f"<li><b>{text_of(one.heading)}</b> {text_of(_left(one))}</li>" for one in left)
    told = t("specification-missing", count=len(left))
    draw(f'<details class="cf cd-review"><summary>{told}</summary><ul>{lines}</ul></details>')


def _left(clause: ClauseView) -> str:
    if clause.state is ClauseState.EMPTY:
        return t("specification-clause-empty", count=0)
    return t("specification-blanks", names=", ".join(clause.blanks))


def _clause(actor: Actor, desk: SpecificationDesk, view: SpecificationView, clause: ClauseView) -> None:
    ticket = livetext.issue_ticket(actor, view.text_id)
    spec = {"name": clause.name, "label": clause.heading, "hint": clause.hint}
    writing(
        actor, view.text_id, ticket, [{**spec, "placeholder": t("specification-placeholder")}],
        fiches=[(one.object_id, one.name) for one in desk.choices.get(LinkKind.FICHE, ())],
        structures=[(one.structure_id, one.draft.name) for one in members.view_structures(actor)],
        adds_pictures=ticket.can_write,
        key=f"cahier.editor.{view.text_id}.{clause.name}",
    )  # fmt: skip
    if clause.name == CHARTER:
        chosen_visual()
    _justified(desk, view, clause)
    propose_about(f"clause:{view.specification_id}:{clause.name}", "specification-propose-clause")


def _link(one: Reference) -> str:
    if one.kind is LinkKind.FICHE:
        return fiche_link(one.object_id, one.name)
    return f'<a href="{address(one.object_id)}">{text_of(one.name)}</a>'


def _justified(desk: SpecificationDesk, view: SpecificationView, clause: ClauseView) -> None:
    """What justifies the clause; another kind of object joins with its own list of choices."""
    if clause.links:
        named = ", ".join(_link(one) for one in clause.links)
        draw(f'<p class="cf">{t("specification-justified")} {named}</p>')
    else:
        st.caption(t("specification-unjustified"))
    if not view.abilities.may_link:
        return
    with st.expander(t("specification-link")), st.form(f"cahier.link.{clause.name}", border=False):
        chosen: dict[LinkKind, list[UUID]] = {}
        for kind, choices in desk.choices.items():
            names = {one.object_id: one.name for one in choices}
            chosen[kind] = st.multiselect(
                t(f"specification-link-{kind.value}"),
                tuple(names),
                default=[one.object_id for one in clause.links if one.kind is kind],
                format_func=names.__getitem__,
                placeholder=t("specification-link-placeholder"),
                key=f"cahier.link.{clause.name}.{kind.value}",
            )
        if st.form_submit_button(t("specification-link-save")):
            with attempt() as outcome:
                for kind, ids in chosen.items():
                    service.link_clause(require_actor(), view.specification_id, clause.name, kind, ids)
            if outcome.ok:
                flash("specification-linked")
                st.rerun()
