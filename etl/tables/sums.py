"""Totals that don't say so: the first or last row that is the sum of all the others, in every column of counts."""

from collections.abc import Collection, Sequence

from etl.markers import read_cell
from etl.tables.types import Column
from etl.workbook import Sheet

FEWEST, MOST = 3, 2000  # rows below a total; of more rows one is hardly their sum unsaid


def added_up(sheet: Sheet, rows: Sequence[int], columns: Sequence[Column], flagged: Collection[int]) -> dict[int, str]:
    """Row -> why. Rows already flagged as totals are left out of the sum; so are columns of shares.

    Equal within rounding: half a unit of the last place written for every row added. A single column must
    reach 20, so that small counts that happen to add up aren't taken for a total. Blank cells prove nothing.
    """
    others = [row for row in rows if row not in flagged]
    counts = [column for column in columns if column.role == "measure" and not column.percent and not column.total]
    if not FEWEST < len(others) <= MOST or not counts or any(column.role == "period" for column in columns):
        return {}
    figures = {row: [_figure(sheet, row, column) for column in counts] for row in others}
    for row in (others[-1], others[0]):
        if _is_sum(figures[row], [each for at, each in figures.items() if at != row]):
            return {row: "its figures are those of the other rows added up"}
    return {}


def _figure(sheet: Sheet, row: int, column: Column) -> float | None:
    cells = sheet.rows[row]
    return read_cell(cells[column.index]).value if column.index < len(cells) else None


def _is_sum(total: Sequence[float | None], parts: Sequence[Sequence[float | None]]) -> bool:
    proved = 0
    for place, whole in enumerate(total):
        values = [each[place] for each in parts if each[place] is not None]
        if len(values) < FEWEST:
            continue
        if whole is None or abs(sum(values) - whole) > _rounding([*values, whole]) * len(values) or whole == 0:
            return False
        proved += 2 if abs(whole) >= 20 else 1
    return proved >= 2


def _rounding(values: Sequence[float]) -> float:
    """Half the step figures are rounded to, where it is a large one; a millionth of the largest for whole figures."""
    whole = [abs(value) for value in values]
    step = next((step for step in (1000, 100, 10, 5) if all(value % step == 0 for value in whole)), 0)
    return step / 2 if step and max(whole) >= 20 * step else max(whole) * 1e-9
