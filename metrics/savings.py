"""Units fewer than in the year before the start: the gross change that money is put on."""

import numpy as np
import pandas as pd

from metrics.charted import dispersions, with_segments
from metrics.context import Context
from metrics.counts import area_counts, expanded, numbered, periods_of, totals_only
from metrics.intervals import Z
from metrics.tables import headline_area
from metrics.types import Absence, Definition, Period

CAVEAT = "Gross change against the year before the start; what would have happened anyway is not taken off."
_BREAK = "a break lies between the year before the start and this year"
_GAP = "a month of the two years has no figure"


def whole_years(rows: pd.DataFrame, context: Context) -> pd.DataFrame:
    """Whole programme years in the data, with `since` and `until`; the position is the year's number."""
    last = min(max(rows["period_end"]), context.as_at)
    starts = pd.date_range(context.start, last, freq=pd.DateOffset(years=1))
    ends = starts + pd.DateOffset(years=1) - pd.Timedelta(days=1)
    whole = [(start, end) for start, end in zip(starts, ends, strict=True) if end.date() <= last]
    return pd.DataFrame(
        {
            "period": pd.Series(
                [Period(start.date(), end.date(), "year") for start, end in whole], dtype=object
            ),
            "since": pd.to_datetime(pd.Series([start for start, _ in whole], dtype=object)),
            "until": pd.to_datetime(pd.Series([end for _, end in whole], dtype=object)),
        }
    )


def units_saved(rows: pd.DataFrame, years: pd.DataFrame, definition: Definition, context: Context):
    """Units fewer than before, with interval, by year; and the count rows behind each year."""
    spans = periods_of(rows)
    behind = totals_only(expanded(numbered(rows, spans), [headline_area(definition, context)], context))
    if not len(behind):
        return None, behind
    counts = with_segments(area_counts(behind, spans), spans, definition, context)
    counts = counts.assign(
        dispersion=dispersions(counts, spans),
        days=counts["window"].map(spans["days"]),
        starts=counts["window"].map(spans["start"]),
    )
    start = pd.Timestamp(context.start)
    before = counts[(counts["starts"] >= start - pd.DateOffset(years=1)) & (counts["starts"] < start)]
    made, used = [], []
    for window, since, until in zip(years.index, years["since"], years["until"], strict=True):
        now = counts[counts["starts"].between(since, until)]
        made.append({"window": window, **_fewer(before, now)})
        months = pd.concat([before, now])["window"]
        used.append(behind[behind["window"].isin(months)].assign(window=window))
    return pd.DataFrame(made), pd.concat(used, ignore_index=True)


def _fewer(before: pd.DataFrame, now: pd.DataFrame) -> dict[str, object]:
    """How many units fewer in `now` than `before`, both twelve whole months of one segment."""
    both = pd.concat([before, now])
    if len(before) < 12 or len(now) < 12 or both["count"].isna().any():
        mixed = both["absence"].eq(Absence.NOT_COMPARABLE).any()
        kind = Absence.NOT_COMPARABLE if mixed else Absence.MISSING
        return {
            "value": np.nan,
            "absence": kind,
            "reason": "real and sample rows would meet" if mixed else _GAP,
        }
    if both["segment"].nunique() > 1:
        return {"value": np.nan, "absence": Absence.NOT_COMPARABLE, "reason": _BREAK}
    ratio = now["days"].sum() / before["days"].sum()
    was, is_now = before["count"].sum(), now["count"].sum()
    error = np.sqrt(both["dispersion"].max() * (is_now + ratio**2 * was))
    fewer = ratio * was - is_now
    return {
        "value": fewer,
        "low": fewer - Z * error,
        "high": fewer + Z * error,
        "numerator": is_now,
        "denominator": ratio * was,
        "absence": None,
        "reason": CAVEAT,
    }
