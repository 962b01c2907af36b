"""Benjamini and Hochberg's adjustment, against R's p.adjust."""

import math

import numpy as np
import pytest

from metrics.multiplicity import benjamini_hochberg


@pytest.mark.parametrize(
    ("given", "adjusted"),
    [
        ([0.01, 0.04, 0.03, 0.005], [0.02, 0.04, 0.04, 0.02]),
        ([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205], [
            0.008, 0.032, 0.0672, 0.0672, 0.0672, 0.08, 0.0845714286, 0.205]),
        ([0.6, 0.9], [0.9, 0.9]),
        ([0.03], [0.03]),
        ([], []),
    ],
)
def test_the_adjusted_values_are_those_of_r(given, adjusted):
    assert benjamini_hochberg(given) == pytest.approx(adjusted)


def test_a_missing_value_is_not_of_the_family():
    found = benjamini_hochberg([0.01, math.nan, 0.04])
    assert found[[0, 2]] == pytest.approx([0.02, 0.04])
    assert np.isnan(found[1])
