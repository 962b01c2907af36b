"""Cell ranges: compact, exact, and quick."""


import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.trace import trace, traces


def cells(*places, upload=3, sheet="Data"):
    return pd.DataFrame({"upload_id": upload, "sheet": sheet, "row": [2] * len(places), "cell": list(places)})


def rows(*numbers, upload=3, sheet="Data"):
    return pd.DataFrame({"upload_id": upload, "sheet": sheet, "row": list(numbers), "cell": None})


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (cells("F2"), "F2"),
        (cells("F2", "F3", "F4"), "F2:F4"),
        (cells("F4", "F2", "F3"), "F2:F4"),
        (cells("F2", "F2"), "F2"),
        (cells("F2", "F4"), "F2, F4"),
        (cells("F2", "G2", "H2"), "F2:H2"),
        (cells("F2", "G2", "F3", "G3"), "F2:G3"),
        (cells("Z9", "AA9"), "Z9:AA9"),
        (rows(2), "row 2"),
        (rows(2, 3, 4), "rows 2-4"),
        (rows(2, 3, 9), "rows 2-3, 9"),
        (rows(*range(1, 21, 2)), "rows 1, 3, 5, 7, 9, 11, 13, 15 and 2 more"),
    ],
)
def test_neighbouring_cells_become_one_range(frame, expected):
    assert trace(frame) == ((3, "Data", expected),)


def test_each_upload_and_sheet_has_its_own_entry():
    frame = pd.concat([cells("F2"), cells("F2", upload=4), cells("B7", sheet="East")], ignore_index=True)
    assert trace(frame) == ((3, "Data", "F2"), (3, "East", "B7"), (4, "Data", "F2"))


def test_no_rows_or_no_addresses_leave_no_trace():
    assert trace(rows()) == ()
    assert trace(pd.DataFrame({"count": [1]})) == ()


def test_ranges_that_come_ready_made_are_named_once():
    frame = pd.DataFrame({"upload_id": [1, 1, 1], "sheet": "Data", "cells": ["B2:B9, C3", "B2:B9", ""]})
    assert trace(frame) == ((1, "Data", "B2:B9, C3"),)


def test_groups_are_traced_apart_and_rows_without_a_key_are_left_out():
    frame = cells("F2", "F3", "F4", "F5").assign(area=["b", "a", "b", None])
    found = traces(frame, ["area"])
    assert found.to_dict() == {"b": ((3, "Data", "F2, F4"),), "a": ((3, "Data", "F3"),)}


@settings(max_examples=40, deadline=None)
@given(st.sets(st.tuples(st.integers(1, 6), st.integers(1, 9)), min_size=1, max_size=30))
def test_the_ranges_hold_every_cell_and_no_other(places):
    frame = cells(*(f"{'ABCDEF'[column - 1]}{row}" for column, row in places))
    ((_, _, text),) = trace(frame)
    if " and " in text:
        return
    found = set()
    for piece in text.split(", "):
        start, _, end = piece.partition(":")
        end = end or start
        found |= {
            (ord(letter) - 64, row)
            for letter in map(chr, range(ord(start[0]), ord(end[0]) + 1))
            for row in range(int(start[1:]), int(end[1:]) + 1)
        }
    assert found == places


def test_twenty_thousand_cells_in_two_thousand_groups_have_a_trace_each():
    frame = pd.DataFrame({"upload_id": 1, "sheet": "Data", "row": range(20_000), "cell": None})
    frame["group"] = frame["row"] % 2000
    assert len(traces(frame, ["group"])) == 2000
