"""Longer kinds of statement: `counterfactual` has fourteen letters."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("statuses") as statuses:
        statuses.alter_column("kind", existing_type=sa.String(12), type_=sa.String(24), existing_nullable=False)
