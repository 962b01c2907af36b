import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from metrics.comparator import EXACT
from metrics.intervals import difference
from metrics.measures import compute
from metrics.status import indicator_status
from metrics.status_types import TargetStatus
from metrics.types import Absence, Target
from tests.metrics.surveys import CONTEXT, LATER, TRUST, everyone, frames, one

ENGLAND = "E92000001"
ABOVE = replace(
    TRUST, published_measure="lga_trust", target=Target("difference", 2, dt.date(2028, 3, 31), comparator=ENGLAND)
)
SETTING = replace(CONTEXT, area_names={ENGLAND: "England"})
ROW = {
    "source": "Another survey", "measure": "lga_trust", "area_code": ENGLAND, "value": 40.0, "low": None, "high": None,
    "base": None, "mode": "telephone", "period_start": dt.date(2024, 4, 1), "period_end": dt.date(2025, 3, 31),
}  # fmt: skip


def estimates(*rows, positive=250, definition=ABOVE, **wave):
    held = frames((everyone(500, positive), wave)) | {"published_estimates": pd.DataFrame(list(rows) or None)}
    return compute(definition, held, SETTING)


def gap(*rows, **more):
    return one(estimates(*rows, **more), "gap_to_comparator")


def test_the_gap_is_the_waves_share_minus_the_published_figure():
    made = gap(ROW)
    assert made.value == pytest.approx(10.0)
    assert made.low < 10 < made.high


def test_what_else_a_wave_asked_does_not_matter():
    other = {"question": "lga_vfm", "wording": "Value for money?"}
    held = frames((everyone(500, 250), {}), (everyone(500, 100), other))
    held["wave_design"] = held["wave_design"].drop_duplicates()
    made = compute(ABOVE, held | {"published_estimates": pd.DataFrame([ROW])}, SETTING)
    assert one(made, "gap_to_comparator").value == pytest.approx(10.0)


def test_a_published_figure_without_interval_is_taken_as_exact_and_said_so():
    share, made = one(estimates(ROW), "share"), gap(ROW)
    assert (made.low, made.high) == pytest.approx((share.low - 40, share.high - 40))
    assert EXACT in made.method


def test_a_published_interval_widens_the_gaps():
    share, made = one(estimates(ROW), "share"), gap(ROW | {"low": 38.0, "high": 42.0})
    assert made.low == pytest.approx(difference(40, (38, 42), share.value, (share.low, share.high))[1])


def test_the_nearest_period_counts():
    older = ROW | {"value": 20.0, "period_start": dt.date(2022, 4, 1), "period_end": dt.date(2023, 3, 31)}
    assert gap(older, ROW).value == pytest.approx(10.0)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([], "No figure for England has been loaded."),
        ([ROW | {"area_code": "W92000004"}], "No figure for England has been loaded."),
        ([ROW | {"measure": "lga_runs"}], "No figure for England has been loaded."),
        ([ROW | {"mode": "online"}], "was asked online, this wave by telephone"),
        ([ROW | {"mode": None}], "was asked in a way that isn't recorded"),
        ([ROW | {"period_start": dt.date(2016, 4, 1), "period_end": dt.date(2017, 3, 31)}], "more than 2 years"),
    ],
)
def test_a_figure_that_does_not_fit_is_not_comparable_and_says_why(rows, words):
    made = gap(*rows)
    assert (made.value, made.absence) == (None, Absence.NOT_COMPARABLE)
    assert words in made.reason


def test_a_wave_that_asked_another_question_is_not_comparable():
    reworded = replace(ABOVE, params={"questions": ["lga_trust", "lga_trust_b"]})
    assert "another question" in gap(ROW, definition=reworded, question="lga_trust_b").reason


def test_without_a_difference_target_there_is_no_gap():
    made = estimates(ROW, definition=replace(ABOVE, target=None))
    assert not [e for e in made if e.statistic == "gap_to_comparator"]


@pytest.mark.parametrize(("positive", "expected"), [(300, TargetStatus.REACHED), (210, TargetStatus.UNCERTAIN)])
def test_the_target_is_judged_by_the_gap(positive, expected):
    made = estimates(ROW, positive=positive, **LATER)
    assert indicator_status(ABOVE, made, SETTING).target is expected


def test_the_status_says_why_there_is_nothing_to_set_it_against():
    made = indicator_status(ABOVE, estimates(ROW | {"mode": "online"}, **LATER), SETTING)
    assert made.target is TargetStatus.UNCERTAIN
    assert "was asked online, this wave by telephone" in made.why


def test_a_gap_that_is_not_comparable_does_not_break_the_indicators_own_series():
    held = frames((everyone(500, 200), {}), (everyone(500, 300), LATER))
    status = indicator_status(ABOVE, compute(ABOVE, held, SETTING), SETTING)
    assert status.change == "improving"
