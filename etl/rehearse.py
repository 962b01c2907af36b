"""What publishing an upload would change, before anybody publishes it: rows, then figures, then statements."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from data import reads, writes
from data.framework import load_framework
from data.store import Store
from etl.figures import Figures
from etl.publish import estimate_row, live_figures, today
from metrics.changes import (
    Change,
    Restated,
    StatusChange,
    figure_changes,
    headline_changes,
    restated_figures,
    status_changes,
)


@dataclass(frozen=True)
class Rehearsal:
    """The effect of an upload on publication `seen`, the newest when it was rehearsed (0: none yet)."""

    seen: int
    rows: reads.RowChanges
    figures: list[Change]
    restated: list[Restated]
    statuses: list[StatusChange]
    headlines: list[StatusChange]
    headline_before: str
    headline_after: str


class _Unwritten(Exception):
    """Carries the result out of a transaction that must leave no trace."""

    def __init__(self, result: Rehearsal):
        self.result = result


def rehearse(store: Store, upload_id: int, as_at: dt.date | None = None) -> Rehearsal:
    """Publish in a transaction that is then rolled back, and say what would have been different.

    ValueError for an upload that is not staged; DisclosureFault and WeighingFault as publishing raises them.
    """
    framework = load_framework()
    as_at = as_at or today()
    try:
        with store.write() as connection:
            latest = reads.latest_publication(connection)
            writes.mark_published(connection, [upload_id], writes.ensure_actor(connection, "rehearsal"))
            figures = live_figures(connection, framework, as_at)
            rows = reads.row_changes(connection, upload_id)
            raise _Unwritten(_compared(connection, latest, framework, figures, rows))
    except _Unwritten as unwritten:
        return unwritten.result


def _compared(connection, latest, framework, figures: Figures, rows: reads.RowChanges) -> Rehearsal:
    after = pd.DataFrame([estimate_row(estimate, framework) for estimate in figures.estimates])
    if latest is None:
        before, said = after.iloc[:0], pd.DataFrame(figures.statuses).iloc[:0]
    else:
        before = reads.estimates(connection, latest.id)
        said = reads.statuses(connection, latest.id)
    says = pd.DataFrame(figures.statuses)
    return Rehearsal(
        latest.number if latest else 0,
        rows,
        figure_changes(before, after),
        restated_figures(before, after),
        status_changes(said, says),
        headline_changes(said, says),
        latest.headline if latest else "",
        figures.headline,
    )
