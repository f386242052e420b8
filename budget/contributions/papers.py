"""Letters and receipts as PDF: made from plain values, with tags for screen readers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import segno

from budget.contributions import epc
from budget.contributions.views import CallPaper, ReceiptPaper
from budget.contributions.words import Transfer
from workspace.kernel.dates import long_day
from workspace.kernel.messages import translate
from workspace.kernel.money import format_money
from workspace.publishing.pdf import typeset

TEMPLATE = Path(__file__).with_name("paper.typ")
IBAN_GROUP = 4


def spaced_iban(iban: str) -> str:
    """An IBAN in groups of four, as it is printed."""
    return " ".join(iban[at : at + IBAN_GROUP] for at in range(0, len(iban), IBAN_GROUP))


def transfer_of(paper: CallPaper) -> Transfer:
    """What a call asks a bank to do; the words a bank shows begin with the call's number."""
    text = epc.fit_words(f"{paper.number} {paper.structure}", paper.payee.holder)
    return Transfer(
        holder=paper.payee.holder,
        iban=paper.payee.iban,
        bic=paper.payee.bic,
        amount_cents=paper.left_cents,
        text=text,
    )


def draw_code(transfer: Transfer) -> str:
    """The EPC QR code as SVG: level M, version 13 at most, as the standard wants. Raises RuleBroken `error-epc`."""
    data = "\n".join(epc.payload(transfer)).encode()
    code = segno.make_qr(data, error="m", boost_error=False, encoding="utf-8")
    out = io.BytesIO()
    code.save(out, kind="svg", scale=4, border=4, xmldecl=False, svgns=True)
    return out.getvalue().decode()


def write_call(paper: CallPaper, language: str) -> bytes:
    """The letter that asks a structure for its contribution; without a code once everything was paid."""

    def t(key: str, **values: object) -> str:
        return translate(language, key, **values)

    lines = [
        (t("call-for"), paper.title),
        (t("call-amount"), format_money(paper.amount_cents, language)),
        (t("call-due"), long_day(paper.due_on, language)),
        (t("payee-holder"), paper.payee.holder),
        (t("payee-iban"), spaced_iban(paper.payee.iban)),
        *([(t("payee-bic"), paper.payee.bic)] if paper.payee.bic else []),
        (t("call-text"), transfer_of(paper).text),
    ]
    if paper.already_cents:
        lines[2:2] = [
            (t("call-already"), format_money(paper.already_cents, language)),
            (t("call-left"), format_money(paper.left_cents, language)),
        ]
    return _compiled(
        language,
        group=paper.group,
        title=t("call-title", number=paper.number),
        about=t("call-about", structure=paper.structure, date=long_day(paper.issued_on, language)),
        said=t(
            "call-said", structure=paper.structure, title=paper.title, amount=format_money(paper.left_cents, language)
        ),
        words=paper.message,
        lines=lines,
        code=draw_code(transfer_of(paper)) if paper.left_cents > 0 else "",
        code_words=t("call-code"),
        foot=t("call-foot"),
    )


def write_receipt(paper: ReceiptPaper, language: str) -> bytes:
    """What a structure keeps of what it paid. It is no receipt for taxes, and says so."""

    def t(key: str, **values: object) -> str:
        return translate(language, key, **values)

    draft = paper.draft
    lines = [
        (t("receipt-for"), paper.for_what),
        (t("receipt-amount"), format_money(draft.amount_cents, language)),
        (t("receipt-day"), long_day(draft.received_on, language)),
        (t("receipt-means"), t(f"contribution-means-{draft.means.value.replace('_', '-')}")),
        *([(t("receipt-reference"), draft.reference)] if draft.reference else []),
    ]
    said = t(
        "receipt-said",
        host=paper.host,
        structure=paper.structure,
        amount=format_money(draft.amount_cents, language),
        date=long_day(draft.received_on, language),
    )
    return _compiled(
        language,
        group=paper.group,
        title=t("receipt-title", number=paper.number),
        about=t("receipt-about", structure=paper.structure),
        said=t("receipt-cancelled") if paper.is_cancelled else said,
        words="",
        lines=lines,
        code="",
        code_words="",
        foot=t("receipt-foot"),
    )


def _compiled(language: str, *, lines: Sequence[tuple[str, str]], **said: str) -> bytes:
    data: dict[str, Any] = {"lang": language, "lines": [list(line) for line in lines], **said}
    return typeset(TEMPLATE, data)
