"""decisions: structures that stand for the group

Revision: 0020_candidates
Follows: 0019_meetings
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0020_candidates"
down_revision = "0019_meetings"
branch_labels = None
depends_on = None

STATES = ("candidate", "admitted", "refused", "withdrawn")


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "candidate",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("legal_form", sa.String(length=120), nullable=False),
        sa.Column("presentation", sa.Text(), nullable=False),
        sa.Column("motive", sa.Text(), nullable=False),
        sa.Column("presented_by", sa.Uuid(), nullable=True),
        sa.Column("presenter_id", sa.Uuid(), nullable=True),
        sa.Column("presented_at", db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Enum(*STATES, name="candidatestate", native_enum=False, length=24), nullable=False),
        sa.Column("settled_at", db.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("structure_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["group.id"], name=op.f("fk_candidate_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["presented_by"], ["person.id"], name=op.f("fk_candidate_presented_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["presenter_id"], ["structure.id"], name=op.f("fk_candidate_presenter_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["structure_id"], ["structure.id"], name=op.f("fk_candidate_structure_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidate")),
    )
    op.create_index(op.f("ix_candidate_group_id"), "candidate", ["group_id"])


def downgrade() -> None:
    """Go back."""
    op.drop_index(op.f("ix_candidate_group_id"), table_name="candidate")
    op.drop_table("candidate")
