"""Pure rules of the EPC QR code (EPC069-12, version 2): what it says of a transfer, and what is wrong with one.

segno draws the code and limits lengths; it checks neither the IBAN nor the amount's third decimal, so we do before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from budget.contributions.words import PayeeDraft, Transfer
from budget.quotes.identifiers import check_iban
from workspace.accounts.rules import clean_line
from workspace.kernel.errors import RuleBroken

HOLDER_LENGTH, TEXT_LENGTH = 70, 140
HIGHEST_CENTS = 99_999_999_999
# The standard's limit on the whole code, in bytes; what it leaves to the holder and the words at the least.
SIZE, ROOM = 331, 251
# Two bytes a letter, as accents take: the words keep 111, enough for a call's number and a name.
HOLDER_BYTES = 140
CHARSETS = tuple("12345678")
VERSIONS = ("001", "002")
BIC = re.compile(r"[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")
AMOUNT = re.compile(r"EUR[0-9]{1,9}(\.[0-9]{1,2})?")


def clean_bic(typed: str) -> str:
    """The BIC in capitals; nothing is allowed within the euro area. Raises RuleBroken `error-bic`."""
    kept = "".join(typed.split()).upper()
    if kept and not BIC.fullmatch(kept):
        raise RuleBroken("error-bic", typed=typed.strip())
    return kept


def clean_payee(draft: PayeeDraft) -> PayeeDraft:
    """The same account, checked. Raises RuleBroken: an empty field, `error-iban`, `error-bic`, `error-epc`."""
    holder = clean_line(draft.holder, maximum=HOLDER_LENGTH, field="holder")
    if len(holder.encode()) > HOLDER_BYTES:
        raise RuleBroken("error-epc", part="holder-long")
    return PayeeDraft(
        holder=holder,
        iban=check_iban(clean_line(draft.iban, field="iban")),
        bic=clean_bic(draft.bic),
        version=draft.version,
    )


def fit_words(words: str, holder: str) -> str:
    """The words a transfer carries, cut to what the code can hold beside this holder, never within a letter."""
    room = max(ROOM - len(holder.encode()), 0)
    return words[:TEXT_LENGTH].encode()[:room].decode(errors="ignore").strip()


def payload(transfer: Transfer) -> tuple[str, ...]:
    """The lines of the code, in UTF-8 (charset 1). Raises RuleBroken when one of them is wrong."""
    euros, cents = divmod(transfer.amount_cents, 100)
    lines = (
        "BCD",
        "002",
        "1",
        "SCT",
        clean_bic(transfer.bic),
        transfer.holder,
        check_iban(transfer.iban),
        f"EUR{euros}.{cents:02}",
        "",
        "",
        transfer.text,
    )
    check_payload(lines)
    return lines


def check_payload(lines: Sequence[str]) -> None:
    """Whether the lines of a code are one that a bank's application will read. Raises RuleBroken `error-epc`.

    The third line, the character set, is the one that published copies forget.
    """
    padded = [*lines, *[""] * (11 - len(lines))]
    tag, version, charset, service, bic, holder, iban, amount, purpose, reference, text = padded[:11]
    wrong = (
        (tag != "BCD" or service != "SCT" or version not in VERSIONS, "head"),
        (charset not in CHARSETS, "charset"),
        (not bic and version == "001", "bic"),
        (not 0 < len(holder) <= HOLDER_LENGTH, "holder"),
        (not AMOUNT.fullmatch(amount) or not 0 < _cents(amount) <= HIGHEST_CENTS, "amount"),
        (len(purpose) not in {0, 4}, "purpose"),
        (bool(reference) == bool(text) or len(text) > TEXT_LENGTH, "text"),
        (len("\n".join(lines).encode()) > SIZE, "size"),
    )
    for is_wrong, part in wrong:
        if is_wrong:
            raise RuleBroken("error-epc", part=part)
    check_iban(clean_line(iban, field="iban"))
    clean_bic(bic)


def _cents(amount: str) -> int:
    euros, _, cents = amount.removeprefix("EUR").partition(".")
    return int(euros) * 100 + int(cents.ljust(2, "0") or 0)
