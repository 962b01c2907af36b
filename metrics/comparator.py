"""An indicator against the area its target is set against: the programme's wave minus a published figure."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from metrics.comparability import MODE_WORDS
from metrics.context import Context
from metrics.intervals import difference
from metrics.types import Absence, Definition, Estimate
from metrics.words import value_words

GAP = "gap_to_comparator"
NEAR_MONTHS = 24  # a figure further off in time says little of the same moment: our judgement
EXACT = "published figure taken as exact: it came without an interval"
MOVER = "MOVER from both intervals"


def gap_to_comparator(
    definition: Definition, frames: Mapping[str, pd.DataFrame], context: Context, own: Sequence[Estimate]
) -> list[Estimate]:
    """The share of everyone minus the comparator's, in points, per wave; nothing without such a target.

    From the frame published_estimates: rows of the indicator's `published_measure` for the target's
    comparator area, in the wave's mode, nearest in time and at most NEAR_MONTHS apart. A wave that asked
    another question than the published measure, or that no such figure fits, is not comparable and says why.
    """
    target = definition.target
    if target is None or target.kind != "difference":
        return []
    published = frames.get("published_estimates")
    rows = [] if published is None or published.empty else published.to_dict("records")
    theirs = [
        r for r in rows if r["measure"] == definition.published_measure and r["area_code"] == target.comparator
    ]
    name = context.area_names.get(target.comparator, target.comparator)
    asked = _questions(frames, definition)
    shares = [e for e in own if e.statistic == "share" and not e.group_dim and e.value is not None]
    return [_gap(share, theirs, name, asked.get(_wave(share), ""), definition) for share in shares]


def _gap(share: Estimate, theirs: Sequence[dict], name: str, question: str, definition: Definition) -> Estimate:
    reason = _why_not(share, theirs, name, question, definition)
    facts = {"statistic": GAP, "numerator": None, "denominator": None}
    if reason:
        return replace(
            share, value=None, low=None, high=None, base=None, base_effective=None, method="", trace=(),
            absence=Absence.NOT_COMPARABLE, reason=reason, **facts,
        )  # fmt: skip
    row = _nearest(share, [each for each in theirs if each["mode"] == share.mode])
    exact = pd.isna(row["low"]) or pd.isna(row["high"])
    around = (row["value"], row["value"]) if exact else (row["low"], row["high"])
    value, low, high = difference(row["value"], around, share.value, (share.low, share.high))
    said = f"{MOVER}; {row['source']}, {_when(row)}"
    return replace(share, value=value, low=low, high=high, method=f"{said}; {EXACT}" if exact else said, **facts)


def _why_not(share: Estimate, theirs: Sequence[dict], name: str, question: str, definition: Definition) -> str:
    """Why no figure of the comparator can be set against this wave; empty where one can."""
    if question != definition.published_measure:
        return f"This wave asked another question than the one published for {name}."
    if not theirs:
        return f"No figure for {name} has been loaded."
    same = [row for row in theirs if row["mode"] == share.mode]
    if not same:
        row = _nearest(share, theirs)
        how = MODE_WORDS.get(row["mode"], "in a way that isn't recorded")
        ours = MODE_WORDS.get(share.mode, share.mode)
        return f"{_figure(row, name)} was asked {how}, this wave {ours}."
    row = _nearest(share, same)
    if _apart(share, row) > NEAR_MONTHS * 30.5:
        years = NEAR_MONTHS // 12
        return f"{_figure(row, name)} is more than {years} years from this wave; no nearer one has been loaded."
    return ""


def _figure(row: dict, name: str) -> str:
    return f"The nearest figure for {name} ({value_words(row['value'], 'percent')}, {_when(row)})"


def _when(row: dict) -> str:
    start, end = row["period_start"], row["period_end"]
    return str(end.year) if start.year == end.year else f"{start.year}–{end.year % 100:02d}"


def _nearest(share: Estimate, rows: Sequence[dict]) -> dict:
    """The row nearest in time; of two as near, the later."""
    return min(rows, key=lambda row: (_apart(share, row), -row["period_end"].toordinal()))


def _apart(share: Estimate, row: dict) -> float:
    """Days between the middles of the wave and of the published period."""
    return abs(_middle(share.period.start, share.period.end) - _middle(row["period_start"], row["period_end"]))


def _middle(start: dt.date, end: dt.date) -> float:
    return (start.toordinal() + end.toordinal()) / 2


def _questions(frames: Mapping[str, pd.DataFrame], definition: Definition) -> dict[tuple, str]:
    """Which of the indicator's questions a wave asked: {(source, mode, first day, last day): question}."""
    sums = frames.get("wave_sums")
    if sums is None or sums.empty:
        return {}
    own = sums[sums["question"].isin(list(definition.params["questions"]))]
    told = own[["source", "mode", "wave_start", "wave_end", "question"]].drop_duplicates()
    return {tuple(row[:4]): row[4] for row in told.itertuples(index=False)}


def _wave(share: Estimate) -> tuple:
    return share.source, share.mode, share.period.start, share.period.end
