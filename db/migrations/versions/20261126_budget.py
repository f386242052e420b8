"""the budget's shared facts: envelope, suppliers, documents, commitments, invoices, payments and the chained ledger

Revision: 0010_budget
Follows: 0009_specification
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base


revision = '0010_budget'
down_revision = '0009_specification'
branch_labels = None
depends_on = None

# The removal of a whole group takes its entries along: by then the group's own row is gone.
WORDS = "an entry of the ledger cannot be changed or removed"


def _guard_sqlite() -> None:
    op.execute(
        "CREATE TRIGGER ledger_entry_kept_as_written BEFORE UPDATE ON ledger_entry "
        f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    )
    op.execute(
        "CREATE TRIGGER ledger_entry_kept BEFORE DELETE ON ledger_entry "
        'WHEN EXISTS (SELECT 1 FROM "group" WHERE id = OLD.group_id) '
        f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM \"group\" WHERE id = OLD.group_id) THEN "
        f"RETURN OLD; END IF; RAISE EXCEPTION '{WORDS}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_entry_kept BEFORE UPDATE OR DELETE ON ledger_entry "
        "FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change()"
    )


def upgrade() -> None:
    """Go forward."""
    op.create_table('budget_document',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('media_type', sa.String(length=80), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('byte_count', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('received_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('received_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_budget_document_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['received_by'], ['person.id'], name=op.f('fk_budget_document_received_by'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budget_document')),
    sa.UniqueConstraint('group_id', 'sha256', name=op.f('uq_budget_document_group_id_sha256'))
    )
    op.create_table('envelope',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('minimum_cents', sa.BigInteger(), nullable=False),
    sa.Column('maximum_cents', sa.BigInteger(), nullable=False),
    sa.Column('two_approvals_from_cents', sa.BigInteger(), nullable=False),
    sa.Column('source', sa.String(length=300), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('0 <= minimum_cents AND minimum_cents <= maximum_cents', name=op.f('ck_envelope_band')),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_envelope_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_envelope_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_envelope')),
    sa.UniqueConstraint('group_id', 'title', 'year', name=op.f('uq_envelope_group_id_title_year'))
    )
    op.create_index(op.f('ix_envelope_group_id'), 'envelope', ['group_id'], unique=False)
    op.create_table('ledger_entry',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('object_id', sa.Uuid(), nullable=False),
    sa.Column('label', sa.String(length=200), nullable=False),
    sa.Column('debit', sa.String(length=12), nullable=False),
    sa.Column('credit', sa.String(length=12), nullable=False),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('previous_hash', sa.String(length=64), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_ledger_entry_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ledger_entry')),
    sa.UniqueConstraint('group_id', 'number', name=op.f('uq_ledger_entry_group_id_number')),
    sqlite_autoincrement=True
    )
    op.create_table('ledger_head',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_ledger_head_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('group_id', name=op.f('pk_ledger_head'))
    )
    op.create_table('ledger_year',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('closed_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('closed_by', sa.Uuid(), nullable=True),
    sa.Column('last_number', sa.Integer(), nullable=False),
    sa.Column('seal', sa.String(length=64), nullable=False),
    sa.Column('reopened_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.ForeignKeyConstraint(['closed_by'], ['person.id'], name=op.f('fk_ledger_year_closed_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_ledger_year_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('group_id', 'year', name=op.f('pk_ledger_year'))
    )
    op.create_table('supplier',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=160), nullable=False),
    sa.Column('status', sa.Enum('liable', 'franchise', 'artist_author', name='supplierstatus', native_enum=False, length=20), nullable=False),
    sa.Column('withholding_exempt', sa.Boolean(), nullable=False),
    sa.Column('siret', sa.String(length=14), nullable=False),
    sa.Column('vat_number', sa.String(length=20), nullable=False),
    sa.Column('iban', sa.String(length=34), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('address', sa.String(length=300), nullable=False),
    sa.Column('invented', sa.Boolean(), nullable=False),
    sa.Column('archived_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_supplier_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_supplier')),
    sa.UniqueConstraint('group_id', 'name', name=op.f('uq_supplier_group_id_name'))
    )
    op.create_index(op.f('ix_supplier_group_id'), 'supplier', ['group_id'], unique=False)
    op.create_table('budget_line',
    sa.Column('envelope_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('design', 'printing', 'web', 'other', name='linekind', native_enum=False, length=20), nullable=False),
    sa.Column('label', sa.String(length=120), nullable=False),
    sa.Column('account', sa.String(length=12), nullable=False),
    sa.Column('minimum_cents', sa.BigInteger(), nullable=False),
    sa.Column('maximum_cents', sa.BigInteger(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('0 <= minimum_cents AND minimum_cents <= maximum_cents', name=op.f('ck_budget_line_band')),
    sa.ForeignKeyConstraint(['envelope_id'], ['envelope.id'], name=op.f('fk_budget_line_envelope_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_budget_line'))
    )
    op.create_index(op.f('ix_budget_line_envelope_id'), 'budget_line', ['envelope_id'], unique=False)
    op.create_table('commitment',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('line_id', sa.Uuid(), nullable=False),
    sa.Column('supplier_id', sa.Uuid(), nullable=False),
    sa.Column('label', sa.String(length=200), nullable=False),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('reason', sa.String(length=1000), nullable=False),
    sa.Column('state', sa.Enum('proposed', 'approved', 'cancelled', name='commitmentstate', native_enum=False, length=20), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('decided_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('cancelled_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('cancelled_by', sa.Uuid(), nullable=True),
    sa.Column('cancel_reason', sa.String(length=500), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('amount_cents > 0', name=op.f('ck_commitment_amount')),
    sa.ForeignKeyConstraint(['cancelled_by'], ['person.id'], name=op.f('fk_commitment_cancelled_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_commitment_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_commitment_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['line_id'], ['budget_line.id'], name=op.f('fk_commitment_line_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['supplier_id'], ['supplier.id'], name=op.f('fk_commitment_supplier_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commitment'))
    )
    op.create_index(op.f('ix_commitment_group_id'), 'commitment', ['group_id'], unique=False)
    op.create_index(op.f('ix_commitment_line_id'), 'commitment', ['line_id'], unique=False)
    op.create_index(op.f('ix_commitment_supplier_id'), 'commitment', ['supplier_id'], unique=False)
    op.create_table('commitment_approval',
    sa.Column('commitment_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_commitment_approval_commitment_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_commitment_approval_person_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('commitment_id', 'person_id', name=op.f('pk_commitment_approval'))
    )
    op.create_table('invoice',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('supplier_id', sa.Uuid(), nullable=False),
    sa.Column('line_id', sa.Uuid(), nullable=False),
    sa.Column('commitment_id', sa.Uuid(), nullable=True),
    sa.Column('document_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.Enum('invoice', 'deposit', 'credit_note', name='invoicekind', native_enum=False, length=20), nullable=False),
    sa.Column('number', sa.String(length=60), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('net_cents', sa.BigInteger(), nullable=False),
    sa.Column('vat_cents', sa.BigInteger(), nullable=False),
    sa.Column('gross_cents', sa.BigInteger(), nullable=False),
    sa.Column('side_cents', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.Enum('received', 'approved', 'refused', 'cancelled', name='invoicestate', native_enum=False, length=20), nullable=False),
    sa.Column('note', sa.String(length=1000), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('decided_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_invoice_commitment_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_invoice_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_invoice_decided_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['document_id'], ['budget_document.id'], name=op.f('fk_invoice_document_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_invoice_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['line_id'], ['budget_line.id'], name=op.f('fk_invoice_line_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['supplier_id'], ['supplier.id'], name=op.f('fk_invoice_supplier_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invoice')),
    sa.UniqueConstraint('supplier_id', 'number', name=op.f('uq_invoice_supplier_id_number'))
    )
    op.create_index(op.f('ix_invoice_commitment_id'), 'invoice', ['commitment_id'], unique=False)
    op.create_index(op.f('ix_invoice_group_id'), 'invoice', ['group_id'], unique=False)
    op.create_index(op.f('ix_invoice_line_id'), 'invoice', ['line_id'], unique=False)
    op.create_table('payment',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('invoice_id', sa.Uuid(), nullable=False),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('paid_on', sa.Date(), nullable=False),
    sa.Column('means', sa.Enum('transfer', 'cheque', 'card', 'cash', 'direct_debit', name='paymentmeans', native_enum=False, length=20), nullable=False),
    sa.Column('reference', sa.String(length=140), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('cancelled_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_payment_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_payment_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['invoice_id'], ['invoice.id'], name=op.f('fk_payment_invoice_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_payment'))
    )
    op.create_index(op.f('ix_payment_group_id'), 'payment', ['group_id'], unique=False)
    op.create_index(op.f('ix_payment_invoice_id'), 'payment', ['invoice_id'], unique=False)

    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f('ix_payment_invoice_id'), table_name='payment')
    op.drop_index(op.f('ix_payment_group_id'), table_name='payment')
    op.drop_table('payment')
    op.drop_index(op.f('ix_invoice_line_id'), table_name='invoice')
    op.drop_index(op.f('ix_invoice_group_id'), table_name='invoice')
    op.drop_index(op.f('ix_invoice_commitment_id'), table_name='invoice')
    op.drop_table('invoice')
    op.drop_table('commitment_approval')
    op.drop_index(op.f('ix_commitment_supplier_id'), table_name='commitment')
    op.drop_index(op.f('ix_commitment_line_id'), table_name='commitment')
    op.drop_index(op.f('ix_commitment_group_id'), table_name='commitment')
    op.drop_table('commitment')
    op.drop_index(op.f('ix_budget_line_envelope_id'), table_name='budget_line')
    op.drop_table('budget_line')
    op.drop_index(op.f('ix_supplier_group_id'), table_name='supplier')
    op.drop_table('supplier')
    op.drop_table('ledger_year')
    op.drop_table('ledger_head')
    op.drop_table('ledger_entry')
    op.drop_index(op.f('ix_envelope_group_id'), table_name='envelope')
    op.drop_table('envelope')
    op.drop_table('budget_document')
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION refuse_ledger_change()")
