"""A file asked for: Streamlit's own words of this widget are English and cannot be given; ours take their place."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.shell.i18n import t

# A file that the browser does not even send (too large, another kind) is told in a tooltip, in English; the sentence
# under the field is ours. What the button says by itself is hidden.
_STYLE = """<style>
[data-testid="stFileUploaderDropzoneInstructions"] {{ display: none }}
[data-testid="stFileUploaderDropzone"] button:has(p) > * {{ position: absolute; visibility: hidden }}
[data-testid="stFileUploaderDropzone"] button:has(p)::after {{ font-size: 0.875rem; content: "{choose}" }}
[data-testid="stFileUploader"]:has([data-testid="stFileChip"][aria-invalid="true"])::after {{
  display: block; margin-top: 0.35rem; padding: 0.5rem 0.75rem; font-size: 0.875rem;
  border-left: 3px solid currentColor;
  content: "{refused}";
}}
[data-testid="stFileChipIconError"] {{ pointer-events: none }}
</style>"""


def file_field(label: str, *, key: str, megabytes: int, choose: str = "", **more: Any) -> Any:
    """The uploader; `megabytes` is the limit of what takes the file, `choose` what the button says.

    Gives what `st.file_uploader` gives. A file above Streamlit's own limit, or of another kind, is told here; one
    that comes through is judged by who takes it, whose sentence says more.
    """
    refused = t("file-refused", megabytes=megabytes)
    st.html(_STYLE.format(choose=_quoted(choose or t("file-choose")), refused=_quoted(refused)))
    return st.file_uploader(label, key=key, **more)


def _quoted(text: str) -> str:
    """A sentence of ours inside a string of CSS in HTML."""
    return text.replace("\\", "").replace('"', "").replace("<", "")
