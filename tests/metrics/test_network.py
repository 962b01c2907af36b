"""Ties across sectors on a fixed roster, worked by hand on four people."""

import numpy as np
import pytest

from metrics.measures import compute
from metrics.ties import jackknife_error
from metrics.types import Absence
from tests.metrics.builders import context, definition, one, table

SECTOR = {"A": "nhs", "B": "nhs", "C": "police", "D": "police", "E": "faith", "F": "nhs"}
TIES = definition("network_ties", unit="ratio", breakdowns=("sector",))
EVERYONE = [("A", None), ("B", None), ("C", None), ("D", None)]


def ties(**waves):
    dates = {"T0": "2024-03-05", "T1": "2025-03-05"}
    rows = [
        (wave, dates[wave], one_end, SECTOR[one_end], other, SECTOR.get(other))
        for wave, pairs in waves.items()
        for one_end, other in pairs
    ]
    return {"network_ties": table("wave asked_on from_person from_sector to_person to_sector", *rows)}


# A–B both name each other (inside nhs), A–C named by A, B–D named by D: three ties, two across sectors
SMALL = ties(T0=[("A", "B"), ("B", "A"), ("A", "C"), ("D", "B"), ("C", None)])


@pytest.mark.parametrize(
    ("statistic", "value", "numerator", "denominator"),
    [
        ("ei_index", 1 / 3, 2, 3),  # (2 − 1) / 3
        ("density", 50, 3, 6),  # three of the six pairs
        ("reciprocity", 100 / 3, 1, 3),
        ("response_rate", 100, 4, 4),
        ("isolates", 0, None, None),
    ],
)
def test_a_network_of_four(statistic, value, numerator, denominator):
    found = one(compute(TIES, SMALL, context()), statistic)
    assert found.value == pytest.approx(value)
    assert (found.numerator, found.denominator) == (numerator, denominator)


def test_a_sectors_index_counts_the_ties_of_its_members():
    found = compute(TIES, SMALL, context())
    assert one(found, "ei_index", "nhs").value == pytest.approx(1 / 3)
    assert one(found, "ei_index", "police").value == 1


def test_only_people_common_to_all_waves_are_compared():
    frames = ties(
        T0=[("A", "C"), ("B", "D"), ("C", None), ("D", None), ("E", "A")],
        T1=[("A", "C"), ("B", None), ("C", None), ("D", None), ("F", "A"), ("F", "B")],
    )
    found = compute(TIES, frames, context())
    assert [one(found, "density", end=end).numerator for end in ("2024-03-05", "2025-03-05")] == [2, 1]
    assert one(found, "density").denominator == 6


def test_somebody_who_named_nobody_answered():
    assert one(compute(TIES, ties(T0=[*EVERYONE, ("A", "B")]), context()), "response_rate").value == 100


def test_below_seventy_per_cent_response_nothing_is_comparable():
    found = compute(TIES, ties(T0=[("A", "B"), ("A", "C"), ("A", "D"), ("B", None)]), context())
    assert one(found, "response_rate").value == 50
    for statistic in ("ei_index", "density", "reciprocity", "isolates"):
        assert one(found, statistic).absence is Absence.NOT_COMPARABLE
        assert "70 %" in one(found, statistic).reason


def test_pairs_of_which_neither_answered_are_not_counted_as_untied():
    named = [
        ("A", "B"),
        ("B", None),
        ("C", None),
        ("D", None),
        ("A", "F"),
        ("E", "A"),
        ("A", "G"),
        ("A", "H"),
    ]
    SECTOR.update(G="faith", H="faith")
    found = one(compute(TIES, ties(T0=[*named, ("F", None)]), context()), "density")
    assert found.denominator == 28 - 1  # G and H, the only two who did not answer


def test_the_change_of_the_index_is_of_the_same_people():
    frames = ties(T0=[*EVERYONE, ("A", "B"), ("C", "D")], T1=[*EVERYONE, ("A", "C"), ("B", "D")])
    found = one(compute(TIES, frames, context()), "change_from_baseline")
    assert found.value == 2
    assert found.low == found.high == 2  # leaving out anybody changes nothing


@pytest.mark.parametrize("pairs", [[("A", "B"), ("C", "D")], [("A", "C"), ("B", "D")]])
def test_an_index_at_its_end_keeps_an_interval_within_its_range(pairs):
    found = one(compute(TIES, ties(T0=[*EVERYONE, *pairs]), context()), "ei_index")
    assert found.high > found.low
    assert -1 <= found.low <= found.value <= found.high <= 1


def test_without_ties_there_is_no_index_but_a_density_of_nought():
    found = compute(TIES, ties(T0=[*EVERYONE, ("A", "A")]), context())
    assert one(found, "ei_index").absence is Absence.NOT_APPLICABLE
    assert one(found, "density").value == 0
    assert one(found, "isolates").value == 4


def test_the_jackknife_recovers_the_error_of_independent_pairs():
    # pairs tied at random: the true error of a density is √(p(1 − p) / pairs)
    draws = np.random.default_rng(7)
    n, errors = 40, []
    for _ in range(60):
        tied = np.triu(draws.random((n, n)) < 0.3, 1)
        degrees = tied.sum(axis=0) + tied.sum(axis=1)
        left_out = (tied.sum() - degrees) / ((n - 1) * (n - 2) / 2)
        errors.append(jackknife_error(left_out))
    assert np.mean(errors) == pytest.approx(np.sqrt(0.3 * 0.7 / (n * (n - 1) / 2)), rel=0.1)


def test_no_ties_data_give_no_figures():
    assert compute(TIES, {}, context()) == []
