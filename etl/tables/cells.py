"""What kind of thing each cell of a row is, without knowing its column yet."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from etl.convert.types import tidy
from etl.markers import read_cell, seconds
from etl.workbook import Raw

COMMA = re.compile(r"[-+−]?(?:\d{1,3}(?:\.\d{3})*|\d+),(?:\d{1,2}|\d{4,})%?")
POINT = re.compile(r"\s*[-+−]?\d+\.\d{1,2}%?\s*")
SAMPLE = 400  # rows that tell how a sheet writes its numbers
YOUNGEST = 20  # the highest age, or number of something, at which a short row of labels begins
BLANK, NUMBER, MARK, TEXT, DATE = ".", "n", "m", "t", "d"


def kind_of_cell(raw: Raw) -> str:
    """BLANK, NUMBER (text that is one too, and a length of time), MARK (such as [c] or ..), DATE or TEXT."""
    if raw is None:
        return BLANK
    if isinstance(raw, str):
        return _kind_of_text(raw)
    if isinstance(raw, bool):
        return TEXT
    return DATE if isinstance(raw, dt.date) and seconds(raw) is None else NUMBER


@lru_cache(maxsize=200_000)
def _kind_of_text(raw: str) -> str:
    text = tidy(raw)
    if not text:
        return BLANK
    read = read_cell(text)
    if read.value is not None:
        return NUMBER
    if read.absence:
        return MARK
    return TEXT


def kinds(row: list[Raw]) -> str:
    return "".join(map(kind_of_cell, row))


def with_commas(rows: Sequence[list[Raw]], marked: list[str]) -> list[str]:
    """The kinds of cells where numbers are written 1,5: told by the sheet, on which several are and none is 1.5."""
    texts = [cell for row in rows[:SAMPLE] for cell in row if isinstance(cell, str)]
    if sum(COMMA.fullmatch(text.strip()) is not None for text in texts) < 2 or any(map(POINT.fullmatch, texts)):
        return marked
    return [
        "".join(
            NUMBER if kind == TEXT and isinstance(cell, str) and COMMA.fullmatch(cell.strip()) else kind
            for kind, cell in zip(written, row, strict=True)
        )
        for written, row in zip(marked, rows, strict=True)
    ]


def is_label_run(row: list[Raw]) -> bool:
    """Whether a row's numbers are labels: years, ages or months that count up or down in equal steps."""
    return bool(label_run(row))


def label_run(row: list[Raw]) -> str:
    """ "years", "steps" or "months" where a row's numbers are such labels, else ""."""
    if _are_months(row):
        return "months"
    values: list[int] = []
    for cell in row:
        if kind_of_cell(cell) == NUMBER:
            whole = _whole(cell)
            if whole is None or (
                len(values) > 1 and not 1900 <= whole < 2100 and whole - values[-1] != values[1] - values[0]
            ):
                return ""
            values.append(whole)
    if not values:
        return ""
    if all(1900 <= value < 2100 for value in values):
        return "years"
    steps = {second - first for first, second in pairwise(values)}
    begins = min(values) <= YOUNGEST or len(values) >= 6
    return "steps" if len(values) >= 3 and len(steps) == 1 and abs(next(iter(steps))) in (1, 5, 10) and begins else ""


def _are_months(row: list[Raw]) -> bool:
    """Whether the numbers are years and months as one, 202111, 202112, 202201, each the month after or before."""
    first = next((cell for cell in row if kind_of_cell(cell) == NUMBER), None)
    if first is None or _month_of(first) is None:
        return False
    months = [_month_of(cell) for cell in row if kind_of_cell(cell) == NUMBER]
    steps = {second - month for month, second in pairwise(months) if None not in (month, second)}
    return len(months) >= 3 and None not in months and len(steps) == 1 and abs(next(iter(steps))) == 1


def _month_of(raw: Raw) -> int | None:
    """The month of a number such as 202112, counted from year 0."""
    whole = _whole(raw)
    year, month = divmod(whole or 0, 100)
    return year * 12 + month if 1900 <= year < 2100 and 1 <= month <= 12 else None


def _whole(raw: Raw) -> int | None:
    value = read_cell(raw).value
    return int(value) if value is not None and float(value).is_integer() else None


def cell_at(row: Sequence[Raw], column: int) -> Raw:
    return row[column] if column < len(row) else None


def filled(row: list[Raw]) -> int:
    """How many cells of the row hold something."""
    return sum(1 for cell in row if cell is not None and not (isinstance(cell, str) and not cell.strip()))
