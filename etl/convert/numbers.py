"""Numbers, as numbers or as text with thousands commas, pounds and per cent; yes and no."""

import math
import re

from etl.convert.absences import absence_of
from etl.convert.types import Converted, tidy
from etl.workbook import Raw

# 1,234.5 with its commas in the right places, or no commas at all: 1,5 could be 15 or one and a half.
NUMBER = re.compile(r"([-+−]?)£?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[-+]?\d{1,3})? ?%?", re.I)
ERROR_TEXTS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!", "Err:502")
)
YES = frozenset(("yes", "y", "true", "1", "t"))
NO = frozenset(("no", "n", "false", "0", "f"))


def is_error(raw: Raw) -> bool:
    """Whether the cell shows a spreadsheet's own error, such as #DIV/0!."""
    return isinstance(raw, str) and raw.strip() in ERROR_TEXTS


def to_number(raw: Raw) -> Converted:
    """A float. A percentage as text keeps its unit: "45%" is 45.0. A date or a truth value is no number."""
    missing = absence_of(raw, numeric=True)
    if missing is not None:
        return Converted(absence=missing)
    if type(raw) in (int, float):
        return _finite(raw)
    if not isinstance(raw, str):
        return Converted(problem="text_in_number")
    text = tidy(raw)
    bracketed = text.startswith("(") and text.endswith(")")  # how accountants write a negative
    found = NUMBER.fullmatch(text[1:-1].strip() if bracketed else text)
    if not found:
        return Converted(problem="text_in_number")
    sign = -1 if (found[1] in ("-", "−")) != bracketed else 1
    return _finite(sign * float(found[2].replace(",", "") + (found[3] or "")))


def _finite(number: float) -> Converted:
    try:
        as_float = float(number)
    except OverflowError:
        return Converted(problem="text_in_number")
    return Converted(as_float) if math.isfinite(as_float) else Converted(problem="text_in_number")


def to_integer(raw: Raw) -> Converted:
    """A whole number; 3.0 is 3, 3.5 is a problem."""
    found = to_number(raw)
    if found.value is None:
        return found
    return Converted(int(found.value)) if found.value.is_integer() else Converted(problem="not_whole_number")


def to_yes_no(raw: Raw) -> Converted:
    """True or False from yes/no, y/n, true/false, 1/0 in any case."""
    if isinstance(raw, bool):
        return Converted(raw)
    missing = absence_of(raw)
    if missing is not None:
        return Converted(absence=missing)
    text = tidy(raw).lower() if isinstance(raw, str) else str(raw).removesuffix(".0")
    if text in YES:
        return Converted(True)
    return Converted(False) if text in NO else Converted(problem="not_yes_no")
