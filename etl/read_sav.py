"""A file of SPSS or Stata as a sheet: variable names above, raw codes below, labels and missing values beside."""

import io
import math
from collections.abc import Sequence
from typing import Any

from etl.faults import fault
from etl.guard import DTA, SAV, Limits
from etl.refused import Refused
from etl.workbook import address

HIGHEST = 1e300


def read_sav(content: bytes, limits: Limits, name: str) -> dict[str, Any]:
    """{name, hidden, rows, detail} of the file's only table; raises Refused where it can't be read.

    Codes stay codes: a label never replaces its value, and values declared missing are kept.
    """
    frame, about, program = _opened(content)
    names, columns = list(frame), list(frame.values())
    height = len(columns[0]) if columns else 0
    if (height + 1) * len(names) > limits.cells:
        place = address(height, len(names) - 1)
        raise Refused(fault("sheet_too_large", name, place, cells=(height + 1) * len(names), limit=limits.cells))
    rows = [names, *([_cell(value) for value in row] for row in zip(*columns, strict=True))]
    detail = _detail(names, columns, about) | {"program": program}
    return {"name": name, "hidden": False, "rows": rows, "detail": detail}


def _opened(content: bytes) -> tuple[dict[str, Sequence[Any]], Any, str]:
    """The columns, what the file says of them, and the program it is of."""
    import pyreadstat

    program = "Stata" if DTA.match(content) else "SPSS"
    try:
        if program == "Stata":
            frame, about = pyreadstat.read_dta(io.BytesIO(content), user_missing=True, output_format="dict")
        elif content.startswith(SAV):
            frame, about = pyreadstat.read_sav(io.BytesIO(content), user_missing=True, output_format="dict")
        else:
            frame, about = pyreadstat.read_por(io.BytesIO(content), output_format="dict")
    except MemoryError:
        raise
    except Exception as error:  # its own error classes are not all exported
        raise Refused(fault("damaged_workbook", reason=f"as a file of {program}")) from error
    return frame, about, program


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        if math.isnan(value):
            return None
        return int(value) if value.is_integer() else value
    if isinstance(value, str):
        return value.strip() or None
    return value.item() if hasattr(value, "item") else value


def _as_key(value: Any) -> str:
    value = _cell(value)
    return "" if value is None else str(value)


def _detail(names: list[str], columns: list[Sequence[Any]], about: Any) -> dict[str, Any]:
    place = {name: column for column, name in enumerate(names)}
    worded = {name: label for name, label in about.column_names_to_labels.items() if label}
    return {
        "questions": {column: worded.get(name, name) for name, column in place.items()},
        "labels": {
            place[name]: {_as_key(value): label for value, label in labels.items()}
            for name, labels in about.variable_value_labels.items()
        },
        "missing": {
            place[name]: sorted(_declared(found, columns[place[name]]))
            for name, found in (about.missing_ranges or {}).items()
        }
        | {place[name]: sorted(map(str, found)) for name, found in (about.missing_user_values or {}).items()},
    }


def _declared(ranges: list[dict[str, Any]], values: Sequence[Any]) -> set[str]:
    """The values declared missing: both ends of each range, and what the column holds between them."""
    found = {_as_key(end) for each in ranges for end in (each["lo"], each["hi"]) if not _is_open(end)}
    for each in ranges:
        if isinstance(each["lo"], float) and each["lo"] < each["hi"]:
            found |= {_as_key(value) for value in set(values) if each["lo"] <= value <= each["hi"]}
    return found


def _is_open(end: Any) -> bool:
    """The end of a range such as LOWEST to -1: no value of its own."""
    return isinstance(end, float) and abs(end) > HIGHEST
