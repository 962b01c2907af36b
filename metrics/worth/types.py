"""The words the value chain asks and answers in: factors, unit costs, terms, steps and what they come to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from metrics.designs.types import Range

KINDS = ("fiscal", "economic", "social")  # never added up with each other


@dataclass(frozen=True, slots=True)
class Factor:
    """A share between 0 and 1 with its low and high end. `status`: verified, unverified or assumption."""

    name: str  # deadweight, displacement, leakage, attribution, drop_off
    low: float
    central: float
    high: float
    source: str
    status: str
    services: tuple[str, ...] = ()  # none named: every service

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.central <= self.high <= 1:
            raise ValueError(f"{self.name}: low, central and high must rise between 0 and 1, and are "
                             f"{self.low}, {self.central}, {self.high}")


@dataclass(frozen=True, slots=True)
class UnitCost:
    """What one case costs one payer, in pounds of `price_year`. A blank low or high end is None, not guessed."""

    code: str
    payer: str
    kind: str
    low: float | None
    central: float
    high: float | None
    price_year: int
    quality: str  # green, amber, red
    source: str
    item: str = ""

    def __post_init__(self) -> None:
        low, high = (self.central if end is None else end for end in (self.low, self.high))
        if not 0 <= low <= self.central <= high:
            raise ValueError(f"unit cost {self.code}: low, central and high must rise from 0")


@dataclass(frozen=True, slots=True)
class Grade:
    """A confidence grade: what is taken off benefits and put on costs, and what evidence earns it (HMT, 2014).

    `qualities` of unit costs, the Maryland level of the effect, and the age in years up to which prices earn it.
    """

    grade: int
    benefits: float
    costs: float
    maryland: int | None
    quality: str
    years_old: int | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A budget holder's signature: the share of a payer's fiscal value that can be taken out as cash."""

    service: str
    payer: str
    share: float
    by: str
    on: dt.date
    why: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """A programme year (0: the first) with avoided cases: the central figure, and how many months it has."""

    number: int
    cases: float
    months: int


@dataclass(frozen=True, slots=True)
class Avoided:
    """Cases that did not come, as a distribution: quantiles of their total at `levels` (rising, 0 to 1).

    `years` split the total; their cases add up to its median. `holds` names the factors that are in the figure
    already and must not be taken off again, with the reason.
    """

    service: str
    areas: tuple[str, ...]
    years: tuple[Year, ...]
    levels: tuple[float, ...]
    quantiles: tuple[float, ...]
    maryland: int
    holds: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.years or len(self.levels) != len(self.quantiles) or not self.levels:
            raise ValueError(f"{self.service}: avoided cases need years, and a quantile for each level")
        if list(self.quantiles) != sorted(self.quantiles) or list(self.levels) != sorted(self.levels):
            raise ValueError(f"{self.service}: quantiles and levels must rise")

    @property
    def months(self) -> int:
        return sum(year.months for year in self.years)


@dataclass(frozen=True, slots=True)
class Terms:
    """What every service is valued with. `deflator`: index by year. `discount`: share a year, from year 0."""

    factors: tuple[Factor, ...]
    deflator: Mapping[int, float]
    grades: tuple[Grade, ...]
    discount: float
    as_at: dt.date
    seed: int
    signed: tuple[Signed, ...] = ()
    draws: int = 10_000

    @property
    def base_year(self) -> int:
        """The year in whose prices everything is said: the last one the deflator knows."""
        return max(self.deflator)

    def factor(self, name: str, service: str) -> Factor | None:
        """The factor for a service: the one that names it before the one for every service; None where none is."""
        fitting = [each for each in self.factors if each.name == name and service in (each.services or (service,))]
        return max(fitting, key=lambda each: len(each.services), default=None)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the waterfall, in pounds: what it changes, what is left after it, and how many cases that is.

    A step that is not `applied` changes nothing; `why` says why not.
    """

    id: str
    name: str
    change: Range
    after: Range
    cases: Range
    why: str
    applied: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """One payer's part of the value, and how much of that is cash."""

    payer: str
    value: Range
    cashable: Range
    why: str


@dataclass(frozen=True, slots=True)
class Worth:
    """What the avoided cases of a service are worth, of one kind. With `refusal` there are no steps.

    `present` holds the draws of the value after every step, the central figure first, and `annual` those of
    what twelve months of the effect are worth before discounting: for adding up and for payback.
    """

    service: str
    kind: str
    steps: tuple[Step, ...] = ()
    payers: tuple[Share, ...] = ()
    grade: int = 0
    prices: tuple[UnitCost, ...] = ()
    areas: tuple[str, ...] = ()
    refusal: str = ""
    present: np.ndarray | None = field(default=None, compare=False, repr=False)
    annual: np.ndarray | None = field(default=None, compare=False, repr=False)

    @property
    def total(self) -> Range | None:
        """The value after every step; None where it was refused."""
        return self.steps[-1].after if self.steps else None
