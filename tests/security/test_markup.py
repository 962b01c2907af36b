"""Text from a file is text on a page: no markup of it is ever followed."""

import pytest

from data.cells import safe_cell
from etl.faults import fault
from etl.neighbourhood import Neighbourhood
from pages.evaluator.fault_report import fault_report
from pages.evaluator.values import plain

SCRIPT = "<img src=x onerror=alert(1)>"


def test_an_image_in_a_cell_is_not_fetched_by_the_label_that_asks_about_it():
    assert plain("![x](https://evil.example/p.png)") == r"\!\[x\](https\://evil.example/p.png)"


def test_a_screen_reader_is_not_told_of_backslashes_before_signs_that_mean_nothing_to_markdown():
    assert plain("Which district do you live in? (A-E, 10%)") == "Which district do you live in? (A-E, 10%)"


def test_markup_in_sheet_names_and_values_is_shown_as_text():
    drawn = Neighbourhood(SCRIPT, ("A",), ((2, (SCRIPT,)),), (2, 0))
    faults = [fault("unknown_area", SCRIPT, "A2", SCRIPT, hint="")] * 9
    shown = fault_report(faults, {(SCRIPT, "A2"): drawn})
    assert "<img" not in shown
    assert "&lt;img" in shown


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_a_spreadsheet_would_run_is_made_harmless_on_its_way_out(start):
    assert safe_cell(f"{start}cmd|' /C calc'!A0").startswith("'")
