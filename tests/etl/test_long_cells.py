"""A cell of tens of thousands of letters, wherever it stands and whatever it repeats, doesn't hold up understanding.

Nothing is timed: what looks through such a cell again and again takes minutes, and the run doesn't end.
"""

import pytest

from data.framework import load_framework
from etl.codes import codebook
from etl.markers import read_cell
from etl.periods import period_of
from etl.recognise import understand
from etl.redact_long import without_personal_data
from etl.scales import meaning_of
from etl.workbook import Sheet, Workbook

LONG = 50_000
CODES = codebook(load_framework())
TABLE = [["Area", "2019", "2020"], ["Kent", 1, 2], ["Essex", 3, 4], ["Harlow", 5, 6]]
ASKED = ["Respondent ID", "How satisfied are you?", "How safe do you feel?", "Any comments?"]
SAID = [[each, ("Satisfied", "Dissatisfied")[each % 2], ("Safe", "Unsafe")[each % 2], "fine"] for each in range(30)]


@pytest.mark.parametrize("repeated", ["1", "[a]", "(a)", "(", "[", " (a", "- (", " ", "a ", "1 ", ".", ", ", "1=a "])
@pytest.mark.parametrize(("rows", "at"), [(TABLE, (0, 1)), (TABLE, (2, 0)), (TABLE, (2, 1)), ([ASKED, *SAID], (4, 1))])
def test_a_table_with_a_long_cell_is_understood(rows, at, repeated):
    rows = [list(row) for row in rows]
    rows[at[0]][at[1]] = "2019" + repeated * (LONG // len(repeated)) + "!"
    pieces = understand(Workbook((Sheet("Data", False, rows),)), "x.csv", CODES).pieces
    assert [len(list(without_personal_data(piece))) > 5 for piece in pieces] == [True]


@pytest.mark.parametrize("repeated", ["[", "(", "[a", "2019 "])
def test_a_long_cell_is_no_period(repeated):
    assert period_of("2019" + repeated * (LONG // len(repeated))) is None


def test_what_stands_in_brackets_behind_an_answer_doesnt_change_what_it_means():
    plain = meaning_of("Very satisfied")
    assert plain == meaning_of("Very satisfied (all of it) (and more)") == meaning_of(f"Very satisfied ({'(' * LONG})")


@pytest.mark.parametrize("endless", [float("inf"), float("-inf"), float("nan")])
def test_a_number_without_end_is_no_figure(endless):
    assert read_cell(endless).value is None
