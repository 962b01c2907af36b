"""Mind-set indices and paired changes, worked by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from metrics.bounds import count_bounds, difference_t, mean_t
from metrics.factors import at_strength
from metrics.measures import compute
from metrics.types import OF_THE_MEASURING
from tests.metrics.builders import context, definition, one, series, table

ITEMS = ["ms_1", "ms_2"]
INDEX = definition("leader_index", unit="points", params={"items": ITEMS}, breakdowns=("role", "sector"))
PEERS = definition("peer_change", unit="points", params={"items": ITEMS})
WAVES = {"T0": "2024-03-05", "T1": "2024-10-05", "T2": "2025-04-05"}


def forms(*given, rater="self"):
    """wave, person, rater code, role and the values of ms_1, ms_2 (and pre_1, pre_2)."""
    rows = []
    for wave, person, code, role, *values in given:
        for item, value in zip([*ITEMS, "pre_1", "pre_2"], values, strict=False):
            if value is not None:
                rows.append((wave, WAVES[wave], person, rater, code, "nhs", role, item, value))
    return table("wave asked_on person rater rater_code sector role item value", *rows)


def answers(*given, **more):
    return {"leader_answers": forms(*given, **more)}


PANEL = answers(
    ("T0", "L1", "L1", "member", 4, 4),
    ("T0", "L2", "L2", "official", 1, 1),
    ("T0", "L3", "L3", "official", 4, 4),
    ("T0", "L4", "L4", "official", 7, 7),
    ("T1", "L1", "L1", "member", 7, 7),
    ("T1", "L2", "L2", "official", 4, 4),
    ("T1", "L3", "L3", "official", 4, 4),
)


def test_an_index_runs_from_0_to_100_over_the_items():
    assert series(compute(INDEX, PANEL, context())) == [50, pytest.approx((100 + 50 + 50) / 3)]


def test_the_change_is_taken_within_the_leaders_who_answered_both():
    found = one(compute(INDEX, PANEL, context()), "paired_change")
    # changes 50, 50, 0: mean 33.33, sd 28.87, t(2) 4.303
    half = stats.t.ppf(0.975, 2) * np.std([50, 50, 0], ddof=1) / np.sqrt(3)
    assert found.value == pytest.approx(100 / 3)
    assert (found.low, found.high) == (pytest.approx(100 / 3 - half), pytest.approx(100 / 3 + half))
    assert found.base == 3


@pytest.mark.parametrize(("pairs", "named"), [(5, ""), (6, "Wilcoxon p = 0.031"), (30, "")])
def test_small_samples_name_the_wilcoxon_test_once_it_can_tell_anything(pairs, named):
    # six moves of one sign: 2 of the 2**6 ways to sign them
    rows = [("T0", f"L{n}", f"L{n}", "member", 1, 1) for n in range(pairs)]
    rows += [("T1", f"L{n}", f"L{n}", "member", 2 + n % 6, 3) for n in range(pairs)]
    method = one(compute(INDEX, answers(*rows), context()), "paired_change").method
    assert method.startswith("paired change, 95% t interval")
    assert (named in method) if named else ("Wilcoxon" not in method)


def test_a_change_is_dated_by_the_later_wave():
    period = one(compute(INDEX, PANEL, context()), "paired_change").period
    assert (str(period.start), period.kind) == ("2024-10-05", "wave")


def test_a_change_leads_to_the_rows_of_both_waves():
    found = compute(INDEX, PANEL, context())
    assert one(found, "paired_change").trace == ((1, "Data", "rows 2-15"),)
    assert one(found, "level").trace == ((1, "Data", "rows 10-15"),)


def test_leavers_are_set_beside_completers_at_the_first_wave():
    found = one(compute(INDEX, PANEL, context()), "leavers_gap")
    assert found.value == pytest.approx(100 - (50 + 0 + 50) / 3)
    assert (found.numerator, found.denominator) == (1, 4)
    assert found.low is None  # a single leaver has no spread


@pytest.mark.parametrize(("statistic", "leaders"), [("moved_up", 2), ("moved_same", 1), ("moved_down", 0)])
def test_leaders_in_both_waves_moved_up_stayed_or_moved_down(statistic, leaders):
    found = one(compute(INDEX, PANEL, context()), statistic)
    assert found.value == pytest.approx(100 * leaders / 3)
    assert (found.numerator, found.denominator, found.base) == (leaders, 3, 3)
    assert found.low < found.high


def test_groups_are_those_of_the_first_wave():
    found = compute(INDEX, PANEL, context())
    assert series(found, "paired_change", "member") == [50]
    assert series(found, "paired_change", "official") == [25]


def test_looking_back_compares_the_two_halves_of_one_form():
    frames = answers(("T1", "L1", "L1", "member", 7, 7, 4, 4), ("T1", "L2", "L2", "member", 4, 4, 1, 4))
    found = one(compute(INDEX, frames, context()), "retro_change")
    assert found.value == pytest.approx((50 + 25) / 2)


def test_a_form_with_fewer_than_half_of_the_items_has_no_score():
    measure = definition("leader_index", params={"items": ["ms_1", "ms_2", "ms_3"]})
    frames = answers(("T0", "L1", "L1", "member", 7, None), ("T0", "L2", "L2", "member", 4, 4))
    assert one(compute(measure, frames, context())).base == 1


def test_one_wave_has_a_level_and_no_change():
    frames = answers(("T0", "L1", "L1", "member", 4, 4))
    found = {each.statistic for each in compute(INDEX, frames, context())}
    assert found - OF_THE_MEASURING == {"level"}


RATED = answers(
    *[("T0", "L1", f"R{n}", "member", 4, 4) for n in range(3)],
    *[("T2", "L1", f"R{n}", "member", 7, 4) for n in range(3)],
    *[("T0", "L2", f"R{n}", "member", 1, 1) for n in range(3)],
    *[("T2", "L2", f"R{n}", "member", 7, 7) for n in range(2)],
    rater="peer",
)


def test_a_leader_needs_three_raters_each_time():
    found = one(compute(PEERS, RATED, context()), "paired_change")
    assert (found.value, found.base) == (pytest.approx(25), 1)


def test_what_leaders_say_of_themselves_is_no_peer_rating():
    assert compute(PEERS, PANEL, context()) == []


FACTORS = definition("factors_at_strength", params={"factors": ["wf_01", "wf_02", "wf_03"], "threshold": 4.0})


def factor_answers(values):
    rows = [
        ("T0", WAVES["T0"], person, "self", "", "nhs", "member", item, value)
        for person, scores in values.items()
        for item, value in zip(["wf_01", "wf_02"], scores, strict=True)
    ]
    return {"leader_answers": table("wave asked_on person rater rater_code sector role item value", *rows)}


def test_factors_at_the_threshold_count():
    found = compute(FACTORS, factor_answers({"L1": (4, 3), "L2": (4, 4)}), context())
    assert (one(found).value, one(found).denominator) == (1, 2)
    assert one(found, "mean", "wf_02").value == 3.5
    assert one(found, "mean", "wf_02").group_dim == "factor"


def test_resampling_gives_the_same_interval_every_time():
    frames = factor_answers({f"L{n}": (3 + n % 3, 5 - n % 2) for n in range(20)})
    first, second = (one(compute(FACTORS, frames, context())) for _ in range(2))
    assert (first.low, first.high) == (second.low, second.high)
    assert first.low <= first.value <= first.high


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=4, max_size=4), min_size=1, max_size=12
    )
)
def test_the_count_lies_in_its_interval_and_the_interval_in_the_factors(people):
    table = pd.DataFrame(people, dtype=float)
    table = table.loc[:, table.notna().any()]
    if table.shape[1]:
        found = at_strength(table, 4.0)
        assert 0 <= found["low"] <= found["value"] <= found["high"] <= found["denominator"]


@pytest.mark.parametrize("measure", [INDEX, PEERS, FACTORS])
def test_no_survey_gives_no_figures(measure):
    assert compute(measure, {}, context()) == []


def test_the_bounds_agree_with_their_sources():
    these, those = [1.0, 2.0, 3.0, 4.0], [2.0, 2.5, 6.0]
    welch = stats.ttest_ind(these, those, equal_var=False).confidence_interval()
    assert difference_t(these, those)[1:] == pytest.approx((welch.low, welch.high))
    single = stats.ttest_1samp(these, 0).confidence_interval()
    assert mean_t(these)[1:] == pytest.approx((single.low, single.high))
    assert count_bounds([0.0, 10.0])[0] == pytest.approx([0, 4.795389])  # Garwood 1936
    assert count_bounds([0.0, 10.0])[1] == pytest.approx([3.688879, 18.390356])


def test_peers_are_set_against_the_same_leaders_own_rating():
    own = answers(("T0", "L1", "", "member", 7, 7), ("T0", "L3", "", "member", 1, 1))["leader_answers"]
    both = {"leader_answers": pd.concat([own, RATED["leader_answers"]], ignore_index=True)}
    found = one(compute(PEERS, both, context()), "peers_against_self")
    assert (found.value, found.base) == (pytest.approx(50 - 100), 1)
