"""The count before and after, in one line."""

from __future__ import annotations

from pages.shell.i18n import t
from workspace.outline.words import Tally


def tally_text(tally: Tally) -> str:
    """« 14 questions au départ, 9 retenues », then where the others are."""
    head = t("outline-tally", started=tally.started, kept=tally.kept)
    kinds = (("merged", tally.merged), ("aside", tally.aside), ("born", tally.born))
    rest = ", ".join(t(f"outline-tally-{kind}", count=count) for kind, count in kinds if count)
    return f"{head} ({rest})" if rest else head


def tally_html(tally: Tally, said: str = "") -> str:
    """The same, drawn: two figures and an arrow between them; `said` (HTML) tells screen readers what was done."""
    return (
        f'<div class="cf"><p class="cf-tally"><span aria-hidden="true"><b>{tally.started}</b> → <b>{tally.kept}</b>'
        f'</span> {tally_text(tally)}</p><p class="cf-sr" role="status">{said}</p></div>'
    )
