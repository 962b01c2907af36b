import datetime as dt
import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from metrics.context import Context
from metrics.linearise import design_of, linearised_ratio, variance
from metrics.survey_measure import survey_share
from metrics.types import Absence, Definition
from tests.metrics.surveys import CONTEXT, COUNTY, LATER, TRUST, everyone, frames, one, respondents

GOLDEN = Path(__file__).resolve().parents[2] / ".." / "shared" / "golden" / "survey"
needs_golden = pytest.mark.skipif(not GOLDEN.exists(), reason="R's answers are not beside the project")
W3_END = LATER["wave_end"]


def estimate(*waves, definition=TRUST, context=CONTEXT):
    return survey_share(definition, frames(*waves), context)


# shares

def test_a_share_is_weighted_positive_over_weighted_valid():
    people = respondents((1, "a", "1", 3, "D"), (3, "a", "2", 1, "D"), (9, "a", "3", 5, "D"))
    share = one(estimate((people, {})), "share")
    assert share.value == pytest.approx(75)
    assert (share.numerator, share.denominator, share.base) == (3, 4, 2)


def test_dont_knows_stay_in_the_base_where_the_question_says_all_respondents():
    people = respondents((1, "a", "1", 1, "D"), (3, "a", "2", 1, "D"), (9, "a", "3", 2, "D"))
    share = one(estimate((people, {"base_rule": "all_respondents"})), "share")
    assert share.value == pytest.approx(25)


def test_a_net_is_positive_minus_negative():
    net = one(estimate((everyone(100, 70), {})), "net")
    assert net.value == pytest.approx(40)
    assert -100 <= net.low < 40 < net.high <= 100


def test_each_respondent_their_own_point_gives_the_textbook_standard_error():
    share = one(estimate((everyone(200, 80), {})), "share")
    assert share.base_effective == pytest.approx(199)


def test_answers_alike_within_points_shrink_the_effective_base():
    rows = [(1 if point < 8 else 3, "a", str(point), 1, "D") for point in range(20) for _ in range(10)]
    share = one(estimate((respondents(*rows), {})), "share")
    assert share.base_effective < 30


@pytest.mark.parametrize("positive", [0, 60])
def test_a_share_of_0_or_100_keeps_an_interval_within_bounds(positive):
    share = one(estimate((everyone(60, positive), {})), "share")
    assert 0 <= share.low < share.high <= 100


def test_the_effective_base_at_100_is_kishs():
    people = pd.concat([everyone(10, 10, w=1.0), everyone(10, 10, w=3.0, prefix="q")])
    assert one(estimate((people, {})), "share").base_effective == pytest.approx(40**2 / 100)


def test_the_method_fits_its_column_and_names_adjusted_strata():
    people = pd.concat([everyone(30, 10), everyone(1, 1, stratum="S2", prefix="q")])
    method = one(estimate((people, {})), "share").method
    assert "lone PSUs adjusted" in method
    assert len(method) <= 64


def test_sample_rows_make_an_illustrative_figure_with_its_cells():
    share = one(estimate((everyone(30, 10), {})), "share")
    assert share.illustrative
    assert share.trace == ((1, "Data", "F2:F99"),)


def test_real_rows_do_not():
    assert not one(estimate((everyone(30, 10), {"origin": "real"})), "share").illustrative


# domains

def test_points_without_anyone_of_the_domain_count_as_zeros():
    rows = [(1 if i % 2 else 3, "a", str(i), 1, "D1" if i < 3 else "D2") for i in range(30)]
    value, se = domain_by_hand(rows, "D1")
    share = one(estimate((respondents(*rows), {})), "share", ("district", "D1"))
    assert share.value / 100 == pytest.approx(value)
    assert share.base_effective == pytest.approx(min(3, value * (1 - value) / se**2))


def domain_by_hand(rows, district):
    """The same share by the definition of linearisation, zeros and all."""
    y = np.array([code == 1 and d == district for code, *_, d in rows], float)
    x = np.array([d == district for *_, d in rows], float)
    ratio = y.sum() / x.sum()
    z = (y - ratio * x) / x.sum()
    return ratio, math.sqrt(len(z) / (len(z) - 1) * ((z - z.mean()) ** 2).sum())


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([(9, "a", "1", 1, "D1")], "Nobody"),
        ([(1, "a", "1", 1, "D1")], "One person"),
        ([(1, "a", "1", 1, "D1"), (3, "a", "1", 1, "D1")], "one sampling point"),
    ],
)
def test_a_group_too_small_to_estimate_is_withheld_with_its_reason(rows, reason):
    people = pd.concat([respondents(*rows), everyone(30, 10, district="D2", prefix="q")])
    share = one(estimate((people, {})), "share", ("district", "D1"))
    assert share.value is None
    assert share.absence is Absence.WITHHELD
    assert reason in share.reason


def test_a_listed_group_that_nobody_answered_in_is_withheld_and_not_left_out():
    context = Context(CONTEXT.start, CONTEXT.as_at, COUNTY, groups={"district": ("E07000066", "E07000074")})
    share = one(estimate((everyone(30, 10), {}), context=context), "share", ("district", "E07000074"))
    assert share.absence is Absence.WITHHELD


