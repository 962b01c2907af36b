"""Number formats that make a cell look different from its value, and what is then shown."""

import re

from etl.workbook import Raw

BUILT_IN = {9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 22: "dd/mm/yyyy hh:mm"}
TELLING = re.compile(r"%|^0{2,}$|[£$€]|y|\"")
ZEROS = re.compile(r"0{2,}")
PERCENT = re.compile(r"(?:#,##)?[0#]*(?:\.(0+))?\s?%")


def telling(formats: dict[int, str]) -> dict[int, str]:
    """Of formats by number those that matter."""
    return {place: text for place, text in formats.items() if TELLING.search(text)}


def shown(raw: Raw, number_format: str) -> str:
    """What a number looks like by its format, where that says something else: 0.748 is 74.8%, 7 is 007. Else ""."""
    if not isinstance(raw, int | float) or isinstance(raw, bool) or not number_format:
        return ""
    first = number_format.split(";")[0].strip()
    if ZEROS.fullmatch(first):
        return f"{round(raw):0{len(first)}d}" if raw >= 0 else ""
    percent = PERCENT.fullmatch(first)
    return f"{raw * 100:.{len(percent[1] or '')}f}%" if percent else ""
