"""A file asked for: what Streamlit says of it in English only is said by us; its button by the script of the page."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.shell.i18n import t

# A file that the browser does not even send (too large, another kind) is told in a tooltip, in English; the sentence
# under the field is ours.
_STYLE = """<style>
[data-testid="stFileUploaderDropzoneInstructions"] {{ display: none }}
[data-testid="stFileUploader"]:has([data-testid="stFileChip"][aria-invalid="true"])::after {{
  display: block; margin-top: 0.35rem; padding: 0.5rem 0.75rem; font-size: 0.875rem;
  border-left: 3px solid currentColor;
  content: "{refused}";
}}
[data-testid="stFileChipIconError"] {{ pointer-events: none }}
</style>"""


def file_field(label: str, *, key: str, megabytes: int, **more: Any) -> Any:
    """The uploader; `megabytes` is the limit of what takes the file.

    Gives what `st.file_uploader` gives. A file above Streamlit's own limit, or of another kind, is told here; one
    that comes through is judged by who takes it, whose sentence says more.
    """
    refused = t("file-refused", megabytes=megabytes)
    st.html(_STYLE.format(refused=_quoted(refused)))
    return st.file_uploader(label, key=key, **more)


def _quoted(text: str) -> str:
    """A sentence of ours inside a string of CSS in HTML."""
    return text.replace("\\", "").replace('"', "").replace("<", "")
