"""Who the demand series are set against: people, adults or households of an area in a month."""

import csv
import datetime as dt
from collections import defaultdict
from pathlib import Path

import numpy as np

from data.samples.generate.draws import month_end

REFERENCE = Path(__file__).resolve().parents[2] / "reference" / "population.csv"
ADULTS, HOUSEHOLDS = 0.79, 0.41  # per person, for a place whose own figure the file doesn't give


class Populations:
    """Mid-year figures, straight lines between them, held before the first and after the last.

    The same reading as `metrics.population`, so that a true rate is a rate per the same people.
    """

    def __init__(self, path: Path = REFERENCE) -> None:
        self._known: dict[tuple[str, str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if not row["sex"] and (unit := _denominator(row)):
                    self._known[row["area"], unit][int(row["year"])] += float(row["count"])

    def at(self, area: str, month: dt.date, unit: str) -> float:
        """The number in the middle of a month. Raises KeyError for an area without people."""
        middle = (month.toordinal() + month_end(month).toordinal() + 1) / 2
        known = self._known.get((area, unit))
        if known:
            years = sorted(known)
            mids = [dt.date(year, 6, 30).toordinal() for year in years]
            return float(np.interp(middle, mids, [known[year] for year in years]))
        if unit == "persons":
            raise KeyError(f"{REFERENCE.name} has no people in {area}")
        return self.at(area, month, "persons") * {"adults": ADULTS, "households": HOUSEHOLDS}[unit]


def _denominator(row: dict[str, str]) -> str:
    """Which denominator a row belongs to; none for children, single bands and the standard population."""
    if row["unit"] == "households" and not row["age_band"]:
        return "households"
    if row["unit"] != "persons":
        return ""
    if not row["age_band"]:
        return "persons"
    start = row["age_band"].split("-")[0].rstrip("+")
    return "adults" if start.isdigit() and int(start) >= 18 else ""
