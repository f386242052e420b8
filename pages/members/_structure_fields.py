"""The fields of a structure's form, and what changed between two drafts."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.shell.i18n import t
from pages.widgets.plain import plain
from workspace.kernel.actor import Actor
from workspace.members.service import view_list
from workspace.members.words import ListKind, StructureDraft, StructureView

PREFIX = "structures.form."


def ask(actor: Actor, draft: StructureDraft) -> tuple[StructureDraft, str]:
    """Draw the fields; give what they say now, the year apart as it was typed."""
    left, right = st.columns([4, 1])
    name = left.text_input(t("structures-name"), draft.name, key=f"{PREFIX}name")
    since = right.text_input(
        t("structures-year"), str(draft.since_year or ""), placeholder="1999", key=f"{PREFIX}since"
    )
    legal_form = st.text_input(
        t("field-legal-form"),
        draft.legal_form,
        placeholder=t("structures-legal-form-example"),
        key=f"{PREFIX}legal_form",
    )
    presentation = st.text_area(
        t("field-presentation"),
        draft.presentation,
        height=160,
        placeholder=t("structures-presentation-help"),
        key=f"{PREFIX}presentation",
    )
    etapes = _pills(actor, ListKind.ETAPES, draft.etape_ids)
    fonctions = _pills(actor, ListKind.FONCTIONS, draft.fonction_ids)
    left, right = st.columns(2)
    sites = left.text_area(
        t("field-sites"), "\n".join(draft.sites), placeholder=t("structures-sites-help"), key=f"{PREFIX}sites"
    )
    web = right.text_input(
        t("field-web"), draft.web, placeholder="www.exemple.org", autocomplete="url", key=f"{PREFIX}web"
    )
    typed = StructureDraft(
        name=name or "",
        legal_form=legal_form or "",
        presentation=presentation or "",
        web=web or "",
        sites=tuple((sites or "").splitlines()),
        etape_ids=etapes,
        fonction_ids=fonctions,
        version=draft.version,
    )
    return typed, since or ""


def _pills(actor: Actor, kind: ListKind, chosen: tuple[UUID, ...]) -> tuple[UUID, ...]:
    names = {
        one.entry_id: one.name_en or one.name if actor.locale == "en" else one.name
        for one in view_list(actor, kind)
        if one.entry_id is not None
    }
    if not names:
        return ()
    picked = st.pills(
        t(f"structures-{kind.value}"),
        list(names),
        selection_mode="multi",
        default=[one for one in chosen if one in names],
        format_func=lambda one: plain(names[one]),
        key=f"{PREFIX}{kind.value}",
    )
    return tuple(picked)


def changes(before: StructureDraft, now: StructureView) -> list[tuple[str, str]]:
    """What others saved since `before`: the field's name and its value now."""
    saved = now.draft
    pairs = (
        (t("structures-name"), before.name, saved.name),
        (t("structures-year"), str(before.since_year or ""), str(saved.since_year or "")),
        (t("field-legal-form"), before.legal_form, saved.legal_form),
        (t("field-presentation"), before.presentation, saved.presentation),
        (t("field-web"), before.web, saved.web),
        (t("field-sites"), ", ".join(before.sites), ", ".join(saved.sites)),
    )
    found = [(name, new or t("structures-nothing")) for name, old, new in pairs if old != new]
    if before.etape_ids != saved.etape_ids:
        found.append((t("structures-etapes"), ", ".join(now.etapes) or t("structures-nothing")))
    if before.fonction_ids != saved.fonction_ids:
        found.append((t("structures-fonctions"), ", ".join(now.fonctions) or t("structures-nothing")))
    return found
