"""Template workbooks: the header to fill in, drop-down lists, an example, and notes on each column."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.cells import safe_cell
from data.framework import Framework, load_framework
from etl.codes import LISTS, Codebook, codebook
from etl.specs import SPECS, ColumnSpec, DatasetSpec

LAST_ROW = 5000  # drop-downs reach this far down
INK, REQUIRED_FILL, OPTIONAL_FILL = "1B1B1B", "D6E4F0", "EFEFEF"
AS_TEXT = (
    "code",
    "person",
    "text",
    "period",
    "area",
)  # kept from turning "2024-04" or "0012" into something else
TYPE_NAMES = {
    "text": "text",
    "code": "short code",
    "integer": "whole number",
    "number": "number",
    "date": "date",
    "period": "period",
    "yes_no": "yes or no",
    "choice": "one of a list",
    "area": "area code",
    "service": "service id",
    "sector": "sector id",
    "person": "person's code",
}


def write_template(name: str, framework: Framework | None = None) -> bytes:
    """An .xlsx for one dataset: sheets Data, Example, Notes, and the hidden Lists behind the drop-downs.

    Raises KeyError for a dataset there isn't.
    """
    spec, codes = SPECS[name], codebook(framework or load_framework())
    columns = template_columns(spec, codes)
    book = Workbook()
    data = book.active
    data.title = "Data"
    _write_header(data, columns)
    _write_lists(book, data, columns, codes)
    example = book.create_sheet("Example")
    _write_header(example, columns)
    example.append([safe_cell(value) for value in example_row(columns, codes)])
    _write_notes(book.create_sheet("Notes"), spec, columns, codes)
    for sheet in (data, example):
        _set_formats(sheet, columns)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def template_columns(spec: DatasetSpec, codes: Codebook) -> list[ColumnSpec]:
    """The declared columns, then one for each question where the dataset has them."""
    questions = codes.questions.values() if spec.question_columns else ()
    return [
        *spec.columns,
        *(
            ColumnSpec(
                question.id,
                question.wording,
                "choice",
                help="The answer's label or its number.",
                choices=tuple(label.label for label in question.labels),
                example=question.labels[0].label,
            )
            for question in questions
        ),
    ]


def example_row(columns: list[ColumnSpec], codes: Codebook) -> list[str | float | None]:
    """One filled row, in the columns' order; a blank is None. It loads without a fault."""
    return [_example(column, codes) for column in columns]


def _example(column: ColumnSpec, codes: Codebook) -> str | float | None:
    if column.type in ("number", "integer") and column.example:
        return float(column.example)
    allowed = _choices(column, codes)
    if column.example and allowed and column.example not in allowed:
        return allowed[0]
    return column.example or None


def _choices(column: ColumnSpec, codes: Codebook) -> tuple[str, ...]:
    if column.type == "yes_no":
        return ("yes", "no")
    if column.type in LISTS or column.vocabulary:
        return codes.values(column)
    return column.choices


def _write_header(sheet: Worksheet, columns: list[ColumnSpec]) -> None:
    sheet.append([safe_cell(column.name) for column in columns])
    for cell, column in zip(sheet[1], columns, strict=True):
        cell.font = Font(bold=True, color=INK)
        cell.fill = PatternFill("solid", fgColor=REQUIRED_FILL if column.required else OPTIONAL_FILL)
        sheet.column_dimensions[cell.column_letter].width = max(12, len(column.name) + 3)
    sheet.freeze_panes = "A2"


def _set_formats(sheet: Worksheet, columns: list[ColumnSpec]) -> None:
    for number, column in enumerate(columns, 1):
        if column.type in AS_TEXT:
            sheet.column_dimensions[get_column_letter(number)].number_format = "@"
            for row in range(2, sheet.max_row + 1):
                sheet.cell(row, number).number_format = "@"


def _write_lists(book: Workbook, data: Worksheet, columns: list[ColumnSpec], codes: Codebook) -> None:
    """Excel keeps a list typed into a rule to 255 characters: ours stand in a hidden sheet."""
    lists = book.create_sheet("Lists")
    lists.sheet_state = "hidden"
    used = 0
    for number, column in enumerate(columns, 1):
        choices = _choices(column, codes)
        if not choices:
            continue
        used += 1
        letter, target = get_column_letter(used), get_column_letter(number)
        for row, choice in enumerate((column.name, *choices), 1):
            lists.cell(row, used, safe_cell(choice))
        source = f"{quote_sheetname('Lists')}!${letter}$2:${letter}${len(choices) + 1}"
        rule = DataValidation(
            "list",
            formula1=source,
            allow_blank=not column.required,
            showErrorMessage=True,
            errorStyle="warning",
            errorTitle="Not on the list",
            error=f"{column.title} should be one of the list.",
        )
        rule.add(f"{target}2:{target}{LAST_ROW}")
        data.add_data_validation(rule)


def _write_notes(sheet: Worksheet, spec: DatasetSpec, columns: list[ColumnSpec], codes: Codebook) -> None:
    sheet.append([f"{spec.title}: {spec.describes}"])
    sheet.append(["Fill in the sheet “Data”. A blank is “not known”, never zero."])
    sheet.append([])
    sheet.append(["Column", "Name", "Needed", "Kind", "What it holds", "Accepted values"])
    for cell in (sheet["A1"], *sheet[4]):
        cell.font = Font(bold=True, color=INK)
    for column in columns:
        sheet.append(
            [
                safe_cell(text)
                for text in (
                    column.name,
                    column.title,
                    "yes" if column.required else "no",
                    TYPE_NAMES[column.type],
                    column.help,
                    _accepted(column, codes),
                )
            ]
        )
    for letter, width in zip("ABCDEF", (18, 32, 8, 14, 60, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    for row in sheet.iter_rows(min_row=5):
        for cell in row:
            cell.alignment = Alignment(vertical="top", wrap_text=True)


def _accepted(column: ColumnSpec, codes: Codebook) -> str:
    choices = _choices(column, codes)
    if choices:
        return "; ".join(choices)
    low, high = column.minimum, column.maximum
    if low is None and high is None:
        return ""
    return f"{low:g} or more" if high is None else f"{low:g} to {high:g}"
