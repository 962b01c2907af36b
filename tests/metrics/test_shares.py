"""Shares made of counts: prevention among duties, failure among coded contacts."""

import pandas as pd
import pytest

from metrics.disclosure import Rules, disclose, kinds_of
from metrics.measures import compute
from metrics.types import Absence
from tests.metrics.builders import context, counts, definition, one, series, table


def test_prevention_is_a_share_of_whole_quarters():
    measure = definition("prevention_share", params={"numerator": "prevent", "other": "relief"})
    demand = pd.concat(
        [
            counts({"D1": [10, 10, 10, 5], "D2": [20, 20, 20, 5]}, service="prevent"),
            counts({"D1": [10, 10, 10, 5], "D2": [0, 0, 0, 5]}, service="relief"),
        ],
        ignore_index=True,
    )
    found = compute(measure, {"service_demand": demand}, context("2026-10-31"))
    assert series(found) == [75, "missing"]
    assert (one(found, end="2024-06-30").numerator, one(found, end="2024-06-30").denominator) == (90, 120)
    assert series(found, area="D2")[0] == 100
    assert one(found, area="D2", end="2024-06-30").low < 100


def quarters(**chart):
    params = {"numerator": "prevent", "other": "relief"}
    measure = definition("prevention_share", unit="percent", params=params, **chart)
    duties = [counts({"D1": [6, 4, 5] * 5, "D2": [9, 9, 9] * 5}, service=service) for service in ("prevent", "relief")]
    frames = {"service_demand": pd.concat(duties, ignore_index=True)}
    return measure, compute(measure, frames, context("2026-10-31"))


def test_a_share_has_control_limits_where_a_chart_of_counts_is_chosen():
    _, found = quarters(chart="p")
    last = one(found)
    assert last.centre == pytest.approx(50)
    assert last.upper_limit == pytest.approx(50 + 300 * (0.25 / 84) ** 0.5)  # 42 of 84 duties a quarter
    assert "p chart" in last.method
    assert one(quarters()[1]).upper_limit is None


def test_a_rounded_share_has_no_limits_for_they_would_tell_its_exact_base():
    measure, found = quarters(chart="p")
    rules = Rules(
        kinds=kinds_of([measure]), whole_areas=frozenset(("COUNTY",)), services={"I99": ("prevent", "relief")},
        rounded=frozenset(("I99",)), members={"COUNTY": ("D1", "D2")},
    )  # fmt: skip
    shown = [each for each in disclose(found, rules) if each.area == "D1"]
    assert {each.upper_limit for each in shown} == {None}


def contacts(*rows):
    names = "sample contact taken_on service coder code"
    return {
        "coded_contacts": table(
            names, *[(f"S{n}", c, "2024-05-02", s, who, code) for n, c, s, who, code in rows]
        )
    }


FAILURE = definition("failure_share", unit="percent", direction="down", breakdowns=("service",))


def test_a_contact_counts_once_and_half_where_two_coders_disagree():
    found = compute(
        FAILURE,
        contacts(
            (1, "A", "asb", "X", "failure"),
            (1, "A", "asb", "Y", "value"),
            (1, "B", "asb", "X", "failure"),
            (1, "B", "asb", "Y", "failure"),
            (1, "C", "ae", "X", "value"),
            (1, "D", "ae", "X", "value"),
        ),
        context(),
    )
    assert one(found).value == pytest.approx(100 * 1.5 / 4)
    assert one(found).base == 4
    assert one(found, group="asb").value == 75


def test_kappa_is_agreement_beyond_chance():
    pairs = [("failure", "failure")] * 20 + [("value", "value")] * 15 + [("failure", "value")] * 5
    pairs += [("value", "failure")] * 10
    rows = [
        (1, f"C{n}", "asb", coder, code)
        for n, both in enumerate(pairs)
        for coder, code in zip("XY", both, strict=True)
    ]
    found = compute(FAILURE, contacts(*rows), context())
    # 35 of 50 agree; by chance .5 x .6 + .5 x .4 = .5: (.7 - .5) / .5
    assert one(found, "kappa").value == pytest.approx(0.4)
    assert one(found, "kappa").base == 50
    assert "agree too little" in one(found).reason


def test_without_a_second_coder_there_is_no_kappa():
    found = compute(FAILURE, contacts((1, "A", "asb", "X", "failure")), context())
    assert one(found, "kappa").absence is Absence.MISSING


def test_failure_value_and_signposting_demand_make_up_the_sample():
    found = compute(
        FAILURE,
        contacts(
            (1, "A", "asb", "X", "failure"),
            (1, "A", "asb", "Y", "value"),
            (1, "B", "asb", "X", "value"),
            (1, "C", "ae", "X", "value"),
            (1, "D", "ae", "X", "signposting"),
        ),
        context(),
    )
    told = [one(found, statistic).value for statistic in ("level", "value_share", "signposting_share")]
    assert told == [12.5, 62.5, 25.0]


def test_kappa_has_an_interval():
    codes = ["failure"] * 30 + ["value"] * 20
    rows = [(1, f"C{n}", "asb", who, code) for n, code in enumerate(codes) for who in "XY"]
    rows += [(1, "Z", "asb", "X", "value"), (1, "Z", "asb", "Y", "failure")]
    agreed = one(compute(FAILURE, contacts(*rows), context()), "kappa")
    assert agreed.low < agreed.value < agreed.high <= 1
