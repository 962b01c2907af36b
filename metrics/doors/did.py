"""`python -m metrics did`: differences in differences as R fits them, permuted, and the calibrated verdict beside."""

from argparse import ArgumentParser, Namespace

import numpy as np
import pandas as pd

from metrics.designs.did import difference
from metrics.designs.regressions import FAMILIES, Regression
from metrics.designs.two_groups import event_columns, named, permutation, two_by_two, two_way
from metrics.doors.causal_output import answer_part, coefficient_part, show
from metrics.doors.common import DoorError, read_columns
from metrics.doors.dated_columns import Clock, numbers
from metrics.doors.panel_file import add_panel, declared, read_panel, series_of, units_named

HELP = "difference-in-differences: did the treated change otherwise than their comparators"


def add(parser: ArgumentParser) -> None:
    add_panel(parser)
    parser.add_argument("--treated", required=True, help="units, comma-separated, or a column that is 1 for treated")
    parser.add_argument("--start", required=True, help="when it began, or a column that is 1 from then on")
    parser.add_argument("--covariates", help="columns, comma-separated")
    parser.add_argument("--weight", help="column of regression weights")
    parser.add_argument("--cluster", help="column to cluster the standard errors by (HC1)")
    parser.add_argument("--family", choices=FAMILIES, default="gaussian")
    parser.add_argument("--log", action="store_true", help="take the logarithm of the outcome")
    parser.add_argument("--event-study", action="store_true", help="one coefficient a period, against the last before")


def run(args: Namespace) -> int:
    covariates = args.covariates.split(",") if args.covariates else []
    extra = [name for name in (args.weight, args.cluster) if name]
    result = _pooled(args, covariates, extra) if args.time is None else _panel(args, covariates, extra)
    return show(result, args.json)


def _pooled(args: Namespace, covariates: list[str], extra: list[str]) -> dict[str, object]:
    """Rows without units or times: two 0/1 columns say who is treated and what is after."""
    if args.value is None:
        raise DoorError("Say which column is the outcome: --value.")
    offset = [args.offset] if args.offset else []
    frame = read_columns(args.file, [args.value, args.treated, args.start, *covariates, *extra, *offset])
    frame = frame.dropna()
    found = two_by_two(_outcome(numbers(frame, args.value), args), numbers(frame, args.treated),
                       numbers(frame, args.start), {name: numbers(frame, name) for name in covariates},
                       **_how(frame, args))
    [did] = named(found, ["did"])
    sentence = f"The difference in differences is {did.estimate:.6g} ({did.low:.6g} to {did.high:.6g}), p {did.p:.3f}."
    return {"design": "did", "sentence": sentence, "did": did.estimate, "p": did.p, "verdict": None, "refusals": [],
            "coefficients": coefficient_part(found.coefficients()), "regression": _summary(found)}


def _panel(args: Namespace, covariates: list[str], extra: list[str]) -> dict[str, object]:
    """Units over time: two-way levels, permutation over the units, and the calibrated answer."""
    frame, clock = read_panel(args, [*covariates, *extra, *_columns(args)])
    treated = _treated(frame, args)
    start = _start(frame, clock, args)
    frame = frame.assign(treated=frame["unit"].isin(treated).astype(float), after=(frame["t"] >= start).astype(float))
    values, how = _outcome(frame["outcome"].to_numpy(), args), _how(frame, args)
    effects = {"did": (frame["treated"] * frame["after"]).to_numpy(),
               **{name: numbers(frame, name) for name in covariates}}
    units, times = frame["unit"].to_numpy(), frame["t"].to_numpy()
    found = two_way(values, units, times, effects, **how)
    result = {**_verdict(frame, clock, treated, args, start), "coefficients":
              coefficient_part(named(found, list(effects))), "regression": _summary(found),
              "permutation": _permuted(frame, values)}
    if args.event_study:
        events = event_columns(times, frame["treated"].to_numpy(), start)
        followed = two_way(values, units, times, events, **how)
        result["event_study"] = coefficient_part(named(followed, list(events)))
    return result


def _columns(args: Namespace) -> list[str]:
    """The 0/1 columns that --treated and --start name, if they do."""
    if args.unit is None:
        return []
    header = pd.read_csv(args.file, nrows=0).columns
    return [name for name in (args.treated, args.start) if name in header]


def _treated(frame: pd.DataFrame, args: Namespace) -> list[str]:
    if args.treated in frame.columns:
        return sorted(frame.loc[numbers(frame, args.treated) > 0, "unit"].unique())
    return units_named(args.treated, frame)


def _start(frame: pd.DataFrame, clock: Clock, args: Namespace) -> float:
    if args.start not in frame.columns:
        return clock.number(args.start)
    begun = frame.loc[numbers(frame, args.start) > 0].sort_values("t")
    args.start = str(begun["when"].iloc[0])
    return float(begun["t"].iloc[0])


def _verdict(
    frame: pd.DataFrame, clock: Clock, treated: list[str], args: Namespace, start: float
) -> dict[str, object]:
    """The treated units together against each of the others."""
    others = [unit for unit in frame["unit"].unique() if unit not in treated]
    name = args.value or "value"
    answer = difference(series_of(frame, clock, treated, name), declared(args, clock, treated),
                        [series_of(frame, clock, [unit], name) for unit in others])
    return {"design": "did", **answer_part(answer)}


def _permuted(frame: pd.DataFrame, values: np.ndarray) -> dict[str, float]:
    means = frame.assign(values=values).groupby(["unit", "after"])["values"].mean().unstack("after").dropna()
    changes = (means[1.0] - means[0.0]).to_numpy()
    return permutation(changes, frame.groupby("unit")["treated"].first().loc[means.index].to_numpy())


def _outcome(values: np.ndarray, args: Namespace) -> np.ndarray:
    return np.log(values) if args.log else values


def _how(frame: pd.DataFrame, args: Namespace) -> dict[str, object]:
    return {
        "family": args.family, "weights": numbers(frame, args.weight) if args.weight else None,
        "groups": frame[args.cluster].to_numpy() if args.cluster else None,
        "offset": np.log(numbers(frame, args.offset)) if args.offset else None,
    }


def _summary(found: Regression) -> dict[str, object]:
    return {"family": found.family, "n": len(found.design), "df_resid": found.freedom,
            "dispersion": found.dispersion, **found.summary}
