"""What earlier publications tell, in disclosure control's terms, and how publishing stops where they tell too much."""

from collections.abc import Collection

from sqlalchemy import Connection

from data import reads
from data.framework import Framework
from etl.estimate_rows import estimate_of
from etl.faults import fault
from metrics.disclosure import Disclosed, Earlier
from metrics.types import Estimate

NAMED = 5  # figures named in the fault; the rest are counted


class DisclosureFault(ValueError):
    """A figure that must be withheld stands in an earlier publication, or can be reckoned from them."""

    def __init__(self, disclosed: Disclosed, framework: Framework):
        places = dict.fromkeys(_place(each, framework) for each in disclosed.figures)
        named, more = list(places)[:NAMED], len(places) - NAMED
        said = "; ".join(named) + (f"; and {more} more" if more > 0 else "")
        self.fault = fault("disclosed_before", value="", figures=said)
        super().__init__(f"{self.fault.message} {self.fault.mend}")


def earlier_publications(connection: Connection, indicators: Collection[str]) -> list[Earlier]:
    """Every publication that can still be read, oldest first, with its figures of these indicators."""
    figures = reads.earlier_figures(connection, indicators)
    return [
        Earlier(
            frozenset(reads.publication_uploads_of(connection, number)),
            [estimate_of(row) for row in rows.to_dict("records")],
        )
        for number, rows in figures.groupby("publication_id", sort=True)
    ]


def _place(e: Estimate, framework: Framework) -> str:
    """Which figure, without its number."""
    group = f", {framework.group_name(e.group_dim, e.group_value)}" if e.group_dim else ""
    return f"{e.indicator} {framework.area_name(e.area)}{group}, {e.period.start} to {e.period.end}"
