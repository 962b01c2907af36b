"""What is asked of a sheet by its columns must be the same of packed rows and of plain ones."""

import json
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import columns
from etl.columns import PackedRows, column, column_of, different_cells, filled_of, width_of
from etl.packed import pack

CELLS = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from([1.0, 2.5]) | st.sampled_from("ab")
ROWS = st.integers(1, 4).flatmap(lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), max_size=20))


def packed(rows):
    return PackedRows(json.loads(json.dumps(pack(rows))))


def typed(cells):
    return [(type(cell), cell) for cell in cells]


@given(ROWS, st.integers(0, 5))
def test_a_column_holds_the_cells_of_its_rows_to_the_type(rows, at):
    plain = typed(row[at] if at < len(row) else None for row in rows)
    assert typed(column_of(rows, at).cells()) == typed(column_of(packed(rows), at).cells()) == plain


@given(ROWS)
def test_packed_rows_tell_what_plain_ones_tell(rows):
    asked = packed(rows)
    assert width_of(asked) == width_of(rows)
    assert list(filled_of(asked)) == filled_of(rows)
    assert different_cells(asked) == different_cells(rows) == set(chain.from_iterable(rows))


@pytest.mark.parametrize("singly", [0, 1000])
@pytest.mark.parametrize("at", [0, 3, -1, slice(1, 3), slice(None), slice(2, 90)])
def test_rows_asked_for_singly_are_those_made_at_once(monkeypatch, singly, at):
    monkeypatch.setattr(columns, "SINGLY", singly)
    rows = [[number, "same"] for number in range(5)]
    assert packed(rows)[at] == rows[at]


def test_a_row_beyond_the_last_is_an_error():
    with pytest.raises(IndexError):
        packed([["a"]])[1]


def test_of_some_rows_only_their_own_cells_are_different_ones():
    answers = column(["yes", "no", None, "yes"])
    assert answers.of([0, 3]).different() == ["yes"]
    assert answers.where([value == "yes" for value in answers.values]).tolist() == [True, False, False, True]


def test_what_is_said_of_each_different_cell_is_told_in_every_row():
    answers = column([1, True, 1])
    assert answers.told([type(value) for value in answers.values]) == [int, bool, int]


@given(ROWS, st.integers(0, 5), st.sets(st.integers(0, 4)))
def test_some_rows_without_some_columns_have_the_same_different_cells_packed_or_not(rows, first, but):
    plain = {cell for row in rows[first:] for at, cell in enumerate(row) if at not in but}
    assert different_cells(packed(rows), first, but) == different_cells(rows, first, but) == plain


def test_one_row_far_wider_than_a_million_others_is_looked_at_once():
    """Nothing is timed: gone through by its columns, such a text file keeps the run from ending."""
    rows = [["a", "b"]] * 1_000_000 + [["c"] * 15_000]
    assert different_cells(rows, 1, {0}) == {"b", "c"}
