"""`python -m metrics attribute`: control charts of counts with small means (c, u, p, and Laney's u′ and p′)."""

from argparse import ArgumentParser, Namespace
from itertools import repeat

import pandas as pd

from metrics.attribute import KINDS, AttributeChart, attribute_chart
from metrics.doors.common import DoorError, as_json, read_columns

HELP = "control charts of rare counts: limits from the count itself (c, u, p), or from its over-dispersion (u′, p′)"


def add(parser: ArgumentParser) -> None:
    parser.add_argument("file", help="CSV with the columns date (2025-01-31) and value, the count; empty is missing")
    parser.add_argument("--kind", choices=sorted(KINDS), required=True, help="c needs no exposure, the others do")
    parser.add_argument("--exposure", metavar="COLUMN", help="what a count is divided by: units for u, cases for p")
    parser.add_argument("--by", metavar="COLUMN", help="column that tells series apart, such as series_id")
    parser.add_argument("--json", action="store_true", help="every point, as JSON")


def run(args: Namespace) -> int:
    series = [_answer(id, rows, args) for id, rows in _series(args)]
    print(as_json({"series": series}) if args.json else "\n".join(map(_text, series)))
    return 0


def _series(args: Namespace) -> list[tuple[str, pd.DataFrame]]:
    """(id, rows in order of their dates) in the order of the file. Raises DoorError for a date that is none."""
    columns = ["date", "value", *filter(None, (args.exposure, args.by))]
    rows = read_columns(args.file, columns, text=["date", *filter(None, (args.by,))])
    on = pd.to_datetime(rows["date"], format="ISO8601", errors="coerce")
    if on.isna().any():
        line = int(on.isna().to_numpy().argmax()) + 2
        raise DoorError(f"{args.file}, line {line}: the date is {rows['date'][line - 2]!r}; write it as 2025-01-31.")
    rows = rows.assign(on=on).sort_values("on", kind="stable")
    if not args.by:
        return [("", rows)]
    return [(str(id), part) for id, part in rows.groupby(args.by, sort=False)]


def _answer(id: str, rows: pd.DataFrame, args: Namespace) -> dict[str, object]:
    counts = [None if value != value else value for value in pd.to_numeric(rows["value"], errors="coerce")]
    exposure = pd.to_numeric(rows[args.exposure], errors="coerce").tolist() if args.exposure else None
    try:
        chart = attribute_chart(args.kind, counts, exposure)
    except ValueError as problem:
        raise DoorError(f"{args.file}: {problem}.") from problem
    return {"id": id, "kind": args.kind, "mean": chart.centre, "sigma_z": chart.sigma_z,
            "points": _points(rows, counts, chart)}  # fmt: skip


def _points(rows: pd.DataFrame, counts: list, chart: AttributeChart) -> list[dict[str, object]]:
    names = ("date", "value", "rate", "lpl", "upl", "special")
    each = zip(rows["date"], counts, chart.rates, chart.lower, chart.upper, chart.special, strict=True)
    return [dict(zip(*pair, strict=True)) for pair in zip(repeat(names, len(rows)), each, strict=True)]


def _text(series: dict) -> str:
    last = series["points"][-1]
    limits = "limits not available" if last["upl"] is None else f"limits {last['lpl']:.4g} to {last['upl']:.4g}"
    name = f"{series['id']}: " if series["id"] else ""
    mean = "" if series["mean"] is None else f"mean {series['mean']:.4g}, "
    said = "special cause" if last["special"] else "common cause"
    return f"{name}{len(series['points'])} points, {mean}{limits}, {said}"
