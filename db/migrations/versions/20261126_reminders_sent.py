"""contributions: a reminder is a claim until its mails left

Revision: 0022_reminders_sent
Follows: 0021_rates
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0022_reminders_sent"
down_revision = "0021_rates"
branch_labels = None
depends_on = None

TABLES = ("call_reminder", "fee_reminder")


def upgrade() -> None:
    """Go forward: what was marked until now counts as sent when it was marked."""
    for name in TABLES:
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("sent_at", db.base.UtcDateTime(timezone=True), nullable=True))
        rows = sa.table(name, sa.column("at"), sa.column("sent_at"))
        op.execute(rows.update().values(sent_at=rows.c.at))


def downgrade() -> None:
    """Go back."""
    for name in TABLES:
        with op.batch_alter_table(name) as table:
            table.drop_column("sent_at")
