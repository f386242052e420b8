"""The fields of a fiche, the same to create it and to change it."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shell.i18n import t
from workspace.fiches.words import Choice, FicheDraft, FicheKind


def kind_field(kind: FicheKind, key: str) -> FicheKind:
    """What the fiche is about; outside of the form, because the other fields follow it."""
    chosen = st.segmented_control(
        t("fiches-kind"),
        tuple(FicheKind),
        default=kind,
        required=True,
        format_func=lambda one: t(f"fiches-kind-{one.value}"),
        key=f"{key}.kind",
    )
    kept = chosen or kind
    st.caption(t(f"fiches-kind-{kept.value}-help"))
    return kept


def draft_fields(
    draft: FicheDraft,
    *,
    etapes: tuple[Choice, ...],
    structures: tuple[Choice, ...],
    questions: tuple[Choice, ...],
    key: str,
) -> FicheDraft:
    """Inside a form: the draft as typed, with the version that was shown."""
    title = st.text_input(t("fiches-title-field"), value=draft.title, help=t("fiches-title-help"), key=f"{key}.title")
    accroche = st.text_area(
        t("fiches-accroche"), value=draft.accroche, help=t("fiches-accroche-help"), height=80, key=f"{key}.accroche"
    )
    return FicheDraft(
        title=title,
        accroche=accroche,
        kind=draft.kind,
        etape_ids=_links("fiches-etapes", etapes, draft.etape_ids, f"{key}.etapes"),
        structure_ids=_links("fiches-structures", structures, draft.structure_ids, f"{key}.{draft.kind}.structures"),
        question_ids=_links("fiches-questions", questions, draft.question_ids, f"{key}.questions"),
        version=draft.version,
    )


def _links(label: str, choices: tuple[Choice, ...], chosen: tuple[UUID, ...], key: str) -> tuple[UUID, ...]:
    names = {one.choice_id: one.name for one in choices}
    if not names:
        return ()
    return tuple(
        st.multiselect(
            t(label),
            tuple(names),
            default=[one for one in chosen if one in names],
            format_func=names.__getitem__,
            placeholder=t("fiches-choose"),
            key=key,
        )
    )
