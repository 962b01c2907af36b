"""Dates: cells that hold one, ISO, the British order in figures, either order in words, and Excel's serial numbers."""

import datetime as dt
import re

from etl.convert.absences import absence_of
from etl.convert.types import Converted, tidy
from etl.workbook import Raw

EXCEL_DAY_0 = dt.date(1899, 12, 30)
SERIALS = range(18264, 109575)  # 1950 to 2199: smaller numbers are years, larger ones no dates
MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS = {
    **{name: number for number, name in enumerate(MONTH_NAMES, 1)},
    **{name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)},
    "sept": 9,
}
_ZONE = r"(?: ?(?:Z|(?:UTC|GMT|BST|CES?T|EES?T|WES?T|IST|[ECMP][SD]T)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}))?"
_CLOCK = rf"(?:(?:[T ,]+| at )\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?{_ZONE})?"
_DAY_NAME = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_CLOCK}", re.I)
BRITISH = re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}|\d{{2}}){_CLOCK}", re.I)
IN_WORDS = re.compile(
    rf"{_DAY_NAME}(\d{{1,2}})(?:st|nd|rd|th)?[-/. ]*(?:of )?"
    rf"([a-z]{{3,9}})\.?,?[-/. ]*(\d{{4}}|\d{{2}}){_CLOCK}",
    re.I,
)
MONTH_FIRST = re.compile(
    rf"{_DAY_NAME}([a-z]{{3,9}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_CLOCK}", re.I
)  # "Mar 1, 2024 at 9:00 AM": a name can't be taken for a day


def full_year(text: str) -> int:
    """A year of two digits is in this century up to 69, else in the last."""
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 70 else 1900)


def serial_date(number: float) -> dt.date | None:
    """The date of an Excel serial (1900 system), or None outside 1950 to 2199."""
    return EXCEL_DAY_0 + dt.timedelta(days=int(number)) if int(number) in SERIALS else None


def read_date(text: str) -> dt.date | None:
    """The date a text states, day before month, or None."""
    if found := ISO.fullmatch(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := BRITISH.fullmatch(text):
        year, month, day = full_year(found[3]), int(found[2]), int(found[1])
    elif (found := IN_WORDS.fullmatch(text)) and found[2].lower() in MONTHS:
        year, month, day = full_year(found[3]), MONTHS[found[2].lower()], int(found[1])
    elif (found := MONTH_FIRST.fullmatch(text)) and found[1].lower() in MONTHS:
        year, month, day = int(found[3]), MONTHS[found[1].lower()], int(found[2])
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def to_date(raw: Raw) -> Converted:
    """A date without a time of day. An American order such as 05/14/2024 is a problem, not a guess."""
    missing = absence_of(raw)
    if missing is not None:
        return Converted(absence=missing)
    found = None
    if isinstance(raw, dt.datetime):
        found = raw.date()
    elif isinstance(raw, dt.date):
        found = raw
    elif type(raw) in (int, float) and abs(raw) < 1e7:
        found = serial_date(raw)
    elif isinstance(raw, str):
        found = read_date(tidy(raw))
    return Converted(found) if found else Converted(problem="not_a_date")
