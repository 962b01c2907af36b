"""What publishing an upload would change, before anybody publishes it: rows, then figures, then statements."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from data import reads, writes
from data.framework import load_framework
from data.store import Store
from etl.figures import Figures
from etl.publish import estimate_row, live_figures, today
from metrics.changes import Change, StatusChange, figure_changes, status_changes


@dataclass(frozen=True)
class Rehearsal:
    """The effect of an upload. `rows` counts those of the upload, `replaced` those it would supersede."""

    rows: int
    replaced: int
    figures: list[Change]
    statuses: list[StatusChange]
    headline_before: str
    headline_after: str


class _Unwritten(Exception):
    """Carries the result out of a transaction that must leave no trace."""

    def __init__(self, result: Rehearsal):
        self.result = result


def rehearse(store: Store, upload_id: int, as_at: dt.date | None = None) -> Rehearsal:
    """Publish in a transaction that is then rolled back, and say what would have been different."""
    framework = load_framework()
    as_at = as_at or today()
    try:
        with store.write() as connection:
            latest = reads.latest_publication(connection)
            rows_before = reads.live_row_counts(connection)
            writes.mark_published(connection, [upload_id], writes.ensure_actor(connection, "rehearsal"))
            figures = live_figures(connection, framework, as_at)
            rows = reads.upload(connection, upload_id)["rows"]
            grown = sum(reads.live_row_counts(connection).values()) - sum(rows_before.values())
            raise _Unwritten(_compared(connection, latest, framework, figures, rows, max(0, rows - grown)))
    except _Unwritten as unwritten:
        return unwritten.result


def _compared(connection, latest, framework, figures: Figures, rows: int, replaced: int) -> Rehearsal:
    after = pd.DataFrame([estimate_row(estimate, framework) for estimate in figures.estimates])
    if latest is None:
        before, said = after.iloc[:0], pd.DataFrame(figures.statuses).iloc[:0]
    else:
        before = reads.estimates(connection, latest.id)
        said = reads.statuses(connection, latest.id)
    return Rehearsal(
        rows,
        replaced,
        figure_changes(before, after),
        status_changes(said, pd.DataFrame(figures.statuses)),
        latest.headline if latest else "",
        figures.headline,
    )
