"""devis with their lines, lots, rights and marks; requests for quotes and the suppliers' links

Revision: 0013_quotes
Follows: 0012_finish3a
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base


revision = '0013_quotes'
down_revision = '0012_finish3a'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table('quote_criterion',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('design', 'printing', 'web', 'other', name='linekind', native_enum=False, length=20), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_quote_criterion_group_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quote_criterion'))
    )
    op.create_index(op.f('ix_quote_criterion_group_id'), 'quote_criterion', ['group_id'], unique=False)
    op.create_table('quote_request',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.Enum('design', 'printing', 'web', 'other', name='linekind', native_enum=False, length=20), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('message', sa.String(length=2000), nullable=False),
    sa.Column('copies', sa.String(length=120), nullable=False),
    sa.Column('deadline', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_quote_request_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_quote_request_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['version_id'], ['specification_version.id'], name=op.f('fk_quote_request_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quote_request'))
    )
    op.create_index(op.f('ix_quote_request_group_id'), 'quote_request', ['group_id'], unique=False)
    op.create_table('quote_invitation',
    sa.Column('request_id', sa.Uuid(), nullable=False),
    sa.Column('supplier_id', sa.Uuid(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('made_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('mailed_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('revoked_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['request_id'], ['quote_request.id'], name=op.f('fk_quote_invitation_request_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['supplier_id'], ['supplier.id'], name=op.f('fk_quote_invitation_supplier_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_quote_invitation')),
    sa.UniqueConstraint('request_id', 'supplier_id', name=op.f('uq_quote_invitation_request_id_supplier_id')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_quote_invitation_token_hash'))
    )
    op.create_index(op.f('ix_quote_invitation_supplier_id'), 'quote_invitation', ['supplier_id'], unique=False)
    op.create_table('devis',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('supplier_id', sa.Uuid(), nullable=False),
    sa.Column('invitation_id', sa.Uuid(), nullable=True),
    sa.Column('document_id', sa.Uuid(), nullable=True),
    sa.Column('commitment_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.Enum('design', 'printing', 'web', 'other', name='linekind', native_enum=False, length=20), nullable=False),
    sa.Column('label', sa.String(length=160), nullable=False),
    sa.Column('number', sa.String(length=60), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=True),
    sa.Column('rounding', sa.Enum('line', 'total', name='vatrounding', native_enum=False, length=10), nullable=False),
    sa.Column('state', sa.Enum('received', 'shortlisted', 'selected', 'refused', 'expired', name='devisstate', native_enum=False, length=20), nullable=False),
    sa.Column('note', sa.String(length=2000), nullable=False),
    sa.Column('reason', sa.String(length=1000), nullable=False),
    sa.Column('copies', sa.Integer(), nullable=True),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('decided_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_devis_commitment_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_devis_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['decided_by'], ['person.id'], name=op.f('fk_devis_decided_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['document_id'], ['budget_document.id'], name=op.f('fk_devis_document_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_devis_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['invitation_id'], ['quote_invitation.id'], name=op.f('fk_devis_invitation_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['supplier_id'], ['supplier.id'], name=op.f('fk_devis_supplier_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_devis')),
    sa.UniqueConstraint('commitment_id', name=op.f('uq_devis_commitment_id')),
    sa.UniqueConstraint('invitation_id', name=op.f('uq_devis_invitation_id')),
    sa.UniqueConstraint('supplier_id', 'number', name=op.f('uq_devis_supplier_id_number'))
    )
    op.create_index(op.f('ix_devis_group_id'), 'devis', ['group_id'], unique=False)
    op.create_table('devis_clause',
    sa.Column('devis_id', sa.Uuid(), nullable=False),
    sa.Column('clause', sa.String(length=40), nullable=False),
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('standing', sa.Enum('covered', 'missing', 'extra', name='clausestanding', native_enum=False, length=20), nullable=False),
    sa.Column('note', sa.String(length=300), nullable=False),
    sa.ForeignKeyConstraint(['devis_id'], ['devis.id'], name=op.f('fk_devis_clause_devis_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['version_id'], ['specification_version.id'], name=op.f('fk_devis_clause_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('devis_id', 'clause', name=op.f('pk_devis_clause'))
    )
    op.create_table('devis_line',
    sa.Column('devis_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('work', 'option', 'delivery', 'rights', name='pricekind', native_enum=False, length=20), nullable=False),
    sa.Column('label', sa.String(length=300), nullable=False),
    sa.Column('copies', sa.Integer(), nullable=False),
    sa.Column('quantity', sa.String(length=20), nullable=False),
    sa.Column('unit_price', sa.String(length=24), nullable=False),
    sa.Column('vat_bp', sa.Integer(), nullable=False),
    sa.Column('kept', sa.Boolean(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('copies >= 0 AND vat_bp >= 0', name=op.f('ck_devis_line_numbers')),
    sa.ForeignKeyConstraint(['devis_id'], ['devis.id'], name=op.f('fk_devis_line_devis_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_devis_line'))
    )
    op.create_index(op.f('ix_devis_line_devis_id'), 'devis_line', ['devis_id'], unique=False)
    op.create_table('devis_mark',
    sa.Column('devis_id', sa.Uuid(), nullable=False),
    sa.Column('criterion_id', sa.Uuid(), nullable=False),
    sa.Column('mark', sa.Integer(), nullable=False),
    sa.Column('note', sa.String(length=300), nullable=False),
    sa.CheckConstraint('mark BETWEEN 0 AND 5', name=op.f('ck_devis_mark_range')),
    sa.ForeignKeyConstraint(['criterion_id'], ['quote_criterion.id'], name=op.f('fk_devis_mark_criterion_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['devis_id'], ['devis.id'], name=op.f('fk_devis_mark_devis_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('devis_id', 'criterion_id', name=op.f('pk_devis_mark'))
    )
    op.create_table('devis_right',
    sa.Column('devis_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('extent', sa.String(length=160), nullable=False),
    sa.Column('destination', sa.String(length=160), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('duration', sa.String(length=80), nullable=False),
    sa.ForeignKeyConstraint(['devis_id'], ['devis.id'], name=op.f('fk_devis_right_devis_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('devis_id', 'position', name=op.f('pk_devis_right'))
    )
    op.create_table('devis_total',
    sa.Column('devis_id', sa.Uuid(), nullable=False),
    sa.Column('copies', sa.Integer(), nullable=False),
    sa.Column('net_cents', sa.BigInteger(), nullable=True),
    sa.Column('vat_cents', sa.BigInteger(), nullable=True),
    sa.Column('gross_cents', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['devis_id'], ['devis.id'], name=op.f('fk_devis_total_devis_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('devis_id', 'copies', name=op.f('pk_devis_total'))
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table('devis_total')
    op.drop_table('devis_right')
    op.drop_table('devis_mark')
    op.drop_index(op.f('ix_devis_line_devis_id'), table_name='devis_line')
    op.drop_table('devis_line')
    op.drop_table('devis_clause')
    op.drop_index(op.f('ix_devis_group_id'), table_name='devis')
    op.drop_table('devis')
    op.drop_index(op.f('ix_quote_invitation_supplier_id'), table_name='quote_invitation')
    op.drop_table('quote_invitation')
    op.drop_index(op.f('ix_quote_request_group_id'), table_name='quote_request')
    op.drop_table('quote_request')
    op.drop_index(op.f('ix_quote_criterion_group_id'), table_name='quote_criterion')
    op.drop_table('quote_criterion')
