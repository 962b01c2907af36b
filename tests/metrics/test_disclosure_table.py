from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.disclosure_rules import Rules
from metrics.disclosure_table import withheld_cells, withheld_table
from tests.security.attacker import too_close

RULES = Rules()


def cells(mask):
    return {tuple(int(n) for n in at) for at in np.argwhere(mask)}


def test_a_table_of_large_groups_is_shown_whole():
    assert not withheld_cells(np.full((3, 4), 90), np.full((3, 4), 40), RULES).any()


def test_one_small_cell_takes_three_with_it_so_that_its_row_and_its_column_hide_it():
    bases = np.array([[20, 90, 200], [80, 100, 200], [300, 300, 300]])
    assert cells(withheld_cells(bases, bases // 2, RULES)) == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_few_on_one_side_are_withheld_whatever_the_base():
    bases, positives = np.full((3, 3), 500), np.full((3, 3), 250)
    positives[1, 1] = 2
    assert withheld_cells(bases, positives, RULES)[1, 1]


def test_a_small_group_that_agrees_is_withheld_and_a_large_one_is_not():
    bases = np.array([[99, 300], [300, 100]])
    found = withheld_table(bases, np.where(bases < 300, bases, 150), RULES)
    assert found[0, 0]
    assert withheld_cells(np.full((2, 2), 100), np.array([[100, 50], [50, 50]]), RULES).sum() == 0


def test_nobody_in_a_group_hides_nothing():
    bases = np.array([[0, 90], [90, 90]])
    assert not withheld_cells(bases, bases // 2, RULES).any()


def test_a_total_too_small_to_be_shown_is_withheld_too():
    bases = np.array([[5, 9], [200, 300], [300, 200]])
    assert withheld_table(bases, bases // 2, RULES)[0].all()


@pytest.mark.parametrize(
    ("bases", "positives"),
    [(np.ones((2, 2)), np.ones((2, 3))), (np.ones((2, 2)), np.full((2, 2), 2)), (np.ones(3), np.ones(3))],
)
def test_what_is_no_table_of_shares_is_refused(bases, positives):
    with pytest.raises(ValueError, match=r"groups × groups|positive answers"):
        withheld_cells(bases, positives, RULES)


@st.composite
def tables(draw):
    shape = draw(st.integers(2, 5)), draw(st.integers(2, 4))
    cell = st.tuples(st.sampled_from((0, 1, 12, 29, 30, 45, 80, 200)), st.integers(0, 12), st.floats(0, 1))
    drawn = [draw(cell) for _ in range(shape[0] * shape[1])]
    bases = np.array([base + more for base, more, _ in drawn]).reshape(shape)
    return bases, np.floor(bases * np.array([share for *_, share in drawn]).reshape(shape))


def totalled(table):
    wide = np.column_stack([table, table.sum(axis=1)])
    return np.vstack([wide, wide.sum(axis=0)])


def attack(counts, people, mask):
    """What an attacker finds out too closely, who sees every figure that isn't withheld."""
    height, width = counts.shape
    names = list(product(range(height), range(width)))
    secrets = [at for at in names if mask[at] and people[at]]
    known = {at: (counts[at], counts[at]) for at in names if at not in secrets}
    sums = [[((i, j), -1 if j == width - 1 else 1) for j in range(width)] for i in range(height)]
    sums += [[((i, j), -1 if i == height - 1 else 1) for i in range(height)] for j in range(width)]
    return too_close(sums, known, secrets)


@settings(max_examples=40, deadline=None)
@given(tables())
def test_an_attacker_with_all_that_is_shown_finds_no_withheld_count(table):
    bases, positives = table
    mask, people, yes = withheld_table(*table, RULES), totalled(bases), totalled(positives)
    if mask[people > 0].all():
        return  # nothing is shown, so there is nothing to reckon with
    assert attack(yes, people, mask) == {}
    assert attack(people - yes, people, mask) == {}


@settings(max_examples=40, deadline=None)
@given(tables())
def test_what_is_left_of_each_shown_total_keeps_the_thresholds(table):
    bases, positives = table
    mask, people, yes = withheld_table(*table, RULES), totalled(bases), totalled(positives)
    for turn in (np.array, np.transpose):
        for shut, n, p in zip(turn(mask), turn(people), turn(yes), strict=True):
            base, positive = n[:-1][shut[:-1]].sum(), p[:-1][shut[:-1]].sum()
            if base and not shut[-1]:
                assert base >= 30
                assert min(positive, base - positive) >= 3 or (base >= 100 and min(positive, base - positive) == 0)


def test_a_table_as_large_as_the_pages_largest_is_decided():
    random = np.random.default_rng(4)
    bases = random.poisson(60 * random.gamma(3, 1 / 3, (12, 7)))
    assert withheld_cells(bases, random.binomial(bases, 0.4), RULES).shape == bases.shape
