"""Conversion by declared type: what is read, what is an absence, what is a problem."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.convert import (
    fold,
    period_text,
    span,
    to_code,
    to_date,
    to_integer,
    to_label,
    to_number,
    to_period,
    to_text,
    to_yes_no,
)
from etl.convert.periods import months
from metrics.types import Absence, Period

ALL = (
    to_number,
    to_integer,
    to_date,
    to_period,
    to_yes_no,
    to_text,
    to_code,
    to_label({"a": 1}, "unknown_choice"),
)
RAW = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(), st.times()
)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1,234", 1234.0),
        ("£1,234.50", 1234.5),
        ("45%", 45.0),
        ("(1,234)", -1234.0),
        ("-5", -5.0),
        ("−3", -3.0),
        (" 7 ", 7.0),
        ("\u00a012\u00a0", 12.0),
        (".5", 0.5),
        ("1e3", 1000.0),
        (3, 3.0),
        ("0", 0.0),
    ],
)
def test_a_number_is_read_however_it_is_written(raw, value):
    assert to_number(raw).value == value


@pytest.mark.parametrize(
    "raw", ["twelve", "1,5", "12,34", "12k", "1.234,5", True, dt.date(2024, 4, 1), "1e999", "--1"]
)
def test_what_is_no_number_is_a_problem_not_a_guess(raw):
    assert to_number(raw).problem == "text_in_number"


@pytest.mark.parametrize(
    ("raw", "absence"),
    [
        (None, Absence.MISSING),
        ("", Absence.MISSING),
        ("  ", Absence.MISSING),
        ("..", Absence.MISSING),
        ("[x]", Absence.MISSING),
        ("NA", Absence.MISSING),
        ("Not held", Absence.MISSING),
        (float("nan"), Absence.MISSING),
        ("[c]", Absence.WITHHELD),
        ("*", Absence.WITHHELD),
        ("#", Absence.WITHHELD),
        ("<5", Absence.WITHHELD),
        ("< 10", Absence.WITHHELD),
        ("1-4", Absence.WITHHELD),
        ("fewer than 5", Absence.WITHHELD),
        ("[z]", Absence.NOT_APPLICABLE),
        ("n/a", Absence.NOT_APPLICABLE),
        ("-", Absence.NOT_APPLICABLE),
        ("too early", Absence.TOO_EARLY),
        ("not comparable", Absence.NOT_COMPARABLE),
    ],
)
def test_each_mark_in_a_number_column_is_its_own_absence(raw, absence):
    assert to_number(raw).absence is absence


@pytest.mark.parametrize("raw", ["-", "*", "x", "<5", "1-4"])
def test_marks_that_could_be_text_are_text_in_a_text_column(raw):
    assert to_text(raw).value == raw


@pytest.mark.parametrize(("raw", "value"), [(3.0, 3), ("4", 4), ("1,000", 1000)])
def test_a_whole_number_is_read(raw, value):
    assert to_integer(raw).value == value


def test_a_fraction_in_a_whole_number_column_is_a_problem():
    assert to_integer(3.5).problem == "not_whole_number"


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("14/05/2024", (2024, 5, 14)),
        ("14/5/24", (2024, 5, 14)),
        ("14.05.2024", (2024, 5, 14)),
        ("14-05-2024", (2024, 5, 14)),
        ("2024-05-14", (2024, 5, 14)),
        ("2024-05-14T10:00:00Z", (2024, 5, 14)),
        ("14 May 2024", (2024, 5, 14)),
        ("Tue 14th May 2024", (2024, 5, 14)),
        ("14-May-24", (2024, 5, 14)),
        ("03/04/2024", (2024, 4, 3)),
        (45383, (2024, 4, 1)),
        (45383.75, (2024, 4, 1)),
        (dt.datetime(2024, 5, 14, 9, 30, tzinfo=dt.UTC), (2024, 5, 14)),
        (dt.date(2024, 5, 14), (2024, 5, 14)),
        ("14/05/2024 10:30", (2024, 5, 14)),
        ("1 Jan 99", (1999, 1, 1)),
        ("2024/03/05 2:33:12 pm GMT", (2024, 3, 5)),
        ("2024/03/05 2:33:12 PM GMT+1", (2024, 3, 5)),
        ("2024-03-05 09:00:00 UTC", (2024, 3, 5)),
        ("2024-03-05 09:00 +0000", (2024, 3, 5)),
        ("Mar 5, 2024", (2024, 3, 5)),
        ("March 5, 2024 at 9:00 AM", (2024, 3, 5)),
        ("Tue Mar 05 2024 09:00:00 GMT+0000", (2024, 3, 5)),
    ],
)
def test_a_date_is_read_day_before_month(raw, day):
    assert to_date(raw).value == dt.date(*day)


@pytest.mark.parametrize("raw", ["05/14/2024", "31/02/2024", "soon", 2024, 1e9, True, dt.time(1, 2)])
def test_what_is_no_date_is_a_problem(raw):
    assert to_date(raw).problem == "not_a_date"


@pytest.mark.parametrize(
    ("raw", "start", "end", "kind"),
    [
        ("Apr 2024", "2024-04-01", "2024-04-30", "month"),
        ("April 2024", "2024-04-01", "2024-04-30", "month"),
        ("Apr-24", "2024-04-01", "2024-04-30", "month"),
        ("2024-04", "2024-04-01", "2024-04-30", "month"),
        ("04/2024", "2024-04-01", "2024-04-30", "month"),
        ("2024/04", "2024-04-01", "2024-04-30", "month"),
        (202404, "2024-04-01", "2024-04-30", "month"),
        ("01/04/2024", "2024-04-01", "2024-04-30", "month"),
        ("30/04/2024", "2024-04-01", "2024-04-30", "month"),
        (45383, "2024-04-01", "2024-04-30", "month"),
        (dt.date(2024, 4, 1), "2024-04-01", "2024-04-30", "month"),
        ("2024 April", "2024-04-01", "2024-04-30", "month"),
        ("2011-12", "2011-12-01", "2011-12-31", "month"),
        ("2011/12", "2011-04-01", "2012-03-31", "financial_year"),
        ("2024/25", "2024-04-01", "2025-03-31", "financial_year"),
        ("2024-25", "2024-04-01", "2025-03-31", "financial_year"),
        ("FY2024/25", "2024-04-01", "2025-03-31", "financial_year"),
        ("1999/00", "1999-04-01", "2000-03-31", "financial_year"),
        ("2015 to 2016", "2015-04-01", "2016-03-31", "financial_year"),
        ("year ending March 2025", "2024-04-01", "2025-03-31", "financial_year"),
        ("YE Sep 2025", "2024-10-01", "2025-09-30", "rolling_year"),
        ("Q1 2024/25", "2024-04-01", "2024-06-30", "quarter"),
        ("Q4 2024/25", "2025-01-01", "2025-03-31", "quarter"),
        ("2024-25 Q4", "2025-01-01", "2025-03-31", "quarter"),
        ("Q2 2024", "2024-04-01", "2024-06-30", "quarter"),
        ("Apr-Jun 2024", "2024-04-01", "2024-06-30", "quarter"),
        ("Nov-Jan 2025", "2024-11-01", "2025-01-31", "quarter"),
        ("Oct 2024 to Mar 2025", "2024-10-01", "2025-03-31", "span"),
        ("2024", "2024-01-01", "2024-12-31", "year"),
        (2024, "2024-01-01", "2024-12-31", "year"),
        (2024.0, "2024-01-01", "2024-12-31", "year"),
        ("2024-04-01 to 2024-06-30", "2024-04-01", "2024-06-30", "quarter"),
        ("03/04/2024 to 09/04/2024", "2024-04-03", "2024-04-09", "span"),
        ("14/05/2024", "2024-05-14", "2024-05-14", "day"),
    ],
)
def test_a_period_is_two_dates_and_a_kind(raw, start, end, kind):
    assert to_period(raw).value == Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end), kind)


@pytest.mark.parametrize(
    "raw", ["2024-13", "Q5 2024", "2024/27", "Q1 2024/27", "Foo 2024", 5, "spring", "Jun 2025 to Mar 2025"]
)
def test_what_is_no_period_is_a_problem(raw):
    assert to_period(raw).problem == "not_a_period"


@pytest.mark.parametrize(
    ("raw", "value"), [("Yes", True), ("n", False), (1, True), (0.0, False), (True, True), ("FALSE", False)]
)
def test_yes_and_no_are_read(raw, value):
    assert to_yes_no(raw).value is value


def test_a_label_is_found_whatever_its_case_spacing_or_apostrophe():
    convert = to_label({fold("Don't know"): 8}, "unknown_answer")
    assert [convert(text).value for text in ("don’t  know", " DON'T KNOW ")] == [8, 8]


def test_a_label_that_reads_like_an_absence_is_still_a_label():
    assert to_label({"not applicable": 9}, "unknown_answer")("Not applicable").value == 9


def test_a_numeric_code_loses_only_its_point_nought():
    assert [to_code(raw).value for raw in (101.0, "007", 1.5)] == ["101", "007", "1.5"]


@given(RAW)
def test_no_converter_ever_crashes_and_each_says_exactly_one_thing(raw):
    for convert in ALL:
        found = convert(raw)
        said = [found.value is not None, found.absence is not None, bool(found.problem)]
        assert sum(said) == 1, (convert, raw, found)


@given(st.text(alphabet=" \t\u00a0\u2009\n", max_size=8))
def test_a_blank_is_missing_and_never_zero(raw):
    for convert in ALL:
        assert convert(raw).absence is Absence.MISSING


@given(st.dates(dt.date(1950, 1, 1), dt.date(2199, 12, 31)))
def test_a_date_survives_every_way_of_writing_it(day):
    serial = (day - dt.date(1899, 12, 30)).days
    for raw in (day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d %B %Y}", f"{day:%a %d %b %Y}", serial, day):
        assert to_date(raw).value == day


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_survives_thousands_commas_and_pounds(number):
    for raw in (f"{number:,}", str(number), float(number), number):
        assert to_integer(raw).value == number


@given(st.dates(dt.date(1950, 1, 1), dt.date(2150, 1, 1)), st.integers(0, 800))
def test_a_period_written_out_is_read_back_the_same(start, days):
    period = span(start, start + dt.timedelta(days=days))
    assert to_period(period_text(period)).value in (period, _as_month_if_one_day_of_it(period))


def _as_month_if_one_day_of_it(period):
    """A single first or last day of a month is read as that month, as publishers mean it."""
    return months(period.start.year, period.start.month) if period.kind == "day" else period
