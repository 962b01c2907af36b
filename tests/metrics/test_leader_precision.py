import numpy as np
import pandas as pd
import pytest

from metrics.leader_scores import scores
from metrics.measures import compute
from metrics.precision import detectable_mean_change, pairs_for_mean_change
from metrics.reliability import reliability
from metrics.types import Target
from tests.metrics.builders import context, day, definition, one, table

ITEMS = ["ms_1", "ms_2", "ms_3"]
NAMES = "wave asked_on person rater rater_code sector role item value"
INDEX = definition(
    "leader_index", unit="points", params={"items": ITEMS}, target=Target("change", 10, day("2026-03-31"))
)


def forms(wave, date, values):
    """One self-rated form a row of `values`; None is a blank."""
    rows = [
        (wave, date, f"L{person}", "self", None, "council", "official", item, value)
        for person, row in enumerate(values)
        for item, value in zip(ITEMS, row, strict=True)
        if value is not None
    ]
    return table(NAMES, *rows)


def made(people=12, shift=1, turned=()):
    random = np.random.default_rng(5)
    level = random.integers(2, 6, size=people)
    first = np.clip(level[:, None] + random.integers(-1, 2, size=(people, 3)), 1, 6)
    later = np.clip(first + random.integers(0, 2 * shift + 1, size=first.shape), 1, 7)
    for at in turned:
        first[:, at], later[:, at] = 8 - first[:, at], 8 - later[:, at]
    frames = {
        "leader_answers": pd.concat(
            [forms("T0", "2024-03-01", first.tolist()), forms("T1", "2024-09-01", later.tolist())], ignore_index=True
        )
    }
    return frames, first, later


def test_alpha_of_each_wave_is_that_of_its_complete_forms():
    frames, first, _ = made()
    alpha = one(compute(INDEX, frames, context()), "alpha", end="2024-03-01")
    expected = reliability(first)
    assert (alpha.value, alpha.low, alpha.high) == pytest.approx((expected.alpha, expected.low, expected.high))
    assert alpha.base == 12


def test_every_item_has_its_correlation_with_the_others():
    frames, first, _ = made()
    estimates = compute(INDEX, frames, context())
    found = [one(estimates, "item_total", item, end="2024-03-01").value for item in ITEMS]
    assert found == pytest.approx(reliability(first).item_total)


def test_a_declared_turned_item_is_turned_back_in_index_and_alpha():
    frames, _, _ = made(turned=(1,))
    declared = definition("leader_index", unit="points", params={"items": ITEMS, "turned": ["ms_2"]})
    straight, _, _ = made()
    for statistic in ("alpha", "level"):
        theirs = one(compute(declared, frames, context()), statistic).value
        assert theirs == pytest.approx(one(compute(INDEX, straight, context()), statistic).value)


def test_an_item_that_is_not_declared_is_never_turned():
    frames, _, _ = made(turned=(1,))
    straight, _, _ = made()
    level = one(compute(INDEX, frames, context()), "level").value
    assert level != pytest.approx(one(compute(INDEX, straight, context()), "level").value)


def test_blank_items_are_counted_of_the_forms_handed_in():
    frames = {"leader_answers": forms("T0", "2024-03-01", [[5, 4, None], [5, None, None], [3, 4, 5], [2, 2, 3]])}
    blank = one(compute(INDEX, frames, context()), "item_nonresponse")
    assert (blank.value, blank.numerator, blank.denominator) == (25.0, 3, 12)


def test_the_smallest_change_of_pairs_comes_from_the_spread_of_their_changes():
    frames, _, _ = made()
    wide = frames["leader_answers"].assign(window=lambda f: f["wave"].map({"T0": 0, "T1": 1}))
    by_person = scores(wide, tuple(ITEMS)).pivot(index="person", columns="window", values="score")
    sd = float((by_person[1] - by_person[0]).std(ddof=1))
    estimates = compute(INDEX, frames, context())
    assert one(estimates, "detectable_change").value == pytest.approx(detectable_mean_change(sd, 12))
    assert one(estimates, "n_for_target").value == pairs_for_mean_change(sd, 10)


def test_two_forms_have_no_alpha():
    frames = {"leader_answers": forms("T0", "2024-03-01", [[5, 4, 4], [3, 4, 5]])}
    assert not [e for e in compute(INDEX, frames, context()) if e.statistic in ("alpha", "item_total")]
