"""The key: how an amount is shared, tried live without writing anything, then kept as the group's."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import streamlit as st

from budget.contributions import rules, service
from budget.contributions.views import BasisChoice, ContributionsView, KeyView
from budget.contributions.words import Basis, KeyDraft, KeyKind, KeyLine, Shares
from pages.contributions import _charts
from pages.contributions._fields import done, typed
from pages.decisions._scene import table
from pages.shell.formats import day, money, number
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.dates import read_day_if_any
from workspace.kernel.money import parse_amount

WHICH = "contributions.key.which"


def draw(view: ContributionsView) -> None:
    """The keys that are kept, then one to try."""
    if not view.keys:
        st.info(t("funding-none"), icon=":material/balance:")
        _try(view, None)
        return
    keys = {key.key_id: key for key in view.keys}
    choices: tuple[UUID | None, ...] = (*keys, None)
    chosen = st.selectbox(
        t("funding-which"),
        choices,
        format_func=lambda one: keys[one].title if one else t("funding-new"),
        key=WHICH,
    )
    key = keys[chosen] if chosen else None
    if key is not None:
        _kept(view, key)
    with st.expander(t("funding-try"), icon=":material/tune:", expanded=key is None):
        _try(view, key)


def _kept(view: ContributionsView, key: KeyView) -> None:
    st.header(plain(key.title), anchor=False)
    kind = t(f"funding-kind-{key.kind.value}")
    st.write(t("funding-summary", amount=money(key.amount_cents), kind=kind[:1].lower() + kind[1:]))
    if key.due_on:
        st.caption(t("funding-summary-due", date=day(key.due_on)))
    if key.note:
        st.caption(plain(key.note))
    names = [line.name for line in key.lines]
    shares = tuple(line.share_cents for line in key.lines)
    _shares_table(names, key.key_lines, shares, key.kind)
    _balance(Shares(cents=shares, missing_cents=key.amount_cents - sum(shares)), key.amount_cents, key.kind)
    if not key.is_open:
        st.caption(t("funding-called"))
        return
    label = t("funding-remove")
    may_remove = view.abilities.may_set_key and not key.pledged_cents
    if may_remove and st.button(label, type="tertiary", icon=":material/delete:", key="contributions.key.remove"):
        with attempt() as outcome:
            service.remove_key(require_actor(), key.key_id)
        if outcome.ok:
            done("funding-removed")


@st.fragment
def _try(view: ContributionsView, key: KeyView | None) -> None:
    """Live: each change computes the shares anew; only the button writes."""
    name = f"contributions.try.{key.key_id if key else 'new'}"
    st.caption(t("funding-try-help"))
    basis = _basis(view, key, name)
    with attempt():
        amount = (
            basis.amount_cents
            if basis
            else parse_amount(
                st.text_input(
                    t("funding-amount"), value=typed(key.amount_cents) if key else "1000", key=f"{name}.amount"
                )
            )
        )
        kind = _kind(key, name)
        lines = _lines(view, key, kind, name)
        names = {one.structure_id: one.name for one in view.participants}
        shares = rules.compute_shares(kind, amount, lines)
        labels = [names[line.structure_id] for line in lines]
        _shares_table(labels, lines, shares.cents, kind)
        _balance(shares, amount, kind)
        if any(shares.cents):
            _charts.share_bars(labels, shares.cents)
        if view.abilities.may_set_key and (key is None or key.is_open):
            _keep(key, KeyDraft(
                title="", kind=kind, amount_cents=amount, lines=lines,
                basis=basis.basis if basis else Basis.AMOUNT, basis_id=basis.basis_id if basis else None,
                version=key.version if key else 0,
            ), name)  # fmt: skip


def _basis(view: ContributionsView, key: KeyView | None, name: str) -> BasisChoice | None:
    """An amount that the group knows already; None: typed."""
    if not view.bases:
        return None
    choices: tuple[BasisChoice | None, ...] = (None, *view.bases)
    asked = (key.basis, key.basis_id, key.amount_cents) if key else None
    places = [
        place for place, one in enumerate(choices) if one and (one.basis, one.basis_id, one.amount_cents) == asked
    ]
    kept = places[0] if places else 0
    return st.selectbox(t("funding-basis"), choices, index=kept, format_func=_basis_label, key=f"{name}.basis")


def _basis_label(one: BasisChoice | None) -> str:
    if one is None:
        return t("funding-basis-typed")
    amount = money(one.amount_cents)
    if one.copies:
        return t("funding-basis-copies", label=one.label, copies=number(one.copies), amount=amount)
    return t(f"funding-basis-{one.detail or one.basis.value}", label=one.label, amount=amount)


def _kind(key: KeyView | None, name: str) -> KeyKind:
    chosen = st.segmented_control(
        t("funding-kind"),
        tuple(KeyKind),
        default=key.kind if key else KeyKind.EQUAL,
        required=True,
        format_func=lambda one: t(f"funding-kind-{one.value}"),
        key=f"{name}.kind",
    )
    kind = chosen or KeyKind.EQUAL
    st.caption(t(f"funding-kind-{kind.value}-help"))
    return kind


def _lines(view: ContributionsView, key: KeyView | None, kind: KeyKind, name: str) -> tuple[KeyLine, ...]:
    """Who takes part, with weights and set amounts as typed."""
    people = {one.structure_id: one for one in view.participants}
    before = {line.structure_id: line for line in key.key_lines} if key else {}
    chosen = st.multiselect(
        t("funding-participants"),
        tuple(people),
        default=[one for one in people if not before or one in before],
        format_func=lambda one: people[one].name,
        key=f"{name}.who",
    )
    taking = [one for one in people if one in chosen]
    weights = {one: people[one].fiches if kind is KeyKind.FICHES else 1 for one in taking}
    if kind is KeyKind.WEIGHTS:
        with st.container(horizontal=True):
            for one in taking:
                said = st.text_input(
                    t("funding-weight", name=people[one].name),
                    value=str(before[one].weight if one in before else 1),
                    width=180,
                    key=f"{name}.weight.{one}",
                )
                weights[one] = rules.read_weight(said)
    fixed = _fixed({one: people[one].name for one in taking}, before, kind, name)
    return tuple(KeyLine(structure_id=one, weight=weights[one], fixed_cents=fixed.get(one)) for one in taking)


def _fixed(names: dict[UUID, str], before: dict[UUID, KeyLine], kind: KeyKind, name: str) -> dict[UUID, int]:
    """Amounts that are set whatever the key says: « if Essor13 gives 150… »."""
    kept = {one: line.fixed_cents for one, line in before.items() if line.fixed_cents is not None}
    if kind in {KeyKind.FIXED, KeyKind.FREE}:
        setting = list(names)
    else:
        setting = st.multiselect(
            t("funding-set"),
            tuple(names),
            default=[one for one in kept if one in names],
            format_func=names.__getitem__,
            help=t("funding-set-help"),
            key=f"{name}.set",
        )
    found: dict[UUID, int] = {}
    with st.container(horizontal=True):
        for one in setting:
            value = typed(kept.get(one) or 0)
            label = t("funding-fixed", name=names[one])
            said = st.text_input(label, value=value, width=180, key=f"{name}.fixed.{one}")
            if said.strip():
                found[one] = parse_amount(said)
    return found


def _shares_table(names: list[str], lines: tuple[KeyLine, ...], cents: tuple[int, ...], kind: KeyKind) -> None:
    weighs = kind in {KeyKind.WEIGHTS, KeyKind.FICHES}
    third = [t("funding-fiches" if kind is KeyKind.FICHES else "funding-weight-column")] if weighs else []
    rows = [
        [name, *([str(line.weight)] if weighs else []), money(part)]
        for name, line, part in zip(names, lines, cents, strict=True)
    ]
    table(t("funding-shares"), [t("contributions-structure"), *third, t("funding-share")], rows, numbers=True)


def _balance(shares: Shares, amount: int, kind: KeyKind) -> None:
    if shares.missing_cents < 0:
        st.warning(t("funding-over", amount=money(-shares.missing_cents)), icon=":material/warning:")
    elif shares.missing_cents and kind is not KeyKind.FREE:
        st.warning(t("funding-missing", amount=money(shares.missing_cents)), icon=":material/warning:")
    elif not shares.missing_cents:
        st.caption(t("funding-exact", amount=money(amount)))


def _keep(key: KeyView | None, draft: KeyDraft, name: str) -> None:
    with st.form(f"{name}.keep", border=False):
        title = st.text_input(
            t("funding-title"),
            value=key.title if key else "",
            placeholder=t("funding-title-placeholder"),
            max_chars=rules.TITLE_LENGTH,
            key=f"{name}.title",
        )
        due = day_field(t("funding-due"), key.due_on if key else None, key=f"{name}.due")
        note = st.text_area(
            t("funding-note"),
            value=key.note if key else "",
            max_chars=rules.NOTE_LENGTH,
            height=80,
            key=f"{name}.note",
        )
        sends = st.form_submit_button(t("funding-save"), type="primary", icon=":material/check:")
    if sends:
        with attempt() as outcome:
            whole = replace(draft, title=title, due_on=read_day_if_any(due), note=note)
            service.save_key(require_actor(), key.key_id if key else None, whole)
        if outcome.ok:
            st.session_state.pop(WHICH, None)
            done("funding-saved")
