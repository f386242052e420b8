"""the cahier des charges: its text, frozen versions and their voices; an adopted version takes no update

Revision: 0009_specification
Follows: 0008_lightness
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base


revision = '0009_specification'
down_revision = '0008_lightness'
branch_labels = None
depends_on = None

# What the removal of a person sets to nothing (frozen_by, adopted_by, person_id) is no part of what was adopted.
VERSION_COLUMNS = (
    "specification_id, number, title, language, clauses, said_hash, rule, frozen_at, adopted_at, approvals, seal"
)
WORDS = "an adopted version of a specification cannot be changed"


def _guard_sqlite() -> None:
    op.execute(
        f"CREATE TRIGGER specification_version_adopted BEFORE UPDATE OF {VERSION_COLUMNS} ON specification_version "
        f"WHEN OLD.adopted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    )
    op.execute(
        "CREATE TRIGGER specification_voice_adopted BEFORE UPDATE OF version_id, structure_id, at, stance, reason "
        "ON specification_voice WHEN (SELECT adopted_at FROM specification_version WHERE id = OLD.version_id) "
        f"IS NOT NULL BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_adopted_specification() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER specification_version_adopted BEFORE UPDATE OF {VERSION_COLUMNS} ON specification_version "
        "FOR EACH ROW WHEN (OLD.adopted_at IS NOT NULL) EXECUTE FUNCTION refuse_adopted_specification()"
    )
    op.execute(
        "CREATE FUNCTION refuse_adopted_voice() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN IF (SELECT adopted_at FROM specification_version WHERE id = OLD.version_id) IS NOT NULL THEN "
        f"RAISE EXCEPTION '{WORDS}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER specification_voice_adopted BEFORE UPDATE OF version_id, structure_id, at, stance, reason "
        "ON specification_voice FOR EACH ROW EXECUTE FUNCTION refuse_adopted_voice()"
    )


def upgrade() -> None:
    """Go forward."""
    op.create_table('specification',
    sa.Column('group_id', sa.Uuid(), nullable=False),
    sa.Column('text_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('created_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Uuid(), nullable=True),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['created_by'], ['person.id'], name=op.f('fk_specification_created_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['group_id'], ['group.id'], name=op.f('fk_specification_group_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['text_id'], ['text.id'], name=op.f('fk_specification_text_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_specification')),
    sa.UniqueConstraint('group_id', 'title', name=op.f('uq_specification_group_id_title')),
    sa.UniqueConstraint('text_id', name=op.f('uq_specification_text_id'))
    )
    op.create_table('specification_link',
    sa.Column('specification_id', sa.Uuid(), nullable=False),
    sa.Column('clause', sa.String(length=20), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('object_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['specification_id'], ['specification.id'], name=op.f('fk_specification_link_specification_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('specification_id', 'clause', 'kind', 'object_id', name=op.f('pk_specification_link'))
    )
    op.create_table('specification_version',
    sa.Column('specification_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=160), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('clauses', sa.JSON(), nullable=False),
    sa.Column('said_hash', sa.String(length=64), nullable=False),
    sa.Column('rule', sa.Enum('all', 'consent', name='adoptionrule', native_enum=False, length=20), nullable=False),
    sa.Column('frozen_at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('frozen_by', sa.Uuid(), nullable=True),
    sa.Column('adopted_at', db.base.UtcDateTime(timezone=True), nullable=True),
    sa.Column('adopted_by', sa.Uuid(), nullable=True),
    sa.Column('approvals', sa.JSON(), nullable=False),
    sa.Column('seal', sa.String(length=64), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['adopted_by'], ['person.id'], name=op.f('fk_specification_version_adopted_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['frozen_by'], ['person.id'], name=op.f('fk_specification_version_frozen_by'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['specification_id'], ['specification.id'], name=op.f('fk_specification_version_specification_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_specification_version')),
    sa.UniqueConstraint('specification_id', 'number', name=op.f('uq_specification_version_specification_id_number'))
    )
    op.create_table('specification_need',
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('structure_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['structure_id'], ['structure.id'], name=op.f('fk_specification_need_structure_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['version_id'], ['specification_version.id'], name=op.f('fk_specification_need_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('version_id', 'structure_id', name=op.f('pk_specification_need'))
    )
    op.create_table('specification_voice',
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('structure_id', sa.Uuid(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.Column('at', db.base.UtcDateTime(timezone=True), nullable=False),
    sa.Column('stance', sa.Enum('approved', 'objection', name='stance', native_enum=False, length=20), nullable=False),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_specification_voice_person_id'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['structure_id'], ['structure.id'], name=op.f('fk_specification_voice_structure_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['version_id'], ['specification_version.id'], name=op.f('fk_specification_voice_version_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_specification_voice')),
    sa.UniqueConstraint('version_id', 'structure_id', name=op.f('uq_specification_voice_version_id_structure_id'))
    )

    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def downgrade() -> None:
    """Go back."""
    op.drop_table('specification_voice')
    op.drop_table('specification_need')
    op.drop_table('specification_version')
    op.drop_table('specification_link')
    op.drop_table('specification')
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION refuse_adopted_specification()")
        op.execute("DROP FUNCTION refuse_adopted_voice()")
