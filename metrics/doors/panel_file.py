"""A file of several units over time, long (unit, time, value) or wide (a column a unit), for the did and sc doors."""

import calendar
from argparse import ArgumentParser, Namespace

import numpy as np
import pandas as pd

from metrics.designs.types import ImpactModel, ServiceSeries
from metrics.doors.common import DoorError, read_columns
from metrics.doors.dated_columns import Clock, clock_of, numbers


def add_panel(parser: ArgumentParser) -> None:
    """The options both doors share."""
    parser.add_argument("file")
    parser.add_argument("--unit", help="column of the unit; without it and --value, every other column is a unit")
    parser.add_argument("--time", help="column of the time: years, months, dates or running numbers")
    parser.add_argument("--value", help="column of the outcome")
    parser.add_argument("--exclude", help="units to leave out, comma-separated")
    parser.add_argument("--offset", "--population", dest="offset", help="column the outcome is measured against")
    parser.add_argument("--json", action="store_true")


def read_panel(args: Namespace, others: list[str]) -> tuple[pd.DataFrame, Clock]:
    """Columns unit, time (as number t), value, size and whatever else was named; one row a unit and time."""
    if args.time is None:
        raise DoorError("Say which column is the time: --time.")
    if args.unit is None or args.value is None:
        frame = _long(args)
    else:
        wanted = [args.unit, args.time, args.value, *others, *([args.offset] if args.offset else [])]
        frame = read_columns(args.file, wanted, text=[args.unit, args.time])
        frame = frame.assign(unit=frame[args.unit], when=frame[args.time], outcome=numbers(frame, args.value))
    frame = frame.assign(size=numbers(frame, args.offset) if args.offset else 1.0)
    if args.exclude:
        frame = frame[~frame["unit"].isin([name.strip() for name in args.exclude.split(",")])]
    clock = clock_of(frame["when"])
    frame = frame.assign(t=[clock.number(text) for text in frame["when"]])
    return frame[frame["outcome"].notna()].reset_index(drop=True), clock


def _long(args: Namespace) -> pd.DataFrame:
    header = pd.read_csv(args.file, nrows=0).columns.tolist()
    wide = read_columns(args.file, header, text=[args.time])
    return wide.melt(args.time, var_name="unit", value_name="outcome").rename(columns={args.time: "when"})


def units_named(text: str, frame: pd.DataFrame) -> list[str]:
    """The units of a comma-separated list; raises DoorError for one that isn't in the file."""
    units, known = [name.strip() for name in text.split(",")], set(frame["unit"])
    if missing := [name for name in units if name not in known]:
        raise DoorError(f"There is no unit {', '.join(missing)}; there are {', '.join(sorted(known))}.")
    return units


def declared(args: Namespace, clock: Clock, treated: list[str]) -> ImpactModel:
    """The model that a start on the command line declares."""
    return ImpactModel("door", args.value or "value", tuple(treated), "level", clock.start(args.start))


def series_of(frame: pd.DataFrame, clock: Clock, units: list[str], name: str) -> ServiceSeries:
    """The units added up over the times all of them have; months count per day where the file has dates."""
    rows = frame[frame["unit"].isin(units)]
    sums = rows.groupby("t").agg(count=("outcome", "sum"), size=("size", "sum"), when=("when", "first"),
                                 number=("unit", "nunique"))
    sums = sums[sums["number"] == len(units)]
    starts = tuple(clock.start(text) for text in sums["when"])
    size = sums["size"].to_numpy(dtype=float)
    if clock.kind == "month":
        size = size * np.array([calendar.monthrange(start.year, start.month)[1] for start in starts])
    values = tuple(max(float(value), 0.0) for value in sums["count"])
    return ServiceSeries(name, ", ".join(units), starts, values, tuple(map(float, size)), parts=tuple(units))
