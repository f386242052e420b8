"""contributions: a key says to which envelope it brings money

Revision: 0018_mend_contributions
Follows: 0017_mend_quotes
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018_mend_contributions"
down_revision = "0017_mend_quotes"
branch_labels = None
depends_on = None

# As keys were counted until now: by what they were read from, else on the group's latest envelope.
FILL = """
UPDATE funding_key SET envelope_id = COALESCE(
    (SELECT envelope.id FROM envelope WHERE envelope.id = funding_key.basis_id),
    (SELECT budget_line.envelope_id FROM commitment JOIN budget_line ON budget_line.id = commitment.line_id
      WHERE commitment.id = funding_key.basis_id),
    (SELECT envelope.id FROM envelope WHERE envelope.group_id = funding_key.group_id
      ORDER BY envelope.year DESC, envelope.title LIMIT 1)
)
"""


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("funding_key") as table:
        table.add_column(sa.Column("envelope_id", sa.Uuid(), nullable=True))
        table.create_foreign_key(
            op.f("fk_funding_key_envelope_id"), "envelope", ["envelope_id"], ["id"], ondelete="SET NULL"
        )
        table.create_index(op.f("ix_funding_key_envelope_id"), ["envelope_id"])
    op.execute(FILL)


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("funding_key") as table:
        table.drop_index(op.f("ix_funding_key_envelope_id"))
        table.drop_constraint(op.f("fk_funding_key_envelope_id"), type_="foreignkey")
        table.drop_column("envelope_id")
