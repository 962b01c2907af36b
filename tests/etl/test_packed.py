import datetime as dt
import json
import math

from hypothesis import given
from hypothesis import strategies as st

from etl.columns import PackedRows
from etl.packed import pack
from etl.worker import encode

CELLS = st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from([0.0, -0.0, 1.0, 2.5]) | st.text(max_size=2)
ROWS = st.integers(0, 4).flatmap(
    lambda wide: st.lists(st.lists(CELLS, min_size=wide, max_size=wide), max_size=30)
)


def sent(rows):
    """The rows as they come out of the reading process."""
    return PackedRows(json.loads(json.dumps(pack(rows), default=encode)))


def told(cell):
    sign = math.copysign(1, cell) if type(cell) is float else 0
    return type(cell), cell, sign


def kept(cell):
    return (cell.replace("\x00", "") or None) if isinstance(cell, str) else cell


@given(ROWS)
def test_rows_come_back_as_they_were_to_type_and_sign(rows):
    found = sent(rows)
    assert [list(map(told, row)) for row in found] == [[told(kept(cell)) for cell in row] for row in rows]


def test_an_empty_text_is_blank_and_a_nul_is_left_out():
    assert sent([["", "a\x00b", "\x00"]]) == [[None, "ab", None]]


def test_a_column_with_more_values_than_a_byte_counts_comes_back_whole():
    rows = [[f"R{number}", number % 3] for number in range(10_000)]
    assert sent(rows) == rows


def test_a_date_is_written_once_however_often_it_stands_there():
    packed = json.dumps(pack([[dt.date(2024, 2, 29)]] * 50), default=encode)
    assert packed.count("2024-02-29") == 1
