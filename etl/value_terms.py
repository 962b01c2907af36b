"""What every service is valued with: outside figures of data/reference and the framework's own terms."""

import csv
import datetime as dt

import pandas as pd

from data.framework import Framework
from etl.outside import REFERENCE
from metrics.worth.types import Factor, Grade, Signed, Terms


def value_terms(framework: Framework, as_at: dt.date, seed: int, recorded: pd.DataFrame | None = None) -> Terms:
    """Factors, deflator and grades as shipped, the framework's discount rate, and the cash shares signed by then.

    `recorded` are the shares that evaluators wrote down, as data.reads.cashable_shares gives them.
    """
    return Terms(
        factors=tuple(map(_factor, rows("value_factors.csv"))),
        deflator={int(row["year"]): float(row["index"]) for row in rows("deflator.csv")},
        grades=tuple(map(_grade, rows("optimism_bias.csv"))),
        discount=framework.threshold("discount_rate") / 100,
        as_at=as_at,
        seed=seed,
        signed=(*_recorded(recorded, as_at), *_declared(framework, as_at)),
    )


def _recorded(held: pd.DataFrame | None, as_at: dt.date) -> tuple[Signed, ...]:
    """Of each service and payer the row written down last: a correction counts, whichever day it names."""
    if held is None or not len(held):
        return ()
    due = held[held["signed_on"] <= as_at].drop_duplicates(["service", "payer"])  # the newest stand first
    names = ["service", "payer", "share", "owner", "signed_on", "reason"]
    return tuple(Signed(*row) for row in due[names].itertuples(index=False))


def _declared(framework: Framework, as_at: dt.date) -> tuple[Signed, ...]:
    """What the framework itself says was signed."""
    return tuple(
        Signed(each.service, each.payer, each.share, each.signed_by, each.signed_on)
        for each in framework.cashable_shares
        if each.signed_on <= as_at
    )


def overlaps() -> dict[tuple[str, str], str]:
    """Unit costs of which the first holds the second, to why."""
    return {(row["code"], row["includes"]): row["why"] for row in rows("unit_cost_overlaps.csv")}


def rows(file: str) -> list[dict[str, str]]:
    with (REFERENCE / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _factor(row: dict[str, str]) -> Factor:
    low, central, high = (float(row[end]) for end in ("low", "central", "high"))
    return Factor(row["factor"], low, central, high, row["source"], row["status"], tuple(row["services"].split()))


def _grade(row: dict[str, str]) -> Grade:
    maryland, years = (int(row[name]) if row[name] else None for name in ("maryland", "years_old"))
    return Grade(int(row["grade"]), float(row["benefits"]), float(row["costs"]), maryland, row["quality"], years)
