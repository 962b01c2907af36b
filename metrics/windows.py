"""Stretches of time to answer for, and which dated rows fall into each."""

import datetime as dt

import numpy as np
import pandas as pd

from metrics.types import Period

_FREQUENCY = {"month": "M", "quarter": "Q"}
_BEGINNING = pd.Timestamp(1900, 1, 1)


def windows(every: str, reach: str | int, first: dt.date, last: dt.date, as_at: dt.date) -> pd.DataFrame:
    """One row a complete month or quarter from `first` to `last`: `period`, `since` and `until`.

    `reach` says which rows count: "own" those of the month or quarter itself, "to_date" all up to its
    end, a number those of that many months up to its end (12: a rolling year). A month or quarter that
    `as_at` cuts short is left out, because half a month reads as a fall. Calendar quarters are also the
    quarters of the April financial year.
    """
    frequency = _FREQUENCY[every]
    spans = pd.period_range(pd.Period(first, frequency), pd.Period(last, frequency), freq=frequency)
    spans = [span for span in spans if span.end_time.date() <= as_at]
    periods, since = [], []
    for span in spans:
        start, end = span.start_time, span.end_time.date()
        kind = every
        if isinstance(reach, int):
            start = (pd.Period(end, "M") - (reach - 1)).start_time
            kind = "rolling_year" if reach == 12 else "span"
        periods.append(Period(start.date(), end, kind))
        since.append(_BEGINNING if reach == "to_date" else start)
    return pd.DataFrame(
        {
            "period": pd.Series(periods, dtype=object),
            "since": pd.to_datetime(pd.Series(since, dtype=object)),
            "until": pd.to_datetime(pd.Series([period.end for period in periods], dtype=object)),
        }
    )


def within(rows: pd.DataFrame, dates: pd.Series, spans: pd.DataFrame) -> pd.DataFrame:
    """The rows whose date lies in each window, with the window's number in `window`.

    A row counts in every window it lies in, so a rolling year repeats it twelve times. An empty date
    lies in none.
    """
    when = as_times(dates).to_numpy()
    inside = (when[:, None] >= spans["since"].to_numpy()) & (when[:, None] <= spans["until"].to_numpy())
    row, window = np.nonzero(inside)
    return rows.iloc[row].assign(window=window)


def as_times(dates: pd.Series) -> pd.Series:
    """Python dates (or blanks) as timestamps pandas can compare."""
    return pd.to_datetime(dates, errors="coerce")


def first_and_last(dates: pd.Series, start: dt.date) -> tuple[dt.date, dt.date]:
    """From the programme's start, or the first row if that is earlier, to the last row."""
    known = as_times(dates).dropna()
    return min(start, known.min().date()), known.max().date()
