"""Templates: filled with their own example, they load without a fault."""

import io

import pytest
from openpyxl import load_workbook

from data.cells import safe_cell
from data.framework import load_framework
from etl.codes import codebook
from etl.specs import SPECS
from etl.templates import example_row, template_columns, write_template
from tests.etl.small import checked


def opened(name):
    return load_workbook(io.BytesIO(write_template(name)))


def filled(name):
    """The template with its example row copied to the data sheet."""
    book = opened(name)
    for cell in book["Example"][2]:
        book["Data"].cell(2, cell.column, cell.value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("name", SPECS)
def test_a_template_filled_with_its_example_loads_without_a_fault(name):
    codes = codebook(load_framework())
    found = checked(filled(name), name, name="x.xlsx", codes=codes)
    assert found.faults == ()
    assert len(found.records) == 1


@pytest.mark.parametrize("name", SPECS)
def test_a_template_has_every_column_and_notes_on_each(name):
    book = opened(name)
    header = [cell.value for cell in book["Data"][1]]
    noted = [row[0].value for row in book["Notes"].iter_rows(min_row=5)]
    assert header[: len(SPECS[name].names)] == list(SPECS[name].names)
    assert noted == header


@pytest.mark.parametrize("name", SPECS)
def test_an_empty_template_is_a_file_without_rows(name):
    found = checked(write_template(name), name, name="x.xlsx", codes=codebook(load_framework()))
    assert [each.code for each in found.faults] == ["no_rows"]


@pytest.mark.parametrize("name", SPECS)
def test_every_column_with_a_list_has_a_drop_down(name):
    rules = opened(name)["Data"].data_validations.dataValidation
    framework = load_framework()
    listed = [
        column
        for column in template_columns(SPECS[name], codebook(framework))
        if column.type in ("choice", "yes_no", "area", "service", "sector")
    ]
    assert len(rules) == len(listed)


def test_the_lists_are_hidden():
    assert opened("attendance")["Lists"].sheet_state == "hidden"


def test_an_example_holds_only_values_of_the_framework():
    codes = codebook(load_framework())
    columns = template_columns(SPECS["insights"], codes)
    row = dict(zip((column.name for column in columns), example_row(columns, codes), strict=True))
    assert row["citizen_group"] in codes.lists["citizen_groups"].values()


@pytest.mark.parametrize(
    ("value", "written"),
    [("=1+1", "'=1+1"), ("+x", "'+x"), ("-x", "'-x"), ("@x", "'@x"), ("x", "x"), (-1, -1), (None, None)],
)
def test_text_that_would_run_as_a_formula_is_escaped(value, written):
    assert safe_cell(value) == written
