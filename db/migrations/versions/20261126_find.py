"""the index of all words

Revision: 0006_find
Follows: 0005_decisions
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006_find"
down_revision = "0005_decisions"
branch_labels = None
depends_on = None

# The full-text index of each store follows the table by itself, inside the transaction that writes the table.
SQLITE = (
    """
    CREATE VIRTUAL TABLE find_index USING fts5(
        scope, folded_title, folded_body,
        content='find_entry', content_rowid='id', detail='column', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER find_entry_added AFTER INSERT ON find_entry BEGIN
        INSERT INTO find_index (rowid, scope, folded_title, folded_body)
        VALUES (new.id, new.scope, new.folded_title, new.folded_body);
    END
    """,
    """
    CREATE TRIGGER find_entry_removed AFTER DELETE ON find_entry BEGIN
        INSERT INTO find_index (find_index, rowid, scope, folded_title, folded_body)
        VALUES ('delete', old.id, old.scope, old.folded_title, old.folded_body);
    END
    """,
    """
    CREATE TRIGGER find_entry_changed AFTER UPDATE ON find_entry BEGIN
        INSERT INTO find_index (find_index, rowid, scope, folded_title, folded_body)
        VALUES ('delete', old.id, old.scope, old.folded_title, old.folded_body);
        INSERT INTO find_index (rowid, scope, folded_title, folded_body)
        VALUES (new.id, new.scope, new.folded_title, new.folded_body);
    END
    """,
)
POSTGRESQL = """
    CREATE INDEX ix_find_entry_words ON find_entry
    USING gin (to_tsvector('simple'::regconfig, folded_title || ' ' || folded_body))
"""


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "find_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("folded_title", sa.Text(), nullable=False),
        sa.Column("folded_body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_find_entry_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"], name=op.f("fk_find_entry_text_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_find_entry")),
        sa.UniqueConstraint("kind", "object_id", name=op.f("uq_find_entry_kind_object_id")),
    )
    op.create_index("ix_find_entry_text_id", "find_entry", ["text_id"])
    op.create_index("ix_find_entry_group_kind", "find_entry", ["group_id", "kind"])
    if op.get_bind().dialect.name == "sqlite":
        for statement in SQLITE:
            op.execute(statement)
    else:
        op.execute(POSTGRESQL)


def downgrade() -> None:
    """Go back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE find_index")
    op.drop_table("find_entry")
