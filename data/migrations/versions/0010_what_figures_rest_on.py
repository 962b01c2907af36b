"""What each part of a publication was made from, so that the next one takes over what did not change."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("publications", sa.Column("rests_on", sa.JSON()))
