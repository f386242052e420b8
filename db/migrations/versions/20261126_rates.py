"""rates: corrections of the dated table, what is withheld kept with its invoice, a bank row that settles several things

Revision: 0021_rates
Follows: 0020_candidates
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0021_rates"
down_revision = "0020_candidates"
branch_labels = None
depends_on = None

KINDS = (
    "artist", "artist_training", "old_age", "csg", "crds", "csg_base", "training", "urssaf_day",
    "vat_usual", "vat_middle", "vat_reduced", "vat_least",
)  # fmt: skip
# As what is withheld was worked out until now: hundredths of a percent, of how many of the fee.
WITHHELD = ((615, 10_000), (920, 9_825), (50, 9_825), (35, 10_000))


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "rate_correction",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Enum(*KINDS, name="ratekind", native_enum=False, length=20), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=False),
        sa.Column("at", db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", db.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("value >= 0 AND value <= 10000", name=op.f("ck_rate_correction_value")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["group.id"], name=op.f("fk_rate_correction_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_rate_correction_by"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"], ["person.id"], name=op.f("fk_rate_correction_withdrawn_by"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rate_correction")),
    )
    op.create_index(op.f("ix_rate_correction_group_id"), "rate_correction", ["group_id"])
    with op.batch_alter_table("devis") as table:
        table.add_column(sa.Column("artist_bp", sa.Integer(), nullable=False, server_default="110"))
    with op.batch_alter_table("invoice") as table:
        table.add_column(sa.Column("withheld_cents", sa.BigInteger(), nullable=False, server_default="0"))
    _fill_withheld()
    _match_parts()


def _fill_withheld() -> None:
    """What is withheld from each fee of an artist-author who showed no dispense."""
    bind = op.get_bind()
    invoice = sa.table("invoice", sa.column("id"), sa.column("net_cents"), sa.column("withheld_cents"))
    asked = sa.text(
        "SELECT invoice.id, invoice.net_cents FROM invoice JOIN supplier ON supplier.id = invoice.supplier_id"
        " WHERE supplier.status = 'artist_author' AND NOT supplier.withholding_exempt"
    )
    for one in bind.execute(asked).all():
        cents = sum(_half_up(one.net_cents * rate * base, 100_000_000) for rate, base in WITHHELD)
        bind.execute(sa.update(invoice).where(invoice.c.id == one.id).values(withheld_cents=cents))


def _half_up(value: int, scale: int) -> int:
    whole = (2 * abs(value) + scale) // (2 * scale)
    return whole if value >= 0 else -whole


def _match_parts() -> None:
    """What a row confirms becomes the key, the row no more: it may settle several things."""
    columns = (
        sa.column("kind", sa.String), sa.column("object_id", sa.Uuid), sa.column("row_id", sa.Uuid),
        sa.column("at", db.base.UtcDateTime(timezone=True)), sa.column("by", sa.Uuid),
    )  # fmt: skip
    matches = sa.table("bank_match", *columns)
    known = [dict(one._mapping) for one in op.get_bind().execute(sa.select(*columns).select_from(matches))]
    op.drop_table("bank_match")
    op.create_table(
        "bank_match",
        sa.Column("kind", sa.Enum("payment", "receipt", "fee", "aside", name="matchkind", native_enum=False, length=20), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("made", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("at", db.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["row_id"], ["bank_row.id"], name=op.f("fk_bank_match_row_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_bank_match_by"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("kind", "object_id", name=op.f("pk_bank_match")),
    )
    op.create_index(op.f("ix_bank_match_row_id"), "bank_match", ["row_id"])
    op.bulk_insert(matches, known)


def downgrade() -> None:
    """Go back; of a row that settles several things, one stays."""
    op.execute("DELETE FROM bank_match WHERE kind = 'fee'")
    op.execute(
        "DELETE FROM bank_match WHERE EXISTS (SELECT 1 FROM bank_match AS other"
        " WHERE other.row_id = bank_match.row_id AND other.object_id < bank_match.object_id)"
    )
    with op.batch_alter_table("bank_match") as table:
        table.drop_index(op.f("ix_bank_match_row_id"))
        table.drop_column("made")
    with op.batch_alter_table("invoice") as table:
        table.drop_column("withheld_cents")
    with op.batch_alter_table("devis") as table:
        table.drop_column("artist_bp")
    op.drop_table("rate_correction")
