"""mend spending: who raised an envelope's threshold of two approvals, and from how much

Revision: 0016_mend_spending
Follows: 0015_spending
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016_mend_spending"
down_revision = "0015_spending"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("envelope") as table:
        table.add_column(sa.Column("raised_by", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("raised_from_cents", sa.BigInteger(), nullable=True))
        table.create_foreign_key(op.f("fk_envelope_raised_by"), "person", ["raised_by"], ["id"], ondelete="SET NULL")


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("envelope") as table:
        table.drop_constraint(op.f("fk_envelope_raised_by"), type_="foreignkey")
        table.drop_column("raised_from_cents")
        table.drop_column("raised_by")
