"""Period labels of every habit, found in the midst of other text: headers, titles, sheet and file names.

`etl.convert.periods` reads a cell that is a period and nothing else; here the label may be a part of
"Table A1, Apr-Jun 18", "MSitAE-DECEMBER-2024" or "2015 to 2016 - outcome".
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from etl.convert import to_period
from etl.convert.dates import MONTHS
from etl.convert.periods import months, span
from etl.convert.types import tidy
from etl.period_forms import COMPILED
from etl.workbook import Raw
from metrics.types import Period

JOINT = re.compile(r"\s*(?:\s(?:to|until|up to)\s|\s[-–—]\s|[–—])\s*(?:the\s)?")
SEASON = re.compile(r"(?:(?:spring|summer|autumn|winter|mid|early|late|end(?: of)?)[\s-]+)?", re.I)
LONGEST = 300  # letters of a cell that is a period
# A quarter that names its months, such as "Q1: April to June": the months say more than its number.
OF_MONTHS = re.compile(r"^q(?:uarter|tr)?\s?[1-4]\s?[:,–-]?\s?\(?([a-z]{3,9}\s?(?:-|–|to)\s?[a-z]{3,9})\)?$", re.I)
# Months with the number of a footnote behind them.
FOOTED = re.compile(r"^([a-z]{3,9}\s?(?:-|–|to)\s?[a-z]{3,9})\s?[1-9¹²³⁴-⁹]$", re.I)


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A period, where in the text it stands, and whether it can hardly mean anything else."""

    period: Period
    start: int
    end: int
    sure: bool = True


@lru_cache(maxsize=20_000)
def find_period(text: str) -> FoundPeriod | None:
    """The first period label in a text, in order of how telling its form is; None where there is none.

    Two labels joined, as in "2023 Q3 to 2024 Q2", are one period from the first day to the last.
    """
    if not any(letter.isdigit() for letter in text):
        return None
    first = _first_label(text)
    joint = JOINT.match(text, first.end) if first else None
    at = joint.end() + len(SEASON.match(text, joint.end())[0]) if joint else len(text)
    rest = text[at:]
    second = _first_label(rest) if rest[:1].isalnum() else None
    if not second or second.start or second.period.start <= first.period.start:
        return first
    whole = span(first.period.start, second.period.end)
    return FoundPeriod(whole, first.start, at + second.end, first.sure or second.sure) if whole else first


def _first_label(text: str) -> FoundPeriod | None:
    for pattern, build, sure in COMPILED:
        for found in pattern.finditer(text):
            try:
                period = build(*found.groups())
            except ValueError:
                continue
            if period:
                return FoundPeriod(period, found.start(), found.end(), sure)
    return None


def period_of(raw: Raw) -> Period | None:
    """The period a cell is, with nothing beside it but words such as "provisional"; None else."""
    if isinstance(raw, dt.datetime | dt.date):
        return to_period(raw).value
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        whole = float(raw).is_integer() and 1900 <= raw < 2100
        return months(int(raw), 1, 12) if whole else None
    if not isinstance(raw, str):
        return None
    text = tidy(raw)
    found = find_period(text) if len(text) <= LONGEST else None
    if not found:
        return None
    rest = re.sub(
        r"\[[^\]]*\]|\([^)]*\)|provisional|revised|estimate[sd]?|financial|calendar|year|total|annual|fy|[\W_]|[rpe]\b",
        "",
        text[: found.start] + " " + text[found.end :],
        flags=re.I,
    )
    return found.period if not rest else None


def without_period(text: str) -> str:
    """The text without its period label and the joints left behind: "2015 to 2016 - outcome" is "outcome"."""
    found = find_period(text)
    if not found:
        return text
    left, right = text[: found.start].rstrip(" -–:,([_"), text[found.end :].lstrip(" -–:,)]_")
    right = "" if re.fullmatch(r"[(\[]?(?:provisional|revised|[rp])[)\]]?", right, re.I) else right
    return " ".join(part for part in (left.strip(), right.strip()) if part)


def combined(parts: Iterable[Raw]) -> Period | None:
    """The period that parts say together: year 2019 and "Q1", 2018-19 and "April", 2018 and "Apr-Jun"."""
    there = [int(part) if isinstance(part, float) and part.is_integer() else part for part in parts if part is not None]
    texts = map(str, there)
    said = [FOOTED.sub(r"\1", OF_MONTHS.sub(r"\1", tidy(text))) for text in texts]
    for text in (" ".join(said), " ".join(reversed(said))):
        found = find_period(text)
        if found and found.end - found.start >= len(text.strip()) - 3:
            return found.period
    return _month_of_year(said)


def _month_of_year(said: list[str]) -> Period | None:
    """A month's name with a financial year: January of 2018-19 is January 2019."""
    names = [each for each in said if each.lower() in MONTHS]
    years = [found for each in said if (found := find_period(each)) and found.period.kind in ("financial_year", "year")]
    if len(names) != 1 or len(years) != 1:
        return None
    month, year = MONTHS[names[0].lower()], years[0].period.start.year
    return months(year + (years[0].period.kind == "financial_year" and month < 4), month)
