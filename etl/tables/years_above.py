"""Months and quarters whose year stands only above them: in a heading, on the year's own row, or with the first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from etl.convert import as_text, period_text
from etl.convert.dates import MONTHS
from etl.periods import find_period, period_of
from etl.tables.cells import cell_at
from etl.tables.types import Column
from etl.workbook import Raw, Sheet

FINANCIAL = re.compile(r"(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d)(?!\d)")
QUARTER = re.compile(r"q(?:uarter|tr)?\s?([1-4])\b", re.I)
SPAN = re.compile(r"[a-z]{3,9}\.?\s?(?:to|-|–)\s?[a-z]{3,9}", re.I)
BARE = re.compile(
    rf"(?:q(?:uarter|tr)?\s?[1-4]|{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b(?:(?!\d{{2}}).)*", re.I | re.S
)


def years_above(sheet: Sheet, rows: Sequence[int], top: int, columns: Sequence[Column]) -> dict[int, str]:
    """Row -> the year it is of, where its own label is a bare month or quarter. `top`: the row below the header.

    A month that is earlier than the one before it begins the next calendar year, and where the newest stand first, one
    that is later the year before; a financial year lasts until another is named.
    """
    times = [column for column in columns if column.role == "period"]
    labels = {cell_at(sheet.rows[row], times[0].index) for row in rows} if len(times) == 1 else ()
    if not any(isinstance(raw, str) and is_bare(raw) for raw in labels):
        return {}
    found: dict[int, str] = {}
    year, before, data = "", 0, set(rows)
    said = [(row, raw, as_text(raw).strip()) for row, raw in _labels(sheet, range(top, max(rows) + 1), times[0].index)]
    newest_first = _run_backwards([place for _, _, text in said if (place := _place(text))])
    for row, raw, text in said:
        if not is_bare(text):
            named = _year_of(raw)
            if named or row in data:  # a note between the rows ends no year
                year, before = named, _place(text)
            continue
        if year and row in data:
            here = _place(text)
            if year.isdigit() and before:
                year = str(int(year) - (here > before) if newest_first else int(year) + (here < before))
            before, found[row] = here, year
    return found


def _run_backwards(places: Sequence[int]) -> bool:
    """Whether one month or quarter after the other is mostly sooner reached by going back."""
    steps = [(after - before) % 12 for before, after in pairwise(places) if after != before]
    return sum(steps) > 6 * len(steps)


def is_bare(text: str) -> bool:
    """Whether a label is a month or a quarter without its year."""
    return BARE.fullmatch(text.strip()) is not None


@lru_cache(maxsize=20_000)
def bare(label: str) -> str:
    """A bare month or quarter as "April" or "Q1", without what else is said of it; "" for another label."""
    text = label.strip()
    if not is_bare(text):
        return ""
    if quarter := QUARTER.match(text):
        return f"Q{quarter[1]}"
    word = re.match(r"[a-z]+", text.lower())
    spanned = SPAN.match(text)
    return spanned[0] if spanned else word[0] if word and word[0] in MONTHS else ""


def said_of(row: int, times: Sequence[tuple[Column, Raw]], years: Mapping[int, str]) -> list[tuple[Column, Raw]]:
    """What a row says of its time, with the year that stands above it first."""
    return [(times[0][0], years[row]), *times] if row in years and times else list(times)


def _labels(sheet: Sheet, rows: range, column: int) -> Iterator[tuple[int, Raw]]:
    """The labels from top to bottom; of a heading the only cell of its row, wherever it stands."""
    for row in rows:
        raw = cell_at(sheet.rows[row], column)
        if raw is None:
            there = [cell for cell in sheet.rows[row] if cell is not None]
            raw = there[0] if len(there) == 1 else None
        if raw is not None:
            yield row, raw


def _year_of(raw: Raw) -> str:
    text = as_text(raw)
    if written := FINANCIAL.search(text):
        return written[0]
    if isinstance(raw, str) and (found := find_period(text)):
        whole = found.period.kind in ("year", "financial_year")
        return period_text(found.period) if whole else str(found.period.start.year)
    period = period_of(raw)
    return str(period.start.year) if period else ""


def _place(text: str) -> int:
    """Where in its year a label stands: the number of its first month."""
    if quarter := QUARTER.match(text):
        return 3 * int(quarter[1]) - 2
    word = re.match(r"[a-z]+", text.lower())
    if word and word[0] in MONTHS:
        return MONTHS[word[0]]
    found = find_period(text)
    return found.period.start.month if found and found.period.kind in ("month", "quarter") else 0
