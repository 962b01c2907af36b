"""Totals that don't say so: a row that is the sum of all the others, or one without a label under what it adds up."""

from collections.abc import Collection, Sequence

from etl.markers import read_cell
from etl.tables.cells import cell_at
from etl.tables.types import Column
from etl.workbook import Sheet

FEWEST, MOST = 3, 2000  # rows below a total; of more rows one is hardly their sum unsaid
SURE = 5  # other rows, or two columns, before a row in their midst is taken for their sum
WHY = "its figures are those of the other rows added up"
WHY_ABOVE = "it has no label, and its figures are those of the rows above it added up"


def added_up(sheet: Sheet, rows: Sequence[int], columns: Sequence[Column], flagged: Collection[int]) -> dict[int, str]:
    """Row -> why. Rows already flagged as totals are left out of the sum; so are columns of shares.

    Equal within rounding: half a unit of the last place written for every row added. A single column must
    reach 20, so that small counts that happen to add up aren't taken for a total. Blank cells prove nothing.
    """
    counts = [column for column in columns if column.role == "measure" and not column.percent and not column.total]
    if not counts:
        return {}
    labels = [column for column in columns if column.role not in ("measure", "spacer")]
    found = _subtotals(sheet, rows, labels, counts, flagged)
    if any(column.role == "period" for column in columns):
        return found  # a month may well be the sum of others
    others = [row for row in rows if row not in flagged and row not in found]
    if not FEWEST < len(others) <= MOST:
        return found
    figures = {row: [figure_at(sheet, row, column) for column in counts] for row in others}
    whole = [sum(filter(None, each)) for each in zip(*figures.values(), strict=True)]
    for row in (others[-1], *others[:-1]):
        edge = row in (others[0], others[-1]) or len(others) > SURE or len(counts) > 1
        if edge and _may_be_half(figures[row], whole) and is_sum(
            figures[row], [each for at, each in figures.items() if at != row]
        ):
            return {**found, row: WHY}
    return found


def _may_be_half(row: Sequence[float | None], whole: Sequence[float]) -> bool:
    """A row that adds up the others is half of everything: tried first, for it takes no second look at the rows."""
    pairs = zip(row, whole, strict=True)
    return all(value is None or abs(2 * value - both) <= max(abs(both) * 0.05, 1) for value, both in pairs)


def _subtotals(
    sheet: Sheet, rows: Sequence[int], labels: Sequence[Column], counts: Sequence[Column], flagged: Collection[int]
) -> dict[int, str]:
    """Rows without any label whose figures are the sum of the labelled rows above, up to the last such row."""
    found: dict[int, str] = {}
    above: list[list[float | None]] = []
    unlabelled = {row for row in rows if all(cell_at(sheet.rows[row], each.index) is None for each in labels)}
    for row in rows if labels and unlabelled else ():
        if row in flagged or row not in unlabelled:
            if row in flagged:
                above = []
            else:
                above.append([figure_at(sheet, row, column) for column in counts])
            continue
        fewest = FEWEST if len(counts) == 1 else FEWEST - 1
        if len(above) >= fewest and is_sum([figure_at(sheet, row, column) for column in counts], above, fewest):
            found[row] = WHY_ABOVE
        above = []
    return found


def figure_at(sheet: Sheet, row: int, column: Column) -> float | None:
    """The number a cell says, or None."""
    return read_cell(cell_at(sheet.rows[row], column.index)).value


def is_sum(
    total: Sequence[float | None], parts: Sequence[Sequence[float | None]], fewest: int = FEWEST
) -> bool:
    """Whether each figure of a row is the sum of those below it, within rounding; `fewest`: parts that prove it."""
    proved = 0
    for place, whole in enumerate(total):
        values = [each[place] for each in parts if each[place] is not None]
        if len(values) < fewest:
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
