"""comments and the cahier des charges can be found

Revision: 0010_finish3a
Follows: 0009_specification
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010_finish3a"
down_revision = "0009_specification"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    # An empty index is filled when the server starts: so what could not be found before is in it.
    op.execute(sa.text("DELETE FROM find_entry"))


def downgrade() -> None:
    """Go back."""
    # An older version does not know these kinds.
    op.execute(sa.text("DELETE FROM find_entry WHERE kind IN ('comment', 'specification')"))