def test_groups_that_the_data_put_together_are_not_listed_apart():
    context = Context(CONTEXT.start, CONTEXT.as_at, COUNTY, groups={"district": ("E07000066", "E07000074")})
    people = pd.concat([everyone(30, 10), everyone(30, 10, district="elsewhere", prefix="q")])
    made = estimate((people, {}), context=context)
    assert [e.group_value for e in made if e.statistic == "share"] == ["", "E07000066", "elsewhere"]


def test_no_frames_give_no_estimates():
    assert survey_share(TRUST, {}, CONTEXT) == []


# changes between waves

def test_independent_waves_add_their_variances():
    made = estimate((everyone(400, 160), {}), (everyone(400, 200, prefix="q"), LATER))
    change = one(made, "change_from_baseline")
    se = math.sqrt(0.4 * 0.6 / 399 + 0.5 * 0.5 / 399)
    assert change.value == pytest.approx(10)
    assert change.high - change.value == pytest.approx(100 * 1.9629 * se, rel=1e-3)


def test_waves_in_the_same_points_have_their_covariance():
    def wave(more):
        cells = [(point, i) for point in range(20) for i in range(10)]
        codes = [1 if i < 2 + point % 5 + more * (1 + point % 2) else 3 for point, i in cells]
        return respondents(*((code, "a", str(p), 1, "D") for code, (p, _) in zip(codes, cells, strict=True)))

    shared = one(estimate((wave(0), {}), (wave(1), LATER)), "change_from_baseline")
    moved = wave(1).assign(psu=lambda f: "x" + f["psu"])
    apart = one(estimate((wave(0), {}), (moved, LATER)), "change_from_baseline")
    assert shared.high - shared.low < (apart.high - apart.low) / 3


def test_the_first_wave_has_no_change():
    made = estimate((everyone(100, 40), {}))
    assert not [e for e in made if e.statistic.startswith("change")]


def test_previous_is_the_last_comparable_wave_and_baseline_the_first():
    last = {"wave": "W4", "wave_start": dt.date(2026, 9, 1), "wave_end": dt.date(2026, 9, 30)}
    made = estimate(
        (everyone(100, 40), {}), (everyone(100, 50, prefix="q"), LATER), (everyone(100, 45, prefix="r"), last)
    )
    assert one(made, "change_from_baseline", wave_end=last["wave_end"]).value == pytest.approx(5)
    assert one(made, "change_from_previous", wave_end=last["wave_end"]).value == pytest.approx(-5)


def test_a_wave_in_another_mode_is_its_own_series_and_has_a_reason_instead_of_a_change():
    made = estimate((everyone(100, 40), {}), (everyone(100, 60, prefix="q"), {**LATER, "mode": "online"}))
    change = one(made, "change_from_baseline")
    assert change.absence is Absence.NOT_COMPARABLE
    assert change.value is None
    assert "online" in change.reason
    assert {e.mode for e in made if e.statistic == "share"} == {"telephone", "online"}


def test_telephone_waves_compare_across_an_online_wave_between_them():
    dates = {"wave_start": dt.date(2024, 10, 1), "wave_end": dt.date(2024, 11, 30)}
    made = estimate(
        (everyone(100, 40), {}),
        (everyone(100, 60, prefix="q"), {"wave": "W2", "mode": "online", **dates}),
        (everyone(100, 50, prefix="r"), LATER),
    )
    assert one(made, "change_from_previous", wave_end=W3_END).value == pytest.approx(10)


def test_a_reworded_question_starts_a_new_segment():
    definition = Definition(**{**fields(TRUST), "params": {"questions": ["lga_trust", "lga_trust_b"]}})
    made = estimate(
        (everyone(100, 40), {}), (everyone(100, 50, prefix="q"), {**LATER, "question": "lga_trust_b"}),
        definition=definition,
    )
    assert one(made, "share", wave_end=W3_END).segment == 2
    assert one(made, "change_from_baseline").absence is Absence.NOT_COMPARABLE


def test_a_change_to_100_per_cent_keeps_an_interval():
    made = estimate((everyone(60, 60), {}), (everyone(60, 60, prefix="q"), LATER))
    change = one(made, "change_from_baseline")
    assert change.value == 0
    assert change.low < 0 < change.high


def fields(definition):
    return {name: getattr(definition, name) for name in definition.__dataclass_fields__}


# gaps

def test_a_districts_gap_to_the_county_knows_that_the_county_holds_it():
    people = pd.concat([everyone(100, 40, "D1"), everyone(100, 60, "D2", stratum="S2", prefix="q")])
    gap = one(estimate((people, {})), "gap_to_county", ("district", "D1"))
    assert gap.value == pytest.approx(-10)
    # half of the county is the district itself: half the gap between two independent halves
    assert gap.high - gap.value == pytest.approx(100 * 0.5 * 1.972 * math.sqrt(2 * 0.24 / 99.5), rel=0.01)


