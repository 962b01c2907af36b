"""`python -m metrics spc`: control charts (XmR) by the rules of NHS Making Data Count, as NHSRplotthedots."""

import json
import math
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

import pandas as pd

from metrics.doors.common import DoorError, read_columns
from metrics.spc import FEWEST_TO_FIX, Chart, xmr_many

HELP = "control charts by the rules of NHS Making Data Count: limits, special causes, variation and assurance"
DIRECTIONS = {"increase": "up", "decrease": "down", "neutral": "neutral"}
ASSURANCE = {"pass": "consistent_pass", "fail": "consistent_fail", "hit_or_miss": "inconsistent", "": None}


@dataclass(frozen=True, slots=True)
class Series:
    """One series in order of its dates: each date as written and as a time, and its value, if any."""

    id: str
    written: tuple[str, ...]
    dates: tuple[pd.Timestamp, ...]
    values: tuple[float | None, ...]


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", help="CSV with the columns date and value; an empty value or NA is a missing one")
    parser.add_argument("--direction", choices=sorted(DIRECTIONS), default="increase", help="which way is better")
    parser.add_argument("--target", type=float, help="level to give assurance against")
    parser.add_argument("--rebase", default="", help="dates, with commas between, at which a new segment starts")
    parser.add_argument("--baseline-points", type=int, help="limits from the first so many points of each segment")
    parser.add_argument("--no-screen", action="store_true", help="keep outlying moving ranges, as the NHS's Excel does")
    parser.add_argument("--by", metavar="COLUMN", help="column that tells series apart, such as series_id")
    parser.add_argument("--json", action="store_true", help="every point, as JSON")


def run(args: Namespace) -> int:
    fewest = args.baseline_points
    if fewest is not None and fewest < FEWEST_TO_FIX:
        raise DoorError(f"--baseline-points is {fewest}; limits need {FEWEST_TO_FIX} points or more.")
    if args.target is not None and not math.isfinite(args.target):
        raise DoorError("--target must be a number.")
    series = read_series(args.file, args.by)
    starts = set(_dates([text for text in args.rebase.split(",") if text.strip()], "--rebase"))
    charts = xmr_many(
        [each.values for each in series],
        DIRECTIONS[args.direction],
        rebase=[[place for place, date in enumerate(each.dates) if date in starts] for each in series],
        fix_after=fewest,
        screen=not args.no_screen,
        target=args.target,
    )
    say = _json if args.json else _text
    print(say(series, charts))
    return 0


def read_series(path: str, by: str | None) -> list[Series]:
    """The series of a file in the order in which they begin, each sorted by date.

    Raises DoorError where a date or a value can't be read, or a date stands twice in a series.
    """
    columns = ["date", "value", *([by] if by else [])]
    cells = {name: column.tolist() for name, column in read_columns(path, columns, text=columns).items()}
    dates = _dates(cells["date"], path)
    names = cells[by] if by else [Path(path).stem] * len(dates)
    held: dict[str, list[tuple[pd.Timestamp, str, float | None]]] = {}
    for line, (name, date, cell) in enumerate(zip(names, dates, cells["value"], strict=True), start=2):
        if not isinstance(name, str):
            raise DoorError(f"{path}, line {line}: {by} is empty.")
        held.setdefault(name, []).append((date, cells["date"][line - 2], _number(cell, path, line)))
    return [_in_order(name, rows, path) for name, rows in held.items()]


def _in_order(name: str, rows: list[tuple[pd.Timestamp, str, float | None]], path: str) -> Series:
    dates, written, values = zip(*sorted(rows, key=itemgetter(0)), strict=True)
    twice = next((text for text, (one, other) in zip(written, pairwise(dates), strict=False) if one == other), None)
    if twice is not None:
        raise DoorError(f"{path}: {twice} stands twice in {name}. Give each date one value.")
    return Series(name, written, dates, values)


def _number(cell: object, path: str, line: int) -> float | None:
    """A value as Python reads it, to the last bit; None where the cell is empty or NA."""
    if not isinstance(cell, str):
        return None
    try:
        number = float(cell)
    except ValueError:
        number = math.inf
    if not math.isfinite(number):
        raise DoorError(f"{path}, line {line}: value is {cell!r}, which is no number.")
    return number


def _dates(texts: Sequence[object], where: str) -> list[pd.Timestamp]:
    """2025-01-31, 2025-01-31T00:00:00 or 31/01/2025. Many series share dates, so each is read once."""
    different = dict.fromkeys(texts)
    written = pd.Series(list(different), dtype="str").str.strip()
    found = pd.to_datetime(written, format="ISO8601", errors="coerce", utc=True)
    found = found.fillna(pd.to_datetime(written, format="%d/%m/%Y", errors="coerce", utc=True))
    for text in written[found.isna()]:
        said = f"{text!r} is no date" if isinstance(text, str) else "a date is empty"
        raise DoorError(f"{where}: {said}; write dates as 2025-01-31.")
    known = dict(zip(different, found.tolist(), strict=True))
    return [known[text] for text in texts]


def _json(series: Sequence[Series], charts: Sequence[Chart]) -> str:
    """One series a line, so that ten thousand are written in seconds."""
    each = (json.dumps(_answer(one, chart), ensure_ascii=False) for one, chart in zip(series, charts, strict=True))
    return '{"series": [\n' + ",\n".join(each) + "\n]}"


def _answer(series: Series, chart: Chart) -> dict[str, object]:
    return {
        "id": series.id,
        "points": [
            {"date": date, "value": point.value, "mean": point.centre, "lpl": point.lower, "upl": point.upper,
             "type": _type(point.kind)}
            for date, point in zip(series.written, chart.points, strict=True)
        ],
        "variation": _type(chart.points[-1].kind) if chart.points else None,
        "variation_icon": chart.variation,
        "assurance": ASSURANCE[chart.assurance],
    }  # fmt: skip


def _type(kind: str) -> str:
    """The name the NHS package gives a kind of point."""
    return kind if kind == "common_cause" else f"special_cause_{kind}"


def _text(series: Sequence[Series], charts: Sequence[Chart]) -> str:
    """A line a series: where the last point stands."""
    lines = []
    for one, chart in zip(series, charts, strict=True):
        last = chart.points[-1]
        limits = "limits not available" if last.upper is None else f"limits {last.lower:.4g} to {last.upper:.4g}"
        mean = "" if last.centre is None else f"mean {last.centre:.4g}, "
        assured = ASSURANCE[chart.assurance] or "no assurance"
        lines.append(f"{one.id}: {len(chart.points)} points, {mean}{limits}, {chart.variation}, {assured}")
    return "\n".join(lines)
