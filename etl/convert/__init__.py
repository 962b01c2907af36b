"""From raw cells to values of the declared type. A blank is never zero."""

from etl.convert.absences import absence_of
from etl.convert.dates import to_date
from etl.convert.labels import as_text, fold, to_code, to_label, to_text
from etl.convert.numbers import is_error, to_integer, to_number, to_yes_no
from etl.convert.periods import period_text, span, to_period
from etl.convert.types import Converted, Converter

__all__ = [
    "Converted",
    "Converter",
    "absence_of",
    "as_text",
    "fold",
    "is_error",
    "period_text",
    "span",
    "to_code",
    "to_date",
    "to_integer",
    "to_label",
    "to_number",
    "to_period",
    "to_text",
    "to_yes_no",
]
