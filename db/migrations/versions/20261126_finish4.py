"""when those who are awaited on a version of the cahier des charges were last written to

Revision: 0011_finish4
Follows: 0010_budget
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base


revision = '0011_finish4'
down_revision = '0010_budget'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward. In place: remaking the table on SQLite would lose the triggers that guard adopted versions."""
    op.add_column('specification_version', sa.Column('reminded_at', db.base.UtcDateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go back."""
    op.drop_column('specification_version', 'reminded_at')
