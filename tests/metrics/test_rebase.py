"""Limits set anew stand beside the published ones and change nothing else."""

import dataclasses
import datetime as dt

import pytest

from metrics.measures import compute
from metrics.rebase import rebased
from metrics.types import Absence
from tests.metrics.builders import context, counts, definition

RATE = definition("demand_rate", unit="rate", direction="down",
                  params={"service": "ae", "per": 1000, "denominator": "none"})
SETTING = context("2026-10-31")
LOW = [310, 280, 300, 320, 290, 310, 280, 300, 320, 290, 310, 280, 300, 320]
HIGH = [value + 200 for value in LOW]


def published(values):
    frames = {"service_demand": counts({"COUNTY": values})}
    return [each for each in compute(RATE, frames, SETTING) if each.statistic == "per_day"]


def anew(values, *dates):
    return rebased(RATE, published(values), [dt.date.fromisoformat(date) for date in dates], SETTING)


def test_after_a_step_the_new_level_is_common_cause_only_with_limits_of_its_own():
    values = [*HIGH, *LOW]
    assert {e.mark for e in published(values)[-7:]} == {"improvement_low"}
    assert {e.mark for e in anew(values, "2025-06-01")[-7:]} == {"common_cause"}


def test_values_and_periods_are_those_published():
    before, after = published([*HIGH, *LOW]), anew([*HIGH, *LOW], "2025-06-15")
    assert [(e.period, e.value) for e in before] == [(e.period, e.value) for e in after]
    assert {e.scenario for e in after} == {"rebased"}
    assert [e.segment for e in after] == [1] * 14 + [2] * 14


@pytest.mark.parametrize("date", ["2020-01-01", "2030-01-01", "2024-04-10"])
def test_a_date_outside_the_series_or_at_its_start_changes_nothing(date):
    assert anew(LOW, date) == []


def test_a_withheld_figure_stays_withheld():
    given = published([*HIGH, *LOW])
    given[3] = dataclasses.replace(given[3], value=None, absence=Absence.WITHHELD)
    after = rebased(RATE, given, [dt.date(2025, 6, 1)], SETTING)
    assert after[3].value is None
    assert after[3].absence is Absence.WITHHELD
