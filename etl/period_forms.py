"""The forms in which periods are written, the longer and surer ones first, and what each of them says."""

import datetime as dt
import re
from collections.abc import Callable

from etl.convert import to_period
from etl.convert.dates import MONTH_NAMES, MONTHS, full_year, read_date
from etl.convert.periods import months, span
from etl.convert.types import tidy
from metrics.types import Period

_M = "(" + "|".join([*MONTH_NAMES, *(name[:3] for name in MONTH_NAMES), "sept"]) + r")"
_Y4 = r"((?:19|20)\d{2})"
_Y = r"((?:19|20)\d{2}|[0-9]{2})"
_FY = r"((?:19|20)\d{2})\s?(?:/|-|–|to|_)\s?((?:19|20)\d{2}|\d{2})"
_FY2 = r"(\d{2})\s?(?:/|-)\s?(\d{2})"
_TO = r"\s?(?:to|-|–|—|and|through)\s?"
_DAY = (
    r"(\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}\s(?:19|20)\d{2}|\d{1,2}[a-z]{3}(?:19|20)\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|"
    r"(?:19|20)\d{2}-\d{2}-\d{2})"
)
_SEP = r"[\s,'’_/.:()-]*"
TERMS = {"autumn": (9, 4), "spring": (13, 3), "summer": (16, 4), "autumn and spring": (9, 7)}  # month, how many
B, E = r"(?<![a-z0-9])", r"(?![a-z0-9](?<![rpe])|[rpe][a-z0-9])"  # a mark such as P for provisional may be glued on


