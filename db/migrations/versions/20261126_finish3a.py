"""comments and the cahier des charges can be found; titles and accroches have a history; moments

Revision: 0012_finish3a
Follows: 0011_finish4
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0012_finish3a"
down_revision = "0011_finish4"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    # An empty index is filled when the server starts: so what could not be found before is in it.
    op.execute(sa.text("DELETE FROM find_entry"))
    op.create_table(
        "fiche_wording",
        sa.Column("fiche_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("accroche", sa.String(length=240), nullable=False),
        sa.Column("ended_at", db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ended_by"], ["person.id"], name=op.f("fk_fiche_wording_ended_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["fiche_id"], ["fiche.id"], name=op.f("fk_fiche_wording_fiche_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fiche_wording")),
    )
    op.create_index("ix_fiche_wording_fiche_ended", "fiche_wording", ["fiche_id", "ended_at"])
    op.create_table(
        "group_moment",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("at", db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("created_at", db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_group_moment_created_by"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_group_moment_group_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_moment")),
        sa.UniqueConstraint("group_id", "name", name=op.f("uq_group_moment_group_id_name")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("group_moment")
    op.drop_table("fiche_wording")
    # An older version does not know these kinds.
    op.execute(sa.text("DELETE FROM find_entry WHERE kind IN ('comment', 'specification')"))
