"""The long table on disk holds no personal data, and not a row fewer."""

import csv

import pytest

from etl.__main__ import main
from tests.etl.publishers import as_csv
from tests.etl.survey_rows import AGREE, beside, some

PEOPLE = 30
SAID = ["ring me on 07700 900123", "write to jo@example.org", "Mrs Archer was kind", "I live at CM1 1QH", "more parks"]
TOP = ["Respondent ID", "Do you agree?", "Any comments?", "Which surgery do you go to?", "Contact", "", ""]
LOW = ["", "Response", "Open-Ended Response", "Response", "Name", "Email Address", "Phone Number"]


def extracted(tmp_path, rows):
    (tmp_path / "survey.csv").write_bytes(as_csv(rows))
    assert main(["extract", str(tmp_path / "survey.csv"), "--out", str(tmp_path / "long.csv")]) == 0
    with open(tmp_path / "long.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def rows(tmp_path):
    people = beside(
        [9000000000 + each for each in range(PEOPLE)], some(AGREE, PEOPLE), some(SAID, PEOPLE),
        some(["Dr Archer, CM1 1QH", "The pier"], PEOPLE), "Orla Vance", "orla@example.org", "07700 900123",
    )  # fmt: skip
    return extracted(tmp_path, [TOP, LOW, *people])


def test_what_people_wrote_is_redacted_and_stays_a_row(rows):
    comments = [row for row in rows if row["question"] == "Any comments?"]
    assert len(comments) == PEOPLE
    assert [row["raw"] for row in comments[:5]] == [
        "ring me on [phone number removed]",
        "write to [email address removed]",
        "[name removed] was kind",
        "I live at [postcode removed]",
        "more parks",
    ]
    assert [row["response"] for row in comments] == [row["raw"] for row in comments]
    assert [row["mark"] for row in comments[:5]] == ["personal data removed"] * 4 + [""]


def test_columns_that_ask_for_contact_details_are_left_out_however_few_gave_them(rows):
    assert {row["question"] for row in rows} == {"Do you agree?", "Any comments?", "Which surgery do you go to?"}


def test_an_option_that_several_chose_keeps_its_name(rows):
    assert {row["raw"] for row in rows if row["question"].startswith("Which")} == {"Dr Archer, CM1 1QH", "The pier"}


def test_texts_beside_figures_lose_addresses_and_numbers_and_keep_places(tmp_path):
    figures = [[f"St Mary's Road, CM{each} 1QH", "x@example.org", "Mrs Archer", 10 * each] for each in range(1, 9)]
    rows = extracted(tmp_path, [["Site", "Email", "Ward", "Visits"], *figures])
    assert rows[0]["Email"] == "[email address removed]"
    assert "CM1 1QH" in str(rows[0])
    assert [row["value"] for row in rows] == [str(10 * each) for each in range(1, 9)]
