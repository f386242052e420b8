"""Installation: is everything in order on this machine? For administrators."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import streamlit as st

from pages.shell.i18n import t
from pages.shell.messages import attempt
from pages.shell.session import require_person
from workspace.checkup import service
from workspace.checkup.words import CheckLine, CheckStatus
from workspace.kernel.actor import Actor

INDEX = Path(st.__file__).resolve().parent / "static" / "index.html"
MARKS = {CheckStatus.OK: "🟢", CheckStatus.WARN: "🟠", CheckStatus.BAD: "🔴"}


def page() -> None:
    """Draw the points and the test mail."""
    actor = require_person()
    lines = service.check_installation(actor, index_path=INDEX)
    st.title(t("installation-title"), anchor=False)
    st.write(t("installation-lead"))
    _summary(lines)
    st.table(_table(lines))
    st.button(t("installation-refresh"), icon=":material/refresh:", key="installation.refresh")
    _test_mail(actor)


def _summary(lines: list[CheckLine]) -> None:
    wanting = [line for line in lines if line.status is not CheckStatus.OK]
    if not wanting:
        st.success(t("installation-all-well"), icon=":material/check_circle:")
    elif any(line.status is CheckStatus.BAD for line in wanting):
        st.error(t("installation-some-bad", count=len(wanting)), icon=":material/error:")
    else:
        st.warning(t("installation-some-bad", count=len(wanting)), icon=":material/warning:")


def _table(lines: list[CheckLine]) -> pd.DataFrame:
    """A plain table: a screen reader follows it, and it can be copied into a mail to whoever helps."""
    rows = [
        {
            t("installation-column-what"): t(line.key),
            t("installation-column-status"): f"{MARKS[line.status]} {t(f'installation-status-{line.status.value}')}",
            t("installation-column-value"): t(line.value, **dict(line.values)),
            t("installation-column-action"): t(line.action) if line.action else "",
        }
        for line in lines
    ]
    return pd.DataFrame(rows).set_index(t("installation-column-what"))


def _test_mail(actor: Actor) -> None:
    st.subheader(t("installation-mail-title"), anchor=False)
    st.caption(t("installation-mail-text"))
    if st.button(t("installation-mail-button"), icon=":material/mail:", key="installation.mail"):
        with attempt() as outcome:
            service.send_test_mail(actor)
        if outcome.ok:
            st.success(t("installation-mail-sent"), icon=":material/check_circle:")


page()
