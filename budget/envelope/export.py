"""Taking an envelope away: tables for a spreadsheet, the statement of the operation as a PDF."""

from __future__ import annotations

from uuid import UUID

from budget.envelope import desk, queries, rules, sources
from budget.envelope.operations import Act, Operation, list_operations
from budget.envelope.statement import make_statement
from budget.envelope.words import EnvelopeOperation as Op
from budget.envelope.words import EnvelopeView
from budget.ledger.queries import get_head
from budget.tables import Form, Money, Table, csv_file, xlsx_file
from db.models import Group
from db.session import reading
from workspace.fiches.queries import get_zone, group_today
from workspace.kernel.actor import Actor
from workspace.kernel.errors import NotFound
from workspace.kernel.handout import PDF, Handout
from workspace.kernel.messages import translate
from workspace.kernel.rights import Target, require

STATES = {
    Act.COMMITMENT: "budget-state",
    Act.INVOICE: "export-invoice",
    Act.PAYMENT: "export-means",
    Act.PLEDGE: "export-pledge",
    Act.CONTRIBUTION: "export-means",
    Act.FEE: "export-means",
    Act.IN_KIND: "in-kind-kind",
}


def export_envelope(actor: Actor, envelope_id: UUID, target: str, form: Form) -> Handout:
    """An envelope as `csv` (what happened), `xlsx` (lines, what happened, what was brought) or `pdf` (the statement).

    Raises NotFound for another target, or for an envelope that is not the group's.
    """
    require(rules.POLICIES[Op.EXPORT], actor, Target(group_id=actor.group_id))
    if target not in {"csv", "xlsx", "pdf"}:
        raise NotFound
    with reading() as session:
        row = queries.find_envelope(session, actor, envelope_id)
        zone = get_zone(session, row.group_id)
        today = group_today(session, row.group_id)
        view = desk.get_envelope(session, actor, row, today)
        happened = list_operations(session, row.id, zone)
        if target == "pdf":
            group = session.get_one(Group, row.group_id)
            data = make_statement(
                view, happened, group=group.name, today=today, head=get_head(session, row.group_id),
                language=actor.locale,
            )  # fmt: skip
            return Handout(name=f"releve-{view.year}.pdf", media_type=PDF, data=data)
        brought = sources.operations(session, row.group_id, row.id)
    stem = f"budget-{view.year}"
    if target == "csv":
        return csv_file(stem, _operations_table((*happened, *brought), "export-operations", actor.locale), form)
    tables = (
        _lines_table(view, actor.locale),
        _operations_table(happened, "export-operations", actor.locale),
        _operations_table(brought, "export-brought", actor.locale),
    )
    return xlsx_file(stem, tables, form)


def _operations_table(happened: tuple[Operation, ...], title: str, language: str) -> Table:
    names = ("date", "what", "line", "account", "supplier", "label", "state", "amount")
    return Table(
        translate(language, title),
        tuple(translate(language, f"export-{name}") for name in names),
        tuple(
            (
                one.day,
                translate(language, f"operation-{one.act.value.replace('_', '-')}"),
                one.line,
                one.account,
                one.supplier,
                one.label,
                state_word(one, language),
                Money(one.cents),
            )
            for one in happened
        ),
    )


def state_word(one: Operation, language: str) -> str:
    """The state of an operation, in a word."""
    return translate(language, f"{STATES[one.act]}-{one.state.replace('_', '-')}")


def _lines_table(view: EnvelopeView, language: str) -> Table:
    names = ("line", "account", "minimum", "maximum", "paid", "unpaid", "committed", "free-to-maximum")
    return Table(
        translate(language, "budget-lines"),
        tuple(translate(language, f"budget-{name}") for name in names),
        tuple(
            (
                one.label,
                one.account,
                Money(one.position.band.minimum_cents),
                Money(one.position.band.maximum_cents),
                Money(one.position.spending.paid_cents),
                Money(one.position.spending.unpaid_cents),
                Money(one.position.spending.committed_cents),
                Money(one.position.free_to_maximum_cents),
            )
            for one in view.lines
        ),
    )
