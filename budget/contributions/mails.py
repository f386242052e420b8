"""Letters of contributions to the people of a structure. Sent after the transaction, never inside."""

from __future__ import annotations

from budget.contributions.papers import spaced_iban, transfer_of, write_call
from budget.contributions.views import Letter
from workspace.kernel.clock import day_words
from workspace.kernel.mail import mail_is_set, send
from workspace.kernel.messages import translate
from workspace.kernel.money import format_money
from workspace.kernel.settings import settings


def words_of(letter: Letter, language: str, name: str) -> tuple[str, str]:
    """(subject, words) of a letter to somebody, in a language."""
    paper = letter.paper
    kind = "reminder" if letter.is_reminder else "call"
    values = {
        "number": paper.number,
        "group": paper.group,
        "title": paper.title,
        "structure": paper.structure,
        "amount": format_money(paper.left_cents, language),
        "date": day_words(paper.due_on, language),
        "holder": paper.payee.holder,
        "iban": spaced_iban(paper.payee.iban),
        "text": transfer_of(paper).text,
    }
    subject = translate(language, f"mail-{kind}-subject", number=paper.number, title=paper.title)
    body = translate(language, f"mail-{kind}-body", name=name, **values)
    return subject, "\n\n".join(
        [body, *([paper.message] if paper.message else []), *where(language, "contributions")]
    )


def where(language: str, page: str) -> list[str]:
    """The line that leads to a page of ours, where the installation knows its own address."""
    base = settings().base_url
    return [translate(language, "mail-where", link=f"{base}/{page}")] if base else []


def send_letter(letter: Letter) -> int:
    """Write to each person of the structure, with the call as PDF; gives how many mails went out."""
    if not mail_is_set():
        return 0
    sent = 0
    for address, language, name in letter.people:
        subject, body = words_of(letter, language, name)
        pdf = (f"{letter.paper.number}.pdf", write_call(letter.paper, language))
        sent += send(address, subject, body, pdf=pdf)
    return sent
