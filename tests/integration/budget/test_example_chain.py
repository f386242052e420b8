"""The example holds one whole chain: adopted words, a request, answers, a choice, two approvals, an invoice paid."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from budget.envelope.words import LineKind
from budget.quotes import asking, queries
from budget.quotes.comparing import get_comparison
from budget.quotes.words import DevisState
from budget.spending.invoices import view_invoice, view_invoices
from db.models import CommitmentApproval
from db.session import reading
from tests.integration.welcome.test_first_visit import enter
from workspace.kernel.actor import Actor, Role
from workspace.specification import service as specifications
from workspace.specification.words import LinkKind
from workspace.welcome import service as welcome


@pytest.fixture
def treasurer(example_store: str) -> Actor:
    return enter(welcome.enter_example(Role.TREASURER, is_loopback=True))


def test_its_cahier_des_charges_is_adopted_sealed_and_says_why(treasurer: Actor) -> None:
    (line,) = specifications.view_desk(treasurer).lines
    view = specifications.view_specification(treasurer, line.specification_id)
    kinds = {one.kind for clause in view.clauses for one in clause.links}
    assert kinds == {LinkKind.FICHE, LinkKind.DECISION}
    version = specifications.view_version(treasurer, view.versions[0].version_id)
    assert (version.is_adopted, len(version.seal), len(version.voices)) == (True, 64, 6)


def test_its_requests_were_answered_and_one_waits(treasurer: Actor) -> None:
    desk = asking.view_requests(treasurer)
    assert desk.version_name
    assert [
        (one.kind, one.is_open, [link.devis_id is not None for link in one.invitations]) for one in desk.requests
    ] == [
        (LineKind.WEB, True, [False, False]),
        (LineKind.PRINTING, False, [True, True, True]),
        (LineKind.DESIGN, False, [True, True, True]),
    ]


def test_its_devis_are_read_against_the_adopted_version(treasurer: Actor) -> None:
    for kind in (LineKind.DESIGN, LineKind.PRINTING):
        with reading() as session:
            comparison = get_comparison(session, treasurer, kind, None)
        assert comparison.is_adopted
        assert len(comparison.compared) == 3
        for one in comparison.compared:
            assert "invent" in one.view.number
            assert one.clauses
            assert not any(judged.is_stale for judged in one.clauses.values())


def test_one_chain_goes_to_its_end(treasurer: Actor) -> None:
    with reading() as session:
        found = queries.list_devis(session, treasurer)
        chosen = next(one for one in found if one.kind is LineKind.DESIGN and one.state is DevisState.SELECTED)
        approvals = session.scalars(
            select(CommitmentApproval.person_id).where(CommitmentApproval.commitment_id == chosen.commitment_id)
        ).all()
    assert len(set(approvals)) == 2
    (line,) = view_invoices(treasurer).invoices
    invoice = view_invoice(treasurer, line.invoice_id)
    assert invoice.draft.commitment_id == chosen.commitment_id
    assert set(invoice.left.values()) == {0}
    assert len(invoice.payments) == 2