def _ending(name: str, year: str, count: int = 12) -> Period | None:
    last = full_year(year) * 12 + MONTHS[name.lower()] - 1
    first = last - count + 1
    return months(first // 12, first % 12 + 1, count)


def _financial(first: str, second: str) -> Period | None:
    year = full_year(first)
    return months(year, 4, 12) if int(second) % 100 == (year + 1) % 100 else None


def _academic(first: str, second: str) -> Period | None:
    return months(int(first), 9, 12) if int(second) % 100 == (int(first) + 1) % 100 else None


def _term(name: str, first: str, second: str) -> Period | None:
    """A school term: autumn to December, spring to March, summer to July."""
    start, count = TERMS[name.lower()]
    year = int(first) + (start > 12)
    return months(year, (start - 1) % 12 + 1, count) if _academic(first, second) else None


def _fy_quarter(number: str, first: str, second: str) -> Period | None:
    whole = _financial(first, second)
    if whole is None:
        return None
    month = whole.start.month + 3 * (int(number) - 1) - 1
    return months(whole.start.year + month // 12, month % 12 + 1, 3)


def _quarter(number: str, year: str) -> Period | None:
    return months(full_year(year), 3 * int(number) - 2, 3)


def _between(first: str, first_year: str | None, last: str, last_year: str) -> Period | None:
    start, end, year = MONTHS[first.lower()], MONTHS[last.lower()], full_year(last_year)
    begins = full_year(first_year) if first_year else year - (start > end)
    count = (year - begins) * 12 + end - start + 1
    return months(begins, start, count) if 0 < count <= 120 else None


def _fy_span(first: str, last: str, fy: str, fy_end: str) -> Period | None:
    """Apr to Jun 2018-19: the months of a financial year."""
    if _financial(fy, fy_end) is None:
        return None
    start, end = MONTHS[first.lower()], MONTHS[last.lower()]
    begins = int(fy) + (start < 4)
    count = (end - start) % 12 + 1
    return months(begins, start, count)


def _years(first: str, last: str) -> Period | None:
    """2020 - 22: whole years from the first to the last, as health figures pool them."""
    count = full_year(last if len(last) == 4 else first[:2] + last) - int(first) + 1
    return months(int(first), 1, 12 * count) if 2 < count <= 100 else None


def _financial_years(first: str, first_end: str, last: str, last_end: str) -> Period | None:
    start, end = _financial(first, first_end), _financial(last if len(last) == 4 else first[:2] + last, last_end)
    return span(start.start, end.end) if start and end and end.end > start.end else None


def _days(first: str, last: str) -> Period | None:
    start, end = read_date(tidy(first)), read_date(tidy(last))
    return span(start, end) if start and end else None


def _week(text: str, days: int) -> Period | None:
    day = read_date(tidy(_plain_day(text)))
    other = day + dt.timedelta(days=days) if day else None
    return span(min(day, other), max(day, other)) if day else None


def _packed(year: str, rest: str) -> Period | None:
    """201516 is the year 2015/16, 201504 is April 2015; 201011 is taken for the year, as DfE writes it."""
    if int(rest) == (int(year) + 1) % 100:
        return months(int(year), 4, 12)
    return months(int(year), int(rest))


def _one_day(text: str) -> Period | None:
    return to_period(_plain_day(text)).value


def _plain_day(text: str) -> str:
    """A date in words without the letters behind its day: 1st April is 1 April."""
    return re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", text)


def _month(name: str, year: str) -> Period | None:
    return months(full_year(year), MONTHS[name.lower()])


_WHOLE = r"(?:years?|yr|12 months?|twelve months)"
_END = r"(?:ending|ended|end|to)(?:\s(?:the\s)?end(?:\sof)?)?"
# Tried in this order: the longer and surer forms first.
FORMS: tuple[tuple[str, Callable[..., Period | None], bool], ...] = (
    (rf"{_DAY}{_TO}{_DAY}", _days, True),
    (rf"(?:week|wk)\s(?:ending|ended)\s(?:on\s)?{_DAY}", lambda day: _week(day, -6), True),
    (rf"w/?e\s{_DAY}", lambda day: _week(day, -6), True),
    (rf"(?:(?:week|wk)\s(?:commencing|beginning|starting)|w/?c)\s(?:on\s)?{_DAY}", lambda day: _week(day, 6), True),
    (
        (
            rf"(?:financial |rolling |calendar |academic )?(?:{_WHOLE}\s{_END}|y/?e|yr)(?:\s(?:in|"
            rf"the))?\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{_M}{_SEP}{_Y}"
        ),
        _ending,
        True,
    ),
    (rf"{_M}{_SEP}{_Y4}{_SEP}\(?{_WHOLE}\s(?:ending|rolling)", _ending, True),
    (
        rf"(?:quarter|qtr|3 months|three months)\s{_END}\s(?:\d{{1,2}}\s)?{_M}{_SEP}{_Y}",
        lambda m, y: _ending(m, y, 3),
        True,
    ),
    (rf"q/?e\s{_M}{_SEP}{_Y}", lambda m, y: _ending(m, y, 3), True),
    (rf"(?:q|qtr|quarter)\s?([1-4]){_SEP}(?:\([^)]*\)\s*)?(?:of |fy\s?)?{_FY}", _fy_quarter, True),
    (rf"(?:fy\s?)?{_FY}{_SEP}(?:q|qtr|quarter)\s?([1-4])", lambda a, b, q: _fy_quarter(q, a, b), True),
    (rf"(?:q|qtr|quarter)\s?([1-4]){_SEP}(?:fy\s?)?{_FY2}", _fy_quarter, True),
    (rf"{_FY2}{_SEP}(?:q|qtr|quarter)\s?([1-4])", lambda a, b, q: _fy_quarter(q, a, b), True),
    (rf"{_FY}{_TO}((?:19|20)?\d{{2}})\s?[/-]\s?((?:19|20)?\d{{2}})", _financial_years, True),
    (rf"{_M}{_TO}{_M}{_SEP}{_FY}", _fy_span, True),
    (rf"{_M}\.?{_SEP}{_Y4}{_TO}{_M}\.?{_SEP}{_Y4}", _between, True),
    (rf"{_M}{_TO}{_M}{_SEP}{_Y}", lambda a, b, y: _between(a, None, b, y), True),
    (rf"{_Y4}\s{_M}{_TO}{_M}", lambda y, a, b: _between(a, None, b, y), True),
    (rf"(?:q|qtr|quarter)\s?([1-4]){_SEP}(?:\([^)]*\)\s*)?(?:of )?{_Y4}", _quarter, True),
    (rf"{_Y4}{_SEP}(?:q|qtr|quarter)\s?([1-4])", lambda y, q: _quarter(q, y), True),
    (rf"(autumn(?: and spring)?|spring|summer)\sterms?{_SEP}{_FY}", _term, True),
    (rf"{_FY}{_SEP}(autumn(?: and spring)?|spring|summer)\sterms?", lambda a, b, name: _term(name, a, b), True),
    (rf"academic year\s{_FY}", _academic, True),
    (rf"{_FY}\sacademic year", _academic, True),
    (rf"(?:fy|financial year|f/y){_SEP}{_FY}", _financial, True),
    (rf"(?:fy|financial year){_SEP}{_FY2}", _financial, True),
    (_DAY, _one_day, True),
    (r"((?:19|20)\d{2})-(0[1-9]|1[0-2])(?!-?\d)(?=\s|$|_|\.)", lambda y, m: _iso(y, m), True),
    (_FY, _financial, True),
    (rf"{_Y4}\s?(?:-|–|to)\s?((?:19|20)\d{{2}}|\d{{2}})", _years, True),
    (rf"{_M}\.?{_SEP}{_Y4}", _month, True),
    (rf"{_Y4}{_SEP}{_M}", lambda y, m: _month(m, y), True),
    (rf"{_M}[\s'’._-]{{1,2}}(\d{{2}})", _month, True),
    (r"(0?[1-9]|1[0-2])[/-]((?:19|20)\d{2})", lambda m, y: months(int(y), int(m)), True),
    (r"((?:19|20)\d{2})\s?m(0?[1-9]|1[0-2])", lambda y, m: months(int(y), int(m)), True),
    (r"((?:19|20)\d{2})(\d{2})", _packed, False),
    (r"(\d{2})/(\d{2})", _financial, False),
    (rf"mid[\s-]?(?:year\s)?{_Y4}{_TO}(?:mid[\s-]?)?{_Y4}", _years, True),
    (rf"mid[\s-]?(?:year\s)?{_Y4}", lambda y: months(int(y), 1, 12), True),
    (_Y4, lambda y: months(int(y), 1, 12), False),
)
COMPILED = tuple((re.compile(B + form + E, re.I), build, sure) for form, build, sure in FORMS)


def _iso(year: str, month: str) -> Period | None:
    """2015-04 is a month; 2011-12 could be a financial year too, and stands for it: so do its publishers."""
    if int(month) == (int(year) + 1) % 100:
        return months(int(year), 4, 12)
    return months(int(year), int(month))
