"""Categories with too few respondents are merged; people outside the population keep their share."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.margins import merging, open_margin, regrouped

AGES = {"18-24": 12, "25-34": 40, "35-44": 30, "45-64": 90, "65-74": 20, "75+": 5}
MERGED = {
    "ages join the smaller of their neighbours": (
        AGES, 30, {"18-24": "18-24 + 25-34", "25-34": "18-24 + 25-34", "35-44": "35-44", "45-64": "45-64 + 65-74 + 75+",
                   "65-74": "45-64 + 65-74 + 75+", "75+": "45-64 + 65-74 + 75+"}),
    "ages are put in order first": (
        {"75+": 5, "18-24": 50, "25-74": 40}, 30, {"18-24": "18-24", "25-74": "25-74 + 75+", "75+": "25-74 + 75+"}),
    "others join the next smallest and are named": (
        {"white": 800, "asian": 25, "black": 40, "mixed": 10}, 30,
        {"white": "white", "asian": "asian + mixed", "black": "black", "mixed": "asian + mixed"}),
    "a category with nobody counts as small": ({"a": 40, "b": 50, "c": 0}, 30, {"a": "a + c", "b": "b", "c": "a + c"}),
    "nothing is merged that is large enough": ({"a": 30, "b": 31}, 30, {"a": "a", "b": "b"}),
    "all are one where everybody is too few": ({"a": 3, "b": 4, "c": 5}, 30, dict.fromkeys("abc", "a + b + c")),
}  # fmt: skip


@pytest.mark.parametrize("case", MERGED)
def test_small_categories_are_merged(case):
    counts, minimum, expected = MERGED[case]
    assert merging(counts, minimum) == expected


@given(st.dictionaries(st.sampled_from(["18-24", "25-34", "35-44", "45-54", "75+", "other"]), st.integers(0, 60),
                       min_size=1), st.integers(0, 100))  # fmt: skip
def test_merging_loses_nobody_and_leaves_nothing_small_but_the_whole(counts, minimum):
    merged = merging(counts, minimum)
    sizes = regrouped(counts, merged)
    assert sum(sizes.values()) == sum(counts.values())
    assert len(sizes) == 1 or min(sizes.values()) >= minimum


def test_people_who_did_not_say_keep_their_share_and_the_others_divide_the_rest():
    margin = open_margin("sex", ["female", "male", "", "male"], {"female": 3.0, "male": 1.0}, np.array([1.0, 1, 2, 1]))
    assert margin.categories == ("female", "male", "")
    assert margin.population.tolist() == pytest.approx([2.25, 0.75, 2.0])
