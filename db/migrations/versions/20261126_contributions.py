"""contributions and adhesions: keys, pledges, calls, receipts, what is in kind; memberships and their fees

Revision: 0012_contributions
Follows: 0011_quotes
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base


revision = '0012_contributions'
down_revision = '0011_quotes'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table('contribution_payee',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('holder', sa.String(length=70), nullable=False),
    sa.Column('iban', sa.String(length=34), nullable=False),
    sa.Column('bic', sa.String(length=11), nullable=False),
    sa.Column('changed_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('changed_by', sa.Uuid(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['changed_by'], ['person.id'], name=op.f('fk_contribution_payee_changed_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_contribution_payee_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('group_id', name=op.f('pk_contribution_payee'))
    )
    op.create_table('fee_rule',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('label', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.Enum('calendar', 'rolling', 'prorata', name='feekind', native_enum=False, length=20), nullable=False),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('first_month', sa.Integer(), nullable=False),
    sa.Column('months', sa.Integer(), nullable=False),
    sa.Column('archived_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('amount_cents >= 0', name=op.f('ck_fee_rule_amount')),
    sa.CheckConstraint('first_month BETWEEN 1 AND 12 AND months BETWEEN 1 AND 36', name=op.f('ck_fee_rule_period')),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_fee_rule_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fee_rule')),
    sa.UniqueConstraint('group_id', 'label', name=op.f('uq_fee_rule_group_id_label'))
    )
    op.create_table('funding_key',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('basis', sa.Enum('amount', 'envelope', 'commitment', 'devis', name='basis', native_enum=False, length=20), nullable=False),
    sa.Column('basis_id', sa.Uuid(), nullable=True),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.Enum('equal', 'weights', 'fixed', 'free', 'fiches', name='keykind', native_enum=False, length=20), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('note', sa.String(length=1000), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('amount_cents > 0', name=op.f('ck_funding_key_amount')),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_funding_key_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_funding_key_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_funding_key')),
    sa.UniqueConstraint('group_id', 'title', name=op.f('uq_funding_key_group_id_title'))
    )
    op.create_table('in_kind_method',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('hourly_cents', sa.BigInteger(), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('hourly_cents > 0', name=op.f('ck_in_kind_method_hourly')),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_in_kind_method_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_in_kind_method_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_in_kind_method')),
    sa.UniqueConstraint('group_id', 'from_on', name=op.f('uq_in_kind_method_group_id_from_on'))
    )
    op.create_table('funding_share',
    sa.Column('key_id', sa.Uuid(), nullable=False),
    sa.Column('structure_id', sa.Uuid(), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.Column('fixed_cents', sa.BigInteger(), nullable=True),
    sa.Column('share_cents', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['key_id'], ['funding_key.id'], name=op.f('fk_funding_share_key_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['structure_id'], ['structure.id'], name=op.f('fk_funding_share_structure_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('key_id', 'structure_id', name=op.f('pk_funding_share'))
    )
    op.create_table('in_kind',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('structure_id', sa.Uuid(), nullable=False),
    sa.Column('method_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('hours', 'service', 'goods', 'relief', name='inkindkind', native_enum=False, length=20), nullable=False),
    sa.Column('task', sa.String(length=200), nullable=False),
    sa.Column('who', sa.String(length=120), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('value_cents', sa.BigInteger(), nullable=False),
    sa.Column('valued_by', sa.String(length=300), nullable=False),
    sa.Column('state', sa.Enum('declared', 'validated', 'refused', 'cancelled', name='inkindstate', native_enum=False, length=20), nullable=False),
    sa.Column('declared_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('declared_by', sa.Uuid(), nullable=True),
    sa.Column('decided_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('value_cents > 0 AND minutes >= 0', name=op.f('ck_in_kind_value')),
    sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_in_kind_decided_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['declared_by'], ['person.id'], name=op.f('fk_in_kind_declared_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_in_kind_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['method_id'], ['in_kind_method.id'], name=op.f('fk_in_kind_method_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['structure_id'], ['structure.id'], name=op.f('fk_in_kind_structure_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_in_kind'))
    )
    op.create_index(op.f('ix_in_kind_group_id'), 'in_kind', ['group_id'], unique=False)
    op.create_table('membership',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('structure_id', sa.Uuid(), nullable=False),
    sa.Column('rule_id', sa.Uuid(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('cancelled_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('starts_on <= ends_on', name=op.f('ck_membership_period')),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_membership_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_membership_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['rule_id'], ['fee_rule.id'], name=op.f('fk_membership_rule_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['structure_id'], ['structure.id'], name=op.f('fk_membership_structure_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_membership'))
    )
    op.create_index(op.f('ix_membership_group_id'), 'membership', ['group_id'], unique=False)
    op.create_index(op.f('ix_membership_structure_id'), 'membership', ['structure_id'], unique=False)
    op.create_table('pledge',
    sa.Column('key_id', sa.Uuid(), nullable=False),
    sa.Column('structure_id', sa.Uuid(), nullable=False),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('note', sa.String(length=500), nullable=False),
    sa.Column('pledged_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('pledged_by', sa.Uuid(), nullable=True),
    sa.Column('withdrawn_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('amount_cents > 0', name=op.f('ck_pledge_amount')),
    sa.ForeignKeyConstraint(['key_id'], ['funding_key.id'], name=op.f('fk_pledge_key_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['pledged_by'], ['person.id'], name=op.f('fk_pledge_pledged_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['structure_id'], ['structure.id'], name=op.f('fk_pledge_structure_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pledge')),
    sa.UniqueConstraint('key_id', 'structure_id', name=op.f('uq_pledge_key_id_structure_id'))
    )
    op.create_index(op.f('ix_pledge_structure_id'), 'pledge', ['structure_id'], unique=False)
    op.create_table('contribution_call',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('pledge_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(length=20), nullable=False),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('holder', sa.String(length=70), nullable=False),
    sa.Column('iban', sa.String(length=34), nullable=False),
    sa.Column('bic', sa.String(length=11), nullable=False),
    sa.Column('message', sa.String(length=500), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('cancelled_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('amount_cents > 0', name=op.f('ck_contribution_call_amount')),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_contribution_call_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_contribution_call_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_contribution_call_pledge_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contribution_call')),
    sa.UniqueConstraint('group_id', 'number', name=op.f('uq_contribution_call_group_id_number'))
    )
    op.create_index(op.f('ix_contribution_call_pledge_id'), 'contribution_call', ['pledge_id'], unique=False)
    op.create_table('contribution_receipt',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('pledge_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(length=20), nullable=False),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('means', sa.Enum('transfer', 'cheque', 'card', 'cash', 'direct_debit', name='paymentmeans', native_enum=False, length=20), nullable=False),
    sa.Column('reference', sa.String(length=140), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('cancelled_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('amount_cents > 0', name=op.f('ck_contribution_receipt_amount')),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_contribution_receipt_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_contribution_receipt_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['pledge_id'], ['pledge.id'], name=op.f('fk_contribution_receipt_pledge_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contribution_receipt')),
    sa.UniqueConstraint('group_id', 'number', name=op.f('uq_contribution_receipt_group_id_number'))
    )
    op.create_index(op.f('ix_contribution_receipt_pledge_id'), 'contribution_receipt', ['pledge_id'], unique=False)
    op.create_table('fee',
    sa.Column('membership_id', sa.Uuid(), nullable=False),
    sa.Column('due_cents', sa.BigInteger(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('due_cents >= 0', name=op.f('ck_fee_due')),
    sa.ForeignKeyConstraint(['membership_id'], ['membership.id'], name=op.f('fk_fee_membership_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fee')),
    sa.UniqueConstraint('membership_id', name=op.f('uq_fee_membership_id'))
    )
    op.create_table('call_reminder',
    sa.Column('call_id', sa.Uuid(), nullable=False),
    sa.Column('days', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('by_mail', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['call_id'], ['contribution_call.id'], name=op.f('fk_call_reminder_call_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('call_id', 'days', name=op.f('pk_call_reminder'))
    )
    op.create_table('fee_receipt',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('fee_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(length=20), nullable=False),
    sa.Column('amount_cents', sa.BigInteger(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('means', sa.Enum('transfer', 'cheque', 'card', 'cash', 'direct_debit', name='paymentmeans', native_enum=False, length=20), nullable=False),
    sa.Column('reference', sa.String(length=140), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('cancelled_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('amount_cents > 0', name=op.f('ck_fee_receipt_amount')),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_fee_receipt_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['fee_id'], ['fee.id'], name=op.f('fk_fee_receipt_fee_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_fee_receipt_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_fee_receipt')),
    sa.UniqueConstraint('group_id', 'number', name=op.f('uq_fee_receipt_group_id_number'))
    )
    op.create_index(op.f('ix_fee_receipt_fee_id'), 'fee_receipt', ['fee_id'], unique=False)
    op.create_table('fee_reminder',
    sa.Column('fee_id', sa.Uuid(), nullable=False),
    sa.Column('days', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('by_mail', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['fee_id'], ['fee.id'], name=op.f('fk_fee_reminder_fee_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('fee_id', 'days', name=op.f('pk_fee_reminder'))
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table('fee_reminder')
    op.drop_index(op.f('ix_fee_receipt_fee_id'), table_name='fee_receipt')
    op.drop_table('fee_receipt')
    op.drop_table('call_reminder')
    op.drop_table('fee')
    op.drop_index(op.f('ix_contribution_receipt_pledge_id'), table_name='contribution_receipt')
    op.drop_table('contribution_receipt')
    op.drop_index(op.f('ix_contribution_call_pledge_id'), table_name='contribution_call')
    op.drop_table('contribution_call')
    op.drop_index(op.f('ix_pledge_structure_id'), table_name='pledge')
    op.drop_table('pledge')
    op.drop_index(op.f('ix_membership_structure_id'), table_name='membership')
    op.drop_index(op.f('ix_membership_group_id'), table_name='membership')
    op.drop_table('membership')
    op.drop_index(op.f('ix_in_kind_group_id'), table_name='in_kind')
    op.drop_table('in_kind')
    op.drop_table('funding_share')
    op.drop_table('in_kind_method')
    op.drop_table('funding_key')
    op.drop_table('fee_rule')
    op.drop_table('contribution_payee')
