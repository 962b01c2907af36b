"""Who stopped before the end, on a platform that keeps no state of each response but keeps what was answered."""

from collections.abc import Mapping, Sequence
from statistics import median

from etl.platforms.types import Question
from etl.workbook import Sheet, letters

KEEPS_PARTS = frozenset(("SurveyMonkey",))  # the others known hold only what was sent off, or say who finished
HALF, MOSTLY, FEWEST = 0.5, 0.7, 5


def left_early(platform: str, sheet: Sheet, rows: Sequence[int], questions: Sequence[Question]) -> Mapping[int, str]:
    """Row -> after which column nothing was answered: before half of what most people went through, and five columns
    at the least. {} where most people don't go through to about the same place."""
    asked = [each.column for each in questions if each.role == "answer"]
    if platform not in KEEPS_PARTS or len(asked) <= FEWEST or not rows:
        return {}
    last = {row: _last(sheet.rows[row], asked) for row in rows}
    usual = median(last.values())
    if sum(place >= 0.8 * usual for place in last.values()) < MOSTLY * len(rows):
        return {}
    return {
        row: f"partial: nothing answered after column {letters(asked[place])}"
        for row, place in last.items()
        if 0 <= place < HALF * usual and usual - place >= FEWEST
    }


def _last(cells: Sequence[object], asked: Sequence[int]) -> int:
    """The place among the questions of the last one answered; -1 where none was."""
    return next(
        (
            place
            for place in range(len(asked) - 1, -1, -1)
            if asked[place] < len(cells) and cells[asked[place]] is not None
        ),
        -1,
    )
