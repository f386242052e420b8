"""Use cases of the installation check."""

from __future__ import annotations

from pathlib import Path

from db.journal import record
from db.migrate import revisions
from db.models import Person
from db.session import reading, unit_of_work
from workspace.accounts.index_page import content_policy
from workspace.accounts.rules import POLICIES
from workspace.accounts.words import AccountsOperation as Op
from workspace.checkup import rules
from workspace.checkup.host import get_host_facts
from workspace.checkup.queries import get_store_facts
from workspace.checkup.words import CheckLine
from workspace.kernel.actor import Actor
from workspace.kernel.errors import RuleBroken
from workspace.kernel.mail import mail_is_set, send
from workspace.kernel.messages import translate
from workspace.kernel.rights import Target, require
from workspace.kernel.settings import settings


def check_installation(actor: Actor, *, index_path: Path) -> list[CheckLine]:
    """All points, in the order to read them. `index_path` is the installed index page of Streamlit."""
    require(POLICIES[Op.CHECK_INSTALLATION], actor, Target())
    with reading() as session:
        store = get_store_facts(session)
    current, head = revisions()
    hashes = content_policy(index_path.read_text(encoding="utf-8")).count("'sha256-")
    return rules.judge(store, get_host_facts(script_hashes=hashes), current=current, head=head)


def send_test_mail(actor: Actor) -> str:
    """Send a mail to the actor's own address, and to no other; gives that address.

    Raises RuleBroken: `error-mail-unset`, `installation-no-address`, or `error-mail-refused` when the mail server
    did not take it.
    """
    require(POLICIES[Op.CHECK_INSTALLATION], actor, Target())
    if not mail_is_set():
        raise RuleBroken("error-mail-unset")
    with unit_of_work() as session:
        to = session.get_one(Person, actor.person_id).email
        if not to:
            raise RuleBroken("installation-no-address")
        record(session, actor, Op.CHECK_INSTALLATION, kind="mail", object_id=actor.person_id)
    subject = translate(actor.locale, "mail-test-subject")
    body = translate(actor.locale, "mail-test-body", address=settings().base_url)
    if not send(to, subject, body):
        raise RuleBroken("error-mail-refused")
    return to
