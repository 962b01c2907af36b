"""The figures of a publication without a store: every box is spoken of, links stand as signed."""

import datetime as dt

import pandas as pd
import pytest

from data.framework import load_framework
from etl.figures import make_figures

FRAMEWORK = load_framework()
AS_AT = dt.date(2026, 10, 31)
SIGNED = {"verdict": "supported", "rationale": "Seen.", "actor": "An evaluator",
          "decided_at": dt.datetime(2026, 10, 1, tzinfo=dt.UTC)}  # fmt: skip


def asb(counts, origin="real") -> pd.DataFrame:
    """Counts of a district by month of 2025."""
    starts = [dt.date(2025, month, 1) for month in range(1, len(counts) + 1)]
    ends = [(start + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1) for start in starts]
    return pd.DataFrame({
        "service": "asb", "area_code": "E07000066", "age_band": "", "period_start": starts,
        "period_end": ends, "period_kind": "month", "count": [float(count) for count in counts],
        "absence": None, "upload_id": 3, "sheet": "Data", "row": range(2, len(counts) + 2), "cell": None,
        "origin": origin,
    })  # fmt: skip


@pytest.fixture(scope="module")
def nothing():
    return make_figures(FRAMEWORK, {}, {}, AS_AT)


def of_kind(figures, kind):
    return {row["subject"]: row for row in figures.statuses if row["kind"] == kind}


def test_without_data_there_are_no_figures_and_nothing_is_illustrative(nothing):
    assert nothing.estimates == []
    assert not nothing.illustrative


@pytest.mark.parametrize(
    ("kind", "subjects"),
    [("indicator", FRAMEWORK.indicators), ("node", FRAMEWORK.nodes), ("link", FRAMEWORK.links),
     ("dataset", FRAMEWORK.datasets)],
)  # fmt: skip
def test_everything_in_the_framework_is_spoken_of(nothing, kind, subjects):
    assert list(of_kind(nothing, kind)) == [each.id for each in subjects]


def test_the_overview_has_its_words_even_then(nothing):
    assert nothing.headline.endswith(".")
    assert nothing.lead


def test_a_link_nobody_judged_is_not_yet_testable(nothing):
    assert {row["change"] for row in of_kind(nothing, "link").values()} == {"not_yet_testable"}


def test_a_signed_verdict_stands_with_its_signature():
    link = FRAMEWORK.links[0]
    row = of_kind(make_figures(FRAMEWORK, {}, {link.id: SIGNED}, AS_AT), "link")[link.id]
    assert (row["change"], row["why"]) == ("supported", "Seen.")
    assert (row["detail"]["actor"], row["detail"]["signed"]) == ("An evaluator", True)


def test_progress_names_every_indicator_and_impact_model_as_it_is_computed():
    heard = []
    make_figures(FRAMEWORK, {}, {}, AS_AT, heard.append)
    indicators = [f"{indicator.id} {indicator.name}" for indicator in FRAMEWORK.indicators]
    models = [f"What the programme did: {model.name}" for model in FRAMEWORK.impact_models]
    said = [step for step in heard if step in {*indicators, *models}]
    assert sorted(said[: len(indicators)]) == sorted(indicators)  # families stand together
    assert said[len(indicators) :] == models


@pytest.mark.parametrize(("origin", "illustrative"), [("real", False), ("sample", True)])
def test_one_sample_makes_it_illustrative(origin, illustrative):
    frames = {"service_demand": asb([10, 12, 11], origin)}
    assert make_figures(FRAMEWORK, frames, {}, AS_AT).illustrative is illustrative


@pytest.mark.parametrize(("as_at", "state"), [(dt.date(2025, 4, 30), "fresh"), (AS_AT, "stale")])
def test_a_dataset_goes_stale_with_time(as_at, state):
    figures = make_figures(FRAMEWORK, {"service_demand": asb([10, 12, 11])}, {}, as_at)
    row = of_kind(figures, "dataset")["service_demand"]
    assert row["change"] == state
    assert row["detail"]["latest"] == "2025-03-31"
    assert row["detail"]["uploads"] == [3]