def test_the_deprivation_gap_is_the_most_minus_the_least_deprived_fifth():
    people = pd.concat([everyone(100, 30), everyone(100, 55, prefix="q")])
    people["imd"] = ["1"] * 100 + ["5"] * 100
    definition = Definition(**{**fields(TRUST), "breakdowns": ("imd",)})
    gap = one(estimate((people, {}), definition=definition), "gap_q1_q5")
    assert gap.value == pytest.approx(-25)
    assert gap.high < 0


# agreement with R's survey package

def golden(identifier, file="golden.json"):
    entries = json.loads((GOLDEN / file).read_text(encoding="utf-8"))["entries"]
    return next(entry["result"] for entry in entries if entry["id"] == identifier)


def api(dataset, stratum, psu):
    """R's school data with its design; the finite population correction is by number of PSUs."""
    data = pd.read_csv(GOLDEN / f"{dataset}.csv")
    strata = data[stratum].astype(str) if stratum else pd.Series("all", index=data.index)
    points = data[psu].astype(str) if psu else pd.Series(data.index.astype(str))
    keys = list(zip(strata, points, strict=True))
    design = design_of(keys, dict(zip(strata, data["fpc"].astype(float), strict=True)))
    at = [design.positions()[key] for key in keys]
    return data, design, at


def spread(values, at, design):
    matrix = np.zeros((1, len(design.keys)))
    np.add.at(matrix[0], at, np.asarray(values, float))
    return matrix


def ratio(data, design, at, numerator, denominator, domain=None):
    inside = np.ones(len(data)) if domain is None else np.asarray(domain, float)
    w = data["pw"] * inside
    parts = (spread(part, at, design) for part in (w * numerator, w * denominator, inside))
    above, below, people = parts
    return linearised_ratio(above, below, people > 0, design)


DESIGNS = {"apisrs": (None, None), "apistrat": ("stype", None), "apiclus1": (None, "dnum")}


@needs_golden
@pytest.mark.parametrize("dataset", DESIGNS)
def test_means_ratios_shares_and_df_agree_with_r(dataset):
    data, design, at = api(dataset, *DESIGNS[dataset])
    mean, expected = ratio(data, design, at, data["api00"], 1), golden(f"{dataset}.mean_api00")
    assert mean.value[0] == pytest.approx(expected["estimate"], rel=1e-9)
    assert mean.se[0] == pytest.approx(expected["se"], rel=1e-9)
    assert mean.df[0] == expected["df"]
    share = ratio(data, design, at, data["sch.wide"] == "Yes", 1)
    expected = golden(f"{dataset}.ciprop_schwide_logit")
    assert share.value[0] == pytest.approx(expected["estimate"], rel=1e-8)
    assert share.se[0] == pytest.approx(expected["se"], rel=1e-9)
    quotient, expected = ratio(data, design, at, data["api00"], data["api99"]), golden(f"{dataset}.ratio_api")
    assert quotient.se[0] == pytest.approx(expected["se"], rel=1e-9)


@needs_golden
@pytest.mark.parametrize("dataset", DESIGNS)
def test_domains_agree_with_r(dataset):
    data, design, at = api(dataset, *DESIGNS[dataset])
    expected = golden(f"{dataset}.by_stype")
    for group, value, se in zip(expected["groups"]["stype"], expected["api00"], expected["se"], strict=True):
        found = ratio(data, design, at, data["api00"], 1, data["stype"] == group)
        assert found.value[0] == pytest.approx(value, rel=1e-9)
        assert found.se[0] == pytest.approx(se, rel=1e-9)


@needs_golden
@pytest.mark.parametrize("dataset", DESIGNS)
def test_the_difference_of_two_groups_agrees_with_r(dataset):
    data, design, at = api(dataset, *DESIGNS[dataset])
    expected = golden(f"{dataset}.ttest_comp")
    yes, no = (ratio(data, design, at, data["api00"], 1, data["sch.wide"] == told) for told in ("Yes", "No"))
    se = math.sqrt(variance(yes.scores - no.scores, design)[0])
    assert yes.value[0] - no.value[0] == pytest.approx(expected["diff"], rel=1e-9)
    assert se == pytest.approx(expected["diff"] / expected["t"], rel=1e-9)


@needs_golden
@pytest.mark.parametrize("item", ["y", "x"])
def test_a_stratum_with_one_point_is_adjusted_as_in_r(item):
    data = pd.read_csv(GOLDEN / "edge_single_psu.csv")
    keys = list(zip(data["stratum"], data["psu"], strict=True))
    design = design_of(keys)
    at = [design.positions()[key] for key in keys]
    w = data["w"]
    found = linearised_ratio(
        spread(w * data[item], at, design), spread(w, at, design), spread(w > 0, at, design) > 0, design
    )
    expected = golden(f"single_psu.mean{'' if item == 'y' else 'x'}.adjust", "golden_edge.json")
    assert found.value[0] == pytest.approx(expected["estimate"], rel=1e-9)
    assert found.se[0] == pytest.approx(expected["se"], rel=1e-9)
    assert found.df[0] == golden("single_psu.degf.adjust", "golden_edge.json")["degf"]
