"""The signed-rank test against SciPy's, and where SciPy has to approximate."""

import numpy as np
import pytest
from scipy import stats

from metrics.ranks import wilcoxon


@pytest.mark.parametrize("size", [6, 11, 20, 29])
def test_without_ties_it_is_scipys_exact_test(size):
    values = np.random.default_rng(size).normal(0.3, 1, size)
    assert wilcoxon(values) == pytest.approx(stats.wilcoxon(values, method="exact").pvalue, abs=1e-12)


def test_with_ties_it_is_scipys_permutation_of_every_sign():
    values = [1, 1, -1, 2, 2, -2, 3, 3, 3, -4]
    assert wilcoxon(values) == pytest.approx(stats.wilcoxon(values).pvalue, abs=1e-12)


def test_with_many_ties_it_lies_near_the_normal_approximation():
    values = [1, 1, 1, -1, -1, 2, 2, 2, -2, 3, 3, 4, -4, 5, 5, 5, -1, 2, 3, 1, -3, 2]
    assert wilcoxon(values) == pytest.approx(stats.wilcoxon(values, method="asymptotic").pvalue, abs=0.01)


def test_all_differences_one_way_are_as_unlikely_as_can_be():
    assert wilcoxon([1, 2, 3, 4, 5, 6]) == pytest.approx(2 / 64)


def test_as_many_above_as_below_is_no_sign_of_change():
    assert wilcoxon([1, -1, 2, -2, 3, -3]) == 1.0
