"""Reminders of fees to the people of a structure. Sent after the transaction, never inside."""

from __future__ import annotations

from datetime import date

from budget.adhesions.words import FeeLetter
from budget.contributions.mails import where
from budget.contributions.papers import spaced_iban
from workspace.kernel.clock import day_words
from workspace.kernel.mail import mail_is_set, send
from workspace.kernel.messages import translate
from workspace.kernel.money import format_money


def period_words(starts_on: date, ends_on: date, language: str) -> str:
    """A period of membership, in words."""
    return translate(language, "fee-period", first=day_words(starts_on, language), last=day_words(ends_on, language))


def words_of(letter: FeeLetter, language: str, name: str) -> tuple[str, str]:
    """(subject, words) of a reminder to somebody, in a language."""
    payee = letter.payee
    account = (
        translate(language, "mail-fee-account", holder=payee.holder, iban=spaced_iban(payee.iban))
        if payee.holder
        else translate(language, "mail-fee-no-account")
    )
    subject = translate(language, "mail-fee-subject", host=letter.host)
    body = translate(
        language,
        "mail-fee-body",
        name=name,
        structure=letter.structure,
        host=letter.host,
        period=period_words(letter.starts_on, letter.ends_on, language),
        amount=format_money(letter.left_cents, language),
        date=day_words(letter.due_on, language),
        account=account,
    )
    return subject, "\n\n".join([body, *where(language, "adhesions")])


def send_letter(letter: FeeLetter) -> int:
    """Write to each person of the structure; gives how many mails went out."""
    if not mail_is_set():
        return 0
    return sum(send(address, *words_of(letter, language, name)) for address, language, name in letter.people)
