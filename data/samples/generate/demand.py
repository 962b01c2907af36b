"""Demand on eight services in fourteen areas and twenty-four comparators, month by month."""

import datetime as dt
from collections.abc import Mapping, Sequence

import numpy as np

from data.samples.generate import services
from data.samples.generate.draws import month_end, months, stream
from data.samples.generate.places import QUINTILES, UNITARIES, all_places
from data.samples.generate.populations import Populations
from data.samples.generate.services import SERIES

HEADER = ("service", "area", "period", "age_band", "count")
MONTHS = months(services.FIRST_MONTH, services.MONTH_COUNT)
YEAR = 365.25


class Demand:
    """The true rates of a service and the counts drawn around them; rows are areas, columns months.

    `expected` is the true mean count of each area and month. Counts are negative binomial: chance, and
    shocks of the month beyond chance.
    """

    def __init__(
        self, seed: int, service: str, denominator: str, comparators: Sequence[str], people: Populations
    ) -> None:
        self.service, self.series = service, SERIES[service]
        self.areas = [*all_places(), *comparators]
        rng = stream(seed, f"demand {service}")
        exposure = np.array(
            [[people.at(area, month, denominator) for month in MONTHS] for area in self.areas]
        )
        days = np.array([(month_end(month) - month).days + 1 for month in MONTHS])
        rate = self.series.level / 1000 / YEAR * self._areas_differ(rng)[:, None] * self._factors()
        self.expected = exposure * days * rate
        self.counts = self._drawn(rng)

    def _areas_differ(self, rng: np.random.Generator) -> np.ndarray:
        """Each area's level relative to the average: its deprivation, and something of its own."""
        deprivation = [_deprivation(code) for code in all_places()]
        known = np.array([*deprivation, *rng.uniform(-0.4, 0.4, len(self.areas) - len(deprivation))])
        return np.exp(self.series.deprivation * known + rng.normal(0, self.series.spread, len(self.areas)))

    def _factors(self) -> np.ndarray:
        """Season, trend, the programme and the recording break, by area and month."""
        county = np.array([area in all_places() and area not in UNITARIES for area in self.areas])
        essex = np.array([area in all_places() for area in self.areas])
        columns = []
        for month in MONTHS:
            column = np.full(len(self.areas), services.time_factor(self.service, month))
            column[county] *= services.programme_factor(self.service, month)
            if self.service == "asb" and month >= services.RECORDING_BREAK:
                column[essex] *= services.RECORDED
            columns.append(column)
        return np.array(columns).T

    def _drawn(self, rng: np.random.Generator) -> np.ndarray:
        shape = 1 / self.series.shock**2
        shocks = rng.gamma(shape, 1 / shape, self.expected.shape)
        weather = np.exp(rng.normal(0, self.series.weather, len(MONTHS)))
        return rng.poisson(self.expected * shocks * weather)

    def rows(self) -> list[list]:
        """Area after area, month after month, with a stale copy and two gaps where the story has them."""
        counts = self.counts.astype(object)
        service, area, stale = services.STALE
        for month in stale if self.service == service else ():
            counts[self.areas.index(area), MONTHS.index(month)] = counts[
                self.areas.index(area), MONTHS.index(month.replace(year=month.year - 1))]
        for service, comparator, month in services.MISSING:
            if self.service == service:
                counts[len(all_places()) + comparator, MONTHS.index(month)] = ".."
        return [
            [self.service, area, f"{month:%Y-%m}", None, count if isinstance(count, str) else int(count)]
            for area, line in zip(self.areas, counts, strict=True)
            for month, count in zip(MONTHS, line, strict=True)
        ]

    def expected_in(self, areas: Sequence[str], month: dt.date) -> float:
        """The true mean count of several areas together in a month."""
        at = [self.areas.index(area) for area in areas]
        return float(self.expected[at, MONTHS.index(month)].sum())


def all_demand(
    seed: int, denominators: Mapping[str, str], comparators: Sequence[str], people: Populations
) -> dict[str, Demand]:
    """Every service; `denominators` says whether it is set against persons, adults or households."""
    return {name: Demand(seed, name, denominators[name], comparators, people) for name in SERIES}


def _deprivation(code: str) -> float:
    """How deprived a district is: about 1 for the most, below 0 for the least."""
    shares = all_places()[code].shares["imd"][1]
    return float(3 - np.array(QUINTILES) @ shares)
