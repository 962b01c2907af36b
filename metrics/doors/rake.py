"""`python -m metrics rake`: weights raked to margins, their report, and means with R's standard errors."""

from argparse import ArgumentParser, Namespace

import numpy as np
import pandas as pd

from metrics.doors.common import DoorError, as_json, read_columns
from metrics.doors.rake_report import printed
from metrics.estimation.design import DesignFault, Sample, lay_out
from metrics.margins import merging, regrouped, strict_margin
from metrics.raked_means import raked_mean
from metrics.raked_variance import RakedSample
from metrics.raking import EPSILON, MOST_CYCLES, Margin, RakingFault
from metrics.weights import Bounds, Weighted, make_weights

HELP = "Weights raked to the margins of a population, trimmed, with a report and the means of items."


def add(parser: ArgumentParser) -> None:
    """The door's options."""
    parser.add_argument("file", metavar="FILE.csv", help="one row a respondent")
    parser.add_argument(
        "--margins", nargs="+", required=True, metavar="COLUMN=MARGIN.csv",
        help="for each column to rake to, a CSV of two columns: category, how many people",
    )  # fmt: skip
    parser.add_argument("--weight", help="the column of the weights to start from (all 1)")
    parser.add_argument("--strata", help="the column of the strata")
    parser.add_argument("--psu", help="the column of the sampling points (each row its own)")
    parser.add_argument("--trim", metavar="LOW,HIGH", help="bounds of the weights, in times their mean")
    parser.add_argument("--minimum", type=float, default=0, metavar="N", help="merge categories of fewer respondents")
    parser.add_argument("--item", nargs="+", default=[], help="numeric columns whose means are wanted")
    parser.add_argument("--epsilon", type=float, default=EPSILON, help="R's control$epsilon (%(default)s)")
    parser.add_argument("--maxit", type=int, default=MOST_CYCLES, help="most cycles (%(default)s)")
    parser.add_argument("--out", metavar="FILE.csv", help="write the weights, in row order")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(args: Namespace) -> int:
    """Rake, report, and estimate; 0, or DoorError with the reason."""
    tables = dict(_margin_file(given) for given in args.margins)
    text = [*tables, *filter(None, (args.strata, args.psu))]
    rows = read_columns(args.file, [*text, *filter(None, [args.weight]), *args.item], text=text)
    if args.weight:
        rows[args.weight] = _numbers(rows, args.weight)
    if rows.empty:
        raise DoorError(f"{args.file} has no rows.")
    items = {item: _numbers(rows, item) for item in args.item}
    try:
        design, psu, base = lay_out(rows, Sample(args.weight or "", args.strata or "", args.psu or ""))
        margins = [_margin(name, rows, counts, args.minimum) for name, counts in tables.items()]
        made = make_weights(base, margins, bounds=_bounds(args.trim), epsilon=args.epsilon, most_cycles=args.maxit)
    except (RakingFault, DesignFault) as fault:
        raise DoorError(str(fault)) from fault
    sample = RakedSample(made.weights, base, margins, design, psu)
    estimates = [{"item": item, **raked_mean(values, sample)} for item, values in items.items()]
    if args.out:
        pd.DataFrame({"weight": made.weights}).to_csv(args.out, index=False)
    report = made.report.as_dict()
    print(_json(made, report, estimates) if args.json else printed(report, estimates))
    return 0


def _json(made: Weighted, report: dict, estimates: list[dict]) -> str:
    return as_json({"weights": made.weights, "report": report, "estimates": estimates})


def _margin_file(given: str) -> tuple[str, dict[str, float]]:
    """The column's name and {category: people} of its file."""
    name, equals, path = given.partition("=")
    if not (name and equals and path):
        raise DoorError(f"--margins {given} is not COLUMN=MARGIN.csv")
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as problem:
        raise DoorError(f"{path} can't be read as CSV: {problem}") from problem
    if len(table.columns) != 2:
        raise DoorError(f"{path} has {len(table.columns)} columns; a margin has two, the category and its people.")
    labels, counts = table.iloc[:, 0].str.strip(), pd.to_numeric(table.iloc[:, 1], errors="coerce")
    if counts.isna().any() or labels.duplicated().any():
        raise DoorError(f"{path} has a category twice, or a count that is no number.")
    return name, dict(zip(labels, counts.astype(float), strict=True))


def _margin(name: str, rows: pd.DataFrame, population: dict[str, float], minimum: float) -> Margin:
    labels = rows[name].str.strip()
    if labels.isna().any():
        raise DoorError(f"{int(labels.isna().sum())} rows have no {name}. Give them one, or leave them out.")
    strict_margin(name, labels, population)
    if minimum > 0:
        counts = labels.value_counts()
        merged = merging({each: float(counts.get(each, 0)) for each in population}, minimum)
        labels, population = labels.map(merged), regrouped(population, merged)
    return strict_margin(name, labels, population)


def _numbers(rows: pd.DataFrame, name: str) -> np.ndarray:
    """A column as numbers, NaN where a cell is empty."""
    numbers = pd.to_numeric(rows[name], errors="coerce")
    lost = numbers.isna() & rows[name].notna()
    if lost.any():
        raise DoorError(f"{int(lost.sum())} rows of {name} hold no number, the first in row {int(lost.argmax()) + 2}.")
    return numbers.to_numpy(float)


def _bounds(given: str | None) -> Bounds | None:
    if given is None:
        return None
    try:
        low, high = (float(each) for each in given.split(","))
    except ValueError as problem:
        raise DoorError(f"--trim {given} is not LOW,HIGH, such as 0.3,3") from problem
    return Bounds(low, high)

