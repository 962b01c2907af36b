"""Small inputs of the value chain for tests."""

import datetime as dt

from metrics.worth.cases import FACTORS
from metrics.worth.types import Avoided, Factor, Grade, Terms, UnitCost, Year

GRADES = (
    Grade(1, 0.0, 0.0, 5, "", 1), Grade(2, 0.05, 0.05, 4, "", 2), Grade(3, 0.1, 0.1, 3, "green", 3),
    Grade(4, 0.15, 0.15, 2, "amber", 4), Grade(6, 0.4, 0.4, None, "red", None),
)  # fmt: skip
DEFLATOR = {2012: 80.0, 2024: 100.0}
HELD = {"deadweight": "counted against it.", "leakage": "the place's own.", "drop_off": "counted."}


def factor(name: str, low: float, central: float, high: float) -> Factor:
    return Factor(name, low, central, high, "Somebody", "assumption")


FIVE = tuple(factor(name, 0.1, 0.2, 0.5) for name in FACTORS)


def terms(factors=FIVE, **more) -> Terms:
    given = {"deflator": DEFLATOR, "grades": GRADES, "discount": 0.035, "as_at": dt.date(2026, 9, 30), "seed": 7,
             "draws": 2000}  # fmt: skip
    return Terms(factors, **{**given, **more})


def avoided(low=200.0, central=1000.0, high=1800.0, years=((1, 0.6, 6), (2, 0.4, 6)), **more) -> Avoided:
    """Avoided cases with a 95 % interval, split over years by (number, part, months)."""
    split = tuple(Year(number, part * central, months) for number, part, months in years)
    given = {"service": "ae", "areas": ("E1",), "maryland": 2, "holds": HELD}
    return Avoided(years=split, levels=(0.025, 0.5, 0.975), quantiles=(low, central, high), **{**given, **more})


def unit_cost(low=80.0, central=100.0, high=150.0, **more) -> UnitCost:
    given = {"code": "HE4.0", "payer": "NHS", "kind": "fiscal", "price_year": 2012, "quality": "amber",
             "source": "Somebody"}  # fmt: skip
    return UnitCost(low=low, central=central, high=high, **{**given, **more})
