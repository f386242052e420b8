"""the trame at work, the organisation of the presentation, credits of pictures

Revision: 0007_outline
Follows: 0006_find
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base

revision = '0007_outline'
down_revision = '0006_find'
branch_labels = None
depends_on = None


def _text(name: str, length: int, default: str = '') -> sa.Column:
    return sa.Column(name, sa.String(length=length), nullable=False, server_default=default)


# Columns are added in place: remaking a table that others point at would take their rows away on SQLite.
ADDED = (
    ('group', lambda: _text('organisation', 20, 'etape')),
    ('trame_question', lambda: _text('state', 20, 'kept')),
    ('trame_question', lambda: _text('own_text', 300)),
    ('trame_question', lambda: _text('own_text_en', 300)),
    ('picture', lambda: _text('credit', 200)),
    ('picture', lambda: _text('licence', 40)),
    ('picture', lambda: _text('source', 300)),
    ('picture', lambda: sa.Column('version', sa.Integer(), nullable=False, server_default='1')),
)


def upgrade() -> None:
    """Go forward."""
    for table, column in ADDED:
        op.add_column(table, column())
    op.create_table(
        'trame_descent',
        sa.Column('question_id', sa.Uuid(), nullable=False),
        sa.Column('from_id', sa.Uuid(), nullable=False),
        sa.Column('kind', sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ['question_id'], ['trame_question.id'], name=op.f('fk_trame_descent_question_id'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['from_id'], ['trame_question.id'], name=op.f('fk_trame_descent_from_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('question_id', 'from_id', name=op.f('pk_trame_descent')),
    )
    op.create_index(op.f('ix_trame_descent_from_id'), 'trame_descent', ['from_id'])
    op.create_table(
        'trame_variant',
        sa.Column('group_id', sa.Uuid(), nullable=False),
        sa.Column('name', sa.String(length=120), nullable=False),
        sa.Column('reason', sa.String(length=500), nullable=False),
        sa.Column('started_with', sa.Integer(), nullable=False),
        sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column('created_by', sa.Uuid(), nullable=True),
        sa.Column('structure_id', sa.Uuid(), nullable=True),
        sa.Column('adopted_at', db.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['created_by'], ['person.id'], name=op.f('fk_trame_variant_created_by'), ondelete='SET NULL'
        ),
        sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_trame_variant_group_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(
            ['structure_id'], ['structure.id'], name=op.f('fk_trame_variant_structure_id'), ondelete='SET NULL'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_trame_variant')),
    )
    op.create_index(op.f('ix_trame_variant_group_id'), 'trame_variant', ['group_id'])
    op.create_table(
        'trame_variant_line',
        sa.Column('variant_id', sa.Uuid(), nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.Column('text', sa.String(length=300), nullable=False),
        sa.Column('text_en', sa.String(length=300), nullable=False),
        sa.Column('etape_id', sa.Uuid(), nullable=True),
        sa.Column('is_aside', sa.Boolean(), nullable=False),
        sa.Column('id', sa.Uuid(), nullable=False),
        sa.Column('version', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['etape_id'], ['etape.id'], name=op.f('fk_trame_variant_line_etape_id'), ondelete='SET NULL'
        ),
        sa.ForeignKeyConstraint(
            ['variant_id'], ['trame_variant.id'], name=op.f('fk_trame_variant_line_variant_id'), ondelete='CASCADE'
        ),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_trame_variant_line')),
    )
    op.create_index(op.f('ix_trame_variant_line_variant_id'), 'trame_variant_line', ['variant_id'])
    op.create_table(
        'trame_variant_source',
        sa.Column('line_id', sa.Uuid(), nullable=False),
        sa.Column('question_id', sa.Uuid(), nullable=False),
        sa.Column('position', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ['line_id'], ['trame_variant_line.id'], name=op.f('fk_trame_variant_source_line_id'), ondelete='CASCADE'
        ),
        sa.ForeignKeyConstraint(
            ['question_id'],
            ['trame_question.id'],
            name=op.f('fk_trame_variant_source_question_id'),
            ondelete='CASCADE',
        ),
        sa.PrimaryKeyConstraint('line_id', 'question_id', name=op.f('pk_trame_variant_source')),
    )
    op.create_index(op.f('ix_trame_variant_source_question_id'), 'trame_variant_source', ['question_id'])


def downgrade() -> None:
    """Go back."""
    op.drop_table('trame_variant_source')
    op.drop_table('trame_variant_line')
    op.drop_table('trame_variant')
    op.drop_table('trame_descent')
    for table, column in reversed(ADDED):
        op.drop_column(table, column().name)
