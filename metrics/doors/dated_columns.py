"""Time columns of an analyst's file: YYYY, YYYY-MM, YYYY-MM-DD, year and month apart, or a running number."""

import datetime as dt
import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from metrics.doors.common import DoorError, read_columns
from metrics.periods import add_months, month_number

ORIGIN = dt.date(2001, 1, 1)  # a running number 1 stands for a January
YEARS = (1000, 3000)  # whole numbers between these are years


@dataclass(frozen=True)
class Clock:
    """How a file tells time: "month" for dates, "year", or "number" (one a month, 1 is a January)."""

    kind: str
    first: int = 0  # month number of the first date

    def number(self, text: str) -> float:
        """The time as the regression counts it: 1 for a file's first month, or the year or number itself."""
        if self.kind != "month":
            return float(text)
        return float(month_number(_date(text)) - self.first + 1)

    def start(self, text: str) -> dt.date:
        """The first day of the period."""
        if self.kind == "month":
            return _date(text).replace(day=1)
        return dt.date(int(float(text)), 1, 1) if self.kind == "year" else add_months(ORIGIN, int(float(text)) - 1)


def clock_of(texts: pd.Series) -> Clock:
    """Which of the ways a column tells time in; raises DoorError naming the first cell that can't be read."""
    cells = texts.dropna().astype(str)
    if cells.empty:
        raise DoorError(f"The column {texts.name} is empty.")
    numbers = pd.to_numeric(cells, errors="coerce")
    if numbers.notna().all():
        return Clock("year" if numbers.between(*YEARS).all() else "number")
    return Clock("month", min(month_number(_date(cell)) for cell in cells))


def read_dated(path: str, date: str, others: list[str]) -> pd.DataFrame:
    """The columns asked for; `date` may name two columns, year,month, which become one."""
    parts = date.split(",")
    frame = read_columns(path, [*parts, *others], text=parts)
    if len(parts) == 1:
        return frame.rename(columns={date: "time"}) if date not in others else frame.assign(time=frame[date])
    year, month = (pd.to_numeric(frame[part]).astype(int) for part in parts)
    return frame.assign(time=year.astype(str) + "-" + month.astype(str).str.zfill(2))


def numbers(frame: pd.DataFrame, column: str) -> np.ndarray:
    """A column as numbers, empty cells as NaN; raises DoorError on words."""
    try:
        return pd.to_numeric(frame[column]).to_numpy(dtype=float)
    except (ValueError, TypeError) as problem:
        raise DoorError(f"The column {column} must hold numbers: {problem}") from problem


def _date(text: str) -> dt.date:
    found = re.match(r"^\s*(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", str(text))
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3] or 1)) if found else _never(text)
    except ValueError as problem:
        raise DoorError(f"{text!r} is no date: write 2005, 2005-01 or 2005-01-31.") from problem


def _never(text: str) -> dt.date:
    raise DoorError(f"{text!r} is no date: write 2005, 2005-01 or 2005-01-31.")
