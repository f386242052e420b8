"""The table of `docs/rights.md`, read as people read it, and what it makes us expect; knows nothing of `allowed`."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

RIGHTS = Path(__file__).resolve().parents[3] / "docs" / "rights.md"
COLUMNS = ("observer", "partner", "treasurer", "facilitator", "admin", "signed-in", "public")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One operation of the table."""

    room: str
    operation: str
    cells: dict[str, str]


def rows() -> dict[str, Row]:
    """All rows by operation."""
    found: dict[str, Row] = {}
    room = ""
    for line in RIGHTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            room = line.removeprefix("## ").strip()
        if not line.startswith("| `"):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        operation = cells[0].strip("`")
        assert operation not in found, f"{operation} stands twice in docs/rights.md"
        found[operation] = Row(room=room, operation=operation, cells=dict(zip(COLUMNS, cells[2:], strict=True)))
    return found


def policies() -> dict[str, Any]:
    """Every policy that the rooms declare, by operation."""
    from budget.adhesions.rules import POLICIES as ADHESIONS
    from budget.bank.rules import POLICIES as BANK
    from budget.contributions.rules import POLICIES as CONTRIBUTIONS
    from budget.documents.rules import POLICIES as BUDGET_DOCUMENTS
    from budget.envelope.rules import POLICIES as ENVELOPE
    from budget.ledger.rules import POLICIES as LEDGER
    from budget.quotes.rules import POLICIES as QUOTES
    from budget.rates.rules import POLICIES as RATES
    from budget.spending.rules import POLICIES as SPENDING
    from workspace.accounts.rules import POLICIES as ACCOUNTS
    from workspace.accueil.rules import POLICIES as ACCUEIL
    from workspace.comments.rules import POLICIES as COMMENTS
    from workspace.decisions.rules import POLICIES as DECISIONS
    from workspace.exchange.rules import POLICIES as EXCHANGE
    from workspace.fiches.rules import POLICIES as FICHES
    from workspace.find.rules import POLICIES as FIND
    from workspace.history.rules import POLICIES as HISTORY
    from workspace.lightness.rules import POLICIES as LIGHTNESS
    from workspace.livetext.rules import POLICIES as LIVETEXT
    from workspace.meetings.rules import POLICIES as MEETINGS
    from workspace.members.rules import POLICIES as MEMBERS
    from workspace.outline.rules import POLICIES as OUTLINE
    from workspace.questionnaires.rules import POLICIES as QUESTIONNAIRES
    from workspace.review.rules import POLICIES as REVIEW
    from workspace.specification.rules import POLICIES as SPECIFICATION
    from workspace.welcome.rules import POLICIES as WELCOME

    found: dict[str, Any] = {}
    for room in (
        ACCOUNTS,
        ACCUEIL,
        ADHESIONS,
        BANK,
        BUDGET_DOCUMENTS,
        ENVELOPE,
        LEDGER,
        COMMENTS,
        CONTRIBUTIONS,
        DECISIONS,
        EXCHANGE,
        FICHES,
        FIND,
        HISTORY,
        LIGHTNESS,
        LIVETEXT,
        MEETINGS,
        MEMBERS,
        OUTLINE,
        QUESTIONNAIRES,
        QUOTES,
        RATES,
        REVIEW,
        SPECIFICATION,
        SPENDING,
        WELCOME,
    ):
        for operation, policy in room.items():
            assert operation.value not in found, f"two rooms call an operation {operation.value}"
            found[operation.value] = policy
    return found


def expected(row: Row, who: str, distance: str) -> bool:
    """Whether the table lets `who` do this to an object at that distance.

    Distances: own, other structure, other group (an object with an id); group (the actor's own group, no id);
    self and other person (persons); door (nobody is asked who they are).
    """
    cells = row.cells
    if cells["public"] == "yes" or (cells["admin"] == "yes" and who == "admin"):
        return True
    if cells["signed-in"] == "self" and who != "anonymous" and distance == "self":
        return True
    if who in {"anonymous", "removed", "admin"}:
        return False
    reach = cells["facilitator" if who == "stranger" else who]
    if reach == "no" or distance in {"self", "other person", "door"}:
        return False
    if distance == "group":
        return True
    if (distance == "other group") != (who == "stranger"):
        return False
    return reach == "group" or distance == "own"


def note(*cell: str) -> None:
    """Tell the `rights` promise that a cell was asserted."""
    ledger = os.environ.get("CHEMISE_RIGHTS_LEDGER")
    if ledger:
        with Path(ledger).open("a", encoding="utf-8") as file:
            file.write(json.dumps(cell) + "\n")
