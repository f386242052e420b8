"""What the columns of a CSV seem to be, from their heads and from what stands under them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from budget.reading.words import Columns
from workspace.kernel.letters import folded

_DAY = re.compile(r"^date")
_LABEL = re.compile(
    r"libelle|nature|operation|description|motif|communication|tiers|intitule|label|detail|memo|payee|name"
)
_DEBIT, _CREDIT = re.compile(r"debit|retrait|sortie"), re.compile(r"credit|depot|entree|versement")
_AMOUNT = re.compile(r"montant|amount|somme|valeur en euro")
_REFERENCE = re.compile(r"reference|ref\b|numero d.?operation|transaction id|^id$")
_NOT_DAY = re.compile(r"valeur|value")
LEAST_HEADS = 3
LOOKED_AT = 40


def find_heads(cells: Sequence[Sequence[str]]) -> int | None:
    """The row that names the columns: the first that has a date and an amount among its heads; None without one.

    Banks put the account, its holder and a balance above it.
    """
    for place, row in enumerate(cells[:LOOKED_AT]):
        heads = [folded(one) for one in row]
        if len([one for one in heads if one]) < LEAST_HEADS or place + 1 >= len(cells):
            continue
        has_money = any(_AMOUNT.search(one) or _DEBIT.search(one) for one in heads)
        if has_money and any(_DAY.search(one) for one in heads):
            return place
    return None


def propose_columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns as they seem to be; None when the date, the words or the money are not found."""
    names = [folded(one) for one in heads]
    days = [at for at, one in enumerate(names) if _DAY.search(one)]
    day = next((at for at in days if not _NOT_DAY.search(names[at])), days[0] if days else None)
    debit, credit = _first(names, _DEBIT), _first(names, _CREDIT)
    amount = next((at for at, one in enumerate(names) if _AMOUNT.search(one)), None)
    if debit is not None and credit is not None and debit != credit:
        amount = None
    elif amount is None:
        # One column named for both ways, such as « Débit/Crédit ».
        amount, debit, credit = (debit if debit is not None else credit), None, None
    else:
        debit = credit = None
    money = {amount, debit, credit}
    labels = tuple(
        at for at, one in enumerate(names)
        if _LABEL.search(one) and at not in money and at not in days and not _REFERENCE.search(one)
    )  # fmt: skip
    labels = tuple(at for at in labels if any(row[at] for row in rows if at < len(row))) or labels
    reference = next((at for at, one in enumerate(names) if _REFERENCE.search(one) and at not in money), None)
    if day is None or not labels or (amount is None and debit is None):
        return None
    unique = reference if reference is not None and _tells_apart(rows, reference) else None
    return Columns(day=day, labels=labels[:3], amount=amount, debit=debit, credit=credit, reference=unique)


def name_heads(heads: Sequence[str]) -> tuple[str, ...]:
    """The heads as shown, each unlike the others: an empty one by its place, a repeated one with a number."""
    names: list[str] = []
    for place, head in enumerate(heads, start=1):
        name, again = head or str(place), 2
        while name in names:
            name, again = f"{head or place} ({again})", again + 1
        names.append(name)
    return tuple(names)


def _first(names: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((at for at, one in enumerate(names) if pattern.search(one) and not _DAY.search(one)), None)


def _tells_apart(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Whether a column of references is filled everywhere and never says the same twice."""
    said = [row[column] for row in rows if column < len(row)]
    return bool(said) and all(said) and len(set(said)) == len(said)
