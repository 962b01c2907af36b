"""`python -m metrics its`: a segmented regression as R fits it, and the calibrated verdict beside it."""

import calendar
import datetime as dt
from argparse import ArgumentParser, Namespace

import numpy as np
import pandas as pd

from metrics.counterfactual import counterfactual
from metrics.designs.regressions import FAMILIES, Regression, avoided, fit
from metrics.designs.season import waves
from metrics.designs.types import ImpactModel, ServiceSeries, Settings
from metrics.doors.causal_output import answer_part, coefficient_part, of, show
from metrics.doors.common import DoorError
from metrics.doors.dated_columns import Clock, clock_of, numbers, read_dated

HELP = "interrupted time series: did a series change at a start, beyond what its own past leads to expect"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file")
    parser.add_argument("--date", default="date", help="column of the time; or year,month")
    parser.add_argument("--value", default="value", help="column of the counts")
    parser.add_argument("--by", help="column that tells several series apart")
    start = parser.add_mutually_exclusive_group(required=True)
    start.add_argument("--start", help="when the effect may begin: 2005, 2005-01, 2005-01-31 or a running number")
    start.add_argument("--start-column", help="column that holds each series' start")
    start.add_argument("--indicator", help="column that is 1 from the start on and 0 before")
    parser.add_argument("--end", help="when a temporary effect is over: the first period no longer affected")
    parser.add_argument("--lag", type=int, default=0, help="periods after the start before the effect may show")
    parser.add_argument("--family", choices=FAMILIES, default="quasipoisson")
    parser.add_argument("--offset", "--population", dest="offset", help="column whose logarithm is the offset")
    parser.add_argument("--per-day", action="store_true", help="add the days of the month to the offset")
    parser.add_argument("--harmonics", type=int, default=2, help="pairs of sine and cosine a year; 0 for none")
    parser.add_argument("--month-dummies", action="store_true", help="a coefficient a month instead of harmonics")
    parser.add_argument("--slope", action="store_true", help="let the trend change at the start")
    parser.add_argument("--no-level", action="store_true", help="no step at the start")
    parser.add_argument("--no-trend", action="store_true", help="no trend")
    parser.add_argument("--since-from", type=int, choices=(0, 1), default=1,
                        help="time since the start in its first period")
    parser.add_argument("--covariates", help="columns, comma-separated")
    parser.add_argument("--log", action="store_true", help="take the logarithm of the values (gaussian)")
    parser.add_argument("--newey-west", type=int, metavar="L", help="Newey-West standard errors with L lags")
    parser.add_argument("--adjust", action="store_true", help="Newey-West times n / (n - k)")
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    extra = [name for name in (args.by, args.start_column, args.indicator, args.offset) if name]
    covariates = args.covariates.split(",") if args.covariates else []
    frame = read_dated(args.file, args.date, [args.value, *extra, *covariates])
    if args.by is None:
        return show(_one(frame, args, covariates), args.json)
    series = [{"id": str(name), **_one(rows, args, covariates)} for name, rows in frame.groupby(args.by, sort=False)]
    return show({"series": series}, args.json)


def _one(frame: pd.DataFrame, args: Namespace, covariates: list[str]) -> dict[str, object]:
    """The answer for one series: the calibrated figures, and the regression's under their own names."""
    clock = clock_of(frame["time"])
    frame = frame.assign(t=[clock.number(text) for text in frame["time"]]).sort_values("t", ignore_index=True)
    begins, first = _start(frame, clock, args)
    verdict = counterfactual(*_series(frame, clock, first, args), settings=Settings(harmonics=args.harmonics))
    result = {"design": "its", **answer_part(of(verdict, "its"), verdict.claim)}
    try:
        return {**result, **_regression(frame, clock, begins, args, covariates)}
    except (ValueError, np.linalg.LinAlgError) as problem:
        return {**result, "coefficients": [], "regression": {"problem": str(problem)}}


def _start(frame: pd.DataFrame, clock: Clock, args: Namespace) -> tuple[float, dt.date]:
    """The start as the regression counts time, and as a date."""
    if args.indicator:
        on = frame.loc[numbers(frame, args.indicator) > 0, "time"]
        if on.empty:
            raise DoorError(f"The column {args.indicator} is never 1.")
        text = str(on.iloc[0])
    else:
        text = args.start if args.start else str(frame[args.start_column].iloc[0])
    return clock.number(text) + args.lag, clock.start(text)


