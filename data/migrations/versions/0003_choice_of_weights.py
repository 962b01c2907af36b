"""Whether a survey file's own weights are used, or weights made from the population."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("uploads", sa.Column("weights", sa.String(12), nullable=False, server_default="supplied"))
