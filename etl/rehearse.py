"""What publishing an upload would change, before anybody publishes it: rows, then figures, then statements."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from data import reads, writes
from data.framework import load_framework
from data.framework.changed import changed_definitions
from data.store import Store
from etl.estimate_rows import estimate_row
from etl.figures import Figures, Progress, silent
from etl.publish import live_figures, today
from metrics.changes import Change, Restated, StatusChange, differences


@dataclass(frozen=True)
class Rehearsal:
    """The effect of an upload on publication `seen`, the newest when it was rehearsed (0: none yet)."""

    seen: int
    rows: reads.RowChanges
    figures: tuple[Change, ...]
    restated: tuple[Restated, ...]
    statuses: tuple[StatusChange, ...]
    headlines: tuple[StatusChange, ...]
    headline_before: str
    headline_after: str


class _Unwritten(Exception):
    """Carries the result out of a transaction that must leave no trace."""

    def __init__(self, result: Rehearsal):
        self.result = result


def rehearse(
    store: Store, upload_id: int, as_at: dt.date | None = None, progress: Progress = silent
) -> Rehearsal:
    """Publish in a transaction that is then rolled back, and say what would have been different.

    ValueError for an upload that is not staged; DisclosureFault and WeighingFault as publishing raises them.
    """
    framework = load_framework()
    as_at = as_at or today()
    try:
        with store.write() as connection:
            latest = reads.latest_publication(connection)
            writes.mark_published(connection, [upload_id], writes.ensure_actor(connection, "rehearsal"))
            figures = live_figures(connection, framework, as_at, progress)
            rows = reads.row_changes(connection, upload_id)
            raise _Unwritten(_compared(connection, latest, framework, figures, rows))
    except _Unwritten as unwritten:
        return unwritten.result


def _compared(connection, latest, framework, figures: Figures, rows: reads.RowChanges) -> Rehearsal:
    after = pd.DataFrame([estimate_row(estimate, framework) for estimate in figures.estimates])
    says = pd.DataFrame(figures.statuses)
    before, said, definitions = after.iloc[:0], says.iloc[:0], {}
    if latest is not None:
        before, said = reads.estimates(connection, latest.id), reads.statuses(connection, latest.id)
        definitions = changed_definitions(reads.frozen_framework(connection, latest.id), framework)
    found = differences((before, after), (said, says), definitions)
    return Rehearsal(
        latest.number if latest else 0,
        rows,
        found.figures,
        found.restated,
        found.statements,
        found.headlines,
        latest.headline if latest else "",
        figures.headline,
    )
