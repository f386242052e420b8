"""spending: deposits, credit notes and payees of invoices; bank statements, rows and matches

Revision: 0013_spending
Follows: 0012_contributions
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0013_spending"
down_revision = "0012_contributions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("invoice") as table:
        table.add_column(sa.Column("deducted_cents", sa.BigInteger(), nullable=False, server_default="0"))
        table.add_column(sa.Column("deducted_net_cents", sa.BigInteger(), nullable=False, server_default="0"))
        table.add_column(sa.Column("corrects_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("over_reason", sa.String(length=500), nullable=False, server_default=""))
        table.add_column(sa.Column("warnings", sa.JSON(), nullable=False, server_default="[]"))
        table.create_foreign_key(
            op.f("fk_invoice_corrects_id"), "invoice", ["corrects_id"], ["id"], ondelete="SET NULL"
        )
        table.create_index(op.f("ix_invoice_corrects_id"), ["corrects_id"])
    with op.batch_alter_table("payment") as table:
        table.add_column(sa.Column("payee", sa.String(length=20), nullable=False, server_default="supplier"))
    op.create_table(
        "bank_statement",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("document_id", sa.Uuid(), nullable=False),
        sa.Column("account", sa.String(length=60), nullable=False),
        sa.Column("opening_cents", sa.BigInteger(), nullable=True),
        sa.Column("closing_cents", sa.BigInteger(), nullable=True),
        sa.Column("read_at", db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("read_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_bank_statement_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["budget_document.id"], name=op.f("fk_bank_statement_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["read_by"], ["person.id"], name=op.f("fk_bank_statement_read_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_statement")),
        sa.UniqueConstraint("group_id", "document_id", name=op.f("uq_bank_statement_group_id_document_id")),
    )
    op.create_table(
        "bank_row",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("statement_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("amount_cents", sa.BigInteger(), nullable=False),
        sa.Column("label", sa.String(length=300), nullable=False),
        sa.Column("reference", sa.String(length=140), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["group.id"], name=op.f("fk_bank_row_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["bank_statement.id"], name=op.f("fk_bank_row_statement_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bank_row")),
        sa.UniqueConstraint("group_id", "key", name=op.f("uq_bank_row_group_id_key")),
    )
    op.create_index(op.f("ix_bank_row_statement_id"), "bank_row", ["statement_id"])
    op.create_table(
        "bank_match",
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Enum("payment", "receipt", "aside", name="matchkind", native_enum=False, length=20), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("at", db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["row_id"], ["bank_row.id"], name=op.f("fk_bank_match_row_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_bank_match_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_bank_match")),
        sa.UniqueConstraint("kind", "object_id", name=op.f("uq_bank_match_kind_object_id")),
    )
    op.create_table(
        "bank_columns",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_bank_columns_group_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "signature", name=op.f("pk_bank_columns")),
    )


def downgrade() -> None:
    """Go back."""
    for name in ("bank_columns", "bank_match", "bank_row", "bank_statement"):
        op.drop_table(name)
    with op.batch_alter_table("payment") as table:
        table.drop_column("payee")
    with op.batch_alter_table("invoice") as table:
        table.drop_index(op.f("ix_invoice_corrects_id"))
        table.drop_constraint(op.f("fk_invoice_corrects_id"), type_="foreignkey")
        for name in ("warnings", "over_reason", "corrects_id", "deducted_net_cents", "deducted_cents"):
            table.drop_column(name)
