"""Periods, numbers, marks and answer labels as people write them, found and kept as what they mean."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.codes import Codebook
from etl.legend import legend_of
from etl.markers import read_cell
from etl.number_codes import codes_apart
from etl.periods import combined, find_period, without_period
from etl.recognise import understand
from etl.scales import no_answer, scale_of
from etl.tables import find_tables
from etl.tables.headers import clean_labels
from etl.workbook import Sheet, Workbook


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Apr-15", "2015-04-01", "2015-04-30"),
        ("2015/16", "2015-04-01", "2016-03-31"),
        ("Q1 2016-17", "2016-04-01", "2016-06-30"),
        ("YE Mar 2019", "2018-04-01", "2019-03-31"),
        ("Year ending 31 March 2019 [r]", "2018-04-01", "2019-03-31"),
        ("MSitAE-DECEMBER-2024", "2024-12-01", "2024-12-31"),
        ("2015 to 2016 - outcome", "2015-04-01", "2016-03-31"),
        ("Table A1 - Apr-Jun 18", "2018-04-01", "2018-06-30"),
        ("2018 Q1", "2018-01-01", "2018-03-31"),
        ("Q3 22/23", "2022-10-01", "2022-12-31"),
        ("Jan-Mar 2018/19", "2019-01-01", "2019-03-31"),
        ("mid-2024", "2024-01-01", "2024-12-31"),
        ("12 months to June 2023", "2022-07-01", "2023-06-30"),
        ("1 April 2023 to 31 March 2024", "2023-04-01", "2024-03-31"),
        ("2021/22 academic year", "2021-09-01", "2022-08-31"),
        ("201516", "2015-04-01", "2016-03-31"),
        ("202404", "2024-04-01", "2024-04-30"),
        ("2023-04-01", "2023-04-01", "2023-04-30"),
    ],
)
def test_a_period_is_found_in_the_midst_of_text(text, start, end):
    period = find_period(text).period
    assert (period.start, period.end) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))


@pytest.mark.parametrize("text", ["18-24", "0 to 4", "Aged 16-17", "Type 1", "90 and over", "A&E", "", "1,563,365"])
def test_what_is_no_period_is_none(text):
    assert find_period(text) is None


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1)), st.sampled_from(["%b-%y", "%B %Y", "%b %Y", "%Y-%m", "%b'%y"])
)
def test_every_month_is_found_however_it_is_written(day, form):
    text = day.strftime(form)
    if form == "%Y-%m" and (day.year + 1) % 100 == day.month:
        return  # 2011-12 is a financial year too
    period = find_period(f"Table 3: {text}").period
    expected = (day.year, day.month) if form != "%b-%y" or 1970 <= day.year < 2070 else None
    assert expected == (period.start.year, period.start.month)


@given(st.integers(1950, 2090))
def test_a_financial_year_starts_in_april_however_it_is_written(year):
    after = year + 1
    for text in (f"{year}/{after % 100:02d}", f"{year}-{after}", f"{year} to {after}", f"FY {year}/{after % 100:02d}"):
        assert find_period(text).period.start == dt.date(year, 4, 1)


@given(st.text(max_size=40))
def test_any_text_is_searched_without_an_error(text):
    found = find_period(text)
    assert found is None or found.period.start <= found.period.end
    assert isinstance(without_period(text), str)
    assert read_cell(text).value is None or not read_cell(text).absence


@pytest.mark.parametrize(
    ("parts", "start"),
    [
        ([2019.0, "Q1"], "2019-01-01"),
        (["2018-19", "Q4"], "2019-01-01"),
        (["2018-19", "January"], "2019-01-01"),
        (["2018", "Apr-Jun"], "2018-04-01"),
    ],
)
def test_a_year_and_a_part_of_it_are_read_together(parts, start):
    assert combined(parts).start == dt.date.fromisoformat(start)


@pytest.mark.parametrize(
    ("raw", "value", "absence"),
    [
        ("1,234", 1234, ""),
        ("12.5 [r]", 12.5, ""),
        ("1 234", 1234, ""),
        ("45%", 45, ""),
        ("4.9 (8.6)", 4.9, ""),
        ("56*", 56, ""),
        ("[x]", None, "missing"),
        ("..", None, "missing"),
        (":", None, "missing"),
        ("[c]", None, "withheld"),
        ("*", None, "withheld"),
        ("#", None, "withheld"),
        ("<5", None, "withheld"),
        ("[low]", None, "withheld"),
        ("[u]", None, "withheld"),
        ("~", None, "withheld"),
        ("[z]", None, "not_applicable"),
        ("-", None, "not_applicable"),
        (None, None, "missing"),
        ("#DIV/0!", None, "missing"),
        (0, 0, ""),
    ],
)
def test_a_mark_is_kept_as_what_it_means_and_is_never_zero(raw, value, absence):
    found = read_cell(raw)
    assert (found.value, found.absence) == (value, absence)


@given(st.integers(-(10**9), 10**9))
def test_a_number_is_read_however_it_is_written(number):
    assert {read_cell(text).value for text in (str(number), f"{number:,}", f" {number} ")} == {float(number)}


def test_a_files_own_notes_say_what_its_marks_mean():
    legend = legend_of([["- denotes nil"], ["..", "no data received"], ["* = suppressed to prevent disclosure"]])
    assert read_cell("-", legend).value == 0.0
    assert [read_cell(mark, legend).absence for mark in ("..", "*")] == ["missing", "withheld"]


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        (["Stongly Agre", "Agree", "Disagree", "Strongly dissagree", "Nether"], [5, 4, 2, 1, 3]),
        (["Not at all", "A lot", "Just a little", "Somewhat"], [1, 4, 2, 3]),
        (["Very strongly", "Fairly strongly", "Not very strongly", "Not at all strongly"], [4, 3, 2, 1]),
        (["5 - Completely", "1 - Not at all", "3"], [5, 1, 3]),
        (["Very satisfied", "Fairly satisfied", "Fairly dissatisfied"], [5, 4, 2]),
        (["Yes", "No"], [1, 0]),
    ],
)
def test_labels_are_ordered_by_meaning_misspelt_or_not(labels, codes):
    assert list(scale_of(labels).codes.values()) == codes


@pytest.mark.parametrize(
    "label",
    ["Don't know", "Dont know", "Refused", "Prefer not to say", "N/A", "Not sure", "Unfamiliar (N/A)", "Missing"],
)
def test_an_answer_that_is_none_is_found_by_its_label(label):
    assert no_answer(label)


@pytest.mark.parametrize("label", ["No", "Neither agree nor disagree", "Not at all", "None", "Never", "Not very much"])
def test_an_answer_that_is_one_is_not_set_apart(label):
    assert no_answer(label) is None


@pytest.mark.parametrize(
    ("values", "apart"),
    [
        ([1, 2, 3, 4, 5, 9], {9}),
        ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], set()),
        ([1, 5, 8, 9, 10], set()),
        ([1, 14, 3, 99], {99}),
        ([20, 45, 98, 99], {98, 99}),
        ([18, 60, 80, 97], set()),
        ([1, 2, -1], {-1}),
    ],
)
def test_without_labels_only_codes_far_off_the_scale_are_taken_for_no_answer(values, apart):
    assert codes_apart([float(value) for value in sorted(values)]) == apart


def test_footnote_digits_go_and_numbers_of_names_stay():
    assert clean_labels(["assessments1,2", "Type 1", "CO2", "Name [note 3]", "Wave2"]) == [
        "assessments",
        "Type 1",
        "CO2",
        "Name",
        "Wave2",
    ]


@given(st.integers(0, 6), st.integers(2, 6), st.integers(3, 12), st.integers(0, 2))
def test_a_header_is_found_below_any_title(above, width, height, blanks):
    titles = [[f"Title number {number} of the sheet"] for number in range(above)]
    head = ["Area", *[f"Figure {chr(65 + column)}" for column in range(width)]]
    rows = [
        [f"Place {chr(65 + row)}", *[100 * row + 7 * column + 1.5 for column in range(width)]] for row in range(height)
    ]
    table = find_tables(Sheet("Data", False, [*titles, *[[] for _ in range(blanks)], head, *rows]))[0]
    assert (table.header_rows, len(table.rows), len(table.measures)) == ((above + blanks,), height, width)


CELLS = st.sampled_from(
    [
        None,
        "",
        "Area",
        "Total",
        "E07000066",
        "2019",
        "Q1",
        "[c]",
        "..",
        "-",
        1,
        2019.0,
        "Respondent ID",
        "Response",
        "StartDate",
        "ResponseId",
        "Finished",
        "Timestamp",
        "#",
        "id",
        "submitdate",
        "Yes",
        "Strongly agree",
        "x" * 99,
    ]
)


@given(st.lists(st.lists(CELLS, max_size=6), max_size=12))
def test_whatever_a_sheet_holds_it_is_looked_at_without_an_error(rows):
    found = understand(Workbook((Sheet("S", False, rows),)), "f.csv", Codebook({}, {}))
    assert all(list(piece.rows()) is not None for piece in found.pieces)
