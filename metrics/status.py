"""One status engine: two statements about an indicator, and a node's from its indicators (design.md §5)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from metrics.claims import Cause
from metrics.context import Context
from metrics.periods import add_months, months_since
from metrics.progress import end_level, level_to_date, progress
from metrics.status_change import FINE, WORDS, Facts, first_row, judge_change
from metrics.status_node import node_status
from metrics.status_series import Series, gap_to_comparator, series_of
from metrics.status_target import Aim, judge_target
from metrics.status_types import Change, Judged, NodeStatus, Status, TargetStatus
from metrics.status_why import why
from metrics.status_words import headline, rests_on
from metrics.types import Definition, Estimate, Target

__all__ = [
    "Change", "NodeStatus", "Status", "TargetStatus", "indicator_status", "node_status", "progress",
]


def indicator_status(
    definition: Definition, estimates: Sequence[Estimate], context: Context, cause: Cause | None = None
) -> Status:
    """Is the indicator changing, and will it reach its target? From its published estimates alone.

    Reads the headline series (first area, everyone, main scenario). Withheld and missing figures are no
    points. Across a break there is no delta. Figures before the longer end of the lag are early evidence. Where
    neighbouring periods resemble each other no change is claimed, and the headline is what `cause` says.
    """
    series = series_of(definition, estimates, context)
    row, change = first_row(_facts(definition, series, context))
    judged = judge_change(series, definition) if series.latest else None
    if change is None:
        change = Change.NOT_ENOUGH_POINTS if judged.side is None else WORDS[judged.side, definition.direction]
    baseline_value = _baseline_value(series, definition)
    status = Status(
        indicator=definition.id, change=change, target=TargetStatus.NO_TARGET,
        side=judged.side if judged and row == FINE else None,
        method=judged.method if judged else "", points=len(series.points),
        early=_early(definition, series, context), delta_unit=_delta_unit(definition.unit),
        baseline=series.baseline, baseline_value=baseline_value, latest=series.latest,
        stale=_stale(definition, series, context),
    )
    status = _with_difference(status, judged)
    status, target_row = _with_target(status, definition, estimates, context)
    if rests_on(cause, status):
        judged = replace(judged, reason=f"{judged.reason} The headline rests on the counterfactual: {cause.sentence}")
    decided = "" if row == FINE else series.why_cut.rstrip(".") or row
    words = why(definition, status, series, judged, decided, target_row, context)
    return replace(status, headline=headline(definition, status, series, cause), why=words)


def _facts(definition: Definition, series: Series, context: Context) -> Facts:
    latest = series.latest
    return Facts(
        points=len(series.all_points if series.cumulative else series.points),
        base=latest.base if latest else None, minimum_base=definition.minimum_base,
        months=months_since(context.start, latest.period.end) if latest else 0,
        shorter_lag=definition.lag_months[0], earlier=series.earlier,
    )


def _early(definition: Definition, series: Series, context: Context) -> bool:
    latest = series.latest
    return latest is not None and months_since(context.start, latest.period.end) < definition.lag_months[1]


def _stale(definition: Definition, series: Series, context: Context) -> bool:
    latest = series.latest
    return latest is not None and add_months(latest.period.end, definition.fresh_for_months) < context.as_at


def _with_difference(status: Status, judged: Judged | None) -> Status:
    """Delta and interval, none where the latest point can't be compared."""
    if judged is None or status.change is Change.NOT_COMPARABLE:
        return status
    return replace(
        status, delta=judged.delta, delta_low=judged.low, delta_high=judged.high, since=judged.since,
        autocorrelated=judged.autocorrelated, autocorrelation=judged.autocorrelation,
    )


def _with_target(
    status: Status, definition: Definition, estimates: Sequence[Estimate], context: Context
) -> tuple[Status, str]:
    target, latest, gap = definition.target, status.latest, None
    if target is None or target.kind == "none":
        return status, ""
    if target.kind == "difference":
        gap = gap_to_comparator(definition, estimates, context, latest)
        aim = _comparator_aim(definition, gap, context)
    else:
        aim = _level_aim(definition, target, status, context)
    if status.change is Change.TOO_EARLY:
        aim = replace(aim, too_early=True)
    if status.change is Change.NOT_ENOUGH_POINTS and latest and _below_base(definition, latest):
        aim = replace(aim, low=None, high=None)
    judged, row = judge_target(aim)
    if gap is not None and gap.reason:
        row = f"{row}. {gap.reason}"
    end = end_level(target, status.baseline_value)
    gone = progress(_actual(target, status), status.baseline_value, end)
    return replace(status, target=judged, end_target=end, target_to_date=aim.to_date, progress=gone), row


def _level_aim(definition: Definition, target: Target, status: Status, context: Context) -> Aim:
    """Levels against levels. A change since the baseline with its own interval is laid on its level."""
    latest, baseline = status.latest, status.baseline
    if latest is None or baseline is None:
        return Aim(definition.direction, None, None, None, None)
    low = latest.value if latest.low is None else latest.low
    high = latest.value if latest.high is None else latest.high
    if target.kind == "change" and status.points < 2:
        low = high = None
    elif target.kind == "change" and _since_baseline(status):
        low, high = (status.baseline_value + bound for bound in (status.delta_low, status.delta_high))
    begun = baseline.period.end
    to_date = level_to_date(target, status.baseline_value, begun, _due_on(target, latest, context))
    return Aim(definition.direction, low, high, end_level(target, status.baseline_value), to_date)


def _due_on(target: Target, latest: Estimate, context: Context) -> dt.date:
    """The date whose share of the target is due: the figure's own, until the target's last day has gone."""
    return target.due if context.as_at >= target.due else latest.period.end


def _actual(target: Target, status: Status) -> float | None:
    """The latest level; for a change with a difference of its own (matched pairs), that on the baseline."""
    if status.latest is None:
        return None
    if target.kind == "change" and _since_baseline(status):
        return status.baseline_value + status.delta
    return status.latest.value


def _since_baseline(status: Status) -> bool:
    return status.delta_low is not None and status.baseline is not None and status.since is status.baseline


def _comparator_aim(definition: Definition, gap: Estimate | None, context: Context) -> Aim:
    """The published difference from the comparator against the difference wanted; nothing without one."""
    target = definition.target
    if gap is None or gap.value is None:
        return Aim(definition.direction, None, None, None, None)
    low = gap.value if gap.low is None else gap.low
    high = gap.value if gap.high is None else gap.high
    on = _due_on(target, gap, context)
    due = [value for date, value in sorted(target.steps) if date <= on]
    to_date = target.value if on >= target.due else (due[-1] if due else None)
    return Aim(definition.direction, low, high, target.value, to_date)


def _baseline_value(series: Series, definition: Definition) -> float | None:
    """What progress counts from: the first comparable figure; 0 for a count that accumulates from nothing."""
    if series.baseline is None:
        return None
    return 0.0 if series.cumulative and definition.unit != "percent" else series.baseline.value


def _below_base(definition: Definition, latest: Estimate) -> bool:
    return latest.base is not None and latest.base < definition.minimum_base


def _delta_unit(unit: str) -> str:
    return "percentage points" if unit == "percent" else unit
