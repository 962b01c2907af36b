"""How far the live rows of each dataset reach."""

import datetime as dt

from sqlalchemy import Connection, func, select

from data.reads.live import SUPERSEDE_KEYS, live_rows, live_waves
from data.schema import unit_costs

# The column that dates a row, where it isn't the end of its period.
DATED_BY = {
    "attendance": "held_on", "commitments": "agreed_on", "insights": "heard_on", "network_ties": "asked_on",
    "coded_contacts": "taken_on",
}  # fmt: skip


def freshness(connection: Connection) -> dict[str, dt.date | None]:
    """The last day each dataset's live rows speak of; None where there are none. Unit costs have no dates."""
    latest: dict[str, dt.date | None] = {unit_costs.name: None}
    for table in SUPERSEDE_KEYS:
        if table is not unit_costs:
            column = live_rows(table).c[DATED_BY.get(table.name, "period_end")]
            latest[table.name] = connection.scalar(select(func.max(column)))
    for survey in ("citizen_survey", "leader_survey"):
        latest[survey] = connection.scalar(select(func.max(live_waves(survey).c.fieldwork_end)))
    return latest