def _series(frame: pd.DataFrame, clock: Clock, first: dt.date, args: Namespace) -> tuple[ServiceSeries, ImpactModel]:
    """The file as a series and its declared model. Months are counted per day where the file has dates."""
    starts = tuple(clock.start(text) for text in frame["time"])
    size = numbers(frame, args.offset) if args.offset else np.ones(len(frame))
    if clock.kind == "month":
        size = size * _days(starts)
    values = tuple(None if np.isnan(value) else max(float(value), 0.0) for value in numbers(frame, args.value))
    name = str(frame[args.by].iloc[0]) if args.by else args.value
    months = args.lag * (12 if clock.kind == "year" else 1)
    ends = clock.start(args.end) if args.end else None
    shape = "temporary" if ends else "level_and_slope" if args.slope else "level"
    return (ServiceSeries(args.value, name, starts, values, tuple(map(float, size))),
            ImpactModel("door", args.value, (name,), shape, first, months, ends))


def _days(starts: tuple[dt.date, ...]) -> np.ndarray:
    return np.array([calendar.monthrange(start.year, start.month)[1] for start in starts], dtype=float)


def _regression(
    frame: pd.DataFrame, clock: Clock, begins: float, args: Namespace, covariates: list[str]
) -> dict[str, object]:
    """The textbook's regression on the months that have a value, and what it says was avoided."""
    frame = frame[frame[[args.value, *covariates]].notna().all(axis=1)]
    names, design, after = _design(frame, clock, begins, args, covariates)
    values = numbers(frame, args.value)
    offset = np.log(numbers(frame, args.offset)) if args.offset else np.zeros(len(frame))
    if args.per_day and clock.kind == "month":
        offset = offset + np.log(_days(tuple(clock.start(text) for text in frame["time"])))
    found = fit(args.family, names, design, np.log(values) if args.log else values, offset,
                lags=args.newey_west, adjust=args.adjust)
    return {"coefficients": coefficient_part(found.coefficients()), "regression": _summary(found, after)}


def _design(
    frame: pd.DataFrame, clock: Clock, begins: float, args: Namespace, covariates: list[str]
) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Names and columns: intercept, trend, season, covariates, level, slope; and which rows are affected."""
    time = frame["t"].to_numpy()
    after = time >= begins
    if args.end:
        after &= time < clock.number(args.end)
    columns = {"intercept": np.ones(len(frame))}
    if not args.no_trend:
        columns["trend"] = time
    if clock.kind != "year":
        columns |= _season(frame, clock, args)
    columns |= {name: numbers(frame, name) for name in covariates}
    if not args.no_level:
        columns["level"] = after.astype(float)
    if args.slope:
        columns["slope"] = np.where(after, time - begins + args.since_from, 0)
    return list(columns), np.column_stack(list(columns.values())), after


def _season(frame: pd.DataFrame, clock: Clock, args: Namespace) -> dict[str, np.ndarray]:
    month = np.array([clock.start(text).month for text in frame["time"]])
    if args.month_dummies:
        return {f"month {number}": (month == number).astype(float) for number in sorted(set(month))[1:]}
    names = [f"{kind}{wave}" for wave in range(1, args.harmonics + 1) for kind in ("sin", "cos")]
    return dict(zip(names, waves(month, 1, 1, args.harmonics).T, strict=False))


def _summary(found: Regression, after: np.ndarray) -> dict[str, object]:
    effect = [name for name in ("level", "slope") if name in found.names]
    said = avoided(found, effect, after)
    return {
        "family": found.family, "n": len(found.design), "df_resid": found.freedom, "dispersion": found.dispersion,
        **found.summary, "fitted_after": float(found.fitted[after].sum()), "expected": said.expected,
        "expected_se": said.expected_se, "avoided": said.avoided, "avoided_se": said.se,
        "avoided_low": said.low, "avoided_high": said.high, "avoided_low_vs_observed": said.observed_low,
        "avoided_high_vs_observed": said.observed_high, "percent": said.percent,
        "expected_by_period": list(said.by_period),
    }
