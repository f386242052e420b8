"""Widgets of Streamlit that speak English only are not asked directly."""

from __future__ import annotations

import pytest

from tests.architecture.code import ROOT

# What each is asked through instead: its words are given in the reader's language there.
INSTEAD = {
    "date_input": "pages/widgets/days.py",
    "datetime_input": "pages/widgets/days.py",
    "file_uploader": "pages/widgets/files.py",
}


@pytest.mark.parametrize("widget", sorted(INSTEAD))
def test_pages_ask_through_our_own_widget(widget: str) -> None:
    asking = [path for path in (ROOT / "pages").rglob("*.py") if f".{widget}(" in path.read_text(encoding="utf-8")]
    assert {str(path.relative_to(ROOT)) for path in asking} <= {INSTEAD[widget]}
