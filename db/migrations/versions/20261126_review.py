"""the review of fiches

Revision: 0002_review
Follows: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base


revision = '0002_review'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table('review_round',
    sa.Column('fiche_id', sa.Uuid(), nullable=False),
    sa.Column('scope', sa.Enum('concerned', 'all', name='reviewscope', native_enum=False, length=20), nullable=False),
    sa.Column('state', sa.Enum('open', 'approved', 'closed', name='roundstate', native_enum=False, length=20), nullable=False),
    sa.Column('note', sa.String(length=300), nullable=False),
    sa.Column('asked_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('asked_by', sa.Uuid(), nullable=True),
    sa.Column('approved_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('reopened_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('reopened_by', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['asked_by'], ['person.id'], name=op.f('fk_review_round_asked_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['fiche_id'], ['fiche.id'], name=op.f('fk_review_round_fiche_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['reopened_by'], ['person.id'], name=op.f('fk_review_round_reopened_by'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_round'))
    )
    with op.batch_alter_table('review_round', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_round_fiche_id'), ['fiche_id'], unique=False)

    op.create_table('review_need',
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('structure_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['round_id'], ['review_round.id'], name=op.f('fk_review_need_round_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['structure_id'], ['structure.id'], name=op.f('fk_review_need_structure_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('round_id', 'structure_id', name=op.f('pk_review_need'))
    )
    op.create_table('review_voice',
    sa.Column('round_id', sa.Uuid(), nullable=False),
    sa.Column('structure_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.Column('at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('decision', sa.Enum('approved', 'changes', name='decision', native_enum=False, length=20), nullable=False),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('seq', sa.BigInteger(), nullable=False),
    sa.Column('said_hash', sa.String(length=64), nullable=False),
    sa.Column('seen', sa.JSON(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_review_voice_person_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['round_id'], ['review_round.id'], name=op.f('fk_review_voice_round_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['structure_id'], ['structure.id'], name=op.f('fk_review_voice_structure_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_voice')),
    sa.UniqueConstraint('round_id', 'structure_id', name=op.f('uq_review_voice_round_id_structure_id'))
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table('review_voice')
    op.drop_table('review_need')
    with op.batch_alter_table('review_round', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_review_round_fiche_id'))

    op.drop_table('review_round')
