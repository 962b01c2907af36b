"""Notes by people; the whole design of a wave and where its rows stood, which outlive the raw rows."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("subject", sa.String(64), nullable=False, index=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Integer(), sa.ForeignKey("actors.id"), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "wave_psus",
        sa.Column("weight_set_id", sa.Integer(), sa.ForeignKey("weight_sets.id"), primary_key=True),
        sa.Column("stratum", sa.String(32), primary_key=True),
        sa.Column("psu", sa.String(32), primary_key=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("w", sa.Float(), nullable=False),
    )
    op.add_column("waves", sa.Column("sheet", sa.String()))
    op.add_column("waves", sa.Column("first_row", sa.Integer()))
    op.add_column("waves", sa.Column("last_row", sa.Integer()))
