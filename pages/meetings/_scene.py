"""What the screens of meetings share: their look, over that of decisions and fiches, and links to meetings."""

from __future__ import annotations

from uuid import UUID

from pages.decisions._scene import use_style as use_decision_style
from pages.fiches._scene import draw, text_of
from pages.meetings import keys

_RULES = (
    ".cm-when{font-size:1.05rem}"
    ".cm-people{margin-top:.5rem}"
    ".cm-people>p{font-weight:600}"
    ".cm-people ul{display:grid;gap:.15rem;padding-left:1.2rem}"
    ".cf a.cm-other{text-decoration:underline;text-underline-offset:2px}"
    ".cm-absent,.cm-excused{color:var(--cf-soft)}"
)


def use_style() -> None:
    """Bring the rules to this page; they take no room."""
    use_decision_style()
    draw(f"<style>{_RULES}</style>")


def address(meeting_id: UUID) -> str:
    """Where a meeting is read and written."""
    return f"/reunion?{keys.MEETING}={meeting_id}"


def other(label: str, meeting_id: UUID) -> None:
    """A link from a meeting to another; Streamlit's own would show it as the page that one is on."""
    draw(f'<p class="cf"><a class="cm-other" href="{address(meeting_id)}">{text_of(label)}</a></p>')
