"""Use cases of the documents received."""

from __future__ import annotations

from uuid import UUID

from budget.bank import rules as bank_rules
from budget.bank.words import BankOperation
from budget.documents import queries, rules, store
from budget.documents.words import DocumentFile
from budget.documents.words import DocumentOperation as Op
from db.journal import record
from db.session import reading, unit_of_work
from workspace.kernel.actor import Actor
from workspace.kernel.rights import Target, require


def keep_file(actor: Actor, name: str, content: bytes) -> UUID:
    """Keep a file before anything reads it, so that it is there whatever the reading says; gives its id.

    Raises RuleBroken `error-document-empty`, `error-document-large`.
    """
    require(rules.POLICIES[Op.KEEP], actor, Target(group_id=actor.group_id))
    with unit_of_work() as session:
        document_id = store.keep_document(session, actor, name=name, content=content)
        record(session, actor, Op.KEEP, kind="budget_document", object_id=document_id, label=name)
        return document_id


def view_document(actor: Actor, document_id: UUID) -> DocumentFile:
    """A document as it was received, byte for byte. Raises NotFound.

    The file of a devis is for whoever takes part in the choice. A bank statement, an invoice, and a file that nothing
    names yet carry bank accounts: they are for who may see the bank. Raises NotAllowed for others.
    """
    group = Target(group_id=actor.group_id)
    require(rules.POLICIES[Op.VIEW], actor, group)
    with reading() as session:
        file = queries.get_document(session, actor, document_id)
        if queries.is_for_treasury(session, document_id):
            require(bank_rules.POLICIES[BankOperation.VIEW], actor, group)
        return file
