"""The form of a request for quotes."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from budget.envelope.words import LineKind
from budget.quotes import asking
from budget.quotes.request_words import MadeLink, RequestDesk, RequestDraft
from pages.budget import _request_links
from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_actor
from pages.widgets.days import day_field
from pages.widgets.plain import plain
from workspace.kernel.clock import local, utc_now
from workspace.kernel.dates import read_day

DAYS = 21
NIGHT = time(23, 59)
K = "request.form"


def draw(desk: RequestDesk) -> None:
    """Ask, send, and show each supplier's link once."""
    st.caption(t("request-on", version=plain(desk.version_name)))
    names = {one.supplier_id: one.name for one in desk.suppliers if not one.is_archived}
    made: tuple[MadeLink, ...] = ()
    with st.form(K, border=False):
        kind = st.selectbox(
            t("devis-kind"),
            tuple(LineKind),
            index=1,
            format_func=lambda one: t(f"devis-kind-{one.value}"),
            key=f"{K}.kind",
        )
        title = st.text_input(t("field-request-title"), placeholder=t("request-title-example"), key=f"{K}.title")
        copies = st.text_input(
            t("request-copies"), placeholder="500, 1000, 2000", help=t("request-copies-help"), key=f"{K}.copies"
        )
        message = st.text_area(
            t("field-request-message"), help=t("request-message-help"), height=110, key=f"{K}.message"
        )
        ends = day_field(
            t("request-deadline"),
            local(utc_now() + timedelta(days=DAYS), desk.zone).date(),
            help=t("request-deadline-help"),
            key=f"{K}.ends",
        )
        picked = st.multiselect(
            t("suppliers-title"),
            tuple(names),
            format_func=names.__getitem__,
            placeholder=t("request-choose"),
            key=f"{K}.suppliers",
        )
        sends = st.form_submit_button(t("request-send"), type="primary", key=f"{K}.send")
    if not sends:
        return
    with attempt():
        deadline = datetime.combine(read_day(ends), NIGHT, ZoneInfo(desk.zone))
        made = asking.send_request(
            require_actor(),
            RequestDraft(
                title=title,
                kind=kind or LineKind.OTHER,
                copies=copies,
                message=message,
                deadline=deadline,
                supplier_ids=tuple(picked),
            ),
        )
    if made:
        _request_links.hold(made, title=title.strip(), deadline=deadline)
        st.rerun()
