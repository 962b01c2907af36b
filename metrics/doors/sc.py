"""`python -m metrics sc`: synthetic control on outcomes, its placebos in space, and the calibrated verdict."""

from argparse import ArgumentParser, Namespace

import numpy as np
import pandas as pd

from metrics.designs.simplex import simplex_weights
from metrics.designs.synthetic import synthetic_control
from metrics.doors.causal_output import answer_part, show
from metrics.doors.common import DoorError
from metrics.doors.dated_columns import Clock
from metrics.doors.panel_file import add_panel, declared, read_panel, series_of, units_named

HELP = "synthetic control: did a unit leave the mixture of others that it used to go with"


def add(parser: ArgumentParser) -> None:
    add_panel(parser)
    parser.add_argument("--treated", required=True, help="the treated unit")
    parser.add_argument("--start", required=True, help="the first period in which the effect may show")
    parser.add_argument("--placebo", action="store_true", help="every other unit in the treated one's place")


def run(args: Namespace) -> int:
    frame, clock = read_panel(args, [])
    [treated] = units_named(args.treated, frame)[:1]
    rates = frame.assign(rate=frame["outcome"] / frame["size"]).pivot(index="t", columns="unit", values="rate")
    rates = rates.dropna(axis=1)
    before = (rates.index < clock.number(args.start)).astype(bool)
    if treated not in rates or before.sum() < 2 or before.all() or rates.shape[1] < 3:
        raise DoorError("There must be two other units or more, and two periods or more before the start and one after,"
                        " without gaps.")
    found = {"design": "sc", **_verdict(frame, clock, treated, list(rates.columns), args)}
    return show({**found, "synthetic": _synthetic(rates, treated, before, args.placebo, frame)}, args.json)


def _verdict(frame: pd.DataFrame, clock: Clock, treated: str, units: list[str], args: Namespace) -> dict[str, object]:
    name = args.value or "value"
    comparators = [series_of(frame, clock, [unit], name) for unit in units if unit != treated]
    answer = synthetic_control(series_of(frame, clock, [treated], name), declared(args, clock, [treated]), comparators)
    return answer_part(answer)


def _synthetic(
    rates: pd.DataFrame, treated: str, before: np.ndarray, placebo: bool, frame: pd.DataFrame
) -> dict[str, object]:
    """Weights, gaps and root mean square gaps in the outcome's own unit, as quadprog and Synth have them."""
    donors = [unit for unit in rates.columns if unit != treated]
    own = _gaps(rates, treated, donors, before)
    size = frame[frame["unit"] == treated].set_index("t")["size"].loc[rates.index].to_numpy()
    result = {
        "weights": dict(zip(donors, own["weights"].tolist(), strict=True)), "times": rates.index.tolist(),
        "observed": rates[treated].tolist(), "expected": (rates[treated].to_numpy() - own["gap"]).tolist(),
        "gap": own["gap"].tolist(), "pre_rmspe": own["pre"], "post_rmspe": own["post"], "ratio": own["ratio"],
        "effect": float(own["gap"][~before].mean()), "avoided": float(-(own["gap"] * size)[~before].sum()),
    }
    if placebo:
        # The treated unit may have changed: it is no comparator for the placebos.
        ratios = {unit: _gaps(rates, unit, [other for other in donors if other != unit], before)["ratio"]
                  for unit in donors}
        rank = 1 + sum(ratio >= own["ratio"] for ratio in ratios.values())
        result["placebo"] = {"ratios": ratios, "rank": rank, "p": rank / (len(donors) + 1)}
    return result


def _gaps(rates: pd.DataFrame, unit: str, donors: list[str], before: np.ndarray) -> dict:
    values, others = rates[unit].to_numpy(), rates[donors].to_numpy()
    weights = simplex_weights(values[before], others[before])
    gap = values - others @ weights
    pre, post = (float(np.sqrt(np.mean(gap[part] ** 2))) for part in (before, ~before))
    return {"weights": weights, "gap": gap, "pre": pre, "post": post, "ratio": post / pre if pre else float("inf")}
