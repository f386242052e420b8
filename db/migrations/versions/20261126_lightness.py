"""word targets of a group

Revision: 0008_lightness
Follows: 0007_outline
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = '0008_lightness'
down_revision = '0007_outline'
branch_labels = None
depends_on = None

COUNTS = (
    "title_target",
    "title_limit",
    "accroche_target",
    "accroche_limit",
    "recto_target",
    "recto_limit",
    "verso_target",
    "verso_limit",
    "sentence_recto",
    "sentence_verso",
    "ease",
)


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "fiche_targets",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in COUNTS),
        sa.Column("paper", sa.Enum("a4", "a5", name="paper", native_enum=False, length=20), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_fiche_targets_group_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_fiche_targets")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("fiche_targets")
