"""Whether a column writes its dates month first, as American platforms do: told by the whole column."""

import re
from collections.abc import Sequence

from etl.workbook import Raw

DAY_MONTH = re.compile(r"(\d{1,2})([/-])(\d{1,2})([/-]\d{2,4}.*)", re.S)
MONTH_FIRST = ("SurveyMonkey",)  # exports month/day/year wherever the survey was made


def american_dates(cells: Sequence[Raw], platform: str = "") -> bool:
    """True where a second number is above 12 and no first one is; where nothing tells, by the platform's habit."""
    found = [match for cell in cells if isinstance(cell, str) and (match := DAY_MONTH.fullmatch(cell.strip()))]
    first, second = ({int(match[place]) for match in found} for place in (1, 3))
    if not found or max(first) > 12:
        return False
    return max(second) > 12 or platform in MONTH_FIRST


def day_first(cell: Raw) -> Raw:
    """The cell with month and day changed over, where it is such a date."""
    if not isinstance(cell, str) or not (match := DAY_MONTH.fullmatch(cell.strip())):
        return cell
    return f"{match[3]}{match[2]}{match[1]}{match[4]}"
