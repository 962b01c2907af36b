"""Rates as if every area had the same ages, worked by hand."""

import pandas as pd
import pytest

from tests.metrics.builders import counts, one, people
from tests.metrics.test_demand import rates

YOUNG, OLD = {"D1": [30]}, {"D1": [60]}
STANDARD = pd.concat(
    [
        people({"STANDARD": {2024: 3}}, unit="standard", band="0-64"),
        people({"STANDARD": {2024: 1}}, unit="standard", band="65+"),
    ]
)
BANDS = pd.concat(
    [
        people({"D1": {2024: 1000}}, band="0-64"),
        people({"D1": {2024: 500}}, band="65+"),
        people({"D1": {2024: 1500}}),
    ]
)


def test_with_age_bands_and_a_standard_population_the_rate_is_standardised():
    demand = pd.concat([counts(YOUNG, band="0-64"), counts(OLD, band="65+")], ignore_index=True)
    found = rates(demand, pd.concat([BANDS, STANDARD], ignore_index=True))
    standardised = one(found, "rate", area="D1")
    # 30 and 60 in 30 days: 1 of 1,000 and 2 of 500 a day; weights 3/4 and 1/4
    assert standardised.value == pytest.approx(0.75 * 1 + 0.25 * 4)
    assert standardised.low < standardised.value < standardised.high
    assert "age-standardised" in standardised.method
    assert one(found, "count", area="D1").value == 90


@pytest.mark.parametrize(
    "population",
    [
        BANDS,
        pd.concat(
            [BANDS, STANDARD, people({"STANDARD": {2024: 1}}, unit="standard", band="95+")], ignore_index=True
        ),
    ],
)
def test_without_every_band_of_the_standard_the_rate_stays_crude(population):
    demand = pd.concat([counts(YOUNG, band="0-64"), counts(OLD, band="65+")], ignore_index=True)
    found = one(rates(demand, population), "rate", area="D1")
    assert found.value == pytest.approx(2)
    assert "crude rate" in found.method
