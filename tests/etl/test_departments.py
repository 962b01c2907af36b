"""Tables of departments, as they are formatted: what a careful person would take from them, cell by cell."""

import pytest

from tests.etl import departments as made
from tests.etl.understanding import at, first

NESTED = (made.nested_in_xlsx, made.nested_in_xls, made.nested_in_ods, made.nested_by_hard_spaces)


def totals_of(make):
    return [row + 1 for row in sorted(first(make()).found.totals)]


@pytest.mark.parametrize("make", NESTED)
def test_labels_set_further_in_by_format_stand_under_those_above(make):
    piece = first(make())
    said = {cell: at(piece, cell).dimensions for cell in ("B4", "B6", "B8", "C10")}
    assert said == {
        "B4": {"Characteristic": "All children in need"},
        "B6": {"Characteristic": "British", "section": "All children in need | White"},
        "B8": {"Characteristic": "Asian", "section": "All children in need"},
        "C10": {"Characteristic": "Abuse", "section": "By need"},
    }


@pytest.mark.parametrize("make", NESTED)
def test_a_row_that_those_further_in_add_up_to_is_a_total(make):
    assert totals_of(make) == [4, 5]


def test_a_row_whose_parts_are_partly_withheld_is_a_total_all_the_same():
    assert totals_of(made.withheld_among_the_parts) == [4]


def test_what_stands_under_everyone_alone_is_no_total():
    assert totals_of(made.parts_of_everyone) == [4]
