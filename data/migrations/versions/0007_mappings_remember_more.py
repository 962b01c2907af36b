"""A saved mapping remembers more than columns and values: the table's headings, units, and totals kept."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mappings", sa.Column("reading", sa.JSON()))
