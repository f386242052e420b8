"""Whose a picture is, and why the group may publish it."""

from __future__ import annotations

import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import attempt, flash
from pages.shell.session import require_actor
from workspace.fiches import pictures
from workspace.fiches.album_words import AlbumPicture, Licence, PictureDraft


def open_form(one: AlbumPicture) -> None:
    """Ask for credit, licence and source."""
    st.dialog(t("images-describe"), width="medium")(_form)(one)


def _form(one: AlbumPicture) -> None:
    # What somebody wrote under the picture in a fiche is the best first answer.
    credit = one.draft.credit or next((use.credit for use in one.uses if use.credit), "")
    key = f"images.form.{one.picture_id}.{one.draft.version}"
    with st.form(key, border=False):
        typed_credit = st.text_input(
            t("images-credit"), value=credit, help=t("images-credit-help"), key=f"{key}.credit"
        )
        licence = st.selectbox(
            t("images-licence"),
            tuple(Licence),
            index=list(Licence).index(one.draft.licence),
            format_func=lambda choice: t(f"images-licence-{choice.value or 'unsaid'}"),
            key=f"{key}.licence",
        )
        source = st.text_input(
            t("images-source"), value=one.draft.source, help=t("images-source-help"), key=f"{key}.source"
        )
        saves = st.form_submit_button(t("fiches-save"), type="primary")
    if saves:
        draft = PictureDraft(
            credit=typed_credit, licence=licence or Licence.UNSAID, source=source, version=one.draft.version
        )
        with attempt() as outcome:
            pictures.describe_picture(require_actor(), one.picture_id, draft)
        if outcome.ok:
            flash("images-described")
            st.rerun()
