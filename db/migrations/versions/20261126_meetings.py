"""meetings: agenda and minutes, who took part, actions, decisions, the next date

Revision: 0019_meetings
Follows: 0018_mend_contributions
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

import db.base

revision = "0019_meetings"
down_revision = "0018_mend_contributions"
branch_labels = None
depends_on = None


def _person(table: str, column: str, ondelete: str = "SET NULL") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["person.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _structure(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["structure_id"], ["structure.id"], name=op.f(f"fk_{table}_structure_id"), ondelete="SET NULL"
    )


def _meeting(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["meeting_id"], ["meeting.id"], name=op.f(f"fk_{table}_meeting_id"), ondelete="CASCADE"
    )


def _instant(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, db.base.UtcDateTime(timezone=True), nullable=nullable)


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "meeting",
        sa.Column("group_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        _instant("starts_at", nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("video", sa.String(length=500), nullable=False),
        _instant("next_at"),
        sa.Column("next_place", sa.String(length=200), nullable=False),
        _instant("created_at", nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        _instant("cancelled_at"),
        _instant("closed_at"),
        sa.Column("closed_by", sa.Uuid(), nullable=True),
        _instant("reopened_at"),
        sa.Column("reopened_by", sa.Uuid(), nullable=True),
        sa.Column("reopen_reason", sa.String(length=300), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["group.id"], name=op.f("fk_meeting_group_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"], name=op.f("fk_meeting_text_id"), ondelete="CASCADE"),
        _person("meeting", "created_by"),
        _person("meeting", "closed_by"),
        _person("meeting", "reopened_by"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("text_id", name=op.f("uq_meeting_text_id")),
    )
    op.create_index("ix_meeting_group_starts", "meeting", ["group_id", "starts_at"])
    op.create_table(
        "meeting_attendance",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("structure_id", sa.Uuid(), nullable=True),
        sa.Column(
            "presence",
            sa.Enum("present", "excused", "absent", name="presence", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("guest_name", sa.String(length=80), nullable=False),
        sa.Column("guest_role", sa.String(length=80), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        _meeting("meeting_attendance"),
        _person("meeting_attendance", "person_id", "CASCADE"),
        _structure("meeting_attendance"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_attendance")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_meeting_attendance_meeting_id_person_id")),
    )
    op.create_index(op.f("ix_meeting_attendance_person_id"), "meeting_attendance", ["person_id"])
    op.create_table(
        "meeting_action",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("structure_id", sa.Uuid(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        _instant("created_at", nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=True),
        _instant("done_at"),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _meeting("meeting_action"),
        _person("meeting_action", "person_id"),
        _person("meeting_action", "created_by"),
        _person("meeting_action", "done_by"),
        _structure("meeting_action"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_action")),
    )
    op.create_index(op.f("ix_meeting_action_meeting_id"), "meeting_action", ["meeting_id"])
    op.create_table(
        "meeting_decision",
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("proposal_id", sa.Uuid(), nullable=False),
        _meeting("meeting_decision"),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_meeting_decision_proposal_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting_id", "proposal_id", name=op.f("pk_meeting_decision")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("meeting_decision")
    op.drop_table("meeting_action")
    op.drop_table("meeting_attendance")
    op.drop_table("meeting")
