"""how many files came through a supplier's link

Revision: 0017_mend_quotes
Follows: 0016_mend_spending
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


revision = '0017_mend_quotes'
down_revision = '0016_mend_spending'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.add_column('quote_invitation', sa.Column('file_count', sa.Integer(), nullable=False, server_default='0'))


def downgrade() -> None:
    """Go back."""
    op.drop_column('quote_invitation', 'file_count')
