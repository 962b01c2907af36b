"""What a demand series may betray about itself: carried-forward figures, spikes, a last month cut short."""

import random

import pytest

from tests.etl.small import checked, codes_of, demand

SEASON = [1.2, 1.1, 1.0, 0.9, 0.8, 0.9, 1.0, 1.1, 1.0, 0.9, 1.0, 1.1]
SOUGHT = {"equal_run", "spike", "partial_month"}


def series(values, service="ae_type1", area="RDE"):
    return demand(*(
        f"{service},{area},{2022 + n // 12}-{n % 12 + 1:02d},{value}" for n, value in enumerate(values)
    ))  # fmt: skip


def quiet(count=36, level=5000, seed=1):
    draw = random.Random(seed)
    return [round(level * SEASON[n % 12] * (1 + draw.gauss(0, 0.02))) for n in range(count)]


def found(values):
    return [each for each in checked(series(values), "service_demand").faults if each.code in SOUGHT]


@pytest.mark.parametrize("seed", range(8))
def test_a_quiet_series_with_a_season_is_left_alone(seed):
    assert found(quiet(seed=seed)) == []


@pytest.mark.parametrize("factor", [10, 2, 0.1])
def test_a_month_far_from_its_own_history_is_named_with_its_cell(factor):
    values = quiet()
    values[20] = round(values[20] * factor)
    [fault] = found(values)
    assert (fault.code, fault.cell) == ("spike", "D22")
    assert "2023-09" in fault.message


def test_a_high_month_of_every_year_is_its_season():
    values = [value * (2 if n % 12 == 11 else 1) for n, value in enumerate(quiet(48))]
    assert found(values) == []


def test_a_last_month_cut_short_is_named():
    values = quiet()
    values[-1] = round(values[-1] * 0.5)
    assert [fault.code for fault in found(values)] == ["partial_month"]


@pytest.mark.parametrize(
    ("length", "value", "codes"),
    [(2, 5000, []), (3, 5000, ["equal_run"]), (6, 5000, ["equal_run"]), (4, 50, []), (5, 50, ["equal_run"]),
     (9, 5, [])],
)
def test_a_run_of_equal_counts_is_named_once(length, value, codes):
    values = [value] * length
    assert [fault.code for fault in found([value + 7, *values, value + 9])] == codes


def test_equal_counts_with_a_month_missing_between_them_are_no_run():
    lines = [f"ae_type1,RDE,2024-{month:02d},5000" for month in (1, 2, 4, 5)]
    assert not SOUGHT & set(codes_of(checked(demand(*lines), "service_demand").faults, "notice"))


def test_small_counts_may_halve_and_double():
    draw = random.Random(3)
    assert found([draw.randint(2, 9) for _ in range(36)]) == []


@pytest.mark.parametrize(
    ("count", "broken", "cells"),
    [(36, {20: 12.5}, ["D22"]), (36, {20: 13.0}, []), (9, {4: 12.5}, []), (36, dict.fromkeys(range(9), 12.5), [])],
    ids=["one", "none", "too few to tell", "as its publisher counts"],
)
def test_a_count_that_is_not_whole_among_whole_ones_is_named_with_its_cell(count, broken, cells):
    values = [broken.get(at, value) for at, value in enumerate(quiet(count))]
    faults = checked(series(values), "service_demand").faults
    assert [each.cell for each in faults if each.code == "count_not_whole"] == cells
