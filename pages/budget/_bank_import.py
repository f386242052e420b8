"""Taking a statement in: the file is kept, what it holds is shown, its columns are confirmed once for each bank."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from budget.bank import service
from budget.bank.words import Alike, StatementForm, StatementPreview
from budget.documents.rules import LARGEST_FILE
from budget.documents.service import keep_file
from budget.reading.words import Columns
from pages.shell.i18n import t
from pages.shell.messages import attempt, flash, sentence
from pages.shell.session import require_actor
from pages.widgets.files import file_field
from pages.widgets.plain import plain
from workspace.kernel.errors import RuleBroken

K = "bank.import"
KEPT = f"{K}:document"


def is_reading() -> bool:
    """Whether a file was brought that is not taken in yet."""
    return KEPT in st.session_state


def offer(*, expanded: bool) -> None:
    """Ask for the file; once it is kept, show what it holds and take it in on a click."""
    with st.expander(t("bank-import"), icon=":material/upload_file:", expanded=expanded or KEPT in st.session_state):
        place = st.session_state.get(f"{K}:round", 0)
        file = file_field(
            t("bank-import-choose"), megabytes=LARGEST_FILE >> 20,
            type=["csv", "ofx", "xml", "txt"], help=t("bank-import-help"),
            key=f"{K}.file.{place}",
        )  # fmt: skip
        if file is not None and st.session_state.get(f"{K}:name") != file.file_id:
            with attempt():
                st.session_state[f"{K}:name"] = file.file_id
                st.session_state[KEPT] = keep_file(require_actor(), file.name, file.getvalue())
        if KEPT in st.session_state:
            with attempt():
                _preview(service.preview_statement(require_actor(), st.session_state[KEPT]))


def _preview(found: StatementPreview) -> None:
    st.caption(t("invoice-file-kept", name=plain(found.name)))
    if found.problem:
        st.warning(sentence(RuleBroken(found.problem, **found.values)), icon=":material/info:")
        return
    columns = _columns(found) if found.form is StatementForm.CSV else None
    is_told = columns is not None or found.form is not StatementForm.CSV
    st.write(t("bank-import-rows", count=found.rows))
    if found.short:
        st.caption(t("bank-import-short", count=found.short))
    alike = _ask_alike(service.count_alike(require_actor(), found.document_id, columns)) if is_told else None
    if st.button(
        t("bank-import-yes"), type="primary", icon=":material/download_done:", key=f"{K}.yes", disabled=not is_told
    ):
        with attempt() as outcome:
            taken = service.import_statement(require_actor(), found.document_id, columns, alike)
        if outcome.ok:
            flash("bank-imported", count=taken.added, left=taken.left_out)
            for name in (KEPT, f"{K}:name"):
                st.session_state.pop(name, None)
            st.session_state[f"{K}:round"] = st.session_state.get(f"{K}:round", 0) + 1
            st.rerun()


def _ask_alike(count: int) -> Alike | None:
    """What to do with lines that another statement seems to have brought; None when there are none."""
    if not count:
        return None
    st.warning(t("bank-alike", count=count), icon=":material/content_copy:")
    return st.radio(
        t("bank-alike-choose"), list(Alike), format_func=lambda one: t(f"bank-alike-{one.value}"), key=f"{K}.alike"
    )


def _columns(found: StatementPreview) -> Columns | None:
    """The columns that the person confirms; they are remembered for the next file of this bank."""
    st.caption(t("bank-columns-known" if found.remembered else "bank-columns-proposed"))
    sample = pd.DataFrame([row[: len(found.heads)] for row in found.sample])
    sample.columns = pd.Index(found.heads[: sample.shape[1]])
    st.dataframe(sample, hide_index=True)
    guess = found.columns
    one, two = st.columns(2)
    day = _choice(one, found, "bank-column-day", guess.day if guess else None)
    labels = two.multiselect(
        t("bank-column-label"), range(len(found.heads)), default=list(guess.labels) if guess else [],
        format_func=lambda at: found.heads[at], key=_key(found, "label"),
    )  # fmt: skip
    split = st.radio(
        t("bank-column-money"), (False, True), index=int(bool(guess and guess.debit is not None)), horizontal=True,
        format_func=lambda two_columns: t("bank-column-two" if two_columns else "bank-column-one"),
        key=_key(found, "split"),
    )  # fmt: skip
    one, two = st.columns(2)
    amount = debit = credit = None
    if split:
        debit = _choice(one, found, "bank-column-debit", guess.debit if guess else None)
        credit = _choice(two, found, "bank-column-credit", guess.credit if guess else None)
    else:
        amount = _choice(one, found, "bank-column-amount", guess.amount if guess else None)
    reference = _choice(
        st, found, "bank-column-reference", guess.reference if guess else None, help=t("bank-column-reference-help")
    )
    if day is None or not labels or (amount is None and (debit is None or credit is None)):
        st.info(t("error-statement-columns"))
        return None
    return Columns(
        day=day, labels=tuple(labels), amount=amount, debit=debit, credit=credit, reference=reference
    )  # fmt: skip


def _choice(place: Any, found: StatementPreview, label: str, guess: int | None, **more: str) -> int | None:
    chosen: int | None = place.selectbox(
        t(label), range(len(found.heads)), index=guess, format_func=lambda at: found.heads[at],
        placeholder=t("bank-column-choose"), key=_key(found, label), **more,
    )  # fmt: skip
    return chosen


def _key(found: StatementPreview, name: str) -> str:
    document: UUID = found.document_id
    return f"{K}.{document}.{name}"
