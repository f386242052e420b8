"""The conversation that the address names, under the title: where a search that found a comment leads."""

from __future__ import annotations

from uuid import UUID

import streamlit as st

from pages.fiches._scene import draw, text_of
from pages.shell.formats import when
from pages.shell.i18n import t
from workspace.comments import service
from workspace.comments.words import CommentLine, ThreadView
from workspace.kernel.actor import Actor

THREAD = "commentaire"  # as in the address


def found(actor: Actor, text_id: UUID) -> None:
    """The asked conversation, messages in their order; nothing when the address names none."""
    asked = st.query_params.get(THREAD, "")
    if not asked:
        return
    threads = service.view_margin(actor, text_id).threads
    thread = next((one for one in threads if str(one.thread_id) == asked), None)
    if thread is None:
        st.info(t("search-comment-gone"), icon=":material/comments_disabled:")
    else:
        draw(_html(thread, actor.zone))


def _html(thread: ThreadView, zone: str) -> str:
    resolved = f" · {t('search-resolved')}" if thread.resolved_at else ""
    quote = f'<p class="cf-soft"><q>{text_of(thread.place.quote)}</q></p>' if thread.place else ""
    lines = "".join(_line(one, zone) for one in thread.comments if not one.is_deleted)
    return (
        f'<details class="cf cd-review" open><summary>{t("search-found-comment")}{resolved}</summary>'
        f'{quote}<ul class="cf-notes">{lines}</ul></details>'
    )


def _line(line: CommentLine, zone: str) -> str:
    said = text_of(line.body).replace("\n", "<br>")
    head = " · ".join(part for part in (text_of(line.name), when(line.at, zone)) if part)
    return f'<li><p class="cf-soft">{head}</p><p>{said}</p></li>'
