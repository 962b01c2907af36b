"""`python -m metrics survey`: an item's estimates by group, as R's `survey` makes them. See docs/analysts.md."""

import argparse
import math

import numpy as np
import pandas as pd

from metrics.doors.common import DoorError, as_json, read_columns
from metrics.doors.survey_where import chosen, columns
from metrics.estimation.design import DesignFault, Sample
from metrics.estimation.intervals_of import KINDS
from metrics.estimation.quantiles import RULES
from metrics.estimation.scoring import NET, QUANTILE, RATIO, SHARE, STATISTICS, Question, QuestionFault
from metrics.estimation.variance import ADJUST, SETTINGS, Lonely
from metrics.survey import FIGURES, Survey

HELP = "estimates of a survey item by group, with standard errors and 95 %% intervals"


def add(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", metavar="FILE.csv")
    parser.add_argument("--item", required=True, help="the column asked of")
    parser.add_argument("--statistic", required=True, choices=STATISTICS)
    parser.add_argument("--codes", default="", help="answers that count, with commas between (share, net)")
    parser.add_argument("--against", default="", help="answers that count against (net)")
    parser.add_argument("--denominator", default="", help="the column divided by (ratio)")
    parser.add_argument("--probability", type=float, help="which quantile, between 0 and 1 (quantile)")
    parser.add_argument("--rule", choices=tuple(RULES), default="math", help="how a quantile is read off")
    parser.add_argument("--weight", default="", help="column of weights; without it everyone counts once")
    parser.add_argument("--strata", default="", help="column of strata")
    parser.add_argument("--psu", default="", help="column of sampling points; without it each row is one")
    parser.add_argument("--fpc", default="", help="column of PSUs in the population, or the fraction taken")
    parser.add_argument("--by", default="", help="columns whose groups are answered for, with commas between")
    parser.add_argument("--where", default="", help='who is answered for, as "wave==4 and age>=18"')
    parser.add_argument("--interval", choices=KINDS, default="", help="without it wilson for shares, t for the rest")
    parser.add_argument("--lonely", choices=(*SETTINGS, "remove"), default=ADJUST, help="strata with one PSU")
    parser.add_argument("--lonely-in-domains", action="store_true", help="also strata with one PSU in the group")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Print the estimates and what a reader must know of them."""
    try:
        survey, table = _answer(args)
    except (DesignFault, QuestionFault) as fault:
        raise DoorError(str(fault)) from fault
    notes = survey.notes()
    if args.json:
        print(as_json({"estimates": [_plain(row) for row in table.to_dict("records")], "notes": notes}))
    else:
        print(table.to_string(index=False, na_rep="", float_format=lambda figure: f"{figure:.6g}"))
        print(*notes, sep="\n")
    return 0


def _answer(args: argparse.Namespace) -> tuple[Survey, pd.DataFrame]:
    sample, by = Sample(args.weight, args.strata, args.psu, args.fpc), _listed(args.by)
    question = _question(args)
    named = [args.item, *sample.columns, *by, *([args.denominator] if args.denominator else [])]
    people = read_columns(args.file, [*named, *(columns(args.where) if args.where else [])])
    inside = chosen(args.where, people) if args.where else None
    lonely = Lonely("certainty" if args.lonely == "remove" else args.lonely, args.lonely_in_domains)
    survey = Survey(people, sample, lonely)
    return survey, survey.estimate(question, by, inside, args.interval)


def _question(args: argparse.Namespace) -> Question:
    """Options that don't belong to the statistic are refused: they would be ignored otherwise."""
    belongs = {"codes": (SHARE, NET), "against": (NET,), "denominator": (RATIO,), "probability": (QUANTILE,)}
    for option, statistics in belongs.items():
        if getattr(args, option) and args.statistic not in statistics:
            raise DoorError(f"--{option} is for {' and '.join(statistics)}, not for {args.statistic}.")
    if args.statistic == QUANTILE and args.probability is None:
        raise DoorError("A quantile needs --probability, as 0.25.")
    return Question(
        args.item, args.statistic, codes=_listed(args.codes), against=_listed(args.against),
        denominator=args.denominator, rule=args.rule,
        **({} if args.probability is None else {"probability": args.probability}),
    )  # fmt: skip


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _plain(row: dict) -> dict:
    """One estimate: `by` maps group to value, figures that don't exist are null, a reason only where withheld."""
    told = {name: row[name] for name in (*FIGURES, "interval")} | {"n": int(row["n"])}
    by = {name: _group(value) for name, value in row.items() if name not in (*told, "reason")}
    return {"by": by, **told, **({"reason": row["reason"]} if row["reason"] else {})}


def _group(value: object) -> object:
    """A group's value; numbers that are whole, as 4.0 in a column with blanks, as whole numbers."""
    value = value.item() if isinstance(value, np.generic) else value
    return int(value) if isinstance(value, float) and math.isfinite(value) and value.is_integer() else value
