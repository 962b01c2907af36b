"""A table found in a sheet, as data: where it is, what its columns are, and why we think so."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.number_formats import shown
from etl.workbook import Raw, Sheet, address, letters
from metrics.types import Period


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `role`: area_code, area_name, period, dimension, measure, note, mark or spacer.

    `name` is its header in one line without footnotes and period; `period` what its header says of
    time; `total` why its figures are in other columns too, or "".
    """

    index: int
    name: str
    role: str
    header: tuple[str, ...] = ()
    period: Period | None = None
    total: str = ""
    percent: bool = False
    hidden: bool = False
    comma: bool = False  # numbers are written with a decimal comma
    area: Mapping[str, str] = field(default_factory=dict)  # area_code, area_name where areas run across
    unit: str = ""  # what a row of units under the header says

    @property
    def letters(self) -> str:
        return letters(self.index)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows and columns count from 0. `totals` row -> why it adds up others; `sections` row -> the heading
    it stands under; `filled` column -> {row: value carried down}; `notes` the rows below or above that
    are text; `area` the one place all figures are of, where no row or column says one. `years`
    row -> the year above its bare month. `kind`: statistics, records, survey, list or dashboard."""

    sheet: Sheet
    header_rows: tuple[int, ...]
    rows: tuple[int, ...]
    columns: tuple[Column, ...]
    kind: str = "statistics"
    title: str = ""
    period: Period | None = None
    period_from: str = ""
    unit: str = ""
    totals: Mapping[int, str] = field(default_factory=dict)
    sections: Mapping[int, str] = field(default_factory=dict)
    filled: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    notes: tuple[int, ...] = ()
    legend: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    confidence: float = 0.0
    area: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[int, str] = field(default_factory=dict)

    def of_role(self, role: str) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.role == role)

    def cell(self, row: int, column: Column) -> Raw:
        """The cell, or the label carried down to it where it is blank; 7 in the format 000 is "007"."""
        cells = self.sheet.rows[row]
        raw = cells[column.index] if column.index < len(cells) else None
        if raw is None:
            return self.filled.get(column.index, {}).get(row)
        told = self.shown(row, column, raw)
        return told if told.isdigit() else raw

    def shown(self, row: int, column: Column, raw: Raw) -> str:
        """What Excel shows of a number where its format says something else, such as 74.8%; else ""."""
        formats = self.sheet.detail.formats
        return shown(raw, formats.get(address(row, column.index), "")) if formats else ""

    @property
    def measures(self) -> tuple[Column, ...]:
        return self.of_role("measure")

    @property
    def area_column(self) -> Column | None:
        return next(iter((*self.of_role("area_code"), *self.of_role("area_name"))), None)

    @property
    def range(self) -> str:
        """Where header and data stand, such as B15:AC216."""
        used = [column.index for column in self.columns] or [0]
        rows = [*self.header_rows, *self.rows] or [0]
        return f"{address(min(rows), min(used))}:{address(max(rows), max(used))}"
