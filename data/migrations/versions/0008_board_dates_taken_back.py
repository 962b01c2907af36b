"""A board date noted by mistake is taken back, or noted again, by a further entry: nothing is removed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "board_date_corrections",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("board_date_id", sa.Integer(), sa.ForeignKey("board_dates.id"), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
        sa.Column("actor_id", sa.Integer(), sa.ForeignKey("actors.id"), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
