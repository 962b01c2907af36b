"""Tables of government departments as their statisticians format them, with made-up figures: (file name, bytes)."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment

from tests.etl.old_excel import Indented, as_xls
from tests.etl.open_document import as_ods

NESTED = [
    ["Table A1: Children in need, England, 2023-24"], [],
    ["Characteristic", "Boys", "Girls"],
    ["All children in need", 4100, 3200],
    [Indented("White", 1), 3000, 2200], [Indented("British", 2), 2500, 2000], [Indented("Other White", 2), 500, 200],
    [Indented("Asian", 1), 1100, 1000],
    ["By need"],
    [Indented("Abuse", 1), 2100, "c"], [Indented("Illness", 1), 2000, 1000],
]  # fmt: skip


def indented(rows, sheet="A1"):
    """An xlsx of one sheet whose labels are set further in by their cells' format."""
    book = Workbook()
    book.active.title = sheet
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            if isinstance(cell, Indented):
                book.active.cell(row, column, cell.text).alignment = Alignment(indent=cell.level)
            else:
                book.active.cell(row, column, cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _spaced(rows, blank):
    def text(cell):
        return blank * 3 * cell.level + cell.text if isinstance(cell, Indented) else cell

    return [[text(cell) for cell in row] for row in rows]


def nested_in_xlsx():
    return "need.xlsx", indented(NESTED)


def nested_in_xls():
    return "need.xls", as_xls(NESTED)


def nested_in_ods():
    return "need.ods", as_ods([row or [None] for row in NESTED])


def nested_by_hard_spaces():
    return "need.xlsx", indented(_spaced(NESTED, "\u00a0"))


def withheld_among_the_parts():
    """The parts of a count with one too small to be told, set further in."""
    rows = [["Table B2: Staff by grade, 2024"], [], ["Grade", "Headcount"], ["All grades, of the service", 500],
            [Indented("Senior", 1), "*"], [Indented("Middle", 1), 200], [Indented("Junior", 1), 290],
            ["Left in the year", 30]]  # fmt: skip
    return "grades.xlsx", indented(rows)


def parts_of_everyone():
    """All staff with their professions further in, and two further groups: nothing is told twice but the total."""
    rows = [["Table 1: Staff, September 2024"], [], ["Staff group", "FTE"], ["All staff", 105],
            [Indented("Nurses", 1), 60], [Indented("Doctors", 1), 45], ["By contract"], [Indented("Permanent", 1), 90],
            [Indented("Fixed term", 1), 10], ["By hours"], [Indented("Whole time", 1), 70],
            [Indented("Part time", 1), 30]]  # fmt: skip
    return "staff.xlsx", indented(rows)
