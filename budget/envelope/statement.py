"""The statement of the operation as a PDF, for the Région or the general assembly: made by Typst from plain data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from babel.dates import format_date

from budget.envelope.operations import SPENT, Act, Operation
from budget.envelope.words import EnvelopeView, LineView, Position
from budget.ledger.words import Head
from budget.spending.words import CommitmentState
from workspace.kernel.messages import translate
from workspace.kernel.money import format_money
from workspace.publishing.pdf import typeset

TEMPLATE = Path(__file__).with_name("statement.typ")


def make_statement(
    view: EnvelopeView, happened: Sequence[Operation], *, group: str, today: date, head: Head, language: str
) -> bytes:
    """The PDF, in one of our languages, as of a day; `head` is how far the ledger goes, printed as proof."""
    words = _Words(language)
    proof = words.say("statement-proof", number=str(head.number), hash=head.hash) if head.number else ""
    made = {"group": group, "date": words.say("statement-date", date=words.day(today)), "proof": proof}
    return typeset(TEMPLATE, made | _said(view, happened, words), made_at=datetime.combine(today, time(), UTC))


class _Words:
    """Sentences, amounts and days of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        return translate(self.language, key, **values)

    def euros(self, cents: int) -> str:
        return format_money(cents, self.language)

    def day(self, value: date) -> str:
        return str(format_date(value, "d MMMM y", locale="fr_FR" if self.language == "fr" else "en_GB"))


def _said(view: EnvelopeView, happened: Sequence[Operation], words: _Words) -> dict[str, Any]:
    """Every word of the page but its head and its proof."""
    say, euros = words.say, words.euros
    position, labels = view.position, ("figures", "lines", "brought", "signed", "treasurer", "chair")
    funding = position.funding
    return {
        "lang": words.language,
        "title": say("statement-title"),
        "envelope": say("budget-envelope-of", title=view.title, year=str(view.year)),
        "source": say("budget-source-line", source=view.source) if view.source else "",
        "band": say(
            "statement-band",
            minimum=euros(position.band.minimum_cents),
            maximum=euros(position.band.maximum_cents),
        ),
        "said": say(
            f"budget-said-{position.standing.value}",
            taken=euros(position.spending.taken_cents),
            to_minimum=euros(position.free_to_minimum_cents),
            to_maximum=euros(position.free_to_maximum_cents),
            over=euros(-position.free_to_maximum_cents),
        ),
        "figures": [[say(key), euros(cents)] for key, cents in _figures(position)],
        "brought": [[say(key), euros(cents)] for key, cents in _brought(position)] if funding.pledged_cents else [],
        "in_kind": say("budget-said-in-kind", in_kind=euros(funding.in_kind_cents)) if funding.in_kind_cents else "",
        "lines": {
            "head": [say(f"budget-{name}") for name in ("line", "range", "taken", "paid")],
            "rows": [_line(one, words) for one in view.lines],
        },
        "operations": {
            act.value: [
                [words.day(one.day), one.supplier, one.label, euros(one.cents)]
                for one in happened
                if _counts(one, act)
            ]
            for act in SPENT
        },
        "heads": [say(f"export-{name}") for name in ("date", "supplier", "label", "amount")],
        "names": {act.value: say(f"statement-{act.value}") for act in SPENT},
        "vat": say("statement-vat"),
        "labels": {key: say(f"statement-{key}") for key in labels},
        "none": say("statement-none"),
    }


def _figures(position: Position) -> list[tuple[str, int]]:
    spending = position.spending
    return [
        ("budget-paid", spending.paid_cents),
        ("budget-unpaid", spending.unpaid_cents),
        ("budget-committed", spending.committed_cents),
        ("statement-taken", spending.taken_cents),
        ("budget-free-to-minimum", position.free_to_minimum_cents),
        ("budget-free-to-maximum", position.free_to_maximum_cents),
    ]


def _brought(position: Position) -> list[tuple[str, int]]:
    funding = position.funding
    return [
        ("statement-pledged", funding.pledged_cents),
        ("statement-received", funding.received_cents),
        ("statement-host", position.host_share_cents),
    ]


def _line(one: LineView, words: _Words) -> list[str]:
    band, spending = one.position.band, one.position.spending
    between = words.say(
        "budget-band", minimum=words.euros(band.minimum_cents), maximum=words.euros(band.maximum_cents)
    )
    return [
        f"{one.label} ({one.account})",
        between,
        words.euros(spending.taken_cents),
        words.euros(spending.paid_cents),
    ]


def _counts(one: Operation, act: Act) -> bool:
    """Commitments that wait or were cancelled bind nothing: they are not of the statement."""
    return one.act is act and (act is not Act.COMMITMENT or one.state == CommitmentState.APPROVED)
