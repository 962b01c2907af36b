"""The illustrative data were made with known truths; the published intervals must find them again."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from data import reads

TRUTH = Path(__file__).parent.parent / "data" / "samples" / "truth.json"
KEY = ("indicator", "statistic", "area_code", "period_start", "period_end", "group_dim", "group_value")
COUNTY = "E10000012"
SURVEY = {f"I{number}" for number in range(14, 21)}
DEMAND = {"I21", "I22", "I23"}


@dataclass(frozen=True)
class Found:
    """A truth and the published interval that should hold it."""

    indicator: str
    statistic: str
    area: str
    group_dim: str
    truth: float
    value: float
    low: float
    high: float

    def holds(self, share_of_width: float = 1.0) -> bool:
        low = self.value - share_of_width * (self.value - self.low)
        high = self.value + share_of_width * (self.high - self.value)
        return low - 1e-9 <= self.truth <= high + 1e-9


@pytest.fixture(scope="module")
def found(demo_store) -> list[Found]:
    """Every truth that publication 1 has an interval for."""
    store = demo_store.open()
    with store.read() as connection:
        publication = reads.publication(connection, demo_store.publication)
        estimates = reads.estimates(connection, publication.id)
    store.close()
    bounded = estimates[estimates["low"].notna()].astype({"period_start": str, "period_end": str})
    keys = zip(*(bounded[name] for name in KEY), strict=True)
    figures = dict(zip(keys, bounded[["value", "low", "high"]].itertuples(index=False), strict=True))
    matched = []
    for truth in json.loads(TRUTH.read_text(encoding="utf-8")):
        key = tuple(truth["area" if name == "area_code" else name] for name in KEY)
        if key in figures:
            at = truth["indicator"], truth["statistic"], truth["area"], truth["group_dim"]
            matched.append(Found(*at, truth["value"], *figures[key]))
    return matched


def inside(matched: list[Found], share_of_width: float = 1.0) -> tuple[float, str]:
    """The share that lies inside, and the counts by indicator in words."""
    held = Counter(each.indicator for each in matched if each.holds(share_of_width))
    of = Counter(each.indicator for each in matched)
    words = ", ".join(f"{name} {held[name]}/{count}" for name, count in sorted(of.items()))
    return sum(held.values()) / len(matched), f"{sum(held.values())} of {len(matched)} inside: {words}"


FAMILIES = {
    "all": (lambda each: True, 6000),
    "survey, the county": (
        lambda each: each.indicator in SURVEY and each.statistic == "share" and not each.group_dim, 25),
    "survey, every county figure": (lambda each: each.indicator in SURVEY and not each.group_dim, 90),
    "survey, groups": (lambda each: each.indicator in SURVEY and bool(each.group_dim), 2500),
    "demand": (lambda each: each.indicator in DEMAND, 2500),
    "demand, the county": (lambda each: each.indicator in DEMAND and each.area == COUNTY, 150),
}  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_the_intervals_hold_the_truths_as_often_as_they_say(found, family):
    belongs, at_least = FAMILIES[family]
    matched = [each for each in found if belongs(each)]
    share, counts = inside(matched)
    assert len(matched) >= at_least, counts
    # 25 to 30 figures can't tell 95 % from 99.5 %: a small family may be inside whole
    highest = 0.99 if len(matched) > 500 else 1.0
    assert 0.90 <= share <= highest, counts


def test_intervals_half_as_wide_would_be_found_out(found):
    share, counts = inside(found, share_of_width=0.5)
    assert share < 0.90, counts


def test_intervals_twice_as_wide_would_be_found_out(found):
    share, counts = inside(found, share_of_width=2.0)
    assert share > 0.99, counts
